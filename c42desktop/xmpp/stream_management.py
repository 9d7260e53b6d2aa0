"""Stream management (XEP-0198): a stream that broke is taken up where it broke, with all the server kept for us.

Only what comes in is counted. Nothing of ours is sent again: a request that was cut off has failed, and whoever made it
knows; were it sent again, it would happen after all.
"""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slixmpp import ClientXMPP
from slixmpp.jid import JID
from slixmpp.plugins.xep_0198.stanza import StreamManagement as Feature
from slixmpp.stanza import StreamFeatures
from slixmpp.xmlstream import register_stanza_plugin
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

NS = "urn:xmpp:sm:3"
STANZAS = frozenset(f"{{jabber:client}}{name}" for name in ("message", "presence", "iq"))
_BEFORE_BIND, _AFTER_BIND = 9000, 10100  # among the library's other features


@dataclass(frozen=True, slots=True)
class Resumption:
    """What resumes a stream: the server's name for it, how many stanzas of it were handled, and its full JID."""

    previd: str
    handled: int
    jid: JID


class StreamManagement:
    """The stream management of one stream, which takes up `resumption` where the server still has it.

    `on_resumed` is called when it did. `usable` tells whether it may be used: BOSH has something like it of its own.
    """

    def __init__(
        self,
        stream: ClientXMPP,
        resumption: Resumption | None,
        on_resumed: Callable[[], None],
        usable: Callable[[], bool],
    ) -> None:
        self._stream = stream
        self._usable = usable
        self._given = resumption
        self._on_resumed = on_resumed
        self._enabled = False
        self._previd = ""
        self._handled = 0
        self._resumed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        register_stanza_plugin(StreamFeatures, Feature)
        stream.register_feature("sm", self._negotiate, restart=True, order=_BEFORE_BIND)
        stream.register_feature("sm", self._negotiate, restart=True, order=_AFTER_BIND)
        self._handle("enabled", self._take_enabled)
        self._handle("resumed", lambda _answer: self._answered(resumed=True))
        self._handle("failed", lambda _answer: self._answered(resumed=False))
        self._handle("r", lambda _request: self._acknowledge())

    @property
    def resumption(self) -> Resumption | None:
        """What resumes this stream, or the one that it was to resume and has not been answered about."""
        if self._enabled:
            return Resumption(self._previd, self._handled, self._stream.boundjid) if self._previd else None
        return self._given

    def count(self, tag: str) -> None:
        """An element of the stream was handled, and is not lost any more (§4)."""
        if self._enabled and tag in STANZAS:
            self._handled = (self._handled + 1) % 2**32

    def _handle(self, name: str, handler: Callable[[ET.Element], None]) -> None:
        # In the stream: what follows is counted or not by what was said here.
        matcher = MatchXPath(f"{{{NS}}}{name}")
        self._stream.register_handler(Callback(f"SM {name}", matcher, lambda s: handler(s.xml), instream=True))

    async def _negotiate(self, _features: Any) -> bool:
        """Resume before a resource is bound, or enable afterwards. Gives whether negotiation ends here."""
        if not self._usable():
            return False
        if "bind" in self._stream.features:
            # Not `send_raw`: it would overtake the presence, which a resumed stream does not send again.
            self._stream.send(_element("enable", resume="true"))
            return False
        if self._given is None:
            return False
        self._stream.send_raw(_element("resume", h=str(self._given.handled), previd=self._given.previd))
        return await self._resumed

    def _take_enabled(self, answer: ET.Element) -> None:
        self._enabled = True
        self._handled = 0
        if answer.get("resume", "").lower() in ("true", "1"):
            self._previd = answer.get("id", "")

    def _answered(self, *, resumed: bool) -> None:
        if self._resumed.done() or self._given is None:
            return  # `failed` is also the answer to `enable`: then there is no stream management
        given, self._given = self._given, None
        if resumed:
            self._enabled, self._previd, self._handled = True, given.previd, given.handled
            self._stream.boundjid = given.jid
            self._on_resumed()
        self._resumed.set_result(resumed)

    def _acknowledge(self) -> None:
        if self._enabled:
            self._stream.send_raw(_element("a", h=str(self._handled)))


def _element(name: str, **attributes: str) -> str:
    return ET.tostring(ET.Element(name, {"xmlns": NS, **attributes}), encoding="unicode")
