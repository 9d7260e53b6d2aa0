"""By keyboard one gets everywhere, in the order of reading, and sees and hears where one is. No text is cut."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

import gallery_accounts
import gallery_activity
import gallery_adding
import gallery_agenda
import gallery_crashes
import gallery_details
import gallery_dialogs
import gallery_states
import pytest
from pseudo import Longer, longer
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from walking import cut, looks_focused, place, spoken_name, stops

from c42desktop import i18n, ui
from c42desktop.ui import tabbing, theme
from c42desktop.ui.fields import bring_into_view
from c42desktop.ui.stylesheet import stylesheet
from c42desktop.ui.tokens import LIGHT

Scene = Callable[[], QWidget]

WALKED: tuple[Scene, ...] = (
    gallery_agenda.agenda,
    gallery_activity.activity,
    gallery_accounts.server_settings,
    gallery_accounts.several_accounts,
    gallery_accounts.account_edit_web,
    gallery_accounts.remove_account,
    gallery_details.details_full,
    gallery_agenda.waiting,
    gallery_dialogs.diagnose,
    gallery_crashes.crash_report,
    gallery_dialogs.snooze,
    gallery_agenda.phone_sidebar,
    gallery_states.first_calendar,
)
READ: tuple[Scene, ...] = (
    *WALKED,
    gallery_details.kinds_phone,
    gallery_dialogs.preferences_general,
    gallery_agenda.narrow_details,
    gallery_accounts.sign_in_phone,
    gallery_adding.quick_add_empty,
    gallery_states.signing_in,
    gallery_states.first_calendar_phone,
    gallery_states.store_full_phone,
    gallery_states.offline_phone,
    gallery_states.no_access,
    gallery_crashes.crash_mentioned_phone,
)


LARGE: tuple[Scene, ...] = (
    gallery_agenda.offline,
    gallery_accounts.server_settings,
    gallery_states.first_calendar_phone,
)


def named(scenes: tuple[Scene, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("scene", scenes, ids=[each.__name__ for each in scenes])


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Scene], QWidget]]:
    shown: list[QWidget] = []

    def showing(scene: Scene) -> QWidget:
        made = scene()
        shown.append(made)
        made.show()
        made.activateWindow()
        qtbot.waitExposed(made)
        for _turn in range(5):
            qapp.processEvents()  # a layout within a layout asks again
        return made

    yield showing
    for made in shown:
        made.hide()
        made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@named(WALKED)
def test_each_stop_of_tab_has_a_name_is_in_sight_and_looks_like_one(
    show: Callable[[Scene], QWidget], scene: Scene, qapp: QApplication
) -> None:
    places = stops(show(scene))
    assert len(places) > 1
    for each in places:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(each)
        qapp.processEvents()
        name = spoken_name(each) or (each.accessibleName() if isinstance(each, QComboBox) else "")
        assert name, each.objectName()
        assert looks_focused(each), each.objectName()


def test_tab_goes_through_the_window_as_one_reads(show: Callable[[Scene], QWidget]) -> None:
    window = show(gallery_accounts.several_accounts)
    names = [each.objectName() for each in stops(window)]
    begin = names.index("account-menu")
    names = names[begin:] + names[:begin]
    assert names[:2] == ["account-menu", "account-ann@example.org"]
    assert names[5:9] == ["month-title", "month-back", "month-on", "month-days"]
    assert names[9] == "calendar-team"
    bar = ["today", "tabs", "search-field", "search-filter", "new-event"]
    assert names[-8:] == ["add-calendar", *bar, "banner-action", "agenda"]


def test_shift_and_tab_go_back(show: Callable[[Scene], QWidget]) -> None:
    window = show(gallery_accounts.several_accounts)
    order = list(tabbing.stops(window))
    order[3].setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is order[2]


def test_read_from_right_to_left_tab_begins_at_the_right(show: Callable[[Scene], QWidget]) -> None:
    def mirrored() -> QWidget:
        made = gallery_accounts.certificate()
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    buttons = [each for each in tabbing.stops(show(mirrored)) if isinstance(each, QPushButton)]
    assert [place(each).x() for each in buttons] == sorted((place(each).x() for each in buttons), reverse=True)


def test_in_every_dialog_of_ours_tab_goes_as_one_reads() -> None:
    for module in pkgutil.iter_modules(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    dialogs = [each for each in _all_below(QDialog) if each.__module__.startswith("c42desktop.ui.")]
    assert len(dialogs) > 10
    assert [each.__name__ for each in dialogs if not issubclass(each, tabbing.Dialog | QMessageBox)] == []


def _all_below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in kind.__subclasses__():
        yield each
        yield from _all_below(each)


def test_over_the_list_the_sidebar_has_tab_for_itself(show: Callable[[Scene], QWidget]) -> None:
    window = show(gallery_agenda.phone_sidebar)
    sidebar = window.findChild(QWidget, "sidebar")
    assert all(sidebar.isAncestorOf(each) for each in stops(window))


def test_a_list_that_gets_the_keyboard_shows_where_it_is(show: Callable[[Scene], QWidget]) -> None:
    window = show(gallery_agenda.narrow)
    view = window.findChild(QAbstractItemView, "agenda")
    window.findChild(QWidget, "new-event").setFocus()
    assert not view.selectionModel().hasSelection()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is view
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [1]


def enlarge(qapp: QApplication, pixels: int) -> None:
    """What `theme` does where the system's text has this size."""
    larger = QFont(qapp.font())
    larger.setPixelSize(round(theme.BASE_SIZE * pixels / theme.COMFORTABLE_SYSTEM_SIZE))
    theme.set_font(qapp, larger)
    qapp.setStyleSheet(stylesheet(theme.current(), theme.px))


@named(READ)
def test_no_text_is_cut_in_a_longer_language(
    show: Callable[[Scene], QWidget], scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n._catalogue, "_fallback", Longer())
    assert list(cut(show(scene))) == []


def test_no_text_is_cut_where_the_system_has_larger_text(show: Callable[[Scene], QWidget], qapp: QApplication) -> None:
    enlarge(qapp, 20)  # once: it takes a second
    try:
        assert {scene.__name__: list(cut(show(scene))) for scene in LARGE} == {each.__name__: [] for each in LARGE}
    finally:
        theme.apply(qapp, LIGHT)


def test_a_longer_language_is_longer_and_keeps_its_placeholders() -> None:
    said = longer("Offline since {time} – showing what was known then")
    assert "{time}" in said and len(said) >= 1.2 * len("Offline since {time} – showing what was known then")
