"""Every state of the window that is not "all is well", for the gallery_agenda. Their names stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import gallery_agenda
import ui_fakes as fakes
from PySide6.QtWidgets import QApplication, QWidget
from ui_dutch import said

from c42desktop.calendar.model import CalendarState
from c42desktop.ui import theme, tokens
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.sign_in_values import SignIn

ANN = "ann@example.org"


def signing_in() -> QWidget:
    made = gallery_agenda.window()
    made.show_sign_in()
    made.sign_in.set_values(SignIn(ANN, "swordfish"))
    made.show()
    made.sign_in.set_busy(True)
    return made


def _without_calendars() -> MainWindow:
    made = gallery_agenda.window([])
    made.set_calendars([])
    made.set_unread({})
    made.sidebar.month.set_busy(())
    made.show()
    return made


def first_calendar() -> QWidget:
    return _without_calendars()


def first_calendar_phone() -> QWidget:
    made = _without_calendars()
    made.resize(360, 640)
    return made


def first_look() -> QWidget:
    made = _without_calendars()
    made.set_accounts([AccountShown(ANN, AccountState.ONLINE, said("Reading calendars…"))])
    made.set_looking(True)
    return made


def syncing() -> QWidget:
    made = gallery_agenda.window(fakes.entries()[:5])
    made.set_accounts([AccountShown(ANN, AccountState.ONLINE, said("Reading calendars…"))])
    made.set_looking(True)
    for calendar, done, total in zip(fakes.CALENDARS, (10, 6200, 0), (None, 10000, None), strict=False):
        made.set_progress(calendar.ref, done, total)
    made.show()
    return made


def syncing_empty() -> QWidget:
    made = gallery_agenda.window([])
    made.set_accounts([AccountShown(ANN, AccountState.ONLINE, said("Reading calendars…"))])
    made.set_looking(True)
    made.set_progress(fakes.TEAM, 2500, 10000)
    made.show()
    return made


def _problem(words: str, kind: BannerKind, text: str, action: str) -> QWidget:
    made = gallery_agenda.window()
    state = AccountState.ONLINE if words == said("Online") else AccountState.REFUSED
    made.set_accounts([AccountShown(ANN, state, words)])
    made.set_banner(BannerText(kind, text, action))
    made.show()
    return made


def password_refused() -> QWidget:
    text = "Could not sign in: the password for ann@example.org was refused."
    return _problem(said("Not signed in"), BannerKind.ERROR, text, said("Enter password…"))


def signed_in_elsewhere() -> QWidget:
    text = "ann@example.org signed in from another copy of this program."
    return _problem(said("Not signed in"), BannerKind.ERROR, text, said("Connect again"))


def server_unknown() -> QWidget:
    text = "The server does not know example.org. Check the address."
    return _problem(said("Not signed in"), BannerKind.ERROR, text, said("Server settings…"))


def store_full() -> QWidget:
    path = "/home/ann/.local/share/c42desktop/calendars.sqlite"
    text = f"There is no space left for the calendar store {path}. Make some; what is missed is read then."
    return _problem(said("Online"), BannerKind.ERROR, text, said("Look again"))


def store_full_phone() -> QWidget:
    made = store_full()
    made.resize(360, 640)
    return made


def no_service() -> QWidget:
    text = "example.org has no calendar service. Ask its administrator, or add one by its address."
    return _problem(said("Online"), BannerKind.INFO, text, said("Look again"))


def no_access() -> QWidget:
    made = gallery_agenda.window()
    states = [
        (CalendarState.ACTIVE, ""),
        (CalendarState.PENDING, said("Waiting for the owner to let you in.")),
        (CalendarState.UNREACHABLE, said("You have no access to this calendar. Ask its owner.")),
        (CalendarState.REMOVED, "There is no such calendar at calendars.example.org."),
        (CalendarState.UNREACHABLE, "calendars.example.org cannot be reached right now."),
    ]
    pairs = zip(fakes.CALENDARS, states, strict=True)
    made.set_calendars([replace(each, state=state, problem=problem) for each, (state, problem) in pairs])
    made.show()
    return made


def no_access_phone() -> QWidget:
    made = no_access()
    made.resize(360, 640)
    return made


def offline_phone() -> QWidget:
    made = gallery_agenda.offline()
    made.resize(360, 640)
    return made


def _themed(make: Callable[[tokens.Theme], tokens.Theme]) -> QWidget:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, make(theme.current()))
    return gallery_agenda.waiting()


def accent_of_the_system() -> QWidget:
    return _themed(lambda base: tokens.with_accent(base, "#ed5b00"))


def more_contrast() -> QWidget:
    return _themed(tokens.with_contrast)


SCENES: tuple[Callable[[], QWidget], ...] = (
    signing_in,
    first_calendar,
    first_calendar_phone,
    first_look,
    syncing,
    syncing_empty,
    password_refused,
    signed_in_elsewhere,
    server_unknown,
    store_full,
    store_full_phone,
    no_service,
    no_access,
    no_access_phone,
    offline_phone,
    accent_of_the_system,
    more_contrast,
)
