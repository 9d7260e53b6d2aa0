"""What the program writes down of its own troubles: the reports of unexpected ends, and the folder with the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from c42desktop.calendar.dates import day_label
from c42desktop.calendar.names import clock
from c42desktop.controllers.banner import BannerController
from c42desktop.crashes import reports
from c42desktop.crashes.reports import Report
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile
from c42desktop.ui.main_window import MainWindow


class Traces:
    """`mention` says once, without haste, that the last run ended unexpectedly."""

    def __init__(
        self, window: MainWindow, banner: BannerController, profile: Profile, now: Callable[[], datetime]
    ) -> None:
        self._window = window
        self._banner = banner
        self._folder = reports.folder_of(profile)
        self._log = profile.log
        self._now = now
        window.log_requested.connect(self._open_log)

    def mention(self) -> None:
        """Where there is a report that nobody was told of."""
        newest = reports.newest_unseen(self._folder)
        if newest is not None:
            choices = [("report", _("Show report"))]
            self._banner.mention(
                self._sentence(newest), choices, lambda choice: self._chosen(newest, choice), about="crash"
            )

    def _chosen(self, report: Report, choice: str) -> None:
        if choice:
            try:
                self._show(report, report.text())
            except OSError as error:
                self._banner.reply(_cannot(report, error), error=True)
        reports.mark_seen(self._folder)

    def _show(self, report: Report, text: str) -> None:
        from c42desktop.ui.crash_report import CrashReportDialog

        dialog = CrashReportDialog(self._sentence(report), text, self._window)
        dialog.delete_requested.connect(lambda: self._delete(report))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, report: Report) -> None:
        try:
            reports.delete(report)
        except OSError as error:
            self._banner.reply(_cannot(report, error), error=True)

    def _sentence(self, report: Report) -> str:
        now = self._now()
        when = report.when.astimezone(now.tzinfo)
        day = day_label(when.date(), now.date(), inline=True, past=True)
        return _("c42desktop ended unexpectedly {day} at {time}.").format(day=day, time=clock(when))

    def _open_log(self) -> None:
        """In the desktop's file manager; where there is none, the banner says where it is."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent))):
            self._banner.reply(_("The log is in {folder}.").format(folder=self._log.parent))


def _cannot(report: Report, error: OSError) -> str:
    sentence = _("The report {path} can be neither read nor deleted: {why}.")
    return sentence.format(path=report.path, why=error.strerror)
