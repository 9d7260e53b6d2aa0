"""What this program publishes itself comes back as a push like any other: it is no news to the person."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from c42desktop.calendar.model import CalendarRef, Change, ItemRef
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store

log = logging.getLogger(__name__)

LATE = 60.0  # seconds after an import in which its pushes may still come in


class OwnItems:
    """The items that are being imported. `clock` counts seconds, `now` gives the instant (aware)."""

    def __init__(self, store: Store, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._now = now
        self._clock = clock
        self._items: dict[ItemRef, float] = {}  # until when each is ours; for ever while it goes on

    @contextmanager
    def publishing(self, ref: CalendarRef) -> Iterator[Callable[[str], None]]:
        """Items of a calendar whose ids are given to what this yields are ours, now and for a while after."""
        ours: set[ItemRef] = set()

        def note(item_id: str) -> None:
            item = ItemRef(ref, item_id)
            ours.add(item)
            self._items[item] = float("inf")

        try:
            yield note
        finally:
            until = self._clock() + LATE
            self._items.update((item, until) for item in ours & self._items.keys())

    def news(self, changes: Iterable[Change]) -> list[Change]:
        """Those of others. Of our own the first of each item is marked as told: it needs nobody's attention."""
        if not self._items:
            return list(changes)
        now = self._clock()
        self._items = {item: until for item, until in self._items.items() if until > now}
        others: list[Change] = []
        own: list[Change] = []
        for change in changes:
            item = ItemRef(change.calendar, change.item_id)
            (own if self._items.pop(item, None) is not None else others).append(change)
        if own:
            with contextlib.suppress(StoreError):  # then the next start tells them once
                self._store.mark_told(own, self._now())
        return others
