"""One banner: the state of the connection first, then what is to be known once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from c42desktop.controllers.banner import BannerController
from c42desktop.ui.banner import BannerKind, BannerText

OFFLINE = BannerText(BannerKind.OFFLINE, "Offline since 13:12", "Connect now")


class Window(QObject):
    """The part of the window that the controller knows."""

    connect_requested = Signal()
    banner_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.banner: BannerText | None = None

    def set_banner(self, banner: BannerText | None) -> None:
        self.banner = banner


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window()


@pytest.fixture
def controller(window: Window) -> BannerController:
    return BannerController(window)  # type: ignore[arg-type]


def test_a_notice_stays_until_it_is_dismissed(window: Window, controller: BannerController) -> None:
    controller.tell("There is no tray.")
    assert window.banner == BannerText(BannerKind.INFO, "There is no tray.", "Dismiss")
    window.connect_requested.emit()
    assert window.banner is None


def test_the_state_covers_a_notice_and_gives_it_back(window: Window, controller: BannerController) -> None:
    acted: list[bool] = []
    controller.tell("There is no tray.")
    controller.set_state(OFFLINE, lambda: acted.append(True))
    assert window.banner == OFFLINE
    window.connect_requested.emit()
    assert acted == [True]
    controller.set_state(None, lambda: None)
    assert window.banner is not None
    assert window.banner.text == "There is no tray."


def test_a_reply_does_not_wait_until_the_connection_is_back(window: Window, controller: BannerController) -> None:
    controller.set_state(OFFLINE, lambda: None)
    controller.reply("You may only read this calendar.")
    assert window.banner == BannerText(BannerKind.INFO, "You may only read this calendar.", "Dismiss")
    window.connect_requested.emit()
    assert window.banner == OFFLINE
    controller.tell("There is no tray.")
    assert window.banner == OFFLINE


def test_an_error_looks_like_one(window: Window, controller: BannerController) -> None:
    controller.tell("It was refused.", error=True)
    assert window.banner is not None
    assert window.banner.kind is BannerKind.ERROR


def test_work_that_was_cancelled_does_not_bring_back_the_result_of_the_work_before(
    window: Window, controller: BannerController
) -> None:
    controller.tell("Imported 1 event into Yoga.")
    controller.set_work("Importing 100 of 10 000…")
    controller.set_work("")
    assert window.banner is None


def test_an_error_outlasts_work(window: Window, controller: BannerController) -> None:
    controller.tell("The disk is full.", error=True)
    controller.set_work("Importing 100 of 10 000…")
    controller.set_work("")
    assert window.banner is not None
    assert window.banner.text == "The disk is full."


def test_what_waits_is_said_in_the_sentence_before(window: Window, controller: BannerController) -> None:
    controller.set_waiting(1)
    controller.set_state(BannerText(BannerKind.OFFLINE, "Offline. Nothing answers.", "Connect now"), lambda: None)
    assert window.banner is not None
    assert window.banner.text == "Offline. Nothing answers · 1 change waits to be sent."


CHOICES = (("new", "What is new"),)


def test_what_can_wait_is_said_while_there_is_nothing_else(window: Window, controller: BannerController) -> None:
    chosen: list[str] = []
    waiting = BannerText(BannerKind.INFO, "Version 2 is out.", "Dismiss", CHOICES)
    controller.mention("Version 2 is out.", CHOICES, chosen.append)
    assert window.banner == waiting
    controller.set_state(OFFLINE, lambda: None)
    assert window.banner == OFFLINE
    controller.set_state(None, lambda: None)
    controller.ask("Vera asks to be let in.", [("yes", "Allow")], lambda _choice: None, lambda: None)
    assert window.banner is not None and window.banner.text == "Vera asks to be let in."
    window.banner_chosen.emit("yes")
    assert (window.banner, chosen) == (waiting, []), "the other one was answered"
    controller.tell("There is no tray.")
    window.connect_requested.emit()
    assert (window.banner, chosen) == (waiting, [])
    window.banner_chosen.emit("new")
    assert (window.banner, chosen) == (None, ["new"])


def test_what_can_wait_is_dismissed_or_taken_back(window: Window, controller: BannerController) -> None:
    chosen: list[str] = []
    controller.mention("Version 2 is out.", CHOICES, chosen.append)
    window.connect_requested.emit()
    assert (window.banner, chosen) == (None, [""])
    window.connect_requested.emit()
    assert chosen == [""], "once"
    controller.mention("Version 3 is out.", CHOICES, chosen.append)
    controller.mention("", (), chosen.append)
    assert (window.banner, chosen) == (None, [""])


def test_what_can_wait_is_said_one_after_the_other_once_all_else_is_said(
    window: Window, controller: BannerController
) -> None:
    chosen: list[tuple[str, str]] = []
    controller.mention("It crashed.", [("report", "Show")], lambda choice: chosen.append(("crash", choice)), about="a")
    controller.mention("Version 2 is out.", [], lambda choice: chosen.append(("version", choice)), about="b")
    controller.mention("", (), lambda _choice: None)
    controller.tell("There is no tray.")
    assert window.banner is not None and window.banner.text == "There is no tray."
    window.connect_requested.emit()
    assert window.banner == BannerText(BannerKind.INFO, "It crashed.", "Dismiss", (("report", "Show"),))
    window.banner_chosen.emit("report")
    assert window.banner is not None and window.banner.text == "Version 2 is out."
    window.connect_requested.emit()
    assert window.banner is None
    assert chosen == [("crash", "report"), ("version", "")]


def test_what_can_wait_is_taken_back(window: Window, controller: BannerController) -> None:
    controller.mention("Version 2 is out.", [], lambda _choice: None)
    controller.mention("", (), lambda _choice: None)
    assert window.banner is None
