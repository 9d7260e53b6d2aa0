"""What is asked of the edits that wait, and how much of them is read for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.editing import Editing
from c42desktop.store import edits as module
from c42desktop.store.edits import Edits
from c42desktop.store.store import Store

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
MANY, DISPUTED = 40, 3


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Many edits that wait, the last few of which are disputed."""
    with closing(Store(tmp_path / "calendars.sqlite")) as made:
        made.add_calendar(TEAM, "Team")
        edits = Edits(made.db)
        for number in range(MANY):
            event = Event(f"e{number}", "Review", NOW, NOW + timedelta(hours=1))
            wanted = replace(event, summary="Design review")
            kept = edits.put(Edit(item(number), (event,), (wanted,)), NOW)
            if number >= MANY - DISPUTED:
                edits.contradict(kept, (replace(event, summary="Code review"),))
        yield made


@pytest.fixture
def editing(store: Store) -> Editing:
    """Nobody is online."""
    return Editing(
        store,
        lambda: (),
        now=lambda: NOW,
        on_changed=lambda _items: None,
        on_conflict=lambda _conflict: None,
        tell=lambda _sentence: None,
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Each event that was read from an edit."""
    events: list[object] = []

    def load(raw: Any) -> Event:
        events.append(raw)
        return loaded(raw)

    loaded = module.load_event
    monkeypatch.setattr(module, "load_event", load)
    return events


def item(number: int) -> ItemRef:
    return ItemRef(TEAM, f"e{number}")


def test_how_an_event_stands_is_read_from_its_own_edit_however_many_wait(editing: Editing, read: list[object]) -> None:
    assert editing.is_waiting(item(0)) and not editing.is_disputed(item(0))
    assert editing.is_waiting(item(MANY - 1)) and editing.is_disputed(item(MANY - 1))
    assert not editing.is_waiting(item(MANY)) and not editing.is_disputed(item(MANY))
    assert len(read) <= 2 * (2 + 3)  # for two of them, twice: what was, what is wanted, what others did


def test_which_items_wait_is_known_without_reading_their_edits(editing: Editing, read: list[object]) -> None:
    assert editing.waiting() == [item(number) for number in range(MANY)]
    assert not read


def test_only_what_is_disputed_is_read_for_the_person_to_decide(editing: Editing, read: list[object]) -> None:
    assert [each.edit.item for each in editing.conflicts()] == [item(n) for n in range(MANY - DISPUTED, MANY)]
    assert len(read) == 3 * DISPUTED
