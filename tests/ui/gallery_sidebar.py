"""What the sidebar shows and offers: the month, calendars and their menus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import ui_fakes as fakes
from gallery_agenda import BUSY, window
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from ui_dutch import said

from c42desktop.calendar.model import Level
from c42desktop.ui.rename_dialog import RenameDialog


def month() -> QWidget:
    """As drawn, with the agenda at another day."""
    made = window()
    made.sidebar.month.show_day(date(2026, 11, 25))
    made.show()
    return made


def month_low() -> QWidget:
    made = month()
    made.resize(900, 480)
    return made


def month_folded() -> QWidget:
    made = month()
    made.sidebar.month.set_open(False)  # type: ignore[attr-defined]
    return made


def month_phone() -> QWidget:
    made = month()
    made.resize(360, 640)
    QTest.qWait(50)
    made.page.show_sidebar()  # type: ignore[attr-defined]
    made.sidebar.month.set_busy(BUSY)  # type: ignore[attr-defined]
    return made


def levels() -> QWidget:
    made = window()
    quiet = [
        replace(fakes.CALENDARS[0], level=Level.REMINDERS),
        fakes.CALENDARS[1],
        replace(fakes.CALENDARS[2], level=Level.NOTHING, problem="You are not allowed to read it."),
        replace(fakes.CALENDARS[3], level=Level.NOTHING, title="Public holidays of the Netherlands"),
        fakes.CALENDARS[4],
    ]
    made.set_calendars(quiet)
    made.show()
    return made


def level_menu() -> QWidget:
    made = levels()
    menu = made.sidebar.menu_for(replace(fakes.CALENDARS[3], level=Level.NOTHING))  # type: ignore[attr-defined]
    submenu = next(each.menu() for each in menu.actions() if each.text() == said("Notifications"))
    submenu.popup(menu.pos())  # type: ignore[attr-defined]
    submenu.setProperty("keep", made)
    return submenu  # type: ignore[return-value]


def calendar_menu() -> QWidget:
    made = levels()
    menu = made.sidebar.menu_for(fakes.CALENDARS[3])  # type: ignore[attr-defined]
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


def calendar_colors() -> QWidget:
    made = window()
    made.show()
    actions = made.sidebar.menu_for(fakes.CALENDARS[0]).actions()
    menu = next(each.menu() for each in actions if each.text() == said("Colour"))
    assert isinstance(menu, QMenu)
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


def rename() -> QWidget:
    made = RenameDialog(fakes.CALENDARS[0])
    made.show()
    return made


def owner_menu() -> QWidget:
    made = window()
    made.sidebar.is_owner = lambda _ref: True
    menu = made.sidebar.menu_for(fakes.CALENDARS[0])
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


SCENES: tuple[Callable[[], QWidget], ...] = (
    month,
    month_low,
    month_folded,
    month_phone,
    levels,
    level_menu,
    calendar_menu,
    calendar_colors,
    rename,
    owner_menu,
)
