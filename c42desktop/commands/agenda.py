"""`agenda` and `decode`: what is on, and what a file says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import chain
from pathlib import Path

from c42desktop import agenda, clock
from c42desktop.agenda import Agenda, Entry
from c42desktop.calendar import names, payloads
from c42desktop.calendar.dates import day_label, time_span
from c42desktop.calendar.model import CalendarRef, Event, EventType, ItemRef, Occurrence, Status, as_local
from c42desktop.calendar.tasks import due_of, is_done, is_waiting
from c42desktop.calendar.trip_times import as_travelled
from c42desktop.calendar.words import due_in_words, place_of, title_of
from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.event_json import event_as_json, iso, value_as_json
from c42desktop.commands.output import complain, print_json, say, shown
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

DAYS = 30
NAMED = 3  # of the series that were given up
# Every zone can name what lies between: days before the first and after the last day Python counts do not exist.
EARLIEST, LATEST = datetime(1, 1, 3), datetime(9999, 12, 29)


async def show(context: Context, begin: str, end: str, file: str, *, as_json: bool) -> None:
    """Occurrences between two instants, from the store or from a file. Raises UserError."""
    first, last = span(begin, end, clock.now())
    entries, titles, unreadable = _entries(context, file, first, last)
    if as_json:
        print_json([_as_json(entry) for entry in entries])
    else:
        print_agenda(entries, titles, first, clock.now(), unreadable)


async def decode(file: str, *, as_json: bool) -> None:
    """The events of a payload file. Raises UserError where nothing in it can be read."""
    events = payloads.read_file(read_bytes(file), file)
    if as_json:
        print_json([event_as_json(event) for event in events])
        return
    today = clock.now().astimezone(clock.LOCAL).date()
    for event in events:
        when = time_span(event.start, event.end, today, clock.LOCAL) if event.start else event.problem
        due = due_in_words(event, today, clock.LOCAL)
        problem = shown(event.problem) if event.start else ""
        parts = when, due, _decoded_title(event), shown(place_of(event)), problem
        say("  ".join(part for part in parts if part))


def read_bytes(file: str) -> bytes:
    """The content of a file a person named. Raises UserError."""
    try:
        return Path(file).expanduser().read_bytes()
    except IsADirectoryError as error:
        raise UserError(_("{file} is a folder, not a file.").format(file=file)) from error
    except (OSError, RuntimeError, ValueError) as error:  # no such home folder; a NUL in the name
        why = getattr(error, "strerror", None) or _("there is no such file")
        raise UserError(_("{file} cannot be read: {why}.").format(file=file or "“”", why=why)) from error


def span(begin: str, end: str, now: datetime) -> tuple[datetime, datetime]:
    """From `begin`, else today, to `end`, else `DAYS` later: both aware, in the reader's zone.

    An `end` that is a date is the end of that day. Raises UserError.
    """
    today = datetime.combine(now.astimezone(clock.LOCAL).date(), time(), clock.LOCAL)
    first = parse_instant(begin) if begin else today
    last = _parse_end(end) if end else _later(first, timedelta(days=DAYS))
    if last <= first:
        raise UserError(_("--to must be later than --from."))
    return first, last


def parse_instant(text: str) -> datetime:
    """An ISO 8601 date or time in the reader's zone; one without offset is local. Raises UserError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        sentence = _("“{text}” is no date or time. Write it as 2026-11-22 or 2026-11-22T14:00.")
        raise UserError(sentence.format(text=text)) from error
    wall = min(max(moment.replace(tzinfo=None), EARLIEST), LATEST)
    return wall.replace(tzinfo=moment.tzinfo or clock.LOCAL).astimezone(clock.LOCAL)


def _parse_end(text: str) -> datetime:
    moment = parse_instant(text)
    try:
        date.fromisoformat(text)
    except ValueError:  # with a time
        return moment
    return _later(moment, timedelta(days=1))


def _later(moment: datetime, delta: timedelta) -> datetime:
    return moment + min(delta, LATEST + timedelta(days=1) - moment.replace(tzinfo=None))


def print_agenda(
    entries: Iterable[Entry],
    titles: dict[CalendarRef, str],
    first: datetime,
    now: datetime,
    unreadable: Sequence[Event] = (),
) -> None:
    """The agenda for people from the day of `first` on: a heading for each day, a line for each occurrence.

    What has no readable time, and so no day, comes last; with it to-dos that should have been begun.
    """
    today = now.astimezone(clock.LOCAL).date()
    day: date | None = None
    for entry in (each._replace(occurrence=as_travelled(each.occurrence)) for each in entries):
        begins = max(as_local(entry.occurrence.start, clock.LOCAL).date(), first.astimezone(clock.LOCAL).date())
        if begins != day:
            if day is not None:
                say()
            say(day_label(begins, today))
            day = begins
        say("  " + line(entry, titles.get(entry.item.calendar, ""), begins, today, clock.LOCAL))
    if day is None:
        say(_("Nothing planned."))
    for heading, events in _without_day(unreadable).items():
        say()
        say(heading)
        for event in events:
            parts = due_in_words(event, today, clock.LOCAL), _title(event), shown(event.problem)
            say("  " + "  ".join(part for part in parts if part))


