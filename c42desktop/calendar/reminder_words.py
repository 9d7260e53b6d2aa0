"""What a reminder says: how long until something begins, is due, or one has to leave."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, tzinfo

from c42desktop.calendar.dates import day_label, hours, spelled, time_span
from c42desktop.calendar.journey import ride_of
from c42desktop.calendar.model import Event, Moment, Occurrence, Reminder, as_local
from c42desktop.calendar.names import clock
from c42desktop.calendar.tasks import is_task
from c42desktop.calendar.told import Told, at, facts, past_point, place_of, title_of
from c42desktop.calendar.trip_times import as_travelled
from c42desktop.i18n import gettext as _

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def remind(reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    """ "Call with Vera in 10 minutes", with "14:00 – 14:45 · Video call", for a reader in `zone` at `now` (aware)."""
    event = reminder.event
    today = now.astimezone(zone).date()
    if is_task(event) and event.due is not None:
        title = _due(event.due, now, zone)
        return Told(title.format(summary=title_of(event)), _details(_due_detail(event.due, now, zone), event))
    start = _start_of(event)
    if start is None:
        return Told(_("Reminder: {summary}").format(summary=title_of(event)), _details("", event))
    if event.trip is not None and isinstance(start, datetime):
        return Told(_leave(start, now, zone).format(summary=title_of(event)), _trip_details(event, start, today, zone))
    title = _begins(start, now, zone) if isinstance(start, datetime) else _on_day(start, today)
    return Told(title.format(summary=title_of(event)), _details(_when(event, start, today, zone), event))


def missed(reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    """ "Reminder missed: Stand-up", with "Friday 09:00": it came too late, or not at all."""
    return _listed(_("Reminder missed: {summary}"), reminder, now, zone)


def reminded(reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    """ "Reminder: Stand-up", with "Today 09:00", for a list of what was told."""
    return _listed(_("Reminder: {summary}"), reminder, now, zone)


def _listed(title: str, reminder: Reminder, now: datetime, zone: tzinfo) -> Told:
    event, today = reminder.event, now.astimezone(zone).date()
    task = is_task(event) and event.due is not None
    moment = event.due if task else _start_of(event)
    when = past_point(moment, today, zone) if moment is not None else ""
    words = _("due {time}").format(time=when) if task else when
    return Told(title.format(summary=title_of(event)), (words,) if words else ())


def _start_of(event: Event) -> Moment | None:
    """When it begins; of a trip, when to leave as things stand."""
    if event.start is None:
        return None
    return as_travelled(Occurrence(event, event.start, event.end or event.start)).start


def _begins(start: datetime, now: datetime, zone: tzinfo) -> str:
    """The title of what has a time."""
    ahead = as_local(start, zone) - now
    if _is_now(ahead):
        return _("{summary} now")
    if ahead < -_HOUR:
        return _with(_("{summary} started {time}"), time=_then(start, now, zone))
    if ahead < timedelta(0):
        return _with(_("{summary} started {time} ago"), time=spelled(-ahead))
    if _is_short(ahead):
        return _with(_("{summary} in {time}"), time=_until(ahead))
    return _later(start, now, zone)


def _later(start: datetime, now: datetime, zone: tzinfo) -> str:
    """What begins later today, or on another day."""
    local, today = as_local(start, zone), now.astimezone(zone).date()
    if local.date() == today:
        return _with(_("{summary} at {time}"), time=clock(local))
    return _on_day(local.date(), today)


def _on_day(day: date, today: date) -> str:
    """The title of a whole day: "Vera's birthday tomorrow"."""
    if abs((day - today).days) <= 1 and day >= today:
        return _with(_("{summary} {day}"), day=day_label(day, today, inline=True))
    if day < today:
        return _with(_("{summary} started {time}"), time=day_label(day, today, inline=True, past=True))
    return _with(_("{summary} on {day}"), day=day_label(day, today, inline=True))


def _leave(start: datetime, now: datetime, zone: tzinfo) -> str:
    """The title of a trip: what counts is when to leave."""
    ahead = as_local(start, zone) - now
    if _is_now(ahead):
        return _("Leave now: {summary}")
    if ahead < timedelta(0):
        return _with(_("Time to leave was {time} ago: {summary}"), time=spelled(-ahead))
    if _is_short(ahead):
        return _with(_("Leave in {time}: {summary}"), time=_until(ahead))
    today = now.astimezone(zone).date()
    is_today = as_local(start, zone).date() == today
    words = _("Leave at {time}: {summary}") if is_today else _("Leave {time}: {summary}")
    return _with(words, time=at(start, today, zone))


def _due(due: Moment, now: datetime, zone: tzinfo) -> str:
    """The title of what is to be done."""
    today, local = now.astimezone(zone).date(), as_local(due, zone)
    if not isinstance(due, datetime):
        if due < today:
            return _("{summary} is overdue")
        return _with(_("{summary} is due {time}"), time=day_label(due, today, inline=True))
    if _is_now(local - now):
        return _("{summary} is due now")
    if local < now:
        return _("{summary} is overdue")
    if _is_short(local - now):
        return _with(_("{summary} is due in {time}"), time=_until(local - now))
    if local.date() == today:
        return _with(_("{summary} is due at {time}"), time=clock(local))
    return _with(_("{summary} is due {time}"), time=at(due, today, zone))


def _due_detail(due: Moment, now: datetime, zone: tzinfo) -> str:
    """When it is, or was, due, where the title says how long until then."""
    local, today = as_local(due, zone), now.astimezone(zone).date()
    if local < now and not _is_now(local - now) and due != today:
        return _("was due {time}").format(time=_then(due, now, zone))
    return _("due {time}").format(time=at(due, today, zone)) if isinstance(due, datetime) else ""


def _then(moment: Moment, now: datetime, zone: tzinfo) -> str:
    """An instant that is over: "at 09:00", "yesterday 09:00"."""
    local, today = as_local(moment, zone), now.astimezone(zone).date()
    if isinstance(moment, datetime) and local.date() == today:
        return _("at {time}").format(time=clock(local))
    return past_point(moment, today, zone)


def _when(event: Event, start: Moment, today: date, zone: tzinfo) -> str:
    """The hours where that is today, with the day where it is not."""
    first, last = as_local(start, zone), as_local(event.end if event.end is not None else start, zone)
    if not isinstance(start, datetime):
        several = last - first > timedelta(days=1)
        return time_span(start, event.end, today, zone, inline=True) if several else _("all day")
    if first.date() == today and last - first < timedelta(days=1):
        return hours(start, event.end, zone)
    return time_span(start, event.end, today, zone, inline=True)


def _trip_details(event: Event, start: datetime, today: date, zone: tzinfo) -> tuple[str, ...]:
    """ "departs 17:12 from Rotterdam Centraal", else when and from where to where."""
    ride = ride_of(event)
    if ride is None or ride.start is None or abs(ride.start - as_local(start, zone)) > timedelta(days=1):
        return _details(_when(event, start, today, zone), event)
    words = _("departs {time} from {place}") if ride.origin.text else _("departs {time}")
    return (words.format(time=at(ride.start, today, zone), place=ride.origin.text),)


def _details(when: str, event: Event) -> tuple[str, ...]:
    return tuple(filter(None, [facts(when, place_of(event))]))


def _is_now(ahead: timedelta) -> bool:
    return -_MINUTE < ahead <= timedelta(0)


def _is_short(ahead: timedelta) -> bool:
    """Whether one would count the minutes, or it is whole hours, as alarms are."""
    return _minutes(ahead) < 60 or (_minutes(ahead) % 60 == 0 and ahead <= 12 * _HOUR)


def _until(ahead: timedelta) -> str:
    return spelled(timedelta(minutes=_minutes(ahead)))


def _minutes(ahead: timedelta) -> int:
    """Minutes count as begun."""
    return math.ceil(ahead / _MINUTE)


def _with(words: str, **parts: str) -> str:
    """The parts filled in, and the title left to be."""
    return words.format(summary="{summary}", **parts)
