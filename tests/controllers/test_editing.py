"""Editing in the window: which dialog opens, what is asked of the core, and where it says why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.edits import Conflict, Edit, FieldConflict, Span
from c42desktop.calendar.model import (
    Calendar,
    CalendarRef,
    CalendarState,
    Defaults,
    Event,
    ItemRef,
    Occurrence,
    Personal,
)
from c42desktop.controllers import editing as module
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.disputes import Disputes
from c42desktop.controllers.editing import EditingController, zone_name
from c42desktop.errors import UserError
from c42desktop.notify.actions import Act, Subject
from c42desktop.settings import Settings
from c42desktop.ui.agenda_model import FACE, AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.conflict_dialog import ConflictDialog
from c42desktop.ui.contacts import ContactModel
from c42desktop.ui.event_editor import EventEditor
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.source_dialog import SourceDialog
from c42desktop.ui.span_question import SpanQuestion
from tests.editing import FakeEditing

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 13, 35, tzinfo=ZONE)
ANN, TEAM, GONE = (CalendarRef("ann@example.org", "calendars.example.org", node) for node in ("ann", "team", "gone"))
CALENDARS = [Calendar(ANN, "Ann"), Calendar(TEAM, "Product team"), Calendar(GONE, "Gone", state=CalendarState.REMOVED)]
RETRO = Event(
    "retro",
    "Retro",
    datetime(2026, 11, 23, 16, tzinfo=ZONE),
    datetime(2026, 11, 23, 17, tzinfo=ZONE),
    timezone="Europe/Amsterdam",
)
ITEM = ItemRef(TEAM, "retro")
SERIES = replace(RETRO, rrules=("FREQ=WEEKLY",))
ABOUT = Subject(ITEM, RETRO)


class Stage:
    """A window, and the controllers around the double of the core."""

    def __init__(self, path: Path) -> None:
        self.editing = FakeEditing()
        self.model = AgendaModel(NOW)
        self.window = MainWindow(self.model, find_rights=self._rights)
        self.banner = BannerController(self.window)
        self.exported: list[tuple[ItemRef, str]] = []
        self.settings = Settings(path / "settings.toml")
        self.controller = EditingController(
            self.window,
            self.editing,  # type: ignore[arg-type]
            self.banner,
            self.settings,
            now=lambda: NOW,
            defaults=lambda _calendar: Defaults(),
            find_source=self.find_source,
            export=lambda item, title: self.exported.append((item, title)),
            find_contacts=lambda account, found: found.set([("Vera", f"vera of {account}")]),
        )
        self.window.new_event_requested.connect(self.controller.open_new)
        self.disputes = Disputes(
            self.window,
            self.model,
            self.editing,  # type: ignore[arg-type]
            self.banner,
            now=lambda: NOW,
            find_change=lambda _item: None,
        )
        self.window.acted.connect(self.controller.do)
        self.controller.set_calendars(CALENDARS)
        self.window.set_calendars(CALENDARS)
        self.model.reset([Entry(ITEM, (Occurrence(RETRO, RETRO.start, RETRO.end),))])  # type: ignore[arg-type]
        self.window.show_agenda()

    def _rights(self, subject: Subject) -> Rights:
        return self.controller.rights(subject)

    def find_source(self, item: ItemRef) -> str:
        if item != ITEM:
            raise UserError("It is gone.")
        return "<event/>"

    def told(self) -> str:
        return self.window.banner.accessibleName() if not self.window.banner.isHidden() else ""


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(module, "zone_name", lambda: "Europe/Amsterdam")
    stage = Stage(tmp_path)
    qtbot.addWidget(stage.window)
    stage.window.show()
    yield stage
    stage.disputes.close()


def editor(stage: Stage) -> EventEditor:
    [found] = [each for each in stage.window.findChildren(EventEditor) if each.isVisible()]
    return found


def dialog(stage: Stage, kind: type[QWidget]) -> QWidget:
    [found] = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    assert isinstance(found, kind)
    return found


def press(widget: QWidget, name: str) -> None:
    found = widget.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    found.click()


def retitle(stage: Stage, qtbot: QtBot, more: str = "!") -> None:
    field = editor(stage).findChild(QLineEdit, "event-title")
    assert isinstance(field, QLineEdit)
    field.end(False)
    qtbot.keyClicks(field, more)


def test_ctrl_n_adds_an_event_where_the_last_one_went(stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(stage.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    box = editor(stage).findChild(QComboBox, "event-calendar")
    assert isinstance(box, QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["Ann", "Product team"]
    box.setCurrentIndex(1)
    retitle(stage, qtbot, "Lunch")
    press(editor(stage), "event-save")
    [(name, calendar, event)] = stage.editing.calls
    assert isinstance(event, Event)
    assert (name, calendar, event.summary) == ("create", TEAM, "Lunch")
    assert (event.start, event.timezone) == (datetime(2026, 11, 22, 14, tzinfo=ZONE), "Europe/Amsterdam")
    assert len(event.uid) > 20
    stage.controller.open_new()
    assert editor(stage).calendar() == TEAM


def test_the_button_of_the_page_does_the_same(stage: Stage, qtbot: QtBot) -> None:
    qtbot.mouseClick(stage.window.page.new_event, Qt.MouseButton.LeftButton)
    assert not editor(stage).changed()


def test_a_draft_is_looked_at_before_it_is_added(stage: Stage) -> None:
    stage.window.new_event_requested.emit(replace(RETRO, uid="quick"))
    press(editor(stage), "event-save")
    assert [call[0] for call in stage.editing.calls] == ["create"]


def test_where_no_calendar_takes_events_that_is_said(stage: Stage) -> None:
    stage.editing.read_only = {ANN, TEAM}
    stage.controller.open_new()
    assert stage.told().startswith("None of your calendars takes events from you.")


def test_what_is_refused_is_said_in_the_dialog_and_nothing_is_lost(stage: Stage, qtbot: QtBot) -> None:
    stage.controller.do(Act.EDIT, ABOUT)
    retitle(stage, qtbot)
    stage.editing.refusal = UserError("The end is before the start.", field="end")
    press(editor(stage), "event-save")
    shown = editor(stage).findChild(QLabel, "event-end-error")
    assert isinstance(shown, QLabel)
    assert shown.text() == "The end is before the start."
    stage.editing.refusal = None
    press(editor(stage), "event-save")
    assert [call[0] for call in stage.editing.calls] == ["change"]


def test_an_event_alone_is_changed_without_a_question(stage: Stage, qtbot: QtBot) -> None:
    stage.controller.do(Act.EDIT, ABOUT)
    retitle(stage, qtbot)
    press(editor(stage), "event-save")
    assert stage.editing.calls == [("change", ITEM, RETRO, replace(RETRO, summary="Retro!"), Span.ALL)]
    assert not stage.window.findChildren(SpanQuestion)


def test_saved_without_a_change_nothing_is_sent(stage: Stage) -> None:
    for event in (RETRO, SERIES):
        stage.controller.do(Act.EDIT, Subject(ITEM, event))
        press(editor(stage), "event-save")
    assert stage.editing.calls == []


@pytest.mark.parametrize("span", list(Span))
def test_of_a_series_is_asked_how_much(stage: Stage, qtbot: QtBot, span: Span) -> None:
    stage.controller.do(Act.EDIT, Subject(ITEM, SERIES))
    retitle(stage, qtbot)
    press(editor(stage), "event-save")
    question = dialog(stage, SpanQuestion)
    option = question.findChild(QRadioButton, f"span-{span.value}")
    assert isinstance(option, QRadioButton)
    option.click()
    press(question, "span-take")
    assert stage.editing.calls == [("change", ITEM, SERIES, replace(SERIES, summary="Retro!"), span)]


def test_who_cancels_the_question_goes_on_editing(stage: Stage, qtbot: QtBot) -> None:
    stage.controller.do(Act.EDIT, Subject(ITEM, SERIES))
    retitle(stage, qtbot)
    press(editor(stage), "event-save")
    press(dialog(stage, SpanQuestion), "span-cancel")
    assert (stage.editing.calls, editor(stage).value().summary) == ([], "Retro!")


def test_another_calendar_in_the_dialog_moves_it(stage: Stage) -> None:
    stage.controller.do(Act.EDIT, Subject(ITEM, SERIES))
    box = editor(stage).findChild(QComboBox, "event-calendar")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    press(editor(stage), "event-save")
    assert stage.editing.calls == [("move", ITEM, ANN)]


def test_a_copy_is_a_new_event_of_its_own(stage: Stage) -> None:
    stage.controller.do(Act.DUPLICATE, Subject(ITEM, replace(SERIES, personal=Personal(answer="accepted"))))
    press(editor(stage), "event-save")
    [(name, calendar, event)] = stage.editing.calls
    assert isinstance(event, Event)
    assert (name, calendar) == ("create", TEAM)
    assert replace(event, uid="retro") == RETRO, "one event at that time, and nobody has answered to it"


@pytest.mark.parametrize("event", [RETRO, SERIES])
def test_deleting_asks_first(stage: Stage, event: Event) -> None:
    stage.controller.do(Act.DELETE, Subject(ITEM, event))
    assert stage.editing.calls == []
    press(dialog(stage, SpanQuestion), "span-take")
    assert stage.editing.calls == [("delete", ITEM, event, Span.ALL if event is RETRO else Span.THIS)]


def test_why_it_was_not_deleted_is_said(stage: Stage) -> None:
    stage.controller.do(Act.DELETE, ABOUT)
    stage.editing.refusal = UserError("“Retro” is not in your calendar any more.")
    press(dialog(stage, SpanQuestion), "span-take")
    assert stage.told() == "“Retro” is not in your calendar any more."


def test_dropped_on_a_calendar_it_goes_there_and_back(stage: Stage) -> None:
    stage.window.event_dropped.emit(ITEM, TEAM)
    stage.window.event_dropped.emit(ITEM, ANN)
    assert stage.told() == "Moved to “Ann”."
    press(stage.window.banner, "banner-undo")
    assert stage.editing.calls == [("move", ITEM, ANN), ("move", ItemRef(ANN, "retro"), TEAM)]


def test_export_and_source(stage: Stage) -> None:
    stage.controller.do(Act.EXPORT, ABOUT)
    assert stage.exported == [(ITEM, "Retro")]
    stage.controller.do(Act.SOURCE, ABOUT)
    assert dialog(stage, SourceDialog).windowTitle() == "Source of Retro"
    stage.controller.do(Act.SOURCE, Subject(ItemRef(TEAM, "other"), RETRO))
    assert stage.told() == "It is gone."


def test_what_one_may_only_read_is_not_edited_and_says_why(stage: Stage) -> None:
    stage.editing.read_only = {TEAM}
    assert stage.controller.rights(ABOUT).why == "You may only read this calendar."
    for act in (Act.EDIT, Act.DELETE):
        stage.controller.do(act, ABOUT)
    assert stage.told() == "You may only read this calendar."
    assert not stage.window.findChildren(EventEditor)
    stage.editing.read_only = set()
    theirs = Subject(ITEM, replace(RETRO, personal=Personal(permission="invited_read")))
    assert stage.controller.rights(theirs).why == "You may only read this event."
    mine = Subject(ITEM, replace(RETRO, personal=Personal(permission="calendar_write")))
    assert stage.controller.rights(mine).may_write
    broken = Subject(ITEM, Event("x", problem="It has no time."))
    assert not stage.controller.rights(broken).may_write
    assert not stage.controller.rights(Subject()).may_write


def test_an_event_of_a_calendar_that_was_left_is_not_edited(stage: Stage) -> None:
    elsewhere = Subject(ItemRef(replace(TEAM, node="left"), "retro"), RETRO)
    for act in (Act.EDIT, Act.DELETE):
        stage.controller.do(act, elsewhere)
    assert stage.told() == "This calendar is not there any more."
    assert stage.window.findChildren(EventEditor) == []


@pytest.mark.parametrize(
    ("key", "modifier", "opens"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, EventEditor),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, EventEditor),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, EventEditor),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, SpanQuestion),
    ],
)
def test_keys_in_the_list(
    stage: Stage, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, opens: type[QWidget]
) -> None:
    with qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    stage.window.open_item(ITEM)
    stage.window.view.setFocus()
    qtbot.keyClick(stage.window.view, key, modifier)
    assert dialog(stage, opens)


def test_a_double_click_edits_what_may_be_edited(stage: Stage, qtbot: QtBot) -> None:
    view, index = stage.window.view, stage.model.find(ITEM)
    stage.editing.read_only = {TEAM}
    view.select(index)
    view.doubleClicked.emit(index)
    assert (stage.window.findChildren(EventEditor), stage.told()) == ([], ""), "it is looked at, which needs no reason"
    stage.editing.read_only = set()
    stage.window.refresh_details()
    stage.window.resize(1120, 740)  # in a narrow one the details cover the list after the first click
    where = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert editor(stage)


def test_the_details_offer_it_too(stage: Stage, qtbot: QtBot) -> None:
    stage.window.open_item(ITEM)
    press(stage.window.details, "details-edit")
    assert editor(stage).value() == RETRO


# What waits, and what is to be decided

CONFLICT = Conflict(Edit(ITEM, (RETRO,), (RETRO,)), (RETRO,), (FieldConflict("location", "a", "b", "c"),))


def face(stage: Stage) -> str:
    pill = stage.model.find(ITEM).data(FACE).pill
    return pill.text if pill else ""


def test_what_is_not_sent_is_seen_in_row_details_and_banner(stage: Stage) -> None:
    stage.window.open_item(ITEM)
    stage.banner.set_state(BannerText(BannerKind.OFFLINE, "Offline since 13:12"), lambda: None)
    stage.editing.queue = [ITEM]
    stage.disputes.refresh()
    assert face(stage) == "Not sent yet"
    assert stage.window.details.findChild(QLabel, "details-unsent")
    assert stage.told() == "Offline since 13:12 · 1 change waits to be sent."
    stage.editing.queue = []
    stage.disputes.refresh()
    assert face(stage) == ""
    assert not stage.window.details.findChild(QLabel, "details-unsent")
    assert stage.told() == "Offline since 13:12"


def test_a_conflict_waits_in_the_banner_until_somebody_decides(stage: Stage) -> None:
    stage.editing.disputes = [CONFLICT]
    stage.disputes.arose(CONFLICT)
    assert not stage.window.findChildren(ConflictDialog), "nothing opens over what somebody types"
    assert stage.told() == "“Retro” was changed while you changed it."
    press(stage.window.banner, "banner-decide")
    press(dialog(stage, ConflictDialog), "conflict-save")
    assert stage.editing.calls == [("resolve", ITEM, ("location",))]
    assert stage.told() == ""


def test_conflicts_survive_a_restart_and_are_decided_in_the_details(stage: Stage) -> None:
    stage.editing.disputes = [CONFLICT]
    stage.disputes.start()
    stage.window.open_item(ITEM)
    stage.banner.tell("Something else.")
    press(stage.window.details, "details-decide")
    press(dialog(stage, ConflictDialog), "conflict-later")
    assert stage.editing.calls == []
    assert stage.told() == "Something else."
    stage.disputes.decide(ITEM)
    assert dialog(stage, ConflictDialog)


def test_one_after_the_other(stage: Stage) -> None:
    other = replace(CONFLICT, edit=Edit(ItemRef(TEAM, "x"), (replace(RETRO, summary="Lunch"),), (RETRO,)))
    stage.editing.disputes = [CONFLICT, other]
    stage.disputes.start()
    press(stage.window.banner, "banner-decide")
    press(dialog(stage, ConflictDialog), "conflict-save")
    assert stage.told() == "“Lunch” was changed while you changed it."


def test_the_zone_of_the_machine_has_a_name() -> None:
    assert ZoneInfo(zone_name())


def test_the_contacts_of_the_calendars_account_are_offered(stage: Stage) -> None:
    stage.controller.open_new()
    (editor,) = stage.window.findChildren(EventEditor)
    assert editor.contacts.index(0).data(ContactModel.ADDRESS) == "vera of ann@example.org"
    editor.close()
