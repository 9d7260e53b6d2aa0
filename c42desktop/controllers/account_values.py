"""Between what a form holds and what an account is. Pure."""

from __future__ import annotations

from dataclasses import replace

from c42desktop.settings import Account
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.xmpp.login import Login, Proof, Way


def sign_in_of(account: Account) -> SignIn:
    """An account as a form shows it, without its password."""
    login = account.login
    return SignIn(
        login.jid,
        "",
        login.host,
        login.port,
        login.ca_file,
        login.resource,
        way=login.way,
        url=login.url,
        proxy=login.proxy,
        pin=login.pin,
        certificate=login.certificate,
        proof=login.proof,
        allow_plain=login.allow_plain,
        colour=account.colour,
    )


def login_of(entered: SignIn, known: Account | None) -> Login:
    """What was entered, with what is known and no form asks for."""
    return replace(
        known.login if known else Login(entered.jid),
        host=entered.host,
        port=entered.port,
        ca_file=entered.ca_file,
        resource=entered.resource or (known.login.resource if known else ""),
        way=Way(entered.way),
        url=entered.url,
        proxy=entered.proxy,
        pin=entered.pin,
        certificate=entered.certificate,
        proof=Proof(entered.proof),
        allow_plain=entered.allow_plain,
    )
