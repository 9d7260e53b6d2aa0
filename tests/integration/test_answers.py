"""Answers to invitations at real servers: each format, and what may go wrong on the way."""

from __future__ import annotations

import asyncio
import json
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop import clock
from c42desktop.answering import Answering
from c42desktop.calendar import payloads
from c42desktop.calendar.answers import own_answer
from c42desktop.calendar.model import Event, ItemRef
from c42desktop.calendar.payloads import rsvp
from c42desktop.demo.prosody import DOMAIN
from c42desktop.link import Link
from c42desktop.store.answers import Answers
from c42desktop.xmpp import attachments
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.attachments import Found, attachment_node
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.ejabberd import Ejabberd
from tests.integration.ways import ONLY_TCP
from tests.invitations import ANN, BRAM, CALENDAR42, START, container, event_of, form, in_event, series
from tests.people import Witness, calendar, signed_in
from tests.readers import Reader, reading, settled
from tests.servers import Reached, XmppServer

pytestmark = [pytest.mark.server, ONLY_TCP]

FORMATS = in_event()
WEEK = timedelta(days=7)


class Person:
    """Ann at her calendars, with what she is told and what her program publishes."""

    def __init__(self, reader: Reader, team: NodeAddress) -> None:
        self.reader = reader
        self.team = team
        self.item = ItemRef(reader.ref(team), "budget")
        self.told: list[str] = []
        self.links: list[Link] = [reader.link]
        self._news = asyncio.Event()
        self.answering = Answering(
            reader.store,
            lambda: self.links,
            now=clock.now,
            on_changed=self._changed,
            tell=self.told.append,
            wait=lambda _attempt: 0.05,
        )

    @property
    def event(self) -> Event:
        """As the window shows it."""
        stored = self.reader.store.item(self.item)
        assert stored is not None
        return stored.events[0]

    @property
    def answer(self) -> str:
        return own_answer(self.event, ANN)

    @property
    def pending(self) -> str:
        return self.answering.pending(self.item, self.event)

    def say(self, answer: str, event: Event | None = None) -> None:
        self.answering.answer(self.item, event or self.event, answer)

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not true():
                self._news.clear()
                await self._news.wait()

    async def sent(self) -> None:
        """Nothing waits any more."""
        await self.until(lambda: not Answers(self.reader.store.db).waiting(ANN))

    def _changed(self, _items: Iterable[ItemRef]) -> None:
        self._news.set()


@asynccontextmanager
async def invited(
    bram: Witness, ann: Reader, payload: ET.Element, author: Witness | None = None, **options: str
) -> AsyncIterator[Person]:
    """Ann, invited by `author` (else Bram) in a calendar of Bram's that all may write to, unless `options` say else."""
    team = await calendar(bram, **{"publish_model": "open", **options})
    await ann.link.sync.subscribe(team)
    await (author or bram).pubsub.publish(team, "budget", payload)
    await ann.until(lambda: ann.item(team, "budget"))
    person = Person(ann, team)
    try:
        yield person
    finally:
        await person.answering.close()


@pytest_asyncio.fixture
async def ann(server: XmppServer, tmp_path: Path) -> AsyncIterator[Reader]:
    """Ann, online."""
    async with reading(server, tmp_path / "ann.sqlite") as reader:
        yield reader


@pytest_asyncio.fixture
async def author(server: XmppServer, bram: Witness) -> AsyncIterator[Witness]:
    """Whose events Ann may change: Bram. ejabberd lets nobody change what others have published, not even where they
    may publish: there it is Ann herself, with another program."""
    assert isinstance(server, Reached)
    if isinstance(server.server, Ejabberd):
        async with signed_in(server, "ann") as other:
            yield other
    else:
        yield bram


async def payload_at(bram: Witness, team: NodeAddress, item_id: str = "budget") -> ET.Element:
    """What the server has."""
    fetched = await bram.pubsub.items(team, [item_id])
    (payload,) = (payload for found, payload in fetched.items if found == item_id)
    assert payload is not None
    return payload


async def answer_at(bram: Witness, team: NodeAddress) -> str:
    return own_answer(event_of(await payload_at(bram, team)), ANN)


