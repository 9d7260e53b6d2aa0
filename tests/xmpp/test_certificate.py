"""A look at a refused certificate: whose it is, and nothing sent but the request for TLS."""

from __future__ import annotations

import hashlib
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from c42desktop.xmpp.certificate import Presented, peek
from c42desktop.xmpp.endpoints import Endpoint, WebEndpoint
from c42desktop.xmpp.login import Way
from tests.xmpp.scripted import DOMAIN, STARTTLS, Peer, ScriptedServer


def check(seen: Presented | None, server: ScriptedServer) -> None:
    """Everything in `seen` is what the server's certificate says."""
    der = ssl.PEM_cert_to_DER_cert(server.ca_file.read_text())
    key = x509.load_der_x509_certificate(der).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert seen is not None
    assert seen.fingerprint == hashlib.sha256(der).digest().hex(":").upper()
    assert seen.pin == hashlib.sha256(key).digest().hex(":").upper()
    assert seen.names == (DOMAIN, "127.0.0.1")
    assert seen.issuer == DOMAIN
    today = datetime.now(UTC)
    assert timedelta(hours=23) < today - seen.begins < timedelta(hours=25)
    assert timedelta(hours=47) < seen.ends - today < timedelta(hours=49)


async def test_over_starttls(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.start_tls()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        check(await peek(DOMAIN, Endpoint("127.0.0.1", server.port, direct_tls=False)), server)
    assert server.received.count("<") == 2, "a stream header and starttls"


async def test_over_direct_tls(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed, direct_tls=True) as server:
        check(await peek(DOMAIN, Endpoint("127.0.0.1", server.port, direct_tls=True)), server)
    assert server.received == ""


@pytest.mark.parametrize(("way", "scheme"), [(Way.BOSH, "https"), (Way.WEBSOCKET, "wss")])
async def test_over_https(tmp_path: Path, way: Way, scheme: str) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed, direct_tls=True) as server:
        check(await peek(DOMAIN, WebEndpoint(way, f"{scheme}://127.0.0.1:{server.port}/x")), server)
    assert server.received == ""


async def test_it_is_nothing_where_it_cannot_be_found_out(tmp_path: Path) -> None:
    async def refuse(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.expect("<starttls")
        await peer.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>")

    async def chatter(peer: Peer) -> None:
        await peer.send("x" * 200_000)
        await peer.until_closed()

    for number, script in enumerate((refuse, chatter, Peer.until_closed)):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with ScriptedServer(folder, script) as server:
            assert await peek(DOMAIN, Endpoint("127.0.0.1", server.port, direct_tls=False), timeout=0.3) is None
    assert await peek(DOMAIN, Endpoint("127.0.0.1", 1, direct_tls=True)) is None
    assert await peek("." * 300, Endpoint("a..b", 5222, direct_tls=True)) is None


def test_the_facts_are_one_line_that_nothing_hostile_can_stretch() -> None:
    day = datetime(2026, 5, 3, tzinfo=UTC)
    seen = Presented("", "", ("a", "b", "c", "d"), "Some Authority", day, day + timedelta(days=90))
    words = "It is for a, b, c, …, was issued by Some Authority, and is valid from 2026-05-03 to 2026-08-01."
    assert seen.facts == words
    assert Presented("", "", (), "", day, day).facts.startswith("It is for –, was issued by –,")
