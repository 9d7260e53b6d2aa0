"""The files of an event while it is edited: what is attached, what is on its way, and the ways to attach more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from c42desktop.calendar.model import Attachment
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.attachment_row import AttachmentRow
from c42desktop.ui.files import file_name
from c42desktop.ui.widgets import label, link, soft_breaks

MOST = 20  # files of one event: nobody looks through more


class AttachmentsField(QWidget):
    """`set_attachments`, then `attachments()` gives what is attached by now: files on their way are not among them.

    `files_chosen(list of Path)`: they are to be sent; each gets a row by `begin`, which gives its number.
    `cancelled(int)`: the file with this number is not wanted any more. `retried(int)`: it is to be sent again.
    `edited()`: what is attached is something else. `busy_changed(bool)`: whether files are on their way, and saving
    has to wait.
    """

    files_chosen = Signal(object)
    cancelled = Signal(int)
    retried = Signal(int)
    edited = Signal()
    busy_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attachments")
        self.setAccessibleName(_("Files"))
        self._attached: list[tuple[Attachment, AttachmentRow]] = []
        self._sending: dict[int, AttachmentRow] = {}
        self._failed: set[int] = set()
        self._number = 0
        self._obstacle = ""
        self._attach = link(_("Attach file…"), "attach-file", self._choose, icon="clip")
        self._words = label("", "secondary", "attachments-words")
        self._words.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._rows)
        column.addWidget(self._attach)
        column.addWidget(self._words)
        self.setAcceptDrops(True)

    # What the application sets

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Those that the event has already."""
        for _attachment, row in self._attached:
            self._drop_row(row)
        self._attached = []
        for attachment in attachments:
            self._add(attachment)

    def set_obstacle(self, sentence: str) -> None:
        """Why no file can be attached now; "" where it can. What is attached can be removed all the same."""
        self._obstacle = sentence
        self._show_state()

    def begin(self, name: str) -> int:
        """A file is on its way. Gives its number."""
        self._number += 1
        number = self._number
        row = AttachmentRow(name)
        row.closed.connect(lambda: self._cancel(number))
        row.retried.connect(lambda: self._retry(number))
        row.show_progress(0, 0)
        self._rows.addWidget(row)
        self._sending[number] = row
        self._tell_busy()
        return number

    def show_progress(self, number: int, sent: int, total: int) -> None:
        """How much of a file is there."""
        if number in self._sending:
            self._sending[number].show_progress(sent, total)

    def finish(self, number: int, attachment: Attachment) -> None:
        """The file is there, and is attached."""
        row = self._sending.pop(number, None)
        if row is not None:
            self._drop_row(row)
            self._add(attachment)
            self._tell_busy()
            self.edited.emit()

    def fail(self, number: int, sentence: str) -> None:
        """Why a file was not attached. It keeps its row until it is sent again or taken away."""
        if number in self._sending:
            self._failed.add(number)
            self._sending[number].show_fault(sentence)
            self._tell_busy()

    # What the editor asks

    def attachments(self) -> tuple[Attachment, ...]:
        """What is attached."""
        return tuple(attachment for attachment, _row in self._attached)

    def busy(self) -> bool:
        """Whether files are on their way."""
        return bool(self._sending.keys() - self._failed)

    # How

    def _add(self, attachment: Attachment) -> None:
        row = AttachmentRow(file_name(attachment))
        row.show_attached(attachment)
        row.closed.connect(lambda: self._remove(row))
        self._rows.insertWidget(len(self._attached), row)
        self._attached.append((attachment, row))
        self._show_state()

    def _remove(self, row: AttachmentRow) -> None:
        self._attached = [each for each in self._attached if each[1] is not row]
        self._drop_row(row)
        self._attach.setFocus()
        self._show_state()
        self.edited.emit()

    def _cancel(self, number: int) -> None:
        row = self._sending.pop(number, None)
        if row is not None:
            self._failed.discard(number)
            self._drop_row(row)
            self._attach.setFocus()
            self._tell_busy()
            self.cancelled.emit(number)

    def _retry(self, number: int) -> None:
        if number in self._failed:
            self._failed.discard(number)
            self._sending[number].show_progress(0, 0)
            self._tell_busy()
            self.retried.emit(number)

    def _drop_row(self, row: AttachmentRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell_busy(self) -> None:
        self._show_state()
        self.busy_changed.emit(self.busy())

    def _show_state(self) -> None:
        full = len(self._attached) + len(self._sending) >= MOST
        self._attach.setEnabled(not self._obstacle and not full)
        words = self._obstacle
        if not words and full:
            words = _("An event can have {count} files at most.").format(count=MOST)
        if not words and self.busy():
            words = _("The event can be saved once its files are there.")
        self._words.setText(soft_breaks(words))
        self._words.setVisible(bool(words))
        self._attach.setAccessibleDescription(words)

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Attach files"))
        dialog.setObjectName("attach-dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self._take([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, paths: list[Path]) -> None:
        room = MOST - len(self._attached) - len(self._sending)
        if paths[:room]:
            self.files_chosen.emit(paths[:room])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may fall here."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """And still may."""
        self._judge(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """They did."""
        if paths := self._judge(event):
            self._take(paths)

    def _judge(self, event: QDropEvent) -> list[Path]:
        """The files that are dragged here; none where none can be attached."""
        urls = event.mimeData().urls() if event.mimeData().hasUrls() and self._attach.isEnabled() else []
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        event.setAccepted(bool(paths))
        return paths
