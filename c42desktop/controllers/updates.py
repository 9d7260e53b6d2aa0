"""New versions: looked for now and then, told in a quiet line, never installed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from c42desktop import __version__, distribution
from c42desktop.calendar import names
from c42desktop.calendar.dates import day_label
from c42desktop.controllers.banner import BannerController
from c42desktop.i18n import gettext as _
from c42desktop.preference_file import Chosen
from c42desktop.profile import Profile
from c42desktop.proxies import system_only
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.links import open_link
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.system_proxies import system_proxies

if TYPE_CHECKING:
    from c42desktop.ui.general_page import VersionShown
    from c42desktop.ui.new_version import NewVersionDialog
    from c42desktop.updates.looking import Looking, Offer


def looking_for(profile: Profile, settings: Settings, now: Callable[[], datetime]) -> Looking | None:
    """How this copy looks for new versions; None where it does not, and then nothing of it is loaded."""
    about = distribution.read()
    if not about.updates:
        return None
    from c42desktop.updates import memory
    from c42desktop.updates.looking import Looking, fetch_from
    from c42desktop.updates.source import find_source

    source = find_source(about, settings)
    if source is None:
        return None
    fetch = fetch_from(source.url, system_only(system_proxies))
    return Looking(fetch, source.key, profile.store.with_name(memory.NAME), now=now)


class UpdatesController:
    """Looks while the person wants it; with no `looking` it does nothing at all. `now` is in the reader's zone."""

    def __init__(
        self,
        window: MainWindow,
        banner: BannerController,
        preferences: Chosen,
        tasks: Tasks,
        looking: Looking | None,
        *,
        now: Callable[[], datetime],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._window = window
        self._banner = banner
        self._preferences = preferences
        self._tasks = tasks
        self._looking = looking
        self._now = now
        self._chance = chance
        self._timer: asyncio.TimerHandle | None = None
        self._dialog: NewVersionDialog | None = None

    def start(self) -> None:
        """Say what is known, and look later on."""
        if self._looking is not None:
            self._tasks.spawn(self._begin(self._looking))

    def woke(self) -> None:
        """The machine has slept, and timers with it."""
        self._arm()

    def preferences_changed(self) -> None:
        """The person may want it by now, or not any more."""
        self._mention()
        self._arm()

    def close(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def shown(self) -> VersionShown | None:
        """What the preferences say of it; None where this copy does not look for new versions."""
        if self._looking is None:
            return None
        from c42desktop.ui.general_page import VersionShown

        offer = self._looking.offer()
        if offer is None:
            return VersionShown(self._looking.fault or self._no_news())
        words = _("Version {version} is out. This is {own}.").format(version=offer.version, own=__version__)
        return VersionShown(words, is_newer=True)

    def _no_news(self) -> str:
        if self._looking is None or self._looking.believed is None:
            return _("This is version {own}. Nobody was asked yet.").format(own=__version__)
        if self._looking.elsewhere:
            sentence = _("Version {version} is out, but not for this system. This is {own}.")
            return sentence.format(version=self._looking.elsewhere, own=__version__)
        sentence = _("Version {own} is the newest one, as of {when}.")
        return sentence.format(own=__version__, when=self._when(self._looking.believed))

    def _when(self, instant: datetime) -> str:
        now = self._now()
        at = instant.astimezone(now.tzinfo)
        day = day_label(at.date(), now.date(), inline=True, past=True)
        return _("{day} at {time}").format(day=day, time=names.clock(at))

    def open(self) -> None:
        """Show what is new."""
        offer = self._looking.offer() if self._looking else None
        if offer is None:
            return
        from c42desktop.ui.new_version import NewVersionDialog

        self._window.present()
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        self._dialog = NewVersionDialog(offer.version, offer.released, offer.notes, offer.page, self._window)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _arm(self) -> None:
        self.close()
        if self._looking is not None and self._preferences().look_for_versions:
            seconds = self._looking.wait(self._chance()).total_seconds()
            self._timer = asyncio.get_running_loop().call_later(seconds, self._due)

    def _due(self) -> None:
        self._timer = None
        if self._looking is not None:
            self._tasks.spawn(self._look(self._looking))

    async def _begin(self, looking: Looking) -> None:
        await looking.recall()
        self._mention()
        self._arm()

    async def _look(self, looking: Looking) -> None:
        await looking.look()
        self._mention()
        self._arm()

    def _mention(self) -> None:
        """A line that waits until there is nothing more important to say."""
        offer = self._looking.offer() if self._looking and self._preferences().look_for_versions else None
        if self._looking is None or offer is None or self._looking.is_dismissed(offer):
            self._banner.mention("", (), lambda _choice: None, about="version")
            return
        sentence = _("Version {version} is out.").format(version=offer.version)
        choices = [("new-version", _("What is new")), ("download-version", _("Download"))]
        self._banner.mention(sentence, choices, lambda choice: self._chosen(offer, choice), about="version")

    def _chosen(self, offer: Offer, choice: str) -> None:
        """Whatever it was: it has been seen, and the preferences still say it."""
        assert self._looking is not None
        self._looking.dismiss(offer)
        if choice == "new-version":
            self.open()
        elif choice == "download-version":
            open_link(offer.page)

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
