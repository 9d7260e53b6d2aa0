"""A calendar file as items: one for each UID, each with its payload in the form that the file has.

Nothing is decoded here, and nothing lost: what no decoder knows yet stays in the payload.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from c42desktop.calendar import payloads
from c42desktop.calendar.payloads import ical, safe_json, xcal
from c42desktop.calendar.payloads.common import PayloadError, clean_line, no_calendar
from c42desktop.files.text import Component, components, title_in, zones_in
from c42desktop.i18n import gettext as _

JSON = safe_json.NAMESPACE

_X = f"{{{xcal.NAMESPACE}}}"
_CALENDARS = (f"{_X}icalendar", f"{_X}vcalendar")


@dataclass(frozen=True, slots=True)
class Piece:
    """One item to be: `id` is the UID as written, or made of the content where there is none.

    `problem` says what is wrong with it, where that is known without decoding.
    """

    id: str
    payload: Element
    problem: str = ""


@dataclass(slots=True)
class Document:
    """A file taken apart so far. `title` is what the calendar in it calls itself, else the file's name."""

    title: str = ""
    pieces: list[Piece] = field(default_factory=list)


def take_apart(data: bytes, name: str) -> Iterator[Document]:
    """The same document again and again while it grows: the last time it is complete.

    `name` is that of the file, for its title and for sentences. Raises PayloadError where nothing of it is a calendar.
    """
    found = Document(clean_line(PurePath(name).stem, 200))
    text = _decoded(data)
    try:
        if ical.is_ical(text):
            yield from _from_text(text, found)
        elif (start := text.lstrip()[:1]) == "<":
            found.pieces.extend(_from_xml(data, name, found.title))
        elif start in ("[", "{"):
            found.pieces.extend(_from_json(text, found.title))
        else:
            raise _NoCalendarError(no_calendar(text))
        if not found.pieces:
            raise PayloadError(_("The calendar holds no event."))
    except _NoCalendarError as error:
        sentence = _("{name} is not a calendar: {why}.")
        raise PayloadError(sentence.format(name=PurePath(name).name, why=error)) from error
    except PayloadError as error:
        file, why = PurePath(name).name, str(error)
        raise PayloadError(why if why.startswith(file) else f"{file}: {why}") from error
    yield found


class _NoCalendarError(PayloadError):
    """Why a file is none: the end of a sentence."""


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding, "replace")
    return text if "\n" in text else text.replace("\r", "\n")


# -- iCalendar text ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """The components of one UID, with those of the zones of their calendar that they name."""

    head: str
    parts: list[str] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    complete: bool = True


def _from_text(text: str, found: Document) -> Iterator[Document]:
    groups: dict[str, _Group] = {}
    zones: dict[tuple[int, str], str] = {}
    for component in components(_plain(text)):
        if component.kind == "VTIMEZONE":
            zones.setdefault((component.calendar, component.id), component.text)
        else:
            group = groups.setdefault(component.id or _id_for(component.text), _Group(component.head))
            group.parts.append(component.text)
            group.complete &= component.complete
            _note_zones(group, component, zones)
        yield found
    found.title = next((clean_line(title, 200) for g in groups.values() if (title := title_in(g.head))), found.title)
    for uid, group in groups.items():
        problem = "" if group.complete else _("The file ends in the middle of this event.")
        found.pieces.append(Piece(uid, ical.ical_element(_whole(group)), problem))
        yield found


def _plain(text: str) -> str:
    """Without an indent (XEP-0097 §3 has one)."""
    text = text.removeprefix("\ufeff").lstrip("\r\n")
    return ical.dedent(text) if text[:1] in (" ", "\t") else text


def _note_zones(group: _Group, component: Component, zones: dict[tuple[int, str], str]) -> None:
    for name in zones_in(component.text):
        definition = zones.get((component.calendar, name))
        if definition is not None:
            group.zones.setdefault(name, definition)


def _whole(group: _Group) -> str:
    """A calendar with one item in it (XEP-0097)."""
    head = group.head.strip("\r\n") or "VERSION:2.0\r\nPRODID:-//c42desktop//EN"
    return "\r\n".join(["BEGIN:VCALENDAR", head, *group.zones.values(), *group.parts, "END:VCALENDAR", ""])


