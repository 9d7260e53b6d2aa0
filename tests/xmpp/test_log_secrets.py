"""What a log may never hold (C-SEC-10): a whole session at the most talkative level."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop import log
from c42desktop.xmpp.login import State
from tests.people import witness
from tests.xmpp.scripted import JID, PASSWORD, SASL_NS, Peer, ScramServer, ScriptedServer, event, mechanisms


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """The package's own log at its most talkative, as the only handler beside pytest's."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    path = tmp_path / "c42desktop.log"
    log.to_file(path, verbose=True)
    yield path
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


async def plain(peer: Peer) -> None:
    await peer.sign_in()
    await peer.send(event("<purge node='secret'/>"))
    await peer.until_closed()


async def scram(peer: Peer) -> None:
    await peer.secure(mechanisms("SCRAM-SHA-256"))
    server = ScramServer((await peer.auth())[1])
    await peer.succeed(server.last(await peer.challenge(server.first)))


async def refused(peer: Peer) -> None:
    await peer.secure(mechanisms("PLAIN"))
    await peer.auth()
    await peer.send(f"<failure xmlns='{SASL_NS}'><not-authorized/><text>{PASSWORD[:6]}</text></failure>")
    await peer.until_closed()


async def broken(peer: Peer) -> None:
    await peer.secure(mechanisms("PLAIN"))
    _name, first = await peer.auth()
    await peer.send(f"<success xmlns='{SASL_NS}'>{base64.b64encode(first).decode()}</wrong>")
    await peer.until_closed()


@pytest.mark.parametrize("script", [plain, scram, refused, broken])
async def test_c_sec_10_no_secret_is_logged(tmp_path: Path, log_file: Path, script: object) -> None:
    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:  # type: ignore[arg-type]
        await ann.until(State.ONLINE, State.REFUSED, State.WAITING)
        if script is plain:
            await asyncio.wait_for(ann.messages.get(), 10)
    text = log_file.read_text()
    assert JID in text, "the log works"
    sent = [line for line in server.received.replace(">", ">\n").replace("</", "\n</").splitlines() if "=" in line]
    blobs = [line.strip() for line in sent if not line.startswith("<") and len(line) > 8]
    assert blobs, "there was something to leak"
    for secret in (PASSWORD, PASSWORD[:6], base64.b64encode(PASSWORD.encode()).decode(), *blobs):
        assert secret not in text
