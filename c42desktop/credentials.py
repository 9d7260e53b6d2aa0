"""Passwords: in the system's keyring, in a file an administrator guards, or nowhere.

Keyring backends block, some of them until a person unlocks them, so they run in a worker thread with a time limit.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import stat
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

log = logging.getLogger(__name__)

SERVICE = "c42desktop"
PROXY_SERVICE = "c42desktop proxy"
PROBE = "c42desktop doctor"
FILE_VARIABLE = "C42DESKTOP_PASSWORD_FILE"
TIME_LIMIT = 120.0  # seconds: a person may have to type the keyring's own password
T = TypeVar("T")


class NoKeyringError(UserError):
    """There is no keyring that keeps a password safe, or it does not work. The message says why."""


class MissingKeyringError(NoKeyringError):
    """There is none, by now: where a session begins, one may still come."""


async def load(jid: str) -> str | None:
    """The password of an account from the guarded file or the keyring; None where neither has it.

    Raises NoKeyringError, or UserError where the file named in C42DESKTOP_PASSWORD_FILE is refused.
    """
    given = from_file()
    if given is not None:
        return given
    return await _load(SERVICE, jid)


async def save(jid: str, password: str) -> None:
    """Put a password into the keyring. Raises NoKeyringError."""
    await _save(SERVICE, jid, password)


async def forget(jid: str) -> None:
    """Take a password out of the keyring; one that is not there is fine. Raises NoKeyringError."""
    await _forget(SERVICE, jid)


async def load_proxy(key: str) -> str | None:
    """The password for a proxy, by user@host:port; None where the keyring has none. Raises NoKeyringError."""
    return await _load(PROXY_SERVICE, key)


async def save_proxy(key: str, password: str) -> None:
    """Put the password for a proxy into the keyring. Raises NoKeyringError."""
    await _save(PROXY_SERVICE, key, password)


async def forget_proxy(key: str) -> None:
    """Take the password for a proxy out of the keyring; one that is not there is fine. Raises NoKeyringError."""
    await _forget(PROXY_SERVICE, key)


async def _load(service: str, name: str) -> str | None:
    return await _in_thread(lambda: _backend().get_password(service, name))


async def _save(service: str, name: str, password: str) -> None:
    await _in_thread(lambda: _backend().set_password(service, name, password))


async def _forget(service: str, name: str) -> None:
    def delete() -> None:
        backend = _backend()
        if backend.get_password(service, name) is not None:
            backend.delete_password(service, name)

    await _in_thread(delete)


async def probe(text: str) -> str:
    """Put `text`, which is no secret, into the keyring, read it and take it out. Gives the keyring's name.

    Raises NoKeyringError, also where something else comes back.
    """

    def work() -> str:
        backend = _backend()
        backend.set_password(PROBE, PROBE, text)
        found = backend.get_password(PROBE, PROBE)
        backend.delete_password(PROBE, PROBE)
        if found != text:
            raise NoKeyringError(_("The keyring does not give back what it was given."))
        return backend.name

    return await _in_thread(work)


def from_file() -> str | None:
    """The password in the file that C42DESKTOP_PASSWORD_FILE names; None where it names none. Raises UserError."""
    name = os.environ.get(FILE_VARIABLE, "")
    if not name:
        return None
    if os.name == "nt":
        raise UserError(
            _("{variable} is not used on Windows: its keyring is always there.").format(variable=FILE_VARIABLE)
        )
    try:
        with Path(name).open(encoding="utf-8") as file:
            status = os.fstat(file.fileno())
            # Checked on the open file, so that it cannot be exchanged in between.
            if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) & 0o077:
                sentence = _("Others can read the password file {name}. Run: chmod 600 {name}")
                raise UserError(sentence.format(name=name))
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        sentence = _("The password file {name} cannot be read: {why}.")
        raise UserError(sentence.format(name=name, why=getattr(error, "strerror", error))) from error


class _Backend:
    """The part of a keyring backend that is used here."""

    name: str
    get_password: Callable[[str, str], str | None]
    set_password: Callable[[str, str, str], None]
    delete_password: Callable[[str, str], None]


def _backend() -> _Backend:
    """The system's keyring, if it is one that encrypts. Raises MissingKeyringError."""
    import keyring.core  # takes a quarter of a second, so only when it is needed
    from keyring.backends import fail

    backend = keyring.core.get_keyring()
    if isinstance(backend, fail.Keyring):
        _look_again()
        backend = keyring.core.get_keyring()
    if not keyring.core.recommended(backend):
        log.info("No keyring: the best backend is %s", backend.name)
        raise MissingKeyringError(_("This computer has no keyring to keep a password in."))
    return backend  # type: ignore[return-value]


def _look_again() -> None:
    """The library remembers for ever which keyrings there were when it was first asked."""
    import keyring.backend
    import keyring.core

    forget = getattr(keyring.backend.get_all_keyring, "reset", None)
    if forget is not None:
        with contextlib.suppress(KeyError):  # it was told by which one to use, and has not looked
            forget()
    keyring.core.init_backend()


async def _in_thread(work: Callable[[], T]) -> T:
    """Run `work` in a thread of its own, not in the loop's pool: one that hangs must not hold up the exit."""
    outcome: Future[T] = Future()
    outcome.set_running_or_notify_cancel()  # from here on a time limit cannot cancel it under the thread

    def run() -> None:
        try:
            outcome.set_result(work())
        except Exception as error:  # backends raise errors of the libraries below them too
            outcome.set_exception(error)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    try:
        return await asyncio.wait_for(asyncio.wrap_future(outcome), TIME_LIMIT)
    except NoKeyringError:
        raise
    except TimeoutError as error:
        raise NoKeyringError(_("The keyring does not answer.")) from error
    except Exception as error:  # the same edge as above, seen from the loop
        log.info("Keyring failed: %s", type(error).__name__)
        raise NoKeyringError(_("The keyring is locked or does not work.")) from error
