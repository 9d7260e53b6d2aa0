"""Posts (RFC 4287), which share services and nodes with events (XEP-0472, XEP-0277): rows without a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event, Person
from c42desktop.calendar.payloads import xhtml
from c42desktop.calendar.payloads.common import MAX_VALUES, clean_id, clean_line, clean_text
from c42desktop.calendar.payloads.language import best, words
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.i18n import gettext as _

NAMESPACE = "http://www.w3.org/2005/Atom"

_ATOM = f"{{{NAMESPACE}}}"


def decode_entry(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """An <entry/> as an event without a time: title, text, link, author; `problem` says what it is."""
    categories = payload.findall(f"{_ATOM}category")[:MAX_VALUES]
    event = Event(
        uid=item_id,
        summary=clean_line(_text(payload, "title", languages)),
        description=_text(payload, "content", languages) or _text(payload, "summary", languages),
        url=_link(payload),
        organizer=_author(payload.find(f"{_ATOM}author")),
        categories=tuple(filter(None, (clean_line(each.get("label") or each.get("term")) for each in categories))),
        modified=_updated(payload.findtext(f"{_ATOM}updated")),
        problem=_("This is a post, not an event."),
    )
    return (event,)


def _text(payload: Element, name: str, languages: Sequence[str]) -> str:
    """A text construct (§3.1) as plain text."""
    element = best(payload.findall(f"{_ATOM}{name}"), languages)
    kind = "" if element is None else element.get("type", "text").lower()
    if element is not None and kind == "xhtml":
        return xhtml.plain(element)
    return xhtml.plain_html(words(element)) if kind in ("html", "text/html") else clean_text(words(element))


def _link(payload: Element) -> str:
    """Where the post can be read (§4.2.7): a web address before an xmpp: URI."""
    links = [link for link in payload.findall(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
    targets = [clean_id(link.get("href")) for link in links[:MAX_VALUES]]
    return next((target for target in targets if target.lower().startswith("http")), next(iter(targets), ""))


def _author(element: Element | None) -> Person | None:
    if element is None:
        return None
    address = clean_id(element.findtext(f"{_ATOM}email")) or clean_id(element.findtext(f"{_ATOM}uri"))
    person = Person(clean_line(element.findtext(f"{_ATOM}name")), address.removeprefix("xmpp:"))
    return person if person != Person() else None


def _updated(text: str | None) -> datetime | None:
    moment = parse_moment(text)
    return moment.astimezone(UTC) if isinstance(moment, datetime) and moment.tzinfo is not None else None
