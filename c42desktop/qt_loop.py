"""One event loop for Qt and the network, and the ways to end it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from PySide6.QtWidgets import QApplication

from c42desktop.commands.context import until_signalled
from c42desktop.ui import icons, language, theme

_log = logging.getLogger(__name__)


class Runnable(Protocol):
    """What runs in the loop: `run` returns after `stop` was set."""

    stop: asyncio.Event

    async def run(self) -> None:
        """From the first window to the last farewell."""


def run_in_qt(make: Callable[[], AbstractAsyncContextManager[Runnable]]) -> None:
    """Run what `make` makes until it stops, or until SIGINT or SIGTERM."""
    os.environ["QT_API"] = "pyside6"  # qasync looks for others first
    import qasync

    qt = QApplication.instance() or QApplication(["c42desktop"])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("c42desktop")
    qt.setDesktopFileName("c42desktop")
    qt.setQuitOnLastWindowClosed(False)
    qt.setWindowIcon(icons.app_icon())
    language.follow(qt)
    theme.follow(qt)
    sys.excepthook = _log_unexpected
    loop = qasync.QEventLoop(qt)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_main(make))


async def _main(make: Callable[[], AbstractAsyncContextManager[Runnable]]) -> None:
    with until_signalled() as signalled:
        async with make() as application:
            gc.freeze()  # what is there now stays, and looking through it for garbage would take 35 ms each time
            # The same event for all ways to leave.
            waiter = asyncio.ensure_future(_forward(signalled, application.stop))
            try:
                await application.run()
            finally:
                waiter.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await waiter


async def _forward(signalled: asyncio.Event, stop: asyncio.Event) -> None:
    await signalled.wait()
    stop.set()


def _log_unexpected(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """An error in a slot of Qt: a defect. The program goes on; the log keeps the trace."""
    _log.error("Unexpected error", exc_info=error)
