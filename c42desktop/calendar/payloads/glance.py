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

from c42desktop.calendar.arithmetic import shifted
from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.glance_event import is_plain, read, strip_alarms
from c42desktop.calendar.payloads.ical import MAX_FILE_EVENTS, events_from_text, events_of_file, too_long

# In other zones it is another day; a day more costs nothing.
_MARGIN = timedelta(days=2)
_BEGIN, _END = "\nBEGIN:VEVENT", "\nEND:VEVENT"
_FOLD, _EMPTY = re.compile(r"\n+[ \t]"), re.compile(r"\n+")
# Ends of lines to `str.splitlines`, which the decoder goes by.
_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ZONES = re.compile(r"\nBEGIN:VTIMEZONE\n(?:.*\n)*?END:VTIMEZONE$", re.MULTILINE)
_OTHERS = re.compile("VEVENT|VTODO", re.IGNORECASE)
# A day there is in every year; the 29th of February is not passed over, but read.
_DATE = (
    r"((?!0000|0001|9999)\d{4}"
    r"(?:(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])(?:29|30)|(?:0[13578]|1[02])31))"
)
_DAY = rf"{_DATE}(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$"
_ZONE = r'(?:;TZID=(?:"[^":\n]*"|[^":;,\n]*)|;VALUE=DATE)?'
_START = re.compile(rf"\nDTSTART{_ZONE}:{_DAY}", re.ASCII | re.MULTILINE)
_STOP = re.compile(rf"\nDTEND{_ZONE}:{_DAY}", re.ASCII | re.MULTILINE)
_UID = re.compile(r"\nUID:(.*)")
# RRULE, RDATE, RECURRENCE-ID, EXDATE, EXRULE, DURATION – and some names that do not matter, but are rare.
_NOT_SINGLE = ("\nR", "\nEX", "\nDU")
_LONGEST_UID = 200


def events_between(text: str, item_id: str, begin: datetime, end: datetime) -> tuple[Event, ...]:
    """Of the events that `events_of_file` finds those that can be on between two instants (aware), with what a list
    shows of them: uid, summary, location, status, times, zone, repetition. Those without a time are among them.

    Raises PayloadError as that does.
    """
    pieces = _cut(_unfolded(text))
    found = _Glance(pieces, item_id, _digits(begin, -_MARGIN), _digits(end, _MARGIN)).events() if pieces else None
    return events_of_file(text, item_id) if found is None else found


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The lines of each VEVENT, without its BEGIN and END, and the text without all of them."""

    components: list[str]
    frame: str

    def only(self, places: Iterable[int]) -> str:
        """Calendar text with those components, and the definitions of all zones."""
        zones = _ZONES.findall(self.frame)
        parts = (f"{_BEGIN}{self.components[place]}{_END}" for place in places)
        return "".join(["BEGIN:VCALENDAR", *zones, *parts, "\nEND:VCALENDAR\n"])


class _Glance:
    """Which components are passed over, which are read here, and which by the decoder, between two dates (digits)."""

    def __init__(self, pieces: _Pieces, item_id: str, first: str, last: str) -> None:
        self._pieces = pieces
        self._item_id = item_id
        self._first, self._last = first, last
        self._read: dict[int, Event] = {}  # by place in the file
        self._unusual: list[int] = []
        self._passed_over: dict[str, list[int]] = {}  # by uid

    def events(self) -> tuple[Event, ...] | None:
        """The events, in the order of the file; None where only the whole file can be decoded."""
        bodies = self._pieces.components
        for place, body in enumerate(bodies[:MAX_FILE_EVENTS]):
            uid = self._passes_over(body)
            if uid:
                self._passed_over.setdefault(uid, []).append(place)
            else:
                self._look(place)
        if not self._decode() or not self._look_at_namesakes():
            return None
        others = events_from_text(self._pieces.frame, self._item_id) if _OTHERS.search(self._pieces.frame) else ()
        rest = (too_long(self._item_id),) if len(bodies) > MAX_FILE_EVENTS else ()
        return (*(self._read[place] for place in sorted(self._read)), *others, *rest)

    def _passes_over(self, body: str) -> str:
        """The uid of a single event outside the dates; "" where it may be something else."""
        body = strip_alarms(body)
        if any(name in body for name in _NOT_SINGLE) or not self._is_outside(body):
            return ""
        uid = _UID.search(body)
        if uid is None or not uid[1].isprintable() or len(uid[1]) > _LONGEST_UID or not is_plain(body):
            return ""
        return uid[1].strip()

    def _is_outside(self, body: str) -> bool:
        start = _START.search(body)
        if start is None:
            return False
        if start[1] > self._last:
            return True
        stop = _STOP.search(body)
        if stop is None and "\nDTEND" in body:
            return False
        return start[1] < self._first and (stop is None or stop[1] < self._first)

    def _look(self, place: int) -> None:
        event = read(self._pieces.components[place], self._item_id)
        if event is None:
            self._unusual.append(place)
        else:
            self._read[place] = event

    def _look_at_namesakes(self) -> bool:
        """Of two events with one uid the later is believed, and it may be elsewhere."""
        for uid in {event.uid for event in self._read.values()} & self._passed_over.keys():
            for place in self._passed_over[uid]:
                self._look(place)
        return self._decode()

    def _decode(self) -> bool:
        """Have what is unusual decoded; false where that does not give one event for each."""
        places, self._unusual = self._unusual, []
        if not places:
            return True
        events = events_from_text(self._pieces.only(places), self._item_id, len(places) + 1)
        self._read.update(zip(places, events, strict=False))
        return len(events) == len(places)


def _unfolded(text: str) -> str:
    """Lines that end with LF, none of them empty, none of them folded."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if any(each in text for each in _BREAKS):
        text = "\n".join(text.splitlines()) + "\n"
    if "\n\n" in text:
        return _EMPTY.sub("\n", _FOLD.sub("", text))
    return text.replace("\n ", "").replace("\n\t", "")


def _cut(text: str) -> _Pieces | None:
    """The pieces of calendar text; None where its components are not written as usual."""
    if not text.startswith("BEGIN:VCALENDAR\n") or not text.endswith("\nEND:VCALENDAR\n"):
        return None
    head, *chunks = text.split(_BEGIN)
    components, frame = [], [head]
    for chunk in chunks:
        body, end, rest = chunk.partition(_END)
        if not end or rest[:1] not in ("", "\n") or body[:1] not in ("", "\n"):
            return None
        components.append(body)
        frame.append(rest)
    return _Pieces(components, "".join(frame)) if components else None


def _digits(moment: datetime, margin: timedelta) -> str:
    """The date as iCalendar writes it."""
    day = shifted(moment.astimezone(UTC), margin)
    return f"{day.year:04}{day.month:02}{day.day:02}"
