"""The bar above the lists holds what it has to at every width, in every language, in both directions of reading."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import gallery_agenda
import pytest
from pseudo import Longer
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import TEAM
from walking import cut

from c42desktop import assets, i18n
from c42desktop.ui.main_window import MainWindow

NEEDED = ("tabs", "new-event")


@pytest.fixture(params=["en", "nl", "de", "longer"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name: str = request.param
    if name == "longer":
        monkeypatch.setattr(i18n._catalogue, "_fallback", Longer())
    elif name != "en":
        monkeypatch.setattr(i18n, "_catalogue", gettext.translation("c42desktop", assets.path("translations"), [name]))
    return name


@pytest.fixture
def window(language: str, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = gallery_agenda.agenda()
    assert isinstance(made, MainWindow)
    made.set_unread({TEAM: 120})
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(qapp: QApplication) -> None:
    for _turn in range(6):
        qapp.processEvents()  # a layout within a layout asks again


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [360, 420, 560, 800])
def test_nothing_in_the_bar_is_cut(
    window: MainWindow, qapp: QApplication, width: int, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    window.resize(width, 640)
    for show in (window.page.show_agenda, window.page.show_activity):
        show()
        settle(qapp)
        bar = window.page.tabs.parentWidget()
        assert [each for each in cut(bar) if "search-field" not in each] == []
        for name in NEEDED:
            part = window.findChild(QWidget, name)
            assert part.isVisible() and bar.rect().contains(part.geometry())


def test_what_gave_way_comes_back(window: MainWindow, qapp: QApplication) -> None:
    window.resize(360, 640)
    settle(qapp)
    assert not window.findChild(QWidget, "today").isVisible() and window.page.new_event.text() == "+"
    window.resize(800, 640)
    settle(qapp)
    assert window.page.new_event.text() != "+"
    window.page.search.set_narrow(False)
    assert window.findChild(QWidget, "today").isVisible()
