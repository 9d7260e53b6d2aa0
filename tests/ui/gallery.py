"""Renders the window as the drawings show it, to be looked at: python -m tests.ui.gallery FOLDER [light|dark]

Run it under Xvfb with QT_QPA_PLATFORM=xcb; QT_SCALE_FACTOR=2 renders for a dense screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

sys.path.insert(0, str(Path(__file__).parent))

import gallery_editing
import gallery_states
import ui_activity
import ui_fakes as fakes
import ui_kinds

from c42desktop.calendar.activity import Filter
from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Attachment, DayAlarm, Defaults, Event, Level, Meeting, Reminder
from c42desktop.calendar.model import Details as EventDetails
from c42desktop.calendar.wanted import Kind as Kind_
from c42desktop.calendar.wanted import Wanted
from c42desktop.preferences import Preferences, QuietHours
from c42desktop.ui import badge, theme, tokens
from c42desktop.ui.access import Access, Role
from c42desktop.ui.account_dialog import add_dialog, edit_dialog, password_dialog
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.activity_model import ROW
from c42desktop.ui.activity_rows import Kind
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Entry
from c42desktop.ui.attachments_field import AttachmentsField
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.calendar_form import CalendarDraft, CalendarForm, Place, new_calendar_form, settings_form
from c42desktop.ui.calendar_reminders import CalendarRemindersDialog
from c42desktop.ui.decision import Certificate, CertificateDialog, RemoveAccountDialog, weaker_dialog
from c42desktop.ui.delete_calendar import delete_dialog
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.diagnose import DiagnoseDialog
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.offer_pane import Preview
from c42desktop.ui.offer_pane import Upcoming as NextEvent
from c42desktop.ui.offers import CalendarInfo
from c42desktop.ui.preferences import PreferencesDialog
from c42desktop.ui.quick_add import QuickAdd
from c42desktop.ui.rename_dialog import RenameDialog
from c42desktop.ui.search_model import Hit
from c42desktop.ui.share import ShareDialog
from c42desktop.ui.share_rows import SharedWith
from c42desktop.ui.shortcuts_dialog import ShortcutsDialog
from c42desktop.ui.sign_in import Offer
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.ui.snooze import SnoozeDialog
from c42desktop.ui.tray import Tray, TrayState, Upcoming


def window(entries: Sequence[Entry] | None = None) -> MainWindow:
    model = AgendaModel(fakes.NOW)
    made = MainWindow(
        model,
        find_change=lambda item: fakes.MOVED if item == fakes.DESIGN_ITEM else None,
        find_presence=lambda _account, address: fakes.PRESENCES.get(address),
        find_rights=lambda _subject: Rights(may_write=True, targets=lambda: fakes.CALENDARS[:3]),
    )
    made.set_calendars(fakes.CALENDARS)
    made.set_accounts([AccountShown("ann@example.org", AccountState.ONLINE, "Online")])
    model.reset(fakes.entries() if entries is None else entries)
    for item, pill in fakes.PILLS.items():
        model.mark(item, pill)
    made.show_agenda()
    return made


def agenda() -> QWidget:
    made = window()
    made.open_item(fakes.DESIGN_ITEM)
    return made


def activity() -> QWidget:
    made = window()
    made.set_unread({fakes.TEAM: 2, fakes.TRAVEL: 1})
    made.activity.model.reset(ui_activity.entries())
    made.show()
    made.page.show_activity()
    view = made.activity.view
    view.setCurrentIndex(made.activity.model.index(1))
    design = fakes.occurrence(fakes.DESIGN)
    made.show_details(Shown(fakes.DESIGN_ITEM, fakes.DESIGN, design, fakes.CALENDARS[0], fakes.MOVED))
    return made


def activity_filtered() -> QWidget:
    made = activity()
    made.activity.set_filter(Filter(fakes.TEAM, unread=True))  # type: ignore[attr-defined]
    made.activity.model.reset(ui_activity.entries()[:1])  # type: ignore[attr-defined]
    return made


def activity_unfolded() -> QWidget:
    made = activity()
    model = made.activity.model  # type: ignore[attr-defined]
    rows = [model.index(place).data(ROW) for place in range(model.rowCount())]
    model.unfold(next(row.key for row in rows if row.kind is Kind.SEVERAL))
    return made


def activity_empty() -> QWidget:
    made = window()
    made.show()
    made.page.show_activity()
    return made


def activity_phone() -> QWidget:
    made = activity()
    made.resize(360, 640)
    return made


def unread_phone() -> QWidget:
    made = window()
    made.set_unread({fakes.TEAM: 120})
    made.resize(360, 640)
    made.show()
    return made


def activity_right_to_left() -> QWidget:
    made = activity()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def tray_badges() -> QWidget:
    """Every size on a light and on a dark tray, as they are and three times as large."""
    sheet = QWidget()
    sheet.setFixedSize(900, 420)
    column = QVBoxLayout(sheet)
    for color in ("#f0f0f0", "#202024"):
        for factor in (1, 3):
            strip = QFrame()
            strip.setStyleSheet(f"background: {color}")
            row = QHBoxLayout(strip)
            for size in (16, 22, 24):
                for count in (0, 1, 3, 8, 12):
                    shown = QLabel()
                    drawing = badge.counted("tray-online", count).pixmap(size, size)
                    shown.setPixmap(drawing.scaled(size * factor, size * factor) if factor > 1 else drawing)
                    row.addWidget(shown)
            column.addWidget(strip)
    sheet.show()
    return sheet


def offline() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.OFFLINE, "Offline · next try in 40 s")])
    text = "Offline since 13:12 – showing what was known then"
    made.set_banner(BannerText(BannerKind.OFFLINE, text, "Connect now"))
    made.open_item(fakes.DESIGN_ITEM)
    return made


def first_start() -> QWidget:
    made = window()
    made.show_sign_in()
    made.sign_in.set_values(SignIn("ann@example.org", "swordfis"))
    made.sign_in.show_error("The server refused this password for ann@example.org.", "password")
    return made


def server_settings() -> QWidget:
    made = window()
    made.show_sign_in()
    made.sign_in.set_values(SignIn("ann@example.org", "", host="xmpp.example.org", port=5223))
    made.sign_in.set_notice("No keyring is running, so the password is kept only until you quit.")
    return made


ACCOUNTS = [
    AccountShown("ann@example.org", AccountState.ONLINE, "Online", "#0e7c86"),
    AccountShown("ann.jansen@work.example.com", AccountState.ONLINE, "Online over WebSocket", "#7c5cd6"),
    AccountShown("bram@club.example", AccountState.OFFLINE, "Offline · next try in 12 s", "#c2410c"),
    AccountShown("old@example.net", AccountState.SIGNED_OUT, "Signed out", "#2f7d32"),
]
PIN = "3B:7A:10:FF:5C:02:9E:41:" * 3 + "3B:7A:10:FF:5C:02:9E:41"


def several_accounts() -> QWidget:
    made = window()
    others = [replace(each, ref=replace(each.ref, account=ACCOUNTS[1].jid)) for each in fakes.CALENDARS[:2]]
    club = replace(fakes.CALENDARS[2], ref=replace(fakes.TRAVEL, account=ACCOUNTS[2].jid), title="Matches")
    old = replace(fakes.CALENDARS[3], ref=replace(fakes.HOLIDAYS, account=ACCOUNTS[3].jid), title="School")
    local = replace(fakes.CALENDARS[4], ref=local_ref("x"), title="Imported")
    made.set_calendars([*fakes.CALENDARS, *others, club, old, local])
    made.set_accounts(ACCOUNTS)
    made.set_banner(
        BannerText(
            BannerKind.OFFLINE, "bram@club.example: offline since 13:12 – showing what was known then", "Connect now"
        )
    )
    made.show()
    return made


def several_accounts_phone() -> QWidget:
    made = several_accounts()
    made.resize(420, 700)
    QTest.qWait(50)
    made.page.show_sidebar()  # type: ignore[attr-defined]
    return made


def sign_in_phone() -> QWidget:
    made = server_settings()
    made.sign_in.set_values(  # type: ignore[attr-defined]
        SignIn("ann@example.org", "", way="bosh", proxy="http://ann@proxy:8080", proof="certificate", pin=PIN)
    )
    made.resize(420, 900)
    made.show()
    return made


def signed_out() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.SIGNED_OUT, "Signed out")])
    made.show()
    return made


def certificate_banner() -> QWidget:
    made = window()
    made.set_accounts([AccountShown("ann@example.org", AccountState.REFUSED, "Not signed in")])
    text = "The certificate of example.org was not issued by an authority this computer trusts."
    made.set_banner(BannerText(BannerKind.ERROR, text, "Show certificate…"))
    made.show()
    return made


def account_menu() -> QWidget:
    made = window()
    menu = made.sidebar.account_menu()
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


def account_add() -> QWidget:
    made = add_dialog()
    made.show()
    return made


def account_password() -> QWidget:
    made = password_dialog(SignIn("ann@example.org", ""))
    made.form.show_error("Could not sign in: the password for ann@example.org was refused.", "password")
    made.show()
    return made


def account_edit() -> QWidget:
    made = edit_dialog(SignIn("ann@example.org", "", colour="#7c5cd6", allow_plain=True))
    made.show()
    return made


def account_edit_web() -> QWidget:
    known = SignIn(
        "ann@example.org",
        "",
        way="websocket",
        url="wss://example.org/xmpp",
        proxy="socks5://ann@proxy.example.org:1080",
        proof="certificate",
        certificate="/home/ann/ann.pem",
        pin=PIN,
    )
    made = edit_dialog(known)
    made.form.show_error("There is no WebSocket at wss://example.org/xmpp: it answered 404.", "url", [Offer.KEEP])
    made.show()
    return made


def account_certificate() -> QWidget:
    made = add_dialog()
    made.form.set_values(SignIn("ann@example.org", "swordfish", host="xmpp.example.org"))
    text = "The certificate of example.org was not issued by an authority this computer trusts."
    made.form.show_error(text, "ca_file", [Offer.CERTIFICATE])
    made.show()
    return made


def certificate() -> QWidget:
    text = "The certificate of example.org was not issued by an authority this computer trusts."
    made = CertificateDialog(Certificate("ann@example.org", text, PIN, PIN))
    made.show()
    return made


def certificate_changed() -> QWidget:
    text = "The key of example.org is not the one that you decided to trust. Nothing was sent to it."
    facts = "It is for example.org, was issued by Example Authority and is valid from 2026-11-03 to 2027-02-01."
    made = CertificateDialog(Certificate("ann@example.org", text, PIN, PIN, facts, changed=True))
    made.show()
    return made


def weaker() -> QWidget:
    text = "example.org used to offer SCRAM-SHA-512 and now offers only PLAIN. Nothing was sent to it."
    made = weaker_dialog("ann@example.org", text)
    made.show()
    return made


def remove_account() -> QWidget:
    made = RemoveAccountDialog("ann@example.org", enabled=True)
    made.show()
    return made


def add_calendar() -> AddCalendarDialog:
    made = AddCalendarDialog()
    made.set_services(["calendars.example.org", "pubsub.example.org"])
    infos = [
        CalendarInfo("calendars.example.org", "team", "Product team", "Releases and reviews", True),
        CalendarInfo("calendars.example.org", "rooms", "Meeting rooms", "Who has which room, Rotterdam and Utrecht"),
        CalendarInfo("calendars.example.org", "oncall", "On call", ""),
        CalendarInfo("calendars.example.org", "holidays", "Public holidays", "The Netherlands, 2026 and 2027", True),
        CalendarInfo("calendars.example.org", "urn:x:7f3a", "", "A calendar that has no name"),
    ]
    made.set_calendars("calendars.example.org", infos)
    made.show()
    return made


TEAM_OFFER = CalendarInfo(
    "calendars.example.org",
    "urn:x:plan",
    "Team plan",
    "What the product team does this quarter, and who is away.",
    access=Access.ASK,
    subscribers=12,
    owner="vera.kok@example.org",
)
NEXT = Preview(
    (
        NextEvent("Today 15:00 – 16:00", "Release review"),
        NextEvent("Tomorrow 09:30 – 09:45", "Stand-up"),
        NextEvent("Wednesday", "Design day"),
        NextEvent("Thursday 13:00 – 14:00", "Lunch with the people from Utrecht who visit us for the first time"),
        NextEvent("Mon 30 Nov 10:00 – 11:00", "Planning"),
    )
)


def add_calendar_preview() -> AddCalendarDialog:
    made = add_calendar()
    made.set_calendars("calendars.example.org", [*made.offered(), TEAM_OFFER])
    made.show_offer(TEAM_OFFER)
    made.set_preview(TEAM_OFFER, NEXT)
    return made


def add_calendar_phone() -> AddCalendarDialog:
    made = add_calendar()
    made.resize(360, 640)
    return made


def add_calendar_preview_phone() -> QWidget:
    made = add_calendar_phone()
    made.show_offer(TEAM_OFFER)
    made.set_preview(TEAM_OFFER, NEXT)
    return made


def add_calendar_uri() -> QWidget:
    made = add_calendar()
    made.offer("xmpp:calendars.example.org?;node=garden")
    shown = CalendarInfo("calendars.example.org", "garden", "Garden club", access=Access.INVITED)
    made.show_offer(shown)
    made.set_preview(shown, Preview(note="Events can be seen once you subscribe."))
    return made


def add_calendar_pending() -> QWidget:
    made = add_calendar()
    made.show_offer(replace(TEAM_OFFER, subscribed=True, pending=True))
    return made


def new_calendar() -> CalendarForm:
    made = new_calendar_form("#7c5cd6")
    made.set_places(
        [
            Place("ann@example.org", "calendars.example.org", tuple(Access)[:3], "calendars.example.org"),
            Place("ann@example.org", "ann@example.org", (Access.INVITED,), "At my account, ann@example.org"),
        ]
    )
    made.show()
    return made


def new_calendar_refused() -> QWidget:
    made = new_calendar()
    made.show_error("You may not make calendars at calendars.example.org. Choose another place.", "place")
    return made


def calendar_settings() -> QWidget:
    draft = CalendarDraft("Team plan", "What the product team does this quarter, and who is away.", Access.ASK)
    made = settings_form(draft, tuple(Access)[:3])
    made.show()
    return made


def share() -> QWidget:
    made = ShareDialog("Team plan", "xmpp:calendars.example.org?;node=plan")
    made.set_access(Access.ASK)
    made.set_people(
        [
            SharedWith("bram.de.vries@example.org", Role.NONE, "Bram de Vries", waits=True),
            SharedWith("ann@example.org", Role.OWNER, is_me=True, fixed="A calendar keeps at least one owner."),
            SharedWith("vera.kok@example.org", Role.EDIT, "Vera Kok"),
            SharedWith("a.very.long.address.of.somebody@subdomain.example.com", Role.SEE),
            SharedWith("noor@example.org", Role.BLOCKED, "Noor"),
        ]
    )
    made.show_refused("noor@example.org", "You have no access to this calendar. Ask its owner.")
    made.show()
    return made


class NarrowScreen:
    """What a dialog asks of the screen it is on."""

    def availableGeometry(self) -> QRect:  # noqa: N802
        return QRect(0, 0, 360, 640)


def share_phone() -> QWidget:
    made = share()
    made.screen = NarrowScreen  # type: ignore[method-assign, assignment, return-value]
    made.setMinimumSize(0, 0)
    made.resize(360, 640)
    return made


def delete_calendar() -> QWidget:
    made = delete_dialog("Team plan", 42, 3)
    made.show()
    return made


def approval_banner() -> QWidget:
    made = window()
    text = "Vera Kok (vera.kok@example.org) asks to see “Team plan”."
    choices = (("allow-access", "Allow"), ("deny-access", "Deny"))
    made.set_banner(BannerText(BannerKind.INFO, text, "Close", choices))
    made.show()
    return made


def approval_banner_phone() -> QWidget:
    made = approval_banner()
    made.resize(360, 640)
    return made


def owner_menu() -> QWidget:
    made = window()
    made.sidebar.is_owner = lambda _ref: True
    menu = made.sidebar.menu_for(fakes.CALENDARS[0])
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


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
    made.resize(460, 700)
    made.show()
    return made


def phone_sidebar() -> QWidget:
    made = window()
    made.resize(460, 700)
    made.show()
    QTest.qWait(50)
    made.page.show_sidebar()
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


def kinds() -> QWidget:
    made = window(ui_kinds.kinds())
    made.resize(1120, 1180)
    made.open_item(fakes.item("travel", "train"))
    return made


def details(node: str, item_id: str) -> Details:
    """The panel alone, high enough for all of it."""
    made = window(ui_kinds.kinds())
    made.open_item(fakes.item(node, item_id))
    shown = made.details.shown()
    panel = Details(fakes.NOW)
    panel.resize(316, 900)
    panel.show_event(shown)
    made.hide()
    panel.show()
    return panel


def details_of(event: Event) -> QWidget:
    """The panel with an event that is in no list."""
    panel = Details(fakes.NOW)
    panel.resize(316, 900)
    shown = fakes.occurrence(event) if event.start is not None else None
    panel.show_event(Shown(fakes.item("ann", event.uid), event, shown, fakes.CALENDARS[1]))
    panel.show()
    return panel


def kinds_phone() -> QWidget:
    made = window(ui_kinds.kinds())
    made.resize(400, 1180)
    made.show()
    return made


def kinds_right_to_left() -> QWidget:
    made = kinds()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def details_missed() -> QWidget:
    return details_of(ui_kinds.MISSED)


def details_no_way() -> QWidget:
    return details_of(ui_kinds.NO_WAY)


def details_block() -> QWidget:
    return details_of(ui_kinds.BLOCK)


def details_suggestion() -> QWidget:
    return details_of(ui_kinds.SUGGESTION)


def details_trip() -> QWidget:
    return details("travel", "train")


def details_full() -> QWidget:
    return details("team", "workshop")


def details_invitation() -> QWidget:
    return details("team", "budget")


def details_todo() -> QWidget:
    return details("ann", "send-the-report")


def details_route() -> QWidget:
    return details("travel", "route")


def diagnose() -> QWidget:
    made = DiagnoseDialog()
    fakes.begin_checks(made)
    for number, findings in enumerate(fakes.FINDINGS):
        made.show_findings(number, findings)
    made.finish("1 problem: Certificate. 2 warnings: Tray, WebSocket.")
    made.show()
    return made


def diagnose_running() -> QWidget:
    made = DiagnoseDialog()
    fakes.begin_checks(made)
    made.show_findings(0, fakes.FINDINGS[0])
    made.resize(made.minimumSize())
    made.show()
    return made


def help_menu() -> QWidget:
    made = window()
    menu = made.sidebar.account_menu()
    made.show()
    menu.popup(menu.pos())
    help_action = next(action for action in menu.actions() if action.text() == "Help")
    menu.setActiveAction(help_action)
    menu.setProperty("keep", made)
    return menu


def tray_menu() -> QWidget:
    upcoming = [Upcoming(entry.item, entry.occurrences[0]) for entry in fakes.entries()[3:8]]
    tray = Tray(lambda: upcoming, lambda: fakes.NOW)
    tray.set_state(TrayState.ONLINE, "Online")
    tray.menu.popup(tray.menu.pos())
    tray.menu.setProperty("keep", tray)
    return tray.menu


def waiting() -> QWidget:
    """A reminder waits for an answer, and the banner asks about another one, as where no desktop shows any."""
    call = replace(fakes.DESIGN, details=EventDetails(meetings=(Meeting("https://meet.google.com/abc-defg-hij"),)))
    reminder = Reminder(fakes.DESIGN_ITEM, call, fakes.NOW, "10m")
    model = AgendaModel(fakes.NOW)
    made = MainWindow(model, find_waiting=lambda item: [reminder] if item == fakes.DESIGN_ITEM else [])
    made.set_calendars(fakes.CALENDARS)
    model.reset([Entry(fakes.DESIGN_ITEM, (fakes.occurrence(call),)), *fakes.entries()[5:]])
    text = "Call with Vera in 10 minutes – 14:00 – 14:45 · Video call"
    choices = (("join", "Join"), ("snooze", "Snooze…"), ("dismiss", "Dismiss"))
    made.set_banner(BannerText(BannerKind.INFO, text, "Close", choices))
    made.show_agenda()
    made.open_item(fakes.DESIGN_ITEM)
    return made


def snooze() -> QWidget:
    ahead = {"5 minutes": 5, "15 minutes": 15, "1 hour": 60, "Until 5 minutes before the start": 20}
    choices = [(words, fakes.NOW + timedelta(minutes=minutes)) for words, minutes in ahead.items()]
    made = SnoozeDialog("Call with Vera", choices, fakes.NOW, lambda _text: fakes.NOW)
    made.present()
    return made


CHOSEN = Preferences(
    reminders=Defaults((timedelta(minutes=10), timedelta(hours=1)), (DayAlarm(2, time(20, 30)),)),
    quiet_hours=(
        *(QuietHours(day, time(22), time(7)) for day in range(4)),
        QuietHours(5, time(0), time(0)),
        QuietHours(6, time(12), time(14, 30)),
    ),
    sounds=frozenset({"reminder"}),
    join_patterns=("https://meet.example.org/", "https://talk.club.example/rooms/"),
    publish_presence=True,
)


def preferences(page: int, chosen: Preferences = CHOSEN) -> QWidget:
    made = PreferencesDialog(chosen)
    list(made.fill())
    made.show_page(page)
    made.show()
    return made


def preferences_general() -> QWidget:
    return preferences(0)


def preferences_reminders() -> QWidget:
    return preferences(1)


def preferences_usual() -> QWidget:
    return preferences(1, Preferences())


def preferences_notifications() -> QWidget:
    return preferences(2)


def preferences_wrong() -> QWidget:
    made = preferences(2)
    line = made.findChild(QLineEdit, "quiet-end-2")
    QTest.keyClicks(line, "x")
    line.editingFinished.emit()
    return made


def preferences_meetings() -> QWidget:
    made = preferences(3)
    made.findChild(QPlainTextEdit).appendPlainText("meet.example.org")
    return made


def preferences_presence() -> QWidget:
    return preferences(4)


def calendar_reminders() -> QWidget:
    own = replace(fakes.CALENDARS[0], reminders=Defaults((), (DayAlarm(7, time(8)),)))
    made = CalendarRemindersDialog(own, Defaults())
    made.show()
    return made


def calendar_reminders_same() -> QWidget:
    made = CalendarRemindersDialog(fakes.CALENDARS[0], Defaults())
    made.show()
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
    submenu = menu.actions()[1].menu()
    submenu.popup(menu.pos())  # type: ignore[attr-defined]
    submenu.setProperty("keep", made)
    return submenu  # type: ignore[return-value]


def quick_add(line: str = "Lunch Thu 12:30 1h @Canteen #product with bram@example.org") -> QWidget:
    made = QuickAdd(lambda: fakes.NOW)
    made.set_calendars(fakes.CALENDARS[:3], fakes.ANN)
    made.line.setText(line)
    made.show()
    return made


def quick_add_empty() -> QWidget:
    return quick_add("")


def quick_add_series() -> QWidget:
    return quick_add("Stand-up elke maandag en woensdag 9:30 15 min")


def quick_add_untitled() -> QWidget:
    return quick_add("morgen 14u30")


def quick_add_fault() -> QWidget:
    made = quick_add()
    made.show_fault("You may not write to this calendar. Ask its owner.")  # type: ignore[attr-defined]
    return made


def attachments() -> QWidget:
    field = AttachmentsField()
    field.set_attachments(
        [
            Attachment("https://files.example.org/7f/Agenda.pdf", "Agenda.pdf", "application/pdf", 86_000),
            Attachment(
                "https://files.example.org/8a/room.jpg", "Room 4, " + "seen from the door " * 4, "image/jpeg", 1_240_000
            ),
        ]
    )
    field.show_progress(field.begin("Floor plan of the whole building.zip"), 3_100_000, 9_200_000)
    field.begin("Minutes.odt")
    field.fail(field.begin("Film.mkv"), "“Film.mkv” is too large: upload.example.org takes files of up to 10 MB.")
    return _framed(field)


def attachments_offline() -> QWidget:
    field = AttachmentsField()
    field.set_obstacle("You are offline. Files can be attached once you are connected.")
    return _framed(field)


def _framed(field: QWidget) -> QWidget:
    frame = QFrame()
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 20, 20, 20)
    column.addWidget(field)
    frame.resize(360, 300)
    frame.show()
    frame.resize(360, frame.heightForWidth(360))
    return frame


def calendar_menu() -> QWidget:
    made = levels()
    menu = made.sidebar.menu_for(fakes.CALENDARS[3])  # type: ignore[attr-defined]
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


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


BUSY = tuple(date(2026, 11, day) for day in (1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29))


def month() -> QWidget:
    """As drawn, with the agenda at another day."""
    made = window()
    made.sidebar.month.set_busy(BUSY)
    made.sidebar.month.show_day(date(2026, 11, 25))
    made.set_unread({fakes.TEAM: 2, fakes.TRAVEL: 1})
    made.set_calendars(
        [replace(each, level=Level.NOTHING) if each.ref == fakes.HOLIDAYS else each for each in fakes.CALENDARS]
    )
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


def calendar_colors() -> QWidget:
    made = window()
    made.show()
    menu = next(each.menu() for each in made.sidebar.menu_for(fakes.CALENDARS[0]).actions() if each.text() == "Colour")
    assert isinstance(menu, QMenu)
    menu.popup(menu.pos())
    menu.setProperty("keep", made)
    return menu


def rename() -> QWidget:
    made = RenameDialog(fakes.CALENDARS[0])
    made.show()
    return made


def shortcuts_list() -> QWidget:
    made = ShortcutsDialog()
    made.show()
    return made


SCENES: tuple[Callable[[], QWidget], ...] = (
    agenda,
    offline,
    month,
    month_low,
    month_folded,
    month_phone,
    calendar_colors,
    rename,
    shortcuts_list,
    first_start,
    server_settings,
    several_accounts,
    several_accounts_phone,
    sign_in_phone,
    signed_out,
    certificate_banner,
    account_menu,
    account_add,
    account_password,
    account_edit,
    account_edit_web,
    account_certificate,
    certificate,
    certificate_changed,
    weaker,
    remove_account,
    add_calendar,
    narrow,
    narrow_details,
    phone,
    phone_sidebar,
    activity,
    activity_filtered,
    activity_unfolded,
    activity_empty,
    activity_phone,
    unread_phone,
    activity_right_to_left,
    tray_badges,
    empty,
    extremes,
    kinds,
    kinds_phone,
    kinds_right_to_left,
    details_missed,
    details_no_way,
    details_block,
    details_suggestion,
    details_trip,
    details_full,
    details_invitation,
    details_todo,
    details_route,
    diagnose,
    diagnose_running,
    help_menu,
    waiting,
    snooze,
    tray_menu,
    preferences_general,
    preferences_reminders,
    preferences_usual,
    preferences_notifications,
    preferences_wrong,
    preferences_meetings,
    preferences_presence,
    calendar_reminders,
    calendar_reminders_same,
    levels,
    level_menu,
    calendar_menu,
    search,
    search_filtered,
    search_nothing,
    search_phone,
    search_phone_closed,
    search_right_to_left,
    search_menu,
    quick_add,
    quick_add_empty,
    quick_add_series,
    quick_add_untitled,
    quick_add_fault,
    attachments,
    attachments_offline,
    *gallery_editing.SCENES,
    owner_menu,
    add_calendar_preview,
    add_calendar_phone,
    add_calendar_preview_phone,
    add_calendar_uri,
    add_calendar_pending,
    new_calendar,
    new_calendar_refused,
    calendar_settings,
    share,
    share_phone,
    delete_calendar,
    approval_banner,
    approval_banner_phone,
)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    name = sys.argv[2] if len(sys.argv) > 2 else "light"
    app = QApplication([])
    colors = tokens.DARK if name == "dark" else tokens.LIGHT
    theme.apply(app, colors)
    scale = "-2x" if os.environ.get("QT_SCALE_FACTOR") == "2" else ""
    wanted = sys.argv[3:]
    for scene in (*SCENES, *gallery_states.SCENES):
        if wanted and scene.__name__ not in wanted:
            continue
        made = scene()
        QTest.qWait(150)
        made.grab().save(str(folder / f"{scene.__name__}-{name}{scale}.png"))
        made.hide()
        theme.apply(app, colors)  # a scene may have its own


if __name__ == "__main__":
    main()
