"""How an account is reached, as options of `account add` and `account edit`, and as `account list` prints them."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.proxies import DIRECT, parse
from c42desktop.xmpp.login import Login, Proof, Way

_FILES = ("ca_file", "certificate")
_UNTOLD = ("jid", "host", "port", "resource")  # said in other words, or nobody's choice


def login_options() -> argparse.ArgumentParser:
    """What can be chosen; what is not given is absent, so that it stays as it is."""
    parser = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)

    def option(name: str, metavar: str, text: str, **more: Any) -> None:
        parser.add_argument(name, metavar=metavar, help=text, **more)

    option("--host", "HOST", _("connect to this server instead of asking DNS"))
    option("--port", "P", _("default: the one that DNS names, else 5222"), type=port)
    option("--ca-file", "FILE", _("trust the authorities in this PEM file only"))
    ways = _("how to connect: {ways}; default: automatic, which tries them in this order")
    option("--way", "WAY", ways.format(ways=", ".join(Way)), type=Way, choices=list(Way))
    option("--url", "URL", _("where, for WebSocket (wss://…) and BOSH (https://…); default: what the domain says"))
    option("--proxy", "PROXY", _("http://[USER@]HOST:PORT, socks5://[USER@]HOST:PORT or none; default: the system’s"))
    proofs = _("what to sign in with: {proofs}; default: password. A token is given as the password")
    option("--proof", "PROOF", proofs.format(proofs=", ".join(Proof)), type=Proof, choices=list(Proof))
    option("--certificate", "FILE", _("a PEM file with your own certificate and key, for --proof certificate"))
    option("--pin", "PIN", _("trust the server’s key with this SHA-256 fingerprint and no other; empty: forget it"))
    for name, text in (
        ("--allow-plain", _("send the password itself, inside TLS, if the server knows no better way")),
        ("--allow-unencrypted", _("connect without TLS, to a server on this computer only")),
    ):
        parser.add_argument(name, action=argparse.BooleanOptionalAction, help=text)
    return parser


def edit_options() -> argparse.ArgumentParser:
    """How a change is taken over."""
    parser = argparse.ArgumentParser(add_help=False)
    untried = _("keep the change without signing in first")
    parser.add_argument("--untried", action="store_true", help=untried)
    weaker = _("sign in with what the server offers now, though it offered something better before")
    parser.add_argument("--accept-weaker", action="store_true", help=weaker)
    return parser


def port(text: str) -> int:
    """The number of a port. Raises ArgumentTypeError."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))
    return int(text)


def given_in(options: argparse.Namespace) -> dict[str, Any]:
    """The attributes of a Login that were given."""
    names = {each.name for each in fields(Login)} - {"jid"}
    return {name: value for name, value in vars(options).items() if name in names}


def with_options(login: Login, given: Mapping[str, Any]) -> Login:
    """The login with what was given, checked as far as it can be here. Raises UserError."""
    values: dict[str, Any] = {name: _absolute(value) if name in _FILES else value for name, value in given.items()}
    changed = replace(login, **values)
    if changed.pin:
        changed = replace(changed, pin=_normal_pin(changed.pin))
    if changed.proof is Proof.CERTIFICATE and not changed.certificate:
        raise UserError(_("Name the file with your certificate and its key with --certificate."), field="certificate")
    _check_proxy(changed.proxy)
    return changed


def described(login: Login) -> str:
    """What differs from the usual, as it would be typed."""
    usual = Login(login.jid)
    differing = [name for name in _names() if getattr(login, name) != getattr(usual, name)]
    return " ".join(_option(name, getattr(login, name)) for name in differing)


def _names() -> list[str]:
    return [each.name for each in fields(Login) if each.name not in _UNTOLD]


def _option(name: str, value: object) -> str:
    option = f"--{name.replace('_', '-')}"
    return option if value is True else f"{option} {shlex.quote(str(value))}"


def _check_proxy(proxy: str) -> None:
    if proxy not in ("", DIRECT) and parse(proxy).password:
        raise UserError(_("Leave the password out of the address of the proxy: it is asked for."), field="proxy")


def _normal_pin(pin: str) -> str:
    from c42desktop.xmpp.pin import normal_pin  # brings TLS, which `--help` does without

    return normal_pin(pin)


def _absolute(file: str) -> str:
    """A file a person named, so that it is found from any folder later on. Raises UserError."""
    try:
        return str(Path(file).expanduser().absolute()) if file else ""
    except RuntimeError as error:
        raise UserError(_("{file} cannot be found: there is no such home folder.").format(file=file)) from error
