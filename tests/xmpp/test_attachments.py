"""What is attached to an item (XEP-0470), and messages that come back."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from c42desktop.demo.prosody import DOMAIN
from c42desktop.xmpp import attachments
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import Node
from c42desktop.xmpp.messages import send_message
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.people import calendar, signed_in
from tests.servers import XmppServer

NODE = NodeAddress("pubsub.example.org", "urn:xmpp:calendar-events:0/team")


class Service(PubSub):
    """A service that knows these nodes and features, or refuses for a reason."""

    def __init__(self, nodes: set[NodeAddress], features: set[str], cause: Cause = Cause.GONE) -> None:
        self._nodes = nodes
        self._features = features
        self._cause = cause

    async def metadata(self, address: NodeAddress) -> Node:
        if address not in self._nodes:
            raise RefusalError("No.", self._cause, "item-not-found")
        return Node(address)

    async def features(self, jid: str) -> set[str]:
        return self._features


def test_the_node_is_named_by_the_uri_of_the_item() -> None:
    node = attachments.attachment_node(NodeAddress("juliet@capulet.lit", "urn:xmpp:microblog:0"), "balcony-afd1")
    assert node == NodeAddress(
        "juliet@capulet.lit",
        "urn:xmpp:pubsub-attachments:1/xmpp:juliet@capulet.lit?;node=urn%3Axmpp%3Amicroblog%3A0;item=balcony-afd1",
    )


async def test_a_node_that_is_not_there_is_only_made_by_its_service() -> None:
    node = attachments.attachment_node(NODE, "budget")
    assert await attachments.takes_attachments(Service({node}, set()), node)
    assert await attachments.takes_attachments(Service(set(), {attachments.NAMESPACE}), node)
    assert not await attachments.takes_attachments(Service(set(), {"other"}), node)
    with pytest.raises(RefusalError):  # who does not answer now may take it later
        await attachments.takes_attachments(Service(set(), set(), Cause.UNREACHABLE), node)


@pytest.mark.server
async def test_an_item_is_found_with_its_payload_and_what_is_gone_is_not(server: XmppServer) -> None:
    async with signed_in(server, "bram") as bram:
        team = await calendar(bram)
        await bram.pubsub.publish(team, "a/b", ET.fromstring("<x xmlns='urn:x'/>"))
        found = await attachments.find(bram.pubsub, team, "a/b")
        assert found is not None and found.payload is not None and found.payload.tag == "{urn:x}x"
        assert await attachments.find(bram.pubsub, team, "other") is None
        assert await attachments.find(bram.pubsub, NodeAddress(team.service, "nowhere"), "a/b") is None


@pytest.mark.server
async def test_a_message_to_nobody_comes_back(server: XmppServer) -> None:
    async with signed_in(server) as ann:
        with pytest.raises(RefusalError) as refused:
            await send_message(ann.session, f"nobody@{DOMAIN}", "Accepted: Budget", [ET.Element("{urn:x}x")])
        assert refused.value.condition == "service-unavailable"
        async with signed_in(server, "bram") as bram:
            await bram.pubsub.features(DOMAIN)  # by now the server knows that Bram is there
            await send_message(ann.session, f"bram@{DOMAIN}", "Accepted: Budget", [])
