"""The main window with the agenda, as drawn, narrow, empty and overfull."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import ui_fakes as fakes
import ui_kinds
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui_dutch import said

from c42desktop.calendar.model import Details as EventDetails
from c42desktop.calendar.model import Event, ItemRef, Level, Meeting, Place, Reminder
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.pills import Pill, PillKind
from c42desktop.ui.shortcuts_dialog import ShortcutsDialog
from c42desktop.ui.tray import Tray, TrayState, Upcoming

BUSY = tuple(date(2026, 11, day) for day in (1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29))
QUIET = [replace(each, level=Level.NOTHING) if each.ref == fakes.HOLIDAYS else each for each in fakes.CALENDARS]
DESIGN = replace(fakes.DESIGN, details=EventDetails(places=(Place(fakes.DESIGN.location, 51.9139, 4.4573),)))


def drawn_entries() -> list[Entry]:
    """Those of the drawing: a call to join, and an invitation to answer."""
    met = {
        "call-with-vera": Entry(fakes.item("ann", "call-with-vera"), ui_kinds.VERA.occurrences),
        "design": Entry(fakes.DESIGN_ITEM, (fakes.occurrence(DESIGN),)),
        "budget-2027": Entry(fakes.item("team", "budget-2027"), (fakes.occurrence(ui_kinds.BUDGET),)),
    }
    return [met.get(each.item.item_id, each) for each in fakes.entries()]


def reminders(item: ItemRef) -> list[Reminder]:
    """The one of the design review has been told, and waits."""
    return [Reminder(item, DESIGN, fakes.NOW, "10m")] if item == fakes.DESIGN_ITEM else []


def window(entries: Sequence[Entry] | None = None) -> MainWindow:
    model = AgendaModel(fakes.NOW)
    made = MainWindow(
        model,
        find_change=lambda item: fakes.MOVED if item == fakes.DESIGN_ITEM else None,
        find_presence=lambda _account, address: fakes.PRESENCES.get(address),
        find_waiting=reminders,
        find_rights=lambda _subject: Rights(may_write=True, targets=lambda: fakes.CALENDARS[:3]),
    )
    made.set_calendars(QUIET)
    made.set_unread({fakes.TEAM: 2, fakes.TRAVEL: 1})
    made.sidebar.month.set_busy(BUSY)
    made.set_accounts([AccountShown("ann@example.org", AccountState.ONLINE, said("Online"))])
    model.reset(drawn_entries() if entries is None else entries)
    for item, pill in fakes.PILLS.items():
        model.mark(item, pill)
    model.mark(fakes.item("travel", "train-to-utrecht"), Pill(PillKind.MOVED, said("8 min later")))
    made.show_agenda()
    return made


def agenda() -> QWidget:
    made = window()
    made.open_item(fakes.DESIGN_ITEM)
    return made


def offline() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.OFFLINE, said("Offline · next try in 40 s"))])
    text = said("Offline since 13:12 – showing what was known then")
    made.set_banner(BannerText(BannerKind.OFFLINE, text, said("Connect now")))
    made.open_item(fakes.DESIGN_ITEM)
    return made


def waiting() -> QWidget:
    """A reminder waits for an answer, and the banner asks about another one, as where no desktop shows any."""
    call = replace(fakes.DESIGN, details=EventDetails(meetings=(Meeting("https://meet.google.com/abc-defg-hij"),)))
    reminder = Reminder(fakes.DESIGN_ITEM, call, fakes.NOW, "10m")
    model = AgendaModel(fakes.NOW)
    made = MainWindow(model, find_waiting=lambda item: [reminder] if item == fakes.DESIGN_ITEM else [])
    made.set_calendars(fakes.CALENDARS)
    model.reset([Entry(fakes.DESIGN_ITEM, (fakes.occurrence(call),)), *fakes.entries()[5:]])
    text = said("Call with Vera in 10 minutes – 14:00 – 14:45 · Video call")
    choices = (("join", said("Join")), ("snooze", said("Snooze…")), ("dismiss", said("Dismiss")))
    made.set_banner(BannerText(BannerKind.INFO, text, said("Close"), choices))
    made.show_agenda()
    made.open_item(fakes.DESIGN_ITEM)
    return made


def empty() -> QWidget:
    made = window([])
    made.show()
    return made


def extremes() -> QWidget:
    long = "A very long title that goes on and on until nobody remembers how it began, let alone what it is about"
    broken = Event(uid="x", summary="Sommerfest", problem="Its start “nächsten Freitag” is not a date.")
    nameless = Event(uid="y", summary="", problem="This item is not a calendar event this program can read.")
    made = window(
        [
            fakes.entry(
                "team", long, fakes.at(22, 14), fakes.at(22, 15), "l1", location="x" * 300, description="y" * 400
            ),
            fakes.entry(
                "ann", "🎉 Party 👩‍👩‍👧‍👦 for everyone 🎂", fakes.at(22, 16), fakes.at(22, 17), "e1", location="🏠 Home"
            ),
            fakes.entry("ann", "اجتماع الفريق مع محمد", fakes.at(22, 18), fakes.at(22, 19), "r1", location="غرفة ٤"),
            fakes.entry("ann", "One\nline\tonly", fakes.at(22, 20), fakes.at(22, 20), "n1"),
            fakes.entry("travel", "Conference in " + "L" * 90, fakes.at(22, 20), fakes.at(25, 18), "c1"),
            Entry(fakes.item("team", "urn:uuid:77aa"), (), (broken,)),
            Entry(fakes.item("team", "urn:uuid:77ab"), (), (nameless,)),
        ]
    )
    made.open_item(fakes.item("team", "l1"))
    return made


def narrow() -> QWidget:
    made = window()
    made.resize(800, 640)
    made.show()
    return made


def narrow_details() -> QWidget:
    made = window()
    made.resize(800, 640)
    made.open_item(fakes.DESIGN_ITEM)
    return made


def phone() -> QWidget:
    made = window()
    made.resize(360, 700)
    made.show()
    return made


def phone_sidebar() -> QWidget:
    made = window()
    made.resize(360, 700)
    made.show()
    QTest.qWait(50)
    made.page.show_sidebar()
    return made


def help_menu() -> QWidget:
    made = window()
    menu = made.sidebar.account_menu()
    made.show()
    menu.popup(menu.pos())
    help_action = next(action for action in menu.actions() if action.text() == said("Help"))
    menu.setActiveAction(help_action)
    menu.setProperty("keep", made)
    return menu


def tray_menu() -> QWidget:
    upcoming = [Upcoming(entry.item, entry.occurrences[0]) for entry in fakes.entries()[3:8]]
    tray = Tray(lambda: upcoming, lambda: fakes.NOW)
    tray.set_state(TrayState.ONLINE, said("Online"))
    tray.menu.popup(tray.menu.pos())
    tray.menu.setProperty("keep", tray)
    return tray.menu


def shortcuts_list() -> QWidget:
    made = ShortcutsDialog()
    made.show()
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (
    agenda,
    offline,
    waiting,
    empty,
    extremes,
    narrow,
    narrow_details,
    phone,
    phone_sidebar,
    help_menu,
    tray_menu,
    shortcuts_list,
)
