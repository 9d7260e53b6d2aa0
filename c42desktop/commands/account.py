"""`account add`, `list`, `edit`, `enable`, `disable`, `remove`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from c42desktop import credentials
from c42desktop.account_secrets import forget_secrets
from c42desktop.commands import account_elsewhere as elsewhere
from c42desktop.commands.account_elsewhere import in_settings, require_all_sent
from c42desktop.commands.account_options import described, with_options
from c42desktop.commands.context import Context
from c42desktop.commands.new_secrets import keep, keep_proxy_password, new_password
from c42desktop.commands.online import SlowError, online, sentence_of
from c42desktop.commands.output import complain, say
from c42desktop.errors import UserError
from c42desktop.files import importing, keeping
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.profile import locked
from c42desktop.settings import Account, new_resource
from c42desktop.store.salvage import PARTS
from c42desktop.store.store import Store
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.memory import Memory


async def add(context: Context, jid: str, given: Mapping[str, Any]) -> None:
    """Sign in and fetch every calendar once, and keep the account if that worked. `given` are attributes of Login.

    Raises UserError.
    """
    bare = parse_account(jid)
    if await context.asked("hello") is not None:
        await elsewhere.add(context, bare, given)
        return
    with locked(context.profile, context.command):
        settings = context.settings()
        known = settings.account(bare)
        resource = known.login.resource if known else new_resource()
        account = replace(known or Account(Login(bare)), login=with_options(Login(bare, resource=resource), given))
        password, guarded = new_password(context, account)
        await keep_proxy_password(context, account.login.proxy)
        memory = Memory(account.mechanism, account.ways)
        with _store_for(context, bare, is_known=known is not None) as store:
            try:
                async with online(account.login, password, store, memory):
                    pass
            except SlowError:
                complain(_("Not every calendar was fetched in time. The others are fetched at the next start."))
            count = len(store.calendars(bare))
            kept = not guarded and await keep(bare, password)
            learnt = replace(account, mechanism=memory.mechanism, ways=memory.ways)
            settings.put_account(replace(learnt, ask_password=not kept, enabled=True))
    sentence = ngettext("Signed in as {jid}: {count} calendar.", "Signed in as {jid}: {count} calendars.", count)
    say(sentence.format(jid=bare, count=count))


async def edit(
    context: Context, jid: str, given: Mapping[str, Any], *, untried: bool = False, accept_weaker: bool = False
) -> None:
    """Change how an account is reached, and keep it if signing in works so; or `untried`. Raises UserError.

    `accept_weaker`: what the server offered for signing in before does not count any more.
    """
    bare = parse_account(jid)
    if await context.asked("hello") is None:
        with locked(context.profile, context.command):
            changed = await _edited(context, bare, given, untried=untried, accept_weaker=accept_weaker)
            context.settings().put_account(changed)
    else:
        await elsewhere.put(context, await _edited(context, bare, given, untried=untried, accept_weaker=accept_weaker))
    say(_("Changed {jid}.").format(jid=bare))


async def _edited(
    context: Context, jid: str, given: Mapping[str, Any], *, untried: bool, accept_weaker: bool
) -> Account:
    """The account as it is to be kept, its secrets kept already. Raises UserError."""
    known = in_settings(context.settings(), jid)
    changed = replace(known, login=with_options(known.login, given))
    await keep_proxy_password(context, changed.login.proxy)
    password = None if untried and not context.password_stdin else await context.password(changed)
    memory = Memory("" if accept_weaker else known.mechanism, known.ways)
    status = None if untried or password is None else await elsewhere.tried(changed.login, password, memory)
    if status is not None:
        raise UserError(sentence_of(status), field=status.field)
    if context.password_stdin and password is not None:
        changed = replace(changed, ask_password=not await keep(jid, password))
    return replace(changed, mechanism=memory.mechanism, ways=memory.ways)


async def set_enabled(context: Context, jid: str, *, enabled: bool) -> None:
    """Sign an account in or out: one that is signed out stays here with its calendars, and is not connected.

    Raises UserError where there is none of that JID.
    """
    bare = parse_account(jid)
    if await context.asked("enable account", jid=bare, enabled=enabled) is not None:
        say((_("{jid} is signing in.") if enabled else _("{jid} is signed out.")).format(jid=bare))
        return
    with locked(context.profile, context.command):
        settings = context.settings()
        settings.put_account(replace(in_settings(settings, bare), enabled=enabled))
    done = _("{jid} is signed in at the next start.") if enabled else _("{jid} is signed out.")
    say(done.format(jid=bare))


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


async def show(context: Context) -> None:
    """One line for each account."""
    context.look()
    accounts = context.settings().accounts
    if not accounts:
        say(_("There is no account yet. Add one with: c42desktop account add JID"))
    for account in accounts:
        login = account.login
        via = _("  via {host}").format(host=f"{login.host}:{login.port or 5222}") if login.host else ""
        signed_out = "" if account.enabled else "  " + _("signed out")
        others = f"  {described(login)}" if described(login) else ""
        say(account.jid + signed_out + via + others)


async def remove(context: Context, jid: str, *, keep_calendars: bool, agreed: bool) -> None:
    """Forget an account: settings, password, and calendars, unless those are kept as local ones.

    Raises UserError where there is none of that JID, and where changes would be lost unless that is `agreed`.
    """
    bare = parse_account(jid)
    kept = _("Removed {jid} from this computer. Its calendars stay, as they were last known.")
    words = kept if keep_calendars else _("Removed {jid} and its calendars from this computer.")
    if await context.asked("remove account", jid=bare, keep_calendars=keep_calendars, agreed=agreed) is not None:
        say(words.format(jid=bare))
        return
    with context.writing() as store:
        settings = context.settings()
        known = in_settings(settings, bare)
        if not agreed:
            require_all_sent(store, bare)
        if keep_calendars:
            keeping.keep_calendars(store, bare)
            await importing.sweep(store)
        else:
            store.remove_account(bare)  # first: where that fails, nothing is done, and it can be done again
        settings.remove_account(bare)
        await _forget_secrets(known, settings.accounts)
    say(words.format(jid=bare))


async def _forget_secrets(account: Account, others: Sequence[Account]) -> None:
    try:
        await forget_secrets(account, others)
    except credentials.NoKeyringError as error:
        complain(str(error))
