"""The parts of a line of words: which of its characters say what. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from c42desktop.calendar import quick_words as words
from c42desktop.calendar.quick_days import END, Days, any_of, days_at, is_date
from c42desktop.calendar.quick_times import hours_at, length_at, wait_at
from c42desktop.calendar.rules import DAYS

READ = 1000  # characters; what follows is title
_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a part of the line says."""

    DAY = "day"
    TIME = "time"
    LENGTH = "length"
    ALL_DAY = "all-day"
    REPEAT = "repeat"
    PLACE = "place"
    CALENDAR = "calendar"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Part:
    """The characters from `start` up to `end` were understood as this."""

    kind: Kind
    start: int
    end: int
    value: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often, as RECUR text, and on which days of the week."""

    rule: str
    weekdays: frozenset[int] = frozenset()


_WORD = re.compile(r"[^\s(]\S*")
_WEEKDAY = any_of(words.WEEKDAYS)
_AND = rf"\s*(?:,|\s{any_of(words.AND)}\s)\s*"
_EVERY_DAY = re.compile(rf"{any_of(words.EVERY)}\s+({_WEEKDAY}\.?(?:{_AND}{_WEEKDAY}\.?)*){END}")
_EVERY_UNIT = re.compile(rf"{any_of(words.EVERY)}\s+(?:([0-9]{{1,2}})\s+)?({any_of(words.FREQUENCIES)}){END}")
_WORKDAYS = re.compile(rf"{any_of(words.EVERY)}\s+{any_of(words.WORKDAYS)}{END}")
_ADVERB = re.compile(rf"({any_of(words.ADVERBS)}){END}")
_EACH_WEEK = re.compile(rf"(?:on\s+)?({any_of(words.EACH_WEEK)}){END}")
_ALL_DAY = re.compile(rf"{any_of(words.ALL_DAY)}{END}")
_ADDRESS = r"[^\s@,;/<>\"'&:()]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_PEOPLE = re.compile(rf"{any_of(words.WITH)}\s+{_ADDRESS}(?:{_AND}{_ADDRESS})*{END}")
_TAG = re.compile(r"#([^\s,;]+)")
_PLACE = re.compile(r"@(?:\"([^\"]*)\"|(?=[^\s@]))")
_BY_NAME = re.compile(rf"({_WEEKDAY})\.?{END}")
_BETWEEN = re.compile(r"[\s,]*")
_WHEN = (Kind.DAY, Kind.TIME, Kind.REPEAT, Kind.ALL_DAY)


class Reader:
    """Finds the parts of a line, from left to right, each kind once."""

    def __init__(self, line: str, now: datetime, calendars: Sequence[str], month_first: bool) -> None:
        self._line = line[:READ]
        # Not lower(): that has other lengths, and parts are told by their places.
        self._text = "".join(low if len(low := sign.lower()) == 1 else sign for sign in self._line)
        self._now = now
        self._names = [_key(name) for name in calendars]
        self._month_first = month_first
        self._parts: list[Part] = []

    def parts(self) -> list[Part]:
        """In their order."""
        at = 0
        while word := _WORD.search(self._text, at):
            part = self._part_at(word.start())
            if part is not None:
                self._parts.append(part)
            at = part.end if part is not None else word.end()
        self._drop_what_says_nothing()
        self._stretch_place()
        return self._parts

    def _part_at(self, at: int) -> Part | None:
        readers: tuple[tuple[Kind, Callable[[int], tuple[Any, int] | None]], ...] = (
            (Kind.ALL_DAY, self._all_day),
            (Kind.REPEAT, self._repeat),
            (Kind.TIME, lambda at: wait_at(self._text, at)),
            (Kind.DAY, self._days),
            (Kind.TIME, lambda at: hours_at(self._text, at, sure=self._beside((Kind.DAY, Kind.REPEAT), at))),
            (Kind.LENGTH, lambda at: length_at(self._text, at)),
            (Kind.PEOPLE, self._people),
            (Kind.CALENDAR, self._calendar),
            (Kind.PLACE, self._place),
        )
        taken = {part.kind for part in self._parts}
        for kind, read in readers:
            found = read(at) if kind not in taken else None
            if found is not None:
                return Part(kind, at, found[1], found[0])
        return None

    def _beside(self, kinds: tuple[Kind, ...], at: int) -> bool:
        """Whether a part of one of these kinds ends just before."""
        last = self._parts[-1] if self._parts else None
        return last is not None and last.kind in kinds and not self._text[last.end : at].strip(" ,\t")

    def _all_day(self, at: int) -> tuple[Any, int] | None:
        found = _ALL_DAY.match(self._text, at)
        return (True, found.end()) if found else None

    def _repeat(self, at: int) -> tuple[Repeat, int] | None:
        if found := _EVERY_DAY.match(self._text, at):
            return _weekly({words.WEEKDAYS[day] for day in re.findall(_WEEKDAY, found[1])}), found.end()
        if found := _WORKDAYS.match(self._text, at):
            return _weekly(set(range(5))), found.end()
        if found := _EACH_WEEK.match(self._text, at):
            return _weekly({words.EACH_WEEK[found[1]]}), found.end()
        if found := _EVERY_UNIT.match(self._text, at):
            interval = int(found[1] or 1)
            more = f";INTERVAL={interval}" if interval > 1 else ""
            return (Repeat(f"FREQ={words.FREQUENCIES[found[2]]}{more}"), found.end()) if interval else None
        found = _ADVERB.match(self._text, at)
        return (Repeat(f"FREQ={words.FREQUENCIES[found[1]]}"), found.end()) if found else None

    def _days(self, at: int) -> tuple[Days, int] | None:
        today, sure = self._now.date(), self._beside(_WHEN, at)
        word = _BY_NAME.match(self._text, at)
        if word is not None and not sure:
            after = _BETWEEN.match(self._text, word.end())
            follows = after.end() if after else word.end()
            sure = hours_at(self._text, follows, sure=False) is not None or is_date(self._text, follows, today)
            sure = sure or _ALL_DAY.match(self._text, follows) is not None
            sure = sure or (at > 0 and self._is_last(follows) and self._may_end(word[1], at))
        return days_at(self._text, at, today, month_first=self._month_first, sure=sure)

    def _is_last(self, at: int) -> bool:
        """Whether only a place, a calendar or nothing follows."""
        return not self._text[at:] or self._text[at] in "@#"

    def _may_end(self, word: str, at: int) -> bool:
        return word not in words.NOT_AT_THE_END or (word.startswith("s") and len(word) > 2 and self._line[at].isupper())

    def _people(self, at: int) -> tuple[tuple[str, ...], int] | None:
        found = _PEOPLE.match(self._text, at)
        return (tuple(dict.fromkeys(re.findall(_ADDRESS, found[0]))), found.end()) if found else None

    def _calendar(self, at: int) -> tuple[int, int] | None:
        found = _TAG.match(self._text, at)
        key = _key(found[1]) if found else ""
        if found is None or not key:
            return None
        fitting = [place for place, name in enumerate(self._names) if name.startswith(key)]
        exact = [place for place in fitting if self._names[place] == key]
        return ((exact or fitting)[0], found.end()) if fitting else None

    def _place(self, at: int) -> tuple[str, int] | None:
        found = _PLACE.match(self._line, at)
        if found is None:
            return None
        if found[1] is not None:
            return (found[1].strip(), found.end()) if found[1].strip() else None
        word = _WORD.match(self._line, found.end())
        name = word[0].rstrip(",;") if word else ""
        return (name, found.end() + len(name)) if name else None

    def _drop_what_says_nothing(self) -> None:
        """A length needs a beginning, and a whole day has no hours: else they are words of the title."""
        kinds = {part.kind for part in self._parts}
        if Kind.ALL_DAY in kinds:
            kinds.discard(Kind.TIME)
            self._parts = [part for part in self._parts if part.kind is not Kind.TIME]
        needed = Kind.TIME if Kind.TIME in kinds else Kind.DAY if kinds & {Kind.DAY, Kind.ALL_DAY} else None
        self._parts = [part for part in self._parts if part.kind is not Kind.LENGTH or _fits(part.value, needed)]

    def _stretch_place(self) -> None:
        """A place may have several words, where words are left for the title."""
        for number, part in enumerate(self._parts):
            if part.kind is not Kind.PLACE or self._line[part.start + 1] == '"':
                continue
            following = self._parts[number + 1].start if number + 1 < len(self._parts) else len(self._line)
            stop = re.search(r"[,;]", self._line[part.end : following])
            end = part.end + stop.start() if stop else following
            end = part.start + len(self._line[part.start : end].rstrip())
            wider = Part(Kind.PLACE, part.start, end, " ".join(self._line[part.start + 1 : end].split()))
            if title_of(self._line, [*self._parts[:number], wider, *self._parts[number + 1 :]]):
                self._parts[number] = wider


def _fits(length: timedelta, beginning: Kind | None) -> bool:
    return beginning is Kind.TIME or (beginning is Kind.DAY and length >= _DAY and not length % _DAY)


def _weekly(weekdays: set[int]) -> Repeat:
    return Repeat(f"FREQ=WEEKLY;BYDAY={','.join(DAYS[day] for day in sorted(weekdays))}", frozenset(weekdays))


def _key(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def title_of(line: str, parts: Sequence[Part]) -> str:
    """What is left of the line."""
    pieces, at = [], 0
    for part in parts:
        pieces.append(line[at : part.start])
        at = part.end
    words_left = " ".join((*pieces, line[at:])).split()
    loose = ",;-–—:"
    return " ".join(word for word in words_left if word.strip(f"{loose}.()")).strip(f"{loose} ")
