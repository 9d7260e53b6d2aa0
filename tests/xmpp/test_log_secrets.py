"""What a log may never hold (C-SEC-10): whole sessions with every logger at its most talkative."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest

from c42desktop import log
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import Login, Proof, State, Status, Way
from c42desktop.xmpp.proxy import Proxies, Proxy
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.upload import upload
from tests.conftest import PASSWORDS
from tests.people import login_at, new_node, signed_in, witness
from tests.readers import EVENTS, payload, reading
from tests.servers import XmppServer
from tests.xmpp.scripted import JID, PASSWORD, SASL_NS, Peer, ScramServer, ScriptedServer, event, mechanisms

PROXY_PASSWORD = "proxy & secret"
TITLE = "Dentist in Delft"
TOKEN = "tok-secret.0123456789~abc"
_SASL = re.compile(r"<(?:auth|response|challenge|success)\b[^>]*urn:ietf:params:xml:ns:xmpp-sasl[^>]*>([^<]+)<")
_SHORTEST = 8  # what is shorter than this may be in a log by chance


@dataclass
class Logged:
    """Our own log file at its most talkative, and beside it what any other handler would have got."""

    file: Path
    elsewhere: list[str] = field(default_factory=list)

    def assert_clean(self, *secrets: str, jid: str = JID) -> None:
        """None of these is in the file, in any form; the blobs of SASL are taken from what was said elsewhere."""
        blobs = [found for line in self.elsewhere for found in _SASL.findall(line)]
        assert blobs, "there was something to leak"
        self.assert_without(*secrets, *blobs, jid=jid)

    def assert_without(self, *secrets: str, jid: str = JID) -> None:
        """None of these is in the file, in any form."""
        text = self.file.read_text()
        assert jid in text, "the log works"
        for secret in secrets:
            for form in forms(secret):
                assert form not in text
        assert not re.search(r"\b(sid|rid|key|newkey)=['\"]", text), "of BOSH"
        assert "<auth" not in text


def forms(secret: str) -> list[str]:
    """How a secret may be written, as itself and in part."""
    raw = [secret.encode()]
    try:
        raw.append(base64.b64decode(secret, validate=True))  # it was a blob
    except ValueError:
        raw.append(b"\0ann\0" + secret.encode())
    written = [secret, repr(secret)[1:-1]]
    for each in raw:
        written += [base64.b64encode(each).decode(), each.hex(), each.hex().upper(), repr(each)[2:-1]]
        written += [part.decode(errors="replace") for part in re.split(rb"[\0\x01,]", each)]
    return [each for each in written if len(each) >= _SHORTEST]


class _Elsewhere(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(1)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


@pytest.fixture
def logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Logged]:
    """Every logger of every library says all that it ever says."""
    root = logging.getLogger()
    before = list(root.handlers)
    found = Logged(tmp_path / "c42desktop.log")
    log.to_file(found.file, "debug")
    levels = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict} | {"": root.level}
    for name in levels:
        logging.getLogger(name).setLevel(1)
    record = _Elsewhere(found.elsewhere)
    wire = Client.send_raw

    def send_raw(client: Client, data: str | bytes) -> None:
        found.elsewhere.append(str(data))
        wire(client, data)

    monkeypatch.setattr(Client, "send_raw", send_raw)
    root.addHandler(record)
    yield found
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def everything_is_slow() -> None:
    """Let asyncio say of each callback what it was, and with which arguments."""
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0


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
    await peer.send(f"<failure xmlns='{SASL_NS}'><not-authorized/><text>{PASSWORD}</text></failure>")
    await peer.until_closed()


async def broken(peer: Peer) -> None:
    await peer.secure(mechanisms("PLAIN"))
    _name, first = await peer.auth()
    await peer.send(f"<success xmlns='{SASL_NS}'>{base64.b64encode(first).decode()}</wrong>")
    await peer.until_closed()


async def echoed(peer: Peer) -> None:
    """In a challenge that is none: what was wrong with it must not be quoted."""
    await peer.secure(mechanisms("SCRAM-SHA-256"))
    _name, first = await peer.auth()
    await peer.challenge(first + PASSWORD.encode())


@pytest.mark.expects_warnings
@pytest.mark.parametrize("script", [plain, scram, refused, broken, echoed])
async def test_c_sec_10_no_password_is_logged(tmp_path: Path, logged: Logged, script: object) -> None:
    everything_is_slow()
    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:  # type: ignore[arg-type]
        await ann.until(State.ONLINE, State.REFUSED, State.WAITING)
        if script is plain:
            await asyncio.wait_for(ann.messages.get(), 10)
    logged.assert_clean(PASSWORD)


@pytest.mark.expects_warnings
@pytest.mark.parametrize("proof", [Proof.OAUTHBEARER, Proof.X_OAUTH2])
async def test_c_sec_10_no_token_is_logged(tmp_path: Path, logged: Logged, proof: Proof) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("OAUTHBEARER", "X-OAUTH2"))
        _name, first = await peer.auth()
        await peer.challenge(b'{"status":"invalid_token"}' + first)
        await peer.send(f"<failure xmlns='{SASL_NS}'><not-authorized/></failure>")
        await peer.until_closed()

    everything_is_slow()
    async with ScriptedServer(tmp_path, script) as server, witness(server.login(proof=proof), TOKEN) as ann:
        await ann.until(State.REFUSED)
    logged.assert_clean(TOKEN)


@pytest.mark.server
@pytest.mark.expects_warnings
@pytest.mark.parametrize("way", [Way.TCP, Way.WEBSOCKET, Way.BOSH])
async def test_c_sec_10_nothing_secret_is_logged_of_a_real_session(
    server: XmppServer, logged: Logged, way: Way
) -> None:
    if way is Way.TCP:  # where a loop says all, aiohttp warns of connections that were given up
        everything_is_slow()
    login = login_at(server, way=way)
    async with witness(login) as ann:
        await ann.until(State.ONLINE)
        await ann.pubsub.names(f"pubsub.{login.domain}")
    async with witness(login, "another-password") as ann:
        await ann.until(State.REFUSED)
    logged.assert_clean(PASSWORDS["ann"], "another-password", jid=login.jid)


@pytest.mark.server
async def test_c_sec_10_nothing_of_an_event_and_neither_name_nor_address_of_a_file_is_logged(
    server: XmppServer, logged: Logged, tmp_path: Path
) -> None:
    file = tmp_path / "Passport of Ann.pdf"
    file.write_bytes(b"secret-content")
    address = new_node()
    login = login_at(server)
    unread = ET.fromstring(f"<event xmlns='{EVENTS}'><name>{TITLE}</name><start>{TITLE}</start></event>")
    async with reading(server, tmp_path / "ann.sqlite") as ann, signed_in(server, "bram") as bram:
        await bram.pubsub.create(address, {"pubsub#title": TITLE})
        await ann.link.sync.subscribe(address)
        for item_id, content in (("a", payload(TITLE)), ("b", unread), ("c", ET.Element("{urn:x}x", title=TITLE))):
            await bram.pubsub.publish(address, item_id, content)
        await ann.until(lambda: ann.ids(address) == {"a", "b", "c"})
    async with signed_in(server) as ann_again:
        found = await upload(ann_again.session, file, lambda _sent, _total: None)
    place = found.url.rsplit("/", 2)[1]
    logged.assert_without(TITLE, file.name, file.stem, quote(file.name), "secret-content", place, jid=login.jid)


async def refuse_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A proxy that does not know who asks (RFC 9110 §15.5.8)."""
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")


