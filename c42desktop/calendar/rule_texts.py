"""Repetition rules rewritten as text: ended earlier, counted on, moved along with their series. What they say besides
stays as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from c42desktop.calendar.arithmetic import day_of, in_zone, shifted, utc
from c42desktop.calendar.model import Moment, is_instant
from c42desktop.calendar.rules import DAYS, Rule, parse_rule
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND")
_OTHER_DAYS = ("BYYEARDAY", "BYWEEKNO", "BYSETPOS")


def with_parts(text: str, changes: Mapping[str, str]) -> str:
    """A rule with other parts; "" takes one away."""
    parts = [part for part in text.strip().removeprefix("RRULE:").split(";") if part]
    named = {part.partition("=")[0].upper(): part.partition("=")[2] for part in parts}
    return ";".join(f"{name}={value}" for name, value in {**named, **changes}.items() if value)


def ended_at(text: str, moment: Moment) -> str:
    """A rule of which a moment of its series is the last (RFC 5545 §3.3.10: in UTC where that has a zone)."""
    return with_parts(text, {"COUNT": "", "UNTIL": until_text(moment)})


def counted(text: str, count: int) -> str:
    """A rule that ends after so many."""
    return with_parts(text, {"COUNT": str(count), "UNTIL": ""})


def until_text(moment: Moment) -> str:
    """A moment of a series as UNTIL has it."""
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    if is_instant(moment):
        return f"{utc(moment):%Y%m%dT%H%M%SZ}"
    return f"{moment:%Y%m%dT%H%M%S}"


def moved(text: str, before: Moment, after: Moment, shift: timedelta) -> str:
    """The rule of a series whose start moves from one moment to another, `shift` on the wall clock: its days move
    along, and so does its end. Raises UserError where that cannot be said in a rule."""
    rule, days = parse_rule(text), (day_of(after) - day_of(before)).days
    changes = _end(rule, before, after, shift)
    if days:
        changes |= _days(rule, text, day_of(before), day_of(after), days)
    if shift != timedelta(days=days) and any(f"{name}=" in text.upper() for name in _CLOCK):
        raise _too_special()
    return with_parts(text, changes) if changes else text


def _end(rule: Rule, before: Moment, after: Moment, shift: timedelta) -> dict[str, str]:
    """The end, as far from the start as it was, in the form that the start has now."""
    if rule.until is None:
        return {}
    wall = _wall(rule.until, rule, before)
    if not isinstance(after, datetime):
        return {"UNTIL": until_text(day_of(shifted(wall, shift)))}
    if not isinstance(rule.until, datetime) and isinstance(before, datetime):
        return {"UNTIL": until_text(day_of(rule.until) + (day_of(after) - day_of(before)))}
    return {"UNTIL": until_text(shifted(wall, shift).replace(tzinfo=after.tzinfo))}


def _wall(until: Moment, rule: Rule, start: Moment) -> datetime:
    """An UNTIL on the clock of its series."""
    if not isinstance(until, datetime):
        return datetime(until.year, until.month, until.day)
    if rule.until_utc and isinstance(start, datetime) and start.tzinfo is not None:
        return in_zone(until.replace(tzinfo=UTC), start.tzinfo).replace(tzinfo=None)
    return until


def _days(rule: Rule, text: str, before: date, after: date, days: int) -> dict[str, str]:
    """The parts that name days, which move along: all days of a week, or the one on which the series began."""
    if rule.freq in ("WEEKLY", "DAILY") and not rule.months and not any(ordinal for ordinal, _day in rule.days):
        if rule.positions or rule.month_days:
            raise _too_special()
        return _turned(rule, days)
    if any(f"{name}=" in text.upper() for name in _OTHER_DAYS):
        raise _too_special()
    changes: dict[str, str] = {}
    if rule.months:
        changes["BYMONTH"] = _replaced(rule.months == (before.month,), str(after.month))
    if rule.month_days:
        changes["BYMONTHDAY"] = _replaced(rule.month_days == (before.day,), str(after.day))
    if rule.days:
        known = len(rule.days) == 1 and not rule.month_days and rule.days[0][1] == before.weekday()
        changes["BYDAY"] = _replaced(known and rule.days[0][0] != 0, _nth(after, rule.days[0][0]))
    return changes


def _turned(rule: Rule, days: int) -> dict[str, str]:
    """The days of the week, all so many days further, and with them where the week begins."""
    if not rule.days:
        return {}
    names = [DAYS[(day + days) % len(DAYS)] for _ordinal, day in rule.days]
    begin = {"WKST": DAYS[(rule.week_start + days) % len(DAYS)]} if rule.interval > 1 else {}
    return {"BYDAY": ",".join(names), **begin}


def _replaced(can_be: bool, value: str) -> str:
    if not can_be:
        raise _too_special()
    return value


def _nth(day: date, ordinal: int) -> str:
    """ "2WE", "-1FR": which of its month a day is, counted from the end where that was so before and still can be."""
    is_last = (day + timedelta(weeks=1)).month != day.month
    place = -1 if ordinal == -1 and is_last else (day.day - 1) // 7 + 1
    return f"{place}{DAYS[day.weekday()]}"


def _too_special() -> UserError:
    return UserError(_("This repetition cannot be moved along: choose its days anew as well."), field="recurrence")
