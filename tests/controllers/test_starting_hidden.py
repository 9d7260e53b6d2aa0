"""Where a session begins, nothing opens by itself: what needs the person is said once, and waits for the window."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from c42desktop import credentials
from c42desktop.app import Application
from c42desktop.controllers import accounts as accounts_module
from c42desktop.controllers.showing import Showing
from c42desktop.controllers.ways_to_tell import BannerNotifier
from c42desktop.notify.native import RecordingNotifier
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import NotifyError
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.startup import Startup
from c42desktop.store.store import Store
from c42desktop.ui.account_dialog import AccountDialog
from c42desktop.ui.tray import Tray
from c42desktop.xmpp.login import Login, State, Status
from tests.controllers.test_account_dialogs import FakeLink
from tests.waiting import until

ANN, BRAM = "ann@example.org", "bram@club.example"
REFUSED = Status(State.REFUSED, "The password was refused.", field="password")


class Keyring:
    """Asks the person, who answers as a test says."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.passwords: dict[str, str] = {}
        self.locked = self.missing = False
        self.gate = asyncio.Event()
        self.gate.set()
        self.at_once = self.most = 0

    async def load(self, jid: str) -> str | None:
        self.asked.append(jid)
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await self.gate.wait()
        await asyncio.sleep(0)
        self.at_once -= 1
        if self.missing:
            raise credentials.MissingKeyringError("This computer has no keyring to keep a password in.")
        if self.locked:
            raise credentials.NoKeyringError("The keyring is locked or does not work.")
        return self.passwords.get(jid)


class Stage:
    """The application at the beginning of a session, with two accounts."""

    def __init__(self, folder: Path, jids: tuple[str, ...] = (ANN, BRAM)) -> None:
        profile = find_profile(str(folder))
        settings = Settings(profile.settings)
        for jid in jids:
            settings.put_account(Account(Login(jid, resource="r1")))
        self.store = Store(profile.store)
        self.notifier = RecordingNotifier()
        self.application = Application(profile, self.store, notifier=self.notifier, startup=Startup(hidden=True))
        self.window = self.application.window
        self.keyring = Keyring()
        self.running: asyncio.Task[None] | None = None

    def begin(self) -> None:
        self.application.showing.begin(hidden=True)
        self.application.accounts.start()

    def titles(self) -> list[str]:
        return [each.title for each in self.notifier.accepted]

    def dialogs(self) -> list[AccountDialog]:
        return [each for each in self.window.findChildren(AccountDialog) if each.isVisible()]


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    FakeLink.made = []
    made = Stage(tmp_path)
    monkeypatch.setattr(accounts_module, "Link", FakeLink)
    monkeypatch.setattr(credentials, "load", made.keyring.load)
    yield made
    await made.application.tasks.cancel()
    made.window.hide()
    made.application.agenda.close()
    made.store.close()


async def turns() -> None:
    for _turn in range(30):
        await asyncio.sleep(0)


async def test_the_window_stays_hidden_and_the_accounts_connect(stage: Stage) -> None:
    stage.keyring.passwords = {ANN: "a", BRAM: "b"}
    stage.begin()
    await until(lambda: len(FakeLink.made) == 2)
    await turns()
    assert not stage.window.isVisible() and stage.notifier.accepted == []


async def test_a_missing_password_is_said_once_and_asked_for_when_the_window_is_opened(stage: Stage) -> None:
    stage.begin()
    await until(lambda: len(stage.notifier.accepted) > 0)
    await turns()
    assert not stage.window.isVisible() and stage.dialogs() == []
    shown = stage.notifier.on_screen["sign-in-needed"]
    assert shown.title == "2 accounts need you to sign in"
    assert shown.body.splitlines() == [f"There is no password for {jid} in the keyring." for jid in (ANN, BRAM)]
    told = len(stage.notifier.accepted)
    for state in (State.CONNECTING, State.WAITING):
        stage.application.accounts._report(ANN, Status(state))
    stage.application.accounts._report(ANN, REFUSED)
    await turns()
    assert len(stage.notifier.accepted) == told, "refused again is no news"
    stage.notifier.click("sign-in-needed")
    await turns()
    assert stage.window.isVisible() and len(stage.dialogs()) == 1
    assert stage.notifier.on_screen == {}
    stage.dialogs()[0].reject()
    assert len(stage.dialogs()) == 1, "the other account"
    assert not stage.window.page.isHidden(), "a click on it leads to no item"


