"""Payloads of pubsub items and files: from bytes or XML to events and back, a file for each format.

An item is never lost: what no decoder understands becomes one event that names the problem, and its raw XML stays
in the store for a decoder to come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import (
    atom,
    calendar42,
    calendar42_calendar,
    draft_xcal,
    draft_xcal_writing,
    generic,
    glance,
    ical,
    ical_writing,
    json_container,
    libervia,
    too_large,
    xcal,
    xcal_writing,
    xep0471,
    xep0471_writing,
)
from c42desktop.calendar.payloads.calendar42_calendar import About, read_calendar
from c42desktop.calendar.payloads.common import PayloadError, no_calendar, shown
from c42desktop.calendar.payloads.elements import copied, name_of
from c42desktop.calendar.payloads.patch import is_blank
from c42desktop.calendar.payloads.safe_xml import parse
from c42desktop.i18n import LANGUAGES
from c42desktop.i18n import gettext as _

Decoder = Callable[[Element, str, Sequence[str]], tuple[Event, ...]]
"""From a payload, the id of its item and the reader's languages to events. Raises PayloadError."""

Encoder = Callable[[Sequence[Event], Element | None, Sequence[str]], Element]
"""From events, the payload they were decoded from and the languages it was read in to a new payload. What is equal in
the events and in the old payload stays in it as it was, and so does all that the decoder does not read. The old
payload is not changed. Raises PayloadError, one sentence, where the format cannot say what the events hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of payload is read and, where this program can, written."""

    decode: Decoder
    encode: Encoder | None = None


VERSION = 3
"""Raised whenever a decoder learns something: what the store holds from an older one is then read anew."""

_NAMELESS = "\n"  # no uid has a line end

_ROOTS = ("icalendar", "vcalendar", "vevent", "vtodo")

FORMATS: dict[tuple[str, str], Format] = {
    (ical.NAMESPACE, "ical"): Format(ical.decode_ical, ical_writing.encode_ical),
    **{(xcal.NAMESPACE, name): Format(xcal.decode_xcal, xcal_writing.encode_xcal) for name in _ROOTS},
    **{
        (draft_xcal.NAMESPACE, name): Format(draft_xcal.decode_draft_xcal, draft_xcal_writing.encode_draft_xcal)
        for name in _ROOTS
    },
    (generic.JSON, "json"): Format(json_container.decode_json, json_container.encode_json),
    **{key: Format(calendar42.decode_event, calendar42.encode_event) for key in calendar42.ELEMENTS},
    **{key: Format(calendar42_calendar.decode_calendar) for key in calendar42_calendar.ELEMENTS},
    (xep0471.NAMESPACES[0], "event"): Format(xep0471.decode_event, xep0471_writing.encode_event),
    (xep0471.NAMESPACES[1], "event"): Format(xep0471.decode_event, xep0471_writing.encode_event),
    **{(namespace, "invitee"): Format(xep0471.decode_invitee) for namespace in xep0471.INVITEE_NAMESPACES},
    (libervia.NAMESPACE, "event"): Format(libervia.decode_libervia),
    (atom.NAMESPACE, "entry"): Format(atom.decode_entry),
    (too_large.NAMESPACE, "too-large"): Format(too_large.decode_too_large),
}
"""What is understood, by namespace and name of the payload's element."""

__all__ = [
    "FORMATS",
    "VERSION",
    "About",
    "PayloadError",
    "decode",
    "encode",
    "parse",
    "read",
    "read_calendar",
    "read_file",
    "to_ics_payload",
]


def decode(payload: Element, item_id: str, languages: Sequence[str] = LANGUAGES) -> tuple[Event, ...]:
    """The events of an item's payload, at least one, unless it is about the calendar itself; never raises.

    What cannot be read is one event with uid `item_id`, `problem` and, where there are some, a title and a text.
    `languages` are the reader's, best first.
    """
    try:
        return read(payload, item_id, languages)
    except PayloadError as error:
        return (generic.unread(payload, item_id, str(error)),)


