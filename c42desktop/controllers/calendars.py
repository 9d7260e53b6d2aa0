"""What a person does with whole calendars, joined: added, made, shared, chosen for and left.

add_calendar.py       one of a server, or of a file
own_calendars.py      made, set up and deleted (owned.py: which ones are the person's)
sharing.py            who may read and write one; access_requests.py: who asks to
calendar_choices.py   what the person wants of one: its colour, its reminders, how loud it is
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef
from c42desktop.controllers.access_requests import AccessRequests
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.calendar_choices import CalendarChoices
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.own_calendars import OwnCalendars
from c42desktop.controllers.owned import Owned
from c42desktop.controllers.sharing import SharingController
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.preference_file import Chosen
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow


class CalendarsController:
    """Built once. `on_changed()`: others are there, or are another's; `on_chosen()`: the person wants one otherwise."""

    def __init__(
        self,
        store: Store,
        window: MainWindow,
        banner: BannerController,
        accounts: AccountsController,
        files: FilesController,
        preferences: Chosen,
        tasks: Tasks,
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[], None],
        on_chosen: Callable[[], None],
    ) -> None:
        self._banner = banner
        self._accounts = accounts
        self._files = files
        links = accounts.online
        self.adding = AddCalendarController(
            window, store, tasks, links, files.choose, window.create_requested.emit, now=now
        )
        self._owned = Owned(store, tasks, links)
        requests = AccessRequests(store, banner, tasks, self._owned, links)
        own = OwnCalendars(window, store, tasks, banner, self._owned, links, on_changed)
        sharing = SharingController(window, tasks, requests, links, own.set_up)
        self._choices = CalendarChoices(window, store, banner, preferences, on_chosen)
        self._owned.on_known = requests.known
        accounts.on_request = requests.received
        window.sidebar.is_owner = self._owned.is_owner
        window.add_requested.connect(self.adding.open)
        window.share_requested.connect(sharing.open)
        window.leave_requested.connect(lambda ref: tasks.spawn(self._leave(ref)))
        self._parts = (own, sharing)  # the window's signals do not keep them

    def online(self, jid: str) -> None:
        """An account is connected: what is its own, and what can be added, may be another."""
        self._owned.online(jid)
        self.adding.online()

    def changed(self) -> None:
        """Others are there."""
        self._owned.calendars_changed()

    async def _leave(self, ref: CalendarRef) -> None:
        if is_local(ref):
            self._files.remove(ref)
            return
        link = self._accounts.link_of(ref.account)
        try:
            if link is None:
                raise UserError(_("You are offline. A calendar can be left once you are connected."))
            await link.sync.unsubscribe(ref)
        except UserError as error:
            self._banner.tell(str(error), error=True)
