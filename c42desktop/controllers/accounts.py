"""Keeps the accounts online: each by itself, changed, signed out and removed while the others go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from c42desktop import credentials
from c42desktop.account_secrets import forget_secrets
from c42desktop.controllers.account_status import AccountStatus
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.reading import ReadingController
from c42desktop.errors import UserError
from c42desktop.files import keeping
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.presence import Presence
from c42desktop.proxies import find_proxies
from c42desktop.settings import Account, Settings
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.store.unsent import Unsent
from c42desktop.sync import Update
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.system_proxies import system_proxies
from c42desktop.ui.tray import Tray
from c42desktop.xmpp.approvals import AccessRequest
from c42desktop.xmpp.login import Proof, State, Status


class AccountsController:
    """Starts a Link for each account, and a new one where its settings are others.

    `on_update` gets what the links bring, and whether it happened while nobody was connected. `on_refused` gets an
    account that only the person can help, `on_online` one that is online or no longer, `on_left` is called after the
    calendars of one are gone. `our_presence` says what to tell the contacts of an account, `on_presence` gets whose
    presence changed: see `Presences`, `on_status` each change of how an account is. `on_request` gets who asks an
    account to be let into a calendar. `passwords` are those that need not be looked up, by bare JID.
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
        on_left: Callable[[], None],
        passwords: Mapping[str, str],
    ) -> None:
        self._settings = settings
        self._store = store
        self._window = window
        self._banner = banner
        self._tasks = tasks
        self._now = now
        self._on_update = on_update
        self._on_left = on_left
        self.on_refused: Callable[[str, Status], None] = _nothing
        self.on_status: Callable[[str, Status], None] = _nothing
        self.on_online: Callable[[str, bool], None] = lambda _jid, _online: None
        self.on_request: Callable[[str, AccessRequest], None] = lambda _jid, _request: None
        self.our_presence: Callable[[str], Presence] = _available
        self.on_presence: Callable[[str, str], None] = _nobody
        self._passwords = dict(passwords)
        self._links: dict[str, Link] = {}
        self._keyring = asyncio.Lock()  # it may ask the person to unlock it: once, not once for each account
        self._no_keyring: credentials.NoKeyringError | None = None
        self._later: list[Account] = []  # until the session is complete
        reading = ReadingController(store, window)
        self.status = AccountStatus(settings, window, tray, banner, reading, now=now, help_with=self.help)

    # -- starting and stopping ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Connect every account that is not signed out; where there is nothing at all, ask for one."""
        accounts = self._settings.accounts
        if not accounts and not self._has_calendars():
            self._window.show_sign_in()
            return
        self._window.show_agenda()
        for account in accounts:
            if account.enabled:
                self._connect(account)
            else:
                self.status.sign_out(account.jid)

    def session_settled(self) -> None:
        """Where a session has begun, everything is there by now, a keyring too, if there is any."""
        later, self._later = self._later, []
        for account in later:
            if self._settings.account(account.jid) == account and account.jid not in self._links:
                self._connect(account)

    async def stop(self) -> None:
        """Leave every server."""
        for link in self.all():
            await link.stop()

    def online(self) -> list[Link]:
        """The links of all accounts that are online."""
        return [link for jid, link in self._links.items() if self.status.of(jid).state is State.ONLINE]

    def all(self) -> list[Link]:
        """The links of all accounts, online or not."""
        return list(self._links.values())

    def link_of(self, jid: str) -> Link | None:
        """The link of one account."""
        return self._links.get(jid)

    def help(self, jid: str) -> None:
        """What an account offers: try again, ask for what was refused, or look again. "" for all that are offline."""
        status = self.status.of(jid)
        if jid and status.state is State.REFUSED and (status.field or status.pin):
            self.on_refused(jid, status)
            return
        for each, link in self._links.items():
            if jid in ("", each) and self.status.of(each).state is not State.ONLINE:
                link.session.connect_now()
            elif jid == each:
                link.sync.catch_up()

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
        self.status.show()

    def start_over(self) -> None:
        """The store is a new one: read everything from the servers."""
        for link in self._links.values():
            link.sync.start_over()

    # -- what the person does with an account -------------------------------------------------------------------

    async def put(self, account: Account, secret: str) -> None:
        """Keep an account, new or changed, and connect it anew unless it is signed out. Raises UserError."""
        kept = await self._keep_secret(account, secret)
        self._settings.put_account(replace(account, ask_password=not kept))
        self._passwords[account.jid] = secret
        known = self._settings.account(account.jid)
        assert known is not None
        await self._leave(account.jid)
        if known.enabled:
            self._report(known.jid, Status(State.CONNECTING))
            self._open(known, secret)
        else:
            self.status.sign_out(known.jid)

    def put_aside(self, account: Account) -> None:
        """Keep what changes nothing about the connection. Raises UserError."""
        self._settings.put_account(account)
        self.status.show()

    async def sign_out(self, jid: str) -> None:
        """Offline until the person wants it otherwise; the calendars stay as they are known."""
        with self._told():
            await self.enable(jid, False)

    async def sign_in(self, jid: str) -> None:
        """Online again."""
        with self._told():
            await self.enable(jid, True)

    async def enable(self, jid: str, enabled: bool) -> None:
        """Either of the two. Raises UserError."""
        account = self._settings.account(jid)
        if account is None:
            return
        self._settings.put_account(replace(account, enabled=enabled))
        if not enabled:
            await self._leave(jid)
            self.status.sign_out(jid)
        elif jid not in self._links and (signed_in := self._settings.account(jid)) is not None:
            self._connect(signed_in)

    async def restart(self, jid: str) -> None:
        """Connect anew, with what is in the settings now."""
        account = self._settings.account(jid)
        await self._leave(jid)
        if account is not None and account.enabled:
            self._connect(account)

    async def take_over(self, account: Account) -> None:
        """Keep an account that was changed elsewhere, its secret in the keyring, and connect it. Raises UserError."""
        self._settings.put_account(account)
        self._passwords.pop(account.jid, None)
        await self.restart(account.jid)

    async def remove(self, jid: str, *, keep: bool) -> None:
        """Forget an account, its password and its calendars; or `keep` those as they are."""
        with self._told():
            await self.forget(jid, keep=keep)

    async def forget(self, jid: str, *, keep: bool) -> None:
        """The same. Raises UserError, and then the account is as it was."""
        account = self._settings.account(jid)
        if account is None:
            return
        await self._leave(jid)
        try:
            # First: where that fails, nothing is done, and it can be done again.
            (keeping.keep_calendars if keep else keeping.hide_calendars)(self._store, jid)
            self._settings.remove_account(jid)
        except UserError:
            await self.restart(jid)
            raise
        self._passwords.pop(jid, None)
        self.status.remove(jid)
        self._on_left()
        await self._forget_secrets(account)
        if not self._settings.accounts and not self._has_calendars():
            self._window.show_sign_in()

    async def secret(self, account: Account) -> str | None:
        """The password, the token, or what opens the file with the key; None where nobody knows. Raises UserError."""
        if account.jid in self._passwords:
            return self._passwords[account.jid]
        without = "" if account.login.proof is Proof.CERTIFICATE else None
        try:
            found = await credentials.load(account.jid)
        except credentials.NoKeyringError:
            if account.ask_password or without is not None:
                return without  # it was said when the account was added; it is asked for now
            raise
        return without if found is None else found

    def unsent(self, jid: str) -> int:
        """How much of what the person did in an account's calendars has not reached its server."""
        try:
            return Unsent(self._store.db).count(jid)
        except StoreError:
            return 0

    # -- inside -------------------------------------------------------------------------------------------------

    async def _secret_at_start(self, account: Account) -> str | None:
        """One account after the other; what the keyring refused to the first, the next does not ask for."""
        async with self._keyring:
            if self._no_keyring is not None and account.jid not in self._passwords and not account.ask_password:
                raise self._no_keyring
            try:
                return await self.secret(account)
            except credentials.NoKeyringError as error:
                self._no_keyring = error
                raise

    def _connect(self, account: Account) -> None:
        self._no_keyring = None
        self._report(account.jid, Status(State.CONNECTING))
        self._tasks.spawn(self._start(account))

    async def _start(self, account: Account) -> None:
        jid = account.jid
        try:
            secret = await self._secret_at_start(account)
        except UserError as error:
            if isinstance(error, credentials.MissingKeyringError) and self._window.stays_hidden:
                self._later.append(account)
                return
            self._report(jid, Status(State.REFUSED, str(error), field="password"))
            return
        if self._settings.account(jid) != account or jid in self._links:
            return  # the keyring took its time, and the person another decision
        if secret is None:
            reason = _("There is no password for {jid} in the keyring.").format(jid=jid)
            self._report(jid, Status(State.REFUSED, reason, field="password"))
            self.on_refused(jid, Status(State.REFUSED, field="password"))
            return
        self._open(account, secret)

    def _open(self, account: Account, secret: str) -> None:
        jid = account.jid
        link = Link(
            account.login,
            secret,
            self._store,
            now=self._now,
            on_status=lambda status: self._report(jid, status),
            on_update=lambda update: self._updated(jid, update),
            timing=self._settings.timing,
            memory=self._settings.memory(account),
            find_proxies=find_proxies(account.login, system_proxies),
            presence=lambda: self.our_presence(jid),
            on_presence=lambda address: self.on_presence(jid, address),
        )
        link.on_request = lambda request: self.on_request(jid, request)
        self._links[jid] = link
        link.start()

    async def _leave(self, jid: str) -> None:
        link = self._links.pop(jid, None)
        if link is not None:
            await link.stop()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong in it is told in the banner."""
        try:
            yield
        except UserError as error:
            self._banner.tell(str(error), error=True)

    async def _keep_secret(self, account: Account, secret: str) -> bool:
        """Put it into the keyring; False where it is to be asked for at each start."""
        if self._passwords.get(account.jid) == secret and not account.ask_password:
            return True
        try:
            await credentials.save(account.jid, secret)
        except credentials.NoKeyringError as error:
            self._banner.tell(_("{why} The password is asked for at each start.").format(why=error))
            return False
        return True

    async def _forget_secrets(self, account: Account) -> None:
        try:
            await forget_secrets(account, self._settings.accounts)
        except credentials.NoKeyringError as error:
            self._banner.tell(str(error), error=True)

    def _has_calendars(self) -> bool:
        try:
            return bool(self._store.calendars())
        except StoreError:
            return False

    def _report(self, jid: str, status: Status) -> None:
        self.status.report(jid, status)
        self.on_status(jid, status)
        self.on_online(jid, status.state is State.ONLINE)

    def _updated(self, jid: str, update: Update) -> None:
        self.status.updated(jid, update)
        self._on_update(update, self.status.is_looking(jid))


def _nothing(_jid: str, _status: Status) -> None:
    """Until somebody asks the person."""


def _available(_jid: str) -> Presence:
    """Until somebody says more."""
    return Presence()


def _nobody(_jid: str, _address: str) -> None:
    """Until somebody looks."""
