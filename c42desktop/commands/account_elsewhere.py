"""Accounts of the application that runs on the profile: it keeps and connects them.

What is new is tried here first. Secrets go by way of the keyring, where the application finds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from c42desktop.account_entry import login_values
from c42desktop.calendar.words import never_sent
from c42desktop.commands.account_options import with_options
from c42desktop.commands.context import Context
from c42desktop.commands.new_secrets import keep, keep_proxy_password, new_password
from c42desktop.commands.online import sentence_of
from c42desktop.commands.output import say
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.instance.line import LostError
from c42desktop.proxies import environment, find_proxies
from c42desktop.settings import Account, Settings, new_resource
from c42desktop.store.store import Store
from c42desktop.store.unsent import Unsent
from c42desktop.xmpp.login import Login, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.trial import try_login


async def add(context: Context, jid: str, given: Mapping[str, Any]) -> None:
    """Sign in once, and hand the account over, which is fetched there. Raises UserError."""
    known = context.settings().account(jid)
    resource = known.login.resource if known else new_resource()
    account = replace(known or Account(Login(jid)), login=with_options(Login(jid, resource=resource), given))
    password, guarded = new_password(context, account)
    await keep_proxy_password(context, account.login.proxy)
    memory = Memory(account.mechanism, account.ways)
    status = await tried(account.login, password, memory)
    if status is not None:
        raise UserError(sentence_of(status), field=status.field)
    if guarded or not await keep(jid, password):
        raise UserError(
            _("The c42desktop that runs finds passwords in the keyring only. Add the account there, or quit it first.")
        )
    learnt = replace(account, mechanism=memory.mechanism, ways=memory.ways, enabled=True, ask_password=False)
    count = await put(context, learnt, wait=True)
    sentence = ngettext("Signed in as {jid}: {count} calendar.", "Signed in as {jid}: {count} calendars.", count)
    say(sentence.format(jid=jid, count=count))


async def put(context: Context, account: Account, *, wait: bool = False) -> int:
    """Have an account kept and connected anew; how many calendars it has. `wait` for all of them. Raises UserError."""
    login = {name: value for name, value in login_values(account.login).items() if value is not None}
    count = await context.asked(
        "put account",
        jid=account.jid,
        login=login,
        enabled=account.enabled,
        ask_password=account.ask_password,
        mechanism=account.mechanism,
        ways=dict(account.ways),
        wait=wait,
    )
    if count is None:
        raise LostError
    return int(count)


async def tried(login: Login, password: str, memory: Memory) -> Status | None:
    """What keeps somebody from signing in so; None where nothing does."""
    return await try_login(login, password, memory, find_proxies(login, environment))


def require_all_sent(store: Store, jid: str) -> None:
    """Raises UserError where something of an account would be lost that is nowhere else."""
    unsent = Unsent(store.db).count(jid)
    if unsent:
        lost = never_sent(unsent)
        sentence = _("{lost} Sign in once to have it sent, or remove {jid} all the same with --yes.")
        raise UserError(sentence.format(lost=lost, jid=jid))


def in_settings(settings: Settings, jid: str) -> Account:
    """The account of this JID. Raises UserError where there is none."""
    account = settings.account(jid)
    if account is None:
        raise UserError(_("There is no account {jid} here.").format(jid=jid), field="address")
    return account