# -- XML --------------------------------------------------------------------------------------------------------------


def _from_xml(data: bytes, name: str, title: str) -> Iterator[Piece]:
    """xCal is divided; items keep their ids; any other payload is one item."""
    root = payloads.parse(data.strip())
    if root.tag in _CALENDARS:
        yield from _from_xcal(root)
        return
    items = [each for each in root.iter() if _local(each) == "item"]
    if not items:
        payloads.read_file(data, PurePath(name).name)  # which says what it is, where it is none
        yield Piece(title or _id_for(_text_of(root)), root)
    for item in items:
        payload = next(iter(item), None)
        if payload is not None:
            yield Piece(item.get("id") or _id_for(_text_of(payload)), payload)


def _from_xcal(root: Element) -> Iterator[Piece]:
    calendars = [root] if root.tag == f"{_X}vcalendar" else root.findall(f"{_X}vcalendar")
    for calendar in calendars:
        inside = [each for group in calendar.findall(f"{_X}components") for each in group]
        zones = [each for each in inside if _local(each) == "vtimezone"]
        entries = [each for each in inside if _local(each) in ("vevent", "vtodo")]
        for uid, group in _by_id(entries, _xcal_uid).items():
            outer = Element(f"{_X}icalendar")
            whole = SubElement(outer, f"{_X}vcalendar")
            whole.extend(calendar.findall(f"{_X}properties"))
            SubElement(whole, f"{_X}components").extend([*zones, *group])
            yield Piece(uid, outer)


def _xcal_uid(component: Element) -> str:
    uid = component.find(f"{_X}properties/{_X}uid")
    return "".join(uid.itertext()).strip() if uid is not None else _id_for(_text_of(component))


def _local(element: Element) -> str:
    """The name without the namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text_of(element: Element) -> str:
    return tostring(element, encoding="unicode")


# -- JSON -------------------------------------------------------------------------------------------------------------


def _from_json(text: str, name: str) -> Iterator[Piece]:
    """jCal is divided; an array of objects has one item each; any other JSON is one item (XEP-0335)."""
    data = safe_json.parse(text)
    if isinstance(data, list) and data and all(isinstance(each, dict) for each in data):
        yield from (Piece(_json_id(each), _container(each)) for each in data)
    elif _is_jcal(data):
        for calendar in [data] if isinstance(data[0], str) else data:
            yield from _from_jcal(calendar)
    else:
        yield Piece(_json_id(data) if isinstance(data, dict) else name, _container(data))


def _is_jcal(data: Any) -> bool:
    calendars = [data] if isinstance(data, list) and data and isinstance(data[0], str) else data
    return isinstance(calendars, list) and bool(calendars) and all(_is_component(each) for each in calendars)


def _is_component(data: Any) -> bool:
    return isinstance(data, list) and len(data) == 3 and isinstance(data[0], str) and isinstance(data[2], list)


def _from_jcal(calendar: list[Any]) -> Iterator[Piece]:
    inside = [each for each in calendar[2] if _is_component(each)]
    zones = [each for each in inside if each[0].lower() == "vtimezone"]
    entries = [each for each in inside if each[0].lower() in ("vevent", "vtodo")]
    for uid, group in _by_id(entries, _jcal_uid).items():
        yield Piece(uid, _container([*calendar[:2], [*zones, *group]]))


def _jcal_uid(component: list[Any]) -> str:
    properties = component[1] if isinstance(component[1], list) else []
    uids = [each[3] for each in properties if isinstance(each, list) and len(each) > 3 and each[0] == "uid"]
    return str(uids[0]) if uids else _id_for(json.dumps(component))


def _json_id(data: dict[str, Any]) -> str:
    found = next((str(data[name]) for name in ("uid", "id") if data.get(name)), "")
    return found or _id_for(json.dumps(data, sort_keys=True))


def _container(data: Any) -> Element:
    element = Element(f"{{{JSON}}}json")
    element.text = json.dumps(data, ensure_ascii=False)
    return element


# -- what has no name -------------------------------------------------------------------------------------------------


def _by_id(components: Iterable[Any], uid_of: Any) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for component in components:
        groups.setdefault(uid_of(component), []).append(component)
    return groups


def _id_for(content: str) -> str:
    """Made of the content, so that the same file has the same ids again."""
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]
