"""Changes events inside the payload they came from: what is equal stays as it was, and so does what nobody read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Event, Status
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.component import EVENT_NAMES, has_component, is_cut
from c42desktop.calendar.payloads.dialect import Dialect, Entries, first_component, found, place_of, walk
from c42desktop.calendar.payloads.fields import zone_names
from c42desktop.calendar.payloads.rewrite import rewrite
from c42desktop.calendar.payloads.whole import event_component, zone_components
from c42desktop.i18n import gettext as _


def is_blank(onto: Element) -> bool:
    """Whether there is nothing in it to be changed: an empty element only names its format."""
    return not len(onto) and not (onto.text or "").strip()


def patch(dialect: Dialect, roots: list[Any], after: Sequence[Event]) -> bool:
    """Make the components say `after`; True where something had to be changed. Raises PayloadError."""
    revived = any(event.status is not Status.CANCELLED for event in after) and _revive(dialect, roots)
    read = dialect.events(roots)
    before = [event for event in read if has_component(event)]
    spots = [(into, entry) for into, entry in walk(dialect, roots) if dialect.name(entry) in EVENT_NAMES]
    if len(spots) < len(before):
        raise PayloadError(_("This item is too damaged to be changed."))
    pairs, added = _matched(before, [event for event in after if has_component(event) or _is_new(event, read)])
    zones = _fresh_zones(dialect, roots, pairs, added)
    changed = [
        rewrite(dialect, entry, old, new) for (_into, entry), (old, new) in zip(spots, pairs, strict=False) if new
    ]
    said = [(entry, new or old) for (_into, entry), (old, new) in zip(spots, pairs, strict=False)]
    _add(dialect, spots[-1], [_component(dialect, event, said) for event in added], zones)
    gone = [spot for spot, (_old, new) in zip(spots, pairs, strict=False) if new is None]
    for holder, entry in gone:
        del holder[place_of(holder, entry)]
    if not (revived or any(changed) or added or zones or gone):
        return False
    if len(gone) < len(spots) and dialect.events(roots) == read:  # the decoder goes by what is not where it should be
        raise PayloadError(_("This item is too damaged to be changed."))
    return True


def _is_new(event: Event, read: Sequence[Event]) -> bool:
    """Whether an event without a component needs one now."""
    known = (replace(each, uid=each.uid or event.uid) for each in read)
    return not is_cut(event) and not any(each == event for each in known)


def _component(dialect: Dialect, event: Event, said: Sequence[tuple[Any, Event]]) -> Any:
    """A component for an event that has none; for a changed occurrence one like that of its series."""
    for entry, known in said:
        if event.recurrence_id is not None and known.recurrence_id is None and known.uid in ("", event.uid):
            copy = dialect.copy(entry)
            rewrite(dialect, copy, known, event)
            return copy
    return dialect.build(event_component(event))


def _add(dialect: Dialect, last: tuple[Entries, Any], components: Sequence[Any], zones: Sequence[Any]) -> None:
    """Put events behind the last one, and zones before all."""
    into, entry = last
    for component in reversed(components):
        into.insert(place_of(into, entry) + 1, component)
    for zone in zones:
        into.insert(first_component(dialect, into), dialect.build(zone))


def _revive(dialect: Dialect, roots: Iterable[Any]) -> bool:
    """Take METHOD:CANCEL away, which cancels every event; those that stay cancelled get a STATUS of their own."""
    any_found = False
    for root in roots:
        entries = dialect.properties(root)
        for place, data in reversed(found(dialect, entries, ("method",))):
            if str(data[3]).strip().upper() == "CANCEL":
                del entries[place]
                any_found = True
    return any_found


def _matched(before: Sequence[Event], after: Sequence[Event]) -> tuple[list[tuple[Event, Event | None]], list[Event]]:
    """Each old event with the new one of the same UID and RECURRENCE-ID, and the new ones without an old one."""
    rest = list(after)
    pairs: list[tuple[Event, Event | None]] = []
    for old in before:
        fits = (event for event in rest if event.recurrence_id == old.recurrence_id and old.uid in ("", event.uid))
        new = next(fits, None)
        if new is not None:
            rest.remove(new)
        pairs.append((old, new))
    return pairs, rest


def _fresh_zones(
    dialect: Dialect, roots: Entries, pairs: Sequence[tuple[Event, Event | None]], added: Sequence[Event]
) -> list[Any]:
    """A VTIMEZONE for each zone that is new in the payload."""
    defined = [entry for _into, entry in walk(dialect, roots) if dialect.name(entry) == "vtimezone"]
    names = [found(dialect, dialect.properties(zone), ("tzid",)) for zone in defined]
    known = {str(data[3]).strip() for properties in names for _place, data in properties}
    moved = [new for old, new in pairs if new is not None and zone_names(new).keys() - zone_names(old).keys()]
    used = {name for old, _new in pairs for name in zone_names(old)}
    return zone_components([*moved, *added], known | used)
