"""Dialogs with consequences: nothing happens by pressing Return, and everything needed to decide is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.ui import fitting
from c42desktop.ui.account_dialog import add_dialog, edit_dialog, password_dialog
from c42desktop.ui.decision import Certificate, CertificateDialog, DecisionDialog, RemoveAccountDialog, weaker_dialog
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.sign_in_values import SignIn

PIN = ":".join(f"{each:02x}" for each in range(32))
REFUSED = Certificate("ann@example.org", "It is not trusted.", "AA:" * 31 + "AA", PIN)


def opened(dialog: FittingDialog, qtbot: QtBot) -> FittingDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def texts(dialog: QWidget) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel)).replace("\u200b", "")


@pytest.mark.parametrize(
    "make",
    [
        lambda: CertificateDialog(REFUSED),
        lambda: CertificateDialog(replace(REFUSED, changed=True)),
        lambda: weaker_dialog("ann@example.org", "Only PLAIN is left."),
        lambda: RemoveAccountDialog("ann@example.org", enabled=True),
    ],
)
def test_return_and_escape_decide_nothing(make: object, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = opened(make(), qtbot)  # type: ignore[operator]
        assert isinstance(dialog, DecisionDialog)
        with qtbot.assertNotEmitted(dialog.taken):
            qtbot.keyClick(dialog, key)
        assert dialog.isHidden()


def test_a_certificate_is_shown_with_all_that_is_known(qtbot: QtBot) -> None:
    dialog = opened(CertificateDialog(replace(REFUSED, facts="It is for example.org.")), qtbot)
    said = texts(dialog)
    for part in ("It is not trusted.", "ann@example.org", "It is for example.org."):
        assert part in said
    assert "What it says" not in texts(opened(CertificateDialog(REFUSED), qtbot))
    assert dialog.findChild(QLabel, "certificate-pin").text().split() == PIN.upper().split(":")
    with qtbot.waitSignal(dialog.taken):
        dialog.findChild(QPushButton, "decision-take").click()
    assert dialog.isHidden()


def test_another_key_is_warned_of_in_strong_words(qtbot: QtBot) -> None:
    dialog = opened(CertificateDialog(replace(REFUSED, changed=True)), qtbot)
    assert "Trust the new key only if" in texts(dialog)
    assert dialog.findChild(QPushButton, "decision-cancel").text() == "Keep refusing"
    assert dialog.findChild(QPushButton, "decision-take").text() == "Trust the new key"


def test_removing_asks_what_becomes_of_the_calendars(qtbot: QtBot) -> None:
    dialog = RemoveAccountDialog("ann@example.org", enabled=True)
    opened(dialog, qtbot)
    assert not dialog.keeps()
    dialog.findChild(QRadioButton, "calendars-keep").click()
    with qtbot.waitSignal(dialog.taken):
        dialog.findChild(QPushButton, "decision-take").click()
    assert dialog.keeps()


def test_removing_says_what_is_lost(qtbot: QtBot) -> None:
    assert "will be lost" not in texts(opened(RemoveAccountDialog("a@b", enabled=True), qtbot))
    lost = texts(opened(RemoveAccountDialog("a@b", enabled=True, unsent=1), qtbot))
    assert "1 change of yours is not sent yet and will be lost." in lost


def test_signing_out_is_offered_instead_of_removing(qtbot: QtBot) -> None:
    dialog = RemoveAccountDialog("ann@example.org", enabled=True)
    opened(dialog, qtbot)
    with qtbot.waitSignal(dialog.sign_out_requested), qtbot.assertNotEmitted(dialog.taken):
        dialog.findChild(QPushButton, "sign-out-instead").click()
    assert opened(RemoveAccountDialog("a@b", enabled=False), qtbot).findChild(QPushButton, "sign-out-instead") is None


@pytest.mark.parametrize(
    "make",
    [
        add_dialog,
        lambda: edit_dialog(SignIn("ann@example.org", "", way="bosh", url="https://example.org/", pin=PIN)),
        lambda: password_dialog(SignIn("ann@example.org", "")),
        lambda: CertificateDialog(REFUSED),
    ],
)
def test_everything_fits_without_scrolling(make: object, qtbot: QtBot) -> None:
    dialog = opened(make(), qtbot)  # type: ignore[operator]
    parts = (dialog.column, dialog.foot)
    needed = sum(max(each.totalHeightForWidth(dialog.width()), 0) for each in parts)
    qtbot.waitUntil(lambda: not dialog._edge.isVisible())
    assert needed <= dialog.height() or dialog.height() >= dialog.screen().availableGeometry().height() - 40


def test_a_dialog_grows_with_what_is_unfolded(qtbot: QtBot) -> None:
    dialog = add_dialog()
    opened(dialog, qtbot)
    before = dialog.height()
    dialog.findChild(QPushButton, "server-settings").click()
    qtbot.waitUntil(lambda: dialog.height() > before + 100)


def test_on_a_low_screen_the_buttons_stay_in_sight_and_so_does_what_is_wrong(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = SignIn(
        "ann@example.org", "", way="bosh", url="https://example.org/", proxy="http://ann@proxy:8080", pin=PIN
    )
    dialog = edit_dialog(known)
    monkeypatch.setattr(fitting, "TITLE_BAR", dialog.screen().availableGeometry().height() - 400)
    opened(dialog, qtbot)
    assert dialog.height() == 400
    assert dialog._edge.isVisible(), "what goes on below is seen to be cut"
    for name in ("sign-in-button", "cancel"):
        button = dialog.findChild(QPushButton, name)
        assert button.mapTo(dialog, button.rect().bottomLeft()).y() < dialog.height()
        assert not button.visibleRegion().isEmpty()
    for name in ("proxy", "address", "url"):
        dialog.form.show_error("It is wrong.", name)
        fault = next(each for each in dialog.findChildren(QLabel) if each.text() == "It is wrong.")
        qtbot.waitUntil(lambda fault=fault: not fault.visibleRegion().isEmpty())
        dialog.form.show_error("")


def test_the_address_of_a_known_account_does_not_look_like_an_input(qtbot: QtBot) -> None:
    dialog = opened(edit_dialog(SignIn("ann@example.org", "")), qtbot)
    address, password = (dialog.findChild(QLineEdit, name) for name in ("address", "password"))
    assert address.palette().color(address.backgroundRole()) != password.palette().color(password.backgroundRole())


def test_a_dialog_that_grows_at_the_end_of_the_screen_goes_up(qtbot: QtBot) -> None:
    dialog = opened(add_dialog(), qtbot)
    room = dialog.screen().availableGeometry()
    dialog.move(0, room.bottom() - dialog.height() - 40)
    dialog.findChild(QPushButton, "server-settings").click()
    qtbot.waitUntil(lambda: dialog.height() > 400)
    assert room.top() <= dialog.frameGeometry().top()
    assert dialog.frameGeometry().bottom() <= room.bottom()
