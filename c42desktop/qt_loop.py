"""One event loop for Qt and the network, and the ways to end it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

from c42desktop import unexpected
from c42desktop.commands.context import until_signalled
from c42desktop.errors import C42Error
from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, language, theme


class DesktopEndedError(C42Error):
    """Qt has no screen any more: nothing can be shown to anybody, and the loop is over."""


class Runnable(Protocol):
    """What runs in the loop: `run` returns after `stop` was set."""

    stop: asyncio.Event

    async def run(self) -> None:
        """From the first window to the last farewell."""


class Qt(QApplication):
    """`quit_asked()`: at the end of the desktop's session, or from the menu of macOS. Left to Qt, the loop would end
    under its coroutines, without a farewell."""

    quit_asked = Signal()

    def event(self, event: QEvent) -> bool:
        """Those for the application itself, which are few."""
        if event.type() != QEvent.Type.Quit:
            return super().event(event)
        self.quit_asked.emit()
        return True


def run_in_qt(make: Callable[[], AbstractAsyncContextManager[Runnable]]) -> None:
    """Run what `make` makes until it stops, or until SIGINT, SIGTERM or the desktop's session end it."""
    os.environ["QT_API"] = "pyside6"  # qasync looks for others first
    import qasync

    qt = QApplication.instance() or Qt(["c42desktop"])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("c42desktop")
    qt.setDesktopFileName("c42desktop")
    qt.setQuitOnLastWindowClosed(False)
    qt.setWindowIcon(icons.app_icon())
    language.follow(qt)
    theme.follow(qt)
    loop = qasync.QEventLoop(qt)
    loop.set_exception_handler(unexpected.in_loop)
    asyncio.set_event_loop(loop)
    with unexpected.logged(), loop:
        main = loop.create_task(_main(make, qt))
        try:
            loop.run_until_complete(main)
        except RuntimeError as error:
            if main.done():
                raise
            raise DesktopEndedError(_("The desktop has ended, and c42desktop with it.")) from error


async def _main(make: Callable[[], AbstractAsyncContextManager[Runnable]], qt: QApplication) -> None:
    with until_signalled() as signalled:
        if isinstance(qt, Qt):
            qt.quit_asked.connect(signalled.set)
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
