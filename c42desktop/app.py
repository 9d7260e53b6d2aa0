"""The tray application: builds the parts, connects them, starts and stops them in order.

Start: the profile's lock, settings, store; Qt and one event loop for everything; window and tray, filled with what
was known last; the notifier and the changes that were never told; the accounts. The window does not wait for the
network, nor the network for the window.

Stop, on "Quit", SIGINT, SIGTERM or the end of the desktop's session: no more telling, leave the servers, close the
store, give up the lock.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from PySide6.QtWidgets import QApplication

from c42desktop import clock
from c42desktop.answering import Answering
from c42desktop.calendar.model import ItemRef
from c42desktop.controllers.account_dialogs import AccountDialogs
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.agenda import READ_AGAIN, AgendaController
from c42desktop.controllers.asked import Asked
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.calendars import CalendarsController
from c42desktop.controllers.changing import Changing
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.lists import Lists
from c42desktop.controllers.outgoing import OutgoingController
from c42desktop.controllers.own import OwnItems
from c42desktop.controllers.presence import PresenceController
from c42desktop.controllers.showing import Showing
from c42desktop.controllers.sign_in_needed import SignInNeeded
from c42desktop.controllers.telling import Telling, snooze_choices
from c42desktop.controllers.upkeep import Upkeep
from c42desktop.desktop_state import accent, trays
from c42desktop.notify.notifier import Notifier
from c42desktop.preference_file import Chosen
from c42desktop.preferences import Preferences
from c42desktop.profile import Profile
from c42desktop.settings import Settings
from c42desktop.startup import Startup
from c42desktop.store.faults import StoreError
from c42desktop.store.salvage import is_sound
from c42desktop.store.store import Store
from c42desktop.sync import Anew, Update
from c42desktop.tasks import Tasks
from c42desktop.ui import appearance, theme
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.network import NetworkWatch
from c42desktop.ui.open_events import OpenEvents
from c42desktop.ui.ticker import Ticker
from c42desktop.ui.tray import Tray
from c42desktop.wake.watch import WakeWatch


def local_now() -> datetime:
    """This instant in the zone of this machine."""
    return clock.now().astimezone(clock.LOCAL)


class Application:
    """One running instance. Everything in it lives from `run` to its end."""

    def __init__(
        self,
        profile: Profile,
        store: Store,
        *,
        passwords: Mapping[str, str] = MappingProxyType({}),
        notifier: Notifier | None = None,
        startup: Startup = Startup(),  # noqa: B008
    ) -> None:
        self._startup = startup
        self.settings = Settings(profile.settings)
        self.preferences = Chosen(self.settings)
        self.store = store
        self.stop = asyncio.Event()
        self.tasks = Tasks()
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        self._qt = qt
        self.model = AgendaModel(local_now())
        self.agenda = AgendaController(store, self.model, now=local_now)
        self.outgoing = OutgoingController(store, self.tasks, clock.now)
        self.window = MainWindow(
            self.model,
            find_change=self.agenda.find_change,
            find_pending=lambda item, event: self.answering.pending(item, event),
            find_waiting=lambda item: self.telling.acting.waiting(item),
            find_presence=lambda account, address: self.presence.of(account, address),
            find_rights=lambda subject: self.changing.rights(subject),
            find_dragged=self.outgoing.find,
            find_choices=snooze_choices,
            has_tray=Tray.available,
            load_layout=lambda: self.settings.get("window", "layout", ""),
            save_layout=lambda layout: self.settings.set("window", "layout", layout),
        )
        self.tray = Tray(self.agenda.next_events, local_now)
        self.banner = BannerController(self.window)
        self.accounts = AccountsController(
            self.settings,
            store,
            self.window,
            self.tray,
            self.banner,
            self.tasks,
            now=local_now,
            on_update=self._updated,
            on_left=self._account_left,
            passwords=passwords,
        )
        self.answering = Answering(
            store,
            self.accounts.online,
            now=clock.now,
            on_changed=self._answered,
            tell=lambda sentence: self.banner.tell(sentence, error=True),
        )
        self.own = OwnItems(store, clock.now)
        self.telling = Telling(
            store,
            self.settings,
            self.preferences,
            self.window,
            self.tray,
            self.banner,
            self.answering,
            self.own,
            self.tasks,
            now=local_now,
            notifier=notifier,
        )
        self.presence = PresenceController(
            self.model, self.agenda.until_tomorrow, self.accounts.all, preferences=self.preferences, now=local_now
        )
        self.account_dialogs = AccountDialogs(self.window, self.settings, self.accounts, self.banner, self.tasks)
        self.files = FilesController(
            self.window,
            store,
            self.tasks,
            self.banner,
            self.own,
            links=self.accounts.online,
            on_local=self._show_local,
            now=clock.now,
        )
        self.changing = Changing(
            store,
            self.settings,
            self.window,
            self.model,
            self.tray,
            self.banner,
            self.own,
            self.accounts.online,
            now=local_now,
            on_changed=self._answered,
            find_change=self.agenda.find_change,
            reminders=lambda calendar: calendar.reminders or self.preferences().reminders,
            export=self.files.export_event,
        )
        self.calendars = CalendarsController(
            store,
            self.window,
            self.banner,
            self.accounts,
            self.files,
            self.preferences,
            self.tasks,
            now=local_now,
            on_changed=self._show_calendars,
            on_chosen=self._calendar_chosen,
        )
        self.sign_in_needed = SignInNeeded(
            self.window, self.telling.notifier, self.tasks, lambda: self.telling.quiet.holds
        )
        self.showing = Showing(
            self.window,
            self.settings,
            self.banner,
            self.tasks,
            has_tray=Tray.available,
            on_settled=self._session_settled,
        )
        self.asked = Asked(
            profile,
            self.settings,
            store,
            self.window,
            self.banner,
            self.accounts,
            self.files,
            self.calendars.adding,
            OpenEvents(qt),
        )
        self.upkeep = Upkeep(
            profile, self.settings, self.preferences, self.window, self.banner, self.accounts, self.tasks, now=local_now
        )
        self.lists = Lists(store, self.window, self.agenda, self.tasks, now=local_now)
        self.ticker = Ticker(self.window, local_now)
        self.wake = WakeWatch(self._woke, self._clock_changed)
        self.network = NetworkWatch(self.window)
        self._connect()

    async def run(self) -> None:
        """From the first window to the last farewell."""
        self.store.on_replaced = self._store_replaced
        self._show_store()
        self.tray.show()
        self.asked.serve()
        self.showing.begin(hidden=self._startup.hidden and not self._startup.targets)
        self.asked.open(self._startup.targets)
        gc.freeze()  # what is there by now stays; to look at all of it for garbage would stop the window for 56 ms
        self.telling.start()
        self.changing.start()
        self.files.start()
        self.lists.start()
        self.accounts.start()
        self.wake.start()
        self.network.start()
        self.upkeep.start()
        self.tasks.spawn(accent.listen(theme.set_accent))
        self.tasks.spawn(trays.listen(self.tray.renew))
        self.tasks.spawn(Anew("", self.store, lambda update: self._updated(update, False)).read())
        self.tasks.spawn(self._check_store())
        try:
            await self.stop.wait()
        finally:
            await self._leave()

    async def _leave(self) -> None:
        await self.asked.close()
        self.window.save_layout()
        self.window.hide()
        self.tray.hide()
        await self.wake.stop()
        self.upkeep.close()
        await self.tasks.cancel()
        await self.telling.close()  # what is on screen goes with the window, not after the last farewell
        await self.answering.close()
        await self.changing.close()
        await self.accounts.stop()
        self.lists.close()
        self.presence.close()
        self.outgoing.close()

    def _connect(self) -> None:
        window, tray = self.window, self.tray
        window.quit_requested.connect(self.stop.set)
        tray.toggled.connect(window.toggle)
        tray.open_requested.connect(window.present)
        tray.event_opened.connect(lambda upcoming: window.open_item(upcoming.item))
        tray.preferences_requested.connect(self.upkeep.open_preferences)
        tray.quit_requested.connect(self.stop.set)
        tray.menu.aboutToShow.connect(self.wake.note_time)
        self.ticker.ticked.connect(self._tick)
        self.network.changed.connect(self.accounts.network_changed)
        self.accounts.on_online = self._account_online
        self.accounts.on_status = self.sign_in_needed.report
        self.telling.notifier.on_clicked = self.sign_in_needed.clicked(self.telling.acting.clicked)
        self.accounts.our_presence = self.presence.ours
        self.accounts.on_presence = window.details.presence_changed
        self.preferences.on_changed = self._preferences_changed
        self.agenda.on_drawn = self._drawn
        self.telling.acting.on_edit = self.changing.do
        appearance.show(self._qt, window, self.preferences())

    # -- what comes from below ----------------------------------------------------------------------------------

    def _updated(self, update: Update, away: bool) -> None:
        self.wake.note_time()  # what is told now names times
        self.telling.updated(update, away)  # before the rows, which take longer
        self.asked.updated(update)
        self.lists.touch(update.items)
        if update.changes:
            self.agenda.changed(update.changes)
        if update.calendars:
            self._show_calendars()
            self.calendars.changed()

    def _account_online(self, jid: str, online: bool) -> None:
        self.telling.activity.absence.set_online(jid, online)
        self.changing.online(jid, online)
        self.asked.status_changed(jid)
        if online:
            self.answering.online(jid)
            self.calendars.online(jid)

    def _session_settled(self) -> None:
        """What nobody could take or give at its beginning is told and asked for now."""
        self.accounts.session_settled()
        self.telling.teller.look()
        self.sign_in_needed.tell()

    def _answered(self, items: Iterable[ItemRef]) -> None:
        """The person has answered or changed these, or a server has taken it, or not."""
        answered = tuple(items)
        self.lists.touch(answered)
        self.telling.answered(answered)

    def _drawn(self) -> None:
        self.tray.refresh()  # some desktops show the menu without asking for a new one
        self.lists.drawn()
        self.presence.apply()

    def _show_calendars(self) -> None:
        try:
            calendars = self.store.calendars()
        except StoreError:
            asyncio.get_running_loop().call_later(READ_AGAIN, self._show_calendars)
            return
        self.window.set_calendars(calendars)
        self.lists.calendars_changed()
        self.telling.set_calendars(calendars)
        self.changing.set_calendars(calendars)
        self.presence.apply()

    def _show_store(self) -> None:
        """The window as the store has it now, and whether that is a new one."""
        self._show_calendars()  # those that are hidden are not read
        self.agenda.reload()
        self.telling.activity.start_over()
        if self.store.replaced:
            self.banner.tell(self.store.replaced, error=True)
            self.store.replaced = ""

    def _show_local(self) -> None:
        """A calendar that came from a file is another one, or gone: its rows in a turn of their own."""
        self.window.show_agenda()  # a command may have brought the first, while it asks for an account
        self._show_calendars()
        self.telling.calendars_replaced()
        asyncio.get_running_loop().call_soon(self.agenda.reload)

    def _account_left(self) -> None:
        """An account was removed, and its calendars went with it or stay here."""
        self._show_local()
        self.files.start()

    def _store_replaced(self) -> None:
        """Called while the store is read or written: the window follows in the next turn of the loop."""
        self.accounts.start_over()
        self.telling.reminding.start_over()
        asyncio.get_running_loop().call_soon(self._show_store)

    async def _check_store(self) -> None:
        """Damage that no reader has met yet. Beside everything else: it reads the whole file."""
        generation = self.store.generation
        if not await asyncio.to_thread(is_sound, self.store.path):
            with contextlib.suppress(StoreError):  # the next to read or write it meets the same
                self.store.replace(generation)

    def _woke(self) -> None:
        self.telling.woke()
        self.accounts.woke()
        self.presence.apply()  # its timer stood still
        self.upkeep.woke()
        self.ticker.align()

    def _clock_changed(self) -> None:
        """The clock was set, or the zone is another one: all times shown are made anew."""
        self.lists.clock_changed()
        self.window.set_now(local_now())
        self.telling.clock_changed()
        self.tray.refresh()
        self.presence.apply()
        self.accounts.refresh()
        self.ticker.align()

    # -- what the person asks for -------------------------------------------------------------------------------

    def _tick(self) -> None:
        self.wake.note_time()
        self.lists.tick()
        self.window.set_now(local_now())
        self.accounts.refresh()
        self.telling.tick()

    def _preferences_changed(self, before: Preferences, after: Preferences) -> None:
        self.telling.preferences_changed(before, after)
        self.presence.apply()
        self.upkeep.preferences_changed()
        appearance.show(self._qt, self.window, after)

    def _calendar_chosen(self) -> None:
        self._show_calendars()
        self.telling.calendars_replaced()
        self.tray.refresh()
