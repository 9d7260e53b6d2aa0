"""Every key that does something, in one table: the window installs from it, and Help › Shortcuts lists it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from c42desktop.i18n import gettext as _

QUIT = "Ctrl+Q"
UP_KEYS, DOWN_KEYS = "Ctrl+Shift+Up", "Ctrl+Shift+Down"


class Place(StrEnum):
    """Where keys count."""

    WINDOW = "window"
    EVENT = "event"
    LISTS = "lists"
    MONTH = "month"
    CALENDARS = "calendars"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What `keys` do, each of them the same. Those of the WINDOW are installed by it, the others belong to a part."""

    name: str
    place: Place
    keys: tuple[str, ...]
    words: str


def place_title(place: Place) -> str:
    """The heading above the shortcuts of a place."""
    return {
        Place.WINDOW: _("Everywhere"),
        Place.EVENT: _("The selected event"),
        Place.LISTS: _("In the lists"),
        Place.MONTH: _("In the month"),
        Place.CALENDARS: _("In the list of calendars"),
    }[place]


def shortcuts() -> tuple[Shortcut, ...]:
    """All of them, in the order of the list."""
    return (
        Shortcut("new-event", Place.WINDOW, ("Ctrl+N",), _("New event")),
        Shortcut("search", Place.WINDOW, ("Ctrl+F",), _("Search events")),
        Shortcut("today", Place.WINDOW, ("Ctrl+T",), _("Go to today")),
        Shortcut("agenda", Place.WINDOW, ("Ctrl+1",), _("Agenda")),
        Shortcut("activity", Place.WINDOW, ("Ctrl+2",), _("Activity")),
        Shortcut("import", Place.WINDOW, ("Ctrl+O",), _("Import a calendar file")),
        Shortcut("preferences", Place.WINDOW, ("Ctrl+,",), _("Preferences")),
        Shortcut("shortcuts", Place.WINDOW, ("Ctrl+?",), _("This list")),
        Shortcut("diagnose", Place.WINDOW, ("F1",), _("Diagnose")),
        Shortcut("back", Place.WINDOW, ("Esc",), _("Back to the list")),
        Shortcut("quit", Place.WINDOW, (QUIT,), _("Quit")),
        Shortcut("edit", Place.EVENT, ("Ctrl+E", "F2"), _("Edit")),
        Shortcut("duplicate", Place.EVENT, ("Ctrl+D",), _("Duplicate")),
        Shortcut("delete", Place.EVENT, ("Del",), _("Delete")),
        Shortcut("details", Place.LISTS, ("Enter",), _("Show the details")),
        Shortcut("found-locate", Place.LISTS, ("Ctrl+Enter",), _("Show in agenda")),
        Shortcut("list-today", Place.LISTS, ("Home",), _("Go to today, or to the newest")),
        Shortcut("list-pages", Place.LISTS, ("PgUp", "PgDown"), _("A page up or down")),
        Shortcut("read", Place.LISTS, ("Space",), _("Mark as read or unread, in the activity")),
        Shortcut("month-days", Place.MONTH, ("Left", "Right", "Up", "Down"), _("Another day")),
        Shortcut("month-turn", Place.MONTH, ("PgUp", "PgDown"), _("Another month")),
        Shortcut("month-today", Place.MONTH, ("Home",), _("Today")),
        Shortcut("month-choose", Place.MONTH, ("Enter",), _("Show this day in the agenda")),
        Shortcut("calendar-toggle", Place.CALENDARS, ("Space",), _("Show or hide")),
        Shortcut("calendar-move", Place.CALENDARS, (UP_KEYS, DOWN_KEYS), _("Move up or down")),
        Shortcut("calendar-menu", Place.CALENDARS, ("Menu",), _("What can be done with it")),
    )


def keys_of(name: str) -> list[QKeySequence]:
    """The keys of one of them. Raises StopIteration where there is none of that name."""
    found = next(each for each in shortcuts() if each.name == name)
    return [QKeySequence(each) for each in found.keys]


def install(window: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
    """Give the window its shortcuts: `actions` says what each of those of the WINDOW does, by name."""
    table = {each.name: each for each in shortcuts() if each.place is Place.WINDOW}
    for name, action in actions.items():
        for keys in table.pop(name).keys:
            made = QShortcut(QKeySequence(keys), window)
            made.setObjectName(f"shortcut-{name}")
            made.activated.connect(lambda do=action: do())
    assert not table, f"nothing does {', '.join(table)}"


class QuitAnywhere(QObject):
    """A dialog that is open keeps the window's shortcuts from working: it gets the one for quitting as well."""

    def __init__(self, window: QWidget, action: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._action = action
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._on_focus)

    def _on_focus(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.findChild(QShortcut, "shortcut-quit") is not None or not self._is_ours(dialog):
            return
        made = QShortcut(QKeySequence(QUIT), dialog)
        made.setObjectName("shortcut-quit")
        made.activated.connect(self._quit)

    def _is_ours(self, dialog: QWidget) -> bool:
        """Whether it stands above this window, or above none."""
        top = dialog
        while (parent := top.parentWidget()) is not None:
            top = parent
        return top in (dialog, self._window)

    def _quit(self) -> None:
        self._action()
