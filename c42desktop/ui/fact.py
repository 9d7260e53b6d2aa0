"""One line of the details: an icon, a text, and what belongs to it beneath; and how many lines there are at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.prose import Prose
from c42desktop.ui.widgets import Icon, Link, label

T = TypeVar("T")

MOST = 12
"""Lines of one kind. Nobody reads more of them, and somebody may have sent ten thousand."""


def lines(things: Sequence[T], made: Callable[[T], QWidget], most: int = MOST) -> Iterator[QWidget]:
    """A line for each of the first things, and one that counts the rest."""
    yield from map(made, things[:most])
    if len(things) > most:
        yield more(len(things) - most)


def more(count: int) -> QWidget:
    """ "and 12 more"."""
    return label(_("and {count} more").format(count=count), "secondary", "details-more")


def fact(icon: str, text: str, name: str, *below: QWidget) -> QWidget:
    """Plain text, and other widgets beneath it."""
    return with_icon(icon, label(text, name=name), *below)


def linked_fact(icon: str, text: str, name: str) -> QWidget:
    """Text in which addresses are links."""
    return with_icon(icon, Prose(text, name, look="link"))


def with_icon(icon: str, *widgets: QWidget) -> QWidget:
    """An icon beside the first of these."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(theme.px(1))
    for widget in widgets:
        short = isinstance(widget, Link)  # as wide as its words: what is beside them is no link
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if short else Qt.AlignmentFlag(0))
    row.addLayout(column, 1)
    return line
