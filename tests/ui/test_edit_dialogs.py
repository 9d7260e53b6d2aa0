"""The small dialogs around a change: how much of a series, what holds of two changes, what the server sent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from ui_editing import CONFLICT, DELETED, GONE, RETRO, SOURCE
from ui_fakes import DESIGN, NOW, PEOPLE, TEAM, ZONE

from c42desktop.calendar.edits import FieldConflict, Span
from c42desktop.ui.conflict_dialog import ConflictDialog, headline
from c42desktop.ui.conflict_words import choices, value_words
from c42desktop.ui.source_dialog import SourceDialog, readable
from c42desktop.ui.span_question import (
    SpanQuestion,
    delete_question,
    save_question,
    spans_for,
    told_of_deletion,
)

TODAY = NOW.date()


def press(dialog: QWidget, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def option(dialog: QWidget, name: str) -> QRadioButton:
    found = dialog.findChild(QRadioButton, name)
    assert isinstance(found, QRadioButton), name
    return found


def text(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel), name
    return found.text()


# How much of a series


def asked(qtbot: QtBot, question: SpanQuestion) -> SpanQuestion:
    qtbot.addWidget(question)
    with qtbot.waitActive(question):
        question.show()
    return question


@pytest.mark.parametrize("span", list(Span))
def test_how_much_of_a_series_is_chosen_by_mouse(qtbot: QtBot, span: Span) -> None:
    question = asked(qtbot, save_question(DESIGN, spans_for(DESIGN)))
    option(question, f"span-{span.value}").click()
    with qtbot.waitSignal(question.chosen) as chosen:
        press(question, "span-take")
    assert chosen.args == [span]
    assert question.isHidden()


def test_and_by_keyboard(qtbot: QtBot) -> None:
    question = asked(qtbot, save_question(DESIGN, spans_for(DESIGN)))
    option(question, "span-this").setFocus()
    qtbot.keyClick(option(question, "span-this"), Qt.Key.Key_Down)
    with qtbot.waitSignal(question.chosen) as chosen:
        qtbot.keyClick(question, Qt.Key.Key_Return)
    assert chosen.args == [Span.FOLLOWING]


def test_escape_leaves_everything_as_it_is(qtbot: QtBot) -> None:
    question = asked(qtbot, delete_question(DESIGN, TEAM))
    with qtbot.assertNotEmitted(question.chosen):
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert question.isHidden()


def test_one_event_alone_cannot_repeat_otherwise() -> None:
    assert spans_for(DESIGN, changes_rule=True) == (Span.FOLLOWING, Span.ALL)
    assert spans_for(RETRO) == (Span.ALL,)
    assert spans_for(replace(RETRO, recurrence_id=RETRO.start)) == tuple(Span)


def test_what_does_not_repeat_is_deleted_by_one_button_that_return_does_not_press(qtbot: QtBot) -> None:
    question = asked(qtbot, delete_question(RETRO, TEAM))
    assert text(question, "span-title") == "Delete “Retro”?"
    assert question.findChildren(QRadioButton) == []
    with qtbot.assertNotEmitted(question.chosen):
        qtbot.keyClick(question, Qt.Key.Key_Return)
    question = asked(qtbot, delete_question(RETRO, TEAM))
    with qtbot.waitSignal(question.chosen) as chosen:
        press(question, "span-take")
    assert chosen.args == [Span.ALL]


def test_who_is_told_is_said() -> None:
    everybody = "Everybody who reads this calendar sees that it is gone."
    assert told_of_deletion(RETRO, TEAM) == everybody
    mine = replace(RETRO, organizer=PEOPLE[1], attendees=PEOPLE)
    assert told_of_deletion(mine, TEAM) == f"{everybody} 2 invited people are told."
    assert told_of_deletion(DESIGN, TEAM) == everybody, "Bram tells them, whose event it is"


# Two changes


def dialog(qtbot: QtBot, conflict: object) -> ConflictDialog:
    made = ConflictDialog(conflict, NOW)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def decided(shown: ConflictDialog, qtbot: QtBot) -> tuple[str, ...]:
    with qtbot.waitSignal(shown.decided) as done:
        press(shown, "conflict-save")
    answer = done.args[0]
    assert isinstance(answer, tuple)
    return answer


def test_each_field_shows_both_values_and_what_it_was(qtbot: QtBot) -> None:
    shown = dialog(qtbot, CONFLICT)
    assert text(shown, "conflict-title") == "“Retro” was changed while you changed it"
    assert text(shown, "conflict-time-mine-value") == "Tomorrow 15:00 – 16:30"
    assert text(shown, "conflict-time-theirs-value") == "Tomorrow 17:00 – 18:00"
    assert text(shown, "conflict-time-base") == "Before: Tomorrow 16:00 – 17:30"
    assert option(shown, "conflict-location-theirs").accessibleName() == "Place, Theirs: Room 12"


def test_each_field_is_decided_by_itself(qtbot: QtBot) -> None:
    shown = dialog(qtbot, CONFLICT)
    option(shown, "conflict-time-theirs").click()
    assert decided(shown, qtbot) == ("location",)


def test_by_keyboard_too(qtbot: QtBot) -> None:
    shown = dialog(qtbot, CONFLICT)
    qtbot.keyClick(option(shown, "conflict-time-mine"), Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.decided) as done:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert done.args == [("location",)]


def test_all_of_one_side(qtbot: QtBot) -> None:
    shown = dialog(qtbot, CONFLICT)
    press(shown, "conflict-all-theirs")
    assert shown.mine() == ()
    press(shown, "conflict-all-mine")
    assert decided(shown, qtbot) == ("time", "location")


def test_later_decides_nothing(qtbot: QtBot) -> None:
    shown = dialog(qtbot, CONFLICT)
    with qtbot.assertNotEmitted(shown.decided):
        press(shown, "conflict-later")


@pytest.mark.parametrize(
    ("conflict", "title", "mine"),
    [
        (GONE, "“Retro” was deleted while you changed it", "Put it back, as I have it"),
        (DELETED, "“Retro” was changed while you deleted it", "Delete it all the same"),
    ],
)
def test_what_one_side_deleted_stays_as_it_is_by_return_alone(
    qtbot: QtBot, conflict: object, title: str, mine: str
) -> None:
    shown = dialog(qtbot, conflict)
    assert headline(conflict) == title  # type: ignore[arg-type]
    assert text(shown, "conflict-event-mine-value") == mine
    assert shown.mine() == ()
    option(shown, "conflict-event-mine").click()
    assert decided(shown, qtbot) == ("event",)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("alarms", "-PT600S\n-PT0S", "10 minutes before, At the start"),
        ("recurrence", "FREQ=DAILY", "Every day"),
        ("recurrence", None, "Does not repeat"),
        ("status", "tentative", "Tentative"),
        ("status", "no such", "no such"),
        ("busy", None, "Busy"),
        ("busy", "no", "Free"),
        ("due", "2026-11-23", "Tomorrow"),
        ("time", "2026-11-22/2026-11-24", "Today – tomorrow"),
        ("time", "garbage", "garbage"),
        ("location", None, "Nothing"),
        ("description", "x" * 300, "x" * 200 + "…"),
        ("attendees", "a <a@b> accepted\nb", "a <a@b> accepted, b"),
    ],
)
def test_values_are_in_words(name: str, value: str | None, words: str) -> None:
    assert value_words(name, value, TODAY, ZONE) == words


def test_a_conflict_about_one_occurrence_says_which() -> None:
    [choice] = choices([FieldConflict("location", "a", "b", "c", "2026-11-23T15:00:00+00:00")], TODAY, ZONE)
    assert choice.title == "Place · Tomorrow 16:00"
    assert choice.key == "location 2026-11-23T15:00:00+00:00"


# What the server sent


def test_the_source_is_laid_out_and_copied_as_it_was(qtbot: QtBot) -> None:
    shown = SourceDialog("Retro", SOURCE)
    qtbot.addWidget(shown)
    lines = shown.findChild(QPlainTextEdit, "source-text").toPlainText().splitlines()
    assert "    <name>Retro</name>" in lines
    press(shown, "source-copy")
    assert QGuiApplication.clipboard().text() == SOURCE


@pytest.mark.parametrize(
    "text", ["", "BEGIN:VEVENT", "<broken", "<!DOCTYPE a><a/>", "{broken", "<a>" + "<b/>" * 20_000]
)
def test_what_cannot_be_laid_out_is_shown_as_it_is(text: str) -> None:
    assert readable(text) == text


def test_json_is_laid_out_too() -> None:
    assert readable('{"a":[1]}') == '{\n  "a": [\n    1\n  ]\n}'
