"""One file of an event that is edited: attached, on its way, or not sent."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import Attachment
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.sizes import size_in_words
from c42desktop.ui import theme
from c42desktop.ui.files import kind_in_words
from c42desktop.ui.outside import leads_to
from c42desktop.ui.widgets import ElidedLabel, Icon, IconButton, label, link, soft_breaks


class AttachmentRow(QWidget):
    """`closed()`: it is not wanted. `retried()`: it is to be sent again."""

    closed = Signal()
    retried = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("attachment")
        self._file = one_line(name)
        self._share: float | None = None
        self._name = ElidedLabel(self._file, "", "attachment-name")
        self._about = label("", "secondary", "attachment-about")
        self._fault = label("", "fault", "attachment-fault")
        self._again = link(_("Try again"), "attachment-again", self.retried.emit, fit="small")
        self._close = IconButton("close", "", "attachment-close", self.closed.emit)
        column = QVBoxLayout()
        column.setSpacing(theme.px(1))
        for each in (self._name, self._about, self._fault):
            column.addWidget(each)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(4))  # for the progress
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(Icon("clip"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._show("", "")

    def show_attached(self, attachment: Attachment) -> None:
        """It is there: what it is, and where."""
        parts = (kind_in_words(attachment.media_type), size_in_words(attachment.size), leads_to(attachment.url))
        self._share = None
        self._show(" · ".join(filter(None, parts)), "")
        self._offer(_("Remove {name}").format(name=self._file))

    def show_progress(self, sent: int, total: int) -> None:
        """So many bytes of it are sent."""
        self._share = sent / total if total else 0.0
        words = _("{percent} % of {size}").format(percent=round(100 * self._share), size=size_in_words(total))
        self._show(words if total else _("Waiting for the server…"), "")
        self._offer(_("Cancel {name}").format(name=self._file))
        self.update()

    def show_fault(self, sentence: str) -> None:
        """Why it was not sent."""
        self._share = None
        self._show("", sentence)
        self._offer(_("Remove {name}").format(name=self._file))
        self.update()

    def _show(self, about: str, fault: str) -> None:
        self._about.setText(soft_breaks(about))
        self._about.setVisible(bool(about))
        self._fault.setText(soft_breaks(fault))
        self._fault.setVisible(bool(fault))
        self._again.setVisible(bool(fault))
        self.setAccessibleName(", ".join(filter(None, (self._file, about, fault))))

    def _offer(self, words: str) -> None:
        self._close.setAccessibleName(words)
        self._close.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """While it is on its way, a thin line below the words fills up."""
        if self._share is None:
            return
        area, height = self._name.geometry(), theme.px(2)
        full = round(area.width() * self._share)
        left = area.right() + 1 - full if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else area.left()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for line, color in (
            (QRect(area.left(), self.height() - height, area.width(), height), theme.current().line),
            (QRect(left, self.height() - height, full, height), theme.current().accent),
        ):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(line, height / 2, height / 2)
        painter.end()
