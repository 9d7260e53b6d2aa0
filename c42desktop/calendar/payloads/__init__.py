"""Payloads of pubsub items and files: from bytes or XML to events, one decoder a format.

An item is never lost: what no decoder understands becomes one event that names the problem, and its raw XML stays
in the store for a decoder to come.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from xml.etree.ElementTree import Element, ParseError

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import glance, ical, jcal, xcal, xep0471
from c42desktop.calendar.payloads.common import PayloadError, clean_line, shown
from c42desktop.i18n import gettext as _

Decoder = Callable[[Element, str, Sequence[str]], tuple[Event, ...]]

ATOM = "http://www.w3.org/2005/Atom"
JSON = "urn:xmpp:json:0"
DECODERS: dict[tuple[str, str], Decoder] = {
    (ical.NAMESPACE, "ical"): ical.decode_ical,
    (xcal.NAMESPACE, "icalendar"): xcal.decode_xcal,
    (xcal.NAMESPACE, "vcalendar"): xcal.decode_xcal,
    (xcal.NAMESPACE, "vevent"): xcal.decode_xcal,
    (JSON, "json"): jcal.decode_json,
    (xep0471.NAMESPACES[0], "event"): xep0471.decode_event,
    (xep0471.NAMESPACES[1], "event"): xep0471.decode_event,
}

_TITLES = ("title", "summary", "name", "subject")

__all__ = ["DECODERS", "PayloadError", "decode", "parse", "read", "read_file", "to_ics_payload"]


def parse(text: str | bytes) -> Element:
    """The root element of XML from a file or the network: no DTD, no entities, nothing loaded from elsewhere.

    Raises PayloadError with one sentence (RFC 6120 §11.1 forbids the same on the wire).
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException as error:
        raise PayloadError(_("This XML has a DTD or entities, which are not accepted.")) from error
    except ParseError as error:
        line, column = error.position
        raise PayloadError(
            _("This is not well-formed XML: see line {line}, column {column}.").format(line=line, column=column + 1)
        ) from error
    except (ValueError, LookupError) as error:
        raise PayloadError(_("This is not XML, or not in a known character encoding.")) from error
    return root


def decode(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of an item's payload, at least one; never raises.

    What cannot be read is one event with uid `item_id`, `problem` and, where there is one, a title. `languages` are
    the reader's, best first; only XEP-0471 has texts in several.
    """
    try:
        return read(payload, item_id, languages)
    except PayloadError as error:
        return (Event(uid=item_id, summary=_title(payload), problem=str(error)),)


def read(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """As `decode`, but raises PayloadError where the whole payload cannot be read."""
    key = _key(payload)
    if key == (ATOM, "entry"):
        raise PayloadError(_("This is a post, not an event."))
    decoder = DECODERS.get(key)
    if decoder is None:
        raise PayloadError(_("This program does not know this kind of event: {kind}.").format(kind=_shown_key(key)))
    try:
        return decoder(payload, item_id, languages)
    except PayloadError:
        raise
    except Exception as error:
        # The edge to hostile input: a decoder or the library below it that fails in a way nobody thought of costs
        # this one event its details. It must not stop the stream the payload came on, nor hide the other items.
        raise PayloadError(_("This event cannot be read.")) from error


def read_file(data: bytes, name: str, span: tuple[datetime, datetime] | None = None) -> tuple[Event, ...]:
    """The events of an .ics, .xml or .json file; what it is, its content says first and its name second.

    With a `span` (aware), those that can be on in it and those without a time are enough, with what a list shows.
    XML may be a bare payload or an <item/> around it. Raises PayloadError with one sentence that names the file.
    """
    text = data.decode("utf-8-sig", "replace")
    item_id, suffix = PurePath(name).stem, PurePath(name).suffix.lower()
    start = text.lstrip()[:1]
    try:
        if ical.is_ical(text):
            if span is not None:
                return glance.events_between(text, item_id, *span)
            return ical.events_from_text(text, item_id, ical.MAX_FILE_EVENTS)
        if start == "<":
            return _read_xml(data, item_id)
        if start in ("[", "{") or (suffix == ".json" and not start):
            return jcal.events_from_json(text, item_id)
    except PayloadError as error:
        raise PayloadError(f"{name}: {error}") from error
    if not text.strip():
        raise PayloadError(_("{name} is not a calendar: it is empty.").format(name=name))
    raise PayloadError(_("{name} is not a calendar: it begins with “{begin}”.").format(name=name, begin=shown(text)))


def to_ics_payload(text: str) -> Element:
    """iCalendar text as the payload of an item (XEP-0097). Raises PayloadError where it is not that."""
    return ical.ical_element(text)


def _read_xml(data: bytes, item_id: str) -> tuple[Event, ...]:
    root = parse(data.strip())
    if _key(root)[1] != "item":
        return _read_root(root, item_id)
    payload = next(iter(root), None)
    if payload is None:
        raise PayloadError(_("The item is empty."))
    return _read_root(payload, root.get("id") or item_id)


def _read_root(root: Element, item_id: str) -> tuple[Event, ...]:
    key = _key(root)
    if key not in DECODERS and key[0] != ATOM:
        raise PayloadError(_("This file is not a calendar: it begins with <{element}>.").format(element=shown(key[1])))
    return read(root, item_id)


def _key(element: Element) -> tuple[str, str]:
    """Namespace and local name; comments and processing instructions have no name of their own."""
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name


def _shown_key(key: tuple[str, str]) -> str:
    namespace, name = key
    return f"<{shown(name)}> of {shown(namespace, 80)}" if namespace else f"<{shown(name)}>"


def _title(payload: Element) -> str:
    """The best there is for a title in a payload nobody understands."""
    if _key(payload) == (JSON, "json"):
        return clean_line(jcal.title_in("".join(payload.itertext())))
    texts = {_key(child)[1]: child.text for child in payload if child.text and child.text.strip()}
    return clean_line(next((texts[name] for name in _TITLES if name in texts), ""))
