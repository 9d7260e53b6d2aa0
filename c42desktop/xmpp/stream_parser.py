"""The XML of one stream, read within bounds: whatever a server or somebody behind it sends, it costs little.

What is too much within an item costs that item only: it stays, with TOO_LARGE in place of its payload.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

MAX_PROLOG = 4096  # bytes before a stream's first tag; real servers need under 100
MAX_TAG = 256 * 1024  # bytes from a "<" or "&" to its end
MAX_DEPTH = 200  # elements in each other; more than any calendar has, fewer than what walks through them can bear
MAX_OPEN = 400_000  # elements in each other that are counted at all: the parser remembers each
MAX_ITEM = 1024 * 1024  # bytes; servers take 256 KiB from their users, and 512 KiB from each other
MAX_ITEM_PARTS = 20_000  # elements and attributes in an item; a meeting of 1000 people needs half of that
MAX_STANZA = 32 * 1024 * 1024  # bytes, without what is left out: 10 000 items come in one answer
MAX_PARTS = 500_000  # elements and attributes in a stanza
MAX_NAMES = 200_000  # different names in a stanza: the parser never forgets one
MANY_NAMES = 20_000

HEADER = "{http://etherx.jabber.org/streams}stream"
TOO_LARGE = "{urn:c42desktop:stream}too-large"
"""The element that stands for a payload that was left out."""

_ITEM_DEPTH = 5
_ITEMS = frozenset(f"{{http://jabber.org/protocol/pubsub{kind}}}item" for kind in ("", "#event"))


class RefusedError(Exception):
    """The stream cannot go on. `condition` is the stream error to tell the server (RFC 6120 §4.9.3)."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class WholeTags:
    """Holds back a tag or reference that is not complete: a parser that is never given half of one never has to look
    twice.

    Newer versions of expat, and older ones that Debian mended, wait with half a tag until much more has come, which a
    stream may never send; and not every Python can tell them not to.
    """

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._size = 0  # of what is held, in bytes
        self._ends = b""  # one of these is in the rest of it

    def take(self, data: bytes) -> bytes:
        """All that may be parsed now that `data` came. Raises RefusedError where a tag has no end."""
        self._size += len(data)
        self._held.append(data)
        whole = b""
        if not self._ends or _has_any(data, b"<" + self._ends):
            whole = self._all_but_a_beginning(b"".join(self._held))
        if self._size > MAX_TAG:
            raise RefusedError("policy-violation")
        return whole

    def _all_but_a_beginning(self, data: bytes) -> bytes:
        end, self._ends = len(data), b""
        for begin, ends in ((b"<", b">"), (b"&", b"&;>")):  # in CDATA, "&" is a letter
            last = data.rfind(begin, 0, end)
            if last >= 0 and not _has_any(data[last + 1 : end], ends):
                end, self._ends = last, ends
        self._held, self._size = [data[end:]], len(data) - end
        return data[:end]


