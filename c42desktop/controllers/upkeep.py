"""What a person does with the program itself, joined: how it should be, whether it is well, and which one it is.

preferences.py   how it should be
updates.py       newer versions
diagnose.py      what stands between this computer and its calendars
traces.py        the log, and reports of what ended it
about.py         which version it is, and what it is made of
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from c42desktop import clock
from c42desktop.autostart import find_autostart
from c42desktop.controllers.about import AboutController
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.diagnose import DiagnoseController
from c42desktop.controllers.preferences import PreferencesController
from c42desktop.controllers.traces import Traces
from c42desktop.controllers.updates import UpdatesController, looking_for
from c42desktop.doctor.means import Means
from c42desktop.preference_file import Chosen
from c42desktop.profile import Profile
from c42desktop.proxies import find_proxies
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.system_proxies import system_proxies


class Upkeep:
    """Built once. `now` gives the instant in the reader's zone."""

    def __init__(
        self,
        profile: Profile,
        settings: Settings,
        preferences: Chosen,
        window: MainWindow,
        banner: BannerController,
        accounts: AccountsController,
        tasks: Tasks,
        *,
        now: Callable[[], datetime],
    ) -> None:
        means = Means(accounts.secret, lambda login: find_proxies(login, system_proxies))
        looking = looking_for(profile, settings, clock.now)
        self._about = AboutController(window, tasks)
        self._diagnose = DiagnoseController(window, profile, tasks, means)
        self._traces = Traces(window, banner, profile, now)
        self._updates = UpdatesController(window, banner, preferences, tasks, looking, now=now)
        self._preferences = PreferencesController(
            window, preferences, self._updates, tasks, lambda: find_autostart(profile)
        )
        self.open_preferences = self._preferences.open
        self.preferences_changed = self._updates.preferences_changed
        self.woke = self._updates.woke
        self.close = self._updates.close

    def start(self) -> None:
        """Look for newer versions, and tell of what ended the program the last time."""
        self._updates.start()
        self._traces.mention()
