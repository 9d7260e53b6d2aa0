"""Sharing a calendar, setting one up, deleting it: the dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import PALETTE
from c42desktop.ui.access import Access, Role, subscribers_words
from c42desktop.ui.calendar_form import CalendarDraft, CalendarForm, Place, new_calendar_form, settings_form
from c42desktop.ui.contacts import ContactModel
from c42desktop.ui.delete_calendar import delete_dialog
from c42desktop.ui.share import ShareDialog
from c42desktop.ui.share_rows import SharedWith

ANN = SharedWith("ann@example.org", Role.OWNER, is_me=True, fixed="A calendar keeps at least one owner.")
VERA = SharedWith("vera@example.org", Role.SEE, "Vera Kok")
BRAM = SharedWith("bram@example.org", Role.NONE, waits=True)
SERVICE = Place("ann@example.org", "pubsub.example.org", (Access.INVITED, Access.OPEN), "pubsub.example.org")
ACCOUNT = Place("ann@example.org", "ann@example.org", (Access.INVITED, Access.CONTACTS), "At my account")


@pytest.fixture
def dialog(qtbot: QtBot) -> ShareDialog:
    made = ShareDialog("Team plan", "xmpp:pubsub.example.org?;node=plan")
    qtbot.addWidget(made)
    made.set_people([BRAM, ANN, VERA])
    made.open()
    return made


def row(dialog: ShareDialog, person: SharedWith) -> QWidget:
    found = dialog.findChild(QWidget, f"shared-with-{person.address}")
    assert isinstance(found, QWidget)
    return found


def role(dialog: ShareDialog, person: SharedWith) -> QComboBox:
    found = row(dialog, person).findChild(QComboBox, "person-role")
    assert isinstance(found, QComboBox)
    return found


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def said(parent: QWidget, name: str) -> str:
    found = parent.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return "" if found.isHidden() else found.text().replace("\u200b", "")


def test_another_role_is_asked_for_at_once(dialog: ShareDialog, qtbot: QtBot) -> None:
    choice = role(dialog, VERA)
    assert choice.currentText() == "Can see"
    choice.setFocus()
    with qtbot.waitSignal(dialog.role_chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert chosen.args == ["vera@example.org", Role.EDIT]
    assert not choice.isEnabled()


def test_a_refusal_puts_the_role_back_and_says_why(dialog: ShareDialog) -> None:
    choice = role(dialog, VERA)
    choice.setCurrentIndex(choice.findData(Role.OWNER.value))
    choice.activated.emit(choice.currentIndex())
    dialog.set_people([ANN, VERA])
    dialog.show_refused("vera@example.org", "You have no access.")
    assert (choice.currentText(), choice.isEnabled()) == ("Can see", True)
    assert said(row(dialog, VERA), "person-error") == "You have no access."
    assert choice.accessibleDescription() == "You have no access."


def test_the_last_owner_stays_one(dialog: ShareDialog) -> None:
    choice = role(dialog, ANN)
    assert not choice.isEnabled()
    assert choice.accessibleDescription() == ANN.fixed


@pytest.mark.parametrize(("name", "allowed"), [("person-allow", True), ("person-deny", False)])
def test_who_waits_is_let_in_or_not(dialog: ShareDialog, qtbot: QtBot, name: str, allowed: bool) -> None:
    assert role(dialog, BRAM).isHidden()
    with qtbot.waitSignal(dialog.request_answered) as answered:
        qtbot.keyClick(button(row(dialog, BRAM), name), Qt.Key.Key_Space)
    assert answered.args == ["bram@example.org", allowed]


def test_rows_stay_and_with_them_the_keyboard(dialog: ShareDialog) -> None:
    before = role(dialog, VERA)
    before.setFocus()
    dialog.set_people([ANN, VERA])
    assert role(dialog, VERA) is before
    gone = dialog.findChild(QWidget, "shared-with-bram@example.org")
    assert gone is None or gone.isHidden()


def test_somebody_is_added_by_part_of_a_name(dialog: ShareDialog, qtbot: QtBot) -> None:
    dialog.set_contacts([("Noor de Wit", "noor@example.org"), ("", "x@example.org")])
    field = dialog.findChild(QLineEdit, "share-address")
    completer = field.completer()
    completer.setCompletionPrefix("de w")
    assert completer.currentCompletion() == "noor@example.org"
    qtbot.keyClicks(field, "Noor@example.org")
    with qtbot.waitSignal(dialog.role_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["noor@example.org", Role.SEE]
    dialog.added("noor@example.org")
    assert field.text() == ""


def test_what_is_no_address_is_refused_here(dialog: ShareDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit, "share-address"), "noor")
    with qtbot.assertNotEmitted(dialog.role_chosen):
        button(dialog, "share-add").click()
    assert said(dialog, "share-address-error") == "An XMPP address looks like ann@example.org."


def test_a_refusal_of_somebody_new_stands_beside_the_address(dialog: ShareDialog) -> None:
    dialog.show_refused("new@example.org", "No.")
    assert said(dialog, "share-address-error") == "No."


def test_the_address_is_copied(dialog: ShareDialog) -> None:
    button(dialog, "share-copy").click()
    assert QGuiApplication.clipboard().text() == "xmpp:pubsub.example.org?;node=plan"


def test_the_contacts_keep_the_contract_of_models(qtmodeltester: ModelTester) -> None:
    model = ContactModel()
    model.set([("Noor", "noor@example.org"), ("", "x@example.org")])
    qtmodeltester.check(model)


# A new calendar, and settings


@pytest.fixture
def form(qtbot: QtBot) -> CalendarForm:
    made = new_calendar_form(PALETTE[2])
    qtbot.addWidget(made)
    made.set_places([SERVICE, ACCOUNT])
    made.open()
    return made


def test_a_new_calendar_is_private_until_somebody_decides_otherwise(form: CalendarForm, qtbot: QtBot) -> None:
    save = button(form, "calendar-save")
    assert not save.isEnabled()
    qtbot.keyClicks(form.findChild(QLineEdit, "calendar-title"), "Garden")
    qtbot.keyClicks(form.findChild(QPlainTextEdit, "calendar-description"), "Who waters")
    with qtbot.waitSignal(form.submitted) as made:
        qtbot.keyClick(form.findChild(QLineEdit, "calendar-title"), Qt.Key.Key_Return)
    assert made.args == [CalendarDraft("Garden", "Who waters", Access.INVITED, PALETTE[2], SERVICE)]
    assert not save.isEnabled()
    form.show_error("No.", "title")
    assert save.isEnabled()


def test_who_can_see_it_depends_on_where_it_is(form: CalendarForm) -> None:
    access, place = form.findChild(QComboBox, "calendar-access"), form.findChild(QComboBox, "calendar-place")
    assert [access.itemText(each) for each in range(access.count())] == ["Only people I invite", "Anyone"]
    access.setCurrentIndex(1)
    access.activated.emit(1)
    assert said(form, "access-consequence") == "Whoever knows or finds its address can see it."
    place.setCurrentIndex(1)
    place.activated.emit(1)
    assert [access.itemText(each) for each in range(access.count())] == ["Only people I invite", "My contacts"]
    assert access.currentText() == "Only people I invite"


def test_places_that_come_later_change_no_choice(form: CalendarForm) -> None:
    place = form.findChild(QComboBox, "calendar-place")
    place.setCurrentIndex(1)
    place.activated.emit(1)
    form.set_places([ACCOUNT, SERVICE])
    assert place.currentText() == "At my account"


def test_a_refusal_stands_beside_its_field(form: CalendarForm) -> None:
    form.show_error("Not here.", "place")
    assert said(form, "calendar-place-error") == "Not here."
    form.show_error("The connection was lost.")
    assert said(form, "form-error") == "The connection was lost."


def test_colours_are_chosen_with_the_arrow_keys(form: CalendarForm, qtbot: QtBot) -> None:
    swatches = form.findChildren(QRadioButton)
    assert [each.isChecked() for each in swatches].index(True) == 2
    swatches[2].setFocus()
    qtbot.keyClick(swatches[2], Qt.Key.Key_Right)
    assert swatches[3].isChecked()
    assert all(each.accessibleName() for each in swatches)


def test_settings_begin_with_what_is(qtbot: QtBot) -> None:
    form = settings_form(CalendarDraft("Plan", "All", Access.SOME_CONTACTS), [Access.INVITED, Access.OPEN])
    qtbot.addWidget(form)
    form.open()
    access = form.findChild(QComboBox, "calendar-access")
    assert access.currentText() == "Some of my contacts"
    assert not form.findChild(QComboBox, "calendar-place").isVisible()
    with qtbot.waitSignal(form.submitted) as saved:
        button(form, "calendar-save").click()
    assert saved.args == [CalendarDraft("Plan", "All", Access.SOME_CONTACTS)]


# Deleting


@pytest.mark.parametrize(
    ("others", "words"),
    [(None, "Everyone who sees it loses it."), (0, "Nobody else sees it."), (1, "1 other person loses it.")],
)
def test_what_is_lost_is_said_before(qtbot: QtBot, others: int | None, words: str) -> None:
    dialog = delete_dialog("Plan", 3, others)
    qtbot.addWidget(dialog)
    dialog.open()
    assert said(dialog, "delete-others") == words
    assert said(dialog, "decision-text") == "The calendar and the 3 events in it are deleted at the server."
    with qtbot.assertNotEmitted(dialog.taken):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_every_access_and_role_has_words() -> None:
    assert all(each.words and each.choice and each.consequence for each in Access if each is not Access.UNKNOWN)
    assert Access("nonsense") is Access.UNKNOWN
    assert all(each.words for each in Role)
    assert Role("nonsense") is Role.NONE
    assert [subscribers_words(each) for each in (0, 1, 2)] == ["No subscribers yet", "1 subscriber", "2 subscribers"]
