"""The list of shortcuts is what the window obeys."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from ui_editing import new_editable
from ui_fakes import CALENDARS, DESIGN_ITEM, NOW, entries

from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.event_editor import EventEditor
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.shortcuts import Place, install, keys_of, shortcuts
from c42desktop.ui.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(AgendaModel(NOW), find_rights=lambda _subject: Rights(may_write=True))
    qtbot.addWidget(made, before_close_func=lambda closing: closing.hide())
    made.set_calendars(CALENDARS)
    made.show_agenda()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_window_has_exactly_the_shortcuts_of_the_list(window: MainWindow) -> None:
    there = {(each.objectName(), each.key().toString()) for each in window.findChildren(QShortcut)}
    listed = [each for each in shortcuts() if each.place in (Place.WINDOW, Place.EVENT)]
    assert there == {(f"shortcut-{each.name}", QKeySequence(key).toString()) for each in listed for key in each.keys}


def test_none_is_listed_twice_in_one_place() -> None:
    everywhere = [key for each in shortcuts() if each.place in (Place.WINDOW, Place.EVENT) for key in each.keys]
    assert len(set(everywhere)) == len(everywhere)
    assert len({each.name for each in shortcuts()}) == len(shortcuts())
    assert all(not QKeySequence(key).isEmpty() for each in shortcuts() for key in each.keys)
    assert keys_of("edit") == [QKeySequence("Ctrl+E"), QKeySequence("F2")]


def test_a_shortcut_that_nothing_obeys_is_a_mistake(window: MainWindow) -> None:
    with pytest.raises(AssertionError, match="nothing does"):
        install(window, {"quit": window.close})


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_N, "new_event_requested"),
        (Qt.Key.Key_O, "import_requested"),
        (Qt.Key.Key_Comma, "preferences_requested"),
        (Qt.Key.Key_Question, "shortcuts_requested"),
        (Qt.Key.Key_Q, "quit_requested"),
    ],
)
def test_each_does_what_it_says(window: MainWindow, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    for dialog in window.findChildren(ShortcutsDialog):
        dialog.reject()


def test_the_list_is_one_key_away_and_names_them_all(window: MainWindow, qtbot: QtBot) -> None:
    help_menu = next(each.menu() for each in window.sidebar.account_menu().actions() if each.text() == "Help")
    next(each for each in help_menu.actions() if each.text() == "Shortcuts…").trigger()  # type: ignore[attr-defined]
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None and dialog.isVisible()
    for each in shortcuts():
        keys = dialog.findChild(QLabel, f"keys-{each.name}")
        assert keys is not None and keys.text() == ", ".join(each.keys)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is None)


def test_one_can_quit_while_a_dialog_is_open(window: MainWindow, qtbot: QtBot) -> None:
    box = QMessageBox(window)
    box.open()
    box.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is box and box.isActiveWindow())
    with qtbot.waitSignal(window.quit_requested) as quitting:
        qtbot.keyClick(box, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert quitting.signal_triggered
    box.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.open()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    assert len(box.findChildren(QShortcut, "shortcut-quit")) == 1
    box.close()


IN_THE_WINDOW = ("agenda", "search-field", "calendar-team", "details-scroll", "tabs")


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the keys did, by name; nothing of it happens."""
    made: list[str] = []
    names = [each.name for each in shortcuts() if each.place is Place.WINDOW]
    monkeypatch.setattr(MainWindow, "_actions", lambda _window: {each: partial(made.append, each) for each in names})
    return made


@pytest.mark.parametrize("place", IN_THE_WINDOW)
def test_each_key_does_one_thing_wherever_the_keyboard_is(done: list[str], window: MainWindow, place: str) -> None:
    chosen_event(window)
    focused(window, place)
    for each in shortcuts():
        for keys in each.keys if each.place is Place.WINDOW else ():
            done.clear()
            QTest.keySequence(window, QKeySequence(keys))
            assert done == [each.name], keys


@pytest.mark.parametrize("place", ["agenda", "details-scroll", "details-more-actions"])
def test_the_keys_of_the_event_do_one_thing_also_after_its_menu_was_open(
    window: MainWindow, qtbot: QtBot, place: str
) -> None:
    acted: list[str] = []
    window.acted.connect(lambda act, _subject: acted.append(act.value))
    chosen_event(window)
    menu = window.findChild(QMenu, "details-more-actions-menu")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    menu.close()
    focused(window, place)
    for each in shortcuts():
        for keys in each.keys if each.place is Place.EVENT else ():
            acted.clear()
            QTest.keySequence(window, QKeySequence(keys))
            assert acted == [each.name], keys


def test_in_a_field_and_in_the_sidebar_the_keys_of_the_event_do_nothing(window: MainWindow) -> None:
    acted: list[object] = []
    window.acted.connect(lambda act, _subject: acted.append(act))
    chosen_event(window)
    for place in ("search-field", "calendar-team"):
        focused(window, place)
        for each in shortcuts():
            for keys in each.keys if each.place is Place.EVENT else ():
                QTest.keySequence(window, QKeySequence(keys))
    assert acted == []


def test_in_the_dialog_of_an_event_only_its_own_keys_count(done: list[str], window: MainWindow, qtbot: QtBot) -> None:
    editor = EventEditor(new_editable(), parent=window)
    editor.open()
    qtbot.waitUntil(editor.isActiveWindow)
    for each in shortcuts():
        for keys in each.keys if each.place is Place.WINDOW and each.name not in ("quit", "back") else ():
            QTest.keySequence(editor, QKeySequence(keys))
    assert done == [] and editor.isVisible()
    with qtbot.waitSignal(window.quit_requested):
        QTest.keySequence(editor, QKeySequence("Ctrl+Q"))
    qtbot.keyClicks(editor.findChild(QLineEdit, "event-title"), "Lunch")
    with qtbot.waitSignal(editor.saved):
        QTest.keySequence(editor, QKeySequence("Ctrl+Return"))
    editor.accept()


def chosen_event(window: MainWindow) -> None:
    window.view.model().reset(entries())  # type: ignore[attr-defined]
    window.view.select(window.view.model().find(DESIGN_ITEM))  # type: ignore[attr-defined]
    assert window.details.shown() is not None


def focused(window: MainWindow, name: str) -> None:
    if name.startswith("details"):
        window.page.show_details()
    part = window.findChild(QWidget, name)
    assert part is not None, name
    part.setFocus()
    assert part.hasFocus(), name
