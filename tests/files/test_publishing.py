"""A file into a calendar on a server: who may, what is refused, and that others see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState
from c42desktop.errors import UserError
from c42desktop.files import publishing
from c42desktop.files.items import Outcome, words
from c42desktop.files.publishing import Right, affiliations, right_to_write
from c42desktop.files.split import Piece, take_apart
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError
from tests.files.samples import calendar, event, many
from tests.people import new_node, signed_in
from tests.servers import XmppServer

TEAM = NodeAddress("pubsub.example.org", "team")


def pieces(text: str) -> list[Piece]:
    *_growing, last = take_apart(text.encode(), "x.ics")
    return last.pieces


class FakePubSub:
    """Takes what `answer` does not refuse."""

    def __init__(self, answer: Callable[[str], Exception | None] = lambda _id: None) -> None:
        self._answer = answer
        self.taken: list[str] = []

    async def publish(self, _address: NodeAddress, item_id: str, _payload: Element) -> str:
        if (error := self._answer(item_id)) is not None:
            raise error
        self.taken.append(item_id)
        return item_id


async def published(pubsub: Any, text: str) -> Outcome:
    return await publishing.publish(pubsub, TEAM, pieces(text), lambda _done, _total: None)


def no(condition: str, cause: Cause = Cause.NOT_ALLOWED) -> RefusalError:
    return RefusalError("No.", cause, condition)


async def test_one_item_a_uid_and_what_cannot_be_read_is_not_sent() -> None:
    service = FakePubSub()
    outcome = await published(service, calendar(event("a"), event("b", "Bad", "DTSTART:never"), event("c"), event("a")))
    assert sorted(service.taken) == ["a", "c"]
    assert words(outcome, "Team").startswith("Imported 2 events into Team; 1 could not be read: Bad – ")


async def test_a_refusal_of_everything_is_explained_at_once() -> None:
    service = FakePubSub(lambda _id: no("forbidden"))
    with pytest.raises(UserError, match="You may not write to this calendar"):
        await published(service, many(20))


async def test_a_refusal_of_one_leaves_the_others() -> None:
    service = FakePubSub(lambda item_id: no("not-acceptable", Cause.OTHER) if item_id == "b" else None)
    outcome = await published(service, calendar(event("a"), event("b"), event("c")))
    assert words(outcome, "Team") == "Imported 2 events into Team; 1 was not taken: b – No."


async def test_what_would_end_the_stream_is_not_sent() -> None:
    service = FakePubSub()
    huge = event("huge", "Huge", "DTSTART:20261122T140000Z", "ATTACH:" + "x" * publishing.LARGEST)
    outcome = await published(service, calendar(event("a"), huge))
    assert service.taken == ["a"]
    assert outcome.failed == [("Huge", "It is too large for the server.")]


async def test_a_lost_connection_ends_it_with_what_was_done() -> None:
    sent = 0

    def answer(_id: str) -> Exception | None:
        nonlocal sent
        sent += 1
        return OfflineError("The connection was lost.") if sent > 9 else None

    outcome = await published(FakePubSub(answer), many(100))
    assert words(outcome, "Team") == "Imported 9 events into Team; then it ended: The connection was lost."
    assert sent < 15


@pytest.mark.server
async def test_others_get_each_event(server: XmppServer) -> None:
    node = new_node()
    async with signed_in(server, "bram") as bram, signed_in(server, "ann") as ann:
        await bram.pubsub.create(node, {"pubsub#max_items": "500"})
        text = calendar(event("a@x", "A"), event(" spaced", "B"), event("c", "C", "DTSTART:never"))
        told: list[tuple[int, int]] = []
        outcome = await publishing.publish(bram.pubsub, node, pieces(text), lambda *far: told.append(far))
        assert (outcome.done, len(outcome.failed), told[-1]) == (2, 1, (3, 3))
        fetched = await ann.pubsub.items(node)
        assert len(fetched.items) == 2
        assert "a@x" in [item_id for item_id, _payload in fetched.items]
        with pytest.raises(UserError, match="You may not write to this calendar"):
            await publishing.publish(ann.pubsub, node, pieces(text), lambda *_far: None)


@pytest.mark.server
async def test_who_may_write_the_server_says(server: XmppServer) -> None:
    closed, free = new_node(), new_node()
    async with signed_in(server, "bram") as bram, signed_in(server, "ann") as ann:
        await bram.pubsub.create(closed, {"pubsub#publish_model": "publishers"})
        await bram.pubsub.create(free, {"pubsub#publish_model": "open"})

        async def right(person: Any, node: NodeAddress) -> Right:
            ref = CalendarRef(person.session.login.jid, node.service, node.node)
            known = (await affiliations(person.pubsub, [node.service]))[node.service]
            return await right_to_write(person.pubsub, Calendar(ref, "Team"), known)

        # Prosody tells nobody their affiliations, so of what is not open there it is not known.
        assert await right(bram, closed) in (Right.YES, Right.UNKNOWN)
        assert await right(ann, closed) in (Right.NO, Right.UNKNOWN)
        assert await right(ann, free) is Right.YES


async def test_ones_own_agenda_can_be_written_and_one_that_is_gone_cannot() -> None:
    nobody: Any = None
    own = CalendarRef("ann@example.org", "ann@example.org", "urn:xmpp:events:0")
    assert await right_to_write(nobody, Calendar(own, "Personal"), None) is Right.YES
    gone = Calendar(own, "Personal", state=CalendarState.REMOVED)
    assert await right_to_write(nobody, gone, None) is Right.NO
    theirs = Calendar(CalendarRef("ann@example.org", "pubsub.example.org", "team"), "Team")
    assert await right_to_write(nobody, theirs, {"team": "publisher"}) is Right.YES
