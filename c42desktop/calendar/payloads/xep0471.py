"""Calendar events of XMPP (XEP-0471), in the namespace of today and that of versions before 0.2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event, Moment, Status
from c42desktop.calendar.payloads.common import (
    MAX_TEXT,
    MAX_VALUES,
    clean_id,
    clean_line,
    clean_text,
    default_end,
)
from c42desktop.calendar.payloads.geoloc import GEOLOC, place
from c42desktop.calendar.payloads.xep0082 import parse_moment

NAMESPACES = ("urn:xmpp:calendar-events:0", "urn:xmpp:events:0")
NO_START = "This event has no start time."
BAD_START = "The time of this event cannot be read."
BAD_END = "The end of this event cannot be read."
NO_ZONE = "This event does not say in which time zone its time is."

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORM = "{jabber:x:data}"
_CONFERENCE = "{jabber:x:conference}x"
_URL_DATA = "{http://jabber.org/protocol/url-data}url-data"
_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "blockquote", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "object", "iframe"))
_STATUS = {"cancelled": Status.CANCELLED, "canceled": Status.CANCELLED, "tentative": Status.TENTATIVE}


def decode_event(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The one event of an <event/> element (XEP-0471 §6); its UID is the item id, as the payload has none.

    `languages` are the reader's, best first ("nl-BE"). Never fails: what cannot be read is told in `problem`.
    """
    ns = payload.tag[: payload.tag.index("}") + 1]
    start, end, problem = _span(payload, ns)
    extra = _form(payload.find(f"{ns}extra/{_FORM}x"))
    location, url = _location(payload, ns, languages)
    event = Event(
        uid=item_id,
        summary=clean_line(_in_language(payload.findall(f"{ns}name"), languages)),
        start=start,
        end=end,
        status=_STATUS.get(extra.get("status", "").lower(), Status.CONFIRMED),
        location=location,
        description=_description(payload.findall(f"{ns}description"), languages),
        url=clean_id(url or extra.get("website")),
        categories=tuple(_categories(payload, ns))[:MAX_VALUES],
        problem=problem,
    )
    return (event,)


def _span(payload: Element, ns: str) -> tuple[Moment | None, Moment | None, str]:
    """Start, end and what is wrong with them (§6.1); a date alone, which the XEP does not know, is all-day."""
    start_text, end_text = payload.findtext(f"{ns}start"), payload.findtext(f"{ns}end")
    start, end = parse_moment(start_text), parse_moment(end_text)
    if start is None:
        return None, None, BAD_START if start_text else NO_START
    problem = NO_ZONE if isinstance(start, datetime) and start.tzinfo is None else ""
    if end is None and end_text:
        problem = problem or BAD_END
    return start, default_end(start, end), problem


def _best(elements: Sequence[Element], languages: Sequence[str]) -> Element | None:
    """The element in the reader's language, else the one without a language, else the first."""
    tagged = [(element.get(_LANG, "").lower(), element) for element in elements]
    wanted = [language.lower().replace("_", "-") for language in languages]
    for language in (*(form for full in wanted for form in (full, full.partition("-")[0])), ""):
        for tag, element in tagged:
            if tag == language or (language and tag.partition("-")[0] == language):
                return element
    return elements[0] if elements else None


def _in_language(elements: Sequence[Element], languages: Sequence[str]) -> str:
    best = _best(elements, languages)
    return "" if best is None else "".join(best.itertext())


def _description(elements: Sequence[Element], languages: Sequence[str]) -> str:
    """The description as plain text; where a language has text and XHTML, the text (§6.2)."""
    best = _best([element for element in elements if element.get("type") != "xhtml"], languages)
    rich = _best(elements, languages)
    if best is None or (rich is not None and rich.get(_LANG) != best.get(_LANG)):
        best = rich
    if best is None:
        return ""
    return _plain(best) if best.get("type") == "xhtml" else clean_text("".join(best.itertext()))


def _plain(element: Element) -> str:
    """XHTML as text: blocks and breaks become lines, links keep their words, pictures and scripts go."""
    lines = "".join(_words(element))[: 4 * MAX_TEXT].split("\n")
    joined = "\n".join(" ".join(line.split()) for line in lines)
    while "\n\n\n" in joined:
        joined = joined.replace("\n\n\n", "\n\n")
    return clean_text(joined)


def _words(root: Element) -> Iterator[str]:
    """The text in document order. Walked with a stack of its own: payloads may be nested deeper than Python is."""
    stack: list[Element | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        name = node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else "script"
        if name in _UNSEEN:
            continue
        edge = "\n" if name in _BLOCKS else ""
        stack.append(edge)
        for child in reversed(node):
            stack.extend((" ".join((child.tail or "").split("\n")), child))
        stack.append(edge + " ".join((node.text or "").split("\n")))
        if name == "br":
            stack.append("\n")


def _location(payload: Element, ns: str, languages: Sequence[str]) -> tuple[str, str]:
    """Where the event is, in words, and the link to take part (§6.4); the location "main" counts."""
    locations = payload.findall(f"{ns}location")
    main = next((element for element in locations if element.get("id") == "main"), None)
    chosen = main if main is not None else next(iter(locations), None)
    if chosen is None:
        return "", ""
    geoloc = chosen.find(f"{GEOLOC}geoloc")
    where = place(geoloc) if geoloc is not None else ""
    for online in chosen.findall(f"{ns}online"):
        link = _link(online)
        words = [*online.findall(f"{ns}name"), *online.findall(f"{ns}instructions")]
        return where or clean_line(_in_language(words[:1], languages)) or link, link
    return where, ""


def _link(online: Element) -> str:
    """The web address (XEP-0103) or, for a chat room (XEP-0249), its xmpp: URI."""
    target = next((element.get("target", "") for element in online.findall(_URL_DATA)), "")
    if target:
        return clean_id(target)
    room = next((element.get("jid", "") for element in online.findall(_CONFERENCE)), "")
    return clean_id(f"xmpp:{quote(room, safe='@/.', errors='replace')}?join") if room else ""


def _categories(payload: Element, ns: str) -> Iterator[str]:
    for element in payload.findall(f"{ns}category"):
        term = clean_line(element.get("term"))
        if term:
            yield term


def _form(form: Element | None) -> dict[str, str]:
    """The first value of each field of a data form (XEP-0004)."""
    if form is None:
        return {}
    fields = form.findall(f"{_FORM}field")
    return {field.get("var", ""): (field.findtext(f"{_FORM}value") or "").strip() for field in fields}
