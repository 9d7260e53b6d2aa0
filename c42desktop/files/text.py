"""iCalendar text taken apart into its components without being parsed: fast, and as it was written.

The parser takes seconds for a large file, and knows no pause. Where a component begins and ends, two words tell
(RFC 5545 §3.6), so that each can be parsed alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(r"^(BEGIN|END):([A-Za-z0-9-]+)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]")
_NAME = re.compile(r"^(UID|TZID)(?:;[^:\r\n]*)?:[ \t]*(.*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_ZONES = re.compile(r";TZID=(?:\"([^\"\r\n]*)\"|([^\":;,\r\n]*))", re.IGNORECASE)
_TITLE = re.compile(r"^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:[ \t]*(.*?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TOP = ("VEVENT", "VTODO", "VTIMEZONE")
_OUTER = ("VCALENDAR", *_TOP, "VJOURNAL", "VFREEBUSY")  # what never is within an event


@dataclass(frozen=True, slots=True)
class Component:
    """One VEVENT, VTODO or VTIMEZONE, its `text` from BEGIN to END. `id` is its UID or TZID, empty without one.

    `calendar` counts the VCALENDARs, `head` is what the one around it says of itself.
    """

    kind: str
    id: str
    text: str
    calendar: int = 0
    head: str = ""
    complete: bool = True


def components(text: str) -> Iterator[Component]:
    """The components of iCalendar text, in their order; those of other kinds are left out.

    One that has no end is not `complete`. The text must not be indented.
    """
    open_: list[_Open] = []
    calendar, head, at = 0, "", 0
    for fence in _FENCE.finditer(text):
        kind, begins = fence[2].upper(), fence[1].upper() == "BEGIN"
        if open_:
            open_[-1].own.append(text[at : fence.start()])
            head = head or (open_[0].own[0] if open_[0].kind == "VCALENDAR" else "")
        at = fence.end() + 1
        if begins and kind in _OUTER:
            yield from _cut_off(open_, kind, text[: fence.start()], calendar, head)
            if kind == "VCALENDAR":
                calendar, head = calendar + 1, ""
        if begins:
            open_.append(_Open(kind, fence.start()))
        elif any(each.kind == kind for each in open_):
            if kind == "VCALENDAR":
                yield from _cut_off(open_, kind, text[: fence.start()], calendar, head)
                head = ""
            else:
                closed = _close(open_, kind)
                if kind in _TOP:
                    whole = text[closed.begin : fence.end()].rstrip()
                    yield Component(kind, _name(closed), whole, calendar, head)
    if open_:
        open_[-1].own.append(text[at:])
    yield from _cut_off(open_, "VCALENDAR", text, calendar, head)


@dataclass(slots=True)
class _Open:
    """A component whose END is still to come: where it begins, and its lines without those of components in it."""

    kind: str
    begin: int
    own: list[str] = field(default_factory=list)


def _close(open_: list[_Open], kind: str) -> _Open:
    while open_[-1].kind != kind:
        open_.pop()
    return open_.pop()


def _cut_off(open_: list[_Open], kind: str, text: str, calendar: int, head: str) -> Iterator[Component]:
    """What is still open where a component of this kind begins or a calendar ends: its own end is missing."""
    for each in open_:
        if each.kind in ("VEVENT", "VTODO"):
            yield Component(each.kind, _name(each), text[each.begin :].rstrip(), calendar, head, complete=False)
    open_[:] = [each for each in open_ if each.kind == "VCALENDAR" and kind != "VCALENDAR"]


def zones_in(text: str) -> set[str]:
    """The zones that a component names."""
    return {quoted or bare for quoted, bare in _ZONES.findall(_unfolded(text))}


def title_in(head: str) -> str:
    """What a calendar is called by what it says of itself, with escapes (RFC 5545 §3.3.11) undone; or ""."""
    found = _TITLE.search(_unfolded(head))
    return re.sub(r"\\(.)", lambda match: " " if match[1] in "nN" else match[1], found[1]) if found else ""


def _name(component: _Open) -> str:
    """The UID or TZID: alarms and other components within have UIDs of their own (RFC 9074 §4)."""
    wanted = "TZID" if component.kind == "VTIMEZONE" else "UID"
    found = _NAME.findall(_unfolded("\n".join(component.own)))
    return next((value for name, value in found if name.upper() == wanted), "")


def _unfolded(text: str) -> str:
    return _FOLD.sub("", text)
