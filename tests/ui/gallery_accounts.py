"""Accounts: signing in, several of them, their dialogs and questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import ui_fakes as fakes
from gallery_agenda import window
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui_dutch import said

from c42desktop.calendar.local import local_ref
from c42desktop.ui.account_dialog import add_dialog, edit_dialog, password_dialog
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.decision import Certificate, CertificateDialog, RemoveAccountDialog, weaker_dialog
from c42desktop.ui.sign_in import Offer
from c42desktop.ui.sign_in_values import SignIn


def first_start() -> QWidget:
    made = window()
    made.show_sign_in()
    made.sign_in.set_values(SignIn("ann@example.org", "swordfis"))
    made.sign_in.show_error(said("The server refused this password for ann@example.org."), "password")
    return made


def server_settings() -> QWidget:
    made = window()
    made.show_sign_in()
    made.sign_in.set_values(SignIn("ann@example.org", "", host="xmpp.example.org", port=5223))
    return made


ACCOUNTS = [
    AccountShown("ann@example.org", AccountState.ONLINE, said("Online"), "#0e7c86"),
    AccountShown("ann.jansen@work.example.com", AccountState.ONLINE, "Online over WebSocket", "#7c5cd6"),
    AccountShown("bram@club.example", AccountState.OFFLINE, "Offline · next try in 12 s", "#c2410c"),
    AccountShown("old@example.net", AccountState.SIGNED_OUT, said("Signed out"), "#2f7d32"),
]


PIN = "3B:7A:10:FF:5C:02:9E:41:" * 3 + "3B:7A:10:FF:5C:02:9E:41"


def several_accounts() -> QWidget:
    made = window()
    others = [replace(each, ref=replace(each.ref, account=ACCOUNTS[1].jid)) for each in fakes.CALENDARS[:2]]
    club = replace(fakes.CALENDARS[2], ref=replace(fakes.TRAVEL, account=ACCOUNTS[2].jid), title="Matches")
    old = replace(fakes.CALENDARS[3], ref=replace(fakes.HOLIDAYS, account=ACCOUNTS[3].jid), title="School")
    local = replace(fakes.CALENDARS[4], ref=local_ref("x"), title="Imported")
    made.set_calendars([*fakes.CALENDARS, *others, club, old, local])
    made.set_unread({})
    made.set_accounts(ACCOUNTS)
    text = said("bram@club.example: offline since 13:12 – showing what was known then")
    made.set_banner(BannerText(BannerKind.OFFLINE, text, said("Connect now")))
    made.show()
    return made


def several_accounts_phone() -> QWidget:
    made = several_accounts()
    made.resize(420, 700)
    QTest.qWait(50)
    made.page.show_sidebar()  # type: ignore[attr-defined]
    return made


def sign_in_phone() -> QWidget:
    made = server_settings()
    made.sign_in.set_values(  # type: ignore[attr-defined]
        SignIn("ann@example.org", "", way="bosh", proxy="http://ann@proxy:8080", proof="certificate", pin=PIN)
    )
    made.resize(420, 900)
    made.show()
    return made


def signed_out() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.SIGNED_OUT, said("Signed out"))])
    made.show()
    return made


def certificate_banner() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.REFUSED, said("Not signed in"))])
    text = said("The certificate of example.org was not issued by an authority this computer trusts.")
    made.set_banner(BannerText(BannerKind.ERROR, text, said("Show certificate…")))
    made.show()
    return made


def account_menu() -> QWidget:
    made = window()
    menu = made.sidebar.account_menu()
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


def account_add() -> QWidget:
    made = add_dialog()
    made.show()
    return made


def account_password() -> QWidget:
    made = password_dialog(SignIn("ann@example.org", ""))
    made.form.show_error("Could not sign in: the password for ann@example.org was refused.", "password")
    made.show()
    return made


def account_edit() -> QWidget:
    made = edit_dialog(SignIn("ann@example.org", "", colour="#7c5cd6", allow_plain=True))
    made.show()
    return made


def account_edit_web() -> QWidget:
    known = SignIn(
        "ann@example.org",
        "",
        way="websocket",
        url="wss://example.org/xmpp",
        proxy="socks5://ann@proxy.example.org:1080",
        proof="certificate",
        certificate="/home/ann/ann.pem",
        pin=PIN,
    )
    made = edit_dialog(known)
    made.form.show_error("There is no WebSocket at wss://example.org/xmpp: it answered 404.", "url", [Offer.KEEP])
    made.show()
    return made


def account_certificate() -> QWidget:
    made = add_dialog()
    made.form.set_values(SignIn("ann@example.org", "swordfish", host="xmpp.example.org"))
    text = said("The certificate of example.org was not issued by an authority this computer trusts.")
    made.form.show_error(text, "ca_file", [Offer.CERTIFICATE])
    made.show()
    return made


def certificate() -> QWidget:
    text = said("The certificate of example.org was not issued by an authority this computer trusts.")
    made = CertificateDialog(Certificate("ann@example.org", text, PIN, PIN))
    made.show()
    return made


def certificate_changed() -> QWidget:
    text = "The key of example.org is not the one that you decided to trust. Nothing was sent to it."
    facts = "It is for example.org, was issued by Example Authority and is valid from 2026-11-03 to 2027-02-01."
    made = CertificateDialog(Certificate("ann@example.org", text, PIN, PIN, facts, changed=True))
    made.show()
    return made


def weaker() -> QWidget:
    text = "example.org used to offer SCRAM-SHA-512 and now offers only PLAIN. Nothing was sent to it."
    made = weaker_dialog("ann@example.org", text)
    made.show()
    return made


def remove_account() -> QWidget:
    made = RemoveAccountDialog("ann@example.org", enabled=True)
    made.show()
    return made


def remove_account_unsent() -> QWidget:
    made = RemoveAccountDialog("ann@example.org", enabled=True, unsent=3)
    made.show()
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (
    first_start,
    server_settings,
    several_accounts,
    several_accounts_phone,
    sign_in_phone,
    signed_out,
    certificate_banner,
    account_menu,
    account_add,
    account_password,
    account_edit,
    account_edit_web,
    account_certificate,
    certificate,
    certificate_changed,
    weaker,
    remove_account,
    remove_account_unsent,
)
