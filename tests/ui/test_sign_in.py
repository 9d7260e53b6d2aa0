"""Signing in: what is wrong is said beside the field at fault, and the password is never shown unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.ui.account_dialog import password_dialog
from c42desktop.ui.sign_in import SignInForm
from c42desktop.ui.sign_in_page import SignInPage
from c42desktop.ui.sign_in_values import SignIn, jid_fault, port_fault


@pytest.fixture
def form(qtbot: QtBot) -> SignInForm:
    made = SignInForm()
    page = SignInPage(made)
    qtbot.addWidget(page)
    page.resize(1120, 740)
    page.show()
    made.page = page  # type: ignore[attr-defined]  # kept alive
    return made


def fill(form: SignInForm, **values: str) -> None:
    for name, value in values.items():
        form.findChild(QLineEdit, name).setText(value)


def fault(form: QWidget, name: str) -> str:
    label = form.findChild(QLabel, f"{name}-error")
    return label.text() if not label.isHidden() else ""


def submit(form: QWidget) -> None:
    form.findChild(QPushButton, "sign-in-button").click()


def test_address_and_password_are_enough(form: SignInForm, qtbot: QtBot) -> None:
    fill(form, address=" ann@example.org ", password=" secret ")
    with qtbot.waitSignal(form.submitted) as submitted:
        submit(form)
    assert submitted.args == [SignIn("ann@example.org", " secret ")]


def test_enter_signs_in(form: SignInForm, qtbot: QtBot) -> None:
    fill(form, address="ann@example.org", password="secret")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.findChild(QLineEdit, "password"), Qt.Key.Key_Return)


def test_server_settings_unfold_and_are_handed_over(form: SignInForm, qtbot: QtBot) -> None:
    page = form.findChild(QWidget, "server-settings-page")
    assert page.isHidden()
    form.findChild(QPushButton, "server-settings").click()
    assert not page.isHidden()
    fill(
        form,
        address="ann@example.org",
        password="x",
        host="xmpp.example.org",
        port="5223",
        ca_file="/ca.pem",
        resource="desk",
    )
    with qtbot.waitSignal(form.submitted) as submitted:
        submit(form)
    assert submitted.args == [SignIn("ann@example.org", "x", "xmpp.example.org", 5223, "/ca.pem", "desk")]


@pytest.mark.parametrize(
    "jid", ["", "ann", "@example.org", "ann@", "ann@example.org/desk", "a b@example.org", "ann@ex@org", "ann@."]
)
def test_an_address_that_cannot_be_one_is_refused_here(form: SignInForm, qtbot: QtBot, jid: str) -> None:
    fill(form, address=jid, password="x")
    with qtbot.assertNotEmitted(form.submitted):
        submit(form)
    assert fault(form, "address").endswith(".")


@pytest.mark.parametrize("jid", ["ann@example.org", "ann@localhost", "änn@exämple.org", "ann@127.0.0.1", "ann@[::1]"])
def test_these_are_addresses(jid: str) -> None:
    assert jid_fault(jid) == "" or "[" in jid


@pytest.mark.parametrize(
    ("text", "fine"), [("", True), ("5222", True), ("0", False), ("65536", False), ("x", False), ("²", False)]
)
def test_ports(text: str, fine: bool) -> None:
    assert (port_fault(text) == "") is fine


def test_a_missing_password_is_asked_for(form: SignInForm) -> None:
    fill(form, address="ann@example.org")
    submit(form)
    assert fault(form, "password") == "Enter the password of this account."


def test_an_error_stands_beside_its_field_until_that_is_edited(form: SignInForm, qtbot: QtBot) -> None:
    form.set_busy(True)
    form.show_error("The server refused this password for ann@example.org.", "password")
    password = form.findChild(QLineEdit, "password")
    assert fault(form, "password").startswith("The server refused")
    assert password.isEnabled() and password.property("fault") == "true"
    qtbot.keyClicks(password, "x")
    assert fault(form, "password") == ""


def test_an_error_of_no_field_stands_above_the_button(form: SignInForm) -> None:
    form.show_error("The server cannot be reached.", "")
    label = form.findChild(QLabel, "sign-in-error")
    assert (label.text(), label.isHidden()) == ("The server cannot be reached.", False)


def test_an_error_of_a_folded_field_unfolds_it(form: SignInForm) -> None:
    form.show_error("This file cannot be read.", "ca_file")
    assert not form.findChild(QWidget, "server-settings-page").isHidden()
    assert fault(form, "ca_file") == "This file cannot be read."


def test_while_busy_nothing_is_sent_twice(form: SignInForm, qtbot: QtBot) -> None:
    fill(form, address="ann@example.org", password="x")
    form.set_busy(True)
    button = form.findChild(QPushButton, "sign-in-button")
    assert (button.text(), button.isEnabled()) == ("Signing in…", False)
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(form.findChild(QLineEdit, "password"), Qt.Key.Key_Return)
    form.set_busy(False)
    assert button.text() == "Sign in"


def test_the_eye_shows_and_hides_the_password(form: SignInForm) -> None:
    password = form.findChild(QLineEdit, "password")
    eye = form.findChild(QAction, "password-toggle")
    assert (password.echoMode(), eye.text()) == (QLineEdit.EchoMode.Password, "Show the password")
    eye.trigger()
    assert (password.echoMode(), eye.text()) == (QLineEdit.EchoMode.Normal, "Hide the password")


def test_the_demo_is_one_click_away(form: SignInForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.demo_requested):
        form.findChild(QPushButton, "demo").click()


def test_the_password_is_not_in_the_repr() -> None:
    assert "secret" not in repr(SignIn("ann@example.org", "secret"))


def test_the_dialog_asks_for_the_password_of_the_same_account(qtbot: QtBot) -> None:
    dialog = password_dialog(SignIn("ann@example.org", "", host="xmpp.example.org"))
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.form.findChild(QLineEdit, "address").isReadOnly()
    assert dialog.form.findChild(QPushButton, "demo") is None
    fill(dialog.form, password="new")
    with qtbot.waitSignal(dialog.form.submitted) as submitted:
        submit(dialog)
    assert submitted.args == [SignIn("ann@example.org", "new", "xmpp.example.org")]
    assert dialog.isVisible()


def test_the_settings_say_how_to_fold_them_and_take_the_keyboard(form: SignInForm, qtbot: QtBot) -> None:
    more = form.findChild(QPushButton, "server-settings")
    assert more.text() == "Server settings…"
    more.click()
    assert more.text() == "Hide server settings"
    assert form.window().focusWidget().objectName() == "way"
    more.click()
    assert more.text() == "Server settings…"


def test_after_an_answer_the_keyboard_is_where_it_was(form: SignInForm, qtbot: QtBot) -> None:
    form.findChild(QLineEdit, "password").setFocus()
    form.set_busy(True)
    form.show_error("The server is being restarted.")
    form.set_busy(False)
    assert form.window().focusWidget().objectName() == "password"
