"""Why the program does not start: where nobody sees a terminal, silence would look like a broken installation."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from c42desktop.i18n import gettext as _
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.widgets import button, foot_row, label


class StartFailureDialog(FittingDialog):
    """The sentence, and where the log is, if there is one."""

    def __init__(self, sentence: str, log: Path) -> None:
        title = _("c42desktop cannot run")
        super().__init__(title)
        self.setObjectName("start-failure")
        self._log = log
        self.column.addWidget(label(title, "title"))
        self.column.addWidget(_to_copy(label(sentence, "", "start-failure-why")))
        buttons = []
        if log.exists():
            words = _("The log of this program is {path}").format(path=log)
            self.column.addWidget(_to_copy(label(words, "secondary", "start-failure-log")))
            buttons = [button(_("Show log"), "start-failure-show-log", self._show_log)]
        self.column.addStretch(1)
        close = button(_("Close"), "start-failure-close", self.accept)
        close.setDefault(True)
        self.foot.addLayout(foot_row(close, at_start=buttons))
        close.setFocus()

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))


def _to_copy(shown: QLabel) -> QLabel:
    """Its text can be selected: paths are long."""
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown
