"""Accounts, as commands in a terminal change them. Secrets are in the keyring: none comes over the line."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any

from c42desktop.account_entry import learnt_in, login_in
from c42desktop.commands.account_elsewhere import in_settings, require_all_sent
from c42desktop.commands.online import ONLINE_TIMEOUT
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.serving import Handler, Reply
from c42desktop.i18n import gettext as _
from c42desktop.instance.protocol import Request
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.login import Login

PATIENCE = 10.0  # seconds: a server is left in less; a keyring may wait for its person


class CommandedAccounts:
    """`handlers` are what can be asked for. `looked_at` waits until all of an account was."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        accounts: AccountsController,
        window: MainWindow,
        looked_at: Callable[[str], Awaitable[None]],
    ) -> None:
        self._settings = settings
        self._store = store
        self._accounts = accounts
        self._window = window
        self._looked_at = looked_at
        self.handlers: dict[str, Handler] = {
            "hello": _hello,
            "enable account": self._enable,
            "remove account": self._remove,
            "put account": self._put,
        }

    async def _enable(self, request: Request, _reply: Reply) -> bool:
        jid = in_settings(self._settings, request.text("jid")).jid
        await _to_its_end(self._accounts.enable(jid, request.flag("enabled")))
        return True

    async def _remove(self, request: Request, _reply: Reply) -> bool:
        jid = in_settings(self._settings, request.text("jid")).jid
        keep = request.flag("keep_calendars")
        if not request.flag("agreed"):
            require_all_sent(self._store, jid)
        await _to_its_end(self._accounts.forget(jid, keep=keep))
        return True

    async def _put(self, request: Request, reply: Reply) -> int:
        """Keep an account that has been tried; how many calendars it has, once they are fetched if that is wanted."""
        account = self._account_in(request)
        await _to_its_end(self._accounts.take_over(account))
        self._window.show_agenda()
        if request.flag("wait"):
            try:
                async with asyncio.timeout(ONLINE_TIMEOUT):
                    await self._looked_at(account.jid)
            except TimeoutError:
                reply({"complain": _("Not every calendar was fetched in time. The others follow.")})
        return len(self._store.calendars(account.jid))

    def _account_in(self, request: Request) -> Account:
        """The account in a request. Raises UserError."""
        jid = parse_account(request.text("jid"))
        mechanism, ways = learnt_in(request.values)
        return replace(
            self._settings.account(jid) or Account(Login(jid)),
            login=login_in(request.table("login"), jid, self._settings.path),
            enabled=request.flag("enabled"),
            ask_password=request.flag("ask_password"),
            mechanism=mechanism,
            ways=ways,
        )


async def _to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Await `work`. Whoever asked for it may leave, and the application too: nothing is left half done."""
    doing = asyncio.ensure_future(work)
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait((doing,), timeout=PATIENCE)
        doing.cancel()
        raise


async def _hello(_request: Request, _reply: Reply) -> bool:
    """Whoever wants to know whether we are here."""
    return True
