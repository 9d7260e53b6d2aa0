"""Events created, changed, deleted and moved at real servers, and what others do to them meanwhile."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop import clock
from c42desktop.calendar import payloads
from c42desktop.calendar.edits import Conflict, Span, new_uid
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.usual import usual
from c42desktop.controllers.own import OwnItems
from c42desktop.editing import Editing
from c42desktop.errors import UserError
from c42desktop.link import Link
from c42desktop.sync.items import digest_of
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.ejabberd import Ejabberd
from tests.integration.test_sharing import decide
from tests.integration.ways import ONLY_TCP
from tests.invitations import ANN
from tests.people import Witness, calendar, new_node, signed_in
from tests.readers import Reader, reading, settled
from tests.readers import payload as xep0471
from tests.servers import Reached, XmppServer

pytestmark = [pytest.mark.server, ONLY_TCP]

START = (datetime.now(UTC) + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def review(**changes: object) -> Event:
    return replace(Event(new_uid(), "Review", START, START + HOUR), **changes)  # type: ignore[arg-type]


class Person:
    """Ann at her calendars, with what she is told and what her program publishes."""

    def __init__(self, reader: Reader, team: NodeAddress) -> None:
        self.reader = reader
        self.team = team
        self.ref = reader.ref(team)
        self.told: list[str] = []
        self.conflicts: list[Conflict] = []
        self.links: list[Link] = [reader.link]
        self._news = asyncio.Event()
        self.own = OwnItems(reader.store, clock.now)
        self.editing = self.started()

    def started(self) -> Editing:
        """Her program, as it begins."""
        return Editing(
            self.reader.store,
            lambda: self.links,
            now=clock.now,
            on_changed=self._changed,
            on_conflict=self._disputed,
            tell=self._said,
            on_publish=self.own.publishing,
            on_rights=self._news.set,
            wait=lambda _attempt: 0.05,
        )

    def event(self, item: ItemRef) -> Event:
        """As the window shows it."""
        stored = self.reader.store.item(item)
        assert stored is not None
        return stored.events[0]

    def change(self, item: ItemRef, **changes: object) -> None:
        event = self.event(item)
        self.editing.change(item, event, replace(event, **changes), Span.ALL)  # type: ignore[arg-type]

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not true():
                self._news.clear()
                await self._news.wait()

    async def sent(self) -> None:
        """Nothing waits any more, but for what she has to decide."""
        await self.until(lambda: len(self.editing.waiting()) == len(self.editing.conflicts()))

    @property
    def news(self) -> list[tuple[str, str]]:
        """What would be told to her."""
        return [(str(change.kind), change.summary) for change in self.own.news(self.reader.changes)]

    def _changed(self, _items: Iterable[ItemRef]) -> None:
        self._news.set()

    def _disputed(self, conflict: Conflict) -> None:
        self.conflicts.append(conflict)
        self._news.set()

    def _said(self, sentence: str) -> None:
        self.told.append(sentence)
        self._news.set()


@asynccontextmanager
async def at(bram: Witness, reader: Reader) -> AsyncIterator[Person]:
    """Ann at a calendar of Bram's that only some may write to."""
    team = await calendar(bram, publish_model="publishers")
    await reader.link.sync.subscribe(team)
    person = Person(reader, team)
    try:
        yield person
    finally:
        await person.editing.close()


@pytest_asyncio.fixture
async def reader(server: XmppServer, tmp_path: Path) -> AsyncIterator[Reader]:
    async with reading(server, tmp_path / "ann.sqlite") as found:
        yield found


@pytest_asyncio.fixture
async def ann(bram: Witness, reader: Reader) -> AsyncIterator[Person]:
    """Ann at a calendar of Bram's that she may write to."""
    async with at(bram, reader) as person:
        await decide(bram, person.team, "affiliation", "publisher")
        yield person


@pytest_asyncio.fixture
async def other(server: XmppServer) -> AsyncIterator[Witness]:
    """Ann herself with another program: ejabberd lets nobody change what others have published."""
    async with signed_in(server, "ann") as found:
        yield found


async def at_server(bram: Witness, item: ItemRef) -> tuple[Event, ...]:
    """The events that others read of an item."""
    address = NodeAddress(item.calendar.service, item.calendar.node)
    fetched = await bram.pubsub.items(address, [item.item_id])
    return tuple(
        event
        for item_id, payload in fetched.items
        if payload is not None
        for event in payloads.decode(payload, item_id)
    )


async def changed_by(other: Witness, item: ItemRef, **changes: object) -> None:
    """Somebody else changes an event."""
    address = NodeAddress(item.calendar.service, item.calendar.node)
    ((_id, payload),) = (await other.pubsub.items(address, [item.item_id])).items
    assert payload is not None
    (event,) = payloads.decode(payload, item.item_id)
    changed = replace(event, **changes)  # type: ignore[arg-type]
    await other.pubsub.publish(address, item.item_id, payloads.encode([changed], payload, item.item_id))


