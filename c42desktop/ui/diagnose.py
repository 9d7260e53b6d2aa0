"""Help › Diagnose: a line for each check, filled in as it ends, and the whole report to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from c42desktop.doctor.finding import Finding, Outcome, title_of, word_of
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.agenda_pen import text_width
from c42desktop.ui.fitting import TITLE_BAR
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import button, label, soft_breaks, style

SIZE = (600, 640)
SMALLEST = (360, 360)
MARK_WIDTH = 68
SCROLLBAR = 10
"""As wide as the style sheet has it."""


class Mark(QLabel):
    """How a check went, as a word on its colour."""

    def __init__(self) -> None:
        super().__init__("…")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(_mark_width(), theme.px(20))
        style(self, "mark-skipped")

    def set_outcome(self, outcome: Outcome) -> None:
        """It is known now."""
        self.setText(word_of(outcome))
        style(self, f"mark-{outcome}")


def _mark_width() -> int:
    """All marks are as wide as the widest."""
    words = max(text_width(word_of(outcome), theme.font(11, 600)) for outcome in Outcome)
    return max(theme.px(MARK_WIDTH), words + theme.px(16))


class Line(QWidget):
    """One finding, or a check that still runs."""

    def __init__(self, check: str) -> None:
        super().__init__()
        self.setObjectName(f"check-{check}")
        self._mark = Mark()
        self._text = label(_("Checking…"), "quiet", "finding-text")
        self._advice = label("", "secondary", "finding-advice")
        self._advice.hide()
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(theme.px(2))
        for part in (label(title_of(check), "strong"), self._text, self._advice):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def set_finding(self, finding: Finding) -> None:
        """What was found."""
        self._mark.set_outcome(finding.outcome)
        self._text.setText(soft_breaks(finding.text))
        style(self._text, "quiet" if finding.outcome is Outcome.SKIPPED else "")
        self._advice.setText(soft_breaks(finding.advice))
        self._advice.setVisible(bool(finding.advice))


class DiagnoseDialog(Dialog):
    """Show it with `open()`, then `begin`, `add_group` for each, `show_findings` for each check, and `finish`.

    `again_requested()`, `copy_requested()`.
    """

    again_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnose-dialog")
        self.setWindowTitle(_("Diagnose"))
        self._summary = label("", "strong", "diagnose-summary")
        self._copy = button(_("Copy report"), "copy-report", self._on_copy)
        self._again = button(_("Check again"), "check-again", self.again_requested.emit)
        self._close = button(_("Close"), "close", self.reject)
        self._close.setDefault(True)
        self._lines: list[list[Line]] = []  # of each check
        self._groups = QVBoxLayout()
        self._area = self._scroller()
        self._lay_out()
        self._set_busy(True)
        room = self.screen().availableGeometry()
        self.setMinimumSize(max(theme.px(SMALLEST[0]), self.minimumSizeHint().width()), theme.px(SMALLEST[1]))
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height() - TITLE_BAR))

    # What the application sets

    def begin(self) -> None:
        """The checks run from now on."""
        self._lines = []
        inside = QWidget()
        style(inside, "clear")
        self._groups = QVBoxLayout(inside)
        self._groups.setContentsMargins(theme.px(24), theme.px(8), theme.px(24 - SCROLLBAR), theme.px(8))
        self._groups.setSpacing(theme.px(16))
        self._groups.addStretch(1)
        self._area.setWidget(inside)
        self._summary.setText(_("Checking…"))
        self._set_busy(True)

    def add_group(self, title: str, checks: Sequence[str]) -> None:
        """The names of checks that belong together. Takes 10 ms: one in a turn of the loop."""
        group = QVBoxLayout()
        group.setSpacing(theme.px(8))
        group.addWidget(label(title, "section"))
        group.addWidget(self._card(checks))
        self._groups.insertLayout(self._groups.count() - 1, group)

    def show_findings(self, number: int, findings: Sequence[Finding]) -> None:
        """What the check of this number found, counted over all groups: a line for each finding."""
        lines = self._lines[number]
        for finding in findings[1:]:
            after = lines[-1]
            lines.append(Line(finding.check))
            card = after.parentWidget()
            column = card.layout() if card else None
            if isinstance(column, QVBoxLayout):
                column.insertWidget(column.indexOf(after) + 1, lines[-1])
        for line, finding in zip(lines, findings, strict=True):
            line.set_finding(finding)

    def finish(self, summary: str) -> None:
        """All is known."""
        self._summary.setText(soft_breaks(summary))
        self._set_busy(False)

    # How

    def _lay_out(self) -> None:
        side = theme.px(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(24), 0, theme.px(24))
        column.setSpacing(theme.px(16))
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        head.addWidget(self._summary)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, 0, side, 0)
        foot.setSpacing(theme.px(8))
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(self._again)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _scroller(self) -> QScrollArea:
        area = QScrollArea()
        area.setObjectName("diagnose-findings")
        area.setAccessibleName(_("Findings"))
        style(area, "scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # nothing moves aside when it comes
        return area

    def _card(self, checks: Sequence[str]) -> QFrame:
        card = QFrame()
        style(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(0)
        for check in checks:
            self._lines.append([Line(check)])
            column.addWidget(self._lines[-1][0])
        return card

    def _set_busy(self, busy: bool) -> None:
        self._copy.setText(_("Copy report"))
        for each in (self._copy, self._again):
            each.setDisabled(busy)

    def _on_copy(self) -> None:
        self.copy_requested.emit()
        self._copy.setText(_("Copied"))
