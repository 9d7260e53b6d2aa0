"""An edit put onto what others made of the same event meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.edit_units import UNITS, changed_units, with_units
from c42desktop.calendar.edits import FieldConflict, Span, interval
from c42desktop.calendar.merging_edits import EVENT, Merge, decided, merged
from c42desktop.calendar.model import Alarm, Event, Person
from c42desktop.calendar.series_edits import edited, without
from c42desktop.calendar.usual import usual
from tests.calendar.event_strategies import events

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REVIEW = Event("review", "Review", START, START + HOUR, location="Hall", sequence=2, modified=START, sync_token=4)
DAILY = replace(REVIEW, rrules=("FREQ=DAILY;COUNT=10",))


def moved(event: Event, by: timedelta) -> Event:
    assert event.start is not None and isinstance(event.end, datetime)
    return event.moved_to(event.start + by, event.end + by)


def at(day: int, event: Event = DAILY) -> Event:
    single = usual(event, (), START + day * DAY)
    assert single is not None
    return replace(single, rrules=event.rrules)


def test_what_each_side_changed_is_taken_over() -> None:
    mine = replace(REVIEW, summary="Retro", alarms=(Alarm(before=HOUR),))
    theirs = replace(moved(REVIEW, HOUR), location="Room 4", sequence=3, modified=START + DAY, sync_token=5)
    wanted = replace(theirs, summary="Retro", alarms=mine.alarms)
    assert merged((REVIEW,), (mine,), (theirs,)) == Merge((wanted,))


def test_what_both_changed_is_a_conflict_and_what_they_changed_alike_is_none() -> None:
    mine = replace(moved(REVIEW, HOUR), summary="Retro", location="Room 4")
    theirs = replace(moved(REVIEW, 2 * HOUR), summary="Retro", location="Room 5", sequence=3)
    merge = merged((REVIEW,), (mine,), (theirs,))
    assert merge.conflicts == (
        FieldConflict(
            "time",
            "2026-11-23T09:00:00+00:00/2026-11-23T10:00:00+00:00",
            "2026-11-23T10:00:00+00:00/2026-11-23T11:00:00+00:00",
            "2026-11-23T11:00:00+00:00/2026-11-23T12:00:00+00:00",
        ),
        FieldConflict("location", "Hall", "Room 4", "Room 5"),
    )
    assert merge.events == (replace(mine, sequence=3),)
    assert decided((REVIEW,), (mine,), (theirs,), ["time"]) == (replace(theirs, start=mine.start, end=mine.end),)
    assert interval(merge.conflicts[0].mine or "") == (mine.start, mine.end)


def test_an_event_that_others_took_away_or_changed_meanwhile_is_a_conflict() -> None:
    other = replace(REVIEW, summary="Retro")
    edited_here, deleted_here = merged((REVIEW,), (other,), ()), merged((REVIEW,), (), (other,))
    assert edited_here == Merge((other,), (FieldConflict(EVENT, "Review", "Retro", None),))
    assert deleted_here == Merge((), (FieldConflict(EVENT, "Review", None, "Retro"),))
    assert decided((REVIEW,), (other,), (), []) == ()
    assert decided((REVIEW,), (), (other,), []) == (other,)
    assert merged((REVIEW,), (), (replace(REVIEW, sequence=9),)) == Merge(())
    assert merged((REVIEW,), (), ()) == Merge(())


def test_conflicts_come_in_the_order_of_a_form() -> None:
    mine, theirs = (
        replace(REVIEW, summary=who, location=who, start=START + far) for who, far in (("A", HOUR), ("B", DAY))
    )
    assert [each.name for each in merged((REVIEW,), (mine,), (theirs,)).conflicts] == ["summary", "time", "location"]


def test_dates_that_each_side_left_out_are_all_left_out() -> None:
    mine, theirs = (without((DAILY,), at(day), Span.THIS) for day in (2, 3))
    merge = merged((DAILY,), mine, theirs)
    assert (set(merge.events[0].exdates), merge.conflicts) == ({START + 2 * DAY, START + 3 * DAY}, ())


def test_a_date_left_out_of_a_series_that_others_have_moved_is_a_conflict() -> None:
    mine = without((DAILY,), at(2), Span.THIS)
    theirs = edited((DAILY,), at(0), moved(at(0), HOUR), Span.ALL, "new")
    assert [each.name for each in merged((DAILY,), mine, theirs).conflicts] == ["dates"]
    assert decided((DAILY,), mine, theirs, []) == theirs


def test_two_occurrences_changed_on_two_sides_are_both_changed() -> None:
    mine = edited((DAILY,), at(2), moved(at(2), HOUR), Span.THIS, "new")
    theirs = edited((DAILY,), at(3), moved(at(3), HOUR), Span.THIS, "new")
    assert merged((DAILY,), mine, theirs) == Merge((*theirs, mine[1]))


def test_one_occurrence_follows_what_others_did_to_the_series() -> None:
    mine = edited((DAILY,), at(2), moved(at(2), HOUR), Span.THIS, "new")
    theirs = (replace(DAILY, summary="Retro"),)
    merge = merged((DAILY,), mine, theirs)
    assert [each.summary for each in merge.events] == ["Retro", "Retro"]
    assert (merge.events[1].start, merge.conflicts) == (START + 2 * DAY + HOUR, ())


def test_an_occurrence_changed_here_and_left_out_there_is_a_conflict() -> None:
    mine = edited((DAILY,), at(2), moved(at(2), HOUR), Span.THIS, "new")
    theirs = without((DAILY,), at(2), Span.THIS)
    (conflict,) = merged((DAILY,), mine, theirs).conflicts
    assert (conflict.name, conflict.mine, conflict.theirs) == (EVENT, "Review", None)
    assert conflict.key == "event 2026-11-25T09:00:00+00:00"
    assert decided((DAILY,), mine, theirs, []) == theirs
    assert decided((DAILY,), mine, theirs, [conflict.key]) == mine


def test_an_occurrence_left_out_here_and_changed_there_is_a_conflict() -> None:
    mine = without((DAILY,), at(2), Span.THIS)
    theirs = edited((DAILY,), at(2), moved(at(2), HOUR), Span.THIS, "new")
    (conflict,) = merged((DAILY,), mine, theirs).conflicts
    assert (conflict.name, conflict.mine, conflict.theirs) == (EVENT, None, "Review")
    assert decided((DAILY,), mine, theirs, []) == theirs
    assert decided((DAILY,), mine, theirs, [conflict.key]) == mine


def test_a_series_that_both_moved_is_where_one_side_moved_it() -> None:
    special = edited((DAILY,), at(2), moved(at(2), 3 * HOUR), Span.THIS, "new")
    mine = edited(special, at(0), moved(at(0), HOUR), Span.ALL, "new")
    theirs = edited(special, at(0), moved(at(0), 2 * HOUR), Span.ALL, "new")
    assert [each.name for each in merged(special, mine, theirs).conflicts] == ["time"]
    assert decided(special, mine, theirs, []) == theirs
    assert decided(special, mine, theirs, ["time"]) == mine


def test_answers_of_others_are_no_conflict_with_another_title() -> None:
    invited = replace(REVIEW, attendees=(Person("Vera", "vera@example.org", "needs-action"),))
    answered = replace(invited, attendees=(Person("Vera", "vera@example.org", "accepted"),))
    assert merged((invited,), (replace(invited, summary="Retro"),), (answered,)) == Merge(
        (replace(answered, summary="Retro"),)
    )


SINGLE = events().map(lambda event: replace(event, uid="one", recurrence_id=None, rdates=(), exdates=()))


@settings(max_examples=60)
@given(SINGLE, SINGLE, SINGLE, st.sets(st.sampled_from(UNITS)), st.sets(st.sampled_from(UNITS)))
def test_nothing_of_either_side_is_lost_without_a_conflict(
    base: Event, one: Event, other: Event, mine_units: set[object], their_units: set[object]
) -> None:
    mine = with_units(base, one, [unit for unit in UNITS if unit in mine_units])
    theirs = with_units(base, other, [unit for unit in UNITS if unit in their_units])
    merge = merged((base,), (mine,), (theirs,))
    (event,) = merge.events
    told = {each.name for each in merge.conflicts}
    for unit in changed_units(base, mine):
        assert unit.same(event, mine) or unit.name in told or unit in changed_units(base, theirs)
    for unit in changed_units(base, theirs):
        assert unit.same(event, theirs) or unit.name in told


def test_an_occurrence_that_both_made_usual_again_is_nothing_special() -> None:
    special = edited((DAILY,), at(2), moved(at(2), HOUR), Span.THIS, "new")
    assert merged(special, (replace(DAILY, summary="Retro"),), (DAILY,)) == Merge((replace(DAILY, summary="Retro"),))
