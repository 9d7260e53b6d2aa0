"""Adding a calendar: of a service, or by its address."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from c42desktop.ui.access import Access
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.offer_pane import Preview, Upcoming
from c42desktop.ui.offers import CalendarInfo, OfferModel

SERVICE = "calendars.example.org"
TEAM = CalendarInfo(SERVICE, "team", "Product team", "Releases", True)
ROOMS = CalendarInfo(SERVICE, "rooms", "Meeting rooms", "Rotterdam")
NAMELESS = CalendarInfo(SERVICE, "urn:x:1")


@pytest.fixture
def dialog(qtbot: QtBot) -> AddCalendarDialog:
    made = AddCalendarDialog()
    qtbot.addWidget(made)
    made.set_services([SERVICE, "other.example.org"])
    made.open()
    return made


def offers(dialog: AddCalendarDialog) -> list[str]:
    model = dialog.findChild(QListView, "offers").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select(dialog: AddCalendarDialog, row: int) -> None:
    view = dialog.findChild(QListView, "offers")
    view.setCurrentIndex(view.model().index(row, 0))
    view.clicked.emit(view.currentIndex())


def button(dialog: AddCalendarDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def said(dialog: AddCalendarDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    return label.text() if not label.isHidden() else ""


def test_the_first_service_is_asked_at_once(qtbot: QtBot) -> None:
    dialog = AddCalendarDialog()
    qtbot.addWidget(dialog)
    assert said(dialog, "offers-state") == "Looking for calendars…"
    with qtbot.waitSignal(dialog.service_chosen) as chosen:
        dialog.set_services([SERVICE])
    assert chosen.args == [SERVICE]


def test_no_service_leaves_the_address(qtbot: QtBot) -> None:
    dialog = AddCalendarDialog()
    qtbot.addWidget(dialog)
    dialog.set_services([])
    assert said(dialog, "offers-state").startswith("No calendar service was found.")


def test_offers_are_sorted_by_name(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [NAMELESS, TEAM, ROOMS])
    assert offers(dialog) == ["Meeting rooms", "Product team", "urn:x:1"]
    assert said(dialog, "offers-state") == ""


def test_late_answers_of_another_service_are_ignored(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars("other.example.org", [ROOMS])
    assert offers(dialog) == []


def test_a_typed_service_is_asked(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    services = dialog.findChild(QComboBox, "services")
    services.setCurrentText("pubsub.example.net")
    with qtbot.waitSignal(dialog.service_chosen) as chosen:
        services.lineEdit().returnPressed.emit()
    assert chosen.args == ["pubsub.example.net"]


def test_the_filter_looks_at_names_and_descriptions(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [NAMELESS, TEAM, ROOMS])
    dialog.findChild(QLineEdit, "filter").setText("rotter MEET")
    assert offers(dialog) == ["Meeting rooms"]


def test_adding_asks_for_the_selected_one(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [TEAM, ROOMS])
    assert button(dialog, "add").isHidden()
    select(dialog, 0)
    with qtbot.waitSignal(dialog.add_requested) as added:
        button(dialog, "add").click()
    assert added.args == [SERVICE, "rooms"]
    assert said(dialog, "offers-state") == "Adding Meeting rooms…"
    assert not button(dialog, "add").isEnabled()


def test_what_is_added_cannot_be_added_again(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [TEAM, ROOMS])
    select(dialog, 1)
    assert not button(dialog, "add").isEnabled()


def test_the_selection_survives_the_answer(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [TEAM, ROOMS])
    select(dialog, 1)
    dialog.set_calendars(SERVICE, [NAMELESS, TEAM, ROOMS])
    assert dialog.findChild(QListView, "offers").currentIndex().data() == "Product team"


def test_an_error_ends_the_waiting(dialog: AddCalendarDialog) -> None:
    dialog.show_error("The service does not answer.")
    assert said(dialog, "add-error") == "The service does not answer."
    assert said(dialog, "offers-state") == ""


def test_an_address_is_handed_over(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [])
    uri = dialog.findChild(QLineEdit, "uri")
    qtbot.keyClicks(uri, "xmpp:calendars.example.org?;node=team")
    with qtbot.waitSignal(dialog.uri_entered) as entered:
        button(dialog, "show-uri").click()
    assert entered.args == ["xmpp:calendars.example.org?;node=team"]
    dialog.show_error("There is no such calendar.", "uri")
    assert said(dialog, "uri-error") == "There is no such calendar."


def test_what_is_no_address_is_refused_here(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [])
    qtbot.keyClicks(dialog.findChild(QLineEdit, "uri"), "https://example.org")
    with qtbot.assertNotEmitted(dialog.uri_entered):
        button(dialog, "show-uri").click()
    assert said(dialog, "uri-error").startswith("The address of a calendar looks like xmpp:")


def test_the_offers_keep_the_contract_of_models(qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    model.set([TEAM, ROOMS, NAMELESS])
    qtmodeltester.check(model)


def test_the_dialog_is_drawn_with_extreme_names(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [CalendarInfo(SERVICE, "n" * 1000, "🎉" * 300, "d\n" * 500, True), NAMELESS])
    assert not dialog.grab().isNull()


# Looking before adding

PLAN = CalendarInfo(SERVICE, "plan", "Plan", "All of it", access=Access.ASK, subscribers=1, owner="vera@example.org")
REVIEW = Preview((Upcoming("Today 15:00 – 16:00", "Review"),))


def texts(dialog: AddCalendarDialog) -> list[str]:
    return [each.text() for each in dialog.pane.findChildren(QLabel) if not each.isHidden()]


def test_what_is_selected_is_looked_at(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [PLAN, ROOMS])
    with qtbot.waitSignal(dialog.looked_at) as looked:
        select(dialog, 1)
    assert looked.args == [PLAN]
    assert said(dialog, "offer-note") == "Looking at its events…"
    dialog.set_preview(PLAN, REVIEW)
    shown = texts(dialog)
    for words in ("Plan", "All of it", "You need to be let in by the owner", "1 subscriber", "Review"):
        assert words in shown
    assert "Owned by vera@example.org" in shown
    assert button(dialog, "add").text() == "Ask to be let in"


def test_running_through_the_list_asks_about_the_last_only(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [PLAN, ROOMS, TEAM])
    asked: list[object] = []
    dialog.looked_at.connect(asked.append)
    view = dialog.findChild(QListView, "offers")
    view.setFocus()
    for _each in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(asked))
    assert [each.name for each in asked if isinstance(each, CalendarInfo)] == ["Product team"]


def test_return_looks_first_and_then_adds(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [ROOMS])
    dialog.resize(400, 600)
    view = dialog.findChild(QListView, "offers")
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.assertNotEmitted(dialog.add_requested):
        view.activated.emit(view.currentIndex())
    assert dialog.pane.isVisible() and not view.isVisible()
    with qtbot.waitSignal(dialog.add_requested):
        button(dialog, "add").click()


def test_where_there_is_no_room_the_list_comes_back(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [ROOMS])
    dialog.resize(400, 600)
    view = dialog.findChild(QListView, "offers")
    assert view.isVisible() and not dialog.pane.isVisible()
    select(dialog, 0)
    assert dialog.pane.isVisible() and not view.isVisible()
    button(dialog, "offer-back").click()
    assert view.isVisible() and view.hasFocus()
    dialog.resize(900, 600)
    assert view.isVisible() and dialog.pane.isVisible()


def test_a_preview_of_another_calendar_is_ignored(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [PLAN, ROOMS])
    select(dialog, 0)
    dialog.set_preview(PLAN, REVIEW)
    assert "Review" not in texts(dialog)
    dialog.set_preview(ROOMS, Preview(note="Nothing is coming up in it."))
    assert said(dialog, "offer-note") == "Nothing is coming up in it."


def test_a_request_that_waits_can_be_withdrawn(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    waiting = PLAN.standing(subscribed=True, pending=True)
    dialog.set_calendars(SERVICE, [waiting])
    view = dialog.findChild(QListView, "offers")
    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Plan, All of it, Waiting"
    select(dialog, 0)
    assert said(dialog, "offer-note") == "The owner has not let you in yet."
    assert button(dialog, "add").isHidden()
    with qtbot.waitSignal(dialog.withdraw_requested) as withdrawn:
        button(dialog, "withdraw").click()
    assert withdrawn.args == [SERVICE, "plan"]
    dialog.show_offer(PLAN)
    dialog.mark([PLAN])
    assert button(dialog, "withdraw").isHidden() and button(dialog, "add").isEnabled()


def test_a_refusal_stands_beside_the_calendar(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [ROOMS])
    select(dialog, 0)
    button(dialog, "add").click()
    dialog.show_error("You have no access to this calendar.", "uri")
    assert said(dialog, "offer-error") == "You have no access to this calendar."
    assert said(dialog, "uri-error") == ""
    assert button(dialog, "add").isEnabled()


def test_an_address_is_shown_before_it_is_added(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [ROOMS])
    select(dialog, 0)
    with qtbot.waitSignal(dialog.looked_at) as looked:
        dialog.show_offer(PLAN)
    assert looked.args == [PLAN]
    assert not dialog.findChild(QListView, "offers").currentIndex().isValid()
    with qtbot.waitSignal(dialog.add_requested) as added:
        button(dialog, "add").click()
    assert added.args == [SERVICE, "plan"]


def test_extreme_offers_are_drawn(dialog: AddCalendarDialog) -> None:
    dialog.show_offer(CalendarInfo(SERVICE, "n" * 1000, "🎉" * 300, "d\n" * 500, owner="o" * 900))
    dialog.set_preview(CalendarInfo(SERVICE, "n" * 1000), Preview((Upcoming("w" * 500, "<b>" * 500),) * 5))
    assert not dialog.grab().isNull()
