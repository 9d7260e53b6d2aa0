"""Who and what is trusted: TLS, SASL, XML, and who may send which event."""

from __future__ import annotations

import ssl
import xml.etree.ElementTree as ET
from collections.abc import Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from slixmpp.jid import JID, InvalidJID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress

if TYPE_CHECKING:
    from typing_extensions import Buffer

# Strongest family only; PLAIN is safe enough inside verified TLS, which every session must have (RFC 6120 §13.8).
# LOGIN, DIGEST-MD5, CRAM-MD5 and ANONYMOUS are never answered, whatever a server offers.
MECHANISMS = frozenset(
    {f"SCRAM-SHA-{size}{plus}" for size in ("1", "256", "512") for plus in ("", "-PLUS")} | {"PLAIN"}
)


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """TLS 1.2 or later, certificate and name required; `ca_file` is trusted instead of the system's authorities.

    Raises UserError (field "ca_file") where that file holds no certificate.
    """
    try:
        context = ssl.create_default_context(cafile=str(Path(ca_file).expanduser()) if ca_file else None)
    except (OSError, ValueError, RuntimeError) as error:  # the latter two: no such name, or nobody's home
        sentence = _("The CA file {file} holds no certificate that can be read. It must be a PEM file.")
        raise UserError(sentence.format(file=ca_file), field="ca_file") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


MAX_PROLOG = 4096  # bytes before a stream's root element; real servers need under 100


class _RestrictedError(Exception):
    """The prolog has something in it that no stream may have."""


class PrologGuard:
    """Reads along until a stream's root element, and finds what must not reach the parser (RFC 6120 §11.1).

    A document type, and with it entities that expand, can stand there only: the parser refuses it later on. Looking
    for it with a parser of the same kind leaves no disguise: a comment, an encoding, a split between two packets.
    """

    def __init__(self) -> None:
        self._parser = expat.ParserCreate("utf-8")  # fixed, so that no other encoding can hide anything
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.CommentHandler = self._refuse
        self._parser.ProcessingInstructionHandler = self._refuse
        self._parser.StartElementHandler = self._root
        if hasattr(self._parser, "SetReparseDeferralEnabled"):  # see StreamParser
            self._parser.SetReparseDeferralEnabled(False)
        self._seen = 0
        self._safe = False

    def accepts(self, data: bytes) -> bool:
        """Whether `data`, which continues what came before, may go to the parser."""
        if self._safe:
            return True
        self._seen += len(data)
        try:
            self._parser.Parse(data)
        except _RestrictedError:
            return False
        except expat.ExpatError:
            return self._safe
        return self._safe or self._seen <= MAX_PROLOG

    def _root(self, _name: str, _attributes: object) -> None:
        self._safe = True
        for handler in ("StartDoctypeDeclHandler", "CommentHandler", "ProcessingInstructionHandler"):
            setattr(self._parser, handler, None)

    def _refuse(self, *_args: object) -> None:
        raise _RestrictedError


class WholeTags:
    """Holds back what came after the last ">": a parser that is never given half a tag never has to look twice.

    Newer versions of expat, and older ones that Debian mended, wait with half a tag until much more has come, which a
    stream may never send; and not every Python can tell them not to.
    """

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def may_begin_a_stream(self) -> bool:
        """Whether what is held back can still become the beginning of a stream."""
        held = b"".join(self._held)
        return len(held) <= MAX_PROLOG and held.lstrip()[:1] in (b"", b"<", b"\xef")  # a byte order mark, perhaps

    def take(self, data: bytes) -> bytes:
        """All that may be parsed now that `data` came; nothing where a tag is still open."""
        end = data.rfind(b">") + 1
        if not end:
            self._held.append(data)
            return b""
        whole = b"".join([*self._held, data[:end]])
        self._held = [data[end:]]
        return whole


MAX_DEPTH = 200  # elements in each other; more than any calendar has, fewer than what walks through them can bear


class StreamParser(ET.XMLPullParser):  # type: ignore[type-arg]  # not subscriptable when it runs
    """A pull parser for one stream. The encoding is fixed, as in the guard.

    What is nested deeper than MAX_DEPTH is left out: whoever walks through an element does so by recursion.
    """

    def __init__(self) -> None:
        utf8 = ET.XMLParser(encoding="utf-8")  # noqa: S314  # guarded by PrologGuard
        super().__init__(("start", "end"), _parser=utf8)
        self._broken: SyntaxError | None = None
        self._depth = 0

    def feed(self, data: str | Buffer) -> None:
        """Parse all that came; a ">" within a value can still leave half a tag, for newer Pythons to flush."""
        super().feed(data)
        flush = getattr(super(), "flush", None)
        if flush is not None:
            try:
                flush()
            except SyntaxError as error:  # told where `feed` tells its own: among the events
                self._broken = error

    def read_events(self) -> Iterator[Any]:
        """What was read so far. Raises ParseError where it went wrong."""
        events: Iterator[Any] = super().read_events()
        for event, element in events:
            if event == "end" and self._depth == MAX_DEPTH:
                del element[:]
            self._depth += 1 if event == "start" else -1
            yield event, element
        if self._broken is not None:
            raise self._broken


def accepts_event(
    *,
    sender: str,
    recipient: str,
    kind: str,
    node: str,
    own: JID,
    followed: Container[NodeAddress],
) -> bool:
    """Whether a message with a pubsub event may change anything here (C-SEC-01; CVE-2023-28686).

    Anyone can send any XML in a message, and servers do not filter it. The event counts only where the sender is
    exactly the service (no resource) at which `node` is followed, or our own account (absent `sender`), the
    recipient is us, and the message is no error.
    """
    if kind == "error":
        return False
    try:
        service, to = JID(sender or own.bare), JID(recipient or own.bare)
    except InvalidJID:
        return False
    if service.resource or to.full not in (own.bare, own.full):
        return False
    return NodeAddress(service.bare, node) in followed
