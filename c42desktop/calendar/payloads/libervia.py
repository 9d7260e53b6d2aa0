"""Events as Libervia published them before XEP-0471 (org.salut-a-toi.event:0): a name, a moment, a text, a picture."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Details, Event
from c42desktop.calendar.payloads.common import clean_id, clean_line, clean_text
from c42desktop.calendar.payloads.language import words
from c42desktop.calendar.payloads.xep0471 import span

NAMESPACE = "org.salut-a-toi.event:0"

_SPACE = f"{{{NAMESPACE}}}"


def decode_libervia(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The one event of an <event/> element, which has no end. What cannot be read is told in `problem`."""
    start, end, problem = span(_said(payload, "date"), None)
    image = payload.find(f"{_SPACE}image")
    event = Event(
        uid=item_id,
        summary=clean_line(_said(payload, "name")),
        start=start,
        end=end,
        description=clean_text(_said(payload, "description")),
        details=Details(picture=clean_id(image.get("src")) if image is not None else ""),
        problem=problem,
    )
    return (event,)


def _said(payload: Element, name: str) -> str:
    """Some of it is in attributes, some in elements, and not the same in all versions."""
    return payload.get(name) or words(payload.find(f"{_SPACE}{name}"))
