"""Signing in (RFC 6120 §6): one mechanism of ours, chosen once, and with SCRAM the server proves itself too.

The library answers a refusal with the next weaker mechanism, down to the password itself, and takes a server that
fails to prove itself for a lost connection. Nothing of its negotiation is used, and it never gets the password.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import re
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slixmpp import ClientXMPP
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop.i18n import gettext as _
from c42desktop.xmpp import channel_binding, mechanisms
from c42desktop.xmpp.choice import choose
from c42desktop.xmpp.ending import Ending, sasl_ending
from c42desktop.xmpp.login import Login, Proof
from c42desktop.xmpp.mechanisms import Mechanism, UnprovenError, UnsafeError, UnusableError
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.scram import PLUS, Binding, Scram
from c42desktop.xmpp.secret import Secret

log = logging.getLogger(__name__)

_NS = "urn:ietf:params:xml:ns:xmpp-sasl"
_ORDER = 100  # among the library's features: before all that need an account
_MECHANISM = re.compile(r"[A-Z0-9_-]{1,20}")  # RFC 4422 §3.1


class SignIn:
    """The negotiation on one stream, and what `memory` says and learns of what the server offers.

    `give_up` ends the stream for the reason it gets; `encrypted` tells whether there is TLS.
    """

    def __init__(
        self,
        stream: ClientXMPP,
        login: Login,
        secret: Secret,
        memory: Memory,
        give_up: Callable[[Ending], None],
        encrypted: Callable[[], bool],
    ) -> None:
        self._stream = stream
        self._login = login
        self._secret = secret
        self._memory = memory
        self._encrypted = encrypted
        self._give_up = give_up
        self._mechanism: Mechanism | None = None
        self._challenges: asyncio.Queue[bytes | None] = asyncio.Queue()  # None behind the last one
        stream.unregister_feature("mechanisms", stream.plugin["feature_mechanisms"].order)
        stream.register_feature("mechanisms", self._negotiate, restart=True, order=_ORDER)
        self._handle("Challenge", self._challenged)
        self._handle("Failure", self._refused)
        self._handle("Success", self._succeeded)

    def _handle(self, name: str, handler: Callable[[ET.Element], None]) -> None:
        self._stream.remove_handler(f"SASL {name}")
        # In the stream: what follows a success belongs to a new one.
        matcher = MatchXPath(f"{{{_NS}}}{name.lower()}")
        self._stream.register_handler(Callback(f"SASL {name}", matcher, lambda s: handler(s.xml), instream=True))

    async def _negotiate(self, features: Any) -> bool:
        """Sign in. Whoever waits for this may cancel it, when the stream has ended."""
        if self._mechanism is not None:
            return not self._stream.authenticated  # offered once more, against the standard
        try:
            chosen = await self._choose(features.xml)
        except UnusableError:
            chosen = self._unusable()
        if isinstance(chosen, Ending):
            self._give_up(chosen)
            return True
        self._mechanism = chosen
        self._send("auth", chosen.first(), mechanism=chosen.name)
        while (challenge := await self._challenges.get()) is not None:
            await self._answer(chosen, challenge)
        return True

    # -- choosing -----------------------------------------------------------------------------------------------

    async def _choose(self, features: ET.Element) -> Mechanism | Ending:
        """The mechanism, or why there is none. Raises UnusableError."""
        offered = _offered(features)
        tls = self._tls()
        bound = None
        if tls is not None and any(each.endswith(PLUS) for each in offered):
            bound = await channel_binding.find(channel_binding.advertised(features), tls)
        usable = offered if bound else {each for each in offered if not each.endswith(PLUS)}
        name = choose(usable, self._login, self._memory.mechanism, encrypted=self._encrypted())
        if isinstance(name, Ending):
            return replace(name, reason=name.reason.replace("{offered}", ", ".join(sorted(offered)) or "–"))
        if name + PLUS in usable:
            return self._make(name + PLUS, bound)
        # "y" where the server seems to know nothing of it: one that does then knows of somebody in between.
        return self._make(name, Binding("y" if tls is not None and name + PLUS not in offered else "n"))

    def _make(self, name: str, binding: Binding | None) -> Mechanism:
        user = self._stream.requested_jid.user
        match name:
            case "PLAIN":
                return mechanisms.plain(user, self._secret.text)
            case "EXTERNAL":
                return mechanisms.external(self._stream.requested_jid.bare)
            case "OAUTHBEARER":
                return mechanisms.oauthbearer(self._stream.requested_jid.bare, self._secret.text)
            case "X-OAUTH2":
                return mechanisms.x_oauth2(user, self._secret.text)
        return Scram(name, user, self._secret, binding)

    def _tls(self) -> channel_binding.Channel | None:
        """What the stream itself runs in. Of TLS below HTTP nothing is known here: it ends at another machine."""
        socket: object = self._stream.socket
        return socket if isinstance(socket, ssl.SSLObject | ssl.SSLSocket) else None

    def _unusable(self) -> Ending:
        if self._login.proof is Proof.PASSWORD:
            reason = _("The password for {jid} has a character in it that passwords on XMPP cannot have.")
        else:
            reason = _("The token for {jid} has a character in it that no token can have.")
        return Ending(reason, True, "password")

    # -- what the server says -----------------------------------------------------------------------------------

    def _challenged(self, challenge: ET.Element) -> None:
        try:
            self._challenges.put_nowait(_data(challenge))
        except ValueError:
            self._give_up(_unsafe())

    async def _answer(self, mechanism: Mechanism, challenge: bytes) -> None:
        try:
            self._send("response", await mechanism.answer(challenge))
        except UnprovenError:
            self._give_up(_not_proven())
        except UnsafeError as error:
            log.info("Sign-in broken off: %s", error)
            self._give_up(_unsafe())

    def _succeeded(self, success: ET.Element) -> None:
        if self._stream.authenticated:
            return  # said once more, against the standard
        try:
            if self._mechanism is None:
                raise UnprovenError
            self._mechanism.succeed(_data(success))
        except ValueError:
            self._give_up(_not_proven())
            return
        self._remember(self._mechanism.name)
        self._challenges.put_nowait(None)
        self._stream.authenticated = True
        self._stream.features.add("mechanisms")
        self._stream.init_parser()
        self._stream.send_raw(self._stream.stream_header)

    def _remember(self, name: str) -> None:
        """What was chosen was the strongest on offer."""
        if self._login.proof is Proof.PASSWORD and self._encrypted():
            self._memory.offered(name.removesuffix(PLUS))

    def _refused(self, failure: ET.Element) -> None:
        condition = next((child.tag.rpartition("}")[2] for child in failure), "")
        log.info("Sign-in refused: %s", condition)
        self._give_up(sasl_ending(condition, self._login.proof))

    def _send(self, name: str, data: bytes, **attributes: str) -> None:
        element = ET.Element(name, {"xmlns": _NS, **attributes})
        element.text = base64.b64encode(data).decode()
        if name == "auth":
            element.text = element.text or "="  # with nothing in it, it would mean that the server begins
        self._stream.send_raw(ET.tostring(element, encoding="unicode"))


def _unsafe() -> Ending:
    return Ending(_("{domain} asked for an unsafe way to sign in. The password was not sent."), True)


def _not_proven() -> Ending:
    """The server's signature (RFC 5802 §3) is wrong or missing: it does not know the password, so it is not ours."""
    return Ending(_("The server could not prove that it is {domain}: somebody may be in between."), True)


def _offered(features: ET.Element) -> set[str]:
    found = features.iterfind(f"{{{_NS}}}mechanisms/{{{_NS}}}mechanism")
    return {name for each in found if _MECHANISM.fullmatch(name := (each.text or "").strip())}


def _data(element: ET.Element) -> bytes:
    """The data of a SASL element (RFC 6120 §6.4.2). Raises ValueError where it is not base64."""
    text = (element.text or "").strip()
    return b"" if text == "=" else base64.b64decode(text, validate=True)