async def test_what_is_refused_while_the_window_is_in_sight_is_said_there_only(stage: Stage) -> None:
    stage.keyring.passwords = {ANN: "a", BRAM: "b"}
    stage.window.present()
    stage.begin()
    await until(lambda: len(FakeLink.made) == 2)
    FakeLink.made[0].report(REFUSED)
    await turns()
    assert stage.notifier.accepted == []
    stage.window.hide()
    FakeLink.made[1].report(REFUSED)
    await until(lambda: len(stage.notifier.accepted) == 1)
    FakeLink.made[1].report(Status(State.ONLINE))
    await turns()
    assert stage.notifier.on_screen == {}, "it is no longer true"


async def test_while_notifications_are_held_back_nothing_is_shown(stage: Stage) -> None:
    stage.application.telling.quiet.holds = True
    stage.begin()
    await turns()
    assert stage.notifier.accepted == []


async def test_a_notification_service_that_comes_later_is_told_then(stage: Stage) -> None:
    stage.notifier.refusal = NotifyError("nobody there")
    stage.begin()
    await turns()
    assert stage.notifier.accepted == []
    stage.notifier.refusal = None
    stage.application._session_settled()
    await until(lambda: stage.titles() == ["2 accounts need you to sign in"])


async def test_a_locked_keyring_asks_once_and_not_for_each_account(stage: Stage) -> None:
    stage.keyring.locked = True
    stage.begin()
    await until(lambda: stage.application.accounts.status.of(BRAM).state is State.REFUSED)
    assert stage.keyring.asked == [ANN]
    assert stage.application.accounts.status.of(BRAM).reason == "The keyring is locked or does not work."
    assert not stage.window.isVisible() and stage.dialogs() == []
    stage.keyring.locked, stage.keyring.passwords = False, {BRAM: "b"}
    await stage.application.accounts.sign_in(BRAM)
    await until(lambda: [each.jid for each in FakeLink.made] == [BRAM])


async def test_accounts_ask_the_keyring_one_after_the_other(stage: Stage) -> None:
    stage.keyring.passwords = {ANN: "a", BRAM: "b"}
    stage.keyring.gate.clear()
    stage.begin()
    await turns()
    stage.keyring.gate.set()
    await until(lambda: len(FakeLink.made) == 2)
    assert stage.keyring.most == 1


async def test_a_keyring_that_comes_later_is_asked_then(stage: Stage) -> None:
    stage.keyring.missing = True
    stage.begin()
    await turns()
    assert stage.notifier.accepted == [] and FakeLink.made == []
    assert stage.application.accounts.status.of(ANN).state is State.CONNECTING
    stage.keyring.missing, stage.keyring.passwords = False, {ANN: "a", BRAM: "b"}
    stage.application._session_settled()
    await until(lambda: len(FakeLink.made) == 2)
    assert stage.notifier.accepted == []


async def test_a_keyring_that_never_comes_is_said_once_the_session_has_had_its_time(stage: Stage) -> None:
    stage.keyring.missing = True
    stage.begin()
    await turns()
    stage.window.stays_hidden = False
    stage.application._session_settled()
    await until(lambda: len(stage.notifier.on_screen) == 1)
    await turns()
    assert stage.notifier.accepted[-1].title == "2 accounts need you to sign in"
    assert not stage.window.isVisible()


async def test_while_the_network_is_not_there_yet_nothing_is_said(stage: Stage) -> None:
    stage.keyring.passwords = {ANN: "a", BRAM: "b"}
    stage.begin()
    await until(lambda: len(FakeLink.made) == 2)
    for link in FakeLink.made:
        link.report(Status(State.WAITING, "There is no network.", retry_in=5))
    await turns()
    stage.application._session_settled()
    await turns()
    assert stage.notifier.accepted == [] and not stage.window.isVisible()
    assert stage.application.tray.icon_name() == "tray-offline"


