"""One occurrence, it and all later ones, or a whole series, changed or taken away: against the list of occurrences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from c42desktop.calendar import series_splits
from c42desktop.calendar.arithmetic import elapsed
from c42desktop.calendar.edits import Span
from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.model import Event, Moment, Occurrence
from c42desktop.calendar.recurrence import occurrences
from c42desktop.calendar.series import place_of, starts_of
from c42desktop.calendar.series_edits import edited, without
from c42desktop.calendar.usual import usual
from c42desktop.errors import UserError

AMSTERDAM, NEW_YORK = ZoneInfo("Europe/Amsterdam"), ZoneInfo("America/New_York")
WINDOW = datetime(2026, 1, 1, tzinfo=AMSTERDAM), datetime(2027, 3, 1, tzinfo=AMSTERDAM)
LAST = datetime(2027, 1, 1)  # what is moved may leave the window
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

_RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=DAILY;UNTIL=20261120T220000Z",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=14",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
    "FREQ=WEEKLY;COUNT=5",
    "FREQ=MONTHLY;COUNT=9",
    "FREQ=YEARLY",
)
_MONTHLY = ("FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=20", "FREQ=MONTHLY;BYDAY=2TU;INTERVAL=2")

Line = tuple[datetime, timedelta, str]


@dataclass(frozen=True)
class Case:
    """A series with exceptions, and one of its occurrences as it is shown."""

    events: tuple[Event, ...]
    shown: Event
    place: Moment

    @property
    def lines(self) -> dict[Moment, Line]:
        return lines(self.events)


def wall(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime(moment.year, moment.month, moment.day)


def found(events: tuple[Event, ...]) -> list[Occurrence]:
    return occurrences(events, *WINDOW, AMSTERDAM, most=100_000)


def line(hit: Occurrence) -> Line:
    return wall(hit.start), elapsed(hit.start, hit.end), hit.event.summary


def lines(events: tuple[Event, ...]) -> dict[Moment, Line]:
    """What is shown, by the place that each has in its series."""
    master = next(event for event in events if event.recurrence_id is None)
    return {
        place_of(hit.event, master) or place_of(replace(master, recurrence_id=hit.start), master) or hit.start: line(
            hit
        )
        for hit in found(events)
    }


def all_lines(events: tuple[Event, ...]) -> list[Line]:
    return sorted(each for each in map(line, found(events)) if each[0] < LAST)


def shown_at(events: tuple[Event, ...], place: Moment) -> Event:
    """One occurrence as the window shows it: with the rules of its series."""
    master = events[0]
    special = next((each for each in events[1:] if place_of(each, master) == place), None)
    single = special or usual(master, events, place)
    assert single is not None
    return replace(single, rrules=master.rrules, rdates=master.rdates, exdates=master.exdates)


@st.composite
def cases(draw: st.DrawFn, rules: tuple[str, ...] = (*_RULES, *_MONTHLY), *, plain: bool = False) -> Case:
    kind = draw(st.sampled_from(["day", "floating", AMSTERDAM, NEW_YORK, UTC]))
    clock = datetime(2026, draw(st.sampled_from([3, 10])), draw(st.integers(17, 31)), draw(st.integers(0, 23)), 30)
    start: Moment = clock.date() if kind == "day" else clock if kind == "floating" else clock.replace(tzinfo=kind)  # type: ignore[arg-type]
    length = timedelta(days=2) if kind == "day" else 2 * HOUR
    rule = draw(st.sampled_from(rules))
    if not isinstance(kind, ZoneInfo) and kind is not UTC:
        rule = rule.replace("T220000Z", "" if kind == "day" else "T220000")
    rdates = () if plain else tuple(start + day * DAY for day in draw(st.sets(st.integers(2, 60), max_size=2)))
    master = Event("series", "Stand-up", start, start + length, rrules=(rule,), rdates=rdates)
    places = list(lines((master,)))
    assume(len(places) > 3)
    some = st.sets(st.sampled_from(places[:30]), max_size=3)
    exdates = draw(some)
    special = draw(some) - exdates
    master = replace(master, exdates=tuple(as_in(start, each) for each in sorted(exdates, key=wall)))
    changed = tuple(
        replace(one, summary=draw(st.sampled_from(["Stand-up", "Special"]))).moved_to(
            *draw(st.sampled_from(times(one)))
        )
        for place in sorted(special, key=wall)
        if (one := usual(master, (), place)) is not None
    )
    place = draw(st.sampled_from([each for each in places[:30] if each not in exdates]))
    events = (master, *changed)
    return Case(events, shown_at(events, place), place)


def times(one: Event) -> list[tuple[Moment, Moment]]:
    assert one.start is not None and one.end is not None
    return [(one.start, one.end), (one.start + DAY, one.end + 2 * DAY)]


def as_in(start: Moment, place: Moment) -> Moment:
    if isinstance(place, datetime) and place.tzinfo is not None and isinstance(start, datetime):
        return place.astimezone(start.tzinfo)
    return place


def renamed(case: Case) -> Event:
    return replace(case.shown, summary="Renamed")


def later(case: Case) -> Event:
    shift = DAY if case.shown.all_day else timedelta(hours=1, minutes=10)
    assert case.shown.start is not None and case.shown.end is not None
    return case.shown.moved_to(case.shown.start + shift, case.shown.end + shift)


CHANGES = st.sampled_from([renamed, later])


@settings(max_examples=60)
@given(cases(), CHANGES)
def test_one_occurrence_is_changed_and_no_other(case: Case, change: Callable[[Case], Event]) -> None:
    wanted = change(case)
    after = edited(case.events, case.shown, wanted, Span.THIS, "new")
    assert wanted.start is not None and wanted.end is not None
    expected = case.lines | {case.place: (wall(wanted.start), elapsed(wanted.start, wanted.end), wanted.summary)}
    assert lines(after) == expected
    changed = next(each for each in after[1:] if place_of(each, after[0]) == case.place)
    assert isinstance(changed.recurrence_id, datetime) == isinstance(case.events[0].start, datetime)
    assert (changed.rrules, changed.exdates, changed.uid) == ((), (), "series")
    assert after[0] == case.events[0]


@settings(max_examples=60)
@given(cases())
def test_one_occurrence_is_taken_away_and_no_other(case: Case) -> None:
    after = without(case.events, case.shown, Span.THIS)
    assert lines(after) == {place: each for place, each in case.lines.items() if place != case.place}


@settings(max_examples=60)
@given(cases())
def test_an_occurrence_and_all_later_ones_are_taken_away(case: Case) -> None:
    after = without(case.events, case.shown, Span.FOLLOWING)
    earlier = {place: each for place, each in case.lines.items() if wall(place) < wall(case.place)}
    assert (lines(after) if after else {}) == earlier
    assert without(case.events, case.shown, Span.ALL) == ()


def is_on_other_days(case: Case, wanted: Event) -> bool:
    """Whether it is on another day of the month now: not all months have a 31st."""
    days = [wall(each.start).date() for each in (case.shown, wanted) if each.start is not None]
    return days[0] != days[1] and case.events[0].rrules[0].startswith(("FREQ=MONTHLY", "FREQ=YEARLY"))


def expected_of(case: Case, wanted: Event, since: Moment | None) -> list[Line]:
    """Usual ones as the person wants them, those with something of their own keep that; `since` this place."""
    master = case.events[0]
    special = {place_of(each, master): each for each in case.events[1:]}
    assert wanted.start is not None and case.shown.start is not None
    shift = wall(wanted.start) - wall(case.shown.start)
    found: list[Line] = []
    for place, (start, length, title) in case.lines.items():
        if since is not None and wall(place) < wall(since):
            found.append((start, length, title))
            continue
        one = special.get(place)
        is_seen = place == case.place
        own_time = one is not None and one.start != place and not is_seen
        own_title = title != "Stand-up" and not is_seen
        changed = wanted.summary if wanted.summary != case.shown.summary else title
        found.append((start if own_time else start + shift, length, title if own_title else changed))
    return sorted(each for each in found if each[0] < LAST)


@settings(max_examples=60)
@given(cases(), CHANGES)
def test_an_occurrence_and_all_later_ones_are_changed(case: Case, change: Callable[[Case], Event]) -> None:
    wanted = change(case)
    try:
        after = edited(case.events, case.shown, wanted, Span.FOLLOWING, "new")
    except UserError as error:
        assert error.field == "recurrence"
        assert case.events[0].rdates or change is later
        return
    if not is_on_other_days(case, wanted):
        assert all_lines(after) == expected_of(case, wanted, case.place)
    assert {each.uid for each in after} <= {"series", "new"}
    old = tuple(each for each in after if each.uid == "series")
    assert all(
        wall(each.recurrence_id) < wall(case.place)
        for each in old
        if each.recurrence_id and "new" in {event.uid for event in after}
    )


@settings(max_examples=60)
@given(cases(_RULES), CHANGES)
def test_a_whole_series_is_changed(case: Case, change: Callable[[Case], Event]) -> None:
    wanted = change(case)
    after = edited(case.events, case.shown, wanted, Span.ALL, "new")
    if not is_on_other_days(case, wanted):
        assert all_lines(after) == expected_of(case, wanted, None)
    assert {each.uid for each in after} == {"series"}


DAILY = Event("series", "Stand-up", datetime(2026, 10, 20, 9, 30, tzinfo=AMSTERDAM), rrules=("FREQ=DAILY;COUNT=10",))


def seen(event: Event, start: Moment, **changes: object) -> Event:
    single = usual(event, (), start)
    assert single is not None
    return replace(single, rrules=event.rrules, **changes)  # type: ignore[arg-type]


def test_an_endless_series_is_not_worked_out_as_a_whole_to_be_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[datetime] = []
    starts = starts_of

    def noted(master: Event, window: tuple[datetime, datetime], budget: Budget) -> Iterator[Moment]:
        looked.append(window[1])
        return starts(master, window, budget)

    monkeypatch.setattr(series_splits, "starts_of", noted)
    start = datetime(2010, 1, 4, 9, tzinfo=AMSTERDAM)
    master = Event("series", "Stand-up", start, start + HOUR, rrules=("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",))
    shown = shown_at((master,), datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert len(edited((master,), shown, replace(shown, summary="Renamed"), Span.FOLLOWING, "new")) == 2
    assert without((master,), shown, Span.THIS)
    assert max(looked) < datetime(2028, 1, 1)


def test_what_is_counted_is_shared_out() -> None:
    shown = seen(DAILY, datetime(2026, 10, 24, 9, 30, tzinfo=AMSTERDAM))
    before, after = edited((DAILY,), shown, replace(shown, summary="Retro"), Span.FOLLOWING, "new")
    assert (before.rrules, after.rrules) == (("FREQ=DAILY;COUNT=4",), ("FREQ=DAILY;COUNT=6",))
    assert (after.uid, after.start, after.summary) == ("new", shown.start, "Retro")


def test_an_endless_series_ends_with_the_occurrence_before_in_utc() -> None:
    weekly = replace(DAILY, rrules=("FREQ=WEEKLY;BYDAY=TU",))
    shown = seen(weekly, datetime(2026, 11, 3, 9, 30, tzinfo=AMSTERDAM))
    before, after = edited((weekly,), shown, replace(shown, summary="Retro"), Span.FOLLOWING, "new")
    assert before.rrules == ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261027T083000Z",)
    assert after.rrules == weekly.rrules


@pytest.mark.parametrize(
    ("rule", "days", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TU,FR", 1, "FREQ=WEEKLY;BYDAY=WE,SA"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", 1, "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,MO;WKST=TU"),
        ("FREQ=MONTHLY;BYMONTHDAY=20", 3, "FREQ=MONTHLY;BYMONTHDAY=23"),
        ("FREQ=MONTHLY;BYDAY=3TU", 1, "FREQ=MONTHLY;BYDAY=3WE"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20", 15, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=4"),
        ("FREQ=DAILY;UNTIL=20261025T083000Z", 1, "FREQ=DAILY;UNTIL=20261026T083000Z"),
        ("FREQ=MONTHLY", 5, "FREQ=MONTHLY"),
    ],
)
def test_the_days_of_a_rule_move_along_with_its_series(rule: str, days: int, expected: str) -> None:
    series = replace(DAILY, rrules=(rule,))
    shown = seen(series, datetime(2026, 10, 20, 9, 30, tzinfo=AMSTERDAM))
    assert isinstance(shown.start, datetime)
    (after,) = edited((series,), shown, replace(shown, start=shown.start + days * DAY), Span.ALL, "new")
    assert after.rrules == (expected,)


def test_a_rule_with_days_of_its_own_has_to_be_chosen_anew() -> None:
    series = replace(DAILY, rrules=("FREQ=MONTHLY;BYMONTHDAY=1,20",))
    shown = seen(series, datetime(2026, 10, 20, 9, 30, tzinfo=AMSTERDAM))
    assert isinstance(shown.start, datetime)
    later = replace(shown, start=shown.start + DAY)
    with pytest.raises(UserError, match="choose its days anew"):
        edited((series,), shown, later, Span.ALL, "new")
    (after,) = edited((series,), shown, replace(later, rrules=("FREQ=DAILY",)), Span.ALL, "new")
    assert (after.start, after.rrules) == (later.start, ("FREQ=DAILY",))


def test_a_series_of_days_becomes_one_of_times_and_another_zone() -> None:
    days = Event("series", "Fair", date(2026, 10, 20), date(2026, 10, 21), rrules=("FREQ=DAILY;UNTIL=20261027",))
    shown = seen(days, date(2026, 10, 22))
    start = datetime(2026, 10, 22, 9, tzinfo=AMSTERDAM)
    wanted = replace(shown, start=start, end=start + HOUR, timezone="Europe/Amsterdam")
    (after,) = edited((days,), shown, wanted, Span.ALL, "new")
    assert (after.start, after.end) == (start - 2 * DAY, start - 2 * DAY + HOUR)
    assert after.rrules == ("FREQ=DAILY;UNTIL=20261027T080000Z",)  # nine in winter time
    assert [hit.start.hour for hit in found((after,)) if isinstance(hit.start, datetime)] == [9] * 8


def test_a_repetition_that_is_taken_away_leaves_one_event() -> None:
    series = replace(DAILY, exdates=(datetime(2026, 10, 22, 9, 30, tzinfo=AMSTERDAM),))
    shown = seen(series, datetime(2026, 10, 24, 9, 30, tzinfo=AMSTERDAM))
    (after,) = edited((series,), shown, replace(shown, rrules=()), Span.ALL, "new")
    assert after == replace(DAILY, rrules=())


def test_an_event_that_does_not_repeat_is_changed_whatever_is_meant() -> None:
    single = replace(DAILY, rrules=())
    for span in Span:
        assert edited((single,), single, replace(single, summary="Retro"), span, "new")[0].summary == "Retro"
        assert without((single,), single, span) == ()


def test_other_events_of_an_item_stay() -> None:
    other = replace(DAILY, uid="other")
    shown = seen(DAILY, datetime(2026, 10, 24, 9, 30, tzinfo=AMSTERDAM))
    assert without((DAILY, other), shown, Span.ALL) == (other,)
    assert edited((DAILY, other), shown, replace(shown, summary="Retro"), Span.ALL, "new")[1] == other


def test_what_is_gone_meanwhile_cannot_be_changed() -> None:
    shown = seen(DAILY, datetime(2026, 10, 24, 9, 30, tzinfo=AMSTERDAM))
    with pytest.raises(UserError, match="not in the calendar any more"):
        edited((), shown, replace(shown, summary="Retro"), Span.THIS, "new")
    shorter = replace(DAILY, rrules=("FREQ=DAILY;COUNT=2",))
    with pytest.raises(UserError, match="not in the calendar any more"):
        edited((shorter,), shown, replace(shown, summary="Retro"), Span.THIS, "new")
