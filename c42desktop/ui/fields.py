"""A labelled input with its error beneath it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import plain
from c42desktop.ui import icons, theme
from c42desktop.ui.widgets import button, label, refresh, soft_breaks


class Field(QWidget):
    """A label, an input, and the sentence that says what is wrong with it."""

    edited = Signal()

    def __init__(self, title: str, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.input = QLineEdit()
        self.input.setObjectName(name)
        self.input.setAccessibleName(title)
        self.input.setPlaceholderText(placeholder)
        self.input.textEdited.connect(self._on_edited)
        self._fault = label("", "fault", f"{name}-error")
        self._fault.hide()
        caption = label(title, "label")
        caption.setBuddy(self.input)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(8))
        self.row.addWidget(self.input, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(caption)
        column.addLayout(self.row)
        column.addWidget(self._fault)

    def text(self) -> str:
        """The input without the spaces around it."""
        return self.input.text().strip()

    def set_text(self, text: str) -> None:
        """Fill in."""
        self.input.setText(text)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._fault.setText(soft_breaks(sentence))
        self._fault.setVisible(bool(sentence))
        self.input.setAccessibleDescription(plain(sentence))
        self.input.setProperty("fault", "true" if sentence else "false")
        refresh(self.input)

    def _on_edited(self) -> None:
        self.show_fault("")
        self.edited.emit()


class PasswordField(Field):
    """A password, readable while the eye is open; spaces belong to it."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, name)
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self._toggle = QAction(self)
        self._toggle.setObjectName(f"{name}-toggle")
        self._toggle.triggered.connect(self._flip)
        self.input.addAction(self._toggle, QLineEdit.ActionPosition.TrailingPosition)
        self._tint()

    def text(self) -> str:
        """The password exactly as typed."""
        return self.input.text()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The eye follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _flip(self) -> None:
        hidden = self.input.echoMode() is QLineEdit.EchoMode.Password
        self.input.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._tint()

    def _tint(self) -> None:
        hidden = self.input.echoMode() is QLineEdit.EchoMode.Password
        text = _("Show the password") if hidden else _("Hide the password")
        self._toggle.setText(text)
        self._toggle.setToolTip(text)
        self._toggle.setIcon(icons.icon("eye" if hidden else "eye-off", theme.current().secondary))


class FileField(Field):
    """The path of a file, typed or picked."""

    def __init__(self, title: str, name: str, placeholder: str = "") -> None:
        super().__init__(title, name, placeholder)
        browse = button(_("Browse…"), f"{name}-browse", self._browse, fit="field")
        self.row.addWidget(browse)

    def _browse(self) -> None:
        dialog = QFileDialog(self, _("Choose a certificate"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Certificates (*.pem *.crt *.cer)"), _("All files (*)")])
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, path: str) -> None:
        self.set_text(path)
        self._on_edited()