async def test_what_is_created_changed_and_deleted_is_so_for_everybody_and_is_no_news(
    bram: Witness, ann: Person
) -> None:
    item = ann.editing.create(ann.ref, review())
    assert (ann.event(item).summary, ann.editing.is_waiting(item)) == ("Review", True)
    await ann.sent()
    assert [event.summary for event in await at_server(bram, item)] == ["Review"]
    ann.change(item, summary="Retro", start=START + HOUR, end=START + 2 * HOUR)
    await ann.sent()
    (event,) = await at_server(bram, item)
    assert (event.summary, event.start, event.sequence) == ("Retro", START + HOUR, 1)
    assert ann.event(item) == event
    ann.editing.delete(item, ann.event(item), Span.ALL)
    stored = ann.reader.store.item(item)
    assert stored is not None and stored.events == ()
    await ann.sent()
    assert await at_server(bram, item) == ()
    await settled(bram, ann.reader, ann.team)
    assert (ann.reader.store.item(item), ann.news, ann.told) == (None, [], [])


async def test_a_new_event_has_the_format_of_its_calendar_where_that_can_say_it(bram: Witness, ann: Person) -> None:
    await bram.pubsub.publish(ann.team, "one", xep0471("One"))
    await ann.reader.until(lambda: ann.reader.item(ann.team, "one"))
    plain, series = (ann.editing.create(ann.ref, review(rrules=rules)) for rules in ((), ("FREQ=DAILY;COUNT=3",)))
    await ann.sent()
    kinds = [ann.reader.store.item(item) for item in (plain, series)]
    assert [("calendar-events" in each.payload, "BEGIN:VCALENDAR" in each.payload) for each in kinds if each] == [
        (True, False),
        (False, True),
    ]
    assert [event.rrules for event in await at_server(bram, series)] == [("FREQ=DAILY;COUNT=3",)]


async def test_what_is_done_offline_is_sent_once_one_is_online(bram: Witness, ann: Person) -> None:
    ann.links.clear()
    item = ann.editing.create(ann.ref, review())
    ann.change(item, summary="Retro")
    ann.change(item, location="Room 4")
    assert (ann.editing.waiting(), await at_server(bram, item)) == ([item], ())
    await ann.reader.link.sync._fetch.all(ann.ref)  # a look at everything does not take it away
    assert ann.event(item).summary == "Retro"
    await ann.editing.close()
    ann.editing = ann.started()  # as does no restart
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.sent()
    assert [(event.summary, event.location) for event in await at_server(bram, item)] == [("Retro", "Room 4")]


async def test_what_others_changed_besides_stays(bram: Witness, ann: Person, other: Witness) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    ann.links.clear()
    ann.change(item, summary="Retro")
    await changed_by(other, item, location="Room 4")
    await ann.reader.until(lambda: ann.event(item).location == "Room 4")
    assert ann.event(item).summary == "Retro"
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.sent()
    assert [(event.summary, event.location) for event in await at_server(bram, item)] == [("Retro", "Room 4")]
    assert ann.conflicts == []


