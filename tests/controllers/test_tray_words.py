"""The tray names every account, the one that needs attention first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from c42desktop.controllers.account_status import AccountStatus
from c42desktop.settings import Settings
from c42desktop.ui.tray import TrayState
from c42desktop.xmpp.login import State, Status


class Tray:
    """What was said last."""

    said: tuple[TrayState, str]

    def set_state(self, state: TrayState, words: str) -> None:
        self.said = state, words


@pytest.fixture
def tray() -> Tray:
    return Tray()


def _ignore(_told: object) -> None:
    """The window is not what is looked at."""


@pytest.fixture
def status(tray: Tray, tmp_path: Path) -> AccountStatus:
    window: Any = SimpleNamespace(set_accounts=_ignore, set_looking=_ignore, isVisible=lambda: True)
    banner: Any = SimpleNamespace(set_state=lambda text, act: None)
    reading: Any = SimpleNamespace(words=lambda jid: ("", ""))
    any_tray: Any = tray
    return AccountStatus(
        Settings(tmp_path / "settings.toml"),
        window,
        any_tray,
        banner,
        reading,
        now=lambda: datetime(2026, 11, 22, tzinfo=UTC),
        help_with=lambda jid: None,
    )


def connecting(status: AccountStatus, *jids: str) -> None:
    for jid in jids:
        status.report(jid, Status(State.CONNECTING))


def test_one_account_has_one_line(status: AccountStatus, tray: Tray) -> None:
    connecting(status, "ann@example.org")
    assert tray.said == (TrayState.CONNECTING, "ann@example.org: Connecting…")


def test_each_of_several_has_a_line(status: AccountStatus, tray: Tray) -> None:
    status.sign_out("old@example.net")
    connecting(status, "ann@example.org")
    status.report("ann@work.example", Status(State.OFFLINE))
    words = tray.said[1].split("\n")
    assert sorted(each.partition(":")[0] for each in words) == ["ann@example.org", "ann@work.example"]


def test_of_many_the_first_are_named_and_the_rest_counted(status: AccountStatus, tray: Tray) -> None:
    connecting(status, *(f"{name}@example.org" for name in "abcd"))
    assert tray.said[1].count("\n") == 3, "one more line is as long as counting it"
    connecting(status, "e@example.org")
    assert tray.said[1].split("\n")[3:] == ["and 2 more accounts"]
