"""`agenda` and `decode`: what is on, and what a file says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from gettext import gettext as _
from pathlib import Path

from c42desktop import agenda, clock
from c42desktop.agenda import Entry
from c42desktop.calendar import payloads
from c42desktop.calendar.dates import day_label, time_span
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Moment, Status, as_local
from c42desktop.commands.context import Context, print_json, uri_of
from c42desktop.errors import UserError

DAYS = 30


async def show(context: Context, begin: str, end: str, file: str, *, as_json: bool) -> None:
    """Occurrences between two instants, from the store or from a file. Raises UserError."""
    today = datetime.combine(clock.now().astimezone(clock.LOCAL).date(), time(), clock.LOCAL)
    first = parse_instant(begin) if begin else today
    last = parse_instant(end) if end else first + timedelta(days=DAYS)
    if last <= first:
        raise UserError(_("--to must be later than --from."))
    entries, titles = _entries(context, file, first, last)
    if as_json:
        print_json([_as_json(entry) for entry in entries])
    else:
        print_agenda(entries, titles, clock.now())


async def decode(file: str, *, as_json: bool) -> None:
    """The events of a payload file. Raises UserError where nothing in it can be read."""
    events = payloads.read_file(read_bytes(file), file)
    if as_json:
        print_json([_event_as_json(event) for event in events])
        return
    today = clock.now().astimezone(clock.LOCAL).date()
    for event in events:
        when = time_span(event.start, event.end, today, clock.LOCAL) if event.start else event.problem
        print("  ".join(part for part in (when, event.summary or event.uid, event.location) if part))


def read_bytes(file: str) -> bytes:
    """The content of a file a person named. Raises UserError."""
    try:
        return Path(file).expanduser().read_bytes()
    except OSError as error:
        raise UserError(_("{file} cannot be read: {why}.").format(file=file, why=error.strerror)) from error


def parse_instant(text: str) -> datetime:
    """An ISO 8601 date or time; one without offset is local. Raises UserError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        sentence = _("“{text}” is no date or time. Write it as 2026-11-22 or 2026-11-22T14:00.")
        raise UserError(sentence.format(text=text)) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.LOCAL)


def print_agenda(entries: Iterable[Entry], titles: dict[CalendarRef, str], now: datetime) -> None:
    """The agenda for people: a heading for each day, a line for each occurrence."""
    today = now.astimezone(clock.LOCAL).date()
    day: date | None = None
    for entry in entries:
        begins = max(as_local(entry.occurrence.start, clock.LOCAL).date(), today)
        if begins != day:
            print(("" if day is None else "\n") + day_label(begins, today))
            day = begins
        print("  " + _line(entry, titles))
    if day is None:
        print(_("Nothing planned."))


def _line(entry: Entry, titles: dict[CalendarRef, str]) -> str:
    occurrence = entry.occurrence
    start, end = (as_local(moment, clock.LOCAL) for moment in (occurrence.start, occurrence.end))
    when = _("all day") if occurrence.all_day else f"{start:%H:%M} – {end:%H:%M}"
    about = " · ".join(part for part in (occurrence.event.location, titles.get(entry.item.calendar, "")) if part)
    cancelled = _(" (cancelled)") if occurrence.event.status is Status.CANCELLED else ""
    return f"{when:13}  {occurrence.event.summary}{cancelled}" + (f"  {about}" if about else "")


def _entries(
    context: Context, file: str, first: datetime, last: datetime
) -> tuple[list[Entry], dict[CalendarRef, str]]:
    if file:
        events = payloads.read_file(read_bytes(file), file)
        ref = ItemRef(CalendarRef("", "", ""), "")
        return agenda.from_events(events, ref, first, last, clock.LOCAL), {}
    with context.reading() as store:
        if store is None:
            return [], {}
        titles = {calendar.ref: calendar.title for calendar in store.calendars()}
        return agenda.between(store, first, last, clock.LOCAL), titles


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
    }


def iso(moment: Moment | None) -> str | None:
    """ISO 8601 with an offset, or a date; a floating time gets the offset it has here."""
    if moment is None:
        return None
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=clock.LOCAL).isoformat()
    return moment.isoformat()


def _event_as_json(event: Event) -> dict[str, object]:
    return {
        "uid": event.uid,
        "summary": event.summary,
        "start": iso(event.start),
        "end": iso(event.end),
        "all_day": event.all_day,
        "timezone": event.timezone,
        "location": event.location,
        "description": event.description,
        "status": str(event.status),
        "url": event.url,
        "categories": list(event.categories),
        "organizer": event.organizer.address or event.organizer.name if event.organizer else "",
        "attendees": [{"name": p.name, "address": p.address, "answer": p.answer} for p in event.attendees],
        "rrules": list(event.rrules),
        "recurrence_id": iso(event.recurrence_id),
        "problem": event.problem,
    }
