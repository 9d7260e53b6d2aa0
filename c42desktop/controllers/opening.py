"""What was asked for elsewhere: the window, or addresses and files, each of which leads to the dialog that asks what to
do with it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from c42desktop import __version__, i18n
from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.serving import Reply
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.instance.protocol import Request
from c42desktop.plain import one_line
from c42desktop.targets import parse_target
from c42desktop.ui import activation
from c42desktop.ui.drops import Dropped
from c42desktop.ui.main_window import MainWindow

LONGEST = 40  # characters of the name of a version


class Opening:
    """Nothing is subscribed to or imported without the person's consent.

    One after the other: what is asked just now is answered first, and before there is an account, that comes first.
    """

    def __init__(
        self, window: MainWindow, banner: BannerController, add_calendar: AddCalendarController, files: FilesController
    ) -> None:
        self._window = window
        self._banner = banner
        self._add_calendar = add_calendar
        self._files = files
        self._waiting: deque[str] = deque()
        window.agenda_shown.connect(self._next)

    def open(self, targets: Sequence[str]) -> None:
        """Bring the window to the front, with the dialogs for these."""
        self._window.present()
        self._waiting.extend(targets)
        if len(self._waiting) == 1 and self._add_calendar.is_open():
            self._ask(self._waiting.popleft())  # it is what the dialog is there for
        self._next()

    async def second_start(self, request: Request, _reply: Reply) -> bool:
        """Somebody has started the program once more: show what they wanted to see."""
        targets = request.texts("targets")
        if request.flag("hidden") and not targets:
            return True
        i18n.speak_own()  # the window answers, not the terminal
        activation.prepare(self._window, request.text("token"))
        await asyncio.sleep(activation.PAUSE)
        self._compare(request.text("version"))
        self.open(targets)
        return True

    def _compare(self, version: str) -> None:
        """Say it where an update has put another version in our place, which may be weeks ago."""
        if version != __version__:
            sentence = _("c42desktop {version} is installed, but {own} still runs. Quit it, and start it again.")
            self._banner.reply(sentence.format(version=one_line(version, LONGEST), own=__version__))

    def drop(self, dropped: Dropped) -> None:
        """Something fell on the window."""
        if dropped.links:
            self.open(dropped.links)
        else:
            self._files.offer(dropped)

    def _next(self) -> None:
        if self._waiting and self._window.is_signing_in():
            first = _("Sign in first. Then you are asked what to do with what you opened.")
            self._window.ask_to_sign_in(self._useless() or first)
            return
        while self._waiting and not self._is_busy():
            self._ask(self._waiting.popleft())

    def _useless(self) -> str:
        """Why nothing that waits is of use, whoever signs in; "" where something is."""
        fault = ""
        for target in self._waiting:
            try:
                parse_target(target)
                return ""
            except UserError as error:
                fault = fault or str(error)
        self._waiting.clear()
        return fault

    def _ask(self, target: str) -> None:
        try:
            found = parse_target(target)
        except UserError as error:
            self._banner.reply(str(error), error=True)
            return
        if isinstance(found, Path):
            self._files.offer(Dropped((found,)))
        else:
            self._add_calendar.open_address(found)

    def _is_busy(self) -> bool:
        """Whether the person is asked something else. Whoever asks next because of the answer goes before us."""
        asking = QApplication.activeModalWidget()
        if isinstance(asking, QDialog):
            asking.finished.connect(lambda _result: QTimer.singleShot(0, self._next))
        return asking is not None
