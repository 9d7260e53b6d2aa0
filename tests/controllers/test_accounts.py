"""The account line and the banner say how the accounts are, and nothing that is not known yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from c42desktop import clock
from c42desktop.app import Application
from c42desktop.controllers.account_status import HICCUP
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.ui.account_line import AccountEntry
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
    made.application.agenda.close()
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
    assert stage.banner().endswith(" – showing what was known then. It does not answer.")
    stage.accounts._report(ANN, ONLINE)
    assert stage.banner() == ""


BRAM = "bram@club.example"


def entries(stage: Stage) -> dict[str, str]:
    found = [each for each in stage.application.window.findChildren(AccountEntry) if not each.isHidden()]
    return {each.shown.jid: each.shown.words for each in found}


async def test_each_of_several_accounts_has_a_state_of_its_own(stage: Stage) -> None:
    stage.accounts._report(ANN, Status(State.ONLINE, via="WebSocket"))
    stage.accounts._updated(ANN, Update(synced=True))
    stage.accounts._report(BRAM, WAITING)
    assert entries(stage) == {ANN: "Online over WebSocket", BRAM: "Offline · next try in 5 s"}


async def test_the_banner_names_the_account_that_is_offline(stage: Stage) -> None:
    stage.accounts._report(ANN, ONLINE)
    stage.accounts._report(BRAM, WAITING)
    stage.now += HICCUP
    stage.accounts.refresh()
    assert stage.banner().startswith("bram@club.example: offline since ")
    stage.accounts._report(ANN, WAITING)
    stage.now += HICCUP
    stage.accounts.refresh()
    assert stage.banner().startswith("Offline since ")


async def test_a_refusal_is_said_of_its_account_once(stage: Stage) -> None:
    stage.accounts._report(ANN, ONLINE)
    stage.accounts._report(BRAM, Status(State.REFUSED, "The password for bram@club.example was refused."))
    assert stage.banner() == "The password for bram@club.example was refused."
    stage.accounts._report(BRAM, Status(State.REFUSED, "The file cannot be read.", field="ca_file"))
    assert stage.banner() == "bram@club.example: The file cannot be read."


async def test_the_fingerprint_is_left_to_the_dialog_where_there_is_one(stage: Stage) -> None:
    stage.accounts._report(ANN, Status(State.REFUSED, "It is not trusted.", field="ca_file", fingerprint="AA:BB"))
    assert stage.banner() == "It is not trusted. Its SHA-256 fingerprint is AA:BB"
    stage.accounts._report(
        ANN, Status(State.REFUSED, "It is not trusted.", field="ca_file", fingerprint="AA:BB", pin="CC:DD")
    )
    assert stage.banner() == "It is not trusted."


async def test_an_empty_window_says_that_it_is_looking_only_while_it_is(stage: Stage) -> None:
    first = stage.application.window.page.first
    looks = first.findChild(QLabel, "looking")
    seen = []
    for status in (Status(State.CONNECTING), ONLINE, WAITING, Status(State.CONNECTING), ONLINE):
        stage.accounts._report(ANN, status)
        seen.append(not looks.isHidden())
    stage.accounts._updated(ANN, Update(synced=True))
    assert [*seen, not looks.isHidden()] == [True, True, False, False, True, False]


async def test_what_went_wrong_while_reading_offers_to_look_again(stage: Stage) -> None:
    stage.accounts._report(ANN, ONLINE)
    banner = stage.application.window.banner
    stage.accounts._updated(ANN, Update(problem="There is no space left."))
    assert (banner.property("look"), banner.findChild(QPushButton, "banner-action").text()) == ("error", "Look again")
    stage.accounts._updated(ANN, Update(synced=True, problem="There is no calendar service."))
    assert banner.property("look") == "info"
    looked: list[str] = []
    stage.accounts._links[ANN] = SimpleNamespace(sync=SimpleNamespace(catch_up=lambda: looked.append(ANN)))  # type: ignore[assignment]
    banner.findChild(QPushButton, "banner-action").click()
    assert looked == [ANN]


async def test_what_an_account_could_not_read_is_said_with_its_name(stage: Stage) -> None:
    for jid in (ANN, BRAM):
        stage.accounts._report(jid, ONLINE)
    stage.accounts._updated(BRAM, Update(synced=True, problem="There are no calendars."))
    assert stage.banner() == "bram@club.example: There are no calendars."
    stage.accounts._updated(BRAM, Update(synced=True))
    assert stage.banner() == ""
