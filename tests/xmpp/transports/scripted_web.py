"""A WebSocket server that does what a test tells it, for what a real server will not do on demand.

    async def script(peer: WebPeer) -> None:
        await peer.sign_in()
        await peer.send("<message xmlns='jabber:client'/>")

    async with ScriptedWeb(tmp_path, script) as server, server.online() as ann: ...

The script runs once per connection; when it returns, the WebSocket is closed.
"""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import WSMsgType, web

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp.login import Login, State, Way
from tests.people import Witness, witness
from tests.xmpp.scripted import DOMAIN, JID, PASSWORD, SASL_NS, ScramServer, mechanisms

FRAMING = "urn:ietf:params:xml:ns:xmpp-framing"
STREAMS = "http://etherx.jabber.org/streams"
BIND = "urn:ietf:params:xml:ns:xmpp-bind"
PATH = "/xmpp-websocket"
CLOSE = f"<close xmlns='{FRAMING}'/>"

Script = Callable[["WebPeer"], Awaitable[None]]


class GoneError(Exception):
    """The client has gone."""


def event(number: int = 0, padding: str = "") -> str:
    """A message with a pubsub event, as it stands in a WebSocket."""
    return (
        f"<message xmlns='jabber:client' from='pubsub.{DOMAIN}' to='{JID}'>"
        f"<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'><item id='{number}'>{padding}</item>"
        "</items></event></message>"
    )


class WebPeer:
    """The server's end of one WebSocket. `received` has each message that came, pings and closes by their type."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.request = request
        self.received: list[str] = []

    async def next(self) -> str:
        """The next message of the client. Raises GoneError."""
        message = await self.socket.receive()
        if message.type is WSMsgType.PONG:
            self.received.append("PONG")
            return "PONG"
        if message.type is not WSMsgType.TEXT:
            raise GoneError
        self.received.append(message.data)
        return str(message.data)

    async def expect(self, pattern: str) -> re.Match[str]:
        """The next message that matches."""
        while True:
            if found := re.search(pattern, await self.next(), re.DOTALL):
                return found

    async def until_closed(self) -> None:
        """All that comes until the client has gone; a farewell is answered."""
        with suppress(GoneError, ConnectionError):
            await self.expect("<close")
            await self.send(CLOSE)
            await self.expect("(?!)")

    async def send(self, text: str) -> None:
        """Send one message."""
        await self.socket.send_str(text)

    async def greet(self, *features: str) -> None:
        """Answer the client's `<open/>`, and offer `features`."""
        await self.expect(f"<open xmlns='{FRAMING}' to=\"{DOMAIN}\" version='1.0'[^>]*/>")
        await self.send(f"<open xmlns='{FRAMING}' from='{DOMAIN}' id='1' version='1.0'/>")
        await self.send(f"<stream:features xmlns:stream='{STREAMS}'>{''.join(features)}</stream:features>")

    async def authenticate(self) -> None:
        """Let the client in with SCRAM."""
        await self.greet(mechanisms("SCRAM-SHA-256"))
        first = await self.expect("<auth [^>]*>([^<]*)</auth>")
        scram = ScramServer(base64.b64decode(first[1]))
        await self.send(_sasl("challenge", scram.first))
        last = await self.expect("<response[^>]*>([^<]*)</response>")
        await self.send(_sasl("success", scram.last(base64.b64decode(last[1]))))

    async def sign_in(self, *features: str) -> None:
        """The same, offer `features`, and bind the client's resource: a session."""
        await self.authenticate()
        await self.greet(f"<bind xmlns='{BIND}'/>", *features)
        request = await self.expect(r"<iq [^>]*id=['\"]([^'\"]*)['\"].*?<resource>([^<]*)</resource>")
        await self.send(
            f"<iq xmlns='jabber:client' type='result' id='{request[1]}'><bind xmlns='{BIND}'>"
            f"<jid>{JID}/{request[2]}</jid></bind></iq>"
        )
        await self.expect("<presence")


def _sasl(name: str, data: bytes) -> str:
    return f"<{name} xmlns='{SASL_NS}'>{base64.b64encode(data).decode()}</{name}>"


class ScriptedWeb:
    """Runs `script` for each WebSocket at a free loopback port; without `tls` for all to see.

    `answer`, where there is one, answers the request instead. A failed assertion in the script fails the test.
    """

    def __init__(
        self,
        folder: Path,
        script: Script | None = None,
        *,
        answer: Callable[[web.Request], web.StreamResponse] | None = None,
        protocols: tuple[str, ...] = ("xmpp",),
        tls: bool = True,
    ) -> None:
        write_certificate(folder, (DOMAIN,))
        self.ca_file = folder / "certificate.pem"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.ca_file, folder / "key.pem")
        self._tls = context if tls else None
        self._script = script
        self._answer = answer
        self._protocols = protocols
        self._failures: list[BaseException] = []
        self.peers: list[WebPeer] = []
        self.paths: list[str] = []  # that were asked for
        self.port = 0

    async def __aenter__(self) -> ScriptedWeb:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._asked)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self._tls)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        await self._runner.cleanup()
        if self._failures and kind is None:
            raise self._failures[0]

    @property
    def url(self) -> str:
        """Where it is."""
        return f"{'wss' if self._tls else 'ws'}://127.0.0.1:{self.port}{PATH}"

    def login(self, **changes: object) -> Login:
        """How to sign in here; `changes` override fields."""
        fields: dict[str, object] = {
            "jid": JID,
            "ca_file": str(self.ca_file),
            "resource": "test",
            "way": Way.WEBSOCKET,
            "url": self.url,
        }
        return Login(**{**fields, **changes})  # type: ignore[arg-type]

    @asynccontextmanager
    async def online(self) -> AsyncIterator[Witness]:
        """Ann, signed in here; the script has called `sign_in`."""
        async with witness(self.login(), PASSWORD) as ann:
            await ann.until(State.ONLINE)
            yield ann

    async def _asked(self, request: web.Request) -> web.StreamResponse:
        self.paths.append(request.path)
        if self._answer is not None:
            return self._answer(request)
        socket = web.WebSocketResponse(protocols=self._protocols, autoping=False, timeout=0.2, max_msg_size=0)
        await socket.prepare(request)
        peer = WebPeer(socket, request)
        self.peers.append(peer)
        try:
            assert self._script is not None
            await self._script(peer)
        except (GoneError, ConnectionError, asyncio.CancelledError):
            pass  # the client may leave whenever it likes
        except BaseException as error:
            self._failures.append(error)
        await socket.close()
        return socket
