"""The way of Tab through a window: as one reads it, whatever was added to it when.

Qt's own chain follows the order in which widgets were made, and a calendar that is added later would come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cmp_to_key

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from c42desktop.ui.fields import bring_into_view


class Dialog(QDialog):
    """What all dialogs have in common."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802  # Qt's names
        """Tab goes as one reads."""
        return step(self, next)


def step(root: QWidget, forward: bool) -> bool:
    """Give the keyboard to the next place within `root`, or the one before; for `focusNextPrevChild` of a window."""
    places = list(stops(root))
    if not places:
        return False
    now = root.window().focusWidget()
    at = next((at for at, each in enumerate(places) if each is now), None)
    if at is None:
        at = -1 if forward else 0
    target = places[(at + (1 if forward else -1)) % len(places)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(target)
    if isinstance(target, QAbstractItemView):
        _choose(target)
    return True


def stops(root: QWidget) -> Iterator[QWidget]:
    """Where Tab stops within `root`, in the order of reading."""
    for child in _read(root, _inside(root)):
        if _takes_tab(child):
            yield child
        yield from stops(child)


def _inside(root: QWidget) -> list[QWidget]:
    children = (each for each in root.children() if isinstance(each, QWidget))
    return [each for each in children if not each.isWindow() and each.isVisible()]


def _takes_tab(widget: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and widget.focusPolicy() & policy == policy and widget.focusProxy() is None


def _read(root: QWidget, widgets: Iterable[QWidget]) -> Sequence[QWidget]:
    """What is higher first; side by side, what is nearer to where lines begin."""
    mirrored = root.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def compare(one: QWidget, other: QWidget) -> int:
        return _order(one.geometry(), other.geometry(), mirrored=mirrored)

    return sorted(widgets, key=cmp_to_key(compare))


def _order(one: QRect, other: QRect, *, mirrored: bool) -> int:
    if one.bottom() < other.top() or other.bottom() < one.top():
        return one.top() - other.top()
    return other.right() - one.right() if mirrored else one.left() - other.left()


def _choose(view: QAbstractItemView) -> None:
    """A list that gets the keyboard shows where it is: at the first row in sight, if none was chosen."""
    if view.selectionModel() is None or view.selectionModel().hasSelection():
        return
    if view.selectionMode() is QAbstractItemView.SelectionMode.NoSelection:
        return  # it has a way of its own to show that
    model, first = view.model(), view.indexAt(view.viewport().rect().topLeft())
    for row in range(max(0, first.row()), model.rowCount()):
        index = model.index(row, 0)
        if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
