"""What can be done with an event: the same in its row's menu and behind "···" in the details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar, CalendarRef, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject
from c42desktop.notify.labels import label_of
from c42desktop.plain import one_line
from c42desktop.ui.outside import node_address
from c42desktop.ui.shortcuts import keys_of

BY_KEY = (Act.EDIT, Act.DUPLICATE, Act.DELETE)
"""What keys do as well: those of the same names in ui/shortcuts.py."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the person may do with an event: change it, or `why` not in one sentence; take it to one of `targets()`.

    `unsent`: a change of it waits for its server. `disputed`: one meets a change of somebody else.
    """

    may_write: bool = False
    why: str = ""
    targets: Callable[[], Sequence[Calendar]] = field(default=tuple, compare=False)
    unsent: bool = False
    disputed: bool = False


NO_RIGHTS = Rights()
FindRights = Callable[[Subject], Rights]


def no_rights(_subject: Subject) -> Rights:
    """Nobody knows."""
    return NO_RIGHTS


class EventMenu:
    """Fills a menu. `act(Act, Subject)`: one of the actions was chosen. `move(ItemRef, CalendarRef)`: take it there."""

    def __init__(self, act: Callable[[Act, Subject], object], move: Callable[[ItemRef, CalendarRef], object]) -> None:
        self._act = act
        self._move = move

    def fill(self, menu: QMenu, subject: Subject, rights: Rights, *, edit: bool = True) -> None:
        """With `edit`, also to change it: elsewhere there is a button for that."""
        menu.clear()
        menu.setToolTipsVisible(True)
        if edit:
            self._add(menu, Act.EDIT, subject, "" if rights.may_write else rights.why)
        self._add(menu, Act.DUPLICATE, subject, "" if rights.may_write or rights.targets() else rights.why)
        self._add_targets(menu, subject, rights)
        self._add(menu, Act.DELETE, subject, "" if rights.may_write else rights.why)
        menu.addSeparator()
        self._add(menu, Act.EXPORT, subject)
        self._add(menu, Act.SOURCE, subject)
        address = address_of(subject.item)
        if address:
            copy = menu.addAction(_("Copy link"))
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))

    def _add(self, menu: QMenu, act: Act, subject: Subject, why_not: str = "") -> None:
        made = menu.addAction(label_of(act))
        made.setObjectName(f"event-{act.value}")
        if act in BY_KEY:
            made.setShortcut(keys_of(act.value)[0])
        made.triggered.connect(lambda: self._act(act, subject))
        _disable(made, why_not)

    def _add_targets(self, menu: QMenu, subject: Subject, rights: Rights) -> None:
        """The other calendars that take events."""
        inner = menu.addMenu(_("Move to"))
        inner.setObjectName("event-move")
        item = subject.item
        others = [] if item is None else [each for each in rights.targets() if each.ref != item.calendar]
        for calendar in others:
            made = inner.addAction(one_line(calendar.title).replace("&", "&&"))
            made.triggered.connect(lambda _checked=False, ref=calendar.ref: self._move(item, ref))  # type: ignore[arg-type]
        why = "" if rights.may_write else rights.why
        inner.setEnabled(bool(others) and rights.may_write)
        inner.menuAction().setToolTip(why)


def address_of(item: ItemRef | None) -> str:
    """The address that names an item to other programs; "" for what is on this computer only."""
    if item is None or is_local(item.calendar):
        return ""
    return node_address(item.calendar.service, item.calendar.node, item.item_id)


def _disable(action: QAction, why: str) -> None:
    action.setEnabled(not why)
    if why:
        action.setToolTip(why)
