"""What the server sent for an item, as it is: for those who look for a mistake."""

from __future__ import annotations

import json
from xml.dom.minidom import parseString
from xml.parsers.expat import ExpatError

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import button, foot_row, label

_WIDTH, _HEIGHT = 620, 480
_LONGEST = 200_000  # characters that are shown
_PRETTY = 50_000  # characters that are laid out: more would stop the window
_MOST_LINES = 20_000


class SourceDialog(Dialog):
    """Read-only, in letters of one width. What is copied is what was sent."""

    def __init__(self, title: str, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source-dialog")
        self.setWindowTitle(_("Source of {title}").format(title=one_line(title)))
        self._source = source
        self._text = QPlainTextEdit(readable(source)[:_LONGEST])
        self._text.setObjectName("source-text")
        self._text.setAccessibleName(self.windowTitle())
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(label(_("What the calendar’s server sent, for those who look for a mistake."), "secondary"))
        column.addWidget(self._text, 1)
        self._copy = button(_("Copy"), "source-copy", self._on_copy)
        close = button(_("Close"), "source-close", self.reject)
        close.setDefault(True)
        column.addLayout(foot_row(self._copy, close))
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source)
        self._copy.setText(_("Copied"))


def readable(source: str) -> str:
    """Laid out on lines where it is XML or JSON of a size that can be; else as it is."""
    if len(source) > _PRETTY:
        return source
    try:
        if source.lstrip().startswith(("{", "[")):
            return json.dumps(json.loads(source), indent=2, ensure_ascii=False)
        return _indented(source)
    except (ValueError, ExpatError, RecursionError):
        return source


def _indented(source: str) -> str:
    if "<!" in source:
        return source  # nothing of ours declares anything, and what does could grow without bounds
    root = parseString(source).documentElement  # noqa: S318 - no declaration reaches it
    lines = root.toprettyxml("  ").splitlines() if root is not None else []
    kept = [line for line in lines if line.strip()]
    return source if len(kept) > _MOST_LINES else "\n".join(kept)
