"""When one is reminded, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from c42desktop.calendar.dates import spelled
from c42desktop.calendar.model import DayAlarm, Defaults, Event
from c42desktop.calendar.names import clock
from c42desktop.calendar.reminders import has_defaults
from c42desktop.i18n import gettext as _


def lead_words(lead: timedelta) -> str:
    """ "10 minutes before"."""
    return _("{time} before").format(time=spelled(lead)) if lead else _("At the start")


def day_words(days_before: int) -> str:
    """ "The day before"."""
    if days_before < 2:
        return _("The day before") if days_before else _("On the day")
    return lead_words(timedelta(days=days_before))


def alarm_words(alarm: DayAlarm) -> str:
    """ "The day before at 18:00"."""
    return _("{day} at {time}").format(day=day_words(alarm.days_before), time=clock(alarm.at))


def timed_words(leads: Sequence[timedelta]) -> str:
    """All reminders of an event with a time."""
    return _listed([lead_words(lead) for lead in leads])


def all_day_words(alarms: Sequence[DayAlarm]) -> str:
    """All reminders of an all-day event."""
    return _listed([alarm_words(alarm) for alarm in alarms])


def words_for(event: Event, account: str, defaults: Defaults) -> str:
    """What the defaults are for an event that says nothing itself; empty where nothing reminds of it."""
    if not has_defaults(event, account) or event.start is None:
        return ""
    if isinstance(event.start, datetime):
        return timed_words(defaults.timed) if defaults.timed else ""
    return all_day_words(defaults.all_day) if defaults.all_day else ""


def defaults_words(defaults: Defaults) -> str:
    """ "10 minutes before; all-day events: the day before at 18:00"."""
    return _("{timed}; all-day events: {all_day}").format(
        timed=timed_words(defaults.timed), all_day=_lowered(all_day_words(defaults.all_day))
    )


def _listed(words: list[str]) -> str:
    return ", ".join([*words[:1], *map(_lowered, words[1:])]) or _("None")


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
