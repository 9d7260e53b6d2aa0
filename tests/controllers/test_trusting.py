"""A real server whose certificate nobody vouches for: trusted by decision only, from the first start on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from c42desktop.app import Application
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.ui.decision import CertificateDialog, DecisionDialog
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.ui.widgets import ElidedLabel
from tests.conftest import PASSWORDS
from tests.people import login_at
from tests.servers import XmppServer
from tests.waiting import until

pytestmark = pytest.mark.server


async def test_a_server_that_offers_less_than_before_gets_no_password_until_the_person_says_so(
    prosody: Prosody, tmp_path: Path, qtbot: QtBot
) -> None:
    profile = find_profile(str(tmp_path / "profile"))
    login = login_at(prosody)
    Settings(profile.settings).put_account(Account(login, ask_password=True, mechanism="SCRAM-SHA-512"))
    store = Store(profile.store)
    passwords = {login.jid: PASSWORDS["ann"]}
    application = Application(profile, store, notifier=RecordingNotifier(), passwords=passwords)
    window = application.window
    application.accounts.start()
    window.show()
    state = window.findChild(ElidedLabel, "account-state")
    await until(lambda: state.full_text() == "Not signed in")
    window.connect_requested.emit()
    window.findChild(DecisionDialog, "weaker-dialog").findChild(QPushButton, "decision-take").click()
    await until(lambda: state.full_text() == "Online")
    account = Settings(profile.settings).account(login.jid)
    assert account is not None and account.mechanism not in ("", "SCRAM-SHA-512")
    await application.tasks.cancel()
    await application.accounts.stop()
    window.hide()
    application.agenda.close()
    store.close()


async def test_a_certificate_is_shown_and_its_key_trusted_by_decision(
    server: XmppServer, tmp_path: Path, qtbot: QtBot
) -> None:
    profile = find_profile(str(tmp_path / "profile"))
    store = Store(profile.store)
    application = Application(profile, store, notifier=RecordingNotifier())
    window, form = application.window, application.window.sign_in
    application.accounts.start()
    window.show()
    jid = f"ann@{DOMAIN}"
    form.set_values(SignIn(jid, PASSWORDS["ann"], host="127.0.0.1", port=server.ports.starttls))
    form.findChild(QPushButton, "sign-in-button").click()
    offer = form.findChild(QPushButton, "offer-certificate")
    await until(offer.isVisible)
    offer.click()
    dialog = window.findChild(CertificateDialog)
    shown = dialog.findChild(QLabel, "certificate-pin").text().split()
    assert Settings(profile.settings).accounts == []
    dialog.findChild(QPushButton, "decision-take").click()
    await until(lambda: window.findChild(ElidedLabel, "account-state").full_text() == "Online")
    (account,) = Settings(profile.settings).accounts
    assert account.login.pin.split(":") == shown
    await application.tasks.cancel()
    await application.accounts.stop()
    window.hide()
    application.agenda.close()
    store.close()
