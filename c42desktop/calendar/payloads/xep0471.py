"""Calendar events of XMPP (XEP-0471), in the namespace of today and that of versions before 0.2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Attachment, Details, Event, Moment, Person, Reference, Status
from c42desktop.calendar.payloads import file_sharing, forms, locations, xhtml
from c42desktop.calendar.payloads.common import (
    MAX_VALUES,
    PayloadError,
    clean_id,
    clean_line,
    clean_text,
    default_end,
)
from c42desktop.calendar.payloads.elements import space_of
from c42desktop.calendar.payloads.language import LANG, best, line_in, words
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.i18n import gettext as _

NAMESPACES = ("urn:xmpp:calendar-events:0", "urn:xmpp:events:0")
INVITEE_NAMESPACES = (*NAMESPACES, "", "http://jabber.org/protocol/pubsub#event", "http://jabber.org/protocol/pubsub")
"""An <invitee/> has no namespace in the XEP's own example, so that on the wire it gets that of the item around it."""

ROLES = ("invitees", "comments", "blog", "schedule", "external")
STATUS = {
    "confirmed": Status.CONFIRMED,
    "tentative": Status.TENTATIVE,
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
}

_WHEELCHAIR = ("full", "partial", "no")


def decode_event(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The one event of an <event/> element (XEP-0471 §6); its UID is the item id, as the payload has none.

    `languages` are the reader's, best first ("nl-BE"). Never fails: what cannot be read is told in `problem`.
    An event that stands for one elsewhere (§6.10) has the times that its publisher agreed to.
    """
    space = space_of(payload)
    start, end, problem = span(payload.findtext(f"{space}start"), payload.findtext(f"{space}end"))
    extra = extra_form(payload)
    details = _details(payload, languages)
    website = next(iter(forms.values(extra, "website")), "")
    event = Event(
        uid=item_id,
        summary=line_in(payload, f"{space}name", languages),
        start=start,
        end=end,
        status=STATUS.get(_first(extra, "status").lower(), Status.CONFIRMED),
        location=locations.where(details.places, details.meetings),
        description=_description(payload.findall(f"{space}description"), languages),
        url=website or next((meeting.link for meeting in details.meetings if meeting.link), ""),
        categories=tuple(term for _, term in terms(payload, languages)),
        details=details,
        problem=problem,
    )
    return (event,)


def decode_invitee(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """Who is invited to an event, of a node that its <invitees/> names (§6.6): a row with a name, and no time."""
    person = Person(clean_line(payload.get("name")), clean_id(payload.get("jid")))
    if not person.name and not person.address:
        raise PayloadError(_("This invitation does not say who is invited."))
    problem = _("This is somebody who is invited to an event, not an event.")
    return (Event(item_id, clean_line(person.name or person.address), attendees=(person,), problem=problem),)


def span(start_text: str | None, end_text: str | None) -> tuple[Moment | None, Moment | None, str]:
    """Start, end and what is wrong with them (§6.1); a date alone, of which the XEP says nothing, is all-day."""
    start, end = parse_moment(start_text), parse_moment(end_text)
    if start is None:
        unread = (start_text or "").strip()
        return None, None, _("The time of this event cannot be read.") if unread else _("This event has no start time.")
    problem = ""
    if isinstance(start, datetime) and start.tzinfo is None:
        problem = _("This event does not say in which time zone its time is.")
    elif end is None and end_text:
        problem = _("The end of this event cannot be read.")
    return start, default_end(start, end), problem


def extra_form(payload: Element) -> Element | None:
    """The form with the status and the like (§6.9), None without one."""
    return payload.find(f"{space_of(payload)}extra/{forms.FORM}")


def rsvp(payload: Element, languages: Sequence[str]) -> Element | None:
    """The form for an answer (§6.5) in the reader's language, None without one."""
    chosen = best(payload.findall(f"{space_of(payload)}rsvp"), languages)
    return None if chosen is None else chosen.find(forms.FORM)


def terms(payload: Element, languages: Sequence[str]) -> list[tuple[list[Element], str]]:
    """The categories (§6.3), each with its elements: those of one Wikidata id say the same in several languages."""
    groups: dict[str, list[Element]] = {}
    elements = payload.findall(f"{space_of(payload)}category")[:MAX_VALUES]
    for number, element in enumerate(each for each in elements if clean_line(each.get("term"))):
        groups.setdefault(element.get("wd") or f"#{number}", []).append(element)
    chosen = [(group, best(group, languages)) for group in groups.values()]
    return [(group, clean_line(element.get("term"))) for group, element in chosen if element is not None]


def shared_files(payload: Element) -> list[tuple[Element, Attachment]]:
    """The attachments (§6.8), each with its element."""
    path = f"{space_of(payload)}attachments/{file_sharing.SHARING}"
    found = [(sharing, file_sharing.attachment(sharing)) for sharing in payload.findall(path)[:MAX_VALUES]]
    return [(sharing, file) for sharing, file in found if file is not None]


def links(payload: Element) -> list[tuple[Element, Reference]]:
    """The pubsub nodes that belong to the event (§6.6, §6.10), each with its element."""
    space = space_of(payload)
    found: list[tuple[Element, Reference]] = []
    for element in payload:
        role = element.tag.removeprefix(space) if isinstance(element.tag, str) else ""
        if role in ROLES and element.get("jid") and len(found) < MAX_VALUES:
            found.append((element, Reference(role, *(clean_id(element.get(name)) for name in ("jid", "node", "item")))))
    return found


def described(elements: Sequence[Element], languages: Sequence[str]) -> Element | None:
    """The description to show; where a language has text and XHTML, the text (§6.2)."""
    plain = best([element for element in elements if element.get("type") != "xhtml"], languages)
    rich = best(elements, languages)
    return rich if plain is None or (rich is not None and rich.get(LANG) != plain.get(LANG)) else plain


def _description(elements: Sequence[Element], languages: Sequence[str]) -> str:
    chosen = described(elements, languages)
    if chosen is not None and chosen.get("type") == "xhtml":
        return xhtml.plain(chosen)
    return clean_text(words(chosen))


def _details(payload: Element, languages: Sequence[str]) -> Details:
    extra = extra_form(payload)
    picture = payload.find(f"{space_of(payload)}head-picture/{file_sharing.SHARING}")
    pictured = file_sharing.attachment(picture) if picture is not None else None
    wheelchair = _first(extra, "accessibility:wheelchair").lower()
    return Details(
        places=locations.places(payload, languages),
        meetings=locations.meetings(payload, languages),
        attachments=tuple(file for _, file in shared_files(payload)),
        picture=pictured.url if pictured is not None else "",
        questions=forms.questions(rsvp(payload, languages)),
        references=tuple(reference for _, reference in links(payload)),
        languages=tuple(clean_line(value, 40) for value in forms.values(extra, "languages")),
        wheelchair=wheelchair if wheelchair in _WHEELCHAIR else "",
    )


def _first(form: Element | None, name: str) -> str:
    return next(iter(forms.values(form, name)), "")
