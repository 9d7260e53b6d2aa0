"""Answers to invitations between the person and the store: what no real server does on demand."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from c42desktop import answering as module
from c42desktop.answering import Answering
from c42desktop.calendar import payloads
from c42desktop.calendar.answers import Answer, own_answer
from c42desktop.calendar.model import CalendarRef, CalendarState, Event, ItemRef
from c42desktop.store.answers import Answers
from c42desktop.store.store import Store, StoredItem
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.invitations import ANN, XCAL
from tests.store.test_store import NOW

TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
ONE, OTHER = ItemRef(TEAM, "one"), ItemRef(TEAM, "other")


class FakeLink:
    jid = ANN


class Person:
    """Ann with two invitations, and a server that takes answers one by one, as it is told."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = store
        self.links: list[Any] = []
        self.told: list[str] = []
        self.sent: list[tuple[ItemRef, str]] = []
        self.busy = asyncio.Event()
        self.gate = asyncio.Event()
        self.refusal: Exception | None = None
        monkeypatch.setattr(module, "deliver", self._deliver)
        self.answering = Answering(
            store,
            lambda: self.links,
            now=lambda: NOW,
            on_changed=lambda _items: None,
            tell=self.told.append,
            wait=lambda _attempt: 0.01,
        )

    def event(self, item: ItemRef) -> Event:
        stored = self.store.item(item)
        assert stored is not None
        return stored.events[0]

    def say(self, item: ItemRef, answer: str) -> None:
        self.answering.answer(item, self.event(item), answer)

    def connect(self) -> None:
        self.links.append(FakeLink())
        self.answering.online(ANN)

    async def settled(self) -> None:
        self.gate.set()
        while Answers(self.store.db).waiting(ANN):
            await asyncio.sleep(0)

    async def _deliver(self, _link: Any, item: ItemRef, answer: Answer, *_rest: object) -> bool:
        self.sent.append((item, answer.answer))
        self.busy.set()
        await self.gate.wait()
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal
        return False


@pytest_asyncio.fixture
async def ann(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Person]:
    store = Store(tmp_path / "store.sqlite")
    store.add_calendar(TEAM, "Team")
    payload = ET.fromstring(XCAL)
    for item in (ONE, OTHER):
        events = payloads.decode(payload, item.item_id)
        store.put_item(StoredItem(item, ET.tostring(payload, encoding="unicode"), b"1", tuple(events)))
    person = Person(store, monkeypatch)
    yield person
    await person.answering.close()
    store.close()


async def test_an_answer_is_taken_while_the_calendar_cannot_be_reached(ann: Person) -> None:
    calendar = ann.store.calendar(TEAM)
    assert calendar is not None
    ann.store.update_calendar(replace(calendar, state=CalendarState.UNREACHABLE, problem="It does not answer."))
    ann.refusal = RefusalError("It does not answer.", Cause.UNREACHABLE)
    ann.say(ONE, "accepted")
    ann.connect()
    await ann.settled()
    assert (ann.told, ann.sent) == ([], [(ONE, "accepted")] * 2)
    assert own_answer(ann.event(ONE), ANN) == "accepted"


async def test_what_the_person_takes_back_meanwhile_is_not_sent_first(ann: Person) -> None:
    ann.say(ONE, "accepted")
    ann.say(OTHER, "accepted")
    ann.connect()
    await ann.busy.wait()
    ann.say(OTHER, "declined")
    await ann.settled()
    assert ann.sent == [(ONE, "accepted"), (OTHER, "declined")]


async def test_nothing_is_sent_to_a_calendar_that_was_left_meanwhile(ann: Person) -> None:
    ann.say(ONE, "accepted")
    ann.say(OTHER, "accepted")
    ann.connect()
    await ann.busy.wait()
    ann.store.remove_calendar(TEAM)
    await ann.settled()
    await asyncio.sleep(0.02)
    assert (ann.sent, ann.told) == ([(ONE, "accepted")], [])
