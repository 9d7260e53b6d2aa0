"""Accounts and preferences, in one TOML file that a person or an administrator may edit.

Settings this version does not know are kept: an older program must not lose a newer one's.
"""

from __future__ import annotations

import logging
import os
import secrets
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w

from c42desktop import private, settings_format
from c42desktop.account_entry import colour_in, flag_in, learnt_in, login_in, login_values
from c42desktop.calendar.model import PALETTE
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.memory import Memory

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """One account.

    `ask_password`: it is in no keyring, so it is asked for at each start. An account that is not `enabled` is signed
    out until the person signs in again. `colour` is one of the PALETTE, "" for one that is chosen for it. `mechanism`
    and `ways` are what its Memory keeps.
    """

    login: Login
    ask_password: bool = False
    enabled: bool = True
    colour: str = ""
    mechanism: str = ""
    ways: Mapping[str, str] = field(default_factory=dict)

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
        self._text = ""  # of the file, as it was read or written last
        self._data: dict[str, Any] = {}
        self._format = settings_format.newest()  # of the file
        self._catch_up()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def accounts(self) -> list[Account]:
        """The accounts, in the order of the file; where one stands there twice, the first counts."""
        found: dict[str, Account] = {}
        for entry in self._entries():
            account = self._account(entry)
            found.setdefault(account.jid, account)
        return list(found.values())

    def account(self, jid: str) -> Account | None:
        """The account with this bare JID."""
        return next((account for account in self.accounts if account.jid == jid), None)

    def put_account(self, account: Account) -> None:
        """Add an account, or replace the one with the same JID."""
        self._catch_up()
        self._put(account)
        self._write()

    def _put(self, account: Account) -> None:
        login = account.login
        values: dict[str, Any] = {
            "jid": login.jid,
            **login_values(login),
            "resource": login.resource or new_resource(),
            "ask_password": account.ask_password or None,
            "enabled": None if account.enabled else False,
            "colour": account.colour or None,
            "mechanism": account.mechanism or None,
            "ways": dict(account.ways) or None,
        }
        entries = self._entries()
        known = next((entry for entry in entries if self._account(entry).jid == login.jid), None)
        if known is None:
            known = {}
            entries.append(known)
        known.update(values)
        for name in [name for name, value in values.items() if value is None]:
            del known[name]
        self._data["account"] = entries

    def remove_account(self, jid: str) -> None:
        """Forget an account. Raises UserError where there is none of that JID."""
        self._catch_up()
        kept = [entry for entry in self._entries() if self._account(entry).jid != jid]
        if len(kept) == len(self._entries()):
            raise UserError(_("There is no account {jid} here.").format(jid=jid), field="address")
        self._data["account"] = kept
        self._forget_mentions(jid)
        self._write()

    def _forget_mentions(self, jid: str) -> None:
        """What was remembered about an account: the calendar that was written to last."""
        for name, table in self._data.items():
            if isinstance(table, dict):
                self._data[name] = {key: value for key, value in table.items() if jid not in str(value)}

    def memory(self, account: Account) -> Memory:
        """What an account has learnt. What it learns from now on is kept, if it can be."""
        return Memory(account.mechanism, account.ways, lambda memory: self._learn(account.jid, memory))

    def _learn(self, jid: str, memory: Memory) -> None:
        def change() -> bool:
            account = self.account(jid)  # None where it was removed meanwhile
            learnt = account and replace(account, mechanism=memory.mechanism, ways=dict(memory.ways))
            if learnt is None or learnt == account:
                return False
            self._put(learnt)
            return True

        self._keep(change)

    def _keep(self, change: Callable[[], bool]) -> None:
        """Do `change`, which gives whether there was anything to do, and write it if it can be written."""
        try:
            self._catch_up()
            if change():
                self._write()
        except UserError as error:
            log.info("%s", error)
            change()

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

    def value(self, section: str, name: str) -> Any:
        """A preference as the file has it, of whatever type; None where there is none."""
        table = self._data.get(section)
        return table.get(name) if isinstance(table, dict) else None

    def set(self, section: str, name: str, value: Any) -> None:
        """Take over one preference, like `put`."""
        self.put(section, {name: value})

    def put(self, section: str, values: Mapping[str, Any]) -> None:
        """Take over preferences of a section; None leaves one out of the file.

        They hold at once, and after a restart if they could be written: a full disk is no reason to keep somebody from
        closing a window, or notifications from coming back after a pause.
        """
        if all(self.value(section, name) == value for name, value in values.items()):
            return

        def change() -> bool:
            known = self._data.get(section)
            table = {**known, **values} if isinstance(known, dict) else dict(values)
            self._data[section] = {name: value for name, value in table.items() if value is not None}
            return True

        self._keep(change)

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
        mechanism, ways = learnt_in(entry)
        return Account(
            login_in(entry, jid, self._path),
            ask_password=entry.get("ask_password") is True,
            enabled=flag_in(entry, "enabled", True, jid, self._path),
            colour=colour_in(entry, jid, self._path),
            mechanism=mechanism,
            ways=ways,
        )

    def _catch_up(self) -> None:
        """Take over what somebody else has written. Raises UserError where that cannot be read: all stays as it was.

        A broken entry is named at once, not in the middle of something. A file that is gone says nothing.
        """
        text = _read(self._path)
        if text in ("", self._text):
            return
        before, self._data = self._data, _parsed(text, self._path)
        try:
            number = settings_format.bring_up(self._data, self._path)
            _accounts = self.accounts
        except UserError:
            self._data = before
            raise
        self._text, self._format = text, number

    def _write(self) -> None:
        """Raises UserError. A link stays one, and what it leads to is replaced."""
        self._data = settings_format.numbered(self._data)
        text = tomli_w.dumps(self._data)
        try:
            if self._format < settings_format.newest():
                settings_format.keep(self._path, self._text, self._format, datetime.now().astimezone())
            private.replace(Path(os.path.realpath(self._path)), text.encode())
            self._text, self._format = text, settings_format.newest()
        except OSError as error:
            sentence = _("The settings cannot be saved to {path}: {why}.")
            raise UserError(sentence.format(path=self._path, why=error.strerror or error)) from error


def new_resource() -> str:
    """A resource for this installation: stable afterwards, so that a second copy shows as a conflict."""
    return f"c42desktop.{secrets.token_hex(4)}"


def _read(path: Path) -> str:
    """What the file says, "" where there is none. Raises UserError."""
    try:
        return path.read_text(encoding="utf-8-sig")  # some editors put that mark at the beginning
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _parsed(text: str, path: Path) -> dict[str, Any]:
    """Raises UserError."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # the latter: nested too deeply
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> UserError:
    why = error.strerror if isinstance(error, OSError) else error
    sentence = _("The settings in {path} cannot be read: {why}. Mend the file or move it away.")
    return UserError(sentence.format(path=path, why=why or os.strerror(5)))


def colour_of(account: Account, accounts: Sequence[Account]) -> str:
    """The colour that marks an account among all of them: its own, else the first that none before it has."""
    taken = {each.colour for each in accounts if each.colour}
    for each in accounts:
        colour = each.colour or next((colour for colour in PALETTE if colour not in taken), PALETTE[0])
        if each.jid == account.jid:
            return colour
        taken.add(colour)
    return account.colour or PALETTE[0]


def _within(value: float, least: float, most: float) -> float:
    return float(min(max(value, least), most))
