"""A payload that nobody understands, as a row: whatever in it may serve as a title and a text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import jcal, safe_json, xhtml
from c42desktop.calendar.payloads.common import clean_line, shown
from c42desktop.calendar.payloads.elements import name_of
from c42desktop.calendar.payloads.language import words

JSON = safe_json.NAMESPACE

_TITLES = ("title", "summary", "name", "subject")
_TEXTS = ("description", "content", "text", "body", "note")


def unread(payload: Element, item_id: str, problem: str) -> Event:
    """An event without a time that says in `problem` why there is no more to it."""
    return Event(item_id, clean_line(_title(payload)), description=_said(payload, _TEXTS), problem=problem)


def kind_of(key: tuple[str, str]) -> str:
    """The name of an element, and its namespace, for use in a sentence."""
    namespace, name = key
    return f"<{shown(name)}> of {shown(namespace, 80)}" if namespace else f"<{shown(name)}>"


def _title(payload: Element) -> str:
    return jcal.title_in(words(payload)) if name_of(payload) == (JSON, "json") else _said(payload, _TITLES)


def _said(payload: Element, names: tuple[str, ...]) -> str:
    """The text of the first of these names that a child has, else an attribute."""
    texts: dict[str, str] = {}
    for child in payload:
        name = name_of(child)[1].lower()
        if name in names and name not in texts:
            texts[name] = words(child) if names is _TITLES else xhtml.plain(child)
    said = (text for name in names for text in (texts.get(name, ""), payload.get(name, "")) if text)
    return next(said, "")
