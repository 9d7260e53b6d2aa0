"""`account add`, `account list`, `account remove`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from c42desktop import credentials
from c42desktop.commands.context import Context, ask_password, checked, has_terminal, password_from_stdin
from c42desktop.commands.online import SlowError, online
from c42desktop.commands.output import complain, say
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.profile import locked
from c42desktop.settings import Account, new_resource
from c42desktop.store.salvage import PARTS
from c42desktop.store.store import Store
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.login import Login


async def add(context: Context, jid: str, host: str, port: int, ca_file: str) -> None:
    """Sign in and fetch every calendar once, and keep the account if that worked. Raises UserError."""
    bare = parse_account(jid)
    with locked(context.profile, context.command):
        known = context.settings().account(bare)
        login = Login(bare, host, port, absolute(ca_file), known.login.resource if known else new_resource())
        password, guarded = _new_password(context, bare)
        with _store_for(context, bare, is_known=known is not None) as store:
            try:
                async with online(login, password, store):
                    pass
            except SlowError:
                complain(_("Not every calendar was fetched in time. The others are fetched at the next start."))
            count = len(store.calendars(bare))
            kept = not guarded and await _keep(bare, password)
            context.settings().put_account(Account(login, ask_password=not kept))
    sentence = ngettext("Signed in as {jid}: {count} calendar.", "Signed in as {jid}: {count} calendars.", count)
    say(sentence.format(jid=bare, count=count))


@contextmanager
def _store_for(context: Context, jid: str, *, is_known: bool) -> Iterator[Store]:
    """The profile's store for an account that is being added. Where that fails, nothing of it stays behind."""
    path = context.profile.store
    was_there = path.exists()
    added = False
    try:
        with context.opened() as store:
            try:
                yield store
                added = True
            finally:
                if not added and not is_known:
                    store.remove_account(jid)
    finally:
        if not added and not was_there:
            for part in PARTS:
                Path(f"{path}{part}").unlink(missing_ok=True)


def absolute(file: str) -> str:
    """A file a person named, so that it is found from any folder later on. Raises UserError."""
    try:
        return str(Path(file).expanduser().absolute()) if file else ""
    except RuntimeError as error:
        raise UserError(_("{file} cannot be found: there is no such home folder.").format(file=file)) from error


def _new_password(context: Context, jid: str) -> tuple[str, bool]:
    """The password to try, and whether it stays in its guarded file instead of the keyring."""
    if context.password_stdin:
        return password_from_stdin(), False
    in_file = credentials.from_file()
    if in_file is not None:
        return checked(in_file), True
    if not has_terminal():
        raise UserError(_("There is no terminal to ask for the password. Use --password-stdin."))
    return ask_password(jid), False


async def _keep(jid: str, password: str) -> bool:
    try:
        await credentials.save(jid, password)
    except credentials.NoKeyringError as error:
        sentence = _("The password is not kept: {why} Give it again with {variable} or --password-stdin.")
        complain(sentence.format(why=error, variable=credentials.FILE_VARIABLE))
        return False
    return True


async def show(context: Context) -> None:
    """One line for each account."""
    context.look()
    accounts = context.settings().accounts
    if not accounts:
        say(_("There is no account yet. Add one with: c42desktop account add JID"))
    for account in accounts:
        login = account.login
        via = _("  via {host}").format(host=f"{login.host}:{login.port or 5222}") if login.host else ""
        say(account.jid + via)


async def remove(context: Context, jid: str) -> None:
    """Forget an account: settings, calendars, password. Raises UserError where there is none of that JID."""
    bare = parse_account(jid)
    with context.writing() as store:
        settings = context.settings()
        known = settings.account(bare)
        store.remove_account(bare)  # first: where that fails, nothing is done, and it can be done again
        settings.remove_account(bare)
        try:
            await credentials.forget(bare)
        except credentials.NoKeyringError as error:
            if known is not None and not known.ask_password:
                complain(str(error))
    say(_("Removed {jid} and its calendars from this computer.").format(jid=bare))
