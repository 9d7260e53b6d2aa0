"""Events into what is published or kept for them, each in the format that its calendar has."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.edit_units import DATES, RECURRENCE, TIME, UNITS, Unit, changed_units, text_of
from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.payloads import PayloadError
from c42desktop.errors import UserError
from c42desktop.files.publishing import LARGEST
from c42desktop.i18n import gettext as _
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync.items import digest_of

_SIGNIFICANT = frozenset({TIME, RECURRENCE, DATES, "status"})
_ROOT = re.compile(r"<(?:([^\s:/>]+):)?([^\s:/>]+)[^>]*?\sxmlns(?::\1)?=[\"']([^\"']*)[\"'][^>]*>\s*(.?)", re.DOTALL)


def new_item(store: Store, item: ItemRef, events: Sequence[Event]) -> StoredItem:
    """An item that is to be: in the format of most items of its calendar where that can say it, else as iCalendar text.
    Raises UserError."""
    blank = _usual_format(store, item.calendar)
    try:
        payload = payloads.encode(events, blank, item.item_id)
        _require_kept((), events, present(payload, item.item_id))
    except UserError:
        if blank is None:
            raise
        payload = payloads.encode(events)
    return stored(item, payload)


def changed_item(before: StoredItem, events: Sequence[Event]) -> StoredItem:
    """An item with other events in it, as its format says them. Raises UserError where that cannot."""
    if not events:
        return replace(before, events=())
    now = stored(before.ref, payloads.encode(events, payloads.parse(before.payload), before.ref.item_id))
    _require_kept(before.events, events, now.events)
    return now


def stored(item: ItemRef, payload: ET.Element) -> StoredItem:
    """A payload as it is kept. Raises UserError where no server would take it."""
    raw = ET.tostring(payload, encoding="unicode")
    if len(raw.encode()) > LARGEST and not is_local(item.calendar):
        raise UserError(_("It is too large for the server."))
    return StoredItem(item, raw, digest_of(payload), present(payload, item.item_id))


def present(payload: ET.Element, item_id: str) -> tuple[Event, ...]:
    """The events of a payload that are not said to be removed."""
    return tuple(event for event in payloads.decode(payload, item_id) if not event.removed)


def stamped(events: Sequence[Event], before: Sequence[Event], now: datetime) -> tuple[Event, ...]:
    """The events, each one that differs with when it did and, where others have to look at it anew, a higher count
    (RFC 5545 §3.8.7.3–4)."""
    known = {(event.uid, event.recurrence_id): event for event in before}
    return tuple(_stamped(event, known.get((event.uid, event.recurrence_id)), now) for event in events)


def _stamped(event: Event, before: Event | None, now: datetime) -> Event:
    stamp = now.replace(microsecond=0)
    if before is None:
        return replace(event, modified=stamp)
    units = changed_units(before, event)
    if not units:
        return event
    count = before.sequence + any(unit.name in _SIGNIFICANT for unit in units)
    return replace(event, modified=stamp, sequence=count)


def _require_kept(before: Sequence[Event], wanted: Sequence[Event], said: Sequence[Event]) -> None:
    """Some formats leave out what they have no place for: raises UserError where that is what was changed."""
    were, are = ({(event.uid, event.recurrence_id): event for event in each} for each in (before, said))
    for event in wanted:
        key = event.uid, event.recurrence_id
        was, now = were.get(key, Event(event.uid)), are.get(key)
        for unit in UNITS:
            if now is not None and _says(unit, event) != _says(unit, was) == _says(unit, now):
                raise PayloadError(_unsaid(unit.name))


def _says(unit: Unit, event: Event) -> str:
    return " ".join((text_of(unit, event) or "").split())


def _unsaid(name: str) -> str:
    if name == "alarms":
        return _("An event with reminders cannot be written in this format.")
    if name in ("attendees", "organizer"):
        return _("An event with people cannot be written in this format.")
    return _("This kind of event has no place in this format.")


def _usual_format(store: Store, calendar: CalendarRef) -> ET.Element | None:
    """An empty element of the kind that most of the latest items of a calendar are; None for iCalendar text."""
    kinds = Counter(kind for text in store.beginnings(calendar) if (kind := _kind_of(text)) is not None)
    if not kinds:
        return None
    (namespace, name), _count = kinds.most_common(1)[0]
    return ET.Element(f"{{{namespace}}}{name}")


def _kind_of(text: str) -> tuple[str, str] | None:
    """The kind of a payload by its beginning. Several events in one element are no way to write one, and jCal cannot be
    told from Calendar42's objects by the name of its element."""
    found = _ROOT.match(text)
    if found is None or found[4] == "[":
        return None
    kind = found[3], {"events": "event", "vevent": "icalendar", "vtodo": "icalendar"}.get(found[2], found[2])
    known = payloads.FORMATS.get(kind)
    return kind if known is not None and known.encode is not None else None