async def refuse_socks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """The same with SOCKS5 (RFC 1929)."""
    await reader.read(100)
    writer.write(b"\5\2")
    await reader.read(300)
    writer.write(b"\1\1")


@pytest.mark.expects_warnings
@pytest.mark.parametrize("way", [Way.TCP, Way.WEBSOCKET, Way.BOSH])
@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_c_sec_10_no_password_of_a_proxy_is_logged(logged: Logged, scheme: str, way: Way) -> None:
    asked = asyncio.Event()

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await (refuse_http if scheme == "http" else refuse_socks)(reader, writer)
            asked.set()
        writer.close()

    async def find(_host: str) -> Proxies:
        leads_out = Proxy(scheme, "127.0.0.1", server.sockets[0].getsockname()[1], "ann", PROXY_PASSWORD)
        return Proxies(leads_out, leads_out)

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    url = {Way.TCP: "", Way.WEBSOCKET: "wss://127.0.0.1:9/ws", Way.BOSH: "https://127.0.0.1:9/bosh"}[way]
    statuses: asyncio.Queue[Status] = asyncio.Queue()
    session = Session(
        Login(JID, host="127.0.0.1", port=9, way=way, url=url),
        PASSWORD,
        on_status=statuses.put_nowait,
        on_event=lambda _message: None,
        on_online=lambda _resumed: None,
        find_proxies=find,
    )
    session.start()
    async with asyncio.timeout(20):
        while (await statuses.get()).state not in (State.WAITING, State.REFUSED):
            pass
    await session.stop()
    server.close()
    assert asked.is_set()
    both = base64.b64encode(f"ann:{PROXY_PASSWORD}".encode()).decode()
    logged.assert_without(PROXY_PASSWORD, both, quote(PROXY_PASSWORD, safe=""))
