"""Where the person may write, as far as their servers tell: asked once in each session, in the background."""

from __future__ import annotations

import logging
from collections.abc import Callable

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.files.publishing import Right, affiliations, right_to_write
from c42desktop.link import Link
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.xmpp.request import OfflineError

log = logging.getLogger(__name__)


class Rights:
    """What was told lately. `on_changed()`: some calendars may be written to now, or no longer."""

    def __init__(self, store: Store, on_changed: Callable[[], None]) -> None:
        self._store = store
        self._on_changed = on_changed
        self._known: dict[CalendarRef, Right] = {}
        self._tasks = Tasks()

    def of(self, calendar: CalendarRef) -> Right:
        """Whether the person may write to a calendar."""
        return Right.YES if is_local(calendar) else self._known.get(calendar, Right.UNKNOWN)

    def ask(self, link: Link) -> None:
        """A new session: ask about all calendars of its account."""
        self._tasks.spawn(self._ask(link))

    async def close(self) -> None:
        """Stop asking."""
        await self._tasks.cancel()

    async def _ask(self, link: Link) -> None:
        try:
            calendars = [each for each in self._store.calendars(link.jid) if each.state is CalendarState.ACTIVE]
            if not calendars:
                return
            services = {each.ref.service for each in calendars} - {link.jid}
            told = await affiliations(link.pubsub, sorted(services))
            found = {
                each.ref: await right_to_write(link.pubsub, each, told.get(each.ref.service)) for each in calendars
            }
        except (OfflineError, StoreError) as error:
            log.info("%s: nobody knows where one may write: %s", link.jid, error)
            return
        if any(self._known.get(ref) is not right for ref, right in found.items()):
            self._known |= found
            self._on_changed()
