"""One element as a text of its own, read within the bounds of a stream."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from c42desktop.xmpp.stream_parser import RefusedError, StreamParser
from c42desktop.xmpp.transports.framed import STREAMS_NS

_HEADER = f"<stream:stream xmlns='jabber:client' xmlns:stream='{STREAMS_NS}'>".encode()
_FOOTER = b"</stream:stream>"


class Document:
    """Reads one text, piece by piece, as if it were all that a stream ever says."""

    def __init__(self) -> None:
        self._parser = StreamParser()
        self._found: list[ET.Element] = []
        list(self._parser.feed(_HEADER))

    def feed(self, data: bytes) -> None:
        """The next piece. Raises RefusedError where this can be no element, or is too much."""
        self._found += self._parser.feed(data)
        if self._parser.closed or len(self._found) > 1:
            raise RefusedError("not-well-formed")

    def close(self) -> ET.Element:
        """The element. Raises RefusedError where it is none, half of one, or more."""
        self._found += self._parser.feed(_FOOTER)
        if not self._parser.closed or len(self._found) != 1:
            raise RefusedError("not-well-formed")
        return self._found[0]
