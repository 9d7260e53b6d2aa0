"""A labelled input with its error beneath it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from c42desktop.i18n import gettext as _
from c42desktop.plain import plain
from c42desktop.ui import icons, theme
from c42desktop.ui.inputs import Combo
from c42desktop.ui.widgets import button, label, refresh, soft_breaks


class Labelled(QWidget):
    """A label, an input, and the sentence that says what is wrong with it. `edited` by the person, not by `set_…`."""

    edited = Signal()
    input: QWidget

    def __init__(self, title: str, made: QWidget, name: str) -> None:
        super().__init__()
        self.input = made
        made.setObjectName(name)
        made.setAccessibleName(title)
        self._fault = label("", "fault", f"{name}-error")
        self._fault.hide()
        self._caption = label(title, "label")
        self._caption.setBuddy(made)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(8))
        self.row.addWidget(made, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self._caption)
        column.addLayout(self.row)
        column.addWidget(self._fault)

    def set_title(self, title: str) -> None:
        """Ask for something else."""
        self._caption.setText(title)
        self.input.setAccessibleName(title)

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


class Field(Labelled):
    """A line of text."""

    input: QLineEdit

    def __init__(self, title: str, name: str, placeholder: str = "") -> None:
        super().__init__(title, QLineEdit(), name)
        self.input.setPlaceholderText(placeholder)
        self.input.textEdited.connect(self._on_edited)

    def text(self) -> str:
        """The input without the spaces around it."""
        return self.input.text().strip()

    def set_text(self, text: str) -> None:
        """Fill in."""
        self.input.setText(text)


class Choice(Labelled):
    """One of a few: a value and its words, each with an icon where one is given."""

    input: QComboBox

    def __init__(self, title: str, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(title, Combo(), name)
        self.input.setMinimumContentsLength(4)
        for value, words in options:
            self.input.addItem(words, value)
        self.input.activated.connect(lambda _index: self._on_edited())

    def value(self) -> str:
        """What is chosen."""
        return str(self.input.currentData())

    def set_value(self, value: str) -> None:
        """Choose; what is not among the options is the first one."""
        self.input.setCurrentIndex(max(0, self.input.findData(value)))


class Check(QWidget):
    """A yes or no whose words may take several lines; a click on them counts. `note` says more, below them."""

    edited = Signal()

    def __init__(self, words: str, name: str, note: str = "") -> None:
        super().__init__()
        self.input = QCheckBox()
        self.input.setObjectName(name)
        self.input.setAccessibleName(words)
        self.input.clicked.connect(lambda _checked: self._on_edited())
        self._fault = label("", "fault", f"{name}-error")
        self._fault.hide()
        self._words = label(words)
        self._words.setBuddy(self.input)
        self._note = label("", "secondary", f"{name}-note")
        self._texts = QVBoxLayout()
        self._texts.setSpacing(theme.px(4))
        self.add(self._words, self._note, self._fault)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.input, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)
        self.show_note(note)

    def add(self, *widgets: QWidget) -> None:
        """Below its words, and what is there."""
        for each in widgets:
            self._texts.addWidget(each)

    def show_note(self, words: str) -> None:
        """Say more about it."""
        self._note.setText(soft_breaks(words))
        self._note.setVisible(bool(words))
        self._describe()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._fault.setText(soft_breaks(sentence))
        self._fault.setVisible(bool(sentence))
        self._describe()

    def set_free(self, free: bool) -> None:
        """Whether it can be switched; the note, which may say why not, stays as clear as it is."""
        self.input.setEnabled(free)
        self._words.setEnabled(free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The words belong to the box; what is below them does not."""
        whole = self.rect()
        whole.setBottom(max(self._words.geometry().bottom(), self.input.geometry().bottom()))
        if event.button() == Qt.MouseButton.LeftButton and whole.contains(event.position().toPoint()):
            self.input.click()

    def _describe(self) -> None:
        said = (self._fault.text(), self._note.text())
        self.input.setAccessibleDescription(" ".join(plain(each) for each in said if each))

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
        self.browse = button(_("Browse…"), f"{name}-browse", self._browse, fit="field")
        self.row.addWidget(self.browse)

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


def bring_into_view(widget: QWidget) -> None:
    """Scroll what it is in so that it is seen, once it has its place."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        found = area
        QTimer.singleShot(0, widget, lambda: found.ensureWidgetVisible(widget, 0, theme.px(12)))
