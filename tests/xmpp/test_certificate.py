"""A look at a refused certificate: its fingerprint, and nothing sent but the request for TLS."""

from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

from c42desktop.xmpp.certificate import peek
from tests.xmpp.scripted import DOMAIN, STARTTLS, Peer, ScriptedServer


def fingerprint(server: ScriptedServer) -> str:
    der = ssl.PEM_cert_to_DER_cert(server.ca_file.read_text())
    return hashlib.sha256(der).digest().hex(":").upper()


async def test_over_starttls(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.start_tls()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        assert await peek_fingerprint(DOMAIN, "127.0.0.1", server.port, direct=False) == fingerprint(server)
    assert server.received.count("<") == 2, "a stream header and starttls"


async def test_over_direct_tls(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed, direct_tls=True) as server:
        assert await peek_fingerprint(DOMAIN, "127.0.0.1", server.port, direct=True) == fingerprint(server)
    assert server.received == ""


async def test_it_is_empty_where_it_cannot_be_found_out(tmp_path: Path) -> None:
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
            assert await peek_fingerprint(DOMAIN, "127.0.0.1", server.port, direct=False, timeout=0.3) == ""
    assert await peek_fingerprint(DOMAIN, "127.0.0.1", 1, direct=True) == ""
    assert await peek_fingerprint("." * 300, "a..b", 5222, direct=True) == ""
