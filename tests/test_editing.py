"""Edits between the person and the store: what needs no server, or what no real one does on demand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from c42desktop import editing as module
from c42desktop.calendar import payloads
from c42desktop.calendar.edits import Conflict, Edit, Span
from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import CalendarRef, CalendarState, Event, ItemRef
from c42desktop.calendar.usual import usual
from c42desktop.edit_payloads import present, stored
from c42desktop.editing import Editing
from c42desktop.errors import UserError
from c42desktop.files.keeping import keep_calendars, kept_ref
from c42desktop.store.edits import Edits
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.submission import Disputed, There
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.invitations import ANN
from tests.store.test_store import NOW
from tests.waiting import until

TEAM, OTHER = (CalendarRef(ANN, "pubsub.example.org", name) for name in ("team", "other"))
LOCAL = local_ref("holidays.ics")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REVIEW = Event("review", "Review", NOW, NOW + HOUR)
DAILY = replace(REVIEW, rrules=("FREQ=DAILY;COUNT=10",))


class FakePubSub:
    async def affiliations(self, _service: str) -> dict[str, str]:
        return {"team": "publisher", "other": "member"}

    async def metadata(self, _address: object) -> Any:
        class Told:
            publish_model = "publishers"

        return Told


class FakeLink:
    jid = ANN
    pubsub = FakePubSub()


class Person:
    """Ann, and a server that takes edits one by one, as it is told."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = store
        self.links: list[Any] = []
        self.told: list[str] = []
        self.conflicts: list[Conflict] = []
        self.sent: list[tuple[str, str, tuple[str, ...]]] = []
        self.edits_sent: list[Edit] = []
        self.given: There | None = None  # what the server has after the next one
        self.server: dict[ItemRef, tuple[Event, ...]] = {}
        self.answers: list[Exception | Disputed] = []
        self.busy = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.rights = asyncio.Event()
        person = self

        class FakeSubmission:
            publisher = ""

            def __init__(self, _link: Any, _edits: Edits, edit: Edit, kept: str, *_rest: object) -> None:
                self._edit, self._kept = edit, kept

            async def send(self) -> There | Disputed:
                return await person.take(self._edit, self._kept)

        monkeypatch.setattr(module, "Submission", FakeSubmission)
        self.editing = Editing(
            store,
            lambda: self.links,
            now=lambda: NOW,
            on_changed=lambda _items: None,
            on_conflict=self.conflicts.append,
            tell=self.told.append,
            on_rights=self.rights.set,
            wait=lambda _attempt: 0.01,
        )

    def put(self, calendar: CalendarRef, *events: Event) -> ItemRef:
        item = ItemRef(calendar, events[0].uid)
        kept = stored(item, payloads.encode(events))
        self.store.put_item(kept)
        self.server[item] = kept.events
        return item

    def events(self, item: ItemRef) -> tuple[Event, ...]:
        found = self.store.item(item)
        return found.events if found is not None else ()

    def change(self, item: ItemRef, span: Span = Span.ALL, **changes: object) -> None:
        event = self.events(item)[0]
        self.editing.change(item, event, replace(event, **changes), span)  # type: ignore[arg-type]

    def connect(self) -> None:
        self.links.append(FakeLink())
        self.editing.online(ANN)

    async def settled(self) -> None:
        self.gate.set()
        await until(lambda: len(self.editing.waiting()) == len(self.editing.conflicts()))

    async def take(self, edit: Edit, kept: str) -> There | Disputed:
        self.sent.append((edit.item.calendar.node, edit.item.item_id, tuple(event.summary for event in edit.wanted)))
        self.edits_sent.append(edit)
        self.busy.set()
        await self.gate.wait()
        if self.given is not None:
            given, self.given = self.given, None
            return given
        if self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        if not edit.wanted:
            return There(None, ())
        payload = payloads.encode(edit.wanted, payloads.parse(kept), edit.item.item_id)
        return There(payload, present(payload, edit.item.item_id))


