"""Events written as iCalendar text in an <ical/> element (XEP-0097)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.dialect import with_parameters
from c42desktop.calendar.payloads.elements import copied
from c42desktop.calendar.payloads.fields import Property
from c42desktop.calendar.payloads.ical import dedent, events_from_text, ical_element
from c42desktop.calendar.payloads.lines import MAX_DEPTH, component_lines, folded, property_lines, read_line, unfolded
from c42desktop.calendar.payloads.patch import is_blank, patch
from c42desktop.calendar.payloads.sieve import ENTRIES
from c42desktop.calendar.payloads.whole import calendar_component
from c42desktop.i18n import gettext as _


@dataclass
class Block:
    """A component of the text: its content lines, unfolded, and the blocks in it."""

    name: str
    entries: list[str | Block] = field(default_factory=list)
    has_end: bool = True

    def is_whole(self) -> bool:
        """Whether this, and all that is in it, says where it ends."""
        return self.has_end and all(each.is_whole() for each in self.entries if isinstance(each, Block))


def encode_ical(
    events: Sequence[Event],
    onto: Element | None = None,
    languages: Sequence[str] = (),
    *,
    stamp: datetime | None = None,
) -> Element:
    """The events as an <ical/> element, or inside the text of `onto`, whose other lines stay. Raises PayloadError."""
    if onto is None or is_blank(onto):
        return ical_element(_text(component_lines(calendar_component(events, stamp=stamp))))
    roots = _blocks(unfolded(dedent("".join(onto.itertext()))))
    is_whole = all(root.is_whole() for root in roots)
    if not patch(Dialect(), roots, events):
        return copied(onto)
    if not is_whole:  # nobody knows what is missing
        raise PayloadError(_("This item is too damaged to be changed."))
    return ical_element(_text(_lines(roots)))


class Dialect:
    """How iCalendar text stores components: a line for each property."""

    def name(self, entry: str | Block) -> str:
        """The name behind BEGIN; where there is none, one that no component has."""
        return entry.name.lower() or "-" if isinstance(entry, Block) else ""

    def properties(self, component: Block) -> list[str | Block]:
        """Lines and blocks."""
        return component.entries

    def components(self, component: Block) -> list[str | Block]:
        """Lines and blocks."""
        return component.entries

    def read(self, entry: str | Block) -> Property | None:
        """A content line."""
        return read_line(entry) if isinstance(entry, str) else None

    def write(self, data: Property, old: str | None = None) -> str:
        """A content line."""
        return next(property_lines(with_parameters(data, read_line(old) if old is not None else None)))

    def build(self, data: list[Any]) -> Block:
        """The block of a jCal component."""
        return _blocks(list(component_lines(data)))[0]

    def copy(self, component: Block) -> Block:
        """The same lines and blocks once more."""
        return deepcopy(component)

    def rename(self, component: Block, name: str) -> None:
        """Another name behind BEGIN and END."""
        component.name = name.upper()

    def events(self, roots: Sequence[Block]) -> tuple[Event, ...]:
        """What the text says."""
        return events_from_text(_text(_lines(roots)), "")


def _blocks(lines: Sequence[str]) -> list[Block]:
    """The outermost components, each closed where the decoder closes it."""
    roots: list[Block] = []
    open_: list[Block] = []

    def close(*, has_end: bool) -> None:
        block = open_.pop()
        block.has_end = has_end
        (open_[-1].entries if open_ else roots).append(block)

    for line in lines:
        word, _colon, name = line.partition(":")
        word = word.partition(";")[0].strip().upper()  # to the decoder it is one with parameters, too
        name = name.strip().upper()
        if word == "BEGIN":
            while name in ENTRIES | {"VCALENDAR"} and any(block.name in ENTRIES for block in open_):
                close(has_end=False)
            open_.append(Block(name))
            if len(open_) > MAX_DEPTH:
                raise PayloadError(_("This item is too damaged to be changed."))
        elif word == "END" and any(block.name == name for block in open_):
            while open_[-1].name != name:
                close(has_end=False)
            close(has_end=True)
        elif open_ and word != "END":
            open_[-1].entries.append(line)
    while open_:
        close(has_end=False)
    return roots


def _lines(entries: Sequence[str | Block]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            yield f"BEGIN:{entry.name}"
            yield from _lines(entry.entries)
            yield f"END:{entry.name}"


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{folded(line)}\r\n" for line in lines)