def read(payload: Element, item_id: str, languages: Sequence[str] = LANGUAGES) -> tuple[Event, ...]:
    """As `decode`, but raises PayloadError where the whole payload cannot be read."""
    key = name_of(payload)
    known = FORMATS.get(key)
    if known is None:
        raise PayloadError(
            _("This program does not know this kind of event: {kind}.").format(kind=generic.kind_of(key))
        )
    try:
        return known.decode(payload, item_id, languages)
    except PayloadError:
        raise
    except Exception as error:
        # The edge to hostile input: a decoder or the library below it that fails in a way nobody thought of costs
        # this one event its details. It must not stop the stream the payload came on, nor hide the other items.
        raise PayloadError(_("This event cannot be read.")) from error


def encode(
    events: Sequence[Event], onto: Element | None = None, item_id: str = "", languages: Sequence[str] = LANGUAGES
) -> Element:
    """The payload for these events, which `onto` held before they were changed, with all in it that they do not say.

    An empty element chooses the format of what is new; None is iCalendar text, which can say all of an event. `item_id`
    and `languages` are those that `onto` was decoded with. Raises PayloadError where its format cannot say it.
    """
    key = (ical.NAMESPACE, "ical") if onto is None else name_of(onto)
    if onto is not None and decode(onto, item_id, languages) == tuple(events):
        return copied(onto)
    known = FORMATS.get(key)
    if known is None or known.encode is None:
        raise PayloadError(_("This program cannot write this kind of event: {kind}.").format(kind=generic.kind_of(key)))
    if onto is not None and not is_blank(onto):
        read(onto, item_id, languages)  # what cannot be read cannot be changed: what is in it would be lost
    return known.encode(events, onto, languages)


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
            return tuple(_apart(_read_text(text, _NAMELESS, span), item_id))
        if start == "<":
            return _read_xml(data, item_id)
        if start in ("[", "{") or (suffix == ".json" and not start):
            return json_container.events_from_file(text, item_id)
    except PayloadError as error:
        raise PayloadError(f"{name}: {error}") from error
    except Exception as error:  # as in `read`
        raise PayloadError(_("{name}: This file cannot be read.").format(name=name)) from error
    raise PayloadError(_("{name} is not a calendar: {why}.").format(name=name, why=no_calendar(text)))


def to_ics_payload(text: str) -> Element:
    """iCalendar text as the payload of an item (XEP-0097). Raises PayloadError where it is not that."""
    return ical.ical_element(text)


def _read_text(text: str, item_id: str, span: tuple[datetime, datetime] | None) -> tuple[Event, ...]:
    ical.check_size(text)
    if span is not None:
        return glance.events_between(text, item_id, *span)
    return ical.events_from_text(text, item_id, ical.MAX_FILE_EVENTS)


def _apart(events: Iterable[Event], name: str) -> Iterator[Event]:
    """Each event without a uid is one of its own: an item has one of them, a file may have many."""
    number = 0
    for event in events:
        if event.uid.startswith(_NAMELESS):
            number += event.recurrence_id is None
            uid = f"{name}-{number}" if number > 1 else name
            yield replace(event, uid=uid + event.uid.removeprefix(_NAMELESS))
        else:
            yield event


def _read_xml(data: bytes, item_id: str) -> tuple[Event, ...]:
    root = parse(data.strip())
    if name_of(root)[1] != "item":
        return _read_root(root, item_id)
    payload = next(iter(root), None)
    if payload is None:
        raise PayloadError(_("The item is empty."))
    return _read_root(payload, root.get("id") or item_id)


def _read_root(root: Element, item_id: str) -> tuple[Event, ...]:
    key = name_of(root)
    if key not in FORMATS:
        raise PayloadError(_("This file is not a calendar: it begins with <{element}>.").format(element=shown(key[1])))
    if not (events := read(root, item_id)):
        raise PayloadError(_("The calendar holds no event."))
    return events
