"""What this program publishes itself comes back as a push like any other: it is no news to the person."""

from __future__ import annotations

import contextlib
import logging
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from datetime import datetime

from c42desktop.calendar.model import Change, ItemRef
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.items import digest_of

log = logging.getLogger(__name__)

LATE = 300.0  # seconds after publishing in which the push may still come in

_Sent = tuple[ItemRef, bytes]


class OwnItems:
    """What was published lately. `clock` counts seconds, `now` gives the instant (aware).

    It is known again by what is in it: whatever somebody else makes of the same item meanwhile is news.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._now = now
        self._clock = clock
        self._sent: dict[_Sent, list[float]] = {}  # until when each may come back, once for each time it was sent

    def publishing(self, item: ItemRef, payload: ET.Element) -> None:
        """This is about to be published."""
        self._forget()
        self._sent.setdefault((item, digest_of(payload)), []).append(self._clock() + LATE)

    def news(self, changes: Iterable[Change]) -> list[Change]:
        """Those of others. Our own are marked as told and read: they need nobody's attention."""
        if not self._sent:
            return list(changes)
        self._forget()
        others: list[Change] = []
        own: list[Change] = []
        seen: set[_Sent] = set()  # one item may tell of several dates of a series
        for change in changes:
            sent = ItemRef(change.calendar, change.item_id), change.digest
            if sent not in seen and self._take(sent):
                seen.add(sent)
            (own if sent in seen else others).append(change)
        if own:
            with contextlib.suppress(StoreError):  # then the next start tells them once
                self._store.mark_told(own, self._now(), read=True)
        return others

    def _take(self, sent: _Sent) -> bool:
        """Whether this was sent, and had not come back yet."""
        times = self._sent.get(sent, [])
        if not times:
            return False
        times.pop(0)
        if not times:
            del self._sent[sent]
        return True

    def _forget(self) -> None:
        now = self._clock()
        while self._sent:
            oldest = next(iter(self._sent))
            if self._sent[oldest][-1] > now:
                return
            del self._sent[oldest]
