"""A look at a whole file of iCalendar text for a list: what may be on between two instants, and nothing else.

A file of years of events is asked for a few weeks. Here its text is cut into components without reading them, events
outside the days asked for are passed over by their dates, and of the others `glance_event` reads what a list shows.
Whatever is unusual goes to the decoder that reads everything (`ical`), which decides what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from c42desktop.calendar.arithmetic import in_zone, shifted
from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.glance_event import is_plain, read, strip_alarms
from c42desktop.calendar.payloads.ical import MAX_FILE_EVENTS, events_from_text
from c42desktop.i18n import gettext as _

# In other zones it is another day; a day more costs nothing.
_MARGIN = timedelta(days=2)
_BEGIN, _END = "\nBEGIN:VEVENT", "\nEND:VEVENT"
# From the first of several line ends on, and never back: ten million of them are read once.
_FOLD, _EMPTY = re.compile(r"(?<!\n)\n++[ \t]"), re.compile(r"\n+")
# What some readers take for the end of a line.
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_OTHERS = re.compile("VEVENT|VTODO", re.IGNORECASE)
# What the calendar says of all its events, above all that they are cancelled.
_METHOD = re.compile(r"\nMETHOD\b(?!:(?:PUBLISH|REQUEST)$)", re.IGNORECASE | re.MULTILINE)
# A day there is in every year; the 29th of February is not passed over, but read.
_DATE = (
    r"((?!0000|0001|9999)\d{4}"
    r"(?:(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])(?:29|30)|(?:0[13578]|1[02])31))"
)
_ZONE = r'(?:;TZID=(?:"[^":\n]*"|[^":;,\n]*)|;VALUE=DATE)?'
_DAY = rf"{_ZONE}:{_DATE}(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$"
_START = re.compile(rf"\nDTSTART{_DAY}", re.ASCII | re.MULTILINE)
_STOP = re.compile(rf"\nDTEND{_DAY}", re.ASCII | re.MULTILINE)
_UID = re.compile(r"\nUID:(.{1,200})$", re.MULTILINE)
# RRULE, RDATE, RECURRENCE-ID, EXDATE, EXRULE, DURATION – and some names that do not matter, but are rare.
_NOT_SINGLE = ("\nR", "\nEX", "\nDU")


def events_between(text: str, item_id: str, begin: datetime, end: datetime) -> tuple[Event, ...]:
    """Of the events of a file those that can be on between two instants (aware), and those without a time; of them
    what a list shows: uid, sequence, summary, location, status, times, zone, repetition.

    At most MAX_FILE_EVENTS. Raises PayloadError as `events_from_text` does, which reads the file if it is unusual.
    """
    plain = _unfolded(text)
    pieces = _cut(plain)
    if pieces is None:
        return events_from_text(text, item_id, MAX_FILE_EVENTS)
    first, last = _digits(begin, -_MARGIN), _digits(end, _MARGIN)
    return _Glance(pieces, item_id, first, last, breaks=_has_breaks(plain)).events()


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The lines of each VEVENT, without its BEGIN and END, and the text before them and between them."""

    head: str
    components: list[str]
    rest: str

    def only(self, places: Iterable[int]) -> str:
        """Calendar text with everything but the other components."""
        parts = (f"{_BEGIN}{self.components[place]}{_END}" for place in places)
        return "".join([self.head, *parts, self.rest])


