"""Accounts and preferences, in one TOML file that a person or an administrator may edit.

Settings this version does not know are kept: an older program must not lose a newer one's.
"""

from __future__ import annotations

import logging
import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from c42desktop import private
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.login import Login

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `ask_password`: it is in no keyring, so it is asked for at each start."""

    login: Login
    ask_password: bool = False

    @property
    def jid(self) -> str:
        """The account's bare JID."""
        return self.login.jid


@dataclass(frozen=True, slots=True)
class Timing:
    """How patient an account is, in seconds.

    A connection that brought no word for `dead_after` is given up; everything is looked at again `look_every` so many.
    """

    dead_after: float = 30.0
    look_every: float = 1800.0


_DEAD_AFTER = (5, 3600)  # sooner would drop good lines, later is later than TCP itself
_LOOK_EVERY = (60, 7 * 86400)


class Settings:
    """The settings file. Raises UserError where it cannot be read; what cannot be read is never written over."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._data = _read(path)
        [
            self._account(entry) for entry in self._entries()
        ]  # a broken entry is named at once, not in the middle of something

    @property
    def accounts(self) -> list[Account]:
        """The accounts, in the order of the file."""
        return [self._account(entry) for entry in self._entries()]

    def account(self, jid: str) -> Account | None:
        """The account with this bare JID."""
        return next((account for account in self.accounts if account.jid == jid), None)

    def put_account(self, account: Account) -> None:
        """Add an account, or replace the one with the same JID."""
        login = account.login
        values = {
            "jid": login.jid,
            "host": login.host,
            "port": login.port,
            "ca_file": login.ca_file,
            "resource": login.resource or new_resource(),
            "ask_password": account.ask_password,
        }
        entries = self._entries()
        known = next((entry for entry in entries if entry.get("jid") == login.jid), None)
        if known is None:
            known = {}
            entries.append(known)
        known.update(values)
        for name in [name for name, value in values.items() if not value]:
            del known[name]
        self._data["account"] = entries
        self._write()

    def remove_account(self, jid: str) -> None:
        """Forget an account. Raises UserError where there is none of that JID."""
        kept = [entry for entry in self._entries() if entry.get("jid") != jid]
        if len(kept) == len(self._entries()):
            raise UserError(_("There is no account {jid} here.").format(jid=jid), field="address")
        self._data["account"] = kept
        self._write()

    @property
    def timing(self) -> Timing:
        """Section [network]: dead_after and look_every, in seconds; what is out of range is brought into it."""
        usual = Timing()
        dead_after = self.get("network", "dead_after", round(usual.dead_after))
        look_every = self.get("network", "look_every", round(usual.look_every))
        return Timing(_within(dead_after, *_DEAD_AFTER), _within(look_every, *_LOOK_EVERY))

    def get(self, section: str, name: str, default: Any) -> Any:
        """A preference, or `default` where the file has none of that type."""
        table = self._data.get(section)
        value = table.get(name, default) if isinstance(table, dict) else default
        return value if isinstance(value, type(default)) else default

    def set(self, section: str, name: str, value: Any) -> None:
        """Take over a preference. It holds at once, and after a restart if it could be written: a full disk is no
        reason to keep somebody from closing a window, or notifications from coming back after a pause."""
        table = self._data.setdefault(section, {})
        if table.get(name) == value:
            return
        table[name] = value
        try:
            self._write()
        except UserError as error:
            log.info("%s", error)

    def _entries(self) -> list[dict[str, Any]]:
        entries = self._data.get("account", [])
        if not isinstance(entries, list) or not all(isinstance(e, dict) and "jid" in e for e in entries):
            raise UserError(_("{path}: each [[account]] needs a jid.").format(path=self._path))
        return entries

    def _account(self, entry: dict[str, Any]) -> Account:
        from c42desktop.xmpp.address import parse_account  # slixmpp is slow to import, and not every command needs it

        try:
            jid = parse_account(str(entry["jid"]))
        except UserError as error:
            raise UserError(f"{self._path}: {error}") from error
        port = entry.get("port", 0)
        if type(port) is not int or not 0 <= port < 65536:
            sentence = _("{path}: the port of {jid} must be a number from 1 to 65535.")
            raise UserError(sentence.format(path=self._path, jid=jid))
        texts = {name: entry.get(name, "") for name in ("host", "ca_file", "resource")}
        for name, text in texts.items():
            if not isinstance(text, str):
                sentence = _("{path}: {name} of {jid} must be a text in quotes.")
                raise UserError(sentence.format(path=self._path, name=name, jid=jid))
        return Account(Login(jid, port=port, **texts), ask_password=entry.get("ask_password") is True)

    def _write(self) -> None:
        """Replace the file as a whole: a crash leaves the old one or the new one."""
        try:
            temporary = private.file(self._path.with_suffix(".new"))
            temporary.write_text(tomli_w.dumps(self._data), encoding="utf-8")
            temporary.replace(self._path)
        except OSError as error:
            sentence = _("The settings cannot be saved to {path}: {why}.")
            raise UserError(sentence.format(path=self._path, why=error.strerror or error)) from error


def new_resource() -> str:
    """A resource for this installation: stable afterwards, so that a second copy shows as a conflict."""
    return f"c42desktop.{secrets.token_hex(4)}"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        sentence = _("The settings in {path} cannot be read: {why}. Mend the file or move it away.")
        raise UserError(sentence.format(path=path, why=why or os.strerror(5))) from error


def _within(value: float, least: float, most: float) -> float:
    return float(min(max(value, least), most))