async def test_without_an_account_nothing_is_asked_at_each_sign_in(tmp_path: Path, qtbot: QtBot) -> None:
    stage = Stage(tmp_path, ())
    stage.begin()
    await turns()
    assert not stage.window.isVisible() and stage.notifier.accepted == [] and stage.window.is_signing_in()
    await stage.application.tasks.cancel()
    stage.application.agenda.close()
    stage.store.close()


# -- a tray that is not there, yet or ever --------------------------------------------------------------------------


def showing(stage: Stage, has_tray: Callable[[], bool], settled: Callable[[], None]) -> Showing:
    application = stage.application
    return Showing(
        stage.window,
        application.settings,
        application.banner,
        application.tasks,
        has_tray=has_tray,
        on_settled=settled,
        patience=0.01,
    )


async def test_without_a_tray_the_window_is_left_where_a_person_finds_it(stage: Stage) -> None:
    settled = asyncio.Event()
    stage.window.show_agenda()
    showing(stage, lambda: False, settled.set).begin(hidden=True)
    assert not stage.window.isVisible() and stage.window.stays_hidden
    await asyncio.wait_for(settled.wait(), 5)
    assert stage.window.isMinimized() and not stage.window.stays_hidden
    assert "This desktop has no tray." in stage.window.banner.accessibleName()


async def test_who_brings_the_minimised_window_back_is_asked_then(stage: Stage) -> None:
    stage.window.showMinimized()
    stage.begin()
    await until(lambda: len(stage.notifier.accepted) > 0)
    await turns()
    assert stage.window.isMinimized() and stage.dialogs() == []
    stage.window.showNormal()  # as the task bar does
    assert len(stage.dialogs()) == 1


async def test_with_a_tray_it_stays_hidden(stage: Stage) -> None:
    settled = asyncio.Event()
    showing(stage, lambda: True, settled.set).begin(hidden=True)
    await asyncio.wait_for(settled.wait(), 5)
    assert not stage.window.isVisible() and not stage.window.stays_hidden
    assert not stage.application.settings.get("window", "said_no_tray", False)


async def test_a_window_that_was_opened_meanwhile_is_left_alone(stage: Stage) -> None:
    settled = asyncio.Event()
    showing(stage, lambda: False, settled.set).begin(hidden=True)
    stage.window.present()
    assert not stage.window.stays_hidden
    await asyncio.wait_for(settled.wait(), 5)
    assert stage.window.isVisible() and not stage.window.isMinimized()


async def test_what_no_notification_service_takes_does_not_open_a_window_that_starts_hidden(stage: Stage) -> None:
    way = BannerNotifier(stage.window, stage.application.banner)
    stage.window.stays_hidden = True
    with pytest.raises(NotifyError, match="starts hidden"):
        await way.show(Notification("key", "Moved"))
    assert not stage.window.isVisible()
    stage.window.stays_hidden = False
    await way.show(Notification("key", "Moved"))
    assert stage.window.isVisible()


def test_an_icon_that_came_before_its_tray_is_made_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    trays = [False]
    monkeypatch.setattr(Tray, "available", staticmethod(lambda: trays[0]))
    tray = Tray(list, lambda: None)  # type: ignore[arg-type, return-value]
    tray.show()
    early = tray._icon
    tray.renew()
    assert tray._icon is early, "there is still none"
    trays[0] = True
    tray.renew()
    found = tray._icon
    assert found is not early and found.isVisible() and not found.icon().isNull()
    assert found.toolTip() == tray.tooltip() and found.contextMenu() is tray.menu
    with qtbot.waitSignal(tray.toggled):
        found.activated.emit(found.ActivationReason.Trigger)
    tray.renew()
    assert tray._icon is found, "Qt looks after this one"
    tray.hide()
