"""What a look at the running window found: each of these was wrong once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, DESIGN, DESIGN_ITEM, NOW, TEAM, entry, item, occurrence

from c42desktop.calendar.model import CalendarState, Event, Person
from c42desktop.ui import sign_in, window_place
from c42desktop.ui.account_dialog import AccountDialog, password_dialog
from c42desktop.ui.agenda_model import FACE, AgendaModel
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.prose import Prose
from c42desktop.ui.sign_in import SignInForm
from c42desktop.ui.sign_in_page import SignInPage
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.ui.tray import Tray, Upcoming
from c42desktop.ui.widgets import ElidedLabel, soft_breaks, tip
from c42desktop.ui.window_place import fitted

FINGERPRINT = ":".join(["AB"] * 32)
SIGNS = [*(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))), "\x00", "\x07", "\x1b", "\x85"]
DIRTY = f"a{''.join(SIGNS)}b"


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[AccountDialog]:
    made = password_dialog(SignIn("ann@example.org", ""))
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    yield made


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(made, before_close_func=lambda closing: closing.hide())
    made.set_calendars(CALENDARS)
    made.show_agenda()
    made.show()
    return made


# Return


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["password", "host", "sign-in-button"])
@pytest.mark.parametrize("place", ["dialog", "page"])
def test_one_press_of_return_asks_the_server_once(qtbot: QtBot, place: str, name: str, key: Qt.Key) -> None:
    if place == "dialog":
        top: QWidget = password_dialog(SignIn("ann@example.org", "", host="h"))
        form = top.form  # type: ignore[attr-defined]
    else:
        form = SignInForm()
        form.set_values(SignIn("ann@example.org", "", host="h"))
        top = SignInPage(form)
    qtbot.addWidget(top)
    top.show()
    qtbot.waitExposed(top)
    form.findChild(QLineEdit, "password").setText("wrong")
    asked: list[SignIn] = []
    form.submitted.connect(asked.append)
    target = top.findChild(QWidget, name)
    target.setFocus()
    QTest.keyClick(target, key)
    assert len(asked) == 1
    form.set_busy(True)
    QTest.keyClick(target, key)
    QTest.keyClick(top, key)
    form._on_submit()
    assert len(asked) == 1


@pytest.mark.parametrize("close", ["reject", "close", "accept"])
def test_the_answer_may_come_after_the_dialog_was_closed(dialog: AccountDialog, qtbot: QtBot, close: str) -> None:
    finished: list[int] = []
    dialog.finished.connect(finished.append)
    dialog.form.show_error("")
    dialog.form.set_busy(True)
    getattr(dialog, close)()
    qtbot.wait(20)
    dialog.form.show_error("The server refused this password.", "password")
    dialog.form.set_busy(False)
    dialog.accept()
    assert len(finished) == 1
    assert dialog.form.findChild(QLineEdit, "password").text() == ""


def test_the_dialog_grows_with_what_it_says(dialog: AccountDialog, qtbot: QtBot) -> None:
    words = f"The certificate of this server cannot be trusted. Its SHA-256 fingerprint is {FINGERPRINT}"
    for field in ("", "password", "port"):
        dialog.form.show_error(words, field)
        label = dialog.findChild(QLabel, f"{field or 'sign-in'}-error")
        qtbot.waitUntil(lambda label=label: label.isVisible() and label.height() >= label.heightForWidth(label.width()))
        for each in dialog.form.findChildren(QLineEdit):
            assert not each.isVisible() or each.geometry().bottom() < each.parentWidget().height()
        button = dialog.findChild(QPushButton, "sign-in-button")
        bottom = button.mapTo(dialog, button.rect().bottomLeft()).y()
        assert bottom < dialog.height() and button.height() >= button.sizeHint().height()


# Words


def test_until_is_seen_from_today() -> None:
    model = AgendaModel(NOW)
    model.reset([entry("travel", "Hotel", date(2026, 11, 27), date(2026, 11, 29))])
    titles = [model.index(row).data(FACE).title for row in range(model.rowCount())]
    assert titles == ["Today", "Friday", "Hotel · until Saturday"]


def assert_clean(text: str) -> None:
    assert text and not [sign for sign in SIGNS if sign in text]


def test_no_text_of_others_turns_the_window_around(qtbot: QtBot) -> None:
    person = Person(DIRTY, f"mailto:{DIRTY}")
    event = replace(
        DESIGN, summary=DIRTY, location=DIRTY, description=f"{DIRTY}\n{DIRTY}", url=DIRTY, organizer=person,
        problem=DIRTY,
    )  # fmt: skip
    details = Details(NOW)
    qtbot.addWidget(details)
    calendar = replace(CALENDARS[0], title=DIRTY)
    details.show_event(Shown(DESIGN_ITEM, event, occurrence(event), calendar))
    for name in ("title", "place", "problem"):
        assert_clean(details.findChild(QLabel, f"details-{name}").text())
    for name in ("description", "url"):
        assert_clean(details.findChild(Prose, f"details-{name}").toPlainText())
    assert "b\na" in details.findChild(Prose, "details-description").toPlainText().replace("\u2028", "\n")
    for each in details.findChildren(ElidedLabel):
        assert_clean(each.full_text())
    row = details.findChild(QWidget, "person")
    assert_clean(row.toolTip())
    assert_clean(row.accessibleName())
    model = AgendaModel(NOW)
    model.set_calendars([calendar])
    model.reset([replace(entry("team", "x", NOW, NOW), occurrences=(occurrence(event),))])
    face = model.index(1).data(FACE)
    for text in (face.title, face.second, face.sentence()):
        assert_clean(text)
    assert_clean(Tray(lambda: [Upcoming(DESIGN_ITEM, occurrence(event))], lambda: NOW).menu.actions()[0].text())


def test_joined_letters_and_emoji_stay_whole() -> None:
    for text in ("می\u200cخواهم", "👩\u200d💻", "❤\ufe0f"):
        assert soft_breaks(text) == text


def test_markup_in_a_tooltip_is_text(qtbot: QtBot) -> None:
    label = ElidedLabel("<img src=x><b>a very long name</b>")
    qtbot.addWidget(label)
    label.resize(20, 20)
    label.show()
    assert "<img" not in label.toolTip() and "&lt;img" in label.toolTip()
    assert tip("Q&A <3 x\ny") == "Q&A <3 x\ny"


def test_what_has_no_title_is_called_so_everywhere(qtbot: QtBot) -> None:
    event = replace(DESIGN, summary=" ")
    broken = Event("x", "", problem="It cannot be read.")
    details = Details(NOW)
    qtbot.addWidget(details)
    for each in (event, broken, replace(event, summary="")):
        details.show_event(Shown(DESIGN_ITEM, each))
        assert details.findChild(QLabel, "details-title").text() == "Untitled event"
    model = AgendaModel(NOW)
    for _which, unreadable in (("", broken), ("Budget", replace(broken, summary="Budget"))):
        model.reset([])
        model.replace(item("team", "urn:1"), [occurrence(event)], [unreadable])
        titles = [model.index(row).data(FACE).title for row in range(model.rowCount())]
        assert titles[1] == "Untitled event" and titles[-1] == (unreadable.summary or "Untitled event")
    tray = Tray(lambda: [Upcoming(DESIGN_ITEM, occurrence(event))], lambda: NOW)
    assert "Untitled event" in tray.menu.actions()[0].text()


@pytest.mark.parametrize("after", ["", "."])
def test_a_fingerprint_breaks_after_colons_only(after: str) -> None:
    shown = soft_breaks(f"It is {FINGERPRINT}{after}")
    assert shown.replace("\u200b", "") == f"It is {FINGERPRINT}{after}"
    assert set(shown.removeprefix("It is ").removesuffix(after).split("\u200b")) == {"AB:", "AB"}


# The window


@pytest.mark.parametrize("scale", [1, 2])
def test_a_window_fits_its_screen(scale: int) -> None:
    screen = QRect(10, 20, 1024 // scale, 600 // scale)
    first = fitted(QRect(0, 0, 1120, 740), screen, centred=True)
    assert screen.contains(first) and abs(first.center().x() - screen.center().x()) <= 1
    assert fitted(QRect(5000, -300, 1120, 740), screen, centred=False).intersected(screen).size() == first.size()
    small = QRect(50, 60, 200, 100)
    assert fitted(small, screen, centred=False) == small


def test_first_and_restored_windows_fit_the_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    large = MainWindow(AgendaModel(NOW), save_layout=kept.append)
    large.setGeometry(0, 0, 700, 700)
    large.save_layout()
    screen = QRect(0, 0, 512, 300)
    monkeypatch.setattr(window_place, "_available", lambda _window: screen)
    for layout in ("", kept[-1], '{"geometry": "AAAA"}'):
        made = MainWindow(AgendaModel(NOW), load_layout=lambda layout=layout: layout)
        qtbot.addWidget(made, before_close_func=lambda closing: closing.hide())
        made.show()
        # The frame of the test's screen is two pixels wide.
        assert screen.adjusted(0, 0, 2, 2).contains(made.geometry())
    large.deleteLater()


def leave_box(window: MainWindow) -> QMessageBox:
    window.sidebar.leave_requested.emit(TEAM)
    return window.findChild(QMessageBox, "confirm-leave")


def test_leaving_is_not_what_return_does(window: MainWindow, qtbot: QtBot) -> None:
    box = leave_box(window)
    cancel = box.button(QMessageBox.StandardButton.Cancel)
    assert box.defaultButton() is cancel and box.escapeButton() is cancel
    assert all(each.icon().isNull() for each in box.buttons()) and box.iconPixmap().isNull()
    assert box.width() >= 400
    assert "stays as it is" in box.informativeText()
    with qtbot.assertNotEmitted(window.leave_requested):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_removed_calendar_does_not_stay_as_it_is(window: MainWindow) -> None:
    window.set_calendars([replace(CALENDARS[0], state=CalendarState.REMOVED)])
    text = leave_box(window).informativeText()
    assert "stays" not in text and "removed" in text


def test_without_calendars_the_agenda_says_how_to_get_one(window: MainWindow) -> None:
    assert window.view.empty_text() == "Nothing planned."
    window.set_calendars([])
    assert window.page.first.isVisible()
    window.set_calendars(CALENDARS)
    assert not window.page.first.isVisible()
    assert window.view.empty_text() == "Nothing planned."


def test_the_demo_is_asked_for_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sign_in.DEMO_REST == 10_000
    monkeypatch.setattr(sign_in, "DEMO_REST", 30)
    form = SignInForm()
    qtbot.addWidget(form)
    link, asked = form.findChild(QPushButton, "demo"), []
    before = link.text()
    form.demo_requested.connect(lambda: asked.append(1))
    link.click()
    link.click()
    assert (len(asked), link.text(), link.isEnabled()) == (1, "Starting the demo…", False)
    qtbot.waitUntil(link.isEnabled)
    assert link.text() == before


def test_on_a_small_screen_the_first_page_scrolls_instead_of_squeezing_its_fields(qtbot: QtBot) -> None:
    form = SignInForm()
    page = SignInPage(form)
    qtbot.addWidget(page)
    page.setMinimumSize(1, 1)
    page.resize(512, 300)
    page.show()
    form.show_error("This file cannot be read.", "ca_file")
    qtbot.wait(20)
    for each in form.findChildren(QLineEdit):
        assert each.geometry().bottom() < each.parentWidget().height()
    assert form.findChild(QPushButton, "demo").height() > 10 and page.height() == 300
    assert form.mapTo(page, form.rect().topRight()).x() < 512
