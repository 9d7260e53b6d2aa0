"""One look after the other for a new version, and what is known from them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from c42desktop import __version__, i18n
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.updates import memory, schedule, system
from c42desktop.updates.feed import Feed, Version, parts
from c42desktop.updates.minisign import PublicKey
from c42desktop.updates.verdict import authentic, believed
from c42desktop.xmpp import trust
from c42desktop.xmpp.proxy import FindProxies

log = logging.getLogger(__name__)

Fetch = Callable[[], Awaitable[tuple[bytes, bytes]]]
"""Gives a feed and its signature. Raises OSError where nobody answers, UserError where nothing of use is answered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A version that is newer than ours and runs here. `notes` are plain text, "" where there are none; `page` is where
    it can be downloaded."""

    version: str
    released: date
    notes: str
    page: str


class Looking:
    """Looks when it is told to, once `recall` has ended. `own` is our version, `here` the platform and its version.

    `fault` says why the last look brought nothing, "" where it brought something.
    """

    def __init__(
        self,
        fetch: Fetch,
        key: PublicKey,
        path: Path,
        *,
        now: Callable[[], datetime],
        own: str = __version__,
        here: tuple[str, Version] | None = None,
    ) -> None:
        self._fetch = fetch
        self._key = key
        self._path = path
        self._now = now
        self._own = own
        self._here = here or system.here()
        self._memory = memory.Memory()
        self._feed: Feed | None = None
        self._failures = 0
        self.fault = ""

    @property
    def answered(self) -> datetime | None:
        """When somebody answered last, whatever it was."""
        return self._memory.answered

    @property
    def believed(self) -> datetime | None:
        """When somebody last answered what could be believed."""
        return self._memory.believed

    @property
    def elsewhere(self) -> str:
        """A version that is newer than ours and does not run here, "" where there is none."""
        newer = self._feed is not None and parts(self._feed.version) > parts(self._own)
        return self._feed.version if self._feed and newer and self.offer() is None else ""

    def wait(self, chance: float) -> timedelta:
        """How long to wait until the next look; `chance` is a number from 0 to 1."""
        return schedule.wait(self._memory.answered, self._failures, self._now(), chance)

    async def recall(self) -> None:
        """What was known when the program was started last."""
        self._memory, self._feed = await asyncio.to_thread(self._known)

    async def look(self) -> None:
        """Look now. Whatever goes wrong is in `fault` afterwards."""
        try:
            data, signature = await self._fetch()
            self._feed = await asyncio.to_thread(believed, data, signature, self._key, self._now(), self._feed)
        except OSError as error:
            log.info("The list of versions was not reached: %s", type(error).__name__)
            self._failures += 1
            self.fault = _("The list of versions could not be reached. It is tried again later.")
            return
        except UserError as error:
            self.fault = str(error)
            kept = self._memory
        else:
            self.fault = ""
            kept = replace(self._memory, data=data, signature=signature, believed=self._now())
        self._failures = 0
        self._keep(replace(kept, answered=self._now()))

    def offer(self) -> Offer | None:
        """What is newer and runs here."""
        page = system.page_for(self._feed, self._own, *self._here) if self._feed else ""
        if not self._feed or not page:
            return None
        notes = self._feed.notes_in(i18n.LANGUAGES)
        return Offer(self._feed.version, self._feed.released, notes, page)

    def is_dismissed(self, offer: Offer) -> bool:
        """Whether the person wants to hear no more of it."""
        return offer.version == self._memory.dismissed

    def dismiss(self, offer: Offer) -> None:
        """The person has seen it."""
        self._keep(replace(self._memory, dismissed=offer.version))

    def _known(self) -> tuple[memory.Memory, Feed | None]:
        known = memory.load(self._path)
        try:
            return known, authentic(known.data, known.signature, self._key) if known.data else None
        except UserError:
            return known, None  # another feed by now, signed by somebody else

    def _keep(self, kept: memory.Memory) -> None:
        self._memory = kept
        memory.save(self._path, kept)


def fetch_from(url: str, find_proxies: FindProxies) -> Fetch:
    """How the feed at `url` is fetched, with the authorities of the system."""

    async def fetch() -> tuple[bytes, bytes]:
        await asyncio.to_thread(_load)
        from c42desktop.updates import fetching
        from c42desktop.xmpp.transports.web import UselessError

        context = await asyncio.to_thread(trust.tls_context)
        proxies = await find_proxies(urlsplit(url).hostname or "")
        try:
            return await fetching.fetch(url, context, proxies.web)
        except UselessError as error:
            log.info("The list of versions did not come: %s", error)
            raise UserError(_("The list of versions is not where it should be. It is tried again tomorrow.")) from error

    return fetch


def _load() -> None:
    """The HTTP library, when it is first needed: see c42desktop.xmpp.late."""
    from c42desktop.updates import fetching  # noqa: F401  # loaded, and no more
