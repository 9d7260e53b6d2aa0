"""What a person does with accounts: nothing is kept that did not work unless it is said so, nothing lost by the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop import credentials
from c42desktop.app import Application
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import PALETTE, CalendarRef, Event, ItemRef
from c42desktop.controllers import accounts as accounts_module
from c42desktop.controllers import signing_in
from c42desktop.files import keeping
from c42desktop.files.items import decoded
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.edits import Edits
from c42desktop.store.store import Store
from c42desktop.ui.account_dialog import AccountDialog
from c42desktop.ui.account_line import AccountAction, AccountEntry
from c42desktop.ui.decision import CertificateDialog, DecisionDialog, RemoveAccountDialog
from c42desktop.ui.widgets import ElidedLabel
from c42desktop.xmpp.login import Login, Proof, State, Status, Way
from c42desktop.xmpp.memory import Memory
from tests.files.samples import calendar, event
from tests.files.test_importing import taken
from tests.waiting import until

ANN, BRAM = "ann@example.org", "bram@club.example"
PIN, OTHER = ":".join(["AB"] * 32), ":".join(["CD"] * 32)


class FakeLink:
    """An account that is online as soon as it starts, or as a test says."""

    made: ClassVar[list[FakeLink]] = []

    def __init__(self, login: Login, secret: str, _store: Store, **more: Any) -> None:
        self.login, self.secret, self.jid = login, secret, login.jid
        self.memory: Memory = more["memory"]
        self.report: Callable[[Status], None] = more["on_status"]
        self.session = self
        self.stopped = False
        self.asked = 0
        FakeLink.made.append(self)

    def start(self) -> None:
        self.report(Status(State.ONLINE))

    def connect_now(self) -> None:
        self.asked += 1

    async def stop(self) -> None:
        self.stopped = True
        self.report(Status(State.OFFLINE))


class Stage:
    """An application with two accounts, and a server that a test plays."""

    def __init__(self, folder: Path) -> None:
        profile = find_profile(str(folder))
        settings = Settings(profile.settings)
        settings.put_account(Account(Login(ANN, resource="r1")))
        settings.put_account(Account(Login(BRAM, resource="r2")))
        self.path = profile.settings
        self.store = Store(profile.store)
        self.passwords = {ANN: "a", BRAM: "b"}
        self.kept: dict[str, str] = {}
        self.tried: list[tuple[Login, str]] = []
        self.answers: list[Status | None] = []
        self.application = Application(profile, self.store, notifier=RecordingNotifier(), passwords=self.passwords)
        self.window = self.application.window

    async def try_login(
        self, login: Login, secret: str, memory: Memory | None = None, _find: object = None
    ) -> Status | None:
        self.tried.append((login, secret))
        answer = self.answers.pop(0) if self.answers else None
        if answer is None and memory is not None:
            memory.offered("SCRAM-SHA-256")
        return answer

    async def save(self, name: str, secret: str) -> None:
        self.kept[name] = secret

    async def forget(self, name: str) -> None:
        self.kept.pop(name, None)

    def account(self, jid: str = ANN) -> Account:
        found = Settings(self.path).account(jid)
        assert found is not None
        return found

    def link(self, jid: str = ANN) -> FakeLink:
        return next(each for each in reversed(FakeLink.made) if each.jid == jid)

    def act(self, action: AccountAction, jid: str = ANN) -> None:
        self.window.account_requested.emit(action, jid)

    def dialog(self, kind: type[Any] = AccountDialog) -> Any:
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def banner(self) -> str:
        return "" if self.window.banner.isHidden() else self.window.banner.accessibleName()

    def words(self) -> dict[str, str]:
        entries = [each for each in self.window.sidebar.findChildren(AccountEntry) if not each.isHidden()]
        return {
            each.findChild(ElidedLabel, "entry-jid").full_text(): each.findChild(ElidedLabel, "entry-state").full_text()
            for each in entries
        }


@pytest.fixture
async def stage(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    FakeLink.made = []
    made = Stage(tmp_path)
    monkeypatch.setattr(accounts_module, "Link", FakeLink)
    monkeypatch.setattr(signing_in, "try_login", made.try_login)
    for name, function in (("save", made.save), ("save_proxy", made.save), ("forget", made.forget)):
        monkeypatch.setattr(credentials, name, function)
    monkeypatch.setattr(credentials, "forget_proxy", made.forget)
    made.window.present()
    made.application.accounts.start()
    await until(lambda: len(FakeLink.made) == 2)
    yield made
    await made.application.tasks.cancel()
    made.window.hide()
    made.application.agenda.close()
    made.store.close()


def fill(dialog: QWidget, **values: str) -> None:
    for name, value in values.items():
        dialog.findChild(QLineEdit, name.replace("_", "-")).setText(value)


def press(dialog: Any, name: str = "sign-in-button") -> None:
    dialog.findChild(QPushButton, name).click()


def choose(dialog: AccountDialog, name: str, value: str) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


async def test_another_account_is_added_beside_those_that_are_online(stage: Stage) -> None:
    stage.act(AccountAction.ADD, "")
    dialog = stage.dialog()
    fill(dialog, address="vera@example.net", password="v")
    press(dialog)
    await until(lambda: not dialog.isVisible())
    assert stage.kept == {"vera@example.net": "v"}
    assert stage.account("vera@example.net").mechanism == "SCRAM-SHA-256"
    assert [each.jid for each in FakeLink.made] == [ANN, BRAM, "vera@example.net"]
    assert not any(each.stopped for each in FakeLink.made)


async def test_the_first_sign_in_can_be_given_up_and_tried_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    never = asyncio.Event()

    async def hang(*_given: object) -> Status | None:
        await never.wait()
        return None

    form = stage.window.sign_in
    with monkeypatch.context() as silent:
        silent.setattr(signing_in, "try_login", hang)
        fill(form, address="vera@example.net", password="v")
        press(form)
        await until(lambda: stage.application.account_dialogs._signing_in._attempt is not None)
        press(form, "cancel-sign-in")
        await until(lambda: form.findChild(QPushButton, "sign-in-button").isEnabled())
    assert Settings(stage.path).account("vera@example.net") is None and stage.kept == {}
    press(form)
    await until(lambda: "vera@example.net" in stage.kept)


async def test_a_refused_account_is_not_kept_and_says_why_beside_its_field(stage: Stage) -> None:
    stage.answers = [Status(State.REFUSED, "There is no WebSocket there.", field="url")]
    stage.act(AccountAction.ADD, "")
    dialog = stage.dialog()
    fill(dialog, address="vera@example.net", password="v", url="wss://example.net/x")
    choose(dialog, "way", "websocket")
    press(dialog)
    fault = dialog.findChild(QLabel, "url-error")
    await until(lambda: not fault.isHidden())
    assert fault.text() == "There is no WebSocket there."
    assert Settings(stage.path).account("vera@example.net") is None
    assert dialog.isVisible()


async def test_nothing_comes_of_an_attempt_that_was_given_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, given_up = asyncio.Event(), asyncio.Event()

    async def never(*_what: object) -> None:
        asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            given_up.set()

    monkeypatch.setattr(signing_in, "try_login", never)
    stage.act(AccountAction.ADD, "")
    dialog = stage.dialog()
    fill(dialog, address="vera@example.net", password="v")
    press(dialog)
    await until(asked.is_set)
    press(dialog, "cancel")
    await until(given_up.is_set)
    assert not dialog.isVisible()
    assert (stage.kept, Settings(stage.path).account("vera@example.net")) == ({}, None)


async def test_an_edited_account_connects_anew_with_the_password_it_has(stage: Stage) -> None:
    stage.act(AccountAction.EDIT)
    dialog = stage.dialog()
    fill(dialog, host="xmpp.example.org")
    press(dialog)
    await until(lambda: not dialog.isVisible())
    assert stage.tried == [(Login(ANN, "xmpp.example.org", resource="r1"), "a")]
    assert FakeLink.made[0].stopped and not FakeLink.made[1].stopped
    assert (stage.link().login.host, stage.link().secret) == ("xmpp.example.org", "a")
    assert stage.account().login.host == "xmpp.example.org"


async def test_another_colour_needs_no_server(stage: Stage) -> None:
    stage.act(AccountAction.EDIT)
    dialog = stage.dialog()
    choose(dialog, "colour", PALETTE[3])
    press(dialog)
    await until(lambda: not dialog.isVisible())
    assert (stage.account().colour, stage.tried, len(FakeLink.made)) == (PALETTE[3], [], 2)


async def test_a_change_can_be_kept_though_the_server_cannot_be_reached(stage: Stage) -> None:
    stage.answers = [Status(State.WAITING, "It cannot be reached.", retry_in=2)]
    stage.act(AccountAction.EDIT)
    dialog = stage.dialog()
    choose(dialog, "way", "tcp")
    press(dialog)
    await until(lambda: dialog.findChild(QPushButton, "offer-keep").isVisible())
    assert stage.account().login.way is Way.AUTOMATIC
    press(dialog, "offer-keep")
    await until(lambda: not dialog.isVisible())
    assert stage.account().login.way is Way.TCP
    assert stage.link().login.way is Way.TCP


async def test_another_kind_of_secret_has_to_be_entered(stage: Stage) -> None:
    stage.act(AccountAction.EDIT)
    dialog = stage.dialog()
    choose(dialog, "proof", "oauthbearer")
    press(dialog)
    fault = dialog.findChild(QLabel, "password-error")
    await until(lambda: not fault.isHidden())
    assert (fault.text(), stage.tried) == ("Enter the token of this account.", [])
    fill(dialog, password="t0ken")
    press(dialog)
    await until(lambda: not dialog.isVisible())
    assert (stage.account().login.proof, stage.kept) == (Proof.OAUTHBEARER, {ANN: "t0ken"})


async def test_the_password_of_a_proxy_is_kept_apart(stage: Stage) -> None:
    stage.act(AccountAction.EDIT)
    dialog = stage.dialog()
    choose(dialog, "proxy", "http")
    fill(dialog, proxy_address="proxy:8080", proxy_user="ann", proxy_password="p")
    press(dialog)
    await until(lambda: not dialog.isVisible())
    assert stage.kept == {"ann@proxy:8080": "p"}
    assert stage.account().login.proxy == "http://ann@proxy:8080"


async def test_signed_out_it_stays_in_the_list_and_comes_back(stage: Stage) -> None:
    first = stage.link()
    stage.act(AccountAction.SIGN_OUT)
    await until(lambda: first.stopped)
    await until(lambda: stage.words()[ANN] == "Signed out")
    assert not stage.account().enabled
    assert stage.words()[BRAM] == "Reading calendars…"
    assert [each.jid for each in stage.application.accounts.online()] == [BRAM]
    stage.act(AccountAction.SIGN_IN)
    await until(lambda: stage.link() is not first)
    assert stage.account().enabled and stage.words()[ANN] == "Reading calendars…"


async def test_a_signed_out_account_is_not_connected_at_the_next_start(stage: Stage) -> None:
    stage.application.settings.put_account(replace(stage.account(), enabled=False))
    FakeLink.made = []
    stage.application.accounts.status.remove(ANN)
    await stage.application.accounts.stop()
    stage.application.accounts._links = {}
    stage.application.accounts.start()
    await until(lambda: bool(FakeLink.made))
    assert [each.jid for each in FakeLink.made] == [BRAM]
    QApplication.processEvents()  # a line that is new in a visible window
    assert stage.words()[ANN] == "Signed out"


@pytest.mark.parametrize("keep", [False, True])
async def test_removing_takes_the_password_and_asks_about_the_calendars(stage: Stage, keep: bool) -> None:
    stage.kept = {ANN: "a", BRAM: "b"}
    ref = CalendarRef(ANN, "pubsub.example.org", "team")
    stage.store.add_calendar(ref, "Team")
    (piece,) = taken(calendar(event("review", "Review"))).pieces
    stage.store.put_item(decoded(piece).stored(ref))
    first = stage.link()
    stage.act(AccountAction.REMOVE)
    dialog = stage.dialog(RemoveAccountDialog)
    if keep:
        dialog.findChild(QRadioButton, "calendars-keep").click()
    press(dialog, "decision-take")
    await until(lambda: ANN not in stage.kept)
    assert first.stopped
    assert Settings(stage.path).account(ANN) is None
    assert [each.ref for each in stage.store.calendars()] == ([keeping.kept_ref(ref)] if keep else [])
    await until(lambda: stage.store.unfinished() == [])
    assert stage.words() == {}  # one account: the line of before
    assert stage.kept == {BRAM: "b"}


async def test_removing_says_how_much_has_not_reached_the_server(stage: Stage) -> None:
    ref = CalendarRef(ANN, "pubsub.example.org", "team")
    stage.store.add_calendar(ref, "Team")
    Edits(stage.store.db).put(Edit(ItemRef(ref, "review"), (Event("review"),), ()), datetime.now(UTC))
    stage.act(AccountAction.REMOVE)
    words = stage.dialog(RemoveAccountDialog).findChild(QLabel, "remove-account-unsent").text()
    assert words == "1 change of yours is not sent yet and will be lost."


async def test_after_the_last_account_one_is_asked_for_again(stage: Stage) -> None:
    for jid in (ANN, BRAM):
        stage.act(AccountAction.REMOVE, jid)
        press(stage.dialog(RemoveAccountDialog), "decision-take")
        await until(lambda jid=jid: stage.application.settings.account(jid) is None)
    await until(lambda: not stage.window.sign_in.isHidden() and stage.window.sign_in.isVisible())


async def test_a_certificate_that_is_trusted_by_decision_is_tried_and_kept(stage: Stage) -> None:
    stage.answers = [Status(State.REFUSED, "It is not trusted.", field="ca_file", fingerprint=OTHER, pin=PIN)]
    stage.act(AccountAction.ADD, "")
    dialog = stage.dialog()
    fill(dialog, address="vera@example.net", password="v")
    press(dialog)
    await until(lambda: dialog.findChild(QPushButton, "offer-certificate").isVisible())
    assert dialog.findChild(QLabel, "ca_file-error").text() == "It is not trusted."
    press(dialog, "offer-certificate")
    press(stage.dialog(CertificateDialog), "decision-take")
    await until(lambda: not dialog.isVisible())
    assert [login.pin for login, _secret in stage.tried] == ["", PIN]
    assert stage.account("vera@example.net").login.pin == PIN


async def test_a_key_that_changed_is_refused_until_the_person_decides(stage: Stage) -> None:
    stage.application.settings.put_account(replace(stage.account(), login=Login(ANN, resource="r1", pin=PIN)))
    reason = "The key of example.org is not the one that you decided to trust."
    stage.link().report(Status(State.REFUSED, reason, field="pin", fingerprint=OTHER, pin=OTHER))
    assert stage.banner() == f"{ANN}: {reason}"
    for name, pin in (("decision-cancel", PIN), ("decision-take", OTHER)):
        stage.window.connect_requested.emit()
        dialog = stage.dialog(CertificateDialog)
        assert dialog.findChild(QPushButton, "decision-cancel").text() == "Keep refusing"
        press(dialog, name)
        await until(lambda pin=pin: stage.account().login.pin == pin)
    await until(lambda: stage.link().login.pin == OTHER)


async def test_a_weaker_mechanism_is_accepted_only_by_decision(stage: Stage) -> None:
    stage.application.settings.put_account(replace(stage.account(), mechanism="SCRAM-SHA-512"))
    stage.link().report(Status(State.REFUSED, "Only PLAIN is left.", field="mechanism"))
    stage.window.connect_requested.emit()
    press(stage.dialog(DecisionDialog), "decision-cancel")
    assert stage.account().mechanism == "SCRAM-SHA-512"
    stage.window.connect_requested.emit()
    press(stage.dialog(DecisionDialog), "decision-take")
    await until(lambda: stage.account().mechanism == "")
    await until(lambda: stage.link().memory.mechanism == "" and len(FakeLink.made) == 3)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("password", "sign-in-dialog"),
        ("url", "edit-account-dialog"),
        ("address", "edit-account-dialog"),
        ("proxy", "edit-account-dialog"),
    ],
)
async def test_the_banner_leads_to_the_input_at_fault(stage: Stage, field: str, name: str) -> None:
    stage.link(BRAM).report(Status(State.REFUSED, "This is wrong.", field=field))
    assert stage.banner() == f"{BRAM}: This is wrong."
    stage.window.connect_requested.emit()
    dialog = stage.dialog()
    assert dialog.objectName() == name
    assert dialog.findChild(QLineEdit, "address").text() == BRAM
    assert dialog.findChild(QLabel, f"{field}-error").text() == "This is wrong."


async def test_a_second_account_without_a_password_is_asked_for_after_the_first(stage: Stage) -> None:
    for jid in (ANN, BRAM):
        stage.application.accounts.on_refused(jid, Status(State.REFUSED, field="password"))
    first = stage.dialog()
    assert first.findChild(QLineEdit, "address").text() == ANN
    first.reject()
    assert stage.dialog().findChild(QLineEdit, "address").text() == BRAM


async def test_what_cannot_be_saved_is_said_and_leaves_the_account_connected(stage: Stage) -> None:
    stage.path.unlink()
    stage.path.mkdir()
    stage.act(AccountAction.SIGN_OUT)
    await until(lambda: "cannot be read: Is a directory" in stage.banner())
    assert not stage.link().stopped


async def test_who_waits_to_be_asked_about_is_asked_though_another_is_gone(stage: Stage) -> None:
    """Three wait for the dialog of the first: the second is removed meanwhile, and the third still has its turn."""
    refused = Status(State.REFUSED, field="password")
    settings = stage.application.settings
    settings.put_account(Account(Login("gone@example.org")))
    for jid in (ANN, "gone@example.org", BRAM):
        stage.application.accounts.on_refused(jid, refused)
    first = stage.dialog()
    settings.remove_account("gone@example.org")
    first.reject()
    await until(lambda: not first.isVisible())
    assert stage.dialog().findChild(QLineEdit, "address").text() == BRAM
