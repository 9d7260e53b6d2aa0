"""Keeps the accounts online, and says in the window and the tray how they are."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from c42desktop import credentials
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.reading import ReadingController
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.proxies import find_proxies
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.tasks import Tasks
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sidebar import AccountState
from c42desktop.ui.sign_in import SignIn, SignInDialog, SignInForm
from c42desktop.ui.system_proxies import system_proxies
from c42desktop.ui.tray import Tray, TrayState
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.trial import try_login

log = logging.getLogger(__name__)

HICCUP = timedelta(seconds=4)  # a line that comes back by then moves nothing in the window


class AccountsController:
    """Starts a Link for each account, and a new one after signing in.

    `on_update` gets what the links bring, and whether it happened while nobody was
    connected. `passwords` are those that need not be looked up, by bare JID.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        window: MainWindow,
        tray: Tray,
        banner: BannerController,
        tasks: Tasks,
        *,
        now: Callable[[], datetime],
        on_update: Callable[[Update, bool], None],
        passwords: Mapping[str, str],
    ) -> None:
        self._settings = settings
        self._store = store
        self._window = window
        self._tray = tray
        self._banner = banner
        self._tasks = tasks
        self._now = now
        self._on_update = on_update
        self._passwords = dict(passwords)
        self._links: dict[str, Link] = {}
        self._status: dict[str, Status] = {}
        self._problem: dict[str, str] = {}
        self._looking: set[str] = set()  # online, but not everything was looked at yet
        self._reading = ReadingController(store, window)
        self._offline_since: datetime | None = None
        self._dialog: SignInDialog | None = None

    # -- starting and stopping ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Connect every account; where there is none, ask for one."""
        accounts = self._settings.accounts
        if not accounts:
            self._window.show_sign_in()
            return
        self._window.show_agenda()
        for account in accounts:
            self._report(account.jid, Status(State.CONNECTING))
            self._tasks.spawn(self._start(account))

    async def stop(self) -> None:
        """Leave every server."""
        for link in self._links.values():
            await link.stop()

    def link(self) -> Link | None:
        """The link that requests of the person go through: the first that is online, else none."""
        return next(iter(self.online()), None)

    def online(self) -> list[Link]:
        """The links of all accounts that are online."""
        return [link for jid, link in self._links.items() if self._status[jid].state is State.ONLINE]

    def link_of(self, jid: str) -> Link | None:
        """The link of one account."""
        return self._links.get(jid)

    def connect_now(self) -> None:
        """The banner's action: try again, or ask for what was refused."""
        for jid, status in self._status.items():
            if status.state is State.REFUSED and status.field:
                self._ask_again(jid, status.reason, status.field)
            elif status.state is not State.ONLINE and jid in self._links:
                self._links[jid].session.connect_now()

    def woke(self) -> None:
        """The machine slept: every connection may be dead, and none waits any longer."""
        for link in self._links.values():
            link.woke()

    def network_changed(self, reachable: bool) -> None:
        """The network is another one, or there is none."""
        for link in self._links.values():
            link.network_changed(reachable)

    def refresh(self) -> None:
        """Say anew what names a time: the clock or the zone changed."""
        if self._status:
            self._show()

    def start_over(self) -> None:
        """The store is a new one: read everything from the servers."""
        for link in self._links.values():
            link.sync.start_over()

    async def _start(self, account: Account) -> None:
        try:
            password = await self._password(account)
        except UserError as error:
            self._report(account.jid, Status(State.REFUSED, str(error), field="password"))
            return
        if password is None:
            reason = _("There is no password for {jid} in the keyring.").format(jid=account.jid)
            self._report(account.jid, Status(State.REFUSED, reason, field="password"))
            self._ask_again(account.jid, "", "")
            return
        self._open(account, password)

    async def _password(self, account: Account) -> str | None:
        if account.jid in self._passwords:
            return self._passwords[account.jid]
        try:
            return await credentials.load(account.jid)
        except credentials.NoKeyringError:
            if account.ask_password:
                return None  # it was said when the account was added; it is asked for now
            raise

    def _open(self, account: Account, password: str) -> None:
        jid = account.jid
        link = Link(
            account.login,
            password,
            self._store,
            now=self._now,
            on_status=lambda status: self._report(jid, status),
            on_update=lambda update: self._updated(jid, update),
            timing=self._settings.timing,
            find_proxies=find_proxies(account.login, system_proxies),
        )
        self._links[jid] = link
        link.start()

    def _updated(self, jid: str, update: Update) -> None:
        if update.synced:
            self._looking.discard(jid)
        if update.progress is not None:
            self._reading.update(update.progress)
            self._show()
        if update.synced or update.problem:
            self._problem[jid] = update.problem
            self._show()
        self._on_update(update, jid in self._looking)

    # -- signing in ---------------------------------------------------------------------------------------------

    def sign_in(self, entered: SignIn) -> None:
        """The first start: what was entered on the sign-in page."""
        self._submit(entered, self._window.sign_in, self._window.show_agenda)

    def _submit(self, entered: SignIn, form: SignInForm, then: Callable[[], object]) -> None:
        form.set_busy(True)  # at once: a second press of Return must find it so
        self._tasks.spawn(self._sign_in(entered, form, then))

    async def _sign_in(self, entered: SignIn, form: SignInForm, then: Callable[[], object]) -> None:
        """Try it; keep it where it works, say beside the field why not where it does not."""
        form.show_error("")
        form.set_busy(True)
        known = self._settings.account(entered.jid)
        resource = entered.resource or (known.login.resource if known else "")
        login = Login(entered.jid, entered.host, entered.port, entered.ca_file, resource)
        try:
            status = await try_login(login, entered.password, find_proxies(login, system_proxies))
            if status is not None:
                form.show_error(status.sentence, status.field)
                return
            await self._keep(login, entered.password)
        except UserError as error:
            form.show_error(str(error), error.field)
            return
        finally:
            form.set_busy(False)
        then()

    async def _keep(self, login: Login, password: str) -> None:
        kept = True
        try:
            await credentials.save(login.jid, password)
        except credentials.NoKeyringError as error:
            kept = False
            self._banner.tell(_("{why} The password is asked for at each start.").format(why=error))
        self._settings.put_account(Account(login, ask_password=not kept))
        account = self._settings.account(login.jid)
        assert account is not None
        old = self._links.pop(login.jid, None)
        if old is not None:
            await old.stop()
        self._report(login.jid, Status(State.CONNECTING))
        self._open(account, password)

    def _ask_again(self, jid: str, sentence: str, field: str) -> None:
        account = self._settings.account(jid)
        if account is None or self._dialog is not None:
            return
        login = account.login
        known = SignIn(jid, "", login.host, login.port, login.ca_file, login.resource)
        dialog = SignInDialog(known, self._window)
        self._dialog = dialog
        dialog.form.submitted.connect(lambda entered: self._submit(entered, dialog.form, dialog.accept))
        dialog.finished.connect(self._forget_dialog)
        if sentence:
            dialog.form.show_error(sentence, field)
        self._window.present()
        dialog.open()

    def _forget_dialog(self, _result: int) -> None:
        self._dialog = None

    # -- saying how it is ---------------------------------------------------------------------------------------

    def _report(self, jid: str, status: Status) -> None:
        if status.state is State.ONLINE:
            self._looking.add(jid)
        self._status[jid] = status
        self._show()

    def _show(self) -> None:
        jid, status = self._worst()
        if status.state is State.ONLINE:
            self._offline_since = None
        elif status.state in (State.WAITING, State.REFUSED) and self._offline_since is None:
            self._offline_since = self._now().astimezone(UTC)  # the zone may be another one when it is shown
            asyncio.get_running_loop().call_later(HICCUP.total_seconds() + 0.1, self._show)
        words, more = self._words(jid, status)
        self._window.set_account(jid, _account_state(status), words)
        self._tray.set_state(_tray_state(status), f"{jid}: {more}")
        self._banner.set_state(self._banner_text(jid, status), self.connect_now)

    def _words(self, jid: str, status: Status) -> tuple[str, str]:
        """The state of an account in few words, and in more."""
        words = words_for(status)
        if status.state is not State.ONLINE:
            return words, words
        if jid in self._looking:
            words = _("Reading calendars…")  # until then, an empty agenda does not mean that nothing is planned
        short, long = self._reading.words()
        return short or words, long or words

    def _worst(self) -> tuple[str, Status]:
        """The account that most needs attention speaks for all."""
        order = [State.REFUSED, State.WAITING, State.OFFLINE, State.CONNECTING, State.ONLINE]
        return min(self._status.items(), key=lambda entry: order.index(entry[1].state))

    def _banner_text(self, jid: str, status: Status) -> BannerText | None:
        if status.state is State.REFUSED:
            action = _("Enter password…") if status.field == "password" else _("Server settings…")
            return BannerText(BannerKind.ERROR, status.sentence, action if status.field else _("Connect again"))
        if self._offline_since is not None and self._now() - self._offline_since >= HICCUP:
            since = self._offline_since.astimezone(self._now().tzinfo)
            text = _("Offline since {time} – showing what was known then").format(time=f"{since:%H:%M}")
            return BannerText(BannerKind.OFFLINE, text, _("Connect now"))
        return BannerText(BannerKind.INFO, self._problem[jid]) if self._problem.get(jid) else None


def words_for(status: Status) -> str:
    """A status in the few words of the account line."""
    match status.state:
        case State.ONLINE:
            return _("Online")
        case State.CONNECTING:
            return _("Connecting…")
        case State.WAITING:
            return _("Offline · next try in {seconds} s").format(seconds=max(1, round(status.retry_in)))
        case State.REFUSED:
            return _("Not signed in")
    return _("Offline")


def _account_state(status: Status) -> AccountState:
    if status.state is State.ONLINE:
        return AccountState.ONLINE
    return AccountState.CONNECTING if status.state is State.CONNECTING else AccountState.OFFLINE


def _tray_state(status: Status) -> TrayState:
    if status.state is State.ONLINE:
        return TrayState.ONLINE
    return TrayState.CONNECTING if status.state is State.CONNECTING else TrayState.OFFLINE
