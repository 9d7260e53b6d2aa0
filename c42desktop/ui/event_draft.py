"""An event as a form shows it, and what the form makes of it. No Qt.

Only what differs from what was shown is put into the event: what a form knows nothing of, and what nobody touched,
stays exactly as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from c42desktop.calendar.model import Alarm, Event, Moment, Person, Status
from c42desktop.calendar.repeating import NEVER, Repeat, follow, repeat_of, rule_of
from c42desktop.i18n import gettext as _

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)
FLOATING = ""
"""The name of no zone: that time on the wall, wherever the reader is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form shows of an event.

    `start` and `end` are times on the wall in `zone`, an IANA name or FLOATING; of an all-day event only their dates
    count, and `end` is its last day. `dated` is False for what has no start at all.
    """

    title: str = ""
    dated: bool = True
    all_day: bool = False
    start: datetime = datetime.min
    end: datetime = datetime.min
    zone: str = FLOATING
    repeat: Repeat = NEVER
    place: str = ""
    link: str = ""
    description: str = ""
    people: tuple[Person, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    busy: bool = True
    status: Status = Status.CONFIRMED


def draft_of(event: Event, zone: str) -> Draft:
    """The event in the fields of a form. `zone` is the reader's, for times whose own zone is at no place."""
    shown = zone_of(event, zone)
    start, end = _walls(event, shown)
    return Draft(
        title=event.summary,
        dated=event.start is not None,
        all_day=event.all_day,
        start=start,
        end=end,
        zone=shown,
        repeat=repeat_of(event),
        place=event.location,
        link=_link(event),
        description=event.description,
        people=event.attendees,
        alarms=event.alarms,
        busy=event.busy,
        status=event.status,
    )


def event_of(event: Event, before: Draft, after: Draft, *, new: bool = False) -> Event:
    """The event with what differs between the two drafts put into it; `before` is that of the event itself.

    The rule of a `new` one follows its start to another day. That of a series which is there already follows once it
    is known how much of it is meant (calendar/series_edits.py).
    """
    for name, put in _PUT.items():
        if getattr(before, name) != getattr(after, name):
            event = put(event, after)
    if _times(before) != _times(after):
        event = _timed(event, before, after)
    follows = new and bool(after.repeat.freq)
    if (other_rule(before, after) or follows) and not after.repeat.other:
        event = _repeating(event, after)
    return event


def new_event(uid: str, start: datetime, zone: str) -> Event:
    """An event of an hour, from a time on the wall on."""
    first = start.replace(tzinfo=ZoneInfo(zone) if zone else None)
    return Event(uid, start=first, end=first + _HOUR, timezone=zone)


def next_hour(now: datetime, day: date) -> datetime:
    """When a new event begins that is added now while a day is looked at: the next full hour, on the wall."""
    later = now.replace(tzinfo=None) + _HOUR
    return datetime.combine(later.date() if day == now.date() else day, time(later.hour))


def zone_of(event: Event, reader: str) -> str:
    """The name of the zone its times are shown in; the reader's where its own is at no place, such as UTC."""
    start = event.start
    if isinstance(start, datetime) and start.tzinfo is None:
        return FLOATING
    key = getattr(start.tzinfo, "key", "") if isinstance(start, datetime) else ""
    return key if "/" in key and not key.startswith("Etc/") else reader


def with_start(draft: Draft, start: datetime) -> Draft:
    """Moved to another start, as long as it was."""
    repeat = follow(draft.repeat, draft.start.date(), start.date())
    return replace(draft, start=start, end=start + (draft.end - draft.start), repeat=repeat)


def other_rule(before: Draft, after: Draft) -> bool:
    """Whether the rule is another one, and not only at another day because the start is."""
    return after.repeat != follow(before.repeat, before.start.date(), after.start.date())


def faults(before: Draft, after: Draft, *, new: bool) -> dict[str, str]:
    """What is wrong with a draft: the name of a field and a sentence. What nobody touched is right as it is."""
    found = {}
    if not after.title and (new or before.title):
        found["title"] = _("Give the event a title.")
    if _times(before) != _times(after) and after.dated and _ends_before(after):
        found["end"] = _("The end is before the start.")
    until = after.repeat.until
    if until is not None and before.repeat != after.repeat and until < after.start.date():
        found["repeat"] = _("The last day is before the first one.")
    if after.link and after.link != before.link and not _SCHEME.match(after.link):
        found["link"] = _("Write the whole address, such as https://example.org/room.")
    return found


def _ends_before(draft: Draft) -> bool:
    return draft.end.date() < draft.start.date() if draft.all_day else draft.end < draft.start


def _walls(event: Event, zone: str) -> tuple[datetime, datetime]:
    start = event.start if event.start is not None else datetime.min
    end = event.end if event.end is not None else start
    if not isinstance(start, datetime):
        return datetime.combine(start, time()), datetime.combine(_last(start, end), time())
    return _wall(start, zone), _wall(end, zone)


def _last(start: date, end: Moment) -> date:
    """The last day of an all-day event."""
    after = end.date() if isinstance(end, datetime) else end
    return after - _DAY if after > start else start


def _wall(moment: Moment, zone: str) -> datetime:
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None or not zone:
        return moment.replace(tzinfo=None)
    try:
        return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:
        return moment.replace(tzinfo=None)


def _times(draft: Draft) -> tuple[object, ...]:
    return draft.all_day, draft.start, draft.end, draft.zone


def _timed(event: Event, before: Draft, after: Draft) -> Event:
    """At the times of the draft. What had no length stays without, unless it was given one."""
    lengthless = event.end is None and after.start == after.end and before.all_day == after.all_day
    if after.all_day:
        start, end = after.start.date(), after.end.date() + _DAY
        return replace(event, start=start, end=None if lengthless else end, timezone="")
    zone = ZoneInfo(after.zone) if after.zone else None
    ends = None if lengthless else after.end.replace(tzinfo=zone)
    return replace(event, start=after.start.replace(tzinfo=zone), end=ends, timezone=after.zone)


def _repeating(event: Event, after: Draft) -> Event:
    """With another rule, and nothing left of the one before."""
    rule = rule_of(after.repeat, event.start) if event.start is not None else ""
    exdates = event.exdates if rule else ()
    return replace(event, rrules=(rule,) if rule else (), rdates=(), exdates=exdates)


def _link(event: Event) -> str:
    meetings = event.details.meetings
    return meetings[0].link if meetings else event.url


def _linked(event: Event, after: Draft) -> Event:
    """Where the link was: the first way to take part, else the address of the event."""
    meetings = event.details.meetings
    if not meetings:
        return replace(event, url=after.link)
    first = (replace(meetings[0], link=after.link),) if after.link else ()
    url = after.link if event.url == meetings[0].link else event.url
    return replace(event, url=url, details=replace(event.details, meetings=(*first, *meetings[1:])))


_PUT: dict[str, Callable[[Event, Draft], Event]] = {
    "title": lambda event, draft: replace(event, summary=draft.title),
    "place": lambda event, draft: replace(event, location=draft.place),
    "link": _linked,
    "description": lambda event, draft: replace(event, description=draft.description),
    "people": lambda event, draft: replace(event, attendees=draft.people),
    "alarms": lambda event, draft: replace(event, alarms=draft.alarms),
    "busy": lambda event, draft: replace(event, busy=draft.busy),
    "status": lambda event, draft: replace(event, status=draft.status),
}
