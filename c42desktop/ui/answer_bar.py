"""Accept, Maybe, Decline: what the reader says to an invitation, and whether the server knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import act_of
from c42desktop.notify.labels import label_of
from c42desktop.ui import theme
from c42desktop.ui.widgets import button, label, style


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
        buttons = Buttons([_answer_button(answer, given == answer, on_answer) for answer in offered])
        column.addWidget(buttons)
        if only is not None:
            choice = QCheckBox(_("Only this time"))
            choice.setObjectName("answer-only")
            choice.setChecked(only)
            choice.toggled.connect(on_only)
            column.addWidget(choice)


class Buttons(QWidget):
    """Side by side, or one below the other where they would stick out."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._buttons = list(buttons)
        for each in buttons:
            self._row.addWidget(each)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the widest of them."""
        return QSize(max(self._widths(), default=0), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width. What all of them need does not depend on where they stand, so this comes to an end."""
        super().resizeEvent(event)
        across = self.width() >= sum(self._widths()) + self._row.spacing() * (len(self._buttons) - 1)
        wanted = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    def _widths(self) -> list[int]:
        return [each.sizeHint().width() for each in self._buttons]


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
