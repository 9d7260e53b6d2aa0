"""What is opened elsewhere leads to a dialog in the window, and to nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from c42desktop import __version__, i18n
from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.opening import Opening
from c42desktop.controllers.serving import Reply
from c42desktop.instance.protocol import Request
from c42desktop.ui.drops import Dropped
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.open_events import OpenEvents
from c42desktop.xmpp.address import NodeAddress

URI, TEAM = "xmpp:pubsub.example.org?;node=team", NodeAddress("pubsub.example.org", "team")
OTHER = "xmpp:pubsub.example.org?;node=other"


class Desk(QWidget):
    """A window with both dialogs, which a test answers, and a banner; each says what it was asked for."""

    agenda_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[object] = []
        self.signed_in = True
        self.dialog: QDialog | None = None
        self.adding = False
        add, files = cast("AddCalendarController", self), cast("FilesController", self)
        self.opening = Opening(cast("MainWindow", self), cast("BannerController", self), add, files)

    def present(self) -> None:
        self.show()
        self.said.append("in front")

    def is_signing_in(self) -> bool:
        return not self.signed_in

    def ask_to_sign_in(self, sentence: str) -> None:
        self.said.append(sentence)

    def reply(self, sentence: str, *, error: bool = False) -> None:
        self.said.append((sentence, error))

    def is_open(self) -> bool:
        return self.adding

    def open_address(self, address: NodeAddress) -> None:
        self.said.append(address)
        self.ask(adding=True)

    def offer(self, dropped: Dropped) -> None:
        self.said.extend(dropped.paths)
        self.ask()

    def ask(self, *, adding: bool = False) -> None:
        self.adding = adding
        if self.dialog is None:
            self.dialog = QDialog(self)
            self.dialog.open()

    def answer(self) -> None:
        dialog, self.dialog, self.adding = self.dialog, None, False
        assert dialog is not None
        dialog.reject()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    yield made
    if made.dialog is not None:
        made.dialog.close()


def test_without_anything_to_open_the_window_comes_to_the_front(desk: Desk) -> None:
    desk.opening.open([])
    assert desk.said == ["in front"]


def test_several_are_asked_about_one_after_the_other(desk: Desk, qtbot: QtBot) -> None:
    desk.opening.open([URI, "/srv/a.ics", "/srv/b.ics"])
    assert desk.said == ["in front", TEAM]
    desk.answer()
    qtbot.waitUntil(lambda: desk.said == ["in front", TEAM, Path("/srv/a.ics")])
    desk.answer()
    qtbot.waitUntil(lambda: desk.said[2:] == [Path("/srv/a.ics"), Path("/srv/b.ics")])


def test_what_is_of_no_use_is_said_before_anybody_signs_in(desk: Desk) -> None:
    desk.signed_in = False
    desk.opening.open(["https://example.org/", "xmpp:ann@example.org"])
    assert "is an address on the web" in str(desk.said[-1])
    desk.opening.open(["https://example.org/", URI])
    assert str(desk.said[-1]).startswith("Sign in first.")


def test_what_is_asked_just_now_is_answered_first(desk: Desk, qtbot: QtBot) -> None:
    desk.show()
    desk.ask()
    desk.opening.open([URI])
    assert desk.said == ["in front"]
    before = desk.dialog
    assert before is not None
    before.finished.connect(lambda _result: desk.ask())  # which leads to another question
    desk.dialog = None
    before.reject()
    desk.said.append("another question")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is desk.dialog)
    QApplication.processEvents()
    assert desk.said == ["in front", "another question"]
    desk.answer()
    qtbot.waitUntil(lambda: desk.said[-1] == TEAM)


def test_a_link_goes_into_the_dialog_that_is_there_for_links(desk: Desk) -> None:
    desk.opening.open([URI])
    desk.opening.open([OTHER])
    assert desk.said == ["in front", TEAM, "in front", NodeAddress("pubsub.example.org", "other")]


def test_before_there_is_an_account_that_comes_first(desk: Desk) -> None:
    desk.signed_in = False
    desk.opening.open([URI])
    assert desk.said == ["in front", "Sign in first. Then you are asked what to do with what you opened."]
    desk.signed_in = True
    desk.agenda_shown.emit()
    assert desk.said[-1] == TEAM
    desk.agenda_shown.emit()
    assert desk.said.count(TEAM) == 1


def test_the_window_speaks_its_own_language_whatever_the_second_start_speaks(desk: Desk) -> None:
    asked = {"targets": ["webcal://example.org/team.ics"], "hidden": False, "token": "", "version": __version__}
    request = Request("open", asked)

    async def handed_over() -> None:
        i18n.speak_here(["nl"])
        await desk.opening.second_start(request, cast("Reply", None))

    asyncio.run(handed_over())
    ((sentence, _error),) = (each for each in desk.said if isinstance(each, tuple))
    assert sentence.endswith("Save the file first.")


def test_what_cannot_be_opened_is_said_in_the_window_and_the_next_one_asked_about(desk: Desk) -> None:
    desk.opening.open(["xmpp:ann@example.org", URI])
    chat = "“xmpp:ann@example.org” is a link to a chat, not to a calendar. A chat program opens it."
    assert desk.said == ["in front", (chat, True), TEAM]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (__version__, []),
        ("9.8", [(f"c42desktop 9.8 is installed, but {__version__} still runs. Quit it, and start it again.", False)]),
    ],
)
async def test_a_start_after_an_update_is_told_that_the_old_version_still_runs(
    desk: Desk, version: str, said: list[object]
) -> None:
    values = {"hidden": False, "targets": [], "token": "", "version": version}
    assert await desk.opening.second_start(Request("open", values), lambda _message: None)
    assert desk.said == [*said, "in front"]


def test_what_falls_on_the_window_is_asked_about(desk: Desk) -> None:
    desk.opening.drop(Dropped(links=(URI,)))
    assert desk.said == ["in front", TEAM]
    desk.answer()
    desk.opening.drop(Dropped((Path("/srv/a.ics"),)))
    assert desk.said[-1] == Path("/srv/a.ics")


def test_macos_sends_links_and_files_as_events(qapp: QApplication) -> None:
    opened: list[str] = []
    events = OpenEvents(qapp, "darwin")
    events.opened.connect(opened.append)
    for sent in (QFileOpenEvent(QUrl("xmpp:pubsub.example.org?;node=te%20am")), QFileOpenEvent("/srv/a.ics")):
        assert QApplication.sendEvent(qapp, sent)
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(events)
    assert opened == ["xmpp:pubsub.example.org?;node=te%20am", "/srv/a.ics"]


def test_elsewhere_nobody_sends_them(qapp: QApplication) -> None:
    opened: list[str] = []
    events = OpenEvents(qapp, "linux")
    events.opened.connect(opened.append)
    QApplication.sendEvent(qapp, QFileOpenEvent("/srv/a.ics"))
    assert opened == []
