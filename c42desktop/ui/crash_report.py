"""What is known of an unexpected end, to be read, copied or thrown away. Nothing is sent from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import plain
from c42desktop.ui import theme
from c42desktop.ui.fitting import TITLE_BAR
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import button, foot_row, label

_WIDTH, _HEIGHT = 680, 520


class CrashReportDialog(Dialog):
    """`sentence` says when it was. `delete_requested()`: after it, the dialog is closed."""

    delete_requested = Signal()

    def __init__(self, sentence: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash-report-dialog")
        self.setWindowTitle(_("Report of the unexpected end"))
        self._report = plain(report)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(label(sentence, "strong", "crash-sentence"))
        column.addWidget(label(_advice(), "secondary", "crash-advice"))
        column.addWidget(self._text(), 1)
        self._copy = button(_("Copy"), "crash-copy", self._on_copy)
        delete = button(_("Delete"), "crash-delete", self._on_delete)
        close = button(_("Close"), "crash-close", self.reject)
        close.setDefault(True)
        column.addLayout(foot_row(self._copy, close, at_start=(delete,)))
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height() - TITLE_BAR))

    def _text(self) -> QPlainTextEdit:
        shown = QPlainTextEdit(self._report)
        shown.setObjectName("crash-text")
        shown.setAccessibleName(self.windowTitle())
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return shown

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(_("Copied"))

    def _on_delete(self) -> None:
        self.delete_requested.emit()
        self.accept()


def _advice() -> str:
    return _(
        "This report is on this computer only: nothing was sent. It says where the program was and what it had logged, "
        "which names servers and calendars’ addresses. Read it before you pass it on."
    )
