"""XML from a file, read within bounds: no DTD, no entities, nothing loaded from elsewhere, and not without end."""

from __future__ import annotations

from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.i18n import gettext as _

MAX_PARTS = 300_000  # elements, an attribute for two: a calendar of 10 000 events in xCal
MAX_DEPTH = 200  # what is nested deeper is left out: whoever walks through an element does so by recursion
MAX_OPEN = 500_000  # elements in each other that are counted at all


def parse(text: str | bytes) -> Element:
    """The root element of XML from a file or the network; all of its comments are gone.

    Raises PayloadError with one sentence (RFC 6120 §11.1 forbids the same on the wire).
    """
    try:
        return _Reader().read(text)
    except expat.ExpatError as error:
        sentence = _("This is not well-formed XML: see line {line}, column {column}.")
        raise PayloadError(sentence.format(line=error.lineno, column=error.offset + 1)) from error
    except (ValueError, LookupError) as error:
        raise PayloadError(_("This is not XML, or not in a known character encoding.")) from error


class _Reader:
    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._parts = 0

    def read(self, text: str | bytes) -> Element:
        data = text.encode() if isinstance(text, str) else text
        if data.count(b"<") + 2 * data.count(b"=") > 2 * MAX_PARTS:
            raise _too_large()
        parser = expat.ParserCreate("utf-8" if isinstance(text, str) else None, "}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)
        root: Element = self._builder.close()
        return root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._parts += 1 + 2 * len(attributes)
        if self._parts > MAX_PARTS or self._depth > MAX_OPEN:
            raise _too_large()
        if self._depth <= MAX_DEPTH:
            self._builder.start(_tag(name), {_tag(key): value for key, value in attributes.items()})

    def _end(self, _name: str) -> None:
        if self._depth <= MAX_DEPTH:
            self._builder.end("")  # the parser has seen to it that it is the right one
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self._depth <= MAX_DEPTH:
            self._builder.data(text)


def _tag(name: str) -> str:
    """A name as ElementTree writes it."""
    return "{" + name if "}" in name else name


def _too_large() -> PayloadError:
    return PayloadError(_("This XML is too large to be read."))


def _refuse(*_args: object) -> NoReturn:
    raise PayloadError(_("This XML has a DTD or entities, which are not accepted."))
