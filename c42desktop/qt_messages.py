"""What Qt has to say goes to the log: where the desktop started the program, nobody sees standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@contextmanager
def logged() -> Iterator[None]:
    """While this lasts. It must end before Python does: Qt says things later than that."""
    before = qInstallMessageHandler(_write)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _write(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = "" if context.category in (None, "default") else f"{context.category}: "
    _log.log(_LEVELS[kind], "%s%s", category, message)
    if kind is QtMsgType.QtFatalMsg and sys.stderr is not None:
        print(message, file=sys.stderr, flush=True)  # Qt ends the program now, as where no screen answers