async def test_an_answer_is_shown_at_once_and_stands_in_the_event_for_everybody(
    bram: Witness, author: Witness, ann: Reader
) -> None:
    for payload in FORMATS.values():
        async with invited(bram, ann, payload, author) as person:
            assert person.answering.can_answer(person.item, person.event)
            person.say("accepted")
            assert (person.answer, person.pending) == ("accepted", "accepted")
            await person.sent()
            assert (person.pending, person.told) == ("", [])
            assert await answer_at(bram, person.team) == "accepted"
            ann.updates.clear()
            await settled(bram, ann, person.team)
            assert (ann.told, person.answer) == ([], "accepted")


@pytest.mark.parametrize("namespace", ["urn:xmpp:calendar-events:0", "urn:xmpp:events:0"])
async def test_an_answer_is_attached_to_an_event_of_xep_0471(bram: Witness, ann: Reader, namespace: str) -> None:
    event = form(namespace)
    async with invited(bram, ann, event, publish_model="publishers") as person:
        node = attachment_node(person.team, "budget")
        await bram.pubsub.create(node, {"pubsub#publish_model": "open", "pubsub#access_model": "open"})
        for answer in ("tentative", "declined"):
            person.say(answer)
            await person.sent()
            attached = await payload_at(bram, node, ANN)
            assert rsvp.attached_answer(event, attached) == answer
        await bram.pubsub.publish(person.team, "budget", _renamed(event))
        await ann.until(lambda: person.event.summary == "Budget 2028")
        assert (person.answer, person.pending, person.told) == ("declined", "", [])


async def test_without_a_place_for_answers_who_published_the_event_gets_a_message(
    bram: Witness, ann: Reader, server: XmppServer
) -> None:
    event = form()
    node = NodeAddress(BRAM, "urn:xmpp:calendar-events:0/party")
    await bram.pubsub.create(node, {"pubsub#access_model": "open"})
    await bram.pubsub.publish(node, "budget", event)
    await ann.link.sync.subscribe(node)
    await ann.until(lambda: ann.item(node, "budget"))
    messages: asyncio.Queue[ET.Element] = asyncio.Queue()
    about = MatchXPath("{jabber:client}message/{urn:xmpp:calendar-events:0}rsvp")
    bram.session.client.register_handler(Callback("rsvp", about, lambda stanza: messages.put_nowait(stanza.xml)))
    person = Person(ann, node)
    person.say("accepted")
    async with asyncio.timeout(20):
        message = await messages.get()
    await person.sent()
    assert message.get("from", "").startswith(f"{ANN}/")
    assert rsvp.attached_answer(event, message) == "accepted"
    assert message.findtext("{jabber:client}body") == "Accepted: Budget 2027"
    assert message.find("{urn:xmpp:hints}store") is not None
    reference = message.find("{urn:xmpp:reference:0}reference")
    assert reference is not None and reference.get("uri") == (
        f"xmpp:{BRAM}?;node=urn%3Axmpp%3Acalendar-events%3A0%2Fparty;item=budget"
    )
    assert (person.answer, person.pending, person.told) == ("accepted", "", [])
    await person.answering.close()
    await ann.link.sync.unsubscribe(ann.ref(node))
    await bram.pubsub.delete(node)