def _without_day(events: Iterable[Event]) -> dict[str, list[Event]]:
    """What has no place in a calendar, under headings: what is to be done, ways, what cannot be read."""
    found: dict[str, list[Event]] = {_("To do"): [], _("Routes"): [], _("Unreadable"): []}
    headings = {EventType.TODO: _("To do"), EventType.ROUTE: _("Routes")}
    for event in events:
        if not is_done(event):
            found[_("Unreadable") if event.problem else headings.get(event.type, _("Unreadable"))].append(event)
    found[_("To do")].sort(key=lambda event: (event.due is None, event.due and as_local(event.due, clock.LOCAL)))
    return {heading: each for heading, each in found.items() if each}


def line(entry: Entry, calendar: str, day: date, today: date, zone: tzinfo) -> str:
    """One occurrence under the heading of `day`: when, what, until which day if that is another, and where."""
    occurrence = entry.occurrence
    start, end = (as_local(moment, zone) for moment in (occurrence.start, occurrence.end))
    if occurrence.all_day:
        end -= timedelta(days=1)  # exclusive
    what = _title(occurrence.event) + (_(" (cancelled)") if occurrence.event.status is Status.CANCELLED else "")
    if end.date() > day and (occurrence.all_day or end - start >= timedelta(days=1)):
        what += _(" (until {day})").format(day=day_label(end.date(), today, inline=True))
    about = " · ".join(part for part in (shown(place_of(occurrence.event)), shown(calendar)) if part)
    return "  ".join(part for part in (f"{_when(occurrence, start, end, day):13}", what, about) if part)


def _decoded_title(event: Event) -> str:
    return _title(event) if event.summary or event.trip else shown(event.uid)


def _title(event: Event) -> str:
    summary = shown(event.summary)
    if summary != event.summary:  # rarely; there are thousands of lines
        event = replace(event, summary=summary)
    return shown(title_of(event))


def _when(occurrence: Occurrence, start: datetime, end: datetime, day: date) -> str:
    if occurrence.all_day:
        return _("all day")
    if start.date() < day:
        return _("until {time}").format(time=names.clock(end)) if end.date() == day else _("all day")
    return names.clock(start) if end <= start else f"{names.clock(start)} – {names.clock(end)}"


def _entries(
    context: Context, file: str, first: datetime, last: datetime
) -> tuple[list[Entry], dict[CalendarRef, str], list[Event]]:
    """What is on, the titles of the calendars, and what has no place among it."""
    if file:
        found, unreadable = of_file(file, first, last, clock.LOCAL)
        _complain_of_what_is_missing(found)
        return found.entries, {}, unreadable
    with context.reading() as store:
        if store is None:
            return [], {}, []
        titles = {calendar.ref: calendar.title for calendar in store.calendars()}
        items = store.items_between(first, last)
        found = agenda.of_items(items, first, last, clock.LOCAL)
        _complain_of_what_is_missing(found)
        timeless = [event for item in store.items_without_time() for event in item.events]
        events = chain(timeless, (event for item in items for event in item.events))
        return found.entries, titles, _without_place(events, found.entries, first, last)


def of_file(file: str, first: datetime, last: datetime, zone: tzinfo) -> tuple[Agenda, list[Event]]:
    """What is on between two instants by a file, and what in it has no place there. Raises UserError."""
    found = payloads.read_file(read_bytes(file), file, (first, last))
    events = [event for event in found if not event.removed]
    item = ItemRef(CalendarRef("", "", ""), "")
    listed = agenda.from_events(events, item, first, last, zone)
    return listed, _without_place(events, listed.entries, first, last)


def _complain_of_what_is_missing(found: Agenda) -> None:
    if found.is_cut:
        complain(_("Only {number} lines are listed: ask for fewer days.").format(number=len(found.entries)))
    if found.unfinished:
        complain(given_up(found.unfinished))


def given_up(series: Sequence[Event]) -> str:
    """Which series are not listed, or not all of what they name, as working them out would take too long."""
    names = ", ".join(_decoded_title(event) for event in series[:NAMED])
    if len(series) > NAMED:
        names = _("{names} and {count} more").format(names=names, count=len(series) - NAMED)
    sentence = ngettext(
        "{count} repeating event could not be worked out: {names}.",
        "{count} repeating events could not be worked out: {names}.",
        len(series),
    )
    return sentence.format(count=len(series), names=names)


def _without_place(events: Iterable[Event], entries: Iterable[Entry], first: datetime, last: datetime) -> list[Event]:
    """What has no time, and to-dos that were to be begun before and are not done."""
    listed = {entry.occurrence.event.uid for entry in entries}
    return [
        event
        for event in events
        if event.start is None or (event.uid not in listed and is_waiting(event, first, last, clock.LOCAL))
    ]


def _as_json(entry: Entry) -> dict[str, object]:
    event, occurrence = entry.occurrence.event, entry.occurrence
    return {
        "calendar": uri_of(entry.item.calendar) if entry.item.calendar.node else "",
        "item": entry.item.item_id,
        "uid": event.uid,
        "summary": event.summary,
        "start": iso(occurrence.start),
        "end": iso(occurrence.end),
        "all_day": occurrence.all_day,
        "timezone": event.timezone,
        "location": event.location,
        "status": str(event.status),
        "type": str(event.type),
        "due": iso(due_of(event, occurrence)),
        "trip": value_as_json(event.trip),
    }
