"""One XMPP stream: the library's client, tightened to our rules and reduced to three callbacks.

Lives from one connect to one disconnect. Whatever ends it arrives once, as an `Ending`, in `ended`.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import slixmpp
from slixmpp.exceptions import IqError, IqTimeout
from slixmpp.jid import JID, InvalidJID
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath
from slixmpp.xmlstream.matcher.base import MatcherBase

from c42desktop.i18n import gettext as _
from c42desktop.presence import Presence
from c42desktop.xmpp.address import is_xml_text
from c42desktop.xmpp.approvals import TAG as FORM_TAG
from c42desktop.xmpp.ending import Ending, connection_ending, not_encrypted, refused_xml, stream_ending
from c42desktop.xmpp.endpoints import AnyEndpoint
from c42desktop.xmpp.events import TAGS as EVENT_TAGS
from c42desktop.xmpp.introduction import answer_to, capabilities
from c42desktop.xmpp.login import Login, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.pieces import Pieces
from c42desktop.xmpp.presence import Presences
from c42desktop.xmpp.sasl import SignIn
from c42desktop.xmpp.secret import Secret
from c42desktop.xmpp.stream_management import Resumption, StreamManagement
from c42desktop.xmpp.stream_parser import HEADER, RefusedError, StreamParser
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.transports.framed import FramedTransport
from c42desktop.xmpp.transports.urls import is_loopback

log = logging.getLogger(__name__)

TLS_ALERT = b"\x15\x03"
STREAM_ERROR = "<stream:error><{condition} xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"


def wanted_jid(login: Login) -> str:
    """The JID to sign in with, with the resource that is asked for."""
    return f"{login.jid}/{login.resource}" if login.resource else login.jid


class _Requests(MatcherBase):
    """Matches what somebody asks of us."""

    def match(self, stanza: Any) -> bool:
        """Whether it must be answered (RFC 6120 §8.2.3)."""
        return stanza.xml.tag == "{jabber:client}iq" and stanza.xml.get("type") in ("get", "set")


class _Events(MatcherBase):
    """Matches what services tell us."""

    def match(self, stanza: Any) -> bool:
        """Whether it is a message with a pubsub event in it, or a form."""
        xml: ET.Element = stanza.xml
        return xml.tag == "{jabber:client}message" and any(xml.find(tag) is not None for tag in (*EVENT_TAGS, FORM_TAG))


class Client(slixmpp.ClientXMPP):
    """A stream for `login` at `place`, which resumes the one of `resumption` where the server still has that.

    `stands` is set once there is a server at the other end, and nobody on the way can read along; `opened` once the
    stream can carry stanzas, and gives whether it is a resumed one; `ended` gives the Ending, and `error` is what kept
    a connection from coming about. `direct`: no proxy is in between; `spoken`: the server has said something; `heard`
    is when the last bytes came, by the loop's clock. `on_event` gets each raw message that carries a pubsub event or a
    form, before any check of its sender. `presences` says what to tell of ourselves, and gets what others tell.
    """

    def __init__(
        self,
        login: Login,
        secret: Secret,
        tls: Tls,
        place: AnyEndpoint,
        memory: Memory,
        on_event: Callable[[ET.Element], None],
        presences: Presences,
        resumption: Resumption | None = None,
    ) -> None:
        # The library would read the system's authorities at once. This context trusts nobody; `tls` has those we use.
        super().__init__(wanted_jid(login), "", ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self.tls = tls
        self._login = login
        self._on_event = on_event
        self._presences = presences
        self._aborted = False
        self.place = place
        self.direct = False
        self.spoken = False
        self.error: Exception | None = None
        loop = asyncio.get_running_loop()
        self.stands: asyncio.Future[None] = loop.create_future()
        self.opened: asyncio.Future[bool] = loop.create_future()
        self.ended: asyncio.Future[Ending] = loop.create_future()
        self.heard = loop.time()
        self._pieces = Pieces(self._take)
        self.enable_plaintext = False
        self.whitespace_keepalive = False  # it finds out nothing; Pulse does
        # The library would let everybody see when we are online who asks for it. Nobody is let in or turned away here.
        self.auto_authorize, self.auto_subscribe = None, False
        self._answer_requests()
        SignIn(self, login, secret, memory, self.give_up, lambda: self.encrypted)
        self._management = StreamManagement(self, resumption, self._on_resumed, lambda: self.way is not Way.BOSH)
        self._watch_stream()

    def _answer_requests(self) -> None:
        """Everyone who asks us something gets an answer; the library's own reveals more, and refuses in other words."""
        self.remove_handler("Roster Update")
        self.remove_handler("Presence")  # the library keeps those of everybody, without bounds
        self.register_handler(Callback("Request", _Requests(""), self._request_received))

    def _watch_stream(self) -> None:
        self.register_handler(Callback("Event", _Events(""), self._event_received))
        self.register_handler(Callback("Presence", MatchXPath("{jabber:client}presence"), self._presence_received))
        self.add_event_handler("session_start", self._on_session_start)
        self.add_event_handler("disconnected", self._on_disconnected)
        self.add_event_handler("ssl_invalid_chain", self.failed)

    # -- opening ------------------------------------------------------------------------------------------------

    def open(self, reach: Callable[[], Awaitable[None]]) -> None:
        """Connect through `reach`, which hands over a connection or raises OSError or ValueError; `stands`, `opened` or
        `ended` tells how it went."""
        self._reach = reach
        self.connect()

    async def _connect_loop(self) -> None:
        """Connect once. Overridden: the library's own never gives up and never says why."""
        try:
            await self._reach()
        except (OSError, ValueError, OverflowError) as error:
            self.failed(error)

    def connection_made(self, transport: asyncio.BaseTransport, send_event: bool = True) -> None:
        """There is a connection, or TLS inside one: the stream begins."""
        self.note_heard()
        super().connection_made(transport, send_event)

    def failed(self, error: Exception) -> None:
        """No connection came about, or none that can be used."""
        if not self.ended.done():
            self.error = error
        self.give_up(connection_ending(error, self._login, self.place))

    @property
    def way(self) -> Way:
        """How the server is reached."""
        return self.transport.way if isinstance(self.transport, FramedTransport) else Way.TCP

    @property
    def encrypted(self) -> bool:
        """Whether there is TLS."""
        if isinstance(self.transport, FramedTransport):
            return self.transport.secure
        return isinstance(self.socket, ssl.SSLObject | ssl.SSLSocket)

    @property
    def secure(self) -> bool:
        """Whether nobody on the way can read along: by TLS, or, where that is allowed, because there is no way."""
        return self.encrypted or (self._login.allow_unencrypted and self.direct and self._is_here)

    @property
    def _is_here(self) -> bool:
        """Whether the server is this computer: by the address at the other end, for a name may lead anywhere."""
        if isinstance(self.transport, FramedTransport):
            return True  # else its URL was not allowed
        peer = self.transport.get_extra_info("peername") if self.transport else None
        return peer is not None and is_loopback(str(peer[0]))

    # -- negotiation --------------------------------------------------------------------------------------------

    def init_parser(self) -> None:
        """A fresh parser for each stream, and one that keeps within bounds."""
        self._parser = StreamParser()
        self._pieces.forget()

    def data_received(self, data: bytes | str) -> None:
        """Bytes from the server, however many."""
        self.note_heard()
        if self.transport is not None:  # always so, while there is a connection
            self._pieces.put(data.encode() if isinstance(data, str) else data, self.transport)

    def note_heard(self) -> None:
        """The server said something, be it nothing."""
        self.heard = self.loop.time()

    def stream_opened(self, header: ET.Element) -> None:
        """The server's stream began, or began anew after signing in."""
        self.spoken = True
        self.start_stream_handler(header)  # type: ignore[no-untyped-call]

    def element_received(self, element: ET.Element) -> None:
        """One whole element, from a transport that reads them itself."""
        self.note_heard()
        if not self._aborted and not self.ended.done():
            self._spawn_event(element)

    def stream_closed(self) -> None:
        """The server has closed its stream and will send nothing more."""
        self.disconnect_reason = "End of stream"
        self.abort()

    def connection_lost(self, exception: BaseException | None) -> None:
        """Nothing more will come: what did is handled first, for the reason may be in it."""
        self._pieces.finish()
        super().connection_lost(exception)

    def _take(self, data: bytes) -> None:
        """A piece of what came. Overridden is how the library reads: without any bounds."""
        if self._aborted:
            return
        if not self.spoken and data.startswith(TLS_ALERT):
            self.abort()  # it speaks TLS from the first byte: another endpoint, where there is one, does too
            return
        self.spoken = True
        parser = self._parser
        try:
            for element in parser.feed(data):
                self._read(element)
                if self._parser is not parser or self.ended.done():
                    return  # what follows belongs to a stream that is over
        except RefusedError as error:
            log.info("The stream cannot go on: %s", error.condition)
            self.give_up(refused_xml(error.condition), error.condition)
        if parser.closed:
            self.stream_closed()

    def _read(self, element: ET.Element) -> None:
        if element.tag == HEADER:
            self.stream_opened(element)
        else:
            self._spawn_event(element)

    def is_receiving(self, since: float) -> bool:
        """Whether a stanza is coming in that is not complete yet, and some of it came `since` so many seconds."""
        reader = self.transport if isinstance(self.transport, FramedTransport) else self._parser
        return reader.within and self.loop.time() - self.heard < since

    async def _handle_stream_features(self, features: Any) -> bool | None:
        """Nothing but STARTTLS before TLS, and nothing but signing in before that is done (RFC 6120 §5.3.4)."""
        offered = features["features"]
        becomes_encrypted = not self.encrypted and self.enable_starttls and "starttls" in offered
        if not self.secure and not becomes_encrypted:
            self.give_up(not_encrypted())
        elif not becomes_encrypted and not self.authenticated and "mechanisms" not in offered:
            self.give_up(Ending(_("{domain} does not let anyone sign in right now.")))
        else:
            await self._negotiate(features)
        return True

    async def _negotiate(self, features: Any) -> None:
        """The library's own negotiation, which would wait on for an answer after the stream has ended."""
        if not self.stands.done() and (self.secure or "starttls" not in features["features"]):
            self.stands.set_result(None)
        work = asyncio.ensure_future(super()._handle_stream_features(features))
        await asyncio.wait((work, self.ended), return_when=asyncio.FIRST_COMPLETED)
        work.cancel()
        try:
            await work
        except asyncio.CancelledError:
            log.info("Negotiation broken off")
        except (IqError, IqTimeout) as error:  # of binding a resource (RFC 6120 §7)
            log.info("No session: %s", error)
            self.give_up(Ending(_("{domain} opens no session right now.")))

    def _on_session_start(self, _event: object) -> None:
        self.say(self._presences.begin())
        if not self.opened.done():
            self.opened.set_result(False)

    def say(self, ours: Presence) -> None:
        """Tell the server, and through it our contacts, whether we are there."""
        # Never a negative priority: headlines to the bare JID would not arrive (RFC 6121 §8.5.2).
        status = ours.status if is_xml_text(ours.status) else ""
        presence = self.make_presence(ppriority=0, pshow=ours.show or None, pstatus=status or None)
        presence.append(capabilities())
        presence.send()

    def _on_resumed(self) -> None:
        self.event("session_resumed")
        if not self.opened.done():
            self.opened.set_result(True)

    @property
    def resumption(self) -> Resumption | None:
        """What a later stream needs to go on where this one broke."""
        return self._management.resumption

    # -- receiving ----------------------------------------------------------------------------------------------

    def _spawn_event(self, xml: ET.Element) -> None:
        """One element of the stream."""
        if not xml.tag.startswith("{jabber:client}") or self._counts(xml):
            super()._spawn_event(xml)
            self._management.count(xml.tag)

    def _counts(self, stanza: ET.Element) -> bool:
        """Before TLS and SASL anyone may be speaking. From then on only the server may, until a resource is bound: the
        library takes the address that it is given by whoever answers."""
        if not self.authenticated or self.bound or self.opened.done():
            return self.authenticated
        try:
            sender = JID(stanza.get("from", "")).bare
        except InvalidJID:
            return False
        return sender in ("", self.requested_jid.domain, self.requested_jid.bare)

    def _request_received(self, request: Any) -> None:
        self.send(self.Iq(xml=answer_to(request.xml)))

    def _event_received(self, message: Any) -> None:
        try:
            self._on_event(message.xml)
        except Exception:
            # A defect. Left to the library, it would bounce the message, and a service unsubscribes who bounces.
            log.exception("Unexpected error while handling an event")

    def _presence_received(self, presence: Any) -> None:
        self._presences.take(presence.xml)

    def exception(self, exception: Exception) -> None:
        """A handler of ours or the library's raised: a defect, so it is logged, and the stream goes on."""
        log.error("Unexpected error while reading the stream", exc_info=exception)

    def send_raw(self, data: str | bytes) -> None:
        """Write to the stream; once it has ended, what the library still has in its queue is dropped."""
        if not self.ended.done():
            super().send_raw(data)

    # -- ending -------------------------------------------------------------------------------------------------

    def _handle_stream_error(self, error: Any) -> None:
        """A stream error. Overridden: the library follows see-other-host, and trusts that host's certificate then."""
        condition = error["condition"]
        log.info("Stream error: %s", condition)
        self.give_up(stream_ending(condition))

    def _on_disconnected(self, reason: object) -> None:
        if isinstance(reason, ssl.SSLError):
            self._end(connection_ending(reason, self._login, self.place))
        self._end(Ending(_("The connection to {domain} was lost.")))

    def give_up(self, ending: Ending, condition: str = "") -> None:
        """End the stream for this reason. All that the server is told is the `condition` of a stream error, if any."""
        self._end(ending)
        if condition and self.transport is not None:
            self.transport.write(STREAM_ERROR.format(condition=condition).encode())
            self.transport.write(b"</stream:stream>")
        self.abort()

    def abort(self) -> None:
        """Close without farewell, once. Overridden: up to Python 3.11.2 a TLS transport that is closed and then
        aborted, as the library does it, raises inside the loop."""
        self.cancel_connection_attempt()
        if self.transport is not None and not self._aborted:
            self._aborted = True
            self.transport.abort()

    def _end(self, ending: Ending) -> None:
        if not self.ended.done():
            named = ending.reason.replace("{domain}", self._login.domain).replace("{jid}", self._login.jid)
            self.ended.set_result(replace(ending, reason=named))

    async def close(self) -> None:
        """Leave politely (RFC 6120 §4.4) and leave nothing running behind."""
        self.cancel_connection_attempt()
        if self._aborted and self.transport is not None:
            await asyncio.wait((self.disconnected,), timeout=2.0)  # nobody to say farewell to
        elif self.transport is not None:
            await self.disconnect(wait=2.0)
        if self._run_out_filters is not None:
            # The library cancels this task in __del__ only, which is too late for a clean exit.
            self._run_out_filters.cancel()
            await asyncio.sleep(0)
        self._end(Ending(""))
