"""What the drawn buttons of a row of the agenda do, in its menu: for the keyboard, and for who cannot see them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, act_of
from c42desktop.notify.labels import label_of
from c42desktop.ui.agenda_faces import EventFace
from c42desktop.ui.agenda_model import FACE, ROW
from c42desktop.ui.agenda_view import AgendaView


def add_row_actions(menu: QMenu, view: AgendaView, index: QModelIndex) -> None:
    """Put what can be done with the row at `index` before everything else in `menu`."""
    row, face = index.data(ROW), index.data(FACE)
    wanted: list[tuple[str, Callable[[], None]]] = [(_("Open"), partial(view.opened.emit, row))]
    if isinstance(face, EventFace):
        joining = [(label_of(Act.JOIN), Act.JOIN)] if face.join else []
        answering = [(label_of(act_of(answer)), act_of(answer)) for answer in face.answers]
        wanted += [(words, partial(view.act, act, row)) for words, act in (*joining, *answering)]
    first = next(iter(menu.actions()), None)
    for words, do in wanted:
        action = QAction(words, menu)
        action.triggered.connect(_ignoring_checked(do))
        menu.insertAction(first, action)  # type: ignore[arg-type]  # none: at the end
    if first is not None:
        menu.insertSeparator(first)


def _ignoring_checked(do: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _checked: do()
