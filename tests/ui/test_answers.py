"""Answers in the window: where they are offered, what a press hands on, and what is said until the server knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, at, item, occurrence
from ui_kinds import BRAM, BUDGET

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Details as More
from c42desktop.calendar.model import Event, ItemRef, Meeting, Occurrence, Person, Personal, Question, Status
from c42desktop.notify.actions import Act, Subject
from c42desktop.ui.agenda_delegate import divided
from c42desktop.ui.agenda_faces import EventFace
from c42desktop.ui.agenda_model import FACE, SHAPE, AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.row_painter import answer_boxes, is_elided

ITEM = item("team", "budget")
ME = Person("Ann Jansen", "xmpp:ann@example.org", "needs-action")
LUNCH = Event("lunch", "Lunch", at(23, 12), at(23, 13), organizer=BRAM, attendees=(BRAM, ME))
WEEKLY = replace(LUNCH, rrules=("FREQ=WEEKLY;COUNT=9",))
SECOND = Occurrence(WEEKLY, at(30, 12), at(30, 13))


def said(event: Event, answer: str) -> Event:
    """The same, answered by the reader."""
    return replace(event, attendees=(BRAM, replace(ME, answer=answer)))


class Acted:
    """What was handed on."""

    def __init__(self) -> None:
        self.all: list[tuple[Act, Subject]] = []

    def note(self, act: Act, subject: Subject) -> None:
        self.all.append((act, subject))


@pytest.fixture
def acted() -> Acted:
    return Acted()


@pytest.fixture
def panel(qtbot: QtBot, acted: Acted) -> Iterator[Details]:
    made = Details(NOW)
    qtbot.addWidget(made)
    made.acted.connect(acted.note)
    made.resize(316, 740)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made


@pytest.fixture
def window(qtbot: QtBot, acted: Acted) -> MainWindow:
    made = MainWindow(AgendaModel(NOW))
    qtbot.addWidget(made)
    made.acted.connect(acted.note)
    made.set_calendars(CALENDARS)
    made.show_agenda()
    made.resize(1120, 740)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(panel: Details, event: Event, hit: Occurrence | None = None, ref: ItemRef = ITEM, pending: str = "") -> None:
    panel.show_event(Shown(ref, event, hit or occurrence(event), pending=pending))


def buttons(panel: Details) -> dict[str, bool]:
    """The words on the buttons to answer, and whether each is the one that was given."""
    found = panel.findChildren(QPushButton)
    return {each.text(): each.property("look") == "primary" for each in found if each.objectName()[:7] == "answer-"}


def press(qtbot: QtBot, panel: Details, answer: str) -> None:
    qtbot.mouseClick(panel.findChild(QPushButton, f"answer-{answer}"), Qt.MouseButton.LeftButton)


def state(panel: Details) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel, "answer-state")]


def test_an_invitation_offers_the_answers_that_it_takes(panel: Details) -> None:
    show(panel, LUNCH)
    assert buttons(panel) == {"Accept": False, "Maybe": False, "Decline": False}
    show(panel, BUDGET)
    assert buttons(panel) == {"Accept": False, "Decline": False}


def test_a_press_hands_on_the_answer_and_the_event_at_its_time(qtbot: QtBot, panel: Details, acted: Acted) -> None:
    show(panel, LUNCH)
    for answer in ("accepted", "tentative", "declined"):
        press(qtbot, panel, answer)
    subject = Subject(ITEM, LUNCH)
    assert acted.all == [(Act.ACCEPT, subject), (Act.MAYBE, subject), (Act.DECLINE, subject)]


def test_the_answer_that_was_given_is_highlighted_and_may_change(panel: Details) -> None:
    for answer, words, place in (
        ("accepted", "You accepted", "Accept"),
        ("tentative", "You said maybe", "Maybe"),
        ("declined", "You declined", "Decline"),
    ):
        show(panel, said(LUNCH, answer))
        assert state(panel) == [words]
        assert [word for word, given in buttons(panel).items() if given] == [place]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("accepted", "Accepted – not sent yet"),
        ("tentative", "Maybe – not sent yet"),
        ("declined", "Declined – not sent yet"),
    ],
)
def test_what_no_server_has_confirmed_says_so(panel: Details, answer: str, words: str) -> None:
    show(panel, said(LUNCH, answer), pending=answer)
    assert state(panel) == [words]


def test_nothing_is_offered_where_nobody_asks(panel: Details) -> None:
    for event, ref in (
        (replace(LUNCH, attendees=(BRAM,)), ITEM),
        (replace(LUNCH, status=Status.CANCELLED), ITEM),
        (LUNCH, ItemRef(local_ref("a.ics"), "lunch")),
        (replace(LUNCH, attendees=(), personal=Personal("needs-action", "subscribed_read")), ITEM),
    ):
        show(panel, event, ref=ref)
        assert buttons(panel) == {}


def test_the_keyboard_reaches_the_answers_and_stays_with_them(qtbot: QtBot, panel: Details, acted: Acted) -> None:
    show(panel, LUNCH)
    accept = panel.findChild(QPushButton, "answer-accepted")
    assert accept.focusPolicy() & Qt.FocusPolicy.TabFocus
    accept.setFocus()
    qtbot.keyClick(accept, Qt.Key.Key_Space)
    assert [act for act, _subject in acted.all] == [Act.ACCEPT]
    show(panel, said(LUNCH, "accepted"), pending="accepted")
    assert panel.findChild(QPushButton, "answer-accepted").hasFocus()


def test_a_series_is_answered_as_a_whole_unless_only_this_time_is_meant(
    qtbot: QtBot, panel: Details, acted: Acted
) -> None:
    show(panel, WEEKLY, SECOND)
    press(qtbot, panel, "declined")
    panel.findChild(QCheckBox, "answer-only").click()
    panel.set_now(NOW + timedelta(days=1))  # the words are others, and the page is built anew
    assert panel.findChild(QCheckBox, "answer-only").isChecked()
    press(qtbot, panel, "declined")
    whole, one = (subject.event for _act, subject in acted.all)
    assert whole is not None and one is not None
    assert (whole.recurrence_id, whole.start, whole.recurring) == (None, SECOND.start, True)
    assert (one.recurrence_id, one.start, one.recurring) == (SECOND.start, SECOND.start, False)
    show(panel, WEEKLY, occurrence(WEEKLY))  # another time: that choice was not about it
    assert not panel.findChild(QCheckBox, "answer-only").isChecked()


def test_what_does_not_repeat_has_no_such_choice(panel: Details) -> None:
    for event in (LUNCH, replace(LUNCH, recurrence_id=LUNCH.start)):
        show(panel, event)
        assert panel.findChild(QCheckBox, "answer-only") is None


# In rows


def boxes(view: AgendaView, ref: ItemRef) -> dict[str, QPoint]:
    """The middles of the buttons to answer in the row of an item."""
    model = view.model()
    assert isinstance(model, AgendaModel)
    index = model.find(ref)
    body, _line = divided(view.visualRect(index), index.data(SHAPE))
    found = answer_boxes(body, index.data(FACE), right_to_left=view.isRightToLeft())
    return {answer: box.center() for box, answer in found}


def row(window: MainWindow, event: Event) -> ItemRef:
    """The row of an event, which is all there is."""
    ref = item("team", event.uid)
    window._model.reset([Entry(ref, (occurrence(event),))])
    return ref


def test_a_row_offers_answers_while_one_is_due(window: MainWindow) -> None:
    assert list(boxes(window.view, row(window, LUNCH))) == ["accepted", "tentative", "declined"]
    assert list(boxes(window.view, row(window, BUDGET))) == ["accepted", "declined"]
    for event in (
        said(LUNCH, "accepted"),
        replace(LUNCH, start=at(22, 8), end=at(22, 9)),
        replace(LUNCH, status=Status.CANCELLED),
        replace(
            LUNCH,
            start=NOW + timedelta(minutes=5),
            end=NOW + timedelta(hours=1),
            details=More(meetings=(Meeting("https://meet.example.org/x"),)),
        ),
    ):
        assert boxes(window.view, row(window, event)) == {}


def test_a_form_that_asks_whether_one_comes_is_an_invitation(window: MainWindow) -> None:
    question = Question("attending", "Attending", "list-single", (("yes", "Yes"), ("no", "No")))
    ref = row(window, Event("party", "Party", at(23, 20), at(23, 23), details=More(questions=(question,))))
    assert list(boxes(window.view, ref)) == ["accepted", "declined"]
    assert _face(window, ref).pill is not None


def test_a_press_in_a_row_answers_and_selects_nothing(qtbot: QtBot, window: MainWindow, acted: Acted) -> None:
    ref = row(window, LUNCH)
    for answer, point in boxes(window.view, ref).items():
        qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert acted.all.pop()[0] == {"accepted": Act.ACCEPT, "tentative": Act.MAYBE, "declined": Act.DECLINE}[answer]
    assert not window.view.selected().isValid()


def test_a_press_that_ends_on_another_event_answers_nothing(qtbot: QtBot, window: MainWindow, acted: Acted) -> None:
    point = boxes(window.view, row(window, LUNCH))["accepted"]
    qtbot.mousePress(window.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert boxes(window.view, row(window, replace(LUNCH, uid="other", summary="Dinner")))["accepted"] == point
    qtbot.mouseRelease(window.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert acted.all == []


def test_the_buttons_stand_at_the_other_side_where_one_reads_from_right_to_left(window: MainWindow) -> None:
    left = boxes(window.view, row(window, LUNCH))
    window.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = boxes(window.view, item("team", "lunch"))
    width = window.view.viewport().width()
    assert all(abs(left[answer].x() + right[answer].x() - width) <= 2 for answer in left)


def test_a_narrow_row_keeps_its_title_and_leaves_the_answers_to_the_details(window: MainWindow) -> None:
    ref = row(window, LUNCH)
    face = _face(window, ref)
    rect = window.view.visualRect(window._model.find(ref))
    rect.setWidth(360)
    assert answer_boxes(rect, face, right_to_left=False) == []
    assert not is_elided(replace(face, second="x" * 30), 360)
    assert is_elided(replace(face, second="x" * 60), 572)


def test_what_was_declined_by_who_is_invited_is_struck(window: MainWindow) -> None:
    face = _face(window, row(window, said(LUNCH, "declined")))
    assert (face.struck, face.second.partition(" · ")[0]) == (True, "You declined")


def _face(window: MainWindow, ref: ItemRef) -> EventFace:
    face = window._model.find(ref).data(FACE)
    assert isinstance(face, EventFace)
    return face


def test_the_details_follow_once_the_server_knows(qtbot: QtBot) -> None:
    pending = ["accepted"]
    window = MainWindow(AgendaModel(NOW), find_pending=lambda _item, _event: pending[-1])
    qtbot.addWidget(window)
    ref = row(window, said(LUNCH, "accepted"))
    window.open_item(ref)
    assert state(window.details) == ["Accepted – not sent yet"]
    pending.append("")
    window.refresh_details()
    assert state(window.details) == ["You accepted"]
