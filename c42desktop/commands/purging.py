"""`account remove --purge`: nothing about an account stays on this computer."""

from __future__ import annotations

import shutil
import signal
from dataclasses import replace
from pathlib import Path

from c42desktop import credentials
from c42desktop.account_secrets import forget_secrets
from c42desktop.calendar.words import never_sent
from c42desktop.commands.context import Context, has_terminal
from c42desktop.commands.output import say
from c42desktop.crashes import reports
from c42desktop.errors import UserError
from c42desktop.files import importing
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.profile import Profile
from c42desktop.settings import Account, Settings
from c42desktop.store import erasing
from c42desktop.store.store import Store
from c42desktop.store.unsent import Unsent
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.login import Login


async def purge(context: Context, jid: str, *, agreed: bool) -> None:
    """Erase an account, unless the person at the terminal takes it back. Raises UserError."""
    bare = parse_account(jid)
    with context.writing() as store:
        settings = context.settings()
        known = settings.account(bare)
        if known is None and not erasing.calendars_of(store, bare):
            raise UserError(_("There is no account {jid} here.").format(jid=bare), field="address")
        _announce(store, bare, copies_in(context.profile))
        if not agreed:
            _ask(bare)
        await importing.sweep(store)  # what the window has thrown away before, and has not finished
        if known is not None:
            settings.put_account(replace(known, enabled=False))  # until the end: a start in between reads nothing anew
        erasing.erase(store, bare)
        for path in copies_in(context.profile):
            _remove(path)
        await _forget_secrets(known or Account(Login(bare)), settings)
        if known is not None:
            settings.remove_account(bare)  # last: while it is known, what failed or was killed can be done again
    say(_("Erased {jid} from this computer.").format(jid=bare))
    say(_("Your preferences stay in {path}.").format(path=context.profile.settings))


def copies_in(profile: Profile) -> list[Path]:
    """Everything beside settings and store that may say something about an account: logs, crash reports, older and
    damaged stores, older settings."""
    found = {
        *profile.store.parent.glob(f"{profile.store.name}.*"),
        *profile.store.parent.glob(".c42desktop-*"),
        *profile.settings.parent.glob(f"{profile.settings.name}.*"),
        *profile.settings.parent.glob(f"{profile.settings.stem}.new"),
        *profile.log.parent.glob(f"{profile.log.name}*"),
        *profile.log.parent.glob(reports.folder_of(profile).name),
    }
    return sorted(found)


def _announce(store: Store, jid: str, copies: list[Path]) -> None:
    calendars = len(erasing.calendars_of(store, jid))
    say(
        ngettext(
            "{count} calendar of {jid} is here. What is on the server stays there.",
            "{count} calendars of {jid} are here. What is on the server stays there.",
            calendars,
        ).format(count=calendars, jid=jid)
    )
    unsent = Unsent(store.db).count(jid)
    if unsent:
        say(never_sent(unsent))
    if copies:
        say(_("These may mention the account, and are erased as well, for all accounts:"))
    for path in copies:
        say(f"  {path}")


def _ask(jid: str) -> None:
    """Raises UserError where nobody agrees."""
    if not has_terminal():
        raise UserError(_("There is no terminal to ask at. With --yes, {jid} is erased.").format(jid=jid))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # the loop's handler cannot interrupt the typing
    try:
        answer = input(_("Erase all of it? Type “yes”: "))
    except EOFError:
        answer = ""
    finally:
        signal.signal(signal.SIGINT, before)
    if answer.strip().casefold() not in ("yes", _("yes")):
        raise UserError(_("Nothing was erased."))


def _remove(path: Path) -> None:
    """Raises UserError."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        sentence = _("{path} cannot be erased: {why}. Erase it yourself, or do this again.")
        raise UserError(sentence.format(path=path, why=error.strerror)) from error


async def _forget_secrets(account: Account, settings: Settings) -> None:
    """Raises UserError where the keyring may still have one."""
    try:
        await forget_secrets(account, settings.accounts)
    except credentials.NoKeyringError as error:
        sentence = _(
            "The calendars of {jid} are erased, but its password may still be in the keyring: {why} "
            "Do this again once the keyring works, or without --purge to leave it there."
        )
        raise UserError(sentence.format(jid=account.jid, why=error)) from error
