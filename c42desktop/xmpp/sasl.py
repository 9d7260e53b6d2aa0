"""Signing in (RFC 6120 §6): one mechanism of ours, inside TLS only, and the server proves itself too.

The library answers a refusal with the next weaker mechanism, down to the password itself, and takes a server that
fails to prove itself for a lost connection. So the negotiation is ours; the mechanisms are the library's.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from typing import Any

from slixmpp import ClientXMPP
from slixmpp.util.sasl import choose
from slixmpp.util.sasl.client import SASLCancelled, SASLFailed, SASLMutualAuthFailed, SASLNoAppropriateMechanism
from slixmpp.util.stringprep_profiles import StringPrepError
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

from c42desktop.i18n import gettext as _
from c42desktop.xmpp import scram, trust  # noqa: F401  # scram replaces the library's own
from c42desktop.xmpp.ending import Ending, sasl_ending

log = logging.getLogger(__name__)

_BROKEN = (SASLCancelled, SASLFailed, SASLMutualAuthFailed, ValueError)


class SignIn:
    """The negotiation on one stream. `give_up` ends the stream for the reason it gets; `secure` tells whether
    nobody on the way can read along."""

    def __init__(self, stream: ClientXMPP, give_up: Callable[[Ending], None], secure: Callable[[], bool]) -> None:
        self._stream = stream
        self._secure = secure
        self._give_up = give_up
        self._plugin: Any = stream.plugin["feature_mechanisms"]
        self._mechanism: Any = None
        stream.unregister_feature("mechanisms", self._plugin.order)
        stream.register_feature("mechanisms", self._start, restart=True, order=self._plugin.order)
        stanzas = self._plugin.stanza
        self._handle("SASL Challenge", stanzas.Challenge, self._challenged)
        self._handle("SASL Failure", stanzas.Failure, self._refused)
        # In the stream: what follows belongs to a new one.
        self._handle("SASL Success", stanzas.Success, self._succeeded, instream=True)

    def _handle(self, name: str, stanza: Any, handler: Callable[[Any], None], *, instream: bool = False) -> None:
        self._stream.remove_handler(name)
        self._stream.register_handler(Callback(name, MatchXPath(stanza.tag_name()), handler, instream=instream))

    def _start(self, features: Any) -> bool:
        """Choose a mechanism and send its first message."""
        if self._stream.authenticated:
            return False  # offered once more, against the standard
        offered = set(features["mechanisms"])
        try:
            self._plugin.mech_list = offered  # what the library's channel binding looks at
            self._mechanism = choose(offered & trust.MECHANISMS, self._plugin.sasl_callback, self._security)
        except SASLNoAppropriateMechanism:
            reason = _("{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.")
            self._give_up(Ending(reason.replace("{offered}", ", ".join(sorted(offered)) or "–"), final=True))
        except StringPrepError:
            reason = _("The password for {jid} has a character in it that passwords on XMPP cannot have.")
            self._give_up(Ending(reason, True, "password"))
        else:
            first = self._plugin.stanza.Auth(self._stream)
            first["mechanism"] = self._mechanism.name
            first["value"] = self._mechanism.process()
            first.send()
        return True

    def _security(self, asked: Any) -> dict[str, Any]:
        """What the library's mechanisms want to know of the connection; of TLS below HTTP it knows nothing."""
        told: dict[str, Any] = self._plugin.security_callback(asked)
        return told | {"encrypted": self._secure()}

    def _challenged(self, challenge: Any) -> None:
        try:
            answer = self._mechanism.process(_value(challenge))
        except SASLMutualAuthFailed:
            self._give_up(_not_proven())
        except _BROKEN as error:
            log.info("Sign-in broken off: %s", error)
            self._give_up(Ending(_("{domain} asked for an unsafe way to sign in. The password was not sent."), True))
        else:
            response = self._plugin.stanza.Response(self._stream)
            if answer:
                response["value"] = answer
            response.send()

    def _succeeded(self, success: Any) -> None:
        try:
            self._mechanism.process(_value(success))
        except _BROKEN:
            self._give_up(_not_proven())
            return
        self._stream.authenticated = True
        self._stream.features.add("mechanisms")
        self._stream.init_parser()
        self._stream.send_raw(self._stream.stream_header)

    def _refused(self, failure: Any) -> None:
        # Not the library's list of conditions: one of them is misspelt there.
        condition = next((child.tag.rpartition("}")[2] for child in failure.xml), "")
        log.info("Sign-in refused: %s", condition)
        self._give_up(sasl_ending(condition))


def _not_proven() -> Ending:
    """The server's signature (RFC 5802 §3) is wrong or missing: it does not know the password, so it is not ours."""
    return Ending(_("The server could not prove that it is {domain}: somebody may be in between."), True)


def _value(stanza: Any) -> bytes:
    """The data of a SASL element (RFC 6120 §6.4.2). Raises ValueError where it is not base64."""
    text = (stanza.xml.text or "").strip()
    return b"" if text == "=" else base64.b64decode(text, validate=True)
