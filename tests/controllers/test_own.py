"""What this program publishes itself is no news; what others make of the same item meanwhile is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, ItemRef
from c42desktop.controllers.own import LATE, OwnItems
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync.items import digest_of
from tests.readers import payload

TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REVIEW = ItemRef(TEAM, "review")
OURS, THEIRS = payload("Ours"), payload("Theirs")


class Stage:
    """A store, a clock, and what is our own."""

    def __init__(self, folder: Path) -> None:
        self.clock = 0.0
        self.store = Store(folder / "store.sqlite")
        self.store.add_calendar(TEAM, "Product team")
        self.own = OwnItems(self.store, lambda: NOW, lambda: self.clock)

    def pushed(self, digest: bytes, count: int = 1) -> list[Change]:
        """A push has been written, with what is to be told of it."""
        changes = [Change(ChangeKind.CHANGED, TEAM, "review", f"Date {number}", NOW) for number in range(count)]
        written = self.store.put_item(StoredItem(REVIEW, "<x/>", digest, ()), changes)
        return [replace(change, digest=digest) for change in written]

    def read(self) -> int:
        with closing(sqlite3.connect(self.store.path)) as db:
            return int(db.execute("SELECT count(*) FROM change WHERE read = 1 AND told = 1").fetchone()[0])


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.store.close()


def test_ones_own_edit_is_told_nobody_also_after_a_restart(stage: Stage) -> None:
    stage.own.publishing(REVIEW, OURS)
    assert stage.own.news(stage.pushed(digest_of(payload("Ours", prefix="other")), count=2)) == []
    assert stage.store.untold() == []
    assert stage.read() == 2


@pytest.mark.parametrize("ours_first", [True, False])
def test_what_somebody_else_makes_of_it_meanwhile_is_told(stage: Stage, ours_first: bool) -> None:
    stage.own.publishing(REVIEW, OURS)
    ours, theirs = stage.pushed(digest_of(OURS)), stage.pushed(digest_of(THEIRS))
    assert stage.own.news([*ours, *theirs] if ours_first else [*theirs, *ours]) == theirs
    assert stage.store.untold() == theirs


def test_each_publish_explains_one_push(stage: Stage) -> None:
    for _time in range(2):
        stage.own.publishing(REVIEW, OURS)
    for _time in range(2):
        assert stage.own.news(stage.pushed(digest_of(OURS))) == []
    again = stage.pushed(digest_of(OURS))
    assert stage.own.news(again) == again


@pytest.mark.parametrize(("late", "news"), [(LATE - 1, 0), (LATE + 1, 1)])
def test_what_comes_late_is_news(stage: Stage, late: float, news: int) -> None:
    stage.own.publishing(REVIEW, OURS)
    stage.clock = late
    assert len(stage.own.news(stage.pushed(digest_of(OURS)))) == news


def test_what_is_gone_again_is_news(stage: Stage) -> None:
    """A retraction brings no payload: somebody else took it away."""
    stage.own.publishing(REVIEW, OURS)
    removed = stage.store.remove_items(TEAM, ["review"], [Change(ChangeKind.REMOVED, TEAM, "review", "", NOW)])
    assert stage.own.news(removed) == removed
