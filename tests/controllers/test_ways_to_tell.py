"""The tray's message and the banner: the last ways to tell, and what is pressed there does the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.ways_to_tell import BannerNotifier, TrayNotifier
from c42desktop.notify.notification import Action, Notification
from c42desktop.notify.notifier import FallbackNotifier, Notifier, NotifyError, RecordingNotifier
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow
from tests.acting import NOW

CALL = Notification(
    "call",
    "Call with Vera in 10 minutes",
    "14:00 – 14:45\nVideo call",
    actions=(Action("join", "Join"), Action("dismiss", "Dismiss")),
)
LUNCH = Notification("lunch", "Lunch in 10 minutes")


class Tray:
    """Shows messages, or has nowhere to."""

    def __init__(self) -> None:
        self.there = True
        self.messages: list[tuple[str, str]] = []
        self.click: Callable[[], None] = lambda: None

    def show_message(self, title: str, body: str, clicked: Callable[[], None]) -> bool:
        if self.there:
            self.messages.append((title, body))
            self.click = clicked
        return self.there


class Heard:
    """What a notifier tells."""

    def __init__(self, notifier: Notifier) -> None:
        self.told: list[tuple[str, ...]] = []
        notifier.on_clicked = lambda key: self.told.append(("clicked", key))
        notifier.on_action = lambda key, action: self.told.append((action, key))
        notifier.on_closed = lambda key: self.told.append(("closed", key))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(made)
    made.show_agenda()
    return made


@pytest.fixture
def banner(window: MainWindow) -> BannerController:
    return BannerController(window)


@pytest.fixture
def notifier(window: MainWindow, banner: BannerController) -> BannerNotifier:
    return BannerNotifier(window, banner)


def press(window: MainWindow, name: str) -> None:
    buttons = window.banner.findChildren(QPushButton, f"banner-{name}")
    [found] = [each for each in buttons if not each.isHidden()]
    found.click()


async def test_a_click_on_the_trays_message_opens_what_it_was_about() -> None:
    tray = Tray()
    notifier = TrayNotifier(tray)  # type: ignore[arg-type]
    heard = Heard(notifier)
    await notifier.show(CALL)
    first = tray.click
    await notifier.show(LUNCH)
    first()
    tray.click()
    tray.click()
    assert tray.messages == [(CALL.title, CALL.body), (LUNCH.title, "")]
    assert heard.told == [("closed", "call"), ("clicked", "lunch"), ("closed", "lunch")]


async def test_a_message_that_is_outdated_does_nothing_when_it_is_clicked() -> None:
    tray = Tray()
    notifier = TrayNotifier(tray)  # type: ignore[arg-type]
    heard = Heard(notifier)
    await notifier.show(CALL)
    await notifier.withdraw("lunch")
    await notifier.withdraw("call")
    tray.click()
    assert heard.told == [("closed", "call")]


async def test_without_a_tray_the_banner_is_left(notifier: BannerNotifier, window: MainWindow) -> None:
    tray, native = Tray(), RecordingNotifier()
    tray.there, native.refusal = False, NotifyError("No daemon")
    chain = FallbackNotifier([native, TrayNotifier(tray), notifier])  # type: ignore[arg-type]
    heard = Heard(chain)
    await chain.show(CALL)
    assert window.isVisible(), "the last way is of no use where nobody sees it"
    assert not window.banner.isHidden()
    native.refusal = None
    await chain.show(CALL)
    assert window.banner.isHidden(), "the outdated one does not stay"
    assert heard.told == []
    await chain.close()
    with pytest.raises(NotifyError):
        await chain.show(CALL)


async def test_what_is_pressed_in_the_banner_is_the_same_action(notifier: BannerNotifier, window: MainWindow) -> None:
    heard = Heard(notifier)
    await notifier.show(CALL)
    assert window.banner.accessibleName() == "Call with Vera in 10 minutes · 14:00 – 14:45 · Video call"
    press(window, "join")
    assert heard.told == [("join", "call"), ("closed", "call")]
    assert window.banner.isHidden()


async def test_closing_the_banner_does_nothing_else(notifier: BannerNotifier, window: MainWindow) -> None:
    heard = Heard(notifier)
    await notifier.show(CALL)
    press(window, "action")
    assert heard.told == [("closed", "call")]


async def test_an_update_is_not_gone(notifier: BannerNotifier, window: MainWindow) -> None:
    heard = Heard(notifier)
    await notifier.show(CALL)
    await notifier.show(Notification("call", "Call with Vera in 5 minutes", actions=CALL.actions))
    assert heard.told == []
    await notifier.show(LUNCH)
    assert heard.told == [("closed", "call")]
    await notifier.withdraw("call")
    assert not window.banner.isHidden()
    await notifier.withdraw("lunch")
    assert (window.banner.isHidden(), heard.told[1:]) == (True, [("closed", "lunch")])


async def test_what_can_be_done_now_does_not_wait_for_the_connection(
    notifier: BannerNotifier, window: MainWindow, banner: BannerController
) -> None:
    banner.set_state(BannerText(BannerKind.OFFLINE, "Offline since 13:12", "Connect now"), lambda: None)
    await notifier.show(CALL)
    assert window.banner.accessibleName().startswith("Call with Vera")
    banner.set_work("Importing 100 of 10 000…")
    banner.set_work("")
    press(window, "dismiss")
    assert window.banner.accessibleName() == "Offline since 13:12"


async def test_another_notice_takes_its_place(
    notifier: BannerNotifier, window: MainWindow, banner: BannerController
) -> None:
    heard = Heard(notifier)
    await notifier.show(CALL)
    banner.tell("The disk is full.", error=True)
    assert heard.told == [("closed", "call")]
    assert [each.objectName() for each in window.banner.findChildren(QPushButton) if not each.isHidden()] == [
        "banner-action"
    ]
