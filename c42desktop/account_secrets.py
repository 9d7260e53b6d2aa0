"""What the keyring holds for one account: its password or token, and that of its proxy."""

from __future__ import annotations

from collections.abc import Iterable

from c42desktop import credentials
from c42desktop.proxies import key_in
from c42desktop.settings import Account


async def forget_secrets(account: Account, accounts: Iterable[Account]) -> None:
    """Take them out of the keyring, but what another of `accounts` needs for the same proxy.

    Raises NoKeyringError, unless nothing of this account is kept there anyway.
    """
    key = key_in(account.login.proxy)
    others = {key_in(each.login.proxy) for each in accounts if each.jid != account.jid}
    try:
        await credentials.forget(account.jid)
        if key and key not in others:
            await credentials.forget_proxy(key)
    except credentials.NoKeyringError:
        if not account.ask_password:
            raise
