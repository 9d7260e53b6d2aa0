"""What a person changes, joined: events made, changed, moved and decided about, and the files that belong to them.

editing.py      the dialogs; what comes of them is kept and sent by the core (editing.py beside answering.py)
quick_add.py    a new event in one line
disputes.py     what two have changed, and what waits to be sent
uploads.py      files on their way to the server
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from c42desktop import clock
from c42desktop.calendar.edits import Conflict
from c42desktop.calendar.model import Calendar, Change, Defaults, Event, ItemRef
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.disputes import Disputes
from c42desktop.controllers.editing import EditingController
from c42desktop.controllers.own import OwnItems
from c42desktop.controllers.quick_add import QuickAddController
from c42desktop.controllers.uploads import Uploads
from c42desktop.editing import Editing
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link, link_for
from c42desktop.settings import Settings
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray

if TYPE_CHECKING:
    from c42desktop.ui.contacts import ContactModel


class Changing:
    """Built once. `now` gives the instant in the reader's zone, `links()` the accounts that are online.

    `on_changed(items)`: the person has changed these, or a server has taken it. `find_change(item)`: what happened to
    it lately. `reminders(calendar)`: when one is reminded of its events. `export(item, title)` asks for a file.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        window: MainWindow,
        model: AgendaModel,
        tray: Tray,
        banner: BannerController,
        own: OwnItems,
        links: Callable[[], Sequence[Link]],
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[Iterable[ItemRef]], None],
        find_change: Callable[[ItemRef], Change | None],
        reminders: Callable[[Calendar], Defaults],
        export: Callable[[ItemRef, str], None],
    ) -> None:
        self._store = store
        self._window = window
        self._links = links
        self._tasks = Tasks()
        self._on_changed = on_changed
        self.editing = Editing(
            store,
            links,
            now=clock.now,
            on_changed=self._changed,
            on_conflict=self._disputed,
            tell=lambda sentence: banner.tell(sentence, error=True),
            on_publish=own.publishing,
            on_rights=window.refresh_details,
        )
        self._uploads = Uploads(links)
        self._dialogs = EditingController(
            window,
            self.editing,
            banner,
            settings,
            now=now,
            defaults=reminders,
            find_source=self._find_source,
            export=export,
            make_extra=self._uploads.extra,
            find_contacts=lambda account, found: self._tasks.spawn(self._find_contacts(account, found)),
        )
        self.do = self._dialogs.do
        self.rights = self._dialogs.rights
        self.set_calendars = self._dialogs.set_calendars
        self._line = QuickAddController(
            window,
            self.editing,
            calendars=store.calendars,
            now=now,
            last=self._dialogs.last,
            on_added=self._dialogs.added,
            on_more=self._dialogs.open_new,
        )
        self._disputes = Disputes(window, model, self.editing, banner, now=now, find_change=find_change)
        window.sidebar.set_may_write(self.editing.may_write)
        window.new_event_requested.connect(self._new_event)
        tray.new_event_requested.connect(self._new_from_tray)

    def start(self) -> None:
        """What waited when the program ended."""
        self._disputes.start()

    def online(self, jid: str, online: bool) -> None:
        """An account is connected: what waits for it is sent; or it is no longer."""
        if online:
            self.editing.online(jid)
        self._uploads.online_changed()

    async def close(self) -> None:
        """Ask and send nothing any more; what was not confirmed waits for the next start."""
        self._disputes.close()
        await self._tasks.cancel()
        await self._uploads.close()
        await self.editing.close()

    def _new_event(self, draft: Event | None) -> None:
        if draft is None:
            self._line.open(self._window.page.new_event)
        else:
            self._dialogs.open_new(draft)

    def _new_from_tray(self) -> None:
        self._window.present()
        self._new_event(None)

    async def _find_contacts(self, account: str, found: ContactModel) -> None:
        """An aid, and done without where it is not to be had."""
        with contextlib.suppress(UserError):
            contacts = await link_for(self._links, account).roster.contacts()
            found.set([(each.name, each.jid) for each in contacts])

    def _changed(self, items: Iterable[ItemRef]) -> None:
        self._on_changed(items)
        self._disputes.refresh()

    def _disputed(self, conflict: Conflict) -> None:
        self._disputes.arose(conflict)

    def _find_source(self, item: ItemRef) -> str:
        stored = self._store.item(item)
        if stored is None:
            raise UserError(_("This event is not in your calendar any more."))
        return stored.payload
