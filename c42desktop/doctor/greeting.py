"""What a server offers to whoever comes: asked without saying who we are, over TCP, WebSocket or BOSH."""

from __future__ import annotations

import asyncio
import contextlib
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.endpoints import Endpoint, WebEndpoint
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.stream_parser import RefusedError, StreamParser
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.transports import bosh, websocket
from c42desktop.xmpp.transports.web import as_os_errors
from c42desktop.xmpp.tunnel import tunnel

STREAMS = "{http://etherx.jabber.org/streams}"
TLS = "{urn:ietf:params:xml:ns:xmpp-tls}"
_MECHANISM = "{urn:ietf:params:xml:ns:xmpp-sasl}mechanism"
_HEADER = (
    "<?xml version='1.0'?><stream:stream to={domain} xmlns='jabber:client' "
    "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
)
_STARTTLS = b"<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
_HEADER_BYTES = b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
_AT_ONCE = 65536
FAREWELL = 2.0  # seconds for a server to take note that we leave


class SilentError(OSError):
    """What answers does not speak XMPP, or ends the stream; the message says which, for a log."""


class NoTlsError(OSError):
    """The server offers no encryption."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a server offers before anyone signs in. `tls` is the version of it, "" where that is not ours to see."""

    mechanisms: tuple[str, ...]
    tls: str = ""


async def greet_tcp(at: Endpoint, domain: str, tls: Tls, proxy: Proxy | None = None) -> Greeting:
    """Ask at `at`. Raises OSError, UserError where a file that TLS needs cannot be read."""
    context = await (tls.direct() if at.direct_tls else tls.usual())
    reader, writer = await _dial(at, proxy)
    try:
        conversation = _Conversation(reader, writer, domain)
        if not at.direct_tls:
            await conversation.ask_for_tls()
        await writer.start_tls(context, server_hostname=domain)
        features = await conversation.open()
        version = writer.get_extra_info("ssl_object").version()
        return Greeting(_mechanisms(features), str(version or ""))
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


async def _dial(at: Endpoint, proxy: Proxy | None) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if proxy is None:
        return await asyncio.open_connection(at.host, at.port)
    tunnelled = await tunnel(proxy, at.host, at.port)
    try:
        return await asyncio.open_connection(sock=tunnelled)
    except BaseException:
        tunnelled.close()
        raise


class _Conversation:
    """The beginning of a stream, read within the bounds of any stream."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, domain: str) -> None:
        self._reader = reader
        self._writer = writer
        self._domain = domain
        self._parser = StreamParser()
        self._waiting: list[ET.Element] = []

    async def open(self) -> ET.Element:
        """Begin a stream. Gives its features."""
        self._parser, self._waiting = StreamParser(), []
        self._writer.write(_HEADER.format(domain=quoteattr(self._domain)).encode())
        return await self._next(f"{STREAMS}features")

    async def ask_for_tls(self) -> None:
        """Begin a stream, and ask to go on inside TLS."""
        features = await self.open()
        if features.find(f"{TLS}starttls") is None:
            raise NoTlsError
        self._writer.write(_STARTTLS)
        await self._next(f"{TLS}proceed")

    async def _next(self, tag: str) -> ET.Element:
        """The next element behind the stream's header, which must be this one."""
        while True:
            while self._waiting:
                element = self._waiting.pop(0)
                if element.tag == tag:
                    return element
                if element.tag != f"{STREAMS}stream":
                    raise SilentError(element.tag.rpartition("}")[2])
            self._waiting = await self._read()

    async def _read(self) -> list[ET.Element]:
        data = await self._reader.read(_AT_ONCE)
        if not data:
            raise SilentError("closed")
        try:
            return list(self._parser.feed(data))
        except RefusedError as error:
            raise SilentError(error.condition) from error


async def greet_web(at: WebEndpoint, domain: str, tls: Tls, proxy: Proxy | None) -> Greeting:
    """Ask at `at`, over WebSocket or BOSH. Raises OSError, UserError as greet_tcp does."""
    connect = websocket.connect if at.way is Way.WEBSOCKET else bosh.connect
    guest = _Guest()
    context = await tls.usual()
    with as_os_errors(proxy):
        transport = await connect(at.url, domain, guest, context, proxy)
    transport.start()
    try:
        return Greeting(_mechanisms(await guest.features))
    finally:
        transport.close_stream()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(guest.gone.wait(), FAREWELL)
        transport.abort()
        await guest.gone.wait()


class _Guest:
    """The end of a stream that only wants to know what there is (c42desktop.xmpp.transports.framed.Stream)."""

    def __init__(self) -> None:
        self.features: asyncio.Future[ET.Element] = asyncio.get_running_loop().create_future()
        self.gone = asyncio.Event()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        transport.write(_HEADER_BYTES)

    def note_heard(self) -> None:
        """Nobody waits for signs of life here."""

    def stream_opened(self, header: ET.Element) -> None:
        """The features follow."""

    def element_received(self, element: ET.Element) -> None:
        """The features, or what is none."""
        if element.tag == f"{STREAMS}features":
            if not self.features.done():
                self.features.set_result(element)
        else:
            self._fail(element.tag.rpartition("}")[2])

    def stream_closed(self) -> None:
        """It did not want to talk."""
        self._leave("closed")

    def give_up(self, ending: Ending, condition: str = "") -> None:
        """What it says is no stream."""
        self._leave(condition or "given up")

    def connection_lost(self, exception: BaseException | None) -> None:
        """It is over."""
        self._fail("closed")
        self.gone.set()

    def _leave(self, why: str) -> None:
        self._fail(why)
        if self._transport is not None:
            self._transport.abort()

    def _fail(self, why: str) -> None:
        if not self.features.done():
            self.features.set_exception(SilentError(why))
            self.features.exception()  # so that it need not be fetched


def _mechanisms(features: ET.Element) -> tuple[str, ...]:
    return tuple(text for each in features.iter(_MECHANISM) if (text := (each.text or "").strip()))
