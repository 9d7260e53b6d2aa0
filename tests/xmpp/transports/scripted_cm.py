"""A connection manager of BOSH that does what a test tells it, for what a real one will not do on demand.

    async with ScriptedManager(tmp_path) as manager, manager.session() as (call, stream):
        await call.answer("<message/>")
        element = await stream.element()

Each request arrives as a `Call`, in the order in which they came, and stays unanswered until the test answers it.
"""

from __future__ import annotations

import asyncio
import base64
import re
import ssl
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from c42desktop.demo.prosody import free_ports, write_certificate
from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.login import Login, Way
from c42desktop.xmpp.transports import bosh
from c42desktop.xmpp.transports.bosh import BoshTransport
from c42desktop.xmpp.transports.bosh_body import HTTPBIND, XBOSH
from c42desktop.xmpp.transports.bosh_terms import Timing
from c42desktop.xmpp.trust import tls_context
from tests.xmpp.scripted import BIND, DOMAIN, JID, PASSWORD, SASL_NS, mechanisms

SID = "SecretOfTheSession"
STREAM_NS = "http://etherx.jabber.org/streams"
BRISK = Timing(creation=5.0, margin=5.0, patience=0.4, first_pause=0.01, polling=0.05, grace=0.05)
TERMS = {"sid": SID, "wait": "60", "hold": "1", "requests": "2", "ver": "1.11", "polling": "0", "inactivity": "5"}


def answer_text(content: str = "", **attributes: str) -> str:
    """A <body/>; `type_` stands for the attribute type."""
    said = "".join(f" {name.rstrip('_')}='{value}'" for name, value in attributes.items())
    return f"<body xmlns='{HTTPBIND}' xmlns:stream='{STREAM_NS}'{said}>{content}</body>"


