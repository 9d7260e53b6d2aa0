"""Accept, Maybe, Decline: what the reader says to an invitation, and whether the server knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import act_of
from c42desktop.notify.labels import label_of
from c42desktop.ui import theme
from c42desktop.ui.widgets import button, label, style
from c42desktop.ui.wrapping import WrappingRow


class AnswerBar(QWidget):
    """A button for each answer that is offered; the one that was given is highlighted.

    `on_answer(answer)`: a button was pressed. `only` says whether that holds for one occurrence of a series only, and
    is None where nothing repeats; `on_only(only)`: the reader chose otherwise.
    """

    def __init__(
        self,
        offered: Sequence[str],
        given: str,
        on_answer: Callable[[str], None],
        only: bool | None = None,
        on_only: Callable[[bool], None] = lambda _only: None,
    ) -> None:
        super().__init__()
        self.setObjectName("answer-bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(8))
        row = WrappingRow(theme.px(8))
        column.addLayout(row)
        for answer in offered:
            row.addWidget(_answer_button(answer, given == answer, on_answer))
        if only is not None:
            choice = QCheckBox(_("Only this time"))
            choice.setObjectName("answer-only")
            choice.setChecked(only)
            choice.toggled.connect(on_only)
            column.addWidget(choice)


class AnswerCard(QFrame):
    """What the reader has answered, and the same buttons to answer otherwise."""

    def __init__(self, given: str, pending: str, bar: AnswerBar) -> None:
        super().__init__()
        self.setObjectName("answer-card")
        style(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(label(answer_state(given, pending), "secondary", "answer-state"))
        column.addWidget(bar)


def answer_state(given: str, pending: str) -> str:
    """What was answered: "You accepted"; "Accepted – not sent yet" until the server has it."""
    if pending:
        return {
            "accepted": _("Accepted – not sent yet"),
            "tentative": _("Maybe – not sent yet"),
            "declined": _("Declined – not sent yet"),
        }[pending]
    return {
        "accepted": _("You accepted"),
        "tentative": _("You said maybe"),
        "declined": _("You declined"),
    }.get(given, _("You have not answered"))


def _answer_button(answer: str, given: bool, on_answer: Callable[[str], None]) -> QWidget:
    words = label_of(act_of(answer))
    made = button(words, f"answer-{answer}", lambda: on_answer(answer), "primary" if given else "")
    made.setAccessibleName(_("{answer}, your answer").format(answer=words) if given else words)
    return made
