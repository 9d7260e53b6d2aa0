"""The account line and the banner say how the accounts are, and nothing that is not known yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from c42desktop import clock
from c42desktop.app import Application
from c42desktop.controllers.account_status import HICCUP
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.ui.widgets import ElidedLabel
from c42desktop.xmpp.login import State, Status

ANN = "ann@example.org"
ONLINE, WAITING = Status(State.ONLINE), Status(State.WAITING, "It does not answer.", retry_in=5)


class Stage:
    """An application whose connection is what a test says."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 11, 22, 11, tzinfo=UTC)
        self.store = Store(folder / "calendars.sqlite")
        self.application = Application(find_profile(str(folder)), self.store, notifier=RecordingNotifier())
        self.accounts = self.application.accounts

    def line(self) -> str:
        label = self.application.window.findChild(ElidedLabel, "account-state")
        return label.full_text()

    def banner(self) -> str:
        banner = self.application.window.banner
        return "" if banner.isHidden() else banner.accessibleName()


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    made = Stage(tmp_path)
    monkeypatch.setattr(clock, "now", lambda: made.now)
    yield made
    made.application.window.hide()
    made.store.close()


async def test_until_everything_was_looked_at_an_empty_agenda_is_not_called_up_to_date(stage: Stage) -> None:
    stage.accounts._report(ANN, ONLINE)
    assert stage.line() == "Reading calendars…"
    stage.accounts._updated(ANN, Update(synced=True))
    assert stage.line() == "Online"


async def test_a_line_that_comes_back_soon_moves_nothing_in_the_window(stage: Stage) -> None:
    stage.accounts._report(ANN, WAITING)
    assert stage.line() == "Offline · next try in 5 s"
    assert stage.banner() == ""
    stage.now += HICCUP / 2
    stage.accounts._report(ANN, ONLINE)
    stage.now += HICCUP
    stage.accounts.refresh()
    assert stage.banner() == ""


async def test_a_line_that_stays_away_is_said_in_the_banner(stage: Stage) -> None:
    stage.accounts._report(ANN, WAITING)
    stage.now += HICCUP
    stage.accounts._report(ANN, Status(State.CONNECTING))
    assert stage.banner().startswith("Offline since ")
    stage.accounts._report(ANN, ONLINE)
    assert stage.banner() == ""
