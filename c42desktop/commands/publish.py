"""`publish` and `retract`: write to a calendar on the server, beside whatever runs here."""

from __future__ import annotations

import secrets
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from c42desktop.calendar import payloads
from c42desktop.commands.agenda import read_bytes
from c42desktop.commands.context import Context
from c42desktop.commands.online import beside, learnt, signed_in
from c42desktop.commands.output import say
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress, parse_uri
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError, when_writing


async def publish(context: Context, uri: str, file: str, item_id: str, account: str) -> None:
    """Publish a payload file as an item; its id is `item_id`, else the event's UID, else random. Raises UserError."""
    address = parse_uri(uri)
    payload, uid = payload_of(read_bytes(file), file)
    chosen_id = item_id or uid or secrets.token_hex(8)
    text = ET.tostring(payload, encoding="unicode")
    done = await context.asked("publish", uri=uri, account=account, id=chosen_id, payload=text)
    if done is None:
        async with _alone(context, account) as pubsub:
            done = await published(pubsub, address, chosen_id, payload)
    say(done)


async def retract(context: Context, uri: str, item_id: str, account: str) -> None:
    """Take an item back and have the subscribers told. Raises UserError."""
    address = parse_uri(uri)
    done = await context.asked("retract", uri=uri, account=account, id=item_id)
    if done is None:
        async with _alone(context, account) as pubsub:
            done = await retracted(pubsub, address, item_id)
    say(done)


@asynccontextmanager
async def _alone(context: Context, account: str) -> AsyncIterator[PubSub]:
    """A connection of our own. Raises UserError."""
    chosen = context.account(account)
    async with signed_in(beside(chosen.login), await context.password(chosen), learnt(chosen)) as pubsub:
        yield pubsub


async def published(pubsub: PubSub, address: NodeAddress, item_id: str, payload: ET.Element) -> str:
    """Publish an item, and say so. Raises UserError."""
    try:
        given = await pubsub.publish(address, item_id, payload)
    except RefusalError as error:
        raise when_writing(error) from error
    return _("Published {item}.").format(item=given)


async def retracted(pubsub: PubSub, address: NodeAddress, item_id: str) -> str:
    """Take an item back, and say so. Raises UserError."""
    try:
        await pubsub.retract(address, item_id)
    except RefusalError as error:
        if error.cause is Cause.GONE:
            await _require_calendar(pubsub, address, error)
            sentence = _("There is no item {item} in this calendar.")
            raise UserError(sentence.format(item=item_id), field="uri") from error
        raise when_writing(error) from error
    return _("Retracted {item}.").format(item=item_id)


async def _require_calendar(pubsub: PubSub, address: NodeAddress, unsaid: RefusalError) -> None:
    """Services answer the same for an item and for a calendar that is not there, so ask for the calendar alone.

    Raises RefusalError where it is not there, and `unsaid` where nobody says whether it is.
    """
    try:
        await pubsub.metadata(address)
    except RefusalError as error:
        raise error if error.cause is Cause.GONE else unsaid from None


def parsed(text: str) -> ET.Element:
    """The payload that another process sends. Raises UserError."""
    return payloads.parse(text.encode("utf-8"))


def payload_of(data: bytes, name: str) -> tuple[ET.Element, str]:
    """A file's content as a payload element, and the UID of its first event. Raises UserError."""
    events = payloads.read_file(data, name)
    uid = events[0].uid if events else ""
    text = data.decode("utf-8-sig", "replace").strip()
    if text.startswith("<"):
        root = payloads.parse(data.strip())
        return (next(iter(root)) if root.tag.rpartition("}")[2] == "item" else root), uid
    if text.startswith(("[", "{")):
        container = ET.Element("{urn:xmpp:json:0}json")  # XEP-0335
        container.text = text
        return container, uid
    return payloads.to_ics_payload(text), uid
