"""The search while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import ui_fakes as fakes
from gallery_agenda import window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from c42desktop.calendar.wanted import Kind as Kind_
from c42desktop.calendar.wanted import Wanted
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.search_model import Hit

RE = Wanted("re")


def searching(
    wanted: Wanted = RE, coming: Sequence[Entry] | None = None, past: Sequence[Entry] | None = None
) -> MainWindow:
    made = window()
    made.show()
    made.page.focus_search()
    made.page.search.choose(wanted)
    found = [
        each for each in fakes.entries() if each.item.item_id in ("design", "retro", "budget-2027", "release-freeze")
    ]
    long_ago = [
        fakes.entry("team", "Review of the year", fakes.at(18, 15), fakes.at(18, 16), location="Room 4"),
        fakes.entry("ann", "Dentist, reminder by post", fakes.at(3, 9, year=2025), fakes.at(3, 10, year=2025)),
        fakes.entry("holidays", "Release", date(2025, 6, 2), date(2025, 6, 4)),
    ]
    hits = [Hit(each, False) for each in (found if coming is None else coming)]
    hits += [Hit(each, True) for each in (long_ago if past is None else past)]
    made.results.model.reset(hits)
    made.results.set_found(wanted, len(hits))
    return made


def search() -> QWidget:
    made = searching()
    made.results.view.setCurrentIndex(made.results.model.find(fakes.DESIGN_ITEM))
    return made


def search_filtered() -> QWidget:
    return searching(Wanted("re", fakes.TEAM, frozenset({Kind_.EVENT}), unread=True))


def search_nothing() -> QWidget:
    return searching(Wanted("zeppelin"), [], [])


def search_phone() -> QWidget:
    made = searching()
    made.resize(360, 640)
    return made


def search_phone_closed() -> QWidget:
    made = window()
    made.set_unread({fakes.TEAM: 120})
    made.resize(360, 640)
    made.show()
    return made


def search_right_to_left() -> QWidget:
    made = search()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def search_menu() -> QWidget:
    made = searching(Wanted("re", fakes.TEAM, frozenset({Kind_.EVENT})))
    menu = made.page.search.menu()
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


SCENES: tuple[Callable[[], QWidget], ...] = (
    search,
    search_filtered,
    search_nothing,
    search_phone,
    search_phone_closed,
    search_right_to_left,
    search_menu,
)