async def test_a_message_that_comes_back_is_explained(
    bram: Witness, ann: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def of_nobody(_pubsub: PubSub, _address: NodeAddress, _item_id: str) -> Found:
        return Found(form(), f"nobody@{DOMAIN}")

    async with invited(bram, ann, form()) as person:
        monkeypatch.setattr(attachments, "find", of_nobody)
        person.say("accepted")
        await person.until(lambda: person.told)
        (sentence,) = person.told
        assert f"no message reaches nobody@{DOMAIN}, so answer whoever invites you directly." in sentence
        assert person.answer == "needs-action"


async def test_an_answer_to_an_event_of_nobody_in_a_service_without_attachments_is_explained(
    bram: Witness, ann: Reader
) -> None:
    async with invited(bram, ann, form(), publish_model="publishers", itemreply="owner") as person:
        person.say("accepted")
        await person.sent()
        await person.until(lambda: person.told or person.answer == "accepted")
        if person.told:  # no word of who published it
            (sentence,) = person.told
            assert sentence.startswith("Your answer to “Budget 2027” was not taken: this calendar takes no answers")
            assert person.answer == "needs-action"


async def test_a_refusal_is_explained_in_a_sentence_and_the_event_is_as_it_was(bram: Witness, ann: Reader) -> None:
    async with invited(bram, ann, FORMATS["ical"], publish_model="publishers") as person:
        before = person.event
        person.say("declined")
        assert person.answer == "declined"
        await person.until(lambda: person.told)
        assert person.told == [
            "Your answer to “Budget 2027” was not taken: you may not change this event, "
            "so answer Bram de Vries directly."
        ]
        assert (person.event, person.pending) == (before, "")
        assert await answer_at(bram, person.team) == "needs-action"


async def test_ejabberd_lets_nobody_answer_in_what_others_have_published(
    bram: Witness, ann: Reader, server: XmppServer
) -> None:
    async with invited(bram, ann, FORMATS["xcal"]) as person:
        person.say("accepted")
        await person.sent()
        assert isinstance(server, Reached)
        refused = isinstance(server.server, Ejabberd)
        await person.until(lambda: person.told or not refused)
        assert (len(person.told), person.answer) == ((1, "needs-action") if refused else (0, "accepted"))


async def test_an_answer_waits_until_one_is_online_also_over_a_restart(
    bram: Witness, author: Witness, ann: Reader, server: XmppServer, tmp_path: Path
) -> None:
    async with invited(bram, ann, FORMATS["calendar42-json"], author) as person:
        await ann.link.stop()
        person.links = []
        person.say("accepted")
        person.say("declined")
        assert (person.answer, person.pending, person.told) == ("declined", "declined", [])
    ann.store.close()
    changed = {**CALENDAR42, "title": "Budget 2028", "sync_token": 8}
    await author.pubsub.publish(person.team, "budget", container(changed))
    async with reading(server, tmp_path / "ann.sqlite") as again:
        back = Person(again, person.team)
        assert (back.event.summary, back.answer, back.pending) == ("Budget 2028", "declined", "declined")
        back.answering.online(ANN)
        await back.sent()
        assert (await answer_at(bram, person.team), back.told) == ("declined", [])
        assert json.loads((await payload_at(bram, person.team)).text or "") == {
            **changed,
            "rsvp_status": "not_attending",
        }
        await back.answering.close()


async def test_a_connection_lost_between_sending_and_the_result_sends_nothing_twice(
    bram: Witness, author: Witness, ann: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = PubSub.publish
    published: list[str] = []
    ended = asyncio.Event()

    async def lost(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        published.append(await publish(self, address, item_id, payload))
        person.links = []
        ended.set()
        raise OfflineError("The connection was lost.")

    async with invited(bram, ann, FORMATS["ical"], author) as person:
        monkeypatch.setattr(PubSub, "publish", lost)
        person.say("accepted")
        await ann.until(lambda: "PARTSTAT=ACC" in _stored(person).replace("\n ", "").replace("\r", ""))
        await asyncio.wait_for(ended.wait(), 20)
        assert (published, person.answer, person.pending) == (["budget"], "accepted", "accepted")
        person.links = [ann.link]
        person.answering.online(ANN)
        await person.sent()
        assert (published, person.answer, person.pending, person.told) == (["budget"], "accepted", "", [])


async def test_a_temporary_failure_is_tried_again(
    bram: Witness, author: Witness, ann: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = PubSub.publish
    failures = [Cause.TEMPORARY, Cause.UNREACHABLE]

    async def failing(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        if failures:
            raise RefusalError("It has a problem right now.", failures.pop())
        return await publish(self, address, item_id, payload)

    async with invited(bram, ann, FORMATS["xcal"], author) as person:
        monkeypatch.setattr(PubSub, "publish", failing)
        person.say("tentative")
        await person.sent()
        assert (failures, person.told, await answer_at(bram, person.team)) == ([], [], "tentative")


async def test_the_last_answer_counts_where_the_first_is_on_its_way(
    bram: Witness, author: Witness, ann: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish = PubSub.publish

    async def slow(self: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
        if person.answer == "accepted":
            person.say("declined")
        return await publish(self, address, item_id, payload)

    async with invited(bram, ann, FORMATS["ical"], author) as person:
        monkeypatch.setattr(PubSub, "publish", slow)
        person.say("accepted")
        await person.sent()
        await settled(bram, ann, person.team)
        assert (person.answer, await answer_at(bram, person.team)) == ("declined", "declined")


async def test_what_others_changed_meanwhile_stays(bram: Witness, author: Witness, ann: Reader) -> None:
    async with invited(bram, ann, FORMATS["ical"], author) as person:
        person.links = []
        person.say("accepted")
        moved = payloads.to_ics_payload((FORMATS["ical"].text or "").replace("Budget 2027", "Budget 2028"))
        await author.pubsub.publish(person.team, "budget", moved)
        await ann.until(lambda: person.event.summary == "Budget 2028")
        assert (person.answer, [change.fields[0].name for change in ann.changes[-1:]]) == ("accepted", ["summary"])
        person.links = [ann.link]
        person.answering.online(ANN)
        await person.sent()
        found = event_of(await payload_at(bram, person.team))
        assert (found.summary, own_answer(found, ANN)) == ("Budget 2028", "accepted")


async def test_what_is_gone_takes_no_answer(bram: Witness, ann: Reader) -> None:
    async with invited(bram, ann, FORMATS["ical"], notify_retract="0") as person:
        person.links = []
        person.say("accepted")
        await bram.pubsub.retract(person.team, "budget")
        person.links = [ann.link]
        person.answering.online(ANN)
        await person.until(lambda: person.told)
        (sentence,) = person.told
        assert sentence.endswith("was not taken: it is not in the calendar any more.")
        assert not Answers(ann.store.db).waiting(ANN)


async def test_one_occurrence_of_a_series_is_declined_at_the_server(
    bram: Witness, author: Witness, ann: Reader
) -> None:
    async with invited(bram, ann, series(), author) as person:
        second = replace(person.event, recurrence_id=START + WEEK, start=START + WEEK, rrules=())
        person.say("accepted")
        person.say("declined", second)
        await person.sent()
        found = payloads.decode(await payload_at(bram, person.team), "budget")
        assert [(each.recurrence_id, own_answer(each, ANN)) for each in found] == [
            (None, "accepted"),
            (START + WEEK, "declined"),
        ]
        await settled(bram, ann, person.team)
        stored = ann.item(person.team, "budget")
        assert stored is not None and stored.events == found


async def test_each_account_answers_for_itself(
    bram: Witness, author: Witness, ann: Reader, server: XmppServer, tmp_path: Path
) -> None:
    async with (
        invited(bram, ann, FORMATS["jcal"], author) as person,
        reading(server, tmp_path / "v.sqlite", "vera") as vera,
    ):
        links = [vera.link]
        person.links = links
        person.say("accepted")
        person.answering.online(f"vera@{DOMAIN}")
        await vera.link.pubsub.features(DOMAIN)  # what there was to do for her is done
        assert (person.pending, await answer_at(bram, person.team)) == ("accepted", "needs-action")
        links.append(ann.link)
        person.answering.online(ANN)
        await person.sent()
        assert await answer_at(bram, person.team) == "accepted"


async def test_nothing_is_answered_without_a_word_of_the_person(bram: Witness, ann: Reader) -> None:
    async with invited(bram, ann, FORMATS["ical"]) as person:
        person.answering.online(ANN)
        ann.updates.clear()
        ann.link.sync.catch_up()
        await ann.until(lambda: ann.synced)
        assert (person.answer, await answer_at(bram, person.team)) == ("needs-action", "needs-action")


def _renamed(event: ET.Element) -> ET.Element:
    return ET.fromstring(ET.tostring(event, encoding="unicode").replace("Budget 2027", "Budget 2028"))


def _stored(person: Person) -> str:
    stored = person.reader.store.item(person.item)
    return stored.payload if stored is not None else ""
