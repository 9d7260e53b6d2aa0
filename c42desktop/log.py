"""Logging: to a rotating file in the profile, or to the terminal. Never a secret, at any level.

What is in it: who we are, which servers, services and calendars' addresses, and what went wrong. What is not, at any
level: passwords and all that stands for them, the addresses of uploaded files, and what is in an event.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import re
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from c42desktop import private, system, tracebacks
from c42desktop.plain import one_line

MAX_BYTES = 1_000_000
BACKUPS = 2
LONGEST = 2000  # characters of one message
# Below INFO, slixmpp logs whole stanzas, the password's SASL blobs among them; others log what nobody reads here.
_LEAST = {"c42desktop": logging.NOTSET, "slixmpp": logging.INFO}
_NOISY = ("asyncio", "qasync", "dbus_fast", "keyring", "aiohttp", "aiohttp_socks", "python_socks")
# The library reports these as errors; for us they are answers, and a person reads about them in plain words.
_HANDLED = ("CERT: Invalid certificate trust chain.", "No appropriate login method.", "Parse error")
_URL = re.compile(r"\b(https?|wss?|socks\w*)://(?:[^\s/?#'\"<>]*@)?([^\s?#'\"<>]*)([?#][^\s'\"<>]*)?", re.IGNORECASE)

_log = logging.getLogger(__name__)


class Formatter(logging.Formatter):
    """One line for each message, whatever is in it, and what may be written of an error below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The instant with its zone, how much it matters, who says it, and what."""
        line = f"{_instant(record.created)} {record.levelname} {record.name}: {_said(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{tracebacks.written(error)}"


class _File(logging.handlers.RotatingFileHandler):
    """A log file for its owner only. What a full disk does not take is left out: a trace on standard error would help
    nobody."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8", errors="backslashreplace")

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors=self.errors, opener=private.opener)

    def doRollover(self) -> None:  # noqa: N802
        """Begin a new file. Where the old one cannot be moved – on Windows somebody reads it – it grows on."""
        with contextlib.suppress(OSError):
            super().doRollover()
        if self.stream is None:
            self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A line could not be written, or not be made, which is a defect."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def to_file(path: Path, level: str = "info") -> None:
    """Log to `path`, three files of a megabyte at most; to the terminal where there can be none."""
    try:
        private.file(path)
        for older in files(path)[1:]:
            older.chmod(0o600)
        handler = _File(path)
    except OSError as error:
        to_terminal()
        _log.warning("The log %s cannot be written: %s.", path, error.strerror)
        return
    _install(handler, level)


def to_terminal(level: str = "warning") -> None:
    """Log to standard error."""
    _install(logging.StreamHandler(sys.stderr), level)


def introduce(profile: str) -> None:
    """The first line of a run. `profile` is a folder, or "" for the person's own."""
    _log.info("%s, profile %s", system.described(), profile or "of the person")


def files(path: Path) -> list[Path]:
    """Those there are of the log at `path`, the newest first."""
    every = (path, *(path.with_name(f"{path.name}.{number}") for number in range(1, BACKUPS + 1)))
    return [each for each in every if each.is_file()]


def _install(handler: logging.Handler, level: str) -> None:
    handler.setFormatter(Formatter())
    handler.addFilter(_may_be_written)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    quieten()


def quieten() -> None:
    """Keep libraries from making up what would not be written."""
    logging.getLogger("slixmpp").setLevel(max(_LEAST["slixmpp"], logging.getLogger().level))
    logging.getLogger("slixmpp.xmlstream.xmlstream").addFilter(_is_news)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


def _may_be_written(record: logging.LogRecord) -> bool:
    """Whatever levels somebody gives to loggers: what is not written cannot leak."""
    return record.levelno >= _LEAST.get(record.name.partition(".")[0], logging.WARNING)


def _is_news(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_HANDLED)


def _instant(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="milliseconds")


def _said(record: logging.LogRecord) -> str:
    """On one line, and without what often is a secret in an address. The loop's own messages go on with arguments."""
    said = record.getMessage()
    if record.name in ("asyncio", "qasync._QEventLoop"):
        said = said.partition("\n")[0].partition("(")[0]
    return one_line(_URL.sub(_harmless, said[: 2 * LONGEST]), LONGEST)


def _harmless(url: re.Match[str]) -> str:
    return f"{url[1]}://{url[2]}{'?…' if url[3] else ''}"
