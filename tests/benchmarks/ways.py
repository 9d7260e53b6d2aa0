"""The ways to list what is on in a month. What they find is compared as (uid, start, end), in seconds since 1970."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.benchmarks.bigfile import NOW

ZONE = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime(NOW.year, NOW.month, NOW.day, tzinfo=ZONE)
END = BEGIN + timedelta(days=30)

Found = set[tuple[str, float, float]]


def import_pair() -> None:
    """What `pair` needs."""
    import icalendar  # noqa: F401
    import recurring_ical_events  # noqa: F401


def import_ours() -> None:
    """What `cold` and `warm` need."""
    from c42desktop.commands import agenda  # noqa: F401


def pair(file: Path, zone: tzinfo = ZONE) -> object:
    """icalendar reads the file, recurring-ical-events finds what is on, in the zone of BEGIN."""
    import icalendar
    import recurring_ical_events

    return recurring_ical_events.of(icalendar.Calendar.from_ical(file.read_bytes())).between(BEGIN, END)


def cold(file: Path, zone: tzinfo = ZONE) -> object:
    """As `c42desktop agenda --file` does."""
    from c42desktop.commands.agenda import of_file

    return of_file(str(file), BEGIN.astimezone(zone), END.astimezone(zone), zone)[0].entries


def warm(store: Path, zone: tzinfo = ZONE) -> object:
    """As `c42desktop agenda` does, and the window at its start."""
    from c42desktop import agenda
    from c42desktop.store.store import Store

    opened = Store(store, read_only=True)
    try:
        return agenda.between(opened, BEGIN.astimezone(zone), END.astimezone(zone), zone)
    finally:
        opened.close()


def fill(file: Path, store: Path) -> None:
    """A store with the events of the file, one item for each uid, as if it had been read from a server."""
    from c42desktop.calendar.model import CalendarRef, Event, ItemRef
    from c42desktop.calendar.payloads import read_file
    from c42desktop.store.store import Store, StoredItem

    items: dict[str, list[Event]] = {}
    for event in read_file(file.read_bytes(), file.name):
        items.setdefault(event.uid, []).append(event)
    ref = CalendarRef("ann@example.org", "pubsub.example.org", "big")
    opened = Store(store)
    opened.add_calendar(ref, "Big")
    with opened.transaction():
        for uid, events in items.items():
            opened.put_item(StoredItem(ItemRef(ref, uid), f"<x>{'.' * 600}</x>", bytes(32), tuple(events)))
    opened.close()


def summed_up(result: object) -> Found:
    """What a way has found, to be compared."""
    from c42desktop.agenda import Entry

    assert isinstance(result, Iterable)
    found = set()
    for each in result:
        if isinstance(each, Entry):
            uid, start, end = each.occurrence.event.uid, each.occurrence.start, each.occurrence.end
        else:
            uid, start, end = str(each["UID"]), each["DTSTART"].dt, each["DTEND"].dt
        found.add((uid, _seconds(start), _seconds(end)))
    return found


def _seconds(moment: object) -> float:
    if isinstance(moment, datetime):
        return moment.timestamp()
    return datetime.fromisoformat(f"{moment}").replace(tzinfo=ZONE).timestamp()
