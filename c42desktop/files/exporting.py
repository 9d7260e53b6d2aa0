"""A calendar, or one event with all that belongs to it, as iCalendar text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.calendar.payloads import ical
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.zones import system_zone
from c42desktop.calendar.tasks import is_task
from c42desktop.files.items import OnProgress
from c42desktop.files.text import Component, components, zones_in
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.slices import slices
from c42desktop.store.store import Store, StoredItem

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


class Export:
    """Gathers items. `stamp` (aware) is for events that do not say when they changed.

    `left_out` counts those of which nothing is known that iCalendar could say.
    """

    def __init__(self, title: str, stamp: datetime) -> None:
        self._title = title
        self._stamp = stamp
        self._parts: list[str] = []
        self._zones: dict[str, str] = {}  # definitions by name, each as it was written
        self._spans: dict[str, tuple[Event, Event]] = {}  # zones to be defined: the first and the last event there
        self.count = 0
        self.left_out = 0

    def add(self, item: StoredItem) -> None:
        """One more item: its own components unchanged where it is iCalendar text, else what was understood of it."""
        own = list(components(_text_of(item)))
        if not any(each.kind != "VTIMEZONE" for each in own):
            own = list(self._written(item))
        zones = {each.id: each.text for each in own if each.kind == "VTIMEZONE"}
        for name in {name for each in own for name in zones_in(each.text)} - zones.keys():
            self._widen(name, item.events)
        events = [each.text for each in own if each.kind != "VTIMEZONE" and each.complete]
        self._parts.extend(self._placed(text, zones) for text in events)
        self.count += bool(events)
        self.left_out += bool(item.events) and not events

    def chunks(self) -> Iterator[str]:
        """The text, with one VTIMEZONE for each zone."""
        yield from _lines(["BEGIN:VCALENDAR", *self._head(), *self._zones.values()])
        yield from (_lines([text])[0] for text in self._more_zones())
        for part in self._parts:
            yield from _lines([part])
        yield from _lines(["END:VCALENDAR"])

    def _head(self) -> list[str]:
        whole = ical.calendar_text((), name=self._title, stamp=self._stamp)
        return [line for line in whole.split("\r\n") if line and not line.startswith(("BEGIN:", "END:"))]

    def _written(self, item: StoredItem) -> Iterator[Component]:
        events = [each for each in item.events if each.start or each.due or (is_task(each) and not each.problem)]
        written = components(ical.calendar_text(events, name="", stamp=self._stamp) if events else "")
        return (each for each in written if each.kind != "VTIMEZONE")

    def _widen(self, zone: str, events: Sequence[Event]) -> None:
        known = [*self._spans.get(zone, ()), *events]
        ordered = sorted(known, key=_year)
        self._spans[zone] = ordered[0], ordered[-1]

    def _more_zones(self) -> Iterator[str]:
        """The definitions of zones that no item brought along, for all the years that are needed."""
        ends = [event for name, span in self._spans.items() if name not in self._zones for event in span]
        for each in components(ical.calendar_text(ends, name="", stamp=self._stamp) if ends else ""):
            if each.kind == "VTIMEZONE" and each.id not in self._zones:
                yield each.text

    def _placed(self, text: str, zones: dict[str, str]) -> str:
        """The component, with its zones among those of the file. Of two with one name, the second gets another."""
        for name in zones_in(text) & zones.keys():
            definition = zones[name]
            if self._zones.setdefault(name, definition) != definition and system_zone(name) is None:
                text, other = _renamed(text, definition, name, self._free_name(name, definition))
                self._zones[other[0]] = other[1]
        return text

    def _free_name(self, name: str, definition: str) -> str:
        number = 2
        while self._zones.get(f"{name} {number}", "") not in ("", _named(definition, name, f"{name} {number}")):
            number += 1
        return f"{name} {number}"


async def gather(store: Store, refs: Sequence[ItemRef], export: Export, on_progress: OnProgress) -> None:
    """Add items as the store has them, in slices. Raises StoreError."""
    done = 0
    async for part in slices(refs):
        for ref in part:
            item = store.item(ref)
            if item is not None:
                export.add(item)
            done += 1
        on_progress(done, len(refs))


def items_of(store: Store, calendar: CalendarRef) -> list[ItemRef]:
    """All items of a calendar, in an order that stays."""
    return [ItemRef(calendar, item_id) for item_id in sorted(store.digests(calendar))]


def file_name(title: str) -> str:
    """A name for a file that every system takes."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(" .")[:80].strip(" .")
    return (plain or _("calendar")) + ".ics"


def words(export: Export, where: str) -> str:
    """One sentence about what was written."""
    done = ngettext("Exported {count} event to {file}", "Exported {count} events to {file}", export.count)
    sentence = done.format(count=export.count, file=where)
    if export.left_out:
        rest = ngettext(
            "{count} could not be read and was left out",
            "{count} could not be read and were left out",
            export.left_out,
        )
        sentence += "; " + rest.format(count=export.left_out)
    return sentence + "."


def _text_of(item: StoredItem) -> str:
    """The iCalendar text in a payload, else ""."""
    try:
        payload = payloads.parse(item.payload)
        text = "".join(payload.itertext()) if payload.tag == f"{{{ical.NAMESPACE}}}ical" else ""
        return ical.dedent(text) if text else ""
    except PayloadError:
        return ""


def _lines(texts: Sequence[str]) -> list[str]:
    return ["\r\n".join(text.splitlines()) + "\r\n" for text in texts]


def _year(event: Event) -> int:
    moment = event.start or event.due
    return moment.year if moment is not None else 0


def _renamed(text: str, definition: str, old: str, new: str) -> tuple[str, tuple[str, str]]:
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    pattern = rf';TZID="?{re.escape(old)}"?(?=[:;])'
    return re.sub(pattern, f';TZID="{new}"', unfolded), (new, _named(definition, old, new))


def _named(definition: str, old: str, new: str) -> str:
    return re.sub(rf"^TZID:{re.escape(old)}[ \t]*(?=\r?$)", f"TZID:{new}", definition, count=1, flags=re.MULTILINE)
