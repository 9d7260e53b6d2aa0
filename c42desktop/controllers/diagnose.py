"""Help › Diagnose: runs the checks, and shows what they find while it comes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from c42desktop.doctor.checks import Check, Group, run
from c42desktop.doctor.desktop import tray_seen
from c42desktop.doctor.finding import Finding
from c42desktop.doctor.means import Means
from c42desktop.profile import Profile
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray

if TYPE_CHECKING:
    from c42desktop.ui.diagnose import DiagnoseDialog


class DiagnoseController:
    """One dialog at a time; closing it ends the checks. `means` is what they reach out with."""

    def __init__(self, window: MainWindow, where: Profile, tasks: Tasks, means: Means) -> None:
        self._window = window
        self._where = where
        self._tasks = tasks
        self._means = means
        self._dialog: DiagnoseDialog | None = None
        self._checking: asyncio.Task[None] | None = None
        self._report = ""
        window.diagnose_requested.connect(self.open)

    def open(self) -> None:
        """Show the dialog, and begin."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        from c42desktop.ui.diagnose import DiagnoseDialog

        dialog = DiagnoseDialog(self._window)
        self._dialog = dialog
        dialog.again_requested.connect(self._begin)
        dialog.copy_requested.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        dialog.finished.connect(self._forget)
        dialog.open()
        self._begin()

    def _begin(self) -> None:
        if self._dialog is not None:
            self._checking = self._tasks.spawn(self._check(self._dialog))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if self._checking is not None:
            self._checking.cancel()
        if dialog is not None:
            dialog.deleteLater()

    async def _check(self, dialog: DiagnoseDialog) -> None:
        await asyncio.to_thread(_load)
        from c42desktop.doctor import report

        groups = report.groups(self._where, self._means, _look_at_tray)
        numbers = {check: number for number, check in enumerate(_all(groups))}
        dialog.begin()
        for group in groups:
            dialog.add_group(report.title_of_group(group.account), [check.name for check in group.checks])
            await asyncio.sleep(0)

        def show(check: Check, findings: Sequence[Finding]) -> None:
            dialog.show_findings(numbers[check], findings)

        results = await run(groups, show)
        self._report = report.text(groups, results)
        dialog.finish(report.summary(results))


def _load() -> None:
    """The checks bring an HTTP library: 0.15 s, which the window does not wait for, and 13 MB."""
    from c42desktop.doctor import report  # noqa: F401  # loaded, and no more


def _all(groups: Sequence[Group]) -> list[Check]:
    return [check for group in groups for check in group.checks]


async def _look_at_tray() -> Finding:
    return tray_seen(available=Tray.available())
