"""What every command starts from: the profile, its accounts, their passwords, and the signals that end it."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import signal
import sys
import unicodedata
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from c42desktop import credentials
from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import CalendarRef
from c42desktop.commands import choosing
from c42desktop.commands.output import complain, hear
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.instance import finding
from c42desktop.instance.line import OnMessage
from c42desktop.profile import Profile, locked
from c42desktop.settings import Account, Settings
from c42desktop.store.database import PATIENCE
from c42desktop.store.store import Store
from c42desktop.xmpp.login import Proof

MAX_PASSWORD = 1000  # characters; what is longer is the wrong file


@dataclass(frozen=True, slots=True)
class Context:
    """A command's surroundings. `command` is what other processes are told about who holds the profile."""

    profile: Profile
    command: str
    password_stdin: bool = False

    def settings(self) -> Settings:
        """The profile's settings."""
        return Settings(self.profile.settings)

    def accounts(self, jid: str = "") -> list[Account]:
        """All accounts that are not signed out, or only `jid`. Raises UserError where there is none."""
        return choosing.enabled(self.settings().accounts, jid, complain)

    def account(self, jid: str = "") -> Account:
        """The account `jid`, or the only one there is. Raises UserError."""
        return choosing.one(self.settings().accounts, jid, complain)

    async def asked(self, do: str, on_message: OnMessage = hear, **values: Any) -> Any | None:
        """What the application that runs on the profile says that it has done; None where none runs.

        Then the command does it by itself. Raises UserError.
        """
        return await finding.asked(self.profile, do, values, on_message)

    async def password(self, account: Account) -> str:
        """The account's password: from standard input, the guarded file, the keyring, or the person at the terminal.

        Raises UserError where none of them has it.
        """
        if self.password_stdin:
            return password_from_stdin()
        hint = _("Name a file with it in {variable}, or use --password-stdin.")
        try:
            kept = await credentials.load(account.jid)
            why = _("There is no password for {jid} in the keyring.")
            hint = _("Run “c42desktop account add {jid}”, name a file with it in {variable}, or use --password-stdin.")
        except credentials.NoKeyringError as error:
            kept, why = None, str(error)
        if kept is not None:
            return checked(kept) if kept or account.login.proof is not Proof.CERTIFICATE else ""
        if account.login.proof is Proof.CERTIFICATE:
            return ""  # most files with a key have none
        if has_terminal():
            return ask_password(account.jid)
        raise UserError(f"{why} {hint}".format(jid=account.jid, variable=credentials.FILE_VARIABLE))

    def look(self) -> None:
        """Before reading: say where the profile that was named is not there yet. Raises UserError for a file."""
        folder = Path(self.profile.name)
        if not self.profile.name or folder.is_dir():
            return
        if folder.exists():
            sentence = _("{folder} is not a folder. Name another one with --profile.")
            raise UserError(sentence.format(folder=folder))
        complain("c42desktop: " + _("There is nothing in {folder} yet.").format(folder=folder))

    @contextmanager
    def reading(self) -> Iterator[Store | None]:
        """The store to read, beside whoever writes it; None where there is none yet. Raises UserError."""
        self.look()
        if not self.profile.store.exists():
            yield None
            return
        store = Store(self.profile.store, read_only=True)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[Store]:
        """The store to write, owned by this process. Raises UserError with who owns it."""
        with locked(self.profile, self.command), self.opened(patience) as store:
            yield store

    @contextmanager
    def opened(self, patience: float = PATIENCE) -> Iterator[Store]:
        """The store to write, in a profile that this process owns already. Raises UserError."""
        store = Store(self.profile.store, patience=patience)
        try:
            if store.replaced:
                complain(store.replaced)
            yield store
        finally:
            store.close()


def password_from_stdin() -> str:
    """The next line of standard input. Raises UserError where there is none."""
    try:
        line = sys.stdin.readline(MAX_PASSWORD + 2) if sys.stdin is not None else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(_("Standard input cannot be read as text."), field="password") from error
    return checked(line.rstrip("\r\n"))


def ask_password(jid: str) -> str:
    """What the person types at the terminal. Raises UserError where that is nothing."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # the loop's handler cannot interrupt the typing
    try:
        return checked(getpass.getpass(_("Password for {jid}: ").format(jid=jid)))
    except EOFError:
        return checked("")
    finally:
        signal.signal(signal.SIGINT, before)


def has_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def checked(password: str) -> str:
    """The password, if it can be one. Raises UserError."""
    if not password:
        raise UserError(_("No password was given."), field="password")
    # RFC 4013 §2.3: no password holds control characters or the like. This is another kind of file.
    if len(password) > MAX_PASSWORD or any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") for char in password):
        raise UserError(_("What was given as the password is not one line of text."), field="password")
    return password


def uri_of(ref: CalendarRef) -> str:
    """A calendar as the address that commands take and print."""
    if is_local(ref):
        return f"{ref.service}:{ref.node}"
    from c42desktop.xmpp.address import NodeAddress  # the library behind it is slow to load

    return NodeAddress(ref.service, ref.node).uri


@contextmanager
def until_signalled() -> Iterator[asyncio.Event]:
    """An event that SIGINT, SIGTERM and a closed terminal set, instead of ending the process."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = [signal.SIGINT, signal.SIGTERM]
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is not None and signal.getsignal(hangup) is not signal.SIG_IGN:  # nohup is obeyed
        signals.append(hangup)
    before: dict[signal.Signals, Any] = {}
    for each in signals:
        try:
            loop.add_signal_handler(each, stop.set)
        except NotImplementedError:  # Windows: the loop has no signal handlers, the interpreter has
            before[each] = signal.signal(each, lambda *_: loop.call_soon_threadsafe(stop.set))
    try:
        yield stop
    finally:
        for each in signals:
            if each in before:
                signal.signal(each, before[each])
            else:
                with contextlib.suppress(NotImplementedError):
                    loop.remove_signal_handler(each)


async def unless(stop: asyncio.Event, work: Awaitable[None]) -> None:
    """Await `work`, or end it in good order once `stop` is set. Raises what `work` raises."""
    working = asyncio.ensure_future(work)
    stopped = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait((working, stopped), return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await working
