"""What is said where an event is at another time: when it is now, and what that was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from c42desktop.calendar.dates import hours, time_span
from c42desktop.calendar.model import Event, FieldChange, Moment, as_local
from c42desktop.calendar.names import clock, weekday
from c42desktop.calendar.told import parsed, point, series_of, when_of
from c42desktop.i18n import gettext as _

Fields = dict[str, FieldChange]


def time_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> str:
    """ "today 15:00 – 16:00, was 14:00"; empty where neither start nor end differs."""
    start, end = fields.get("start"), fields.get("end")
    if start is None:
        return _end_change(end, event, today, zone) if end is not None else ""
    was, now = parsed(start.before), parsed(start.after)
    if now is None:
        return _("no time, was {before}").format(before=point(was, today, zone)) if was is not None else ""
    if was is None:
        return _("now {time}").format(time=time_span(now, event.end, today, zone, inline=True))
    if event.recurring:
        return _series_moved(was, now, event, zone)
    moved = _moved(was, _old_end(fields, event), now, event.end, today, zone)
    return (_later_ones(was, now, event.end, zone) or moved) if event.and_future else moved


def moved_together(fields: Fields) -> bool:
    """Whether start and end moved by the same time, so that one of them says it all."""
    if "start" not in fields or "end" not in fields:
        return False
    start, end = fields["start"], fields["end"]
    moments = [parsed(text) for text in (start.before, end.before, start.after, end.after)]
    return None not in moments and _length(moments[0], moments[1]) == _length(moments[2], moments[3])


def _moved(was: Moment, until: Moment | None, now: Moment, end: Moment | None, today: date, zone: tzinfo) -> str:
    """The day of what it was is named where it is another one; when it ended, where it is longer or shorter now."""
    same_day = as_local(was, zone).date() == as_local(now, zone).date()
    before = until if _length(was, until) != _length(now, end) else None
    if isinstance(was, datetime):
        old = hours(was, before, zone) if same_day else time_span(was, before, today, zone, inline=True)
    else:
        old = _("all day") if same_day else time_span(was, before, today, zone, inline=True)
    new = time_span(now, end, today, zone, inline=True)
    if isinstance(was, datetime) and not isinstance(now, datetime):
        new = _("{days} all day").format(days=new)
    return _("{now}, was {before}").format(now=new, before=old)


def _series_moved(was: Moment, now: Moment, event: Event, zone: tzinfo) -> str:
    """As `_moved`, with weekdays for days: the first day of a series may be years ago."""
    before = _before(was, now, zone)
    series = series_of(event, zone)
    return _("{now}, was {before}").format(now=series, before=before) if before else series


def _later_ones(was: Moment, now: Moment, end: Moment | None, zone: tzinfo) -> str:
    """The hours, with weekdays where they differ; empty where neither does."""
    before = _before(was, now, zone)
    after = hours(now, end, zone) if isinstance(now, datetime) else _("all day")
    if as_local(was, zone).weekday() != as_local(now, zone).weekday():
        after = f"{weekday(as_local(now, zone).weekday())} {after}"
    return _("{now}, was {before}").format(now=after, before=before) if before else ""


def _before(was: Moment, now: Moment, zone: tzinfo) -> str:
    """What the time of day was, with its weekday where that is another one now; empty where both are the same."""
    old, new = as_local(was, zone), as_local(now, zone)
    before = clock(old) if isinstance(was, datetime) else _("all day")
    if old.weekday() != new.weekday():
        return f"{weekday(old.weekday())} {before}"
    return before if before != (clock(new) if isinstance(now, datetime) else _("all day")) else ""


def _end_change(end: FieldChange, event: Event, today: date, zone: tzinfo) -> str:
    """ "today 14:00 – 16:00, was until 15:00": the start stayed. Exclusive all-day ends are told by their last day."""
    when, was = when_of(event, today, zone), parsed(end.before)
    if event.and_future and isinstance(event.start, datetime):
        when = hours(event.start, event.end, zone)  # the day is said before it
    if not when or was is None or event.start is None:
        return when
    day = as_local(event.end or event.start, zone).date()
    if not isinstance(was, datetime):
        before = point(was - timedelta(days=1), today, zone)
    elif event.recurring or as_local(was, zone).date() == day:
        before = clock(as_local(was, zone))
    else:
        before = point(was, today, zone)
    return _("{now}, was until {before}").format(now=when, before=before)


def _old_end(fields: Fields, event: Event) -> Moment | None:
    return parsed(fields["end"].before) if "end" in fields else event.end


def _length(start: Moment | None, end: Moment | None) -> timedelta | None:
    """How long; None where there is no end."""
    if start is None or end is None:
        return None
    return as_local(end, UTC) - as_local(start, UTC)
