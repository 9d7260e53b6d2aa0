"""A glance at a file shows what decoding all of it shows."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.agenda import from_events
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.payloads import PayloadError, glance, read_file
from c42desktop.calendar.payloads.glance import events_between
from c42desktop.calendar.payloads.ical import MAX_FILE_EVENTS, events_from_text
from c42desktop.calendar.rules import parse_rule
from tests.benchmarks.bigfile import calendar

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime(2026, 11, 22, tzinfo=AMSTERDAM)
END = BEGIN + timedelta(days=30)
ITEM = ItemRef(CalendarRef("", "", ""), "")
HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""


def file(*components: str) -> str:
    return HEAD + "".join(f"BEGIN:VEVENT\n{lines}\nEND:VEVENT\n" for lines in components) + "END:VCALENDAR\n"


def decoded(text: str) -> tuple[Event, ...]:
    return events_from_text(text, "item", MAX_FILE_EVENTS)


def fields(event: Event) -> tuple[object, ...]:
    """What a list shows of an event."""
    rules = [parse_rule(text) for text in event.rrules]
    times = (event.start, event.end, event.timezone, event.rdates, event.exdates, event.recurrence_id, event.and_future)
    return event.uid, event.summary, event.location, event.status, event.problem, *times, rules


def shown(events: tuple[Event, ...], begin: datetime = BEGIN, end: datetime = END) -> tuple[list[object], list[object]]:
    """What the command prints, and what it calls unreadable."""
    entries = from_events(events, ITEM, begin, end, AMSTERDAM).entries
    listed = [(fields(entry.occurrence.event), entry.occurrence.start, entry.occurrence.end) for entry in entries]
    # Where two begin and end together and have the same name, it does not matter which comes first.
    return sorted(listed, key=str), sorted((fields(event) for event in events if event.start is None), key=str)


# -- files as they are written, mostly --------------------------------------------------------------------------------

hours = st.sampled_from(("000000", "090000", "093015", "233000", "246000", "2330"))
dates = st.one_of(
    st.integers(0, 90).map(lambda days: f"{datetime(2026, 10, 20) + timedelta(days=days):%Y%m%d}"),
    st.sampled_from(("20200229", "19991231", "20261131", "20270229", "00010101", "99991231", "20301301", "2026", "")),
)
zoned = st.sampled_from(
    ("Europe/Amsterdam", "America/New_York", '"America/New_York"', "Office", '"W. Europe Standard Time"', "Nowhere", "")
)


def moments(name: str) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("{};TZID={}:{}T{}".format, st.just(name), zoned, dates, hours),
        st.builds("{}:{}T{}Z".format, st.just(name), dates, hours),
        st.builds("{}:{}T{}".format, st.just(name), dates, hours),
        st.builds("{};VALUE=DATE:{}".format, st.just(name), dates),
        st.builds("{};TZID=Europe/Paris:{}T{}Z".format, st.just(name), dates, hours),
        st.builds("{};VALUE=DATE-TIME:{}T{}".format, st.just(name), dates, hours),
        st.builds("{};X-ODD=1;VALUE=DATE:{}".format, st.just(name), dates),
        st.builds("{}:{}".format, st.just(name), dates),
    )


texts = st.text(st.sampled_from("abc é\\,;:nN\"' 🎉\t\x01"), max_size=12)
values = st.one_of(texts, st.sampled_from(("Lunch\\, then", "a\\nb", "Room\\\\n 3", "  two  spaces ", "%2C")))
rules = st.sampled_from(
    ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU", "FREQ=WEEKLY;INTERVAL=2;COUNT=9", "FREQ=MONTHLY;BYDAY=-1FR",
     "FREQ=DAILY;UNTIL=20261201T090000Z", "FREQ=DAILY;UNTIL=20261201", "FREQ=DAILY;COUNT=3;COUNT=4", "FREQ=OFTEN",
     "FREQ=DAILY;INTERVAL=0", "freq=daily", "COUNT=2;FREQ=DAILY", "FREQ=HOURLY;COUNT=5", "FREQ=YEARLY;BYMONTH=12", "",
     "FREQ=DAILY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=40", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=DAILY;X-A=1",
     "FREQ=HOURLY;INTERVAL=7", "FREQ=MINUTELY;BYHOUR=9,25;BYMINUTE=0", "FREQ=HOURLY;BYHOUR=8,9;BYMONTH=11,12",
     "FREQ=SECONDLY;INTERVAL=86399", "FREQ=HOURLY;BYMINUTE=0,60;BYSECOND=61", "FREQ=DAILY;BYHOUR=9,9,17;BYSECOND=60")
)  # fmt: skip
durations = st.sampled_from(
    ("PT1H", "P1D", "P1W", "PT", "P", "P1DT", "-PT1H", "P9999W", "PT90M", "1H", "P1DT2H3M4S", "PT24H", "PT36H")
)
alarms = st.sampled_from(
    ("BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT1M\nREPEAT:2\nEND:VALARM",
     "BEGIN:VALARM\nDTSTART:20200101T000000Z\nSUMMARY:not this\nEND:VALARM",
     "BEGIN:valarm\nTRIGGER:-PT5M\nEND:valarm", "BEGIN:X-THING\nSUMMARY:not this\nEND:X-THING")
)  # fmt: skip
ordinary = [
    st.sampled_from(("one", "two", "three", "")).map("UID:{}".format),
    moments("DTSTART"),
    moments("DTSTART"),
    moments("DTEND"),
    values.map("SUMMARY:{}".format),
    st.builds("LOCATION;LANGUAGE=en:{}".format, values),
    st.sampled_from(("STATUS:CANCELLED", "STATUS:TENTATIVE", "STATUS:confirmed", "STATUS: CANCELLED", "STATUS:ODD")),
    rules.map("RRULE:{}".format),
]
unusual = [
    moments("EXDATE"),
    moments("RDATE"),
    st.builds("EXDATE:{}T090000Z,{}T090000Z".format, dates, dates),
    moments("RECURRENCE-ID"),
    st.just("RECURRENCE-ID;RANGE=THISANDFUTURE:20261130T090000Z"),
    durations.map("DURATION:{}".format),
    st.builds('SUMMARY;ALTREP="http://a.example/:x":{}'.format, values),
    st.builds("SUMMARY;VALUE={}:{}".format, st.sampled_from(("TEXT", "URI", "BINARY")), values),
    st.builds("Summary:{}".format, values),
    st.builds("dtstart:{}T090000Z".format, dates),
    st.just("GEO:52.09;5.12"),
    alarms,
    st.sampled_from(("EXRULE:FREQ=DAILY", "RDATE;VALUE=PERIOD:20261124T090000Z/PT1H", "no colon", "SUMMARY;X:y", ":",
                     "X-Mixed-Case:1", "DTSTART", "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "UID:  one  ", "UID;X=1:two",
                     "UI D:one", "SUMMARY :x", "", "RDATE:", "EXDATE:", "END", "BEGIN:"))
]  # fmt: skip


@st.composite
def components(draw: st.DrawFn) -> str:
    lines = [draw(line) for line in ordinary if draw(st.integers(0, 9)) > 0]
    for _each in range(draw(st.sampled_from((0, 0, 1, 1, 2)))):
        lines.insert(draw(st.integers(0, len(lines))), draw(st.one_of(unusual)))
    return "\n".join(lines)


@st.composite
def files(draw: st.DrawFn) -> str:
    text = file(*draw(st.lists(components(), min_size=1, max_size=4)))
    if draw(st.integers(0, 5)) == 0:
        task = "BEGIN:VTODO\nUID:task\nDUE:20261130T090000Z\nEND:VTODO\nEND:VCALENDAR\n"
        text = text.replace("END:VCALENDAR\n", task)
    for place in sorted(draw(st.lists(st.integers(17, len(text) - 16), max_size=4)), reverse=True):
        text = text[:place] + draw(st.sampled_from(("\n ", "\n\t", "\n\n ", "\n  "))) + text[place:]
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n", "\r\n", "\r", "\n\n"))))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(files())
def test_what_is_listed_is_what_the_decoder_finds(text: str) -> None:
    try:
        expected = decoded(text)
    except PayloadError:
        return
    found = events_between(text, "item", BEGIN, END)
    assert shown(found) == shown(expected)
    known = [fields(event) for event in expected]
    assert all(fields(event) in known for event in found)


noise = st.one_of(
    st.text(max_size=3),
    st.sampled_from(
        ("\nEND:VEVENT", "\nBEGIN:VEVENT", "\nEND:VCALENDAR\n", "\nBEGIN:VTIMEZONE\n", "\nbegin:vevent\n", ":")
    ),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(files(), st.data())
def test_noise_raises_nothing_else_and_hides_no_event(text: str, data: st.DataObject) -> None:
    for _each in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        piece = data.draw(noise)
        text = text[:place] + piece + text[place + data.draw(st.integers(0, 5)) :]
    try:
        expected = decoded(text)
    except PayloadError:
        expected = ()
    try:
        found = events_between(text, "item", BEGIN, END)
    except PayloadError:
        assert not expected
        return
    listed, unreadable = shown(found)
    all_listed, all_unreadable = shown(expected)
    assert [each for each in all_listed if each not in listed] == []
    assert [each for each in all_unreadable if each not in unreadable] == []


# -- particular files -------------------------------------------------------------------------------------------------

SINGLE = "UID:{uid}\nDTSTART;TZID=Europe/Amsterdam:{day}T090000\nDTEND;TZID=Europe/Amsterdam:{day}T100000\nSUMMARY:Call"


def glanced(*components: str) -> tuple[Event, ...]:
    return events_between(file(*components), "item", BEGIN, END)


def test_events_of_other_days_are_passed_over() -> None:
    days = ("20201124", "20261124", "20301124")
    assert [event.uid for event in glanced(*(SINGLE.format(uid=day, day=day) for day in days))] == ["20261124"]


def test_of_two_with_one_uid_the_later_counts_wherever_it_lies() -> None:
    found = glanced(SINGLE.format(uid="one", day="20261124"), SINGLE.format(uid="one", day="20201124"))
    assert shown(found) == ([], [])


def test_a_changed_occurrence_far_from_its_series_takes_its_place() -> None:
    series = SINGLE.format(uid="one", day="20251124") + "\nRRULE:FREQ=DAILY"
    moved = SINGLE.format(uid="one", day="20251224") + "\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261124T090000"
    found = from_events(glanced(series, moved), ITEM, BEGIN, END, AMSTERDAM)
    days = [entry.occurrence.start.day for entry in found.entries]
    assert days[:3] == [22, 23, 25]


def test_a_line_break_of_another_kind_is_no_reason_to_pass_over_what_follows() -> None:
    text = SINGLE.format(uid="one", day="20201124").replace("Call", "Call\u2028RRULE:FREQ=DAILY")
    assert shown(glanced(text)) == shown(decoded(file(text)))


def test_what_the_calendar_cancels_is_left_to_the_decoder() -> None:
    text = file(SINGLE.format(uid="one", day="20261124")).replace("VERSION:2.0", "METHOD:CANCEL")
    assert events_between(text, "item", BEGIN, END) == decoded(text)


@pytest.mark.parametrize("end", [-1, -16, -30, -40, -70, -100])
def test_a_file_that_is_cut_is_left_to_the_decoder(end: int) -> None:
    text = file(*(SINGLE.format(uid=uid, day="20261124") for uid in ("one", "two")))[:end]
    assert shown(events_between(text, "item", BEGIN, END)) == shown(decoded(text))


def test_an_event_without_its_end_is_left_to_the_decoder() -> None:
    text = file(*(SINGLE.format(uid=uid, day="20261124") for uid in ("one", "two", "three")))
    text = text.replace("END:VEVENT\n", "", 1)
    found = events_between(text, "item", BEGIN, END)
    assert found == decoded(text)
    assert [bool(event.problem) for event in found] == [True, False, False]


def test_a_million_line_ends_take_no_time() -> None:
    """Folds were looked for from each of them anew."""
    text = file(SINGLE.format(uid="one", day="20261124") + "\n" * 1_000_000 + "X:1")
    assert [event.summary for event in events_between(text, "item", BEGIN, END)] == ["Call"]


def test_what_is_too_large_is_left_to_the_decoder() -> None:
    text = file(SINGLE.format(uid="one", day="20261124") + "\nRRULE:FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 200_000))
    (found,) = events_between(text, "item", BEGIN, END)
    assert found.problem == "This event is too large to be read whole: a part of it is left out."


def test_a_file_that_is_too_long_says_so_in_its_last_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance, "MAX_FILE_EVENTS", 2)
    *events, last = glanced(*(SINGLE.format(uid=uid, day="20261124") for uid in "abc"))
    assert [event.uid for event in events] == ["a", "b"]
    assert last.problem == "This holds 3 events, of which only the first 2 are shown."


def test_a_large_file_is_listed_whole() -> None:
    text = file(*(SINGLE.format(uid=f"{number}", day="20261124") for number in range(3000)))
    found = from_events(read_file(text.encode(), "big.ics", (BEGIN, END)), ITEM, BEGIN, END, AMSTERDAM)
    assert len(found.entries) == 3000
    assert len(read_file(text.encode(), "big.ics")) == 3000


def test_the_library_is_not_loaded_for_a_file_as_they_are(tmp_path: Path) -> None:
    """Importing it takes as long as ten thousand events."""
    path = tmp_path / "big.ics"
    path.write_text(calendar(500), encoding="utf-8")
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from c42desktop.calendar.payloads import read_file\n"
        "span = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 12, 22, tzinfo=UTC)\n"
        "assert len(read_file(Path(sys.argv[1]).read_bytes(), 'big.ics', span)) > 20\n"
        "print('icalendar' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"
