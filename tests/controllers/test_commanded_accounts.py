"""Commands that change accounts: what they began is not left half done."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from c42desktop.controllers import commanded_accounts
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.commanded_accounts import CommandedAccounts
from c42desktop.instance.protocol import Request
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.login import Login

ANN = "ann@example.org"
REMOVE = Request("remove account", {"jid": ANN, "keep_calendars": False, "agreed": True})


class Accounts:
    """An account that takes its time to leave its server."""

    def __init__(self) -> None:
        self.left = asyncio.Event()
        self.forgotten: list[str] = []

    async def forget(self, jid: str, *, keep: bool) -> None:
        assert not keep
        await self.left.wait()
        self.forgotten.append(jid)


@pytest.fixture
def accounts() -> Accounts:
    return Accounts()


@pytest.fixture
def asked(tmp_path: Path, accounts: Accounts) -> Iterator[CommandedAccounts]:
    settings = Settings(tmp_path / "settings.toml")
    settings.put_account(Account(Login(ANN)))

    async def nothing(_jid: str) -> None:
        """Nobody waits here."""

    with closing(Store(tmp_path / "calendars.sqlite")) as store:
        made = cast(AccountsController, accounts)
        yield CommandedAccounts(settings, store, made, cast(MainWindow, None), nothing)


async def test_an_account_that_is_being_removed_goes_though_the_command_is_ended(
    asked: CommandedAccounts, accounts: Accounts
) -> None:
    removing = asyncio.ensure_future(asked.handlers["remove account"](REMOVE, lambda _message: None))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    removing.cancel()
    await asyncio.sleep(0)
    accounts.left.set()
    with pytest.raises(asyncio.CancelledError):
        await removing
    assert accounts.forgotten == [ANN]


async def test_a_server_that_cannot_be_left_keeps_the_application_only_for_a_while(
    asked: CommandedAccounts, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commanded_accounts, "PATIENCE", 0.05)
    removing = asyncio.ensure_future(asked.handlers["remove account"](REMOVE, lambda _message: None))
    await asyncio.sleep(0)
    removing.cancel()
    await asyncio.wait_for(asyncio.gather(removing, return_exceptions=True), 5)
    assert (removing.cancelled(), accounts.forgotten) == (True, [])
