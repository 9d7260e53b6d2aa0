"""What a person does about an event, whichever button it was: the same, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import Event, Reminder
from c42desktop.controllers import acting as module
from c42desktop.notify.actions import Act, Subject
from c42desktop.notify.notification import key_of
from c42desktop.store.faults import StoreError
from c42desktop.ui.snooze import SnoozeDialog
from tests.acting import CALL, ITEM, KEY, NOW, REMINDER, SUBJECT, ZONE, Stage


@pytest.fixture
def stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    stage = Stage()
    monkeypatch.setattr(module, "open_link", stage.open_link)
    yield stage
    stage.acting.close()


def dialog() -> SnoozeDialog:
    [found] = [each for each in QApplication.topLevelWidgets() if isinstance(each, SnoozeDialog) and each.isVisible()]
    return found


def choices() -> QListWidget:
    found = dialog().findChild(QListWidget, "snooze-choices")
    assert isinstance(found, QListWidget)
    return found


def test_open_brings_the_event_to_the_front(stage: Stage) -> None:
    stage.acting.clicked(KEY)
    stage.acting.pressed(KEY, "open")
    stage.acting.do(Act.OPEN, SUBJECT)
    assert stage.window.opened == [ITEM] * 3
    assert stage.activity == []


def test_what_is_gone_is_in_the_activity_list(stage: Stage) -> None:
    stage.window.shows = False
    stage.acting.clicked(KEY)
    assert (stage.window.presented, stage.activity) == (1, [None])


def test_a_click_on_what_is_about_several_opens_the_activity_list(stage: Stage) -> None:
    stage.subjects["summary"] = Subject()
    stage.acting.clicked("summary")
    stage.acting.pressed("summary", "show")
    assert (stage.window.opened, stage.activity) == ([], [None, None])


def test_a_notification_nothing_is_known_of_any_more_still_names_its_item(stage: Stage) -> None:
    stage.subjects.clear()
    stage.acting.clicked(KEY)
    stage.acting.pressed(KEY, "something from an older version")
    assert stage.window.opened == [ITEM, ITEM]


@pytest.mark.parametrize("act", ["open", "show", "join", "map", "snooze", "dismiss", "accept"])
def test_after_an_action_its_notification_is_gone_and_it_counts_as_read(stage: Stage, act: str) -> None:
    stage.acting.pressed(KEY, act)
    assert KEY in stage.withdrawn
    assert key_of(ITEM) in stage.withdrawn, "what is told of its changes goes too"
    assert stage.read == [SUBJECT]


def test_what_cannot_be_marked_stays_unread(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(subject: Subject) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(stage.acting, "_mark_read", full)
    stage.acting.do(Act.OPEN, SUBJECT)
    assert stage.window.opened == [ITEM]


def test_join_opens_the_meeting_and_ends_its_reminder(stage: Stage) -> None:
    stage.acting.pressed(KEY, "join")
    assert stage.links == ["https://meet.google.com/abc-defg-hij"]
    assert stage.reminding.dismissed == [REMINDER]


def test_joined_in_the_window_ends_the_reminder_too(stage: Stage) -> None:
    stage.acting.do(Act.JOIN, Subject(ITEM, Event("own", location="https://meet.example.org/x")))
    assert stage.links == ["https://meet.example.org/x"]
    assert stage.reminding.dismissed == stage.withdrawn_reminders == [REMINDER]


def test_why_nothing_was_joined_is_said(stage: Stage) -> None:
    stage.acting.do(Act.JOIN, Subject(ITEM, Event("nothing")))
    stage.opens = False
    stage.acting.do(Act.JOIN, SUBJECT)
    assert stage.told == [
        "This event names no meeting to join.",
        "This desktop opens no such addresses: https://meet.google.com/abc-defg-hij",
    ]
    assert stage.window.presented == 2, "said where it is seen"
    assert stage.reminding.dismissed == []


def test_the_map_is_that_of_the_details(stage: Stage) -> None:
    stage.acting.do(Act.MAP, SUBJECT)
    [address] = stage.links
    assert address.startswith("https://www.openstreetmap.org/?mlat=51.920000&mlon=4.480000")
    stage.acting.do(Act.MAP, Subject(ITEM, Event("nowhere")))
    assert stage.told == ["Nobody said where on the map this is."]


@pytest.mark.parametrize("act", [Act.DISMISS, Act.DISMISS_ALL])
def test_dismissed_is_dismissed_everywhere(stage: Stage, act: Act) -> None:
    stage.acting.do(act, SUBJECT)
    assert stage.reminding.dismissed == stage.withdrawn_reminders == [REMINDER]
    assert stage.window.refreshed == 1


def test_a_refusal_is_one_sentence(stage: Stage) -> None:
    stage.reminding.refusal = StoreError("The disk is full.")
    stage.acting.do(Act.DISMISS, SUBJECT)
    stage.acting.snooze(SUBJECT, NOW)
    assert stage.told == ["The disk is full."] * 2
    assert stage.withdrawn_reminders == []


def test_snoozed_from_a_menu(stage: Stage) -> None:
    until = NOW + timedelta(hours=1)
    stage.acting.snooze(SUBJECT, until)
    assert stage.reminding.snoozed == [((REMINDER,), until)]
    assert stage.withdrawn_reminders == [REMINDER]


def test_the_choice_of_a_time_is_made_with_the_keyboard(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.pressed(KEY, "snooze")
    shown = choices()
    words = [shown.item(row).text() for row in range(shown.count())]
    assert words == ["5 minutes · 13:55", "15 minutes · 14:05", "Until the start · 14:00"]
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert stage.reminding.snoozed == [((REMINDER,), NOW + timedelta(minutes=15))]


def test_a_click_chooses_once(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.do(Act.SNOOZE, SUBJECT)
    shown = choices()
    item = shown.item(2)
    shown.itemClicked.emit(item)
    shown.itemActivated.emit(item)
    assert stage.reminding.snoozed == [((REMINDER,), CALL.start)]


def test_another_time_is_typed(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.do(Act.SNOOZE, SUBJECT)
    shown = dialog()
    other = shown.findChild(QLineEdit, "snooze-time")
    assert isinstance(other, QLineEdit)
    qtbot.keyClicks(other, "soon")
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert shown.isVisible()
    assert stage.reminding.snoozed == []
    other.clear()
    qtbot.keyClicks(other, "16:30")
    button = shown.findChild(QPushButton, "snooze-other")
    assert isinstance(button, QPushButton)
    button.click()
    assert stage.reminding.snoozed == [((REMINDER,), datetime(2026, 11, 22, 16, 30, tzinfo=ZONE))]


def test_who_leaves_the_choice_gets_the_notification_back(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.pressed(KEY, "snooze")
    qtbot.keyClick(dialog(), Qt.Key.Key_Escape)
    assert stage.reminding.snoozed == [((REMINDER,), NOW)]


def test_in_the_window_leaving_the_choice_changes_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.do(Act.SNOOZE, SUBJECT)
    qtbot.keyClick(dialog(), Qt.Key.Key_Escape)
    assert stage.reminding.snoozed == []


def test_another_choice_takes_the_place_of_the_first(stage: Stage, qtbot: QtBot) -> None:
    stage.acting.pressed(KEY, "snooze")
    stage.acting.do(Act.SNOOZE, SUBJECT)
    dialog()
    assert stage.reminding.snoozed == [((REMINDER,), NOW)], "the first one is not lost"


def test_several_are_snoozed_by_what_holds_for_all(stage: Stage) -> None:
    other = Reminder(ITEM, Event("lunch", "Lunch", CALL.end), NOW.astimezone(UTC), "10m")
    stage.acting.do(Act.SNOOZE_ALL, Subject(reminders=(REMINDER, other)))
    shown = choices()
    assert shown.count() == 2
    shown.itemActivated.emit(shown.item(0))
    assert stage.reminding.snoozed == [((REMINDER, other), NOW + timedelta(minutes=5))]


def test_nothing_is_left_to_snooze(stage: Stage) -> None:
    stage.acting.do(Act.SNOOZE, Subject(ITEM, CALL))
    assert stage.told == ["This reminder is over."]


@pytest.mark.parametrize(
    ("act", "answer"), [(Act.ACCEPT, "accepted"), (Act.MAYBE, "tentative"), (Act.DECLINE, "declined")]
)
def test_answers_are_given(stage: Stage, act: Act, answer: str) -> None:
    stage.acting.pressed(KEY, act)
    stage.acting.do(act, SUBJECT)
    assert stage.answering.answers == [(ITEM, answer)] * 2


def test_what_asks_for_no_answer_any_more_says_so(stage: Stage) -> None:
    stage.answering.asked = False
    stage.acting.pressed(KEY, "accept")
    stage.acting.do(Act.ACCEPT, Subject())
    assert stage.told == ["“Call with Vera” asks for no answer any more.", "“This event” asks for no answer any more."]
    assert stage.answering.answers == []


def test_what_waits_is_not_known_while_the_store_cannot_be_read(stage: Stage) -> None:
    assert stage.acting.waiting(ITEM) == [REMINDER]
    stage.reminding.refusal = StoreError("The store is locked.")
    assert stage.acting.waiting(ITEM) == []
