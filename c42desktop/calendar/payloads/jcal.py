"""jCal (RFC 7265), also inside <json xmlns='urn:xmpp:json:0'/> (XEP-0335).

jCal is iCalendar in other clothes, so it is written out as content lines and read by the one decoder for those:
a broken event then stays beside the good ones here, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import safe_json
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.component import MAX_EVENTS, events_in
from c42desktop.calendar.payloads.ical import parse_components
from c42desktop.calendar.payloads.sieve import sifted
from c42desktop.i18n import gettext as _

MAX_DEPTH = 10

_NAME = re.compile(r"[A-Za-z0-9-]{1,100}", re.ASCII)
_BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_TYPES_TO_NAME = ("date", "date-time", "period")
_MULTI = ("categories", "resources", "exdate", "rdate", "freebusy")


def decode_json(payload: Element, item_id: str, languages: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of a <json/> element. Raises PayloadError."""
    return events_from_json("".join(payload.itertext()), item_id)


def events_from_json(text: str, item_id: str) -> tuple[Event, ...]:
    """The events of jCal text: one calendar or an array of them. Raises PayloadError."""
    return events_from_jcal(safe_json.parse(text), item_id)


def events_from_jcal(data: object, item_id: str) -> tuple[Event, ...]:
    """The events of a jCal array. Raises PayloadError for other data and for a calendar without events."""
    if not isinstance(data, list) or not data:
        raise PayloadError(_("The JSON is not a calendar."))
    calendars = [data] if isinstance(data[0], str) else data
    if not all(_is_component(calendar) for calendar in calendars):
        raise PayloadError(_("The JSON is not a calendar."))
    lines = [line for calendar in calendars for line in _component(calendar, 0)]
    events = events_in(parse_components(sifted("\r\n".join(lines) + "\r\n", MAX_EVENTS + 1)), item_id)
    if not events:
        raise PayloadError(_("The calendar holds no event."))
    return events


def title_in(text: str) -> str:
    """What may serve as a title in JSON of another kind: the value of title, summary or name; empty without."""
    try:
        data = safe_json.parse(text)
    except PayloadError:
        return ""
    names = ("title", "summary", "name")
    values = [data.get(name) for name in names] if isinstance(data, dict) else []
    return next((value for value in values if isinstance(value, str) and value), "")


def _is_component(data: object) -> bool:
    return isinstance(data, list) and bool(data) and isinstance(data[0], str) and bool(_NAME.fullmatch(data[0]))


def _component(data: list[Any], depth: int) -> Iterator[str]:
    """The content lines of a jCal component [name, properties, components] (RFC 7265 §3.3)."""
    name = data[0].upper()
    properties, children = ([*data[1:3], [], []])[:2]
    yield f"BEGIN:{name}"
    for entry in properties if isinstance(properties, list) else ():
        yield from _property(entry)
    for child in children if isinstance(children, list) and depth < MAX_DEPTH else ():
        if _is_component(child):
            yield from _component(child, depth + 1)
    yield f"END:{name}"


def _property(data: object) -> Iterator[str]:
    """The content line of a jCal property [name, parameters, type, value…] (§3.4); nothing for anything else."""
    if not isinstance(data, list) or len(data) < 4 or not all(isinstance(data[place], str) for place in (0, 2)):
        return
    name, params, kind, values = data[0].lower(), data[1], data[2].lower(), data[3:]
    if not _NAME.fullmatch(name) or name in ("begin", "end"):
        return
    head = name.upper() + "".join(_parameters(params if isinstance(params, dict) else {}))
    if kind in _TYPES_TO_NAME:
        head += f";VALUE={kind.upper()}"
    written = [_value(kind, value) for value in values]
    yield f"{head}:{','.join(written if name in _MULTI else written[:1])}"


def _parameters(params: dict[str, Any]) -> Iterator[str]:
    """The parameters (§3.5.1), quoted and escaped (RFC 6868)."""
    for name, value in params.items():
        if _NAME.fullmatch(name) and name.lower() != "value":
            texts = [_plain(part) for part in (value if isinstance(value, list) else [value])]
            quoted = (text.replace("^", "^^").replace('"', "^'") for text in texts)
            yield f";{name.upper()}=" + ",".join(f'"{text}"' for text in quoted)


def _value(kind: str, value: object) -> str:
    """One value as RFC 5545 writes it (§3.6)."""
    if kind == "recur" and isinstance(value, dict):
        return ";".join(f"{_plain(key).upper()}={_joined(part, key)}" for key, part in value.items())
    if kind == "period":
        ends = value if isinstance(value, list) else _plain(value).split("/")
        return "/".join(_compact(_plain(end)) for end in ends)
    if kind in ("date", "date-time", "time"):
        return _compact(_plain(value))
    if kind == "utc-offset":
        return _plain(value).replace(":", "")
    if isinstance(value, list):
        return ";".join(_value(kind, part) for part in value if not isinstance(part, list))
    return _escaped(str(value)) if kind == "text" else _plain(value)


def _joined(part: object, key: str) -> str:
    texts = [_plain(value) for value in (part if isinstance(part, list) else [part])]
    return ",".join(_compact(text) if key.lower() == "until" else text for text in texts)


def _compact(text: str) -> str:
    """2026-03-27T10:00:00Z as 20260327T100000Z; a duration, which may be negative, stays as it is."""
    return text if "P" in text else text.replace("-", "").replace(":", "")


def _plain(value: object) -> str:
    return _BREAKS.sub(" ", str(value))


def _escaped(text: str) -> str:
    for char, written in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\\n"),
        ("\r", "\\n"),
        ("\n", "\\n"),
    ):
        text = text.replace(char, written)
    return _plain(text)
