"""Times and lengths in a line of words: “12:30-13:15”, “3pm”, “9 Uhr”, “om 14u30”, “1h”, “90 min”. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from c42desktop.calendar import quick_words as words
from c42desktop.calendar.quick_days import END, any_of

_DAY = 24 * 60
_NOON = 12
_NIGHT = 7  # before this hour, “at 3” is in the afternoon


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, in minutes of the day; `end` may be on the next one, and is None where nothing is said.
    `vague`: an evening may be meant."""

    start: int
    end: int | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """One time as it is written. `half` is am, pm or ""; `sure`: it can be nothing else."""

    hour: int
    minute: int
    half: str
    sure: bool
    plain: bool  # an hour from 1 to 12 without am or pm, and without a zero before it

    def at(self, half: str) -> int | None:
        """Minutes of the day."""
        if half and not 1 <= self.hour <= _NOON:
            return None
        hour = self.hour % _NOON + (_NOON if half == "pm" else 0) if half else self.hour
        total = hour * 60 + self.minute
        return total if total <= _DAY else None


def _written(n: int) -> str:
    halves = r"[ap]\.?m\.?|uhr|uur|u"
    return rf"(?P<h{n}>[01]?[0-9]|2[0-4])(?:(?P<s{n}>[:.u])(?P<m{n}>[0-5][0-9]))?(?:\s?(?P<x{n}>{halves}))?"


_AT = rf"(?P<at>{any_of(words.AT)}\s+)?"
_ONE = re.compile(rf"{_AT}{_written(1)}{END}")
_TWO = re.compile(rf"{_AT}{_written(1)}(?:\s?[-–—]\s?|\s+{any_of(words.UNTIL)}\s+){_written(2)}{END}")
_NOON_WORD = re.compile(rf"(?:at\s+)?noon{END}")
_LENGTH = re.compile(
    rf"(?:{any_of(words.LASTING)}\s+)?(?:(?P<h>[0-9]{{1,2}})\s?h\s?(?P<m>[0-5]?[0-9])(?:\s?m(?:in)?)?"
    rf"|(?P<n>[0-9]{{1,3}})(?:[.,](?P<f>[0-9]{{1,2}}))?\s?(?P<u>{any_of(words.LENGTHS)})(?:\s+lang)?){END}"
)
_IN = re.compile(
    rf"in\s+([0-9]{{1,3}})\s?({any_of((*words.MINUTES, *words.HOURS, 'uur'))}){END}"
    rf"|over\s+([0-9]{{1,3}})\s?(minuten|minuut|uur){END}"
)


def hours_at(text: str, at: int, *, sure: bool) -> tuple[Hours, int] | None:
    """The time, or the times from and to, at a place of a text in lower case, and where the words end.

    `sure`: a day stands just before, so that bare numbers from and to are hours.
    """
    if found := _TWO.match(text, at):
        first, last = _clock(found, 1), _clock(found, 2)
        if found["at"] or sure or first.sure or last.sure:
            hours = _span(first, last)
            return (hours, found.end()) if hours else None
    if found := _NOON_WORD.match(text, at):
        return Hours(_NOON * 60), found.end()
    if found := _ONE.match(text, at):
        clock = _clock(found, 1)
        dotted = sure and found["s1"] is not None
        start = _start(clock)
        if start is not None and (clock.sure or found["at"] or dotted):
            return Hours(start, vague=clock.plain), found.end()
    return None


def length_at(text: str, at: int) -> tuple[timedelta, int] | None:
    """How long, and where the words end."""
    found = _LENGTH.match(text, at)
    if found is None:
        return None
    if found["h"]:
        length = timedelta(hours=int(found["h"]), minutes=int(found["m"]))
    else:
        length = float(f"{found['n']}.{found['f'] or 0}") * words.LENGTHS[found["u"]]
    return (length, found.end()) if length else None


def wait_at(text: str, at: int) -> tuple[timedelta, int] | None:
    """How long from now on, as in “in 20 min”, and where the words end."""
    found = _IN.match(text, at)
    if found is None:
        return None
    return int(found[1] or found[3]) * words.LENGTHS[found[2] or found[4]], found.end()


def _clock(found: re.Match[str], n: int) -> _Clock:
    written, suffix = found[f"h{n}"], (found[f"x{n}"] or "").replace(".", "")
    half = suffix if suffix in ("am", "pm") else ""
    hour, minutes = int(written), found[f"m{n}"]
    sure = bool(suffix) or found[f"s{n}"] in (":", "u")
    return _Clock(hour, int(minutes or 0), half, sure, not half and 1 <= hour <= _NOON and written[0] != "0")


def _start(clock: _Clock) -> int | None:
    total = clock.at(clock.half)
    if total is None or total == _DAY:
        return None
    early = clock.plain and clock.minute == 0 and clock.hour < _NIGHT
    return total + _DAY // 2 if early else total


def _span(first: _Clock, last: _Clock) -> Hours | None:
    """An end before the start is in the afternoon where it can be (9 to 5), else on the next day (22:00 – 02:00)."""
    end = last.at(last.half)
    start = first.at(first.half or (last.half if first.plain else ""))
    if start is not None and end is not None and start > end and not first.half:
        start = first.at("am") if first.plain and last.half == "pm" else start  # 11 to 1 pm
    if start is None or end is None or start == _DAY:
        return None
    if start < _NIGHT * 60 and end < _NIGHT * 60 and first.plain and last.plain and not (first.minute or last.minute):
        start, end = start + _DAY // 2, end + _DAY // 2  # 2 to 4
    if end <= start and last.plain and end + _DAY // 2 > start:
        end += _DAY // 2
    return Hours(start, end if end > start else end + _DAY, vague=first.plain and last.plain)
