"""The settings that few need: only what matters is shown, and a fault stands beside its input."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.ui import sign_in
from c42desktop.ui.sign_in import Offer, SignInForm
from c42desktop.ui.sign_in_page import SignInPage
from c42desktop.ui.sign_in_values import SignIn, proxy_fault, proxy_parts, proxy_url, url_fault

PIN = ":".join(["AB"] * 32)
ANN = SignIn("ann@example.org", "secret")
FULL = replace(
    ANN,
    way="websocket",
    url="wss://example.org/xmpp",
    proxy="socks5://ann%40home@proxy.example.org:1080",
    proof="certificate",
    certificate="/ann.pem",
    pin=PIN,
    ca_file="/ca.pem",
    resource="desk",
)


@pytest.fixture
def form(qtbot: QtBot) -> SignInForm:
    made = SignInForm()
    page = SignInPage(made)
    qtbot.addWidget(page)
    page.resize(1120, 740)
    page.show()
    made.page = page  # type: ignore[attr-defined]  # kept alive
    made.set_values(ANN)
    made.findChild(QPushButton, "server-settings").click()
    return made


def choose(form: QWidget, name: str, value: str) -> None:
    box = form.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def shown(form: QWidget, name: str) -> bool:
    return form.findChild(QWidget, name).isVisible()


def fault(form: QWidget, name: str) -> str:
    label = form.findChild(QLabel, f"{name}-error")
    return label.text().replace("\u200b", "") if not label.isHidden() else ""


def submitted(form: SignInForm, qtbot: QtBot) -> SignIn:
    with qtbot.waitSignal(form.submitted) as signal:
        form.findChild(QPushButton, "sign-in-button").click()
    return signal.args[0]


def test_what_was_known_comes_back_unchanged(form: SignInForm, qtbot: QtBot) -> None:
    form.set_values(FULL)
    assert submitted(form, qtbot) == FULL


def test_usual_settings_stay_folded_and_others_do_not(qtbot: QtBot) -> None:
    for known, unfolded in (
        (ANN, False),
        (replace(ANN, resource="c42desktop.1"), False),
        (replace(ANN, allow_plain=True), True),
        (replace(ANN, proxy="none"), True),
    ):
        form = SignInForm(sign_in.edit())
        qtbot.addWidget(form)
        form.set_values(known)
        form.show()
        assert shown(form, "server-settings-page") is unfolded


@pytest.mark.parametrize(
    ("way", "host", "url"),
    [("automatic", True, False), ("tcp", True, False), ("websocket", False, True), ("bosh", False, True)],
)
def test_host_or_url_is_shown_where_it_matters(form: SignInForm, way: str, host: bool, url: bool) -> None:
    choose(form, "way", way)
    assert (shown(form, "host"), shown(form, "port"), shown(form, "url")) == (host, host, url)


def test_what_does_not_matter_is_not_handed_over(form: SignInForm, qtbot: QtBot) -> None:
    form.set_values(replace(ANN, host="xmpp.example.org", port=5223, allow_plain=True))
    choose(form, "way", "bosh")
    form.findChild(QLineEdit, "url").setText("https://example.org/http-bind")
    choose(form, "proof", "oauthbearer")
    entered = submitted(form, qtbot)
    wanted = replace(ANN, way="bosh", url="https://example.org/http-bind", proof="oauthbearer")
    assert entered == wanted


@pytest.mark.parametrize(("choice", "named"), [("", False), ("none", False), ("http", True), ("socks5", True)])
def test_a_proxy_has_an_address_where_it_is_one(form: SignInForm, choice: str, named: bool) -> None:
    choose(form, "proxy", choice)
    assert shown(form, "proxy-address") is named
    assert shown(form, "proxy-password") is named


def test_a_proxy_is_handed_over_with_its_password_beside_it(form: SignInForm, qtbot: QtBot) -> None:
    choose(form, "proxy", "http")
    for name, text in (("proxy-address", "proxy:8080"), ("proxy-user", "ann@home"), ("proxy-password", " x ")):
        form.findChild(QLineEdit, name).setText(text)
    entered = submitted(form, qtbot)
    assert (entered.proxy, entered.proxy_password) == ("http://ann%40home@proxy:8080", " x ")
    assert " x " not in repr(entered)


@pytest.mark.parametrize(
    ("proof", "asks", "missing"),
    [
        ("password", "Password", "Enter the password of this account."),
        ("oauthbearer", "Token", "Enter the token of this account."),
        ("x-oauth2", "Token", "Enter the token of this account."),
    ],
)
def test_the_secret_is_asked_for_by_its_name(
    form: SignInForm, qtbot: QtBot, proof: str, asks: str, missing: str
) -> None:
    choose(form, "proof", proof)
    password = form.findChild(QLineEdit, "password")
    password.clear()
    assert password.accessibleName() == asks
    with qtbot.assertNotEmitted(form.submitted):
        form.findChild(QPushButton, "sign-in-button").click()
    assert fault(form, "password") == missing
    assert shown(form, "allow_plain") is (proof == "password")


def test_a_certificate_needs_a_file_and_no_password(form: SignInForm, qtbot: QtBot) -> None:
    choose(form, "proof", "certificate")
    form.findChild(QLineEdit, "password").clear()
    form.findChild(QPushButton, "sign-in-button").click()
    assert fault(form, "certificate") == "Choose the file with your certificate and its key."
    form.findChild(QLineEdit, "certificate").setText("/ann.pem")
    assert submitted(form, qtbot).certificate == "/ann.pem"


@pytest.mark.parametrize(
    ("way", "url", "fine"),
    [
        ("tcp", "", True),
        ("websocket", "", True),
        ("websocket", "https://example.org/", False),
        ("websocket", "wss://", False),
        ("websocket", "wss://[", False),
        ("websocket", "wss://example.org/x", True),
        ("bosh", "https://example.org/x", True),
        ("bosh", "http://localhost/x", True),
        ("bosh", "example.org", False),
    ],
)
def test_urls(way: str, url: str, fine: bool) -> None:
    wrong = url == "https://example.org/" and way == "websocket"
    assert (url_fault(way, url) == "") is (fine and not wrong)


@pytest.mark.parametrize(
    ("address", "fine"),
    [("proxy:8080", True), ("[::1]:1080", True), ("proxy", False), (":80", False), ("a@b:80", False), ("p:0", False)],
)
def test_addresses_of_proxies(address: str, fine: bool) -> None:
    assert (proxy_fault(address) == "") is fine


def test_a_proxy_in_parts_is_the_same_proxy() -> None:
    for parts in (("http", "proxy:8080", ""), ("socks5", "[::1]:1080", "a:b@c/ä")):
        assert proxy_parts(proxy_url(*parts)) == parts


@pytest.mark.parametrize("name", ["url", "proxy", "certificate", "allow_plain", "way", "proof", "ca_file", "host"])
def test_a_refusal_stands_beside_the_input_at_fault(form: SignInForm, name: str) -> None:
    form.show_error("This does not work.", name)
    assert fault(form, name) == "This does not work."
    assert shown(form, f"{name}-error")


def test_a_fault_of_a_named_proxy_stands_beside_its_address(form: SignInForm) -> None:
    choose(form, "proxy", "http")
    form.show_error("The proxy refused.", "proxy")
    assert (fault(form, "proxy-address"), fault(form, "proxy")) == ("The proxy refused.", "")


def test_the_words_of_a_check_box_count_as_the_box(form: SignInForm, qtbot: QtBot) -> None:
    box = form.findChild(QCheckBox, "allow_plain")
    words = next(each for each in form.findChildren(QLabel) if each.buddy() is box)
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert box.isChecked()


def test_a_trusted_key_is_shown_and_can_be_forgotten(form: SignInForm, qtbot: QtBot) -> None:
    form.set_values(replace(ANN, pin=PIN))
    assert form.findChild(QLabel, "trusted-key-pin").text().split() == ["AB"] * 32
    form.findChild(QPushButton, "forget-key").click()
    assert not shown(form, "trusted-key")
    assert submitted(form, qtbot).pin == ""


def test_an_error_offers_what_can_be_decided_until_something_is_changed(form: SignInForm, qtbot: QtBot) -> None:
    form.show_error("It is not trusted.", "ca_file", [Offer.CERTIFICATE])
    assert shown(form, "offer-certificate") and not shown(form, "offer-weaker")
    with qtbot.waitSignal(form.offered) as offered:
        form.findChild(QPushButton, "offer-certificate").click()
    assert offered.args == [Offer.CERTIFICATE, ANN]
    form.show_error("It is not trusted.", "ca_file", [Offer.CERTIFICATE])
    qtbot.keyClicks(form.findChild(QLineEdit, "host"), "x")
    assert not shown(form, "offer-certificate")


def test_only_an_account_that_is_known_is_kept_untried(form: SignInForm, qtbot: QtBot) -> None:
    form.show_error("It cannot be reached.", "", [Offer.KEEP])
    assert not shown(form, "offer-keep")
    edit = SignInForm(sign_in.edit())
    qtbot.addWidget(edit)
    edit.show()
    edit.show_error("It cannot be reached.", "", [Offer.KEEP])
    assert shown(edit, "offer-keep")


def test_the_keyboard_goes_as_the_eye_does(form: SignInForm, qtbot: QtBot) -> None:
    form.findChild(QLineEdit, "password").setFocus()
    seen = []
    for _step in range(9):
        qtbot.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(form.window().focusWidget().objectName())
    order = ["way", "proxy", "host", "port", "proof", "resource", "allow_plain", "ca_file", "ca_file-browse"]
    assert seen == order
