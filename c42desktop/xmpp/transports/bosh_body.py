"""The <body/> of BOSH (XEP-0124 §6): written as text, read in pieces and within the bounds of any stream."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from c42desktop.xmpp.stream_parser import MAX_STANZA, RefusedError, StreamParser

HTTPBIND = "http://jabber.org/protocol/httpbind"
XBOSH = "urn:xmpp:xbosh"
MAX_BODY = 2 * MAX_STANZA  # bytes of one answer: a few of the largest stanzas
PIECE = 32 * 1024  # bytes to parse in one turn of the event loop

_BODY = f"{{{HTTPBIND}}}body"
_CLIENT = "{jabber:client}"
# A document type of anything but HTML: no proxy sends that, so it is meant for our parser.
_HOSTILE = re.compile(rb"<!doctype\s+(?!html\b)", re.IGNORECASE)


class NoBodyError(OSError):
    """What came is not from a connection manager: a proxy, a sign-in page of the network, or half an answer."""


@dataclass(frozen=True, slots=True)
class Body:
    """One answer of a connection manager. Its attributes may hold secrets."""

    attributes: Mapping[str, str] = field(default_factory=dict, repr=False)
    elements: tuple[ET.Element, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether the session is over."""
        return self.attributes.get("type") == "terminate"

    @property
    def failed(self) -> bool:
        """Whether the request has to be sent again (XEP-0124 §17.3)."""
        return self.attributes.get("type") == "error"

    @property
    def condition(self) -> str:
        """Why the session is over (XEP-0124 §17.2), "" where nothing is wrong."""
        return self.attributes.get("condition", "")

    @property
    def uri(self) -> str:
        """Where to go instead, with the condition see-other-uri."""
        return next(((each.text or "").strip() for each in self.elements if each.tag == f"{_CLIENT}uri"), "")

    def xbosh(self, name: str) -> str:
        """An attribute of XEP-0206."""
        return self.attributes.get(f"{{{XBOSH}}}{name}", "")


def ended(condition: str) -> Body:
    """What a manager would say that ends the session for this reason."""
    return Body({"type": "terminate", "condition": condition})


def write_body(attributes: Mapping[str, str], elements: Iterable[str] = ()) -> bytes:
    """A <body/> with these attributes, of which some may have the prefixes xml and xmpp, around these elements."""
    declared = f" xmlns:xmpp='{XBOSH}'" if any(name.startswith("xmpp:") for name in attributes) else ""
    said = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    content = "".join(elements)
    end = f">{content}</body>" if content else "/>"
    return f"<body xmlns='{HTTPBIND}'{declared}{said}{end}".encode()


class BodyReader:
    """Reads one <body/> in pieces of at most PIECE bytes.

    Raises NoBodyError where something else comes, and RefusedError where a connection manager, or who pretends to be
    one, sends what it must not.
    """

    def __init__(self) -> None:
        self._parser = StreamParser(root=_BODY)
        self._header: ET.Element | None = None
        self._elements: list[ET.Element] = []
        self._beginning = b""
        self._size = 0

    def feed(self, piece: bytes) -> None:
        """These bytes came."""
        if self._header is None:
            self._beginning = (self._beginning + piece)[:PIECE]
        self._size += len(piece)
        try:
            if self._size > MAX_BODY:
                raise RefusedError("policy-violation")
            for element in self._parser.feed(piece):
                self._take(element)
        except RefusedError:
            if self._header is None and not _HOSTILE.search(self._beginning):
                raise NoBodyError("not a BOSH answer") from None
            raise

    def _take(self, element: ET.Element) -> None:
        if self._header is None:
            self._header = element
        else:
            _into_client(element)
            self._elements.append(element)

    def finish(self) -> Body:
        """All of it has come."""
        if self._header is None or not self._parser.closed:
            raise NoBodyError("half a BOSH answer")
        return Body(self._header.attrib, tuple(self._elements))


def _into_client(element: ET.Element) -> None:
    """Many managers leave out the namespace of stanzas (XEP-0206 §2): what should be in jabber:client is in theirs."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        namespace, _brace, name = each.tag.rpartition("}")
        if namespace == f"{{{HTTPBIND}":
            each.tag = _CLIENT + name
            waiting.extend(each)
