"""What was entered into a sign-in form: tried, kept where it works, and where it does not, said beside the field."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from c42desktop import credentials
from c42desktop.controllers.account_values import login_of
from c42desktop.controllers.account_words import has_certificate, reason_for
from c42desktop.controllers.accounts import AccountsController
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.proxies import find_proxies, key_in
from c42desktop.settings import Account, Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.decision import Certificate, CertificateDialog, weaker_dialog
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sign_in import Offer, SignInForm
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.ui.system_proxies import system_proxies
from c42desktop.xmpp.login import Login, Proof, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.trial import try_login

Then = Callable[[], object]


def offers_for(status: Status) -> list[Offer]:
    """What the person may decide where signing in was refused like this."""
    if has_certificate(status):
        return [Offer.CERTIFICATE]
    return [Offer.WEAKER] if status.field == "mechanism" else []


class SigningIn:
    """Joins the forms with the accounts. `then` is called once all is well."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        accounts: AccountsController,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._settings = settings
        self._accounts = accounts
        self._tasks = tasks
        self._refused: Status | None = None  # why the last attempt failed
        self._attempt: asyncio.Task[Status | None] | None = None

    def submit(self, entered: SignIn, form: SignInForm, then: Then) -> None:
        """Try it; a form that knows its account keeps what changes nothing about the connection without a try."""
        form.set_busy(True)  # at once: a second press of Return must find it so
        self._tasks.spawn(self._guarded(entered, form, then, self._sign_in))

    def take(self, offer: object, entered: SignIn, form: SignInForm, then: Then) -> None:
        """What the form offered after an attempt failed."""
        refused = self._refused
        if offer is Offer.KEEP:
            form.set_busy(True)
            self._tasks.spawn(self._guarded(entered, form, then, self._keep_untried))
        elif refused is not None and offer is Offer.CERTIFICATE:
            trust = self.certificate_dialog(entered.jid, entered.pin, refused, form)
            trust.taken.connect(lambda: self._trust(refused.pin, form, then))
            trust.open()
        elif refused is not None and offer is Offer.WEAKER:
            weaker = weaker_dialog(entered.jid, refused.reason, form.window())
            weaker.taken.connect(lambda: self._forget_mechanism(entered, form, then))
            weaker.open()

    def give_up(self) -> None:
        """The person no longer wants what the server is being asked for: nothing comes of it."""
        if self._attempt is not None:
            self._attempt.cancel()

    def certificate_dialog(
        self, jid: str, pin: str, status: Status, parent: QWidget | None = None
    ) -> CertificateDialog:
        """What is known of a certificate that was refused, and whether another key was trusted before."""
        shown = Certificate(jid, status.reason, status.fingerprint, status.pin, status.facts, changed=bool(pin))
        return CertificateDialog(shown, parent.window() if parent else self._window)

    # -- inside -------------------------------------------------------------------------------------------------

    def _trust(self, pin: str, form: SignInForm, then: Then) -> None:
        form.trust(pin)
        self.submit(form.entered(), form, then)

    def _forget_mechanism(self, entered: SignIn, form: SignInForm, then: Then) -> None:
        known = self._settings.account(entered.jid)
        if known is not None:
            try:
                self._accounts.put_aside(replace(known, mechanism=""))
            except UserError as error:
                form.show_error(str(error), error.field)
                return
        self.submit(entered, form, then)

    async def _guarded(
        self,
        entered: SignIn,
        form: SignInForm,
        then: Then,
        work: Callable[[SignIn, SignInForm], Awaitable[bool]],
    ) -> None:
        try:
            done = await work(entered, form)
        except UserError as error:
            form.show_error(str(error), error.field, self._keeping(entered))
            return
        finally:
            form.set_busy(False)
        if done:
            then()

    async def _sign_in(self, entered: SignIn, form: SignInForm) -> bool:
        """False where the form says why not."""
        known = self._settings.account(entered.jid)
        account, secret = await self._account(entered, known)
        if known is not None and not entered.password and replace(account, colour=known.colour) == known:
            self._accounts.put_aside(account)
            return True
        await self._keep_proxy_password(entered)
        memory = self._settings.memory(known) if known else Memory()
        proxies = find_proxies(account.login, system_proxies)
        self._attempt = self._tasks.spawn(try_login(account.login, secret, memory, proxies))
        status = self._refused = await self._attempt
        if status is not None:
            form.show_error(reason_for(status), status.field, [*offers_for(status), *self._keeping(entered)])
            return False
        await self._accounts.put(replace(account, mechanism=memory.mechanism, ways=memory.ways), secret)
        return True

    async def _keep_untried(self, entered: SignIn, _form: SignInForm) -> bool:
        known = self._settings.account(entered.jid)
        account, secret = await self._account(entered, known)
        await self._keep_proxy_password(entered)
        await self._accounts.put(account, secret)
        return True

    async def _account(self, entered: SignIn, known: Account | None) -> tuple[Account, str]:
        """The account as it was entered, and its secret. Raises UserError where that is missing."""
        login = login_of(entered, known)
        account = replace(known, login=login, colour=entered.colour) if known else Account(login)
        return account, entered.password or await self._known_secret(login, known)

    async def _known_secret(self, login: Login, known: Account | None) -> str:
        """The one that stays where none was entered; of another kind it is another one. Raises UserError."""
        kind = _kind(login.proof)
        if known is not None and _kind(known.login.proof) == kind:
            secret = await self._accounts.secret(known)
            if secret is not None:
                return secret
        if login.proof is Proof.CERTIFICATE:
            return ""
        words = _("Enter the password of this account.")
        raise UserError(words if kind is Proof.PASSWORD else _("Enter the token of this account."), field="password")

    async def _keep_proxy_password(self, entered: SignIn) -> None:
        """Before the attempt: that reads it from the keyring."""
        key = key_in(entered.proxy)
        if not key or not entered.proxy_password:
            return
        try:
            await credentials.save_proxy(key, entered.proxy_password)
        except credentials.NoKeyringError as error:
            raise UserError(
                _("The password of the proxy cannot be kept: {why}").format(why=error), field="proxy"
            ) from error

    def _keeping(self, entered: SignIn) -> Sequence[Offer]:
        return [Offer.KEEP] if self._settings.account(entered.jid) else []


def _kind(proof: Proof) -> Proof:
    return Proof.OAUTHBEARER if proof is Proof.X_OAUTH2 else proof
