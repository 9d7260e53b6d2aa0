"""A file of this computer to where everybody can get it (XEP-0363), with progress. Nothing of it is logged: whoever
has the address has the file.

    upload_slot.py        who takes it, and where it may go
    transports/sending.py the way there
"""

from __future__ import annotations

import asyncio
import logging
import mimetypes
import os
import ssl
import stat
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.xmpp import late, trust
from c42desktop.xmpp.proxy import ProxyError
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.upload_slot import Slot, ask_slot, find_service

log = logging.getLogger(__name__)

CHUNK = 128 * 1024  # bytes read, encrypted and told of at once
_TAKEN = (200, 201)
_TOO_LARGE = 413
_OCTETS = "application/octet-stream"

Progress = Callable[[int, int], None]
"""Called with the bytes sent, and how many there are."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that is there now."""

    url: str = field(repr=False)
    name: str
    media_type: str
    size: int


async def upload(session: Session, path: Path, on_progress: Progress) -> Uploaded:
    """Put a file where the account's server takes them. Cancel it to end it. Raises UserError with one sentence.

    What cannot be taken is refused before anything is sent.
    """
    name = one_line(path.name) or _("File")
    size = await asyncio.to_thread(_size, path, name)
    media_type = await asyncio.to_thread(_media_type, path)
    service = await find_service(session)
    if service is None:
        raise UserError(_("{domain} takes no files.").format(domain=session.login.domain))
    slot = await ask_slot(session, service, name, size, media_type)
    await _put(session, slot, path, name, size, media_type, on_progress)
    log.info("A file of %d bytes is at %s.", size, slot.host)
    return Uploaded(slot.get, name, media_type, size)


async def _put(
    session: Session, slot: Slot, path: Path, name: str, size: int, media_type: str, on_progress: Progress
) -> None:
    login = session.login
    # Not with the person's own certificate: it is for signing in.
    context = await asyncio.to_thread(trust.tls_context, login.ca_file, pin=login.pin)
    proxy = await session.proxy_to(slot.host)
    body = _Body(path, name, size, on_progress)
    try:
        headers = {**slot.headers, "Content-Type": media_type}
        status = await late.put(slot.put, headers, size, body.chunks, context, proxy)
    except OSError as error:
        # What fails while the body is made, the library tells as a broken connection.
        raise (body.fault or _not_sent(error, name, slot.host)) from None
    finally:
        body.close()
    if status not in _TAKEN:
        raise _not_taken(name, slot.host, status)


def _not_sent(error: OSError, name: str, host: str) -> UserError:
    log.info("A file was not sent to %s: %s", host, type(error).__name__)
    if isinstance(error, ssl.SSLCertVerificationError):
        return UserError(
            _("“{name}” was not sent: the certificate of {host} is not trusted.").format(name=name, host=host)
        )
    if isinstance(error, ProxyError):
        sentence = _("“{name}” was not sent: the proxy {proxy} does not lead to {host}.")
        return UserError(sentence.format(name=name, proxy=error.proxy.place, host=host))
    sentence = _("“{name}” was not sent: the connection to {host} broke. Try again.")
    return UserError(sentence.format(name=name, host=host))


def _not_taken(name: str, host: str, status: int) -> UserError:
    if status == _TOO_LARGE:
        return UserError(_("“{name}” is too large for {service}.").format(name=name, service=host))
    sentence = _("{host} did not take “{name}” (HTTP status {status}). Try again later.")
    return UserError(sentence.format(host=host, name=name, status=status))


class _Body:
    """Exactly `size` bytes of a file, read in threads: disks may be far away. `fault` is what ended it."""

    def __init__(self, path: Path, name: str, size: int, on_progress: Progress) -> None:
        self._path = path
        self._name = name
        self._size = size
        self._on_progress = on_progress
        self._file: BinaryIO | None = None
        self.fault: UserError | None = None

    async def chunks(self) -> AsyncIterator[bytes]:
        """One after the other; each is told of once it was sent."""
        try:
            self._file = file = await asyncio.to_thread(self._path.open, "rb")
            sent = 0
            while sent < self._size:
                chunk = await asyncio.to_thread(file.read, min(CHUNK, self._size - sent))
                if not chunk:
                    raise UserError(_("“{name}” was changed while it was sent. Try again.").format(name=self._name))
                yield chunk
                sent += len(chunk)
                self._on_progress(sent, self._size)
        except UserError as error:
            self.fault = error
            raise
        except OSError as error:
            self.fault = _unreadable(self._name)
            raise self.fault from error

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()


def _size(path: Path, name: str) -> int:
    """How large a file is. Raises UserError where it is none, or has nothing in it."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(name) from error
    if not stat.S_ISREG(found.st_mode):
        raise UserError(_("“{name}” is no file that can be attached.").format(name=name))
    if not os.access(path, os.R_OK):
        raise _unreadable(name)
    if not found.st_size:
        raise UserError(_("“{name}” is empty.").format(name=name))
    return found.st_size


def _unreadable(name: str) -> UserError:
    return UserError(_("“{name}” cannot be read.").format(name=name))


def _media_type(path: Path) -> str:
    """By its name; reads the system's tables once."""
    kind, packed = mimetypes.guess_type(path.name)
    return _OCTETS if kind is None or packed is not None else kind
