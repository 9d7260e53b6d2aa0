"""Asks the person about accounts: another one, its settings, its password again, what to do with its calendars."""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QDialog

from c42desktop.controllers.account_values import sign_in_of
from c42desktop.controllers.account_words import has_certificate, reason_for
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.signing_in import SigningIn
from c42desktop.demo.prosody import find_prosody
from c42desktop.errors import UserError
from c42desktop.settings import Account, Settings
from c42desktop.tasks import Tasks
from c42desktop.ui import account_dialog, decision
from c42desktop.ui.account_dialog import AccountDialog
from c42desktop.ui.account_line import AccountAction
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.xmpp.login import Status


class AccountDialogs:
    """One dialog at a time; an account whose password is missing waits for the one before, and for the window."""

    def _sign_in(self, entered: SignIn) -> None:
        """The first start: what was entered on the sign-in page."""
        self._signing_in.submit(entered, self._window.sign_in, self._window.show_agenda)

    def _take_offer(self, offer: object, entered: SignIn) -> None:
        """The first start: what the sign-in page offered after an error."""
        self._signing_in.take(offer, entered, self._window.sign_in, self._window.show_agenda)

    def _start_demo(self) -> None:
        """The demo is a program of its own, with its own profile and server."""
        try:
            find_prosody()
        except UserError as error:
            self._window.sign_in.show_error(str(error))
            return
        frozen = getattr(sys, "frozen", False)
        QProcess.startDetached(sys.executable, ["demo"] if frozen else ["-m", "c42desktop", "demo"])

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        accounts: AccountsController,
        banner: BannerController,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._settings = settings
        self._accounts = accounts
        self._banner = banner
        self._tasks = tasks
        self._signing_in = SigningIn(window, settings, accounts, tasks)
        self._dialog: QDialog | None = None
        self._waiting: deque[tuple[str, Status]] = deque()
        accounts.on_refused = self.ask_about
        window.account_requested.connect(self._act)
        window.sign_in_submitted.connect(self._sign_in)
        window.sign_in.offered.connect(self._take_offer)
        window.demo_requested.connect(self._start_demo)
        window.sign_in.cancelled.connect(self._signing_in.give_up)
        window.presented.connect(self._go_on)

    def ask_about(self, jid: str, status: Status) -> None:
        """An account was refused, and only the person can help."""
        account = self._settings.account(jid)
        if account is None:
            return
        if self._dialog is not None or not self._window.in_sight():  # nothing opens before the person does
            self._waiting.append((jid, status))
        elif has_certificate(status):
            self._ask_trust(account, status)
        elif status.field == "mechanism":
            self._ask_weaker(account, status)
        elif status.field in ("password", ""):
            self._ask_password(account, status)
        else:
            self._edit(account, status)

    # -- inside -------------------------------------------------------------------------------------------------

    def _act(self, action: AccountAction, jid: str) -> None:
        account = self._settings.account(jid)
        if action is AccountAction.ADD:
            self._add()
        elif account is None:
            return
        elif action is AccountAction.EDIT:
            self._edit(account, None)
        elif action is AccountAction.SIGN_OUT:
            self._tasks.spawn(self._accounts.sign_out(jid))
        elif action is AccountAction.SIGN_IN:
            self._tasks.spawn(self._accounts.sign_in(jid))
        elif action is AccountAction.HELP:
            self._accounts.help(jid)
        elif action is AccountAction.REMOVE:
            self._ask_remove(account)

    def _add(self) -> None:
        self._show_form(account_dialog.add_dialog(self._window))

    def _edit(self, account: Account, status: Status | None) -> None:
        dialog = account_dialog.edit_dialog(sign_in_of(account), self._window)
        if status is not None:
            dialog.form.show_error(reason_for(status), status.field)
        self._show_form(dialog)

    def _ask_password(self, account: Account, status: Status) -> None:
        dialog = account_dialog.password_dialog(sign_in_of(account), self._window)
        if status.reason:
            dialog.form.show_error(status.reason, status.field)
        self._show_form(dialog)

    def _show_form(self, dialog: AccountDialog) -> None:
        form = dialog.form
        form.submitted.connect(lambda entered: self._signing_in.submit(entered, form, dialog.accept))
        form.offered.connect(lambda offer, entered: self._signing_in.take(offer, entered, form, dialog.accept))
        dialog.rejected.connect(self._signing_in.give_up)
        self._show(dialog)

    def _ask_trust(self, account: Account, status: Status) -> None:
        dialog = self._signing_in.certificate_dialog(account.jid, account.login.pin, status)
        trusted = replace(account, login=replace(account.login, pin=status.pin))
        dialog.taken.connect(lambda: self._tasks.spawn(self._reconnect(trusted)))
        self._show(dialog)

    def _ask_weaker(self, account: Account, status: Status) -> None:
        dialog = decision.weaker_dialog(account.jid, status.reason, self._window)
        dialog.taken.connect(lambda: self._tasks.spawn(self._reconnect(replace(account, mechanism=""))))
        self._show(dialog)

    def _ask_remove(self, account: Account) -> None:
        jid = account.jid
        unsent = self._accounts.unsent(jid)
        dialog = decision.RemoveAccountDialog(jid, enabled=account.enabled, unsent=unsent, parent=self._window)
        dialog.taken.connect(lambda: self._tasks.spawn(self._accounts.remove(jid, keep=dialog.keeps())))
        dialog.sign_out_requested.connect(lambda: self._tasks.spawn(self._accounts.sign_out(jid)))
        self._show(dialog)

    async def _reconnect(self, account: Account) -> None:
        try:
            self._accounts.put_aside(account)
        except UserError as error:
            self._banner.tell(str(error), error=True)
            return
        await self._accounts.restart(account.jid)

    def _show(self, dialog: QDialog) -> None:
        if self._dialog is not None:
            dialog.deleteLater()
            self._dialog.raise_()
            return
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        self._window.present()
        dialog.open()

    def _closed(self, _result: int) -> None:
        self._dialog = None
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._dialog is None:  # an account may be gone by now
            self.ask_about(*self._waiting.popleft())
