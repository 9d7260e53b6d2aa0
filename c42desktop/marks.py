"""What was told counts as told, also while the store cannot be written."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from c42desktop.calendar.model import Change
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store

log = logging.getLogger(__name__)


class Marks:
    """Marks changes as told, once they were noted. Those that the store does not take are remembered, and marked with
    the next ones."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now
        self._unmarked: list[Change] = []

    def __bool__(self) -> bool:
        """Whether there is something that the store does not know of."""
        return bool(self._unmarked)

    @property
    def unmarked(self) -> set[int]:
        """The numbers of the changes that were told, and that the store gives as untold."""
        return {change.id for change in self._unmarked}

    def note(self, changes: Iterable[Change]) -> None:
        """These were told."""
        self._unmarked.extend(changes)

    def mark(self, most: int | None = None) -> bool:
        """Write down what was told, the oldest first, and at most so many. Whether the store would take more."""
        if not self._unmarked:
            return False
        try:
            self._store.mark_told(self._unmarked[:most], self._now())
        except StoreError as error:
            log.info("Told, and not marked as told yet: %s", error)
            return False
        del self._unmarked[:most]
        return bool(self._unmarked)
