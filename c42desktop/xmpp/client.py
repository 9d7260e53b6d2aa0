"""One XMPP stream: the library's client, tightened to our rules and reduced to three callbacks.

Lives from one connect to one disconnect. Whatever ends it arrives once, as an `Ending`, in `ended`.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from gettext import gettext as _
from typing import Any

import slixmpp
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop import __version__
from c42desktop.xmpp import scram, trust  # noqa: F401  # scram replaces the library's own
from c42desktop.xmpp.login import Login

log = logging.getLogger(__name__)

STANDARD_PORT = 5222
DIRECT_TLS_PORTS = frozenset({443, 5223, 5270})
TCP_TIMEOUT = 10.0  # seconds for one address
EVENT_NS = "http://jabber.org/protocol/pubsub#event"
CAPS_NODE = "https://github.com/calendar42/c42desktop"


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a stream ended. `final`: trying again changes nothing until a person does something."""

    reason: str
    final: bool = False
    field: str = ""
    fingerprint_at: tuple[str, int, bool] | None = None  # host, port, direct TLS of a refused certificate


@dataclass(frozen=True, slots=True)
class _Endpoint:
    host: str
    port: int
    direct_tls: bool


class Client(slixmpp.ClientXMPP):
    """A stream for `login`. `opened` is set once it can carry stanzas, `ended` gives the Ending.

    `on_event` gets each raw message that carries a pubsub event, before any check of its sender.
    """

    def __init__(
        self,
        login: Login,
        password: str,
        context: ssl.SSLContext,
        on_event: Callable[[ET.Element], None],
    ) -> None:
        jid = f"{login.jid}/{login.resource}" if login.resource else login.jid
        super().__init__(jid, password, ssl_context=context)
        self._login = login
        self._on_event = on_event
        self._endpoint: _Endpoint | None = None
        loop = asyncio.get_running_loop()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.ended: asyncio.Future[Ending] = loop.create_future()
        self.enable_plaintext = False
        self._register_plugins()
        self._tighten_sasl()
        self._watch_stream()

    def _register_plugins(self) -> None:
        self.register_plugin("xep_0030")
        self.register_plugin("xep_0092", {"software_name": "c42desktop", "version": __version__})
        self.register_plugin("xep_0115", {"caps_node": CAPS_NODE})
        self.register_plugin("xep_0199")
        self.plugin["xep_0030"].add_identity(category="client", itype="pc", name="c42desktop")

    def _tighten_sasl(self) -> None:
        sasl = self.plugin["feature_mechanisms"]
        sasl.use_mechs = set(trust.MECHANISMS)
        self.unregister_feature("mechanisms", sasl.order)
        self.register_feature("mechanisms", self._authenticate, restart=True, order=sasl.order)
        # The library answers a refusal with the next weaker mechanism, down to the password itself: one is enough.
        self.remove_handler("SASL Failure")
        failure = sasl.stanza.Failure
        self.register_handler(Callback("SASL Failure", MatchXPath(failure.tag_name()), self._refused))

    def _watch_stream(self) -> None:
        self.register_handler(
            Callback("Pubsub Event", MatchXPath(f"{{jabber:client}}message/{{{EVENT_NS}}}event"), self._event_received)
        )
        self.add_event_handler("session_start", self._on_session_start)
        self.add_event_handler("disconnected", self._on_disconnected)
        self.add_event_handler("stream_error", self._stream_error)
        self.add_event_handler("stream_negotiated", self._negotiated)
        self.add_event_handler("ssl_invalid_chain", self._tls_failed)

    # -- opening ------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Start connecting; `opened` or `ended` tells how it went."""
        address = (self._login.host, self._login.port or STANDARD_PORT) if self._login.host else (None, None)
        self.connect(*address)

    async def _connect_loop(self) -> None:
        """Try each endpoint once. Overridden: the library's own never gives up and never says why."""
        failure: Exception = OSError()
        for endpoint in await self._endpoints():
            self._endpoint = endpoint
            try:
                async with asyncio.timeout(TCP_TIMEOUT):
                    await self._dial(endpoint)
            except OSError as error:  # timeouts and TLS errors are OSErrors too
                log.info("%s port %s: %s", endpoint.host, endpoint.port, error or type(error).__name__)
                failure = error
                if isinstance(error, ssl.SSLCertVerificationError):
                    break
            else:
                return
        self._end(self._explain(failure))

    async def _dial(self, endpoint: _Endpoint) -> None:
        tls: dict[str, Any] = {}
        if endpoint.direct_tls:
            tls = {"ssl": self.ssl_context, "server_hostname": self._login.domain}
        await self.loop.create_connection(lambda: self, endpoint.host, endpoint.port, **tls)

    async def _endpoints(self) -> list[_Endpoint]:
        if self._login.host:
            port = self._login.port or STANDARD_PORT
            return [_Endpoint(self._login.host, port, port in DIRECT_TLS_PORTS)]
        records = await self.get_dns_records(self._login.domain)
        found = [
            _Endpoint(address, port, service in self.tls_services)
            for service, _host, address, port in records
            if address  # a target of "." says: not offered here (RFC 2782)
        ]
        return found or [_Endpoint(self._login.domain, STANDARD_PORT, False)]

    def init_parser(self) -> None:
        """A fresh parser for each stream, with a guard against restricted XML (RFC 6120 §11.1)."""
        self.xml_depth = 0
        self.xml_root = None
        self.parser = trust.stream_parser()
        self._prolog = b""

    def data_received(self, data: bytes | str) -> None:
        """Bytes from the server; what precedes the stream's root element is looked at first."""
        if self.xml_root is None and isinstance(data, bytes):
            start = data.find(b"<stream:stream")
            self._prolog += data if start < 0 else data[:start]
            if not trust.prolog_is_safe(self._prolog):
                self._give_up(Ending(_("{domain} sent something that no XMPP server may send.")))
                return
        super().data_received(data)

    # -- negotiation --------------------------------------------------------------------------------------------

    def _authenticate(self, features: Any) -> Any:
        """Sign in, but only inside TLS and only with a mechanism of ours."""
        if not isinstance(self.socket, ssl.SSLObject | ssl.SSLSocket):
            return self._give_up(
                Ending(_("{domain} does not offer an encrypted connection. Nothing was sent."), final=True)
            )
        offered = set(features["mechanisms"])
        if "mechanisms" not in self.features and not offered & trust.MECHANISMS:
            reason = _("{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.")
            return self._give_up(Ending(reason.replace("{offered}", ", ".join(sorted(offered)) or "–"), final=True))
        return self.plugin["feature_mechanisms"]._handle_sasl_auth(features)  # type: ignore[no-untyped-call]

    def _refused(self, failure: Any) -> None:
        condition = failure["condition"]
        log.info("Sign-in refused: %s", condition)
        self._give_up(_sasl_ending(condition))

    def _negotiated(self, _event: object) -> None:
        if not self.authenticated:
            self._give_up(Ending(_("{domain} does not let anyone sign in right now.")))

    def _tls_failed(self, error: Exception) -> None:
        self._give_up(self._explain(error))

    def _on_session_start(self, _event: object) -> None:
        self.send_presence(ppriority=0)  # never negative: bare-JID headlines would not arrive (RFC 6121 §8.5.2)
        if not self.opened.done():
            self.opened.set_result(None)

    # -- receiving ----------------------------------------------------------------------------------------------

    def _event_received(self, message: Any) -> None:
        self._on_event(message.xml)

    def exception(self, exception: Exception) -> None:
        """A handler of ours or the library's raised: a defect, so it is logged, and the stream goes on."""
        log.error("Unexpected error while reading the stream", exc_info=exception)

    def send_raw(self, data: str | bytes) -> None:
        """Write to the stream; once it has ended, what the library still has in its queue is dropped."""
        if not self.ended.done():
            super().send_raw(data)

    # -- ending -------------------------------------------------------------------------------------------------

    def _stream_error(self, error: Any) -> None:
        condition = error["condition"]
        log.info("Stream error: %s", condition)
        self._give_up(_stream_ending(condition))

    def _on_disconnected(self, reason: object) -> None:
        if isinstance(reason, ssl.SSLError):
            self._end(self._explain(reason))
        self._end(Ending(_("The connection to {domain} was lost.")))

    def _give_up(self, ending: Ending) -> bool:
        self._end(ending)
        self.abort()
        return True

    def _end(self, ending: Ending) -> None:
        if not self.ended.done():
            named = ending.reason.replace("{domain}", self._login.domain).replace("{jid}", self._login.jid)
            self.ended.set_result(replace(ending, reason=named))

    def _explain(self, error: Exception) -> Ending:
        """The sentence for a connection that did not come about."""
        field = "host" if self._login.host else "address"
        server = self._login.host or self._login.domain
        if isinstance(error, ssl.SSLCertVerificationError):
            at = self._endpoint
            reason = _("The certificate of {server} is not trusted: {why}.")
            reason = reason.format(server=self._login.domain, why=error.verify_message)
            return Ending(reason, True, field, (at.host, at.port, at.direct_tls) if at else None)
        if isinstance(error, socket.gaierror):
            reason = _("No server was found for {server}. Check the address and the network.")
        elif isinstance(error, TimeoutError):
            reason = _("{server} does not answer. Check the network, or the server settings.")
        elif isinstance(error, ConnectionRefusedError):
            reason = _("{server} is there, but nothing answers at port {port}.")
            reason = reason.replace("{port}", str(self._endpoint.port if self._endpoint else ""))
        elif isinstance(error, ssl.SSLError):
            reason = _("{server} could not set up an encrypted connection.")
        else:
            reason = _("{server} cannot be reached. Check the network.")
        return Ending(reason.replace("{server}", server), field=field)

    async def close(self) -> None:
        """Leave politely (RFC 6120 §4.4) and leave nothing running behind."""
        self.cancel_connection_attempt()
        if self.transport is not None:
            await self.disconnect(wait=2.0)
        if self._run_out_filters is not None:
            # The library cancels this task in __del__ only, which is too late for a clean exit.
            self._run_out_filters.cancel()
            await asyncio.sleep(0)
        self._end(Ending(""))


