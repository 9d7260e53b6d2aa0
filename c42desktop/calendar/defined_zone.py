"""A time zone that only its definition describes (VTIMEZONE, RFC 5545 §3.6.5), as tzinfo and as text."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import cached_property, lru_cache

from c42desktop.calendar.expansion import Budget, moments
from c42desktop.calendar.rules import parse_rule

_SEARCH_STEPS = 2_000
# No clock change is known outside these years, and each year costs a walk through the rules.
_FIRST_YEAR, _LAST_YEAR = 1904, 2096
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Observance:
    """A STANDARD or DAYLIGHT part: from when on, on the clock before it, which offset, and after which.

    `rule` is a RECUR text that says when it begins again, `others` are further beginnings.
    """

    start: datetime
    offset: timedelta
    before: timedelta
    daylight: bool = False
    name: str = ""
    rule: str = ""
    others: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class DefinedZone(tzinfo):
    """The zone a VTIMEZONE describes.

    Of an hour that the clocks repeat, the first is meant unless `fold` says otherwise; one that they skip is counted
    with the offset before it (RFC 5545 §3.3.5, PEP 495).
    """

    name: str
    observances: tuple[Observance, ...]

    @cached_property
    def definition(self) -> str:
        """All of it as text, for `defined_zone`."""
        parts = [
            [each.start.isoformat(), each.offset.total_seconds(), each.before.total_seconds(), int(each.daylight),
             each.name, each.rule, [other.isoformat() for other in each.others]]
            for each in self.observances
        ]  # fmt: skip
        return json.dumps([self.name, parts], ensure_ascii=False, separators=(",", ":"))

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """The offset at wall-clock time `dt`."""
        if dt is None:
            return self.observances[0].offset
        wall = dt.replace(tzinfo=None, fold=0)
        part, begun = _current(self.observances, wall)
        if dt.fold:
            coming, onset = _current(self.observances, wall + _DAY)
            repeated = onset is not None and wall < onset <= wall + (coming.before - coming.offset)
            return coming.offset if repeated else part.offset
        skipped = begun is not None and timedelta(0) <= wall - begun < part.offset - part.before
        return part.before if skipped else part.offset

    def dst(self, dt: datetime | None) -> timedelta:
        """One hour in the DAYLIGHT parts, as their length is not written."""
        return timedelta(hours=1 if self._part(dt).daylight else 0)

    def tzname(self, dt: datetime | None) -> str:
        """The TZNAME of the part, or the TZID."""
        return self._part(dt).name or self.name

    def fromutc(self, dt: datetime) -> datetime:
        """The wall-clock time at an instant in UTC."""
        for offset in sorted({part.offset for part in self.observances}, reverse=True):
            wall = dt + offset
            first, second = self.utcoffset(wall.replace(fold=0)), self.utcoffset(wall.replace(fold=1))
            if first == offset and second <= first:
                return wall.replace(fold=0)
            if second == offset and second < first:
                return wall.replace(fold=1)
        return dt + self.utcoffset(dt)

    def _part(self, dt: datetime | None) -> Observance:
        if dt is None:
            return self.observances[0]
        return _current(self.observances, dt.replace(tzinfo=None, fold=0))[0]


@lru_cache(maxsize=256)
def defined_zone(definition: str) -> DefinedZone:
    """The zone that `DefinedZone.definition` describes; one object for equal ones, as with ZoneInfo."""
    name, parts = json.loads(definition)
    return DefinedZone(name, tuple(_observance(*part) for part in parts))


def _observance(
    start: str, offset: float, before: float, daylight: int, name: str, rule: str, others: list[str]
) -> Observance:
    onsets = tuple(datetime.fromisoformat(other) for other in others)
    spans = timedelta(seconds=offset), timedelta(seconds=before)
    return Observance(datetime.fromisoformat(start), *spans, bool(daylight), name, rule, onsets)


def _current(observances: tuple[Observance, ...], at: datetime) -> tuple[Observance, datetime | None]:
    """The part whose last beginning is the latest up to `at`, and that; before all of them, the first part."""
    year = min(max(at.year, _FIRST_YEAR), _LAST_YEAR)
    # Of a leap day in a year that is not looked at, the day before.
    at = at if year == at.year else at.replace(year=year, day=min(at.day, 28))
    begun = [(onset, place) for place, part in enumerate(observances) if (onset := _last_onset(part, at))]
    if begun:
        onset, place = max(begun)
        return observances[place], onset
    return min(observances, key=lambda part: part.start), None


def _last_onset(part: Observance, at: datetime) -> datetime | None:
    """When the observance last began, up to `at`."""
    onsets = [moment for moment in (part.start, *part.others) if moment <= at]
    if part.rule and onsets:
        until = parse_rule(part.rule).until
        year = min(at.year, until.year) if until is not None else at.year
        rule_onsets = (*_onsets_in(part.rule, part.start, year - 1), *_onsets_in(part.rule, part.start, year))
        onsets.extend(moment for moment in rule_onsets if moment <= at)
    return max(onsets, default=None)


@lru_cache(maxsize=2048)
def _onsets_in(text: str, start: datetime, year: int) -> tuple[datetime, ...]:
    """When the clocks change in that year; UNTIL is taken to the day, as it is in UTC and onsets are not."""
    rule = parse_rule(text)
    last = datetime(year, 12, 31, 23, 59, 59)
    if rule.until is not None:
        last = min(last, datetime(rule.until.year, rule.until.month, rule.until.day, 23, 59, 59))
    span = datetime(year, 1, 1), last
    return tuple(moments(replace(rule, until=None), start, span, Budget(_SEARCH_STEPS)))