@pytest_asyncio.fixture
async def ann(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    store = Store(tmp_path / "store.sqlite")
    for ref in (TEAM, OTHER, LOCAL):
        store.add_calendar(ref, ref.node)
    person = Person(store, monkeypatch)
    yield person
    await person.editing.close()
    store.close()


def at(day: int, event: Event = DAILY) -> Event:
    single = usual(event, (), NOW + day * DAY)
    assert single is not None
    return replace(single, rrules=event.rrules)


async def test_a_calendar_from_a_file_is_changed_at_once_and_no_server_hears_of_it(ann: Person) -> None:
    item = ann.editing.create(LOCAL, REVIEW)
    ann.change(item, summary="Retro")
    found = ann.store.item(item)
    assert found is not None and "SUMMARY:Retro" in found.payload
    assert (ann.events(item)[0].summary, ann.editing.waiting(), ann.editing.may_write(LOCAL)) == ("Retro", [], True)
    ann.editing.delete(item, ann.events(item)[0], Span.ALL)
    assert ann.store.item(item) is None


async def test_a_series_in_a_calendar_from_a_file_is_divided_in_two_items(ann: Person) -> None:
    item = ann.editing.create(LOCAL, DAILY)
    ann.editing.change(item, at(4), replace(at(4), summary="Retro"), Span.FOLLOWING)
    found = [ann.events(ItemRef(LOCAL, item_id)) for item_id in ann.store.digests(LOCAL)]
    assert sorted((events[0].summary, *events[0].rrules) for events in found) == [
        ("Retro", "FREQ=DAILY;COUNT=6"),
        ("Review", "FREQ=DAILY;COUNT=4"),
    ]


async def test_an_event_goes_from_a_file_to_a_server_and_back(ann: Person) -> None:
    item = ann.editing.create(LOCAL, REVIEW)
    moved = ann.editing.move(item, TEAM)
    assert (ann.store.item(item), ann.events(moved)[0].summary, ann.editing.waiting()) == (None, "Review", [moved])
    ann.connect()
    await ann.settled()
    back = ann.editing.move(moved, LOCAL)
    assert (ann.events(moved), ann.events(back)[0].summary) == ((), "Review")
    await ann.settled()
    assert ann.store.item(moved) is None
    assert ann.sent == [("team", "review", ("Review",)), ("team", "review", ())]


async def test_what_was_changed_while_it_was_sent_is_sent_next(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.gate.clear()
    ann.connect()
    ann.change(item, summary="Retro")
    await ann.busy.wait()
    ann.change(item, location="Room 4")
    await ann.settled()
    assert [titles for _node, _id, titles in ann.sent] == [("Retro",), ("Retro",)]
    (event,) = ann.events(item)
    assert (event.summary, event.location) == ("Retro", "Room 4")
    known = ann.store.item(item)
    assert known is not None and "LOCATION:Room 4" in known.payload


async def test_an_event_that_is_deleted_while_it_is_sent_for_the_first_time_is_deleted_there(ann: Person) -> None:
    ann.gate.clear()
    ann.connect()
    item = ann.editing.create(TEAM, REVIEW)
    await ann.busy.wait()
    ann.editing.delete(item, ann.events(item)[0], Span.ALL)
    await ann.settled()
    assert [titles for _node, _id, titles in ann.sent] == [("Review",), ()]
    assert ann.store.item(item) is None


async def test_a_move_that_is_undone_before_it_was_sent_moves_nothing(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    moved = ann.editing.move(item, OTHER)
    assert ann.editing.move(moved, TEAM) == item
    assert (ann.events(item)[0].summary, ann.events(moved)) == ("Review", ())
    ann.connect()
    await ann.settled()
    assert ("team", "review", ()) not in ann.sent
    assert (ann.events(item)[0].summary, ann.store.item(moved)) == ("Review", None)


async def test_a_move_is_undone_while_the_old_place_is_given_up(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.connect()
    moved = ann.editing.move(item, OTHER)
    await until(lambda: ann.sent)
    ann.gate.clear()
    await until(lambda: ("team", "review", ()) in ann.sent)
    ann.editing.move(moved, TEAM)
    await ann.settled()
    assert ann.sent[-2:] == [("team", "review", ("Review",)), ("other", "review", ())]
    assert (ann.events(item)[0].summary, ann.store.item(moved)) == ("Review", None)


async def test_nothing_goes_here_where_the_calendar_that_was_to_have_it_was_left(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.editing.move(item, OTHER)
    ann.store.remove_calendar(OTHER)
    ann.connect()
    await ann.settled()
    assert (ann.sent, ann.events(item)[0].summary) == ([], "Review")


async def test_who_may_not_delete_is_told_so_and_may_still_change_other_events(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.editing.delete(item, REVIEW, Span.ALL)
    ann.answers.append(RefusalError("Forbidden.", Cause.NOT_ALLOWED, "forbidden"))
    ann.connect()
    await ann.settled()
    assert ann.told == ["“Review” was not deleted: you may not delete events in this calendar."]
    assert ann.events(item)[0].summary == "Review"
    assert ann.editing.may_write(TEAM)


async def test_a_series_stays_whole_where_its_rest_is_refused(ann: Person) -> None:
    item = ann.put(TEAM, DAILY)
    ann.answers.append(RefusalError("The calendar is full.", Cause.OTHER))
    ann.editing.change(item, at(4), replace(at(4), summary="Retro"), Span.FOLLOWING)
    ann.connect()
    await ann.settled()
    assert ann.told == ["“Retro” was not added: The calendar is full."]
    assert (ann.events(item)[0].rrules, list(ann.store.digests(TEAM))) == (DAILY.rrules, ["review"])


async def test_what_passes_is_tried_again_and_what_lasts_is_taken_back(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.answers += [RefusalError("Not now.", Cause.TEMPORARY), RefusalError("Never.", Cause.OTHER)]
    ann.change(item, summary="Retro")
    ann.connect()
    await ann.settled()
    assert (len(ann.sent), ann.told) == (2, ["“Review” was not changed: Never."])
    assert (ann.events(item)[0].summary, ann.editing.is_waiting(item)) == ("Review", False)


async def test_a_conflict_waits_for_the_person_also_after_a_restart(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.answers.append(Disputed((replace(ann.events(item)[0], summary="Planning"),)))
    ann.change(item, summary="Retro")
    ann.connect()
    await until(lambda: ann.conflicts)
    await ann.settled()
    again = Editing(
        ann.store,
        lambda: (),
        now=lambda: NOW,
        on_changed=lambda _items: None,
        on_conflict=ann.conflicts.append,
        tell=ann.told.append,
    )
    assert again.conflicts() == ann.conflicts
    assert (len(ann.sent), ann.events(item)[0].summary) == (1, "Retro")
    again.resolve(ann.conflicts[0], ["summary"])
    again.resolve(ann.conflicts[0], [])  # twice is once
    ann.editing.online(ANN)
    await ann.settled()
    assert [titles for _node, _id, titles in ann.sent] == [("Retro",), ("Retro",)]


async def test_calendars_that_are_kept_without_their_account_have_what_was_never_sent(ann: Person) -> None:
    item, gone = ann.put(TEAM, REVIEW), ann.put(TEAM, replace(REVIEW, uid="gone"))
    ann.change(item, summary="Retro")
    ann.editing.delete(gone, ann.events(gone)[0], Span.ALL)
    keep_calendars(ann.store, ANN)
    kept = ann.store.item(ItemRef(kept_ref(TEAM), "review"))
    assert kept is not None and "SUMMARY:Retro" in kept.payload
    assert (ann.editing.waiting(), list(ann.store.digests(kept_ref(TEAM)))) == ([], ["review"])


async def test_what_cannot_be_is_said_at_once_and_nothing_is_kept(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    with pytest.raises(UserError, match="end is before the start") as caught:
        ann.change(item, end=NOW - HOUR)
    assert caught.value.field == "end"
    with pytest.raises(UserError, match="too large for the server"):
        ann.change(item, description="x" * 70_000)
    calendar = ann.store.calendar(OTHER)
    assert calendar is not None
    assert ann.editing.takes_events(calendar)
    removed = replace(calendar, state=CalendarState.REMOVED)
    assert not ann.editing.takes_events(removed)
    ann.store.update_calendar(removed)
    for what in (lambda: ann.editing.create(OTHER, REVIEW), lambda: ann.editing.move(item, OTHER)):
        with pytest.raises(UserError, match="not there any more"):
            what()
    with pytest.raises(UserError, match="not in the calendar any more"):
        ann.editing.delete(ItemRef(TEAM, "unknown"), REVIEW, Span.ALL)
    ann.change(item, summary="Review")
    assert (ann.editing.waiting(), len(ann.events(item))) == ([], 1)


async def test_where_one_may_write_is_asked_in_each_session(ann: Person) -> None:
    assert ann.editing.may_write(OTHER)  # nobody knows
    ann.connect()
    await ann.rights.wait()
    assert (ann.editing.may_write(TEAM), ann.editing.may_write(OTHER)) == (True, False)
    with pytest.raises(UserError, match="may only read"):
        ann.editing.create(OTHER, REVIEW)


async def test_an_event_that_was_created_before_the_store_was_damaged_is_sent(ann: Person) -> None:
    item = ann.editing.create(TEAM, REVIEW)
    ann.store.remove_items(TEAM, [item.item_id])
    ann.connect()
    await ann.settled()
    assert ann.sent == [("team", "review", ("Review",))]
    assert ann.events(item)[0].summary == "Review"


async def test_edits_of_a_store_that_cannot_be_written_wait(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.change(item, summary="Retro")
    find, failed = Edits.find, 0

    def locked(self: Edits, of: ItemRef) -> object:
        nonlocal failed
        failed += 1
        if failed == 1:
            raise StoreError("The store is locked.")
        return find(self, of)

    monkeypatch.setattr(Edits, "find", locked)
    ann.connect()
    await ann.settled()
    assert ann.sent == [("team", "review", ("Retro",))]
