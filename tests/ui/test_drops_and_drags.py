"""Files over the window, and what is dragged out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, TEAM, entries

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Calendar, ItemRef
from c42desktop.notify.actions import Act
from c42desktop.ui import drags
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.drags import CalendarMime, Dragged, DragSource, dragged_item
from c42desktop.ui.drops import Dropped, DropZone, what_is_in
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sidebar import Sidebar

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*names: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/home/ann/{name}") for name in names])
    return mime


def text(content: bytes, kind: str = "text/calendar;charset=utf-8") -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, content)
    return mime


def web() -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/team.ics")])
    return mime


def link() -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("xmpp:pubsub.example.org?;node=te%20am")])
    mime.setText("Team")
    return mime


@pytest.mark.parametrize(
    ("mime", "found"),
    [
        (files("team.ics"), Dropped((Path("/home/ann/team.ics"),))),
        (files("A.ICS", "photo.png", "b.json"), Dropped((Path("/home/ann/A.ICS"), Path("/home/ann/b.json")))),
        (files("photo.png"), None),
        (text(b"BEGIN:VCALENDAR"), Dropped()),
        (text(b"hello", "text/plain"), None),
        (web(), None),
        (link(), Dropped(links=("xmpp:pubsub.example.org?;node=te%20am",))),
        (QMimeData(), None),
    ],
)
def test_only_calendars_can_be_dropped(mime: QMimeData, found: Dropped | None) -> None:
    assert what_is_in(mime) == found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def enter(window: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(50, 50), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def fall(window: QWidget, mime: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), COPY, mime, LEFT, NONE))


def test_a_hint_is_shown_while_a_calendar_hovers(window: QWidget) -> None:
    zone = DropZone(window, lambda: True)
    assert enter(window, files("team.ics"))
    assert zone.isVisible()
    assert zone.geometry() == window.rect()
    assert not zone.grab().isNull()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not zone.isVisible()
    assert not enter(window, files("photo.png"))
    assert not zone.isVisible()


def test_what_falls_is_handed_over_and_the_hint_goes(window: QWidget, qtbot: QtBot) -> None:
    zone = DropZone(window, lambda: True)
    enter(window, text(b"BEGIN:VCALENDAR"))
    with qtbot.waitSignal(zone.dropped) as dropped:
        fall(window, text(b"BEGIN:VCALENDAR"))
    assert dropped.args == [Dropped(data=b"BEGIN:VCALENDAR")]
    assert not zone.isVisible()


def test_nothing_can_be_dropped_while_nobody_is_signed_in(window: QWidget) -> None:
    zone = DropZone(window, lambda: False)
    assert not enter(window, files("team.ics"))
    assert not zone.isVisible()


def test_a_file_is_made_only_when_somebody_asks_for_it() -> None:
    asked: list[str] = []

    def file() -> Path:
        asked.append("file")
        return Path("/tmp/Design review.ics")

    def content() -> str:
        asked.append("text")
        return "BEGIN:VCALENDAR"

    mime = CalendarMime(Dragged("Design review", "#0e7c86", content, file))
    assert mime.hasUrls()
    assert mime.formats() == ["text/uri-list", "text/calendar"]
    assert asked == []
    assert [url.toLocalFile() for url in mime.urls()] == ["/tmp/Design review.ics"]
    assert bytes(mime.data("text/calendar").data()) == b"BEGIN:VCALENDAR"
    assert asked == ["file", "text"]


def test_where_the_file_cannot_be_made_nothing_is_given() -> None:
    def fail() -> Path:
        raise OSError("full")

    assert CalendarMime(Dragged("x", "#0e7c86", str, fail)).urls() == []


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[QDrag]:
    """The drags that were begun; nothing waits for a hand to end them."""
    found: list[QDrag] = []

    class Begun(QDrag):
        def exec(self, *_actions: object) -> Qt.DropAction:
            found.append(self)
            return COPY

    monkeypatch.setattr(drags, "QDrag", Begun)
    return found


def move(widget: QWidget, kind: QEvent.Type, at: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
    pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(*at), QPointF(*at), button, pressed, NONE))


PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
THING = Dragged("Team", "#0e7c86", str, Path)


def test_a_box_that_is_dragged_is_not_clicked(qtbot: QtBot, begun: list[QDrag]) -> None:
    box = QCheckBox("Team")
    qtbot.addWidget(box)
    box.show()
    DragSource(box, lambda _at: THING)
    move(box, PRESS, (5, 5))
    move(box, MOVE, (8, 5))
    assert begun == []  # a trembling hand
    move(box, MOVE, (60, 5))
    assert len(begun) == 1
    assert not begun[0].pixmap().isNull()
    assert not box.isDown()
    assert not box.isChecked()


def test_where_nothing_is_nothing_is_dragged(qtbot: QtBot, begun: list[QDrag]) -> None:
    place = QLabel("empty")
    qtbot.addWidget(place)
    DragSource(place, lambda _at: None)
    move(place, PRESS, (5, 5))
    move(place, MOVE, (60, 5))
    move(place, RELEASE, (60, 5))
    move(place, MOVE, (5, 5))
    assert begun == []


Find = Callable[[Calendar | ItemRef, str], Dragged | None]


@pytest.fixture
def whole(qtbot: QtBot) -> MainWindow:
    """The window of the drawings, with all that is dragged out of it noted."""
    model = AgendaModel(NOW)
    asked: list[tuple[Calendar | ItemRef, str]] = []

    def find(what: Calendar | ItemRef, title: str) -> Dragged | None:
        asked.append((what, title))
        return THING

    made = MainWindow(model, find_dragged=find)
    made.asked = asked  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.set_calendars(CALENDARS)
    model.reset(entries())
    made.show_agenda()
    made.show()
    return made


def test_a_row_and_a_calendar_can_be_dragged_and_a_header_cannot(whole: MainWindow, begun: list[QDrag]) -> None:
    view = whole.view
    row = view.model().index(1, 0)
    at = view.visualRect(row).center()
    move(view.viewport(), PRESS, (at.x(), at.y()))
    move(view.viewport(), MOVE, (at.x() + 60, at.y()))
    header = view.visualRect(view.model().index(0, 0)).center()
    move(view.viewport(), PRESS, (header.x(), header.y()))
    move(view.viewport(), MOVE, (header.x() + 60, header.y()))
    box = whole.findChild(QCheckBox, f"calendar-{TEAM.node}")
    move(box, PRESS, (20, 10))
    move(box, MOVE, (90, 10))
    assert len(begun) == 2
    (item, _title), (calendar, title) = whole.asked  # type: ignore[attr-defined]
    assert isinstance(item, ItemRef)
    assert (calendar, title) == (CALENDARS[0], "Product team")
    assert [dragged_item(each.mimeData()) for each in begun] == [item, None], "the calendars of the window know which"


def test_an_empty_calendar_can_be_dragged_to_another_place_and_gives_no_file(qtbot: QtBot, begun: list[QDrag]) -> None:
    sidebar = Sidebar(lambda _calendar: None, today=NOW.date())
    qtbot.addWidget(sidebar)
    sidebar.set_calendars(CALENDARS)
    sidebar.show()
    box = sidebar.findChild(QCheckBox, f"calendar-{TEAM.node}")
    move(box, PRESS, (20, 10))
    move(box, MOVE, (90, 10))
    assert len(begun) == 1 and begun[0].mimeData().urls() == []


def test_the_menus_offer_to_export(whole: MainWindow, qtbot: QtBot) -> None:
    menu = whole.sidebar.menu_for(CALENDARS[0])
    with qtbot.waitSignal(whole.export_requested) as asked:
        next(each for each in menu.actions() if each.text() == "Export…").trigger()
    assert asked.args == [CALENDARS[0]]

    row = whole.view.visualRect(whole.view.model().index(1, 0)).center()
    with qtbot.waitSignal(whole.acted) as event_asked:
        whole.view.customContextMenuRequested.emit(row)
        (shown,) = [each for each in whole.view.findChildren(QMenu) if each.isVisible()]
        next(each for each in shown.actions() if each.text() == "Export…").trigger()
    act, subject = event_asked.args
    assert act is Act.EXPORT
    assert isinstance(subject.item, ItemRef)
    shown.close()


@pytest.mark.parametrize("place", ["header", "out of sight"])
def test_a_menu_belongs_to_what_is_under_the_pointer(whole: MainWindow, place: str) -> None:
    view = whole.view
    view.setCurrentIndex(view.model().index(1, 0))
    header = view.visualRect(view.model().index(0, 0)).center()
    view.customContextMenuRequested.emit(header if place == "header" else QPoint(20, -100))
    menus = [each for each in view.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == (0 if place == "header" else 1)
    for menu in menus:
        menu.close()


def test_a_calendar_of_a_file_is_removed_not_left(whole: MainWindow, qtbot: QtBot) -> None:
    local = Calendar(local_ref("/home/ann/team.ics"), "Holidays")
    whole.set_calendars([*CALENDARS, local])
    menu = whole.sidebar.menu_for(local)
    texts = [each.text() for each in menu.actions() if each.text()]
    assert texts == [
        "Hide",
        "Colour",
        "Rename…",
        "Move up",
        "Move down",
        "Notifications",
        "Reminders…",
        "Export…",
        "Remove calendar…",
    ]
    menu.actions()[-1].trigger()
    box = whole.findChild(QMessageBox, "confirm-leave")
    assert box.text() == "Remove “Holidays”?"
    with qtbot.waitSignal(whole.leave_requested) as asked:
        next(each for each in box.buttons() if each.text() == "Remove").click()
    assert asked.args == [local.ref]
