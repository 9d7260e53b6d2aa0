"""How a series repeats, in words."""

from __future__ import annotations

from c42desktop.calendar.model import Event, Moment
from c42desktop.calendar.names import short_weekday, weekday
from c42desktop.calendar.rules import Rule, parse_rule
from c42desktop.i18n import gettext as _

_WEEKDAYS = frozenset(range(5))


def repeats(event: Event) -> str:
    """How a series repeats: "Every day", "Every second Sunday", "Every week on Mon and Wed", "Yearly".

    "Repeats" where no few words do; empty for an event that does not.
    """
    if not event.recurring:
        return ""
    rule = _only_rule(event)
    if rule is None or event.start is None or any((rule.positions, rule.hours, rule.week_numbers, rule.year_days)):
        return _("Repeats")
    say = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}.get(rule.freq)
    return (say(rule, event.start) if say else "") or _("Repeats")


def _only_rule(event: Event) -> Rule | None:
    if len(event.rrules) != 1 or event.rdates:
        return None
    try:
        return parse_rule(event.rrules[0])
    except ValueError:
        return None


def _daily(rule: Rule, start: Moment) -> str:
    if rule.months or rule.month_days or rule.days:
        return ""
    return _every(rule.interval, _("Every day"), _("Every second day"), _("Every {count} days"))


def _weekly(rule: Rule, start: Moment) -> str:
    if rule.months or rule.month_days:
        return ""
    days = sorted({weekday for _place, weekday in rule.days} or {start.weekday()})
    if len(days) == 1:
        day = _weekday(days[0])
        words = (_("Every {day}"), _("Every second {day}"), _("Every {count} weeks on {day}"))
        return _every(rule.interval, *words).replace("{day}", day)
    if rule.interval == 1 and set(days) == _WEEKDAYS:
        return _("Every weekday")
    words = (_("Every week on {days}"), _("Every second week on {days}"), _("Every {count} weeks on {days}"))
    return _every(rule.interval, *words).replace("{days}", _listed([_weekday(day, short=True) for day in days]))


def _monthly(rule: Rule, start: Moment) -> str:
    if rule.months or len(rule.days) + len(rule.month_days) > 1:
        return ""
    every = _every(rule.interval, _("Every month"), _("Every second month"), _("Every {count} months"))
    if rule.days:
        place, weekday = rule.days[0]
        name = _ordinals().get(place, "")
        return _("{every} on the {place} {day}").format(every=every, place=name, day=_weekday(weekday)) if name else ""
    day = rule.month_days[0] if rule.month_days else start.day
    if day == -1:
        return _("{every} on the last day").format(every=every)
    return _("{every} on day {day}").format(every=every, day=day) if day > 0 else ""


def _yearly(rule: Rule, start: Moment) -> str:
    if rule.days or (rule.months and rule.months != (start.month,)):
        return ""
    if rule.month_days and rule.month_days != (start.day,):
        return ""
    return _every(rule.interval, _("Yearly"), _("Every second year"), _("Every {count} years"))


def _every(interval: int, one: str, second: str, many: str) -> str:
    return one if interval == 1 else second if interval == 2 else many.replace("{count}", str(interval))


def _ordinals() -> dict[int, str]:
    return {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth"), -1: _("last")}


def _weekday(number: int, *, short: bool = False) -> str:
    return short_weekday(number) if short else weekday(number)


def _listed(names: list[str]) -> str:
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
