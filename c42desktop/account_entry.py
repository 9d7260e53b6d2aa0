"""A login as the settings file has it: checked when it is read, and what is as usual is not written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from c42desktop.calendar.model import PALETTE
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.login import Login

_PIN = re.compile(r"[0-9A-F]{2}(:[0-9A-F]{2}){31}", re.IGNORECASE)


def login_in(entry: Mapping[str, Any], jid: str, path: Path) -> Login:
    """The login of one [[account]]. Raises UserError with one sentence for the first value that is wrong."""
    values = {each.name: entry[each.name] for each in fields(Login) if each.name in entry and each.name != "jid"}
    for name, value in values.items():
        values[name] = _checked(name, value, _default(name), jid, path)
    return Login(jid, **values)


def login_values(login: Login) -> dict[str, Any]:
    """What is to be written of a login; None where it is as usual."""
    values = {each.name: getattr(login, each.name) for each in fields(Login) if each.name != "jid"}
    return {name: None if value == _default(name) else _plain(value) for name, value in values.items()}


def colour_in(entry: Mapping[str, Any], jid: str, path: Path) -> str:
    """The colour of one [[account]], "" for one that is chosen for it. Raises UserError."""
    colour = entry.get("colour", "")
    if colour != "" and colour not in PALETTE:
        sentence = _("{path}: colour of {jid} must be one of {values}.")
        raise UserError(sentence.format(path=path, jid=jid, values=", ".join(PALETTE)))
    return str(colour)


def flag_in(entry: Mapping[str, Any], name: str, default: bool, jid: str, path: Path) -> bool:
    """A yes or no of one [[account]]. Raises UserError."""
    return bool(_checked(name, entry.get(name, default), default, jid, path))


def learnt_in(entry: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """What an account has learnt: the mechanism, and the ways by network. What nobody wrote by hand is not worth an
    error: what is not understood was not learnt."""
    mechanism, ways = entry.get("mechanism"), entry.get("ways")
    known = ways.items() if isinstance(ways, dict) else ()
    return mechanism if isinstance(mechanism, str) else "", {
        network: way for network, way in known if isinstance(way, str)
    }


def _checked(name: str, value: Any, default: Any, jid: str, path: Path) -> Any:
    """The value, if it is one that `name` can have. Raises UserError."""
    if name == "port":
        return _port(value, jid, path)
    if isinstance(default, StrEnum):
        return _choice(name, value, type(default), jid, path)
    if type(value) is not type(default):
        sentence = (
            _("{path}: {name} of {jid} must be true or false.")
            if isinstance(default, bool)
            else _("{path}: {name} of {jid} must be a text in quotes.")
        )
        raise UserError(sentence.format(path=path, name=name, jid=jid))
    if name == "pin" and value and not _PIN.fullmatch(value):
        sentence = _("{path}: pin of {jid} must be 32 hexadecimal pairs with colons between them.")
        raise UserError(sentence.format(path=path, jid=jid))
    return value


def _port(value: Any, jid: str, path: Path) -> int:
    if type(value) is not int or not 0 <= value < 65536:
        sentence = _("{path}: the port of {jid} must be a number from 1 to 65535.")
        raise UserError(sentence.format(path=path, jid=jid))
    return value


def _choice(name: str, value: Any, choices: type[StrEnum], jid: str, path: Path) -> StrEnum:
    if value not in list(choices):
        sentence = _("{path}: {name} of {jid} must be one of {values}.")
        raise UserError(sentence.format(path=path, name=name, jid=jid, values=", ".join(choices)))
    return choices(value)


def _default(name: str) -> Any:
    return next(each.default for each in fields(Login) if each.name == name)


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, StrEnum) else value
