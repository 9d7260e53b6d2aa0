"""What a person chose: read with care, kept with nothing lost."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.model import DayAlarm, Defaults
from c42desktop.preference_file import DAYS, Chosen, read, write
from c42desktop.preference_values import clock_time, is_address
from c42desktop.preferences import SOUNDS, Preferences, QuietHours
from c42desktop.settings import Settings

ALL = Preferences(
    reminders=Defaults((timedelta(hours=1), timedelta(0)), (DayAlarm(0, time(9)), DayAlarm(7, time(18, 30)))),
    grace=timedelta(minutes=5),
    quiet_hours=(QuietHours(0, time(22), time(7)), QuietHours(6, time(0), time(0))),
    follow_desktop=False,
    sounds=frozenset({"reminder"}),
    join_patterns=("https://meet.example.org/",),
    publish_presence=True,
    presence_title=True,
    theme="dark",
    language="de",
    week_start="saturday",
    compact_rows=True,
    look_for_versions=False,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def settings_of(path: Path, text: str) -> Settings:
    path.write_text(text)
    return Settings(path)


def test_nothing_chosen_is_as_usual_and_writes_nothing(path: Path) -> None:
    settings = Settings(path)
    assert read(settings) == (Preferences(), [])
    write(settings, Preferences())
    assert not path.exists()


def test_everything_that_can_be_chosen_survives_a_restart(path: Path) -> None:
    assert all(getattr(ALL, each.name) != getattr(Preferences(), each.name) for each in fields(Preferences))
    write(Settings(path), ALL)
    assert read(Settings(path)) == (ALL, [])
    write(Settings(path), Preferences())
    assert read(Settings(path)) == (Preferences(), [])
    assert not any(value for name, value in tomllib.loads(path.read_text()).items() if name != "format")


def test_the_file_is_what_a_person_would_write(path: Path) -> None:
    write(Settings(path), ALL)
    data = tomllib.loads(path.read_text())
    assert data["reminders"] == {"before": ["1h", "0m"], "all_day": ["0d 09:00", "7d 18:30"], "grace": 5}
    assert data["quiet_hours"] == {"mon": "22:00-07:00", "sun": "00:00-00:00"}
    assert data["sounds"] == {"reminder": True}


def test_no_reminders_at_all_is_a_choice(path: Path) -> None:
    chosen = Preferences(reminders=Defaults((), ()))
    write(Settings(path), chosen)
    assert read(Settings(path)) == (chosen, [])


@pytest.mark.parametrize(
    ("section", "name", "text", "sentence"),
    [
        ("reminders", "before", '"10m"', "must be a list of durations"),
        ("reminders", "before", '["10 bananas"]', "must be a list of durations"),
        ("reminders", "before", '["99999d"]', "must be a list of durations"),
        ("reminders", "before", "[10]", "must be a list of durations"),
        ("reminders", "all_day", '["18:00"]', "must be a list of days and times"),
        ("reminders", "all_day", '["1d 25:00"]', "must be a list of days and times"),
        ("reminders", "grace", '"long"', "must be a whole number from 0 to 1440"),
        ("reminders", "grace", "true", "must be a whole number"),
        ("reminders", "grace", "-1", "must be a whole number"),
        ("notifications", "follow_desktop", "1", "must be true or false"),
        ("quiet_hours", "mon", '"22:00"', "must be two times"),
        ("quiet_hours", "tue", '"late-early"', "must be two times"),
        ("quiet_hours", "wed", "2026-11-23", "must be two times"),
        ("sounds", "change", '"loud"', "must be true or false"),
        ("join", "patterns", '["meet.example.org"]', "must be a list of addresses"),
        ("join", "patterns", '["https://"]', "must be a list of addresses"),
        ("presence", "publish", '"yes"', "must be true or false"),
        ("presence", "title", "[]", "must be true or false"),
        ("look", "theme", '"pink"', 'must be one of "system", "light", "dark"'),
        ("look", "language", "3", "must be one of"),
        ("look", "week_start", '"tuesday"', "must be one of"),
        ("look", "compact", '"yes"', "must be true or false"),
    ],
)
def test_a_wrong_value_counts_as_not_chosen_and_is_named_in_one_sentence(
    path: Path, section: str, name: str, text: str, sentence: str
) -> None:
    preferences, faults = read(settings_of(path, f"[{section}]\n{name} = {text}\n"))
    assert preferences == Preferences()
    (fault,) = faults
    assert fault.startswith(f"{path}: {name} in [{section}] {sentence}") and fault.endswith(".")


def test_a_section_that_is_none_counts_as_not_chosen(path: Path) -> None:
    assert read(settings_of(path, 'sounds = "all"\nreminders = [1]\n')) == (Preferences(), [])


def test_a_wrong_value_is_not_lost_by_choosing_something_else(path: Path) -> None:
    settings = settings_of(path, '[quiet_hours]\nmon = "late"\nfuture = 1\n[sounds]\nchange = 3\n')
    preferences, _faults = read(settings)
    write(settings, replace(preferences, quiet_hours=(QuietHours(1, time(22), time(7)),)))
    assert tomllib.loads(path.read_text())["quiet_hours"] == {"mon": "late", "future": 1, "tue": "22:00-07:00"}
    assert tomllib.loads(path.read_text())["sounds"] == {"change": 3}


def test_what_was_edited_by_hand_meanwhile_is_not_undone_by_choosing_something_else(path: Path) -> None:
    """It is in force from the next start on: the dialog that is open shows what was there before."""
    chosen = Chosen(settings_of(path, "[reminders]\ngrace = 5\n"))
    path.write_text("[reminders]\ngrace = 30\n[presence]\npublish = true\n")
    for sounds in (frozenset({"change"}), frozenset(SOUNDS)):
        chosen.change(replace(chosen(), sounds=sounds))
    found, _faults = read(Settings(path))
    assert (found.grace, found.publish_presence, found.sounds) == (timedelta(minutes=30), True, frozenset(SOUNDS))


def test_choosing_replaces_a_section_that_is_none(path: Path) -> None:
    settings = settings_of(path, 'sounds = "all"\n')
    write(settings, Preferences(sounds=frozenset(SOUNDS)))
    assert read(Settings(path))[0].sounds == frozenset(SOUNDS)


def test_a_pause_replaces_a_section_that_is_none(path: Path) -> None:
    settings = settings_of(path, "notifications = 3\n")
    settings.set("notifications", "paused", "until resumed")
    assert Settings(path).get("notifications", "paused", "") == "until resumed"


def test_a_choice_holds_although_it_cannot_be_written(path: Path) -> None:
    settings = Settings(path)
    path.mkdir()
    chosen = Chosen(settings)
    chosen.change(ALL)
    assert chosen() == ALL
    assert read(settings) == (ALL, [])


def test_a_change_is_told_with_what_was_before(path: Path) -> None:
    chosen = Chosen(Settings(path))
    told: list[Any] = []
    chosen.on_changed = lambda before, after: told.append((before, after, chosen()))
    chosen.change(Preferences())
    assert told == []
    chosen.change(ALL)
    assert told == [(Preferences(), ALL, ALL)]


def test_what_is_wrong_is_said_at_the_start(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert Chosen(settings_of(path, '[reminders]\ngrace = "x"\n'))() == Preferences()
    (record,) = caplog.records
    assert record.getMessage() == f"{path}: grace in [reminders] must be a whole number from 0 to 1440."


def test_other_programs_settings_stay(path: Path) -> None:
    settings = settings_of(path, '[[account]]\njid = "ann@example.org"\n[notifications]\npaused = "until resumed"\n')
    write(settings, ALL)
    assert settings.get("notifications", "paused", "") == "until resumed"
    assert [each.jid for each in Settings(path).accounts] == ["ann@example.org"]


_TIMES = st.times().map(lambda each: each.replace(second=0, microsecond=0, tzinfo=None))
_DEFAULTS = st.builds(
    Defaults,
    st.lists(st.integers(0, 366 * 24 * 60).map(lambda each: timedelta(minutes=each)), max_size=10).map(tuple),
    st.lists(st.builds(DayAlarm, st.integers(0, 366), _TIMES), max_size=10).map(tuple),
)
_HOURS = st.lists(
    st.builds(QuietHours, st.integers(0, len(DAYS) - 1), _TIMES, _TIMES), unique_by=lambda each: each.weekday
).map(lambda each: tuple(sorted(each, key=lambda hours: hours.weekday)))


class Table:
    """Settings without a file: `anything` is what it says to everything it was not told."""

    path = Path("settings.toml")

    def __init__(self, anything: Any = None) -> None:
        self._anything = anything
        self._kept: dict[tuple[str, str], Any] = {}

    def value(self, section: str, name: str) -> Any:
        return self._kept.get((section, name), self._anything)

    def put(self, section: str, values: dict[str, Any]) -> None:
        self._kept.update({(section, name): value for name, value in values.items()})


@given(_DEFAULTS, st.integers(0, 1440), _HOURS, st.sets(st.sampled_from(SOUNDS)).map(frozenset))
def test_whatever_is_chosen_is_read_again(
    reminders: Defaults, grace: int, hours: tuple[QuietHours, ...], sounds: frozenset[str]
) -> None:
    chosen = Preferences(reminders, timedelta(minutes=grace), hours, sounds=sounds)
    table: Any = Table()
    write(table, chosen)
    assert read(table) == (chosen, [])


_PLAIN = st.booleans() | st.integers(-5, 2000) | st.text(max_size=12) | st.floats() | st.dates()
_ANY = _PLAIN | st.lists(_PLAIN, max_size=3) | st.dictionaries(st.text(max_size=4), _PLAIN, max_size=2)


@given(_ANY)
def test_no_value_of_any_kind_is_more_than_a_sentence(value: Any) -> None:
    table: Any = Table(value)
    preferences, faults = read(table)
    assert isinstance(preferences, Preferences)
    assert all(each.endswith(".") for each in faults)


@pytest.mark.parametrize(
    ("text", "found"),
    [("7:00", time(7)), (" 07:05 ", time(7, 5)), ("24:00", time()), ("24:01", None), ("7", None), ("7:60", None)],
)
def test_times_as_people_write_them(text: str, found: time | None) -> None:
    assert clock_time(text) == found


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://meet.example.org/", True),
        ("http://localhost:8080/room", True),
        ("meet.example.org", False),
        ("ftp://example.org/", False),
        ("https://[", False),
        ("https://a b/", False),
        ("javascript:alert(1)//https://x", False),
    ],
)
def test_the_beginning_of_an_address_has_a_host(text: str, good: bool) -> None:
    assert is_address(text) is good
