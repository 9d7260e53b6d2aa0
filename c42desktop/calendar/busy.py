"""When somebody is busy, from what is in their calendar. Pure: occurrences and an instant in, a span and its words out.

Busy is who takes part in an event that has hours, is certain and says that it keeps one busy. An event that asks people
counts for who organises it or has accepted; one that asks nobody is the reader's own, or of all who read the calendar.
Days are not busy as a whole: a birthday or a holiday says what day it is. Neither are trips: who sits in a train may be
reached.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from c42desktop.calendar.answers import own_entry
from c42desktop.calendar.arithmetic import utc
from c42desktop.calendar.model import Event, EventType, Occurrence, Status, as_local
from c42desktop.calendar.names import clock, weekday
from c42desktop.calendar.persons import is_mine
from c42desktop.i18n import gettext as _

MOST_TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody is busy `until` an instant (aware). `title` is that of what is on, `several` where more is to follow."""

    until: datetime
    title: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    start: datetime
    end: datetime
    title: str


def keeps_busy(occurrence: Occurrence, account: str) -> bool:
    """Whether an occurrence keeps the reader busy, who has this account ("" where the calendar is at no server)."""
    event = occurrence.event
    return (
        not occurrence.all_day
        and event.busy
        and event.type is EventType.NORMAL
        and event.status is Status.CONFIRMED
        and not event.problem
        and _takes_part(event, account)
    )


def busy_at(occurrences: Iterable[Occurrence], now: datetime, zone: tzinfo) -> Busy | None:
    """What one is busy with now, of occurrences that keep one busy. What follows without a gap is one span."""
    spans = sorted(_spans(occurrences, zone), key=lambda span: (span.start, span.end))
    running = [span for span in spans if span.start <= now < span.end]
    if not running:
        return None
    until, titles = now, set[str]()
    for span in spans:
        if span.end > now and span.start <= max(until, now):
            until = max(until, span.end)
            titles.add(span.title)
    return Busy(until, max(running, key=lambda span: span.end).title, several=len(titles) > 1)


def next_edge(occurrences: Iterable[Occurrence], now: datetime, zone: tzinfo) -> datetime | None:
    """The next instant at which `busy_at` may say something else; None where there is none."""
    edges = (edge for span in _spans(occurrences, zone) for edge in (span.start, span.end) if edge > now)
    return min(edges, default=None)


def words(busy: Busy, now: datetime, *, with_title: bool) -> str:
    """ "In a meeting until 15:00", "Design review until 15:00", for others to read."""
    local = busy.until.astimezone(now.tzinfo)
    until = clock(local) if local.date() == now.date() else f"{weekday(local.weekday())} {clock(local)}"
    if not with_title or not busy.title:
        return _("In a meeting until {time}").format(time=until)
    title = busy.title if len(busy.title) <= MOST_TITLE else busy.title[: MOST_TITLE - 1].rstrip() + "…"
    sentence = _("{title} and more until {time}") if busy.several else _("{title} until {time}")
    return sentence.format(title=title, time=until)


def _spans(occurrences: Iterable[Occurrence], zone: tzinfo) -> Iterator[_Span]:
    for each in occurrences:
        # In UTC: two times of one zone are compared and subtracted as clocks show them, which are set now and then.
        start, end = (utc(as_local(moment, zone)) for moment in (each.start, each.end))
        span = _Span(start, end, " ".join(each.event.summary.split()))
        if span.start < span.end:
            yield span


def _takes_part(event: Event, account: str) -> bool:
    """What the reader answered decides; without a word from them, whether they are asked at all."""
    own = own_entry(event, account)
    answer = event.personal.answer or (own.answer if own is not None else "")
    if answer in ("declined", "delegated"):
        return False
    return answer == "accepted" or is_mine(event, account) or not (answer or event.attendees)
