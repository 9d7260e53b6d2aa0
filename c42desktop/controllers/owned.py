"""Which calendars are the person's own: asked once per session, and of calendars that are new."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.errors import UserError
from c42desktop.link import FindLinks, Link, link_for
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.update import address_of
from c42desktop.tasks import Tasks
from c42desktop.xmpp.refusals import Cause, RefusalError
from c42desktop.xmpp.request import OfflineError

log = logging.getLogger(__name__)

MOST_ASKED = 200  # calendars of one service, where it has to be asked about each


class Owned:
    """What is known of it. `on_known(account)` is called when an account's calendars were asked about."""

    def __init__(self, store: Store, tasks: Tasks, find_links: FindLinks) -> None:
        self._store = store
        self._tasks = tasks
        self._find_links = find_links
        self.on_known: Callable[[str], None] = lambda _account: None
        self._known: dict[CalendarRef, bool] = {}

    def is_owner(self, ref: CalendarRef) -> bool:
        """Whether a calendar is the person's own, as far as its service has said."""
        return ref.service == ref.account or self._known.get(ref, False)

    def all(self, account: str) -> list[CalendarRef]:
        """Those of an account that are."""
        try:
            return [each.ref for each in self._store.calendars(account) if self.is_owner(each.ref)]
        except StoreError:
            return []

    def add(self, ref: CalendarRef) -> None:
        """One was made here."""
        self._known[ref] = True

    def online(self, account: str) -> None:
        """A new session: rights may have been given and taken since the last one."""
        self._tasks.spawn(self._ask(account, self._unknown(account, anew=True)))

    def calendars_changed(self) -> None:
        """There may be calendars that nobody has asked about."""
        for link in self._find_links():
            unknown = self._unknown(link.jid, anew=False)
            if unknown:
                self._known |= dict.fromkeys(unknown, False)  # asked about once
                self._tasks.spawn(self._ask(link.jid, unknown))

    def _unknown(self, account: str, *, anew: bool) -> list[CalendarRef]:
        try:
            calendars = self._store.calendars(account)
        except StoreError:
            return []
        refs = [each.ref for each in calendars if each.state is not CalendarState.REMOVED and not is_local(each.ref)]
        return [ref for ref in refs if ref.service != account and (anew or ref not in self._known)]

    async def _ask(self, account: str, refs: Sequence[CalendarRef]) -> None:
        by_service: dict[str, list[CalendarRef]] = defaultdict(list)
        for ref in refs:
            by_service[ref.service].append(ref)
        try:
            for service, some in by_service.items():
                await self._ask_service(link_for(self._find_links, account), service, some)
        except UserError as error:
            log.info("%s: not known which calendars are its own: %s", account, error)
        self.on_known(account)

    async def _ask_service(self, link: Link, service: str, refs: Sequence[CalendarRef]) -> None:
        try:
            parts = await link.pubsub.affiliations(service)
        except RefusalError as error:
            if error.cause is Cause.UNREACHABLE:
                return
            for ref in refs[:MOST_ASKED]:  # Prosody 0.12 has no such list
                self._known[ref] = await _may_manage(link, ref)
            return
        for ref in refs:
            self._known[ref] = parts.get(ref.node) == "owner"


async def _may_manage(link: Link, ref: CalendarRef) -> bool:
    """Whether the service tells what only owners are told."""
    try:
        await link.owner.parts(address_of(ref))
    except OfflineError:
        raise
    except RefusalError:
        return False
    return True
