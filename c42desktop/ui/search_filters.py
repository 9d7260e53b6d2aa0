"""What can be asked for beside words: as a menu, and as one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from c42desktop.calendar.model import Calendar
from c42desktop.calendar.wanted import Kind, Wanted
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line


def filter_menu(
    parent: QWidget, wanted: Wanted, calendars: Sequence[Calendar], choose: Callable[[Wanted], object]
) -> QMenu:
    """Everything that can be chosen, what is chosen ticked. `choose` gets what is wanted then."""
    menu = QMenu(parent)
    menu.setObjectName("search-filters")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(words: str, then: Wanted, *, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: choose(then))

    for kind, words in _kind_words().items():
        add(words, replace(wanted, kinds=wanted.kinds ^ {kind}), on=kind in wanted.kinds)
    menu.addSeparator()
    add(_invitations(), replace(wanted, invitations=not wanted.invitations), on=wanted.invitations)
    add(_unread(), replace(wanted, unread=not wanted.unread), on=wanted.unread)
    menu.addSeparator()
    add(_("All calendars"), replace(wanted, calendar=None), on=wanted.calendar is None)
    for each in calendars:
        title = one_line(each.title).replace("&", "&&")
        add(title, replace(wanted, calendar=each.ref), on=wanted.calendar == each.ref)
    menu.addSeparator()
    clear = menu.addAction(_("Clear filters"))
    clear.setEnabled(bool(wanted.filters))
    clear.triggered.connect(lambda: choose(Wanted(wanted.words)))
    return menu


def filter_words(wanted: Wanted, calendars: Sequence[Calendar]) -> str:
    """What is chosen, as one line."""
    parts = [words for kind, words in _kind_words().items() if kind in wanted.kinds]
    parts += [_invitations()] if wanted.invitations else []
    parts += [_unread()] if wanted.unread else []
    parts += [one_line(each.title) for each in calendars if each.ref == wanted.calendar]
    return " · ".join(parts)


def _kind_words() -> dict[Kind, str]:
    return {Kind.EVENT: _("Events"), Kind.TODO: _("To-dos"), Kind.TRIP: _("Trips")}


def _invitations() -> str:
    return _("Invitations")


def _unread() -> str:
    return _("Unread")
