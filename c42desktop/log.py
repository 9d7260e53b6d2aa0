"""Logging: to a rotating file in the profile, or to the terminal. Never a secret, at any level."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path

from c42desktop import private

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
MAX_BYTES = 1_000_000
# Below INFO, slixmpp logs whole stanzas, the password's SASL blobs among them; others log what nobody reads here.
_LEAST = {"c42desktop": logging.NOTSET, "slixmpp": logging.INFO}
_NOISY = ("asyncio", "qasync", "dbus_fast", "keyring", "aiohttp", "aiohttp_socks", "python_socks")
# The library reports these as errors; for us they are answers, and a person reads about them in plain words.
_HANDLED = ("CERT: Invalid certificate trust chain.", "No appropriate login method.", "Parse error")


class _File(logging.handlers.RotatingFileHandler):
    """A log file. What a full disk does not take is left out: a trace on standard error would help nobody."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A line could not be written, or not be made, which is a defect."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def to_file(path: Path, *, verbose: bool = False) -> None:
    """Log to `path`, three files of a megabyte at most."""
    private.file(path)
    handler = _File(path, maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8")
    _install(handler, logging.DEBUG if verbose else logging.INFO)


def to_terminal(*, verbose: bool = False) -> None:
    """Log to standard error: warnings, or with `verbose` what is going on."""
    _install(logging.StreamHandler(sys.stderr), logging.INFO if verbose else logging.WARNING)


def _install(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(logging.Formatter(FORMAT))
    handler.addFilter(_may_be_written)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
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
