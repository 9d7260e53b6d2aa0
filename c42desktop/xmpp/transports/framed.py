"""What WebSocket and BOSH have in common: no bytes of a stream, but whole elements, and no stream header around them.

The library's stream writes to it as to a TCP connection. What comes in is handed over as elements, parsed once.
"""

from __future__ import annotations

import asyncio
import re
import xml.etree.ElementTree as ET
from abc import abstractmethod
from typing import Any, Protocol

from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.login import Way

STREAMS_NS = "http://etherx.jabber.org/streams"
# The name of an element, and whether its own namespace is said in the same tag.
_START = re.compile(r"<(?P<name>[^\s/>]+)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_OWN_NAMESPACE = re.compile(r"\sxmlns\s*=")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class Stream(Protocol):
    """The end of a stream that a transport serves: c42desktop.xmpp.client.Client."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """There is a connection: the stream begins to write."""

    def note_heard(self) -> None:
        """The server said something, be it nothing."""

    def stream_opened(self, header: ET.Element) -> None:
        """The server's stream began, or began anew after signing in: `id`, `from` and `version` as in RFC 6120 §4.7."""

    def element_received(self, element: ET.Element) -> None:
        """One whole element of the stream, in its namespace: stanzas in jabber:client."""

    def stream_closed(self) -> None:
        """The server has closed its stream and will send nothing more."""

    def give_up(self, ending: Ending, condition: str = "") -> None:
        """The stream cannot go on, for this reason."""

    def connection_lost(self, exception: BaseException | None) -> None:
        """The connection is gone; said once, and last."""


class FramedTransport(asyncio.Transport):
    """One connection of whole elements. `way` is its kind; `secure`, whether nobody on the way can read along.

    A transport is made connected: then call `start`.
    """

    way: Way

    def __init__(self, stream: Stream, *, secure: bool) -> None:
        super().__init__()
        self.secure = secure
        self._stream = stream
        self._over = False

    @property
    def within(self) -> bool:
        """Whether something is coming in that is not complete yet."""
        return False

    def start(self) -> None:
        """Hand the connection to the stream, which begins to write at once."""
        self._stream.connection_made(self)

    # -- what the library's stream does with a transport ----------------------------------------------------------

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send one unit: a stream's header or footer, one element, or white space, which needs no sending here."""
        text = bytes(data).decode().strip()
        if self._over or not text:
            return
        if text.startswith(("<?xml", "<stream:stream")):
            self.open_stream()
        elif text == "</stream:stream>":
            self.close_stream()
        else:
            self.send_element(complete(text))

    def is_closing(self) -> bool:
        """Whether it is over."""
        return self._over

    def close(self) -> None:
        """The same as `abort`: what is to be said in farewell was said before."""
        self.abort()

    def abort(self) -> None:
        """End it at once; the stream is told in the next turn of the loop."""
        self.lose(None)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """Nothing: of the TLS below, the library would conclude what holds for TCP only."""
        return default

    # -- for those who inherit ------------------------------------------------------------------------------------

    def lose(self, exception: BaseException | None) -> None:
        """The connection is gone."""
        if not self._over:
            self._over = True
            self.shut()
            asyncio.get_running_loop().call_soon(self._stream.connection_lost, exception)

    @abstractmethod
    def open_stream(self) -> None:
        """Begin a stream; after signing in, begin it anew."""

    @abstractmethod
    def send_element(self, element: str) -> None:
        """Send one element that stands on its own: all its namespaces are declared in it."""

    @abstractmethod
    def close_stream(self) -> None:
        """Say that nothing more will be sent. Once the server says the same, call `lose`."""

    @abstractmethod
    def shut(self) -> None:
        """Give back what the connection holds, now; nothing of it may run on."""


def complete(element: str) -> str:
    """An element as the library writes it into a stream, with the namespaces that the stream's header declares."""
    start = _START.match(element)
    if start is None:
        return element
    name, attributes = start["name"], _QUOTED.sub("", start["rest"])
    declared = ""
    if ":" not in name and not _OWN_NAMESPACE.search(f" {attributes}"):
        declared = " xmlns='jabber:client'"
    if name.startswith("stream:") and "xmlns:stream" not in attributes:
        declared = f" xmlns:stream='{STREAMS_NS}'"
    end = start.end("name")
    return f"{element[:end]}{declared}{element[end:]}"
