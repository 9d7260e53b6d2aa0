"""What a person has chosen, from settings.toml, with a default for each; what cannot be read counts as not chosen.

[reminders]       before = ["10m"], all_day = ["1d 18:00"], grace = 15 (minutes)
[notifications]   follow_desktop = true
[quiet_hours]     mon = "22:00-07:00", … sun
[sounds]          change, reminder, invitation = false
[join]            patterns = ["https://meet.example.org/"]
[presence]        publish = false, title = false
[look]            theme = "dark", language = "nl", week_start = "monday", compact = true
[updates]         look = true

What was written wrongly stays in the file until the person chooses something else there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from c42desktop import preference_values as values
from c42desktop.calendar.model import Defaults
from c42desktop.i18n import gettext as _
from c42desktop.preferences import LANGUAGES, MOST_GRACE, SOUNDS, THEMES, WEEK_STARTS, Preferences, QuietHours
from c42desktop.settings import Settings

log = logging.getLogger(__name__)

T = TypeVar("T")

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read(settings: Settings) -> tuple[Preferences, list[str]]:
    """The preferences, and a sentence for each value that cannot be read."""
    reader = _Reader(settings)
    usual = Preferences()
    hours = [reader.get("quiet_hours", day, None, _hours_of(number)) for number, day in enumerate(DAYS)]
    preferences = Preferences(
        reminders=Defaults(
            reader.get("reminders", "before", usual.reminders.timed, values.leads),
            reader.get("reminders", "all_day", usual.reminders.all_day, values.day_alarms),
        ),
        grace=reader.get("reminders", "grace", usual.grace, _grace),
        quiet_hours=tuple(each for each in hours if each is not None),
        follow_desktop=reader.get("notifications", "follow_desktop", usual.follow_desktop, values.flag),
        sounds=frozenset(kind for kind in SOUNDS if reader.get("sounds", kind, False, values.flag)),
        join_patterns=reader.get("join", "patterns", usual.join_patterns, values.addresses),
        publish_presence=reader.get("presence", "publish", usual.publish_presence, values.flag),
        presence_title=reader.get("presence", "title", usual.presence_title, values.flag),
        theme=reader.get("look", "theme", usual.theme, _one_of(THEMES)),
        language=reader.get("look", "language", usual.language, _one_of(LANGUAGES)),
        week_start=reader.get("look", "week_start", usual.week_start, _one_of(WEEK_STARTS)),
        compact_rows=reader.get("look", "compact", usual.compact_rows, values.flag),
        look_for_versions=reader.get("updates", "look", usual.look_for_versions, values.flag),
    )
    return preferences, reader.faults


def write(settings: Settings, preferences: Preferences, known: Preferences | None = None) -> None:
    """Keep what differs from what is `known`, else from what the file says. What is as usual is not written."""
    before, after, usual = (_tables(each) for each in (known or read(settings)[0], preferences, Preferences()))
    for section, table in after.items():
        changed = {name: value for name, value in table.items() if value != before[section][name]}
        settings.put(section, {k: None if v == usual[section][k] else v for k, v in changed.items()})


def chosen_language(settings: Settings) -> str:
    """The language that the program is to speak, "" for that of the system: asked for before there is a window."""
    language = read(settings)[0].language
    return "" if language == "system" else language


class Chosen:
    """The preferences as they are now: read once, and written when the person chooses.

    Called, it gives them. `on_changed(before, after)` is called after each choice.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._preferences, faults = read(settings)
        for sentence in faults:
            log.info("%s", sentence)
        self.on_changed: Callable[[Preferences, Preferences], None] = _ignore

    def __call__(self) -> Preferences:
        """All of them."""
        return self._preferences

    def change(self, preferences: Preferences) -> None:
        """The person chose these. They hold at once, and after a restart if they could be written."""
        before = self._preferences
        if preferences == before:
            return
        write(self._settings, preferences, before)  # somebody may have edited the rest of the file meanwhile
        self._preferences = preferences
        self.on_changed(before, preferences)


class _Reader:
    """Reads values and collects what is wrong with them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.faults: list[str] = []

    def get(self, section: str, name: str, usual: T, parse: Callable[[Any], T]) -> T:
        """What `parse` makes of a value; `usual` where there is none, or none that it can read."""
        value = self._settings.value(section, name)
        if value is None:
            return usual
        try:
            return parse(value)
        except (ValueError, TypeError) as error:
            sentence = _("{path}: {name} in [{section}] {fault}")
            self.faults.append(sentence.format(path=self._settings.path, name=name, section=section, fault=error))
            return usual


def _tables(preferences: Preferences) -> dict[str, dict[str, Any]]:
    """As settings.toml has them; None where a thing is not chosen."""
    hours = {each.weekday: values.hours_text(each.begin, each.end) for each in preferences.quiet_hours}
    return {
        "reminders": {
            "before": [values.lead_text(lead) for lead in preferences.reminders.timed],
            "all_day": [values.day_alarm_text(alarm) for alarm in preferences.reminders.all_day],
            "grace": round(preferences.grace.total_seconds() / 60),
        },
        "notifications": {"follow_desktop": preferences.follow_desktop},
        "quiet_hours": {day: hours.get(number) for number, day in enumerate(DAYS)},
        "sounds": {kind: kind in preferences.sounds for kind in SOUNDS},
        "join": {"patterns": list(preferences.join_patterns)},
        "presence": {"publish": preferences.publish_presence, "title": preferences.presence_title},
        "look": {
            "theme": preferences.theme,
            "language": preferences.language,
            "week_start": preferences.week_start,
            "compact": preferences.compact_rows,
        },
        "updates": {"look": preferences.look_for_versions},
    }


def _hours_of(weekday: int) -> Callable[[Any], QuietHours | None]:
    def parse(value: Any) -> QuietHours | None:
        return QuietHours(weekday, *values.hours(value)) if value != "" else None

    return parse


def _one_of(options: Sequence[str]) -> Callable[[Any], str]:
    return lambda value: values.one_of(value, options)


def _grace(value: Any) -> timedelta:
    return timedelta(minutes=values.whole(value, 0, round(MOST_GRACE.total_seconds() / 60)))


def _ignore(before: Preferences, after: Preferences) -> None:
    """Until somebody listens."""