def _sasl_ending(condition: str) -> Ending:
    """What a SASL failure (RFC 6120 §6.5) means to a person."""
    match condition:
        case "account-disabled":
            return Ending(_("Could not sign in: the account {jid} is switched off."), True, "address")
        case "credentials-expired":
            return Ending(_("Could not sign in: the password of {jid} has expired."), True, "password")
        case "temporary-auth-failure":
            return Ending(_("{domain} cannot check passwords right now."))
        case "aborted":
            return Ending(_("Could not sign in: {domain} asked for an unsafe way to do so."), True)
        case "encryption-required" | "mechanism-too-weak":
            return Ending(_("{domain} wants a safer way to sign in than this program knows."), True)
    return Ending(_("Could not sign in: the password for {jid} was refused."), True, "password")


def _stream_ending(condition: str) -> Ending:
    """What a stream error (RFC 6120 §4.9.3) means to a person."""
    match condition:
        case "conflict":
            return Ending(_("{jid} signed in from another copy of this program."), True)
        case "host-gone" | "host-unknown":
            return Ending(_("The server does not know {domain}. Check the address."), True, "address")
        case "not-authorized":
            return Ending(_("{domain} ended the session: {jid} may not sign in."), True, "address")
        case "policy-violation":
            return Ending(_("{domain} ended the session because of its rules of use."), True)
        case "system-shutdown":
            return Ending(_("{domain} is being shut down or restarted."))
    return Ending(_("{domain} closed the connection."))
