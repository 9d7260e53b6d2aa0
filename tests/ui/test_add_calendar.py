"""Adding a calendar: of a service, or by its address."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from c42desktop.ui.add_calendar import AddCalendarDialog
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
    assert not button(dialog, "add").isEnabled()
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
        button(dialog, "add-uri").click()
    assert entered.args == ["xmpp:calendars.example.org?;node=team"]
    dialog.show_error("There is no such calendar.", "uri")
    assert said(dialog, "uri-error") == "There is no such calendar."


def test_what_is_no_address_is_refused_here(dialog: AddCalendarDialog, qtbot: QtBot) -> None:
    dialog.set_calendars(SERVICE, [])
    qtbot.keyClicks(dialog.findChild(QLineEdit, "uri"), "https://example.org")
    with qtbot.assertNotEmitted(dialog.uri_entered):
        button(dialog, "add-uri").click()
    assert said(dialog, "uri-error").startswith("The address of a calendar looks like xmpp:")


def test_the_offers_keep_the_contract_of_models(qtmodeltester: ModelTester) -> None:
    model = OfferModel()
    model.set([TEAM, ROOMS, NAMELESS])
    qtmodeltester.check(model)


def test_the_dialog_is_drawn_with_extreme_names(dialog: AddCalendarDialog) -> None:
    dialog.set_calendars(SERVICE, [CalendarInfo(SERVICE, "n" * 1000, "🎉" * 300, "d\n" * 500, True), NAMELESS])
    assert not dialog.grab().isNull()
