"""`account add`, `account list`, `account remove`."""

from __future__ import annotations

import getpass
import sys
from gettext import gettext as _
from pathlib import Path

from c42desktop import credentials
from c42desktop.commands.context import Context, describe
from c42desktop.errors import UserError
from c42desktop.profile import locked
from c42desktop.settings import Account
from c42desktop.store.store import Store
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.trial import try_login


async def add(context: Context, jid: str, host: str, port: int, ca_file: str) -> None:
    """Sign in once, and keep the account if that worked. Raises UserError."""
    known = context.settings().account(parse_account(jid))
    resource = known.login.resource if known else ""
    login = Login(parse_account(jid), host, port, absolute(ca_file), resource)
    with locked(context.profile, context.command):
        password = _ask_password(context, login.jid)
        status = await try_login(login, password)
        if status is not None:
            raise UserError(describe(status), field=status.field)
        kept = await _keep(login.jid, password)
        context.settings().put_account(Account(login, ask_password=not kept))
    print(_("Signed in as {jid}.").format(jid=login.jid))


def absolute(file: str) -> str:
    """A file a person named, so that it is found from any folder later on."""
    return str(Path(file).expanduser().absolute()) if file else ""


async def _keep(jid: str, password: str) -> bool:
    try:
        await credentials.save(jid, password)
    except credentials.NoKeyringError as error:
        sentence = _("The password is not kept: {why} Give it again with {variable} or --password-stdin.")
        print(sentence.format(why=error, variable=credentials.FILE_VARIABLE), file=sys.stderr)
        return False
    return True


def _ask_password(context: Context, jid: str) -> str:
    if context.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    from_file = credentials.from_file()
    if from_file is not None:
        return from_file
    if not sys.stdin.isatty():
        raise UserError(_("There is no terminal to ask for the password. Use --password-stdin."))
    return getpass.getpass(_("Password for {jid}: ").format(jid=jid))


async def show(context: Context) -> None:
    """One line for each account."""
    accounts = context.settings().accounts
    if not accounts:
        print(_("There is no account yet. Add one with: c42desktop account add JID"))
    for account in accounts:
        login = account.login
        via = _("  via {host}").format(host=f"{login.host}:{login.port or 5222}") if login.host else ""
        print(account.jid + via)


async def remove(context: Context, jid: str) -> None:
    """Forget an account: settings, calendars, password. Raises UserError where there is none of that JID."""
    bare = parse_account(jid)
    with context.writing() as store:
        _remove(context, store, bare)
        try:
            await credentials.forget(bare)
        except credentials.NoKeyringError as error:
            print(error, file=sys.stderr)
    print(_("Removed {jid} and its calendars from this computer.").format(jid=bare))


def _remove(context: Context, store: Store, jid: str) -> None:
    context.settings().remove_account(jid)
    store.remove_account(jid)
