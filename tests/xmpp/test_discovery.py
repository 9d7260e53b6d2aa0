"""What a service lists: page by page, and the calendars in its collections."""

from __future__ import annotations

from pathlib import Path

from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Node
from tests.xmpp.scripted import SERVICE
from tests.xmpp.service import PUBSUB, error, form, info, listing, service

COLLECTIONS = info(f"<feature var='{PUBSUB}#collections'/>")
LEAF = info("<identity category='pubsub' type='leaf'/>")
COLLECTION = info("<identity category='pubsub' type='collection' name='Group'/>")


def titled(title: str) -> str:
    return info("<identity category='pubsub' type='leaf'/>" + form(f"{PUBSUB}#meta-data", title=title))


def shown(nodes: list[Node]) -> list[tuple[str, str]]:
    return [(node.address.node, node.title) for node in nodes]


async def test_c_disc_02_nodes_show_their_name_their_title_or_their_id(tmp_path: Path) -> None:
    answers = info(""), listing("c", "b", "x=A team", ""), error("forbidden"), titled("Balls")
    async with service(tmp_path, *answers) as (pubsub, _server):
        assert shown(await pubsub.nodes(SERVICE)) == [("x", "A team"), ("b", "Balls"), ("c", "")]


async def test_c_disc_02_a_listing_in_pages_is_read_to_its_end(tmp_path: Path) -> None:
    pages = listing("a=A", "b=B", last="stamp 2", count="3"), listing("c=C", last="stamp 3", count="3")
    async with service(tmp_path, info(""), *pages) as (pubsub, server):
        assert shown(await pubsub.nodes(SERVICE)) == [("a", "A"), ("b", "B"), ("c", "C")]
        assert server.received.count("stamp 2") == 1
        assert "rsm" not in server.received.partition("disco#items")[2].partition("</iq>")[0], "nobody asked for pages"


async def test_c_disc_02_a_listing_that_repeats_its_page_is_not_looped(tmp_path: Path) -> None:
    page = listing("a=A", last="a", count="9")
    async with service(tmp_path, info(""), page, page) as (pubsub, _server):
        assert shown(await pubsub.nodes(SERVICE)) == [("a", "A")]


async def test_c_disc_04_the_calendars_of_a_collection_stand_in_its_place(tmp_path: Path) -> None:
    answers = COLLECTIONS, listing("group=Group", "team=Team"), COLLECTION, LEAF, listing("inner"), titled("Inner")
    async with service(tmp_path, *answers) as (pubsub, server):
        assert shown(await pubsub.nodes(SERVICE)) == [("inner", "Inner"), ("team", "Team")]
        assert "<items" not in server.received


async def test_c_disc_04_collections_in_a_circle_end(tmp_path: Path) -> None:
    group = NodeAddress(SERVICE, "group")
    answers = listing("other"), COLLECTION, listing("group", "team"), COLLECTION, LEAF
    async with service(tmp_path, *answers) as (pubsub, _server):
        assert shown(await pubsub.leaves(group)) == [("team", "")]


async def test_c_disc_04_a_node_says_that_it_is_a_collection(tmp_path: Path) -> None:
    async with service(tmp_path, COLLECTION) as (pubsub, _server):
        group = NodeAddress(SERVICE, "group")
        assert await pubsub.metadata(group) == Node(group, "Group", collection=True)
