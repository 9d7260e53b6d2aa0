"""Several changes of one event, told as one: from before the first to after the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import Change, ChangeKind, Event, FieldChange, Status
from c42desktop.notify.merging import merged
from tests.notify.scenes import NOW, START, TEAM, change, event

ADDED, CHANGED, CANCELLED, REMOVED = (
    ChangeKind.ADDED,
    ChangeKind.CHANGED,
    ChangeKind.CANCELLED,
    ChangeKind.REMOVED,
)
OFF = event(status=Status.CANCELLED)


def place(before: str, after: str) -> FieldChange:
    return FieldChange("location", before, after)


def kinds(*changes: Change) -> list[ChangeKind]:
    return [each.kind for each in merged(changes)]


def test_a_field_is_as_it_was_at_first_and_is_at_last() -> None:
    (one,) = merged([change(CHANGED, place("1", "2")), change(CHANGED, place("2", "3"), FieldChange("url", "", "x"))])
    assert one.fields == (place("1", "3"), FieldChange("url", "", "x"))


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ([change(CHANGED, place("1", "2")), change(CHANGED, place("2", "1"))], []),
        ([change(ADDED), change(REMOVED)], []),
        ([change(ADDED), change(CHANGED)], [ADDED]),
        ([change(ADDED), change(CANCELLED, about=OFF)], [CANCELLED]),
        ([change(CHANGED), change(CANCELLED, about=OFF)], [CANCELLED]),
        ([change(CHANGED), change(REMOVED)], [REMOVED]),
        ([change(CANCELLED, about=OFF), change(REMOVED, about=OFF)], [REMOVED]),
        ([change(CANCELLED, about=OFF), change(CHANGED, about=OFF)], [CANCELLED]),
        ([change(REMOVED), change(ADDED)], []),
        ([change(REMOVED), change(ADDED, about=event(location="Room 4"))], [CHANGED]),
        ([change(ADDED), change(REMOVED), change(ADDED)], [ADDED]),
    ],
)
def test_two_of_one_event(changes: list[Change], wanted: list[ChangeKind]) -> None:
    assert kinds(*changes) == wanted


def test_called_off_and_on_again_is_nothing() -> None:
    off = change(CANCELLED, FieldChange("status", "confirmed", "cancelled"), about=OFF)
    assert kinds(off, change(CHANGED, FieldChange("status", "cancelled", "confirmed"))) == []


def test_what_becomes_of_a_series_becomes_of_its_occurrences() -> None:
    tuesday = change(about=event(recurrence_id=START + timedelta(days=1)))
    assert kinds(tuesday, change()) == [CHANGED, CHANGED]
    assert kinds(tuesday, change(CANCELLED, about=OFF)) == [CANCELLED]
    assert kinds(tuesday, change(REMOVED)) == [REMOVED]
    other = change(REMOVED, about=replace(event(), uid="another"))
    assert kinds(tuesday, other) == [CHANGED, REMOVED]


def test_what_happens_to_a_calendar_is_each_told() -> None:
    emptied, removed = (
        Change(kind, TEAM, "", "Product team", NOW)
        for kind in (ChangeKind.CALENDAR_EMPTIED, ChangeKind.CALENDAR_REMOVED)
    )
    assert kinds(emptied, removed) == [emptied.kind, removed.kind]


VERSIONS = st.lists(
    st.one_of(
        st.none(),
        st.builds(
            lambda hours, place, status: event(START + timedelta(hours=hours), location=place, status=status),
            st.integers(0, 2),
            st.sampled_from(["", "Room 4"]),
            st.sampled_from([Status.CONFIRMED, Status.CANCELLED]),
        ),
    ),
    min_size=2,
    max_size=6,
)


@given(VERSIONS)
def test_step_by_step_is_told_as_in_one_step(versions: list[Event | None]) -> None:
    """But for what was called off in between: that was worth telling, and so is what became of it."""

    def step(before: Event | None, after: Event | None) -> tuple[Change, ...]:
        return compare(TEAM, "item", [before] if before else [], [after] if after else [], NOW)

    steps = [each for pair in pairwise(versions) for each in step(*pair)]
    at_once = step(versions[0], versions[-1])
    told = merged(steps)
    assert len(told) <= 1
    if not any(version is not None and version.status is Status.CANCELLED for version in versions):
        assert [each.kind for each in told] == [each.kind for each in at_once]
        assert [each.event for each in told if each.kind is not REMOVED] == [
            each.event for each in at_once if each.kind is not REMOVED
        ]
        assert [set(each.fields) for each in told if each.kind is CHANGED] == [
            set(each.fields) for each in at_once if each.kind is CHANGED
        ]


def by(name: str) -> FieldChange:
    return FieldChange("by", None, name)


def test_who_did_it_is_who_did_it_last_and_alone_is_no_change() -> None:
    (one,) = merged([change(CHANGED, place("1", "2"), by("Bram")), change(CHANGED, place("2", "3"), by("Eva"))])
    assert one.fields == (place("1", "3"), by("Eva"))
    (other,) = merged([change(CHANGED, place("1", "2"), by("Bram")), change(CHANGED, place("2", "3"))])
    assert other.fields == (place("1", "3"),)
    assert merged([change(CHANGED, place("1", "2"), by("Bram")), change(CHANGED, place("2", "1"), by("Eva"))]) == ()
    (gone,) = merged([change(CHANGED, place("1", "2"), by("Bram")), change(REMOVED)])
    assert gone.fields == (place("1", "2"),)