class Call:
    """One request as it came, and its answer."""

    def __init__(self, data: bytes, request: web.Request) -> None:
        self.data = data
        self.body = ET.fromstring(data)
        self.headers = request.headers
        self._transport = request.transport
        self.response: asyncio.Future[web.Response] = asyncio.get_running_loop().create_future()

    def get(self, name: str) -> str | None:
        """An attribute of its <body/>."""
        return self.body.get(name)

    @property
    def rid(self) -> int:
        """Its number."""
        return int(self.body.get("rid", ""))

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing but what comes."""
        return not len(self.body) and not set(self.body.attrib) - {"rid", "sid", "ack", "key", "newkey"}

    def answer(self, content: str = "", **attributes: str) -> None:
        """Answer with a <body/> around `content`."""
        self.respond(answer_text(content, **attributes))

    def respond(self, text: str, status: int = 200, **headers: str) -> None:
        """Answer with anything."""
        kind = headers.pop("content_type", "text/xml")
        self.response.set_result(web.Response(text=text, status=status, content_type=kind, headers=headers))

    def garble(self, text: str) -> None:
        """Answer with what is not even HTTP."""
        if self._transport is not None:
            self._transport.write(f"HTTP/1.1 200 OK\r\n{text}\r\n\r\n".encode())
        self.response.cancel()

    def drop(self) -> None:
        """Break the connection without an answer."""
        if self._transport is not None:
            self._transport.abort()
        self.response.cancel()


class Listener:
    """A stream that notes what its transport tells it, in order."""

    def __init__(self) -> None:
        self._told: asyncio.Queue[tuple[str, object]] = asyncio.Queue()
        self.heard = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, BoshTransport)
        transport.write(b"<stream:stream>")

    def note_heard(self) -> None:
        self.heard += 1

    def stream_opened(self, header: ET.Element) -> None:
        self._told.put_nowait(("opened", header))

    def element_received(self, element: ET.Element) -> None:
        self._told.put_nowait(("element", element))

    def stream_closed(self) -> None:
        self._told.put_nowait(("closed", None))

    def give_up(self, ending: Ending, condition: str = "") -> None:
        self._told.put_nowait(("ending", ending))

    def connection_lost(self, exception: BaseException | None) -> None:
        self._told.put_nowait(("lost", exception))

    async def next(self) -> tuple[str, object]:
        """What it is told next."""
        return await asyncio.wait_for(self._told.get(), 10)

    async def element(self) -> ET.Element:
        """The element it is told next, and it is told nothing else before."""
        kind, element = await self.next()
        assert kind == "element" and isinstance(element, ET.Element), kind
        return element

    async def ending(self) -> Ending:
        """The reason for which it has to end; elements and all else before are passed over."""
        while True:
            kind, what = await self.next()
            if isinstance(what, Ending):
                return what
            assert kind != "lost", what

    async def rest(self) -> list[str]:
        """The kinds of all it is told until the connection is gone; elements by the tag."""
        kinds: list[str] = []
        while not kinds or kinds[-1] != "lost":
            kind, what = await self.next()
            kinds.append(what.tag.rpartition("}")[2] if kind == "element" and isinstance(what, ET.Element) else kind)
        return kinds


class Peer:
    """The server behind a manager that holds one request, as real ones do."""

    def __init__(self, manager: ScriptedManager) -> None:
        self._manager = manager
        self._held: list[Call] = []

    async def expect(self, name: str) -> ET.Element:
        """The next element of this name; "body" for a request that begins the stream anew."""
        while True:
            call = await self._call()
            for element in (call.body, *call.body):
                if element.tag.endswith(f"}}{name}") and (name != "body" or call.get(f"{{{XBOSH}}}restart")):
                    return element

    async def _call(self) -> Call:
        call = await self._manager.call()
        self._held.append(call)
        while len(self._held) > 1:
            self._held.pop(0).answer()
        return call

    async def send(self, content: str, **attributes: str) -> None:
        """Say something, as soon as there is a request to answer."""
        if not self._held:
            await self._call()
        self._held.pop(0).answer(content, **attributes)

    async def greet(self, *features: str, **attributes: str) -> None:
        """Offer these features of a stream."""
        await self.send(f"<stream:features>{''.join(features)}</stream:features>", **attributes)

    async def sign_in(self, *features: str) -> None:
        """Make a session, offer PLAIN and `features`, and bind the resource."""
        await self.greet(mechanisms("PLAIN"), *features, **TERMS)
        auth = await self.expect("auth")
        assert base64.b64decode(auth.text or "") == b"\0ann\0" + PASSWORD.encode()
        await self.send(f"<success xmlns='{SASL_NS}'/>")
        await self.expect("body")
        await self.greet(BIND)
        request = await self.expect("iq")
        bound = f"<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>{JID}/test</jid></bind>"
        await self.send(f"<iq type='result' id='{request.get('id')}'>{bound}</iq>")
        await self.expect("presence")


class ScriptedManager:
    """Listens on loopback, with TLS where `secure`. `seen` are all calls, `most` the largest number of open ones."""

    def __init__(self, folder: Path, *, secure: bool = False) -> None:
        write_certificate(folder, (DOMAIN,))
        self.ca_file = folder / "certificate.pem"
        self._key = folder / "key.pem"
        self._secure = secure
        (self.port,) = free_ports(1)
        self.seen: list[Call] = []
        self.most = self._open = 0
        self._calls: asyncio.Queue[Call] = asyncio.Queue()
        self._runner: web.ServerRunner | None = None

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http{'s' * self._secure}://127.0.0.1:{self.port}/bosh"

    async def __aenter__(self) -> ScriptedManager:
        await self.start()
        return self

    async def start(self) -> None:
        """Listen, with the certificate that is in the folder now."""
        context = None
        if self._secure:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self.ca_file, self._key)
        self._runner = web.ServerRunner(web.Server(self._take), shutdown_timeout=0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, ssl_context=context).start()

    async def stop(self) -> None:
        """Stop, with all connections."""
        for call in self.seen:
            call.response.cancel()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aexit__(self, *_exception: object) -> None:
        await self.stop()

    async def _take(self, request: web.BaseRequest) -> web.Response:
        call = Call(await request.read(), request)  # type: ignore[arg-type]
        self.seen.append(call)
        self._open += 1
        self.most = max(self.most, self._open)
        self._calls.put_nowait(call)
        try:
            return await call.response
        finally:
            self._open -= 1

    async def call(self) -> Call:
        """The next request."""
        return await asyncio.wait_for(self._calls.get(), 10)

    async def quiet(self, seconds: float = 0.05) -> None:
        """Make sure that for so long nothing is asked."""
        try:
            call = await asyncio.wait_for(self._calls.get(), seconds)
        except TimeoutError:
            return
        raise AssertionError(f"asked: {call.data!r}")

    def login(self, **changes: object) -> Login:
        """How ann signs in here."""
        fields = {"jid": JID, "ca_file": str(self.ca_file), "resource": "test", "way": Way.BOSH, "url": self.url}
        return Login(**{**fields, "allow_plain": True, **changes})  # type: ignore[arg-type]

    async def connect(
        self, listener: Listener, *, url: str = "", keys: bool = False, timing: Timing = BRISK
    ) -> BoshTransport:
        """Make a session; the test answers the first call meanwhile."""
        context = tls_context(str(self.ca_file))
        made = await bosh.connect(url or self.url, DOMAIN, listener, context, None, keys=keys, timing=timing)
        assert isinstance(made, BoshTransport)
        return made

    @asynccontextmanager
    async def session(
        self, content: str = "<stream:features/>", timing: Timing = BRISK, *, keys: bool = False, **terms: str
    ) -> AsyncIterator[tuple[BoshTransport, Listener]]:
        """A session that was made with `content` in its first answer, and is broken off at the end.

        Terms of "" are left out.
        """
        listener = Listener()
        connecting = asyncio.ensure_future(self.connect(listener, keys=keys, timing=timing))
        call = await self.call()
        call.answer(content, **{name: value for name, value in {**TERMS, **terms}.items() if value})
        transport = await connecting
        transport.start()
        assert (await listener.next())[0] == "opened"
        for _element in re.findall(r"<stream:features", content):
            await listener.element()
        try:
            yield transport, listener
        finally:
            if not transport.is_closing():
                transport.abort()
                await listener.rest()
            else:
                await transport.closed()
