"""What the organiser will ask those who answer, as text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from c42desktop.calendar.model import Question
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui.fact import MOST, fact, lines
from c42desktop.ui.widgets import label

_SILENT = frozenset({"hidden", "fixed"})


def questions(asked: tuple[Question, ...]) -> Iterator[QWidget]:
    """One line for each, with the answers to choose from beneath it."""
    yield from lines([question for question in asked if question.kind not in _SILENT], _line)


def options_in_words(question: Question) -> str:
    """ "Vegetarian, Fish · has to be answered"."""
    options = ", ".join(one_line(text) or one_line(value) for value, text in question.options[:MOST])
    if question.kind == "boolean":
        options = _("Yes or no")
    needed = _("has to be answered") if question.required else ""
    if needed and not options:
        return needed[:1].upper() + needed[1:]
    return " · ".join(part for part in (options, needed) if part)


def _line(question: Question) -> QWidget:
    below = options_in_words(question)
    extra = [label(below, "secondary", "details-options")] if below else []
    return fact("question", one_line(question.label) or one_line(question.name), "details-question", *extra)
