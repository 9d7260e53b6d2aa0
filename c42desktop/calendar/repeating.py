"""The usual ways to repeat, as values that a form can show and change, and as the rules that say the same. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from c42desktop.calendar.model import Event, Moment, is_instant
from c42desktop.calendar.rules import DAY_FREQUENCIES, DAYS, Rule, parse_rule

WEEKDAYS = (0, 1, 2, 3, 4)
LAST = -1
_WEEK, _FIFTH = 7, 5


@dataclass(frozen=True, slots=True)
class Repeat:
    """How an event repeats. `freq` is that of RECUR, "" for an event that does not repeat.

    `days` are the days of a week, Monday 0; none are that of the start. `nth` counts the start's weekday within its
    month: 1 the first, LAST the last; 0 repeats on the day of the month. At most one of `until` (the last day) and
    `count` is set. `other` is what no form shows: such a rule stays as it is.
    """

    freq: str = ""
    interval: int = 1
    days: tuple[int, ...] = ()
    nth: int = 0
    until: date | None = None
    count: int | None = None
    other: bool = False


NEVER = Repeat()
OTHER = Repeat(other=True)


def repeat_of(event: Event) -> Repeat:
    """How an event repeats; OTHER where a form could not show all of it."""
    if not event.recurring:
        return NEVER
    if event.start is None or event.rdates or len(event.rrules) != 1:
        return OTHER
    try:
        rule = parse_rule(event.rrules[0])
    except ValueError:
        return OTHER
    return _shown(rule, event.start)


def rule_of(repeat: Repeat, start: Moment) -> str:
    """The RECUR text of a Repeat for an event that starts then; "" for one that does not repeat."""
    if not repeat.freq:
        return ""
    parts = [f"FREQ={repeat.freq}"]
    if repeat.interval > 1:
        parts.append(f"INTERVAL={repeat.interval}")
    if repeat.freq == "WEEKLY" and repeat.days not in ((), (start.weekday(),)):
        parts.append("BYDAY=" + ",".join(DAYS[day] for day in sorted(repeat.days)))
    if repeat.freq == "MONTHLY" and repeat.nth:
        parts.append(f"BYDAY={repeat.nth}{DAYS[start.weekday()]}")
    if repeat.count is not None:
        parts.append(f"COUNT={repeat.count}")
    elif repeat.until is not None:
        parts.append(f"UNTIL={_until_text(repeat.until, start)}")
    return ";".join(parts)


def nth_of(day: date) -> int:
    """Which of its weekdays a day is within its month: 1 the first."""
    return (day.day - 1) // _WEEK + 1


def is_last(day: date) -> bool:
    """Whether its weekday does not come again in its month."""
    return day.day + _WEEK > monthrange(day.year, day.month)[1]


def follow(repeat: Repeat, was: date, now: date) -> Repeat:
    """The same for an event that starts on another day: every Monday becomes every Tuesday."""
    if was.weekday() in repeat.days and was.weekday() != now.weekday():
        others = set(repeat.days) - {was.weekday()}
        return replace(repeat, days=tuple(sorted(others | {now.weekday()})) if others else ())
    if repeat.nth and not (repeat.nth == LAST and is_last(now)):
        return replace(repeat, nth=nth_of(now) if nth_of(now) < _FIFTH else LAST)
    return repeat


def _shown(rule: Rule, start: Moment) -> Repeat:
    """A rule as a form shows it, compared with what that form would make of it."""
    until = _last_day(rule, start)
    days = tuple(sorted(day for place, day in rule.days)) if rule.freq == "WEEKLY" else ()
    nth = rule.days[0][0] if rule.freq == "MONTHLY" and len(rule.days) == 1 else 0
    repeat = Repeat(rule.freq, rule.interval, days, nth, until, rule.count)
    return repeat if rule.freq in DAY_FREQUENCIES and _says_no_more(rule, repeat, start) else OTHER


def _says_no_more(rule: Rule, repeat: Repeat, start: Moment) -> bool:
    """Whether the form would say the same. What names the day, month or weekday of its start says nothing more."""
    if repeat.count is not None and repeat.until is not None:
        return False
    if repeat.nth and (repeat.nth not in (nth_of(start), LAST) or (repeat.nth == LAST and not is_last(start))):
        return False
    plain = replace(rule, until=None, until_utc=False, count=None, week_start=0)
    if rule.interval > 1 and rule.freq == "WEEKLY" and len(repeat.days) > 1 and rule.week_start:
        return False  # where a week begins decides which days are in the same one
    if rule.freq == "WEEKLY" and rule.days == ((0, start.weekday()),):
        plain = replace(plain, days=())
    if rule.freq in ("MONTHLY", "YEARLY") and rule.month_days == (start.day,):
        plain = replace(plain, month_days=())
    if rule.freq == "YEARLY" and rule.months == (start.month,):
        plain = replace(plain, months=())
    made = parse_rule(rule_of(replace(repeat, until=None, count=None), start))
    return replace(plain, days=tuple(sorted(plain.days))) == replace(made, days=tuple(sorted(made.days)))


def _last_day(rule: Rule, start: Moment) -> date | None:
    """The last day of a rule, as on the wall where the event is."""
    until = rule.until
    if isinstance(until, datetime) and rule.until_utc and isinstance(start, datetime) and start.tzinfo is not None:
        try:
            until = until.replace(tzinfo=UTC).astimezone(start.tzinfo)
        except OverflowError:
            return until.date()
    return until.date() if isinstance(until, datetime) else until


def _until_text(last: date, start: Moment) -> str:
    """UNTIL has the kind of the start, and is in UTC where that is an instant (RFC 5545 §3.3.10)."""
    if not isinstance(start, datetime):
        return f"{last:%Y%m%d}"
    end = datetime.combine(last, time(23, 59, 59), start.tzinfo)
    return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}" if is_instant(start) else f"{end:%Y%m%dT%H%M%S}"