class _Glance:
    """Which components are passed over, which are read here, and which by the decoder, between two dates (digits)."""

    def __init__(self, pieces: _Pieces, item_id: str, first: str, last: str, *, breaks: bool) -> None:
        self._pieces = pieces
        self._item_id = item_id
        self._first, self._last = first, last
        self._breaks = breaks  # whether there are any
        self._read: dict[int, Event] = {}  # by place in the file
        self._unusual: set[int] = set()
        self._passed_over: dict[str, list[int]] = {}  # by uid

    def events(self) -> tuple[Event, ...]:
        """The events that were not passed over. Raises PayloadError."""
        for place, body in enumerate(self._pieces.components[:MAX_FILE_EVENTS]):
            uid = self._passes_over(body)
            if uid:
                self._passed_over.setdefault(uid, []).append(place)
            else:
                self._look(place)
        decoded = self._decoded()
        return (*(self._read[place] for place in sorted(self._read)), *decoded, *self._cut_off())

    def _passes_over(self, body: str) -> str:
        """The uid of a single event outside the dates; "" where it may be something else."""
        body = strip_alarms(body)
        if any(name in body for name in _NOT_SINGLE) or not self._is_outside(body):
            return ""
        uid = _UID.match(body, body.find("\nUID"))
        if uid is None or not uid[1].isprintable() or not is_plain(body) or (self._breaks and _has_breaks(body)):
            return ""
        return uid[1].strip()

    def _is_outside(self, body: str) -> bool:
        """Whether the first DTSTART and DTEND, which count, say so. At -1, the last character, no line begins."""
        start = _START.match(body, body.find("\nDTSTART"))
        if start is None:
            return False
        if start[1] > self._last:
            return True
        place = body.find("\nDTEND")
        stop = _STOP.match(body, place) if place >= 0 else start
        return start[1] < self._first and stop is not None and stop[1] < self._first

    def _look(self, place: int) -> None:
        event = read(self._pieces.components[place], self._item_id)
        if event is None:
            self._unusual.add(place)
        else:
            self._read[place] = event

    def _decoded(self) -> tuple[Event, ...]:
        """What the decoder makes of what is unusual, and of what is in the calendar besides VEVENTs."""
        decoded: tuple[Event, ...] = ()
        others = any(_OTHERS.search(text) for text in (self._pieces.head, self._pieces.rest))
        known = -1
        while known < len(self._unusual):
            known = len(self._unusual)
            if known or others:
                text = self._pieces.only(sorted(self._unusual))
                decoded = events_from_text(text, self._item_id, MAX_FILE_EVENTS)
            self._join_namesakes({event.uid for event in decoded})
        return decoded

    def _join_namesakes(self, decoded: set[str]) -> None:
        """Events with one uid belong together, in their order: of two that say they are the same one counts."""
        for uid in (decoded | {event.uid for event in self._read.values()}) & self._passed_over.keys():
            for place in self._passed_over.pop(uid):
                self._look(place)
        for place in [place for place, event in self._read.items() if event.uid in decoded]:
            del self._read[place]
            self._unusual.add(place)

    def _cut_off(self) -> tuple[Event, ...]:
        """The row that says that there is more in the file."""
        count = len(self._pieces.components)
        if count <= MAX_FILE_EVENTS:
            return ()
        sentence = _("This holds {count} events, of which only the first {limit} are shown.")
        return (Event(uid=self._item_id, problem=sentence.format(count=count, limit=MAX_FILE_EVENTS)),)


def _has_breaks(text: str) -> bool:
    return any(each in text for each in _BREAKS)


def _unfolded(text: str) -> str:
    """Lines that end with LF, none of them empty, none of them folded."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if "\r" in text:
        text = text.replace("\r", "\n")
    if "\n\n" in text:
        return _EMPTY.sub("\n", _FOLD.sub("", text))
    return text.replace("\n ", "").replace("\n\t", "")


def _cut(text: str) -> _Pieces | None:
    """The pieces of calendar text; None where its components are not written as usual."""
    if not text.startswith("BEGIN:VCALENDAR\n") or not text.endswith("\nEND:VCALENDAR\n"):
        return None
    head, *chunks = text.split(_BEGIN)
    components, rests = [], []
    for chunk in chunks:
        body, end, rest = chunk.partition(_END)
        if not end or rest[:1] not in ("", "\n") or body[:1] not in ("", "\n"):
            return None
        components.append(body)
        rests.append(rest)
    rest = "".join(rests)
    return None if not components or _METHOD.search(head) or _METHOD.search(rest) else _Pieces(head, components, rest)


def _digits(moment: datetime, margin: timedelta) -> str:
    """The date as iCalendar writes it."""
    day = shifted(in_zone(moment, UTC), margin)
    return f"{day.year:04}{day.month:02}{day.day:02}"
