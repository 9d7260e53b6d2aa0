"""What is attached to an item by others than its publisher (XEP-0470). Raises as the requests of `pubsub` do."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from urllib.parse import quote

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError

NAMESPACE = "urn:xmpp:pubsub-attachments:1"

LASTING = frozenset({Cause.GONE, Cause.NOT_ALLOWED, Cause.UNSUPPORTED, Cause.OTHER})
"""Why there may be nothing attached, today and tomorrow."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item as its service has it now. `payload` is None where it keeps that back; `publisher` is a bare JID, ""
    where it does not say who published the item."""

    payload: ET.Element | None
    publisher: str = ""


def item_uri(address: NodeAddress, item_id: str) -> str:
    """`xmpp:SERVICE?;node=NODE;item=ITEM`, percent-encoded as the names of attachment nodes have it."""
    service = quote(address.service, safe="@.")
    return f"xmpp:{service}?;node={quote(address.node, safe='')};item={quote(item_id, safe='')}"


def attachment_node(address: NodeAddress, item_id: str) -> NodeAddress:
    """Where to attach something to an item (XEP-0470 §4.1)."""
    return NodeAddress(address.service, f"{NAMESPACE}/{item_uri(address, item_id)}")


async def find(pubsub: PubSub, address: NodeAddress, item_id: str) -> Found | None:
    """One item, None where the node or the item is gone."""
    try:
        entries = [entry async for page in pubsub.pages(address, [item_id]) for entry in page.entries]
    except RefusalError as error:
        if error.cause is not Cause.GONE:
            raise
        return None
    entry = next((each for each in entries if each.get("id") == item_id), None)
    if entry is None:
        return None
    publisher = entry.get("publisher", "")
    if not publisher and "@" in address.service:
        publisher = address.service  # a person's own node (XEP-0163 §4.3.3)
    return Found(next(iter(entry), None), prepared(publisher) if publisher else "")


async def takes_attachments(pubsub: PubSub, node: NodeAddress) -> bool:
    """Whether there is an attachment node, or its service makes one by itself. Nobody else may make it (§4.1)."""
    try:
        await pubsub.metadata(node)
    except RefusalError as error:
        if error.cause not in LASTING:
            raise
    else:
        return True
    try:
        return NAMESPACE in await pubsub.features(node.service)
    except RefusalError as error:
        if error.cause not in LASTING:
            raise
        return False


async def attached(pubsub: PubSub, node: NodeAddress, own: str) -> ET.Element | None:
    """What we have attached so far; our bare JID is the id of the item (§4.1)."""
    try:
        found = await find(pubsub, node, own)
    except RefusalError as error:
        if error.cause not in LASTING:
            raise
        return None
    return found.payload if found is not None else None
