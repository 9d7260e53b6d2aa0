"""Events as payloads of XEP-0471: new ones, and those that were read and then changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from c42desktop.calendar.model import Attachment, Event, EventType, Moment, Personal, Reference, Status
from c42desktop.calendar.payloads import file_sharing, forms, locations
from c42desktop.calendar.payloads.common import PayloadError, clean_id, clean_line, clean_text, default_end
from c42desktop.calendar.payloads.elements import child, copied, drop, pair, put, set_attribute, space_of
from c42desktop.calendar.payloads.language import LANG, replace_words, set_in
from c42desktop.calendar.payloads.xep0082 import parse_moment, write_moment
from c42desktop.calendar.payloads.xep0471 import (
    NAMESPACES,
    decode_event,
    described,
    extra_form,
    links,
    rsvp,
    shared_files,
    terms,
)
from c42desktop.i18n import gettext as _

Write = Callable[[Element, Event, Sequence[str]], None]


def encode_event(events: Sequence[Event], onto: Element | None = None, languages: Sequence[str] = ()) -> Element:
    """The payload for one event. What `onto` said when read in these languages and is still so stays as it was.

    The names of time zones, counts and stamps have no place in it and are left out. Raises PayloadError for what may
    not be left out: an event that repeats, reminders, people and the like.
    """
    if len(events) != 1:
        raise PayloadError(_("An item of this kind holds one event."))
    (event,) = events
    payload = Element(f"{{{NAMESPACES[0]}}}event") if onto is None else copied(onto)
    _require_sayable(event, new=not len(payload))
    (before,) = decode_event(payload, event.uid, languages)
    wanted = _located(event, before)
    for part, write in _PARTS:
        if part(wanted) != part(before):
            write(payload, wanted, languages)
    return payload


def _require_sayable(event: Event, *, new: bool) -> None:
    if new and event.start is None:
        raise PayloadError(_("An event without a time cannot be written in this format."))
    if event.rrules or event.rdates or event.exdates or event.recurrence_id is not None:
        raise PayloadError(_("An event that repeats cannot be written in this format."))
    for holds, sentence in _unsayable(event):
        if holds:
            raise PayloadError(sentence)


def _unsayable(event: Event) -> Iterator[tuple[bool, str]]:
    """Whether the event has something for which the format has no place, and the sentence that says so."""
    yield bool(event.alarms), _("An event with reminders cannot be written in this format.")
    yield (
        event.organizer is not None or bool(event.attendees),
        _("An event with people cannot be written in this format."),
    )
    task = event.due is not None or event.status is Status.COMPLETED or event.details.priority or event.details.progress
    yield bool(task), _("A task cannot be written in this format.")
    kind = event.type is not EventType.NORMAL or event.trip is not None or event.suggested or not event.busy
    between = replace(event.personal, answer="")  # that stands beside the event
    bound = bool(event.related) or event.buffer is not None or between != Personal()
    yield kind or bound, _("This kind of event has no place in this format.")


def _located(event: Event, before: Event) -> Event:
    """The event with places that say what its location says, where that is new and they do not."""
    places, location = event.details.places, clean_line(event.location)
    if location in (before.location, locations.where(places, event.details.meetings)):
        return event
    named = locations.renamed(places, location, moved=places == before.details.places)
    return replace(event, details=replace(event.details, places=named))


def _write_name(payload: Element, event: Event, languages: Sequence[str]) -> None:
    set_in(payload, f"{space_of(payload)}name", clean_line(event.summary), languages)


def _write_times(payload: Element, event: Event, languages: Sequence[str]) -> None:
    """Both must be there (§4.1): an event without duration ends when it starts."""
    if event.start is None:
        raise PayloadError(_("An event without a time cannot be written in this format."))
    if isinstance(event.start, datetime) and event.start.tzinfo is None:
        raise PayloadError(_("An event without a time zone cannot be written in this format."))
    _set_moment(payload, "start", event.start)
    _set_moment(payload, "end", default_end(event.start, event.end) or event.start)


def _set_moment(payload: Element, name: str, moment: Moment) -> None:
    element = child(payload, f"{space_of(payload)}{name}")
    if parse_moment(element.text) != moment:
        replace_words(element, write_moment(moment))


def _write_picture(payload: Element, event: Event, languages: Sequence[str]) -> None:
    tag = f"{space_of(payload)}head-picture"
    if not event.details.picture:
        drop(payload, [tag])
        return
    picture = file_sharing.new_sharing(Attachment(clean_id(event.details.picture)), "inline")
    head = child(payload, tag)
    put(head, head.findall(file_sharing.SHARING), [picture])


def _write_description(payload: Element, event: Event, languages: Sequence[str]) -> None:
    """As text; rich text of the same language said what was, so it goes."""
    tag, text = f"{space_of(payload)}description", clean_text(event.description)
    elements = payload.findall(tag)
    chosen = described(elements, languages)
    if chosen is None:
        chosen = SubElement(payload, tag)
    same = [each for each in elements if each is not chosen and each.get(LANG) == chosen.get(LANG)]
    put(payload, same if text or len(elements) > len(same) + 1 else elements, ())
    chosen.set("type", "text")
    replace_words(chosen, text)


def _write_categories(payload: Element, event: Event, languages: Sequence[str]) -> None:
    found = terms(payload, languages)
    wanted = [term for term in map(clean_line, event.categories) if term]
    held = pair(found, wanted)
    tag = f"{space_of(payload)}category"
    new = [group or [Element(tag, {"term": term})] for group, term in zip(held, wanted, strict=True)]
    put(payload, [each for group, _ in found for each in group], [each for group in new for each in group])


def _write_places(payload: Element, event: Event, languages: Sequence[str]) -> None:
    locations.write_places(payload, event.details.places)
    if locations.meetings(payload, languages) != event.details.meetings:
        locations.write_meetings(payload, event.details.meetings, languages)


def _write_questions(payload: Element, event: Event, languages: Sequence[str]) -> None:
    space = space_of(payload)
    if not event.details.questions:
        drop(payload, [f"{space}rsvp"])
        return
    form = rsvp(payload, languages)
    if form is None:
        form = forms.new_form(child(payload, f"{space}rsvp"), "form", _purpose(payload, "rsvp"))
    forms.write_questions(form, event.details.questions)


def _write_references(payload: Element, event: Event, languages: Sequence[str]) -> None:
    found = links(payload)
    held = pair(found, event.details.references, lambda reference: reference.role)
    new = [
        _referring(Element(f"{space_of(payload)}{reference.role}") if element is None else element, reference)
        for element, reference in zip(held, event.details.references, strict=True)
    ]
    put(payload, [*(element for element, _ in found), *new], new)


def _referring(element: Element, reference: Reference) -> Element:
    for name, value in (("jid", reference.service), ("node", reference.node), ("item", reference.item)):
        set_attribute(element, name, clean_id(value))
    return element


def _write_attachments(payload: Element, event: Event, languages: Sequence[str]) -> None:
    tag, found, wanted = f"{space_of(payload)}attachments", shared_files(payload), event.details.attachments
    held = pair(found, wanted, lambda file: file.url)
    new = [
        file_sharing.new_sharing(file, "attachment") if each is None else each
        for each, file in zip(held, wanted, strict=True)
    ]
    for sharing, file in zip(new, wanted, strict=True):
        file_sharing.write_metadata(sharing, file)
    groups = payload.findall(tag) or [SubElement(payload, tag)]
    for group in groups:
        put(group, [element for element, _ in found if element in list(group)], new if group is groups[0] else ())
    put(payload, [group for group in groups if not len(group)], ())


def _write_website(payload: Element, event: Event, languages: Sequence[str]) -> None:
    """A field of its own, unless it is the link to a meeting."""
    (now,) = decode_event(payload, event.uid, languages)
    if now.url != event.url:
        _set_extra(payload, "website", [event.url])


def _write_status(payload: Element, event: Event, languages: Sequence[str]) -> None:
    _set_extra(payload, "status", [event.status.value])


def _write_languages(payload: Element, event: Event, languages: Sequence[str]) -> None:
    _set_extra(payload, "languages", event.details.languages, "list-multi")


def _write_wheelchair(payload: Element, event: Event, languages: Sequence[str]) -> None:
    _set_extra(payload, "accessibility:wheelchair", [event.details.wheelchair])


def _set_extra(payload: Element, name: str, values: Sequence[str], kind: str = "") -> None:
    """A field of the form for all else (§6.9)."""
    wanted, form = [value for value in map(clean_id, values) if value], extra_form(payload)
    if form is None and wanted:
        form = forms.new_form(child(payload, f"{space_of(payload)}extra"), "result", _purpose(payload, "extra"))
    if form is not None:
        forms.set_values(form, name, wanted, kind)


def _purpose(payload: Element, name: str) -> str:
    """The FORM_TYPE: "urn:xmpp:calendar-events:rsvp:0"."""
    return f"{space_of(payload).strip('{}').removesuffix(':0')}:{name}:0"


_PARTS: tuple[tuple[Callable[[Event], Any], Write], ...] = (
    (lambda event: event.summary, _write_name),
    (lambda event: (event.start, event.end), _write_times),
    (lambda event: event.details.picture, _write_picture),
    (lambda event: event.description, _write_description),
    (lambda event: event.categories, _write_categories),
    (lambda event: (event.details.places, event.details.meetings), _write_places),
    (lambda event: event.details.questions, _write_questions),
    (lambda event: event.details.references, _write_references),
    (lambda event: event.details.attachments, _write_attachments),
    (lambda event: event.url, _write_website),
    (lambda event: event.status, _write_status),
    (lambda event: event.details.languages, _write_languages),
    (lambda event: event.details.wheelchair, _write_wheelchair),
)
"""What of an event each writer is about; in the order in which the XEP shows the elements."""
