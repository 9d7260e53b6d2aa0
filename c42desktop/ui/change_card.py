"""What changed, before and after, in a card."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from c42desktop.calendar.before_after import Step, steps
from c42desktop.calendar.model import Change
from c42desktop.ui import phrases, theme
from c42desktop.ui.widgets import label, soft_breaks, style


class ChangeCard(QFrame):
    """ "Changed 2 minutes ago", then one line a field: the old struck out, the new in bold."""

    def __init__(self, change: Change, now: datetime) -> None:
        super().__init__()
        self.setObjectName("change-card")
        style(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(label(phrases.changed(change, now), "secondary", "change-when"))
        assert now.tzinfo is not None
        for step in steps(change, now, now.tzinfo):
            column.addWidget(_line(step))


def _line(step: Step) -> QLabel:
    secondary = theme.current().secondary
    parts = [escape(soft_breaks(step.label))]
    if step.before:
        parts.append(f'<span style="color:{secondary}"><s>{escape(soft_breaks(step.before))}</s></span>')
    if step.before and step.after:
        parts.append("→")
    if step.after:
        parts.append(f"<b>{escape(soft_breaks(step.after))}</b>")
    made = QLabel(" ".join(parts))
    made.setObjectName("change-line")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setMinimumWidth(1)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made