async def test_what_others_changed_while_one_was_away_is_told_also_where_an_edit_meets_it_first(
    bram: Witness, ann: Person, other: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    ann.links.clear()
    ann.change(item, summary="Retro")
    with monkeypatch.context() as away:
        away.setattr(ann.reader.link.sync, "push", lambda _message: None)
        await changed_by(other, item, location="Room 4")
        await ann.reader.link.pubsub.items(ann.team, [item.item_id])
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.sent()
    await settled(bram, ann.reader, ann.team)
    event = ann.event(item)
    assert (event.summary, event.location) == ("Retro", "Room 4")
    told = [change for change in ann.own.news(ann.reader.changes) if change.item_id == item.item_id]
    assert [[field.name for field in change.fields if field.name != "by"] for change in told] == [["location"]]


@pytest.mark.parametrize(("mine", "kept"), [((), "Planning"), (("summary",), "Retro")])
async def test_what_both_changed_the_person_decides(
    bram: Witness, ann: Person, other: Witness, mine: tuple[str, ...], kept: str
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    ann.links.clear()
    ann.change(item, summary="Retro", location="Room 4")
    await changed_by(other, item, summary="Planning")
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.until(lambda: ann.conflicts)
    (field,) = ann.conflicts[0].fields
    assert (field.name, field.base, field.mine, field.theirs) == ("summary", "Review", "Retro", "Planning")
    assert [event.summary for event in await at_server(bram, item)] == ["Planning"]  # nothing was overwritten
    assert ann.editing.conflicts() == ann.conflicts
    ann.editing.resolve(ann.conflicts[0], mine)
    await ann.sent()
    assert [(event.summary, event.location) for event in await at_server(bram, item)] == [(kept, "Room 4")]
    assert (ann.event(item).summary, ann.editing.conflicts(), ann.editing.waiting()) == (kept, [], [])


@pytest.mark.parametrize(("mine", "left"), [((), 0), (("event",), 1)])
async def test_what_others_deleted_while_it_was_changed_the_person_decides(
    bram: Witness, ann: Person, other: Witness, mine: tuple[str, ...], left: int
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    ann.links.clear()
    ann.change(item, summary="Retro")
    await other.pubsub.retract(ann.team, item.item_id)
    await settled(bram, ann.reader, ann.team)
    assert ann.event(item).summary == "Retro"
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.until(lambda: ann.conflicts)
    assert (ann.conflicts[0].theirs, [each.key for each in ann.conflicts[0].fields]) == ((), ["event"])
    ann.editing.resolve(ann.conflicts[0], mine)
    await ann.sent()
    assert [event.summary for event in await at_server(bram, item)] == ["Retro"] * left
    assert (ann.reader.store.item(item) is not None) == bool(left)


async def test_what_others_publish_between_fetch_and_publication_is_put_back(
    bram: Witness, ann: Person, other: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    publish = PubSub.publish

    async def late(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        if self is ann.reader.link.pubsub:
            monkeypatch.setattr(PubSub, "publish", publish)
            await changed_by(other, item, summary="Planning", location="Room 4")
        return await publish(self, address, item_id, payload)

    monkeypatch.setattr(PubSub, "publish", late)
    ann.change(item, summary="Retro", description="Bring cake.")
    await ann.until(lambda: ann.conflicts)
    (event,) = await at_server(bram, item)
    assert (event.summary, event.location, event.description) == ("Planning", "Room 4", "Bring cake.")
    assert [each.name for each in ann.conflicts[0].fields] == ["summary"]
    ann.editing.resolve(ann.conflicts[0], ["summary"])
    await ann.sent()
    (event,) = await at_server(bram, item)
    assert (event.summary, event.location, event.description) == ("Retro", "Room 4", "Bring cake.")


async def test_what_others_publish_between_fetch_and_retraction_is_put_back(
    bram: Witness, ann: Person, other: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    retract = PubSub.retract

    async def late(self: PubSub, address: NodeAddress, item_id: str) -> None:
        if self is ann.reader.link.pubsub:
            monkeypatch.setattr(PubSub, "retract", retract)
            await changed_by(other, item, summary="Planning")
        await retract(self, address, item_id)

    monkeypatch.setattr(PubSub, "retract", late)
    ann.editing.delete(item, ann.event(item), Span.ALL)
    await ann.until(lambda: ann.conflicts)
    assert [event.summary for event in await at_server(bram, item)] == ["Planning"]
    assert [each.name for each in ann.conflicts[0].fields] == ["event"]
    assert ann.event(item).summary == "Planning"
    ann.editing.resolve(ann.conflicts[0], ["event"])
    await ann.sent()
    assert await at_server(bram, item) == ()


async def test_a_calendar_that_is_emptied_between_fetch_and_publication_has_nothing_in_it_undecided(
    bram: Witness, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    publish = PubSub.publish

    async def late(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        monkeypatch.setattr(PubSub, "publish", publish)
        await bram.pubsub.purge(ann.team)
        return await publish(self, address, item_id, payload)

    monkeypatch.setattr(PubSub, "publish", late)
    ann.change(item, summary="Retro")
    await ann.until(lambda: ann.conflicts)
    assert await at_server(bram, item) == ()
    assert [each.name for each in ann.conflicts[0].fields] == ["event"]
    ann.editing.resolve(ann.conflicts[0], ["event"])
    await ann.sent()
    assert [event.summary for event in await at_server(bram, item)] == ["Retro"]


async def test_a_program_that_ended_between_publication_and_mark_publishes_nothing_twice(
    bram: Witness, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    published: list[bytes] = []
    publish = PubSub.publish

    async def dying(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        published.append(digest_of(payload))
        await publish(self, address, item_id, payload)
        raise asyncio.CancelledError

    monkeypatch.setattr(PubSub, "publish", dying)
    ann.change(item, summary="Retro", start=START + HOUR, end=START + 2 * HOUR)
    async with asyncio.timeout(20):
        while not published:
            await asyncio.sleep(0.01)
    await ann.editing.close()
    assert ann.editing.waiting() == [item]
    ann.editing = ann.started()
    ann.editing.online(ANN)
    await ann.sent()
    assert (len(published), ann.conflicts, ann.told) == (1, [], [])
    assert [(event.summary, event.sequence) for event in await at_server(bram, item)] == [("Retro", 1)]


async def test_a_calendar_that_one_may_only_read_takes_no_edit(bram: Witness, reader: Reader) -> None:
    async with at(bram, reader) as ann:
        address = ann.team
        await bram.pubsub.publish(address, "one", xep0471("One"))
        await reader.until(lambda: reader.item(address, "one"))
        item = ItemRef(ann.ref, "one")
        assert ann.editing.may_write(ann.ref)  # nobody knows yet
        ann.change(item, summary="Two")
        assert ann.event(item).summary == "Two"
        await ann.until(lambda: ann.told)
        assert ann.told == ["“One” was not changed: you may only read this calendar."]
        assert (ann.event(item).summary, ann.editing.waiting()) == ("One", [])
        ann.editing.online(ANN)
        await ann.until(lambda: not ann.editing.may_write(ann.ref))  # Prosody tells nobody, and has refused it
        with pytest.raises(UserError, match="You may only read this calendar"):
            ann.editing.create(ann.ref, review())


async def test_what_others_have_published_ejabberd_lets_nobody_change(
    server: XmppServer, bram: Witness, ann: Person
) -> None:
    await bram.pubsub.publish(ann.team, "one", xep0471("One"))
    await ann.reader.until(lambda: ann.reader.item(ann.team, "one"))
    item = ItemRef(ann.ref, "one")
    ann.editing.online(ANN)
    await asyncio.sleep(0)
    ann.change(item, summary="Two")
    await ann.sent()
    assert isinstance(server, Reached)
    if isinstance(server.server, Ejabberd):
        await ann.until(lambda: ann.told)
        assert ann.told[0].startswith("“One” was not changed: ")
        assert ann.event(item).summary == "One"
    else:
        assert [event.summary for event in await at_server(bram, item)] == ["Two"]


async def test_a_series_that_is_divided_is_two_items(bram: Witness, ann: Person) -> None:
    item = ann.editing.create(ann.ref, review(rrules=("FREQ=DAILY;COUNT=10",)))
    await ann.sent()
    series = ann.event(item)
    shown = usual(series, (), START + 4 * DAY)
    assert shown is not None
    ann.links.clear()
    ann.editing.change(item, shown, replace(shown, summary="Retro"), Span.FOLLOWING)
    (first, rest) = ann.editing.waiting()
    assert item in (first, rest)
    new = rest if first == item else first
    ann.links.append(ann.reader.link)
    ann.editing.online(ANN)
    await ann.sent()
    assert [event.rrules for event in await at_server(bram, item)] == [("FREQ=DAILY;COUNT=4",)]
    assert [(event.summary, event.rrules) for event in await at_server(bram, new)] == [
        ("Retro", ("FREQ=DAILY;COUNT=6",))
    ]


async def test_an_event_goes_to_another_calendar_there_first(
    bram: Witness, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = await calendar(bram, publish_model="publishers")
    await decide(bram, other, "affiliation", "publisher")
    await ann.reader.link.sync.subscribe(other)
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    publish, tried = PubSub.publish, 0

    async def failing(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        nonlocal tried
        tried += 1
        if tried < 3:
            raise RefusalError("It has a problem.", Cause.TEMPORARY)
        assert await at_server(bram, item)  # it goes here only once it is there
        return await publish(self, address, item_id, payload)

    monkeypatch.setattr(PubSub, "publish", failing)
    moved = ann.editing.move(item, ann.reader.ref(other))
    await ann.sent()
    assert (moved.calendar.node, tried) == (other.node, 3)
    assert [event.summary for event in await at_server(bram, moved)] == ["Review"]
    assert await at_server(bram, item) == ()
    assert ann.reader.store.item(item) is None


async def test_an_event_stays_where_the_other_calendar_does_not_take_it(bram: Witness, ann: Person) -> None:
    other = await calendar(bram, publish_model="publishers")
    await ann.reader.link.sync.subscribe(other)
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    moved = ann.editing.move(item, ann.reader.ref(other))
    await ann.until(lambda: ann.told)
    assert ann.told == ["“Review” was not added: you may only read this calendar."]
    assert (ann.event(item).summary, ann.reader.store.item(moved), ann.editing.waiting()) == ("Review", None, [])
    assert [event.summary for event in await at_server(bram, item)] == ["Review"]


async def test_an_edit_of_a_calendar_that_is_gone_is_taken_back(bram: Witness, ann: Person) -> None:
    item = ann.editing.create(ann.ref, review())
    await ann.sent()
    ann.links.clear()
    ann.change(item, summary="Retro")
    await bram.pubsub.delete(ann.team)
    with pytest.raises(UserError, match="not there any more"):
        ann.editing.create(CalendarRef(ANN, ann.team.service, new_node().node), review())