class StreamParser:
    """Reads one stream, header first, then stanza by stanza; each is an element of its own.

    A document type, an entity, a comment or a processing instruction ends it (RFC 6120 §11.1). What is nested deeper
    than MAX_DEPTH is left out: whoever walks through an element does so by recursion.
    """

    def __init__(self, root: str = HEADER) -> None:
        self.closed = False
        self._root = root  # the element around it all
        self._whole = WholeTags()
        self._header: ET.Element | None = None
        self._namespaces: dict[str, str] = {}  # of the header, by prefix
        self._found: list[ET.Element] = []
        self._depth = 0  # elements that are open, the stream's among them
        self._floor = 0  # where not 0, all is left out until so many are open
        self._item: ET.Element | None = None  # the one that is open
        self._item_began = self._stanza_began = 0  # bytes
        self._parts = self._parts_before = 0  # elements and attributes of the stanza, and those before the item
        self._most = MAX_PARTS  # of them, until the item or the stanza is too large
        self._builder = ET.TreeBuilder()
        self._parser = self._new_parser()

    @property
    def within(self) -> bool:
        """Whether a stanza is not complete yet."""
        return self._depth > 1

    def feed(self, data: bytes) -> Iterator[ET.Element]:
        """What is complete now: at first the stream's header. Raises RefusedError behind what was still good."""
        error: RefusedError | None = None
        try:
            data, nul, _behind = data.partition(b"\0")
            self._parse(self._whole.take(data))
            if nul:  # UTF-16 has it, which the parser would take in spite of what it was told
                raise RefusedError("not-well-formed")
        except RefusedError as found:
            error = found
        except expat.ExpatError:
            error = RefusedError("not-well-formed")
        complete, self._found = self._found, []
        yield from complete
        if error is not None:
            raise error

    def _parse(self, data: bytes) -> None:
        self._fed += len(data)
        self._parser.Parse(data)
        if self._header is None and self._fed > MAX_PROLOG:
            raise RefusedError("restricted-xml")
        if self._item is not None and not self._floor and self._fed - self._item_began > MAX_ITEM:
            self._empty_item(self._item, self._depth)
        kept = (self._item_began if self._floor == _ITEM_DEPTH else self._fed) - self._stanza_began
        if (self.within and kept > MAX_STANZA) or len(self._names) > MAX_NAMES:
            raise RefusedError("policy-violation")
        if self._depth == 1 and len(self._names) > MANY_NAMES:
            self._parser = self._new_parser()

    def _new_parser(self) -> expat.XMLParserType:
        """A parser without memories; where the stream has begun, it is in the middle of it."""
        self._names: dict[str, str] = {}  # the parser's own table
        self._tags: dict[str, str] = {}
        self._fed = 0  # bytes
        parser = expat.ParserCreate("utf-8", "}", intern=self._names)
        if hasattr(parser, "SetReparseDeferralEnabled"):  # see WholeTags
            parser.SetReparseDeferralEnabled(False)
        parser.buffer_text = True
        if self._header is None:
            parser.StartNamespaceDeclHandler = self._declared
        else:
            outer = _outer_tag(self._root, self._namespaces)
            parser.Parse(outer)
            self._fed = len(outer)
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = parser.CommentHandler = parser.ProcessingInstructionHandler = _restricted
        return parser

    # -- what the parser finds ----------------------------------------------------------------------------------

    def _declared(self, prefix: str | None, uri: str | None) -> None:
        self._namespaces[prefix or ""] = uri or ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        depth = self._depth = self._depth + 1
        self._parts += 1 + len(attributes)
        if depth > MAX_DEPTH:
            self._leave_out(MAX_DEPTH)
            return
        if self._parts > self._most:
            if self._item is None or self._parts > MAX_PARTS:
                raise RefusedError("policy-violation")
            self._empty_item(self._item, depth - 1)
            return
        tag = self._tags.get(name) or self._tags.setdefault(name, _tag(name))
        for key in attributes:
            if "}" in key:
                attributes = {_tag(each): value for each, value in attributes.items()}
                break
        if depth > 2:
            element = self._builder.start(tag, attributes)
            if depth == _ITEM_DEPTH and tag in _ITEMS:
                self._begin_item(element)
        elif depth == 2:
            self._begin_stanza(tag, attributes)
        else:
            self._begin_stream(tag, attributes)

    def _begin_stream(self, tag: str, attributes: dict[str, str]) -> None:
        if tag != self._root:
            raise RefusedError("invalid-namespace")
        if self._parser.CurrentByteIndex > MAX_PROLOG:
            raise RefusedError("restricted-xml")
        self._header = ET.Element(tag, attributes)
        self._found.append(self._header)
        self._parser.StartNamespaceDeclHandler = None

    def _begin_stanza(self, tag: str, attributes: dict[str, str]) -> None:
        self._builder = ET.TreeBuilder()
        self._builder.start(tag, attributes)
        self._parser.CharacterDataHandler = self._builder.data
        self._stanza_began = self._parser.CurrentByteIndex

    def _begin_item(self, item: ET.Element) -> None:
        self._item = item
        self._item_began = self._parser.CurrentByteIndex
        self._parts_before = self._parts
        self._most = min(self._parts + MAX_ITEM_PARTS, MAX_PARTS)

    def _end(self, _name: str) -> None:
        depth = self._depth = self._depth - 1
        if depth == 0:
            self.closed = True
            return
        if depth == _ITEM_DEPTH - 1 and self._item is not None:
            self._end_item(self._item)
        self._builder.end("")  # the parser has seen to it that it is the right one
        if depth == 1:
            self._found.append(self._builder.close())
            self._parser.CharacterDataHandler = None
            self._parts = 0

    def _end_item(self, item: ET.Element) -> None:
        size = self._parser.CurrentByteIndex - self._item_began
        if size > MAX_ITEM:
            self._put_marker(item)
            self._stanza_began += size  # as if it had not been there
        self._item = None
        self._most = MAX_PARTS

    # -- what is left out ---------------------------------------------------------------------------------------

    def _empty_item(self, item: ET.Element, depth: int) -> None:
        """The open item is too large: take off what came of it, up to an open element at `depth`, and skip the rest."""
        for _element in range(depth - _ITEM_DEPTH):
            self._builder.end("")
        self._put_marker(item)
        self._parts = self._parts_before
        self._leave_out(_ITEM_DEPTH)

    def _put_marker(self, item: ET.Element) -> None:
        marker = self._builder.start(TOO_LARGE, {})
        self._builder.end("")
        item.text, item[:] = None, [marker]

    def _leave_out(self, floor: int) -> None:
        self._floor = floor
        self._parser.CharacterDataHandler = None
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start_unseen, self._end_unseen

    def _start_unseen(self, _name: str, _attributes: object) -> None:
        self._depth += 1
        if self._depth > MAX_OPEN:
            raise RefusedError("policy-violation")

    def _end_unseen(self, name: str) -> None:
        if self._depth > self._floor:
            self._depth -= 1
            return
        self._floor = 0
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._end(name)


def _has_any(data: bytes, signs: bytes) -> bool:
    return any(sign in data for sign in signs)


def _tag(name: str) -> str:
    """A name as ElementTree writes it."""
    return "{" + name if "}" in name else name


def _outer_tag(root: str, namespaces: Mapping[str, str]) -> bytes:
    declared = [f"xmlns{':' if name else ''}{name}={quoteattr(uri)}" for name, uri in namespaces.items()]
    namespace, _brace, name = root[1:].partition("}")
    prefix = next(prefix for prefix, uri in namespaces.items() if uri == namespace)
    return f"<{prefix}{':' if prefix else ''}{name} {' '.join(declared)}>".encode()


def _restricted(*_args: object) -> NoReturn:
    raise RefusedError("restricted-xml")
