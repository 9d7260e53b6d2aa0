"""WebSocket (RFC 7395): XMPP where only HTTP passes. Each message is one whole element, with its namespaces."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

import aiohttp

from c42desktop.xmpp.ending import SomethingElseError, elsewhere, refused_xml
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.pieces import PIECE
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.stream_parser import MAX_STANZA, RefusedError
from c42desktop.xmpp.transports.document import Document
from c42desktop.xmpp.transports.framed import STREAMS_NS, FramedTransport, Stream
from c42desktop.xmpp.transports.line import Line
from c42desktop.xmpp.transports.urls import is_secure
from c42desktop.xmpp.transports.web import as_os_errors, web_session

log = logging.getLogger(__name__)

SUBPROTOCOL = "xmpp"
FRAMING = "urn:ietf:params:xml:ns:xmpp-framing"
CONNECT_TIMEOUT = 10.0  # seconds, TLS and the HTTP request included
FAREWELL = 1.0  # seconds for what is still to be sent, and as much for the server's last word
MAX_UNSENT = MAX_STANZA  # characters that wait to be sent; we never send as much
SMALLEST = 512  # bytes; a message costs as much as so many, however short it is

_OPEN, _CLOSE, _ERROR = f"{{{FRAMING}}}open", f"{{{FRAMING}}}close", f"{{{STREAMS_NS}}}error"


async def connect(
    url: str, domain: str, stream: Stream, context: ssl.SSLContext, proxy: Proxy | None
) -> FramedTransport:
    """Connect to `url` for the XMPP service of `domain`; the caller starts it. Raises OSError:
    SomethingElseError where no WebSocket answers."""
    line = Line(stream.note_heard)
    session = web_session(context, proxy)
    session.trace_configs.append(_watched(line))
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT):
            socket = await _open(session, url, proxy)
    except BaseException:
        try:
            await line.hang_up(0)
        finally:  # also where the time for all ends just now
            await session.close()
        raise
    return WebSocket(stream, domain, _Web(session, socket, line), secure=is_secure(url))


async def _open(session: aiohttp.ClientSession, url: str, proxy: Proxy | None) -> aiohttp.ClientWebSocketResponse:
    with as_os_errors(proxy):
        try:
            socket = await session.ws_connect(
                url,
                protocols=(SUBPROTOCOL,),
                max_msg_size=MAX_STANZA,
                compress=0,  # what is small on the line could be without bounds here
                autoping=False,  # its own answer raises where the connection is just ending, before all was read
                timeout=aiohttp.ClientWSTimeout(ws_close=FAREWELL),
            )
        except aiohttp.WSServerHandshakeError as error:
            raise SomethingElseError(f"no WebSocket: HTTP status {error.status}", error.status) from None
    if socket.protocol != SUBPROTOCOL:  # no farewell: it might never answer one
        raise SomethingElseError("a WebSocket, but not one for XMPP")
    return socket


def _watched(line: Line) -> aiohttp.TraceConfig:
    """What happens below a request for a WebSocket: `line` taps its connection.

    And no redirect is followed. The library would, wherever it points, also to where nothing is encrypted.
    """

    def tap(response: aiohttp.ClientResponse) -> None:
        if response.connection is not None and response.connection.transport is not None:
            line.tap(response.connection.transport)

    async def refuse(_session: object, _context: object, asked: aiohttp.TraceRequestRedirectParams) -> None:
        tap(asked.response)
        asked.response.close()
        status = asked.response.status
        raise SomethingElseError(f"redirected, which is not followed (HTTP status {status})", status)

    async def answered(_session: object, _context: object, asked: aiohttp.TraceRequestEndParams) -> None:
        tap(asked.response)

    config = aiohttp.TraceConfig()
    config.on_request_redirect.append(refuse)
    config.on_request_end.append(answered)
    config.freeze()
    return config


@dataclass(frozen=True, slots=True)
class _Web:
    """What a WebSocket holds of the library: to be given back from the end to the beginning."""

    session: aiohttp.ClientSession
    socket: aiohttp.ClientWebSocketResponse
    line: Line


class WebSocket(FramedTransport):
    """One WebSocket. A task reads it, another writes what waits, and the third ends both."""

    way = Way.WEBSOCKET

    def __init__(
        self,
        stream: Stream,
        domain: str,
        web: _Web,
        *,
        secure: bool,
    ) -> None:
        super().__init__(stream, secure=secure)
        self._domain = domain
        self._web = web
        self._unsent: asyncio.Queue[str] = asyncio.Queue()  # "" is the last
        self._unsent_size = 0
        self._taken = 0  # bytes that were read in this turn of the loop
        self._opening = False  # whether the server's word is awaited that its stream begins
        self._closing = False  # whether we have said that we send nothing more
        self._lost: BaseException | None = None
        self._reading: asyncio.Task[None]
        self._writing: asyncio.Task[None]
        self._watching: asyncio.Task[None]

    def start(self) -> None:
        """Hand the connection to the stream, which begins to write at once."""
        self._reading = asyncio.ensure_future(self._read_all())
        self._writing = asyncio.ensure_future(self._write_all())
        self._watching = asyncio.ensure_future(self._end())
        super().start()

    @property
    def within(self) -> bool:
        """Whether a message is coming in that is not whole yet."""
        return self._web.line.receiving

    def lose(self, exception: BaseException | None) -> None:
        """The connection is gone. The stream is told as soon as nothing of it runs any more."""
        if not self._over:
            self._over = True
            self._lost = exception
            self.shut()

    def shut(self) -> None:
        """Read no more; what was written before is still sent, unless that takes long."""
        self._reading.cancel()

    async def _end(self) -> None:
        """Once nothing is read any more: give everything back, and only then tell the stream."""
        await asyncio.wait((self._reading,))
        self._over = True
        if not self._reading.cancelled() and (defect := self._reading.exception()):
            log.error("Unexpected error in a WebSocket", exc_info=defect)
            self._lost = defect
        await self._flush()
        self._writing.cancel()
        await self._web.line.hang_up(FAREWELL)
        await self._web.socket.close()  # which says nothing any more
        await self._web.session.close()
        self._stream.connection_lost(self._lost)

    # -- reading ------------------------------------------------------------------------------------------------

    async def _read_all(self) -> None:
        while not self._over:
            message: Any = await self._web.socket.receive()
            self._web.line.receiving = False
            match message.type:
                case aiohttp.WSMsgType.TEXT:
                    await self._take(message.data)
                case aiohttp.WSMsgType.PING:
                    with contextlib.suppress(aiohttp.ClientError, OSError):  # gone; what came before is still read
                        await self._web.socket.pong(message.data)
                case aiohttp.WSMsgType.PONG:
                    pass
                case aiohttp.WSMsgType.BINARY:
                    self._refuse("bad-format")
                case aiohttp.WSMsgType.ERROR:
                    self._refuse(_condition(message.data))
                case _:
                    return

    async def _take(self, text: str) -> None:
        """One message, a piece in each turn of the loop."""
        if text.isspace():
            return  # a sign of life, as over TCP
        document = Document()
        try:
            for begin in range(0, len(text), PIECE):
                piece = text[begin : begin + PIECE].encode()
                document.feed(piece)
                await self._give_way(len(piece))
            element = document.close()
        except RefusedError as error:
            self._refuse(error.condition)
        else:
            await self._handle(element)

    async def _give_way(self, size: int) -> None:
        """So many bytes were read: others have a turn once it is enough. What has come waits for nobody."""
        self._taken += max(size, SMALLEST)
        if self._taken > PIECE:
            self._taken = 0
            await asyncio.sleep(0)

    async def _handle(self, element: ET.Element) -> None:
        if element.tag == _CLOSE:
            await self._closed(element.get("see-other-uri"))
        elif element.tag == _OPEN and self._opening:
            self._opening = False
            self._stream.stream_opened(element)
        elif element.tag == _OPEN or (self._opening and element.tag != _ERROR):
            self._refuse("bad-format")  # a stream begins once, and with nothing else
        else:
            self._stream.element_received(element)

    async def _closed(self, uri: str | None) -> None:
        """The server has closed its stream: close ours too, then the WebSocket (RFC 7395 §3.6)."""
        if not self._closing:
            self.close_stream()
        await self._flush()
        await self._web.socket.close()
        if uri:
            self._stream.give_up(elsewhere(uri))
        else:
            self._stream.stream_closed()

    def _refuse(self, condition: str) -> None:
        log.info("The stream cannot go on: %s", condition)
        self._stream.give_up(refused_xml(condition), condition)

    # -- writing ------------------------------------------------------------------------------------------------

    def open_stream(self) -> None:
        """Begin a stream; after signing in, begin it anew."""
        self._opening = True
        self.send_element(f"<open xmlns='{FRAMING}' to={quoteattr(self._domain)} version='1.0' xml:lang='en'/>")

    def close_stream(self) -> None:
        """Say that nothing more will be sent."""
        self._closing = True
        self.send_element(f"<close xmlns='{FRAMING}'/>")

    def send_element(self, element: str) -> None:
        """Send one element, behind those that wait."""
        self._unsent_size += len(element)
        if self._unsent_size > MAX_UNSENT:
            self.lose(ConnectionError("the server takes nothing more"))
        else:
            self._unsent.put_nowait(element)

    async def _write_all(self) -> None:
        with contextlib.suppress(aiohttp.ClientError, OSError):  # gone, which who reads finds out
            while element := await self._unsent.get():
                await self._web.socket.send_str(element)
                self._unsent_size -= len(element)

    async def _flush(self) -> None:
        """Send what waits, and nothing behind it."""
        self._unsent.put_nowait("")
        await asyncio.wait((self._writing,), timeout=FAREWELL)


def _condition(error: object) -> str:
    """The stream error for a message that is no text, or none that can be taken."""
    too_big = isinstance(error, aiohttp.WebSocketError) and error.code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
    return "policy-violation" if too_big else "bad-format"
