"""What we answer to those who ask us, and what we announce."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop import __version__
from c42desktop.xmpp.introduction import CAPS_NODE, answer_to, capabilities, verification
from tests.xmpp.scripted import JID, Peer, ScriptedServer

INFO = "http://jabber.org/protocol/disco#info"
STRANGER = "mallory@evil.example/x"


def asked(content: str, kind: str = "get") -> ET.Element:
    return answer_to(ET.fromstring(f"<iq xmlns='jabber:client' type='{kind}' id='7' from='{STRANGER}'>{content}</iq>"))


def condition(answer: ET.Element) -> str:
    found = answer.find("{jabber:client}error/*")
    return "" if found is None else found.tag.partition("}")[2]


def test_c_sub_14_who_asks_is_told_who_we_are() -> None:
    answer = asked(f"<query xmlns='{INFO}'/>")
    assert (answer.get("type"), answer.get("id"), answer.get("to")) == ("result", "7", STRANGER)
    identity = answer.find(f"{{{INFO}}}query/{{{INFO}}}identity")
    assert identity is not None
    assert identity.attrib == {"category": "client", "type": "pc", "name": "c42desktop"}


def test_c_sub_14_version_and_ping_are_answered() -> None:
    version = asked("<query xmlns='jabber:iq:version'/>")
    assert version.findtext("{jabber:iq:version}query/{jabber:iq:version}version") == __version__
    ping = asked("<ping xmlns='urn:xmpp:ping'/>")
    assert (ping.get("type"), len(ping)) == ("result", 0)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<query xmlns='http://jabber.org/protocol/disco#items'/>", "get"),
        (f"<query xmlns='{INFO}'/>", "set"),
        ("<query xmlns='jabber:iq:roster'><item jid='x@y'/></query>", "set"),
        ("<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='x'/></pubsub>", "get"),
        ("<made-up/>", "get"),
        ("", "get"),
    ],
)
def test_c_sub_14_anything_else_is_refused(content: str, kind: str) -> None:
    answer = asked(content, kind)
    assert (answer.get("type"), condition(answer)) == ("error", "service-unavailable")


def test_c_sub_14_a_node_we_do_not_have_is_not_found() -> None:
    assert condition(asked(f"<query xmlns='{INFO}' node='other'/>")) == "item-not-found"


async def test_c_sub_14_each_request_gets_one_answer(tmp_path: Path) -> None:
    answered = asyncio.Event()
    requests = {
        "a": ("get", "<query xmlns='jabber:iq:version'/>"),
        "b": ("set", "<query xmlns='jabber:iq:roster'><item jid='x@y' subscription='both'/></query>"),
        "c": ("get", "<other xmlns='x'/>"),
        "d": ("get", "<ping xmlns='urn:xmpp:ping'/>"),
    }

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        for number, (kind, content) in requests.items():
            await peer.send(f"<iq type='{kind}' id='{number}' from='{STRANGER}' to='{JID}/test'>{content}</iq>")
        await peer.expect("""id=['"]d['"]""")
        answered.set()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online():
        await answered.wait()
    found = re.findall(r"<iq [^>]*>", server.received)
    assert [re.search(r"type=.(\w+)", each)[1] for each in found[1:]] == ["result", "error", "error", "result"]  # type: ignore[index]


def test_c_pep_01_the_announced_digest_is_that_of_the_answer() -> None:
    announced = capabilities()
    assert announced.attrib == {"hash": "sha-1", "node": CAPS_NODE, "ver": verification()}
    query = asked(f"<query xmlns='{INFO}' node='{CAPS_NODE}#{verification()}'/>")[0]
    assert query.get("node") == f"{CAPS_NODE}#{verification()}"
    assert digest(query) == verification()


def digest(query: ET.Element) -> str:
    """XEP-0115 §5.1, written down once more."""
    identities = sorted(
        "/".join(each.get(name, "") for name in ("category", "type", "lang", "name"))
        for each in query.iterfind(f"{{{INFO}}}identity")
    )
    features = sorted(each.get("var", "") for each in query.iterfind(f"{{{INFO}}}feature"))
    text = "".join(f"{each}<" for each in [*identities, *features])
    return base64.b64encode(hashlib.sha1(text.encode()).digest()).decode()


def test_c_pep_01_personal_agendas_are_asked_for_under_both_names() -> None:
    query = asked(f"<query xmlns='{INFO}'/>")[0]
    features = {each.get("var") for each in query.iterfind(f"{{{INFO}}}feature")}
    assert {"urn:xmpp:calendar-events:0+notify", "urn:xmpp:events:0+notify", "urn:xmpp:calendar-events:0"} <= features


async def test_c_pep_01_the_first_presence_announces_it(tmp_path: Path) -> None:
    presences: list[str] = []

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        presences.extend(re.findall("<presence.*?</presence>", peer.received, re.DOTALL))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online():
        pass
    assert verification() in presences[0]
    assert "<priority>0</priority>" in presences[0]
