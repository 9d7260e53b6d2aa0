"""Each way in which a change can be lost or told twice is seen as such, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from c42desktop.calendar.model import CalendarRef, Change, ChangeKind
from tests.faults.verdict import Evidence, Shown, judge, known_in, marked_in, shown_in

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def change(number: int, kind: ChangeKind, summary: str, item_id: str = "a", node: str = "team") -> Change:
    return Change(kind, CalendarRef("ann@example.org", "pubsub.example.org", node), item_id, summary, NOW, id=number)


ADDED = change(1, ChangeKind.ADDED, "A r1")
CHANGED = change(2, ChangeKind.CHANGED, "A r2")
REMOVED = change(3, ChangeKind.REMOVED, "A r2")
EMPTIED = change(4, ChangeKind.CALENDAR_EMPTIED, "Team", "")
FAREWELL = change(5, ChangeKind.CALENDAR_REMOVED, "Team", "")


def shown(*ids: int, run: int = 1, text: str = "") -> Shown:
    return Shown(run, ids, text)


def evidence(changes: Sequence[Change], *told: Shown, server: dict[str, str] | None = None) -> Evidence:
    """One calendar; each change is shown once unless `told` says otherwise."""
    return Evidence(
        server={"team": server or {}},
        deleted=frozenset(),
        purges={"team": 1},
        known={"team": {}},
        changes=changes,
        untold=frozenset(),
        shown=told or tuple(shown(each.id) for each in changes),
    )


def wrong(found: Evidence) -> list[str]:
    verdict = judge(found)
    return [*verdict.lost, *verdict.twice]


def test_nothing_is_wrong_where_the_last_that_was_told_is_what_the_server_has() -> None:
    assert wrong(evidence([ADDED, CHANGED], server={"a": "A r2"})) == []
    assert wrong(evidence([ADDED, CHANGED, REMOVED])) == []
    assert wrong(evidence([ADDED, CHANGED, EMPTIED])) == []


def test_what_the_first_look_found_counts_as_known() -> None:
    found = evidence([], server={"a": "A r1"})
    assert wrong(found) == ["team a: told None, the server has A r1"]
    assert wrong(replace(found, known={"team": {"a": "A r1"}})) == []


def test_a_revision_that_was_not_told_is_lost() -> None:
    assert wrong(evidence([ADDED], server={"a": "A r2"})) == ["team a: told A r1, the server has A r2"]


def test_a_removal_that_was_not_told_is_lost() -> None:
    assert wrong(evidence([ADDED])) == ["team a: told A r1, the server has None"]


def test_an_item_that_is_back_after_a_purge_must_be_told() -> None:
    assert wrong(evidence([ADDED, EMPTIED], server={"a": "A r1"})) == ["team a: told None, the server has A r1"]


def test_a_deleted_calendar_that_was_known_must_be_told() -> None:
    gone = replace(evidence([ADDED, FAREWELL]), server={}, deleted=frozenset({"team"}))
    assert wrong(gone) == []
    assert wrong(replace(gone, changes=[ADDED])) == ["team: nobody was told that it is gone"]
    assert wrong(replace(gone, changes=[], known={})) == []


def test_a_change_that_was_never_shown_is_lost_whatever_the_store_says() -> None:
    counted = evidence([ADDED, CHANGED], shown(1), server={"a": "A r2"})
    assert wrong(counted) == ["change 2 (changed A r2) counts as told, and was never shown"]
    waiting = replace(counted, untold=frozenset({2}))
    assert wrong(waiting) == ["change 2 (changed A r2) still waits to be told"]


def test_a_notification_about_something_else_tells_nothing() -> None:
    assert wrong(evidence([ADDED], shown(1, text="A r1 added"), server={"a": "A r1"})) == []
    assert len(wrong(evidence([ADDED], shown(1, text="B r1 added"), server={"a": "A r1"}))) == 1


def test_the_same_change_shown_twice_in_one_run_is_told_twice() -> None:
    assert wrong(evidence([ADDED], shown(1), shown(1), server={"a": "A r1"})) == ["change 1 was shown twice"]


def test_what_a_kill_kept_from_being_marked_may_be_repeated_and_is_counted() -> None:
    verdict = judge(evidence([ADDED, CHANGED], shown(1, 2), shown(1, 2, run=2), server={"a": "A r2"}))
    assert (verdict.lost, verdict.twice, verdict.repeated) == ([], [], 2)


def test_what_was_marked_must_not_be_repeated_by_the_next_run() -> None:
    repeated = evidence([ADDED, CHANGED], shown(1), shown(2), shown(1, run=2), server={"a": "A r2"})
    assert wrong(replace(repeated, marked=frozenset({(1, 1)}))) == ["change 1 was shown twice"]


def test_the_same_news_under_two_numbers_is_told_twice() -> None:
    again = change(6, ChangeKind.ADDED, "A r1")
    assert wrong(evidence([ADDED, again], server={"a": "A r1"})) == ["team a: 2 changes say added A r1"]


def test_a_calendar_is_emptied_as_often_as_it_was_purged() -> None:
    again = replace(EMPTIED, id=6)
    assert wrong(evidence([EMPTIED, again])) == ["team : 2 changes say calendar-emptied Team"]
    assert wrong(replace(evidence([EMPTIED, again]), purges={"team": 2})) == []


def test_a_journal_has_what_was_shown_and_what_was_known_at_last() -> None:
    journal = [
        {"run": 1, "look": "team", "found": {"a": "A r1"}},
        {"run": 2, "look": "team", "found": {"a": "A r2"}},
        {"run": 2, "look": "team"},
        {"run": 2, "told": [1], "key": "[]", "title": "A r1 added", "body": "Today"},
        {"run": 2, "marked": [1]},
        {"run": 2, "told": [2, 3], "key": "summary", "title": "2 changes", "body": ""},
    ]
    assert known_in(journal) == {"team": {"a": "A r2"}}
    assert marked_in(journal) == {(2, 1)}
    assert shown_in(journal) == [shown(1, run=2, text="A r1 added\nToday"), shown(2, 3, run=2)]
