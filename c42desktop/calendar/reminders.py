"""Which reminders the events of one item have, and when they fall due.

What an event says itself (VALARM) counts; where it says nothing, the defaults do. So `Reminder.alarm` reads:
  "-PT600S", "PT0S"            so long before (or after) the start; of a task without one, before it is due
  "@2026-11-24T08:00:00Z"      at an instant; of a series, for the next occurrence
  "default:-PT600S"            so long before the start of a timed event
  "default:-P1D@18:00"         so many days before an all-day event, at a time of the reader's day
  "departure:-PT600S"          so long before a trip begins, delays included
  "due"                        when a task is due; on its day in the morning, where a day is all it names

Days count on the wall: "a day before nine o'clock" is at nine whatever the clocks do that night. An alarm of an all-day
event that says whole days only would ring at midnight, and rings in the morning instead. Nothing rings for what is
cancelled, declined, removed or done. No defaults for time blocks, suggestions, and what repeats within a day: nobody
made an appointment of these. Free time (TRANSP) has them: a birthday leaves one free, and is to be remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta, tzinfo

from c42desktop.calendar.answers import own_answer
from c42desktop.calendar.appearances import (
    STEPS,
    Appearance,
    appearance_of,
    appearances,
    base_of,
    moment_text,
    times_of,
)
from c42desktop.calendar.arithmetic import elapsed, plus, shifted, utc
from c42desktop.calendar.expansion import Budget
from c42desktop.calendar.model import (
    SERVICE_ALARM,
    Alarm,
    Defaults,
    Event,
    EventType,
    ItemRef,
    Moment,
    Occurrence,
    Reminder,
    Status,
    as_local,
    is_instant,
)
from c42desktop.calendar.recurrence import next_occurrence
from c42desktop.calendar.series import rules_of, span_of
from c42desktop.calendar.tasks import is_done, is_task

MORNING = time(9)
"""When alarms ring that name a day and no time."""

_DAY = timedelta(days=1)
_ROOM, _HOURS = 2 * _DAY, timedelta(hours=4)
_WITHIN_A_DAY = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_DECLINED = "declined"


def due_between(
    item: ItemRef,
    events: Sequence[Event],
    begin: datetime,
    end: datetime,
    zone: tzinfo,
    defaults: Defaults,
    budget: Budget | None = None,
) -> list[Reminder]:
    """The reminders of an item that fall due after `begin` and until `end` (aware), in order.

    `zone` is the reader's. Of several alarms of an occurrence that ring at once, there is one.
    """
    low, high = utc(begin), utc(end)
    before, after = _reach(events, defaults)
    found: dict[tuple[str, str, datetime], Reminder] = {}
    room = _room(events)
    window = (shifted(low, -(after + room)), shifted(high, before + room))
    shown = appearances(events, window, zone, budget or Budget(STEPS))
    ringing = [(each, alarm, due) for each in shown for alarm, due in _alarms(each.event, zone, defaults)]
    ringing += [each for event in events for each in _absolute(event, events, (low, high), zone)]
    for appearance, alarm, due in ringing:
        if low < due <= high and not is_quiet(appearance.event, item.calendar.account):
            reminder = Reminder(item, appearance.event, due, alarm, appearance.name)
            found.setdefault((appearance.event.uid, appearance.name, due), reminder)
    return sorted(found.values(), key=lambda reminder: (reminder.due, reminder.occurrence, reminder.event.uid))


def holds(reminder: Reminder, events: Sequence[Event], zone: tzinfo) -> bool:
    """Whether the occurrence is still among the events of the item, at the same time, and to be reminded of."""
    wanted = times_of(reminder.event, zone)
    at = min((moment for moment in wanted if moment is not None), default=None)
    if at is None:
        return False
    window = (shifted(at, -_ROOM), shifted(at, _ROOM))
    return any(
        (each.event.uid, each.name) == (reminder.event.uid, reminder.occurrence)
        and times_of(each.event, zone) == wanted
        and not is_quiet(each.event, reminder.item.calendar.account)
        for each in appearances(events, window, zone, Budget(STEPS))
    )


def service_reminder(
    item: ItemRef, events: Sequence[Event], now: datetime, late: timedelta, zone: tzinfo
) -> Reminder | None:
    """What a service means that says at `now` that it is time (C-PUBSUB-22): the next occurrence, or one that has
    begun no longer ago than `late`; an event that is over, where there is no other. None where nobody goes to it."""
    hit = next_occurrence(events, shifted(now, -late), zone)
    masters = {event.uid: event for event in events if event.recurrence_id is None}
    appearance = appearance_of(hit, masters.get(hit.event.uid)) if hit is not None else Appearance(events[0], "")
    if is_quiet(appearance.event, item.calendar.account):
        return None
    due = utc(now).replace(microsecond=0)
    return Reminder(item, appearance.event, due, SERVICE_ALARM, appearance.name)


def has_defaults(event: Event, account: str) -> bool:
    """Whether the defaults are what reminds of an event, as it says nothing itself."""
    return not (event.alarms or is_task(event) or is_quiet(event, account)) and _is_appointment(event)


def is_quiet(event: Event, account: str) -> bool:
    """Whether nobody is to be reminded of it. `account` is the bare JID that reads the calendar."""
    gone = event.removed or event.status is Status.CANCELLED or is_done(event)
    return gone or own_answer(event, account) == _DECLINED


def lead_of(events: Sequence[Event], first: datetime | None, last: datetime | None) -> timedelta:
    """How far from its occurrences an item's own alarms ring at most; zero where it has none.

    `first` and `last` are the bounds of its occurrences: see `recurrence.series_bounds`.
    """
    found = timedelta(0)
    for event in events:
        found = max(found, *map(abs, _distances(event)), timedelta(0))
        for at in (alarm.at for alarm in event.alarms if alarm.at is not None):
            found = max(found, *(edge for edge in _outside(at, first, last)), timedelta(0))
    return found + _ROOM if found else found


def _outside(at: datetime, first: datetime | None, last: datetime | None) -> Iterator[timedelta]:
    if first is not None:
        yield first - at
    if last is not None:
        yield at - last


def _distances(event: Event) -> Iterator[timedelta]:
    """How long before each occurrence its own alarms ring: negative, where they do after its start."""
    yield from (alarm.before for alarm in event.alarms if alarm.before is not None)
    if event.due is not None and event.start is not None:
        yield -_apart(event.start, event.due)


def _apart(start: Moment, due: Moment) -> timedelta:
    if isinstance(start, datetime) and isinstance(due, datetime) and (start.tzinfo is None) != (due.tzinfo is None):
        return due.replace(tzinfo=None) - start.replace(tzinfo=None)
    return elapsed(start, due)


def _room(events: Iterable[Event]) -> timedelta:
    """How far clocks, zones and the delays of a trip move what rings."""
    plain = all(event.trip is None and event.start is not None and is_instant(event.start) for event in events)
    return _HOURS if plain else _ROOM


def _reach(events: Iterable[Event], defaults: Defaults) -> tuple[timedelta, timedelta]:
    """How long before occurrences something may ring at most, and how long after them."""
    distances = [timedelta(0), *defaults.timed, *((each.days_before + 1) * _DAY for each in defaults.all_day)]
    distances += [distance for event in events for distance in _distances(event)]
    return max(distances), -min(distances)


# -- alarms ---------------------------------------------------------------------------------------------------------


def _alarms(event: Event, zone: tzinfo, defaults: Defaults) -> Iterator[tuple[str, datetime]]:
    """What rings for one occurrence, and when in UTC; all but the alarms at an instant."""
    base = base_of(event)
    if base is None:
        return
    if event.alarms:
        for before in (alarm.before for alarm in event.alarms if alarm.before is not None):
            yield _length(before), _before(base, before, zone)
    elif is_task(event):
        yield from _task_alarms(event, zone, defaults)
    elif _is_appointment(event):
        yield from _default_alarms(event, base, zone, defaults)


def _task_alarms(event: Event, zone: tzinfo, defaults: Defaults) -> Iterator[tuple[str, datetime]]:
    """When it is due; not where the person wants no reminders by default."""
    if event.due is not None and (defaults.timed if isinstance(event.due, datetime) else defaults.all_day):
        yield "due", _before(event.due, timedelta(0), zone)


def _default_alarms(event: Event, base: Moment, zone: tzinfo, defaults: Defaults) -> Iterator[tuple[str, datetime]]:
    if isinstance(base, datetime):
        kind = "departure" if event.trip is not None else "default"
        for before in defaults.timed:
            yield f"{kind}:{_length(before)}", _before(base, before, zone)
        return
    for alarm in defaults.all_day:
        text = f"default:-P{alarm.days_before}D@{alarm.at:%H:%M}"
        yield text, _on_wall(datetime.combine(plus(base, -alarm.days_before * _DAY), alarm.at), zone)


def _is_appointment(event: Event) -> bool:
    often = any(rule.freq in _WITHIN_A_DAY for rule in rules_of(event))
    return event.type is not EventType.TIME_BLOCK and not event.suggested and not often


def _before(base: Moment, before: timedelta, zone: tzinfo) -> datetime:
    """The instant so long before a moment, in UTC: days on the wall, the rest in real time."""
    days, rest = divmod(abs(before), _DAY)
    if before < timedelta(0):
        days, rest = -days, -rest
    if not isinstance(base, datetime):
        if not rest:
            return _on_wall(datetime.combine(plus(base, -days * _DAY), MORNING), zone)
        return _on_wall(shifted(datetime.combine(base, time()), -before), zone)
    start = as_local(base, base.tzinfo or zone)
    return shifted(utc(shifted(start, -days * _DAY) if days else start), -rest)


def _on_wall(wall: datetime, zone: tzinfo) -> datetime:
    return utc(wall.replace(tzinfo=zone))


def _absolute(
    event: Event, events: Sequence[Event], window: tuple[datetime, datetime], zone: tzinfo
) -> Iterator[tuple[Appearance, str, datetime]]:
    """The alarms of an event at an instant in the window."""
    for alarm in event.alarms:
        if alarm.at is not None and window[0] < utc(alarm.at) <= window[1]:
            appearance = _meant(event, events, alarm, zone)
            if appearance is not None:
                yield appearance, f"@{moment_text(alarm.at)}", utc(alarm.at)


def _meant(event: Event, events: Sequence[Event], alarm: Alarm, zone: tzinfo) -> Appearance | None:
    masters = {each.uid: each for each in events if each.recurrence_id is None}
    if event.recurring:
        assert alarm.at is not None
        hit = next_occurrence([each for each in events if each.uid == event.uid], alarm.at, zone)
        return appearance_of(hit, masters.get(event.uid)) if hit is not None else None
    span = span_of(event)
    if span is None:
        return Appearance(event, "") if is_task(event) else None
    return appearance_of(Occurrence(event, *span), masters.get(event.uid))


def _length(before: timedelta) -> str:
    """A duration as it stands in a TRIGGER: negative, where it is before."""
    sign = "-" if before > timedelta(0) else ""
    return f"{sign}PT{abs(before).total_seconds():.0f}S"
