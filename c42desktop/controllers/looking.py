"""What is on next in a calendar that nobody has added yet: asked for, read and forgotten."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.dates import time_span
from c42desktop.calendar.model import Occurrence, Status, as_local
from c42desktop.calendar.recurrence import next_occurrence
from c42desktop.i18n import gettext as _
from c42desktop.slices import slices
from c42desktop.ui.offer_pane import Preview, Upcoming
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.refusals import Cause, RefusalError

MOST_ITEMS = 50
SHOWN = 5

_CLOSED = (Cause.NOT_ALLOWED, Cause.NOT_SUBSCRIBED, Cause.PENDING)


async def preview(pubsub: PubSub, address: NodeAddress, now: datetime) -> Preview:
    """The next events of the calendar at `address`, from those that were published last, for a reader whose clock says
    `now` (in their zone)."""
    try:
        items = await pubsub.some(address, MOST_ITEMS)
    except RefusalError as error:
        return Preview(note=_once_subscribed() if error.cause in _CLOSED else str(error))
    if items and not any(payload is not None for _item_id, payload in items):
        return Preview(note=_once_subscribed())
    found = await _next(items, now)
    shown = tuple(_words(each, now) for each in found[:SHOWN])
    if not shown:
        return Preview(note=_("There are no events in it yet.") if not items else _("Nothing is coming up in it."))
    return Preview(shown)


async def _next(items: Sequence[tuple[str, ET.Element | None]], now: datetime) -> list[Occurrence]:
    zone = now.tzinfo
    assert zone is not None
    found: list[Occurrence] = []
    async for some in slices(items):
        for item_id, payload in some:
            events = payloads.decode(payload, item_id) if payload is not None else ()
            on = tuple(each for each in events if not each.removed and each.status is not Status.CANCELLED)
            ahead = next_occurrence(on, now, zone)
            found.extend([] if ahead is None else [ahead])
    return sorted(found, key=lambda each: (as_local(each.start, zone), each.event.summary))


def _words(occurrence: Occurrence, now: datetime) -> Upcoming:
    zone = now.tzinfo
    assert zone is not None
    when = time_span(occurrence.start, occurrence.end, now.date(), zone)
    return Upcoming(when, occurrence.event.summary or _("Untitled event"))


def _once_subscribed() -> str:
    return _("Events can be seen once you subscribe.")
