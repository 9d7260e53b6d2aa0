"""The window: the sign-in page or the agenda.

How app.py composes it:

    theme.follow(app)
    model = AgendaModel(now)                    # now: aware, in the reader's zone
    window = MainWindow(
        model,
        find_change=...,                        # (ItemRef) -> Change | None: what the details show as before → after
        find_pending=...,                       # (ItemRef, Event) -> str: the answer that no server has confirmed yet
        find_dragged=...,                       # (Calendar or ItemRef, title) -> Dragged | None: what dragging it gives
        find_waiting=...,                       # (ItemRef) -> reminders of it that were told and not answered yet
        find_choices=...,                       # (Event) -> (words, instant): until when a reminder can be snoozed
        find_presence=...,                      # (account, address) -> Presence | None: whether somebody is there
        find_rights=...,                        # (Subject) -> Rights: what the person may do with an event
        has_tray=Tray.available,                # closing hides where a tray exists, else minimises
        load_layout=..., save_layout=...,       # () -> str and (str) -> None: geometry and widths, opaque
    )
    window.present()

Everything the person asks for comes out as a signal:
    sign_in_submitted(SignIn), demo_requested(), connect_requested() (the action of the banner), quit_requested(),
    visibility_changed(CalendarRef, bool), leave_requested(CalendarRef) (confirmed), add_requested(),
    event_shown(Shown or None), import_requested(), files_dropped(Dropped), export_requested(Calendar),
    account_requested(AccountAction, jid), diagnose_requested(), about_requested(),
    log_requested(): the folder with the log,
    acted(Act, Subject): an action on an event or a reminder, snoozed(Subject, datetime),
    banner_chosen(str): one of the choices in the banner, preferences_requested(),
    level_requested(CalendarRef, Level), reminders_requested(Calendar), day_requested(date): the agenda from this day
    on, order_requested(list of CalendarRef), color_requested(CalendarRef, "#rrggbb"), rename_requested(Calendar),
    create_requested(): a new calendar, share_requested(Calendar), settings_requested(Calendar),
    delete_requested(Calendar),
    new_event_requested(Event): a draft, or None, event_dropped(ItemRef, CalendarRef), shortcuts_requested(),
    far_requested(ItemRef): it is not among the rows that are there now, or over there,
    decide_requested(ItemRef): what holds, as two have changed it, presented(): somebody asked for the window,
    agenda_shown(): the sign-in page is gone.
What the person does in the activity list, `activity` tells (ui/activity_pane.py).

Everything the application knows goes in through setters: show_sign_in, show_agenda, set_accounts, set_calendars,
set_progress, set_looking, set_banner, set_now, set_join_patterns, refresh_details, open_item, and the
`sign_in` form's own. Events go into the model.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from c42desktop.calendar.model import Calendar, CalendarRef, Change, Defaults, Event, ItemRef, Reminder
from c42desktop.ui import icons, tabbing, theme, window_place
from c42desktop.ui.account_line import AccountShown
from c42desktop.ui.action_bar import FindChoices
from c42desktop.ui.activity_model import ActivityModel
from c42desktop.ui.activity_pane import ActivityPane
from c42desktop.ui.agenda_model import ROW, AgendaModel
from c42desktop.ui.agenda_page import AgendaPage
from c42desktop.ui.agenda_rows import Row, is_over
from c42desktop.ui.agenda_view import AgendaView
from c42desktop.ui.banner import Banner, BannerText
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.details_parts import FindPresence
from c42desktop.ui.drops import DropZone
from c42desktop.ui.event_keys import EventKeys
from c42desktop.ui.event_menu import FindRights, no_rights
from c42desktop.ui.exports import EventExports, FindDragged
from c42desktop.ui.leave_question import LeaveQuestion
from c42desktop.ui.search_model import SearchModel
from c42desktop.ui.search_pane import SearchPane
from c42desktop.ui.shortcuts import QuitAnywhere, install
from c42desktop.ui.sidebar import Sidebar
from c42desktop.ui.sign_in import SignInForm
from c42desktop.ui.sign_in_page import SignInPage

SIZE = (1120, 740)
SMALLEST = (360, 420)


class MainWindow(QMainWindow):
    """See the module."""

    sign_in_submitted = Signal(object)
    demo_requested = Signal()
    connect_requested = Signal()
    visibility_changed = Signal(object, bool)
    leave_requested = Signal(object)
    add_requested = Signal()
    event_shown = Signal(object)
    quit_requested = Signal()
    import_requested = Signal()
    files_dropped = Signal(object)
    export_requested = Signal(object)
    account_requested = Signal(object, str)
    diagnose_requested = Signal()
    log_requested = Signal()
    acted = Signal(object, object)
    snoozed = Signal(object, object)
    banner_chosen = Signal(str)
    preferences_requested = Signal()
    level_requested = Signal(object, object)
    reminders_requested = Signal(object)
    day_requested = Signal(object)
    order_requested = Signal(object)
    color_requested = Signal(object, str)
    rename_requested = Signal(object)
    create_requested = Signal()
    share_requested = Signal(object)
    settings_requested = Signal(object)
    delete_requested = Signal(object)
    new_event_requested = Signal(object)
    event_dropped = Signal(object, object)
    shortcuts_requested = Signal()
    about_requested = Signal()
    far_requested = Signal(object)
    decide_requested = Signal(object)
    presented = Signal()
    agenda_shown = Signal()

    def __init__(
        self,
        model: AgendaModel,
        *,
        activity: ActivityModel | None = None,
        find_change: Callable[[ItemRef], Change | None] = lambda _item: None,
        find_pending: Callable[[ItemRef, Event], str] = lambda _item, _event: "",
        find_dragged: FindDragged = lambda _what, _title: None,
        find_waiting: Callable[[ItemRef], Iterable[Reminder]] = lambda _item: (),
        find_choices: FindChoices = lambda _event: (),
        find_presence: FindPresence = lambda _account, _address: None,
        find_rights: FindRights = no_rights,
        has_tray: Callable[[], bool] = lambda: False,
        load_layout: Callable[[], str] = lambda: "",
        save_layout: Callable[[str], None] = lambda _layout: None,
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("c42desktop")
        self.setWindowIcon(icons.app_icon())
        self._model = model
        self._find_change = find_change
        self._find_pending = find_pending
        self._find_waiting = find_waiting
        self._find_rights = find_rights
        self._has_tray = has_tray
        self._save_layout = save_layout
        self.stays_hidden = False  # until somebody asks for it
        self.sign_in = SignInForm()
        self.sidebar = Sidebar(lambda calendar: find_dragged(calendar, calendar.title), today=model.now.date())
        self.banner = Banner()
        self.view = AgendaView(model)
        self.details = Details(model.now, find_choices=find_choices, find_presence=find_presence)
        self._exports = EventExports(self.view, self.details, find_dragged, find_rights)
        self._keys = EventKeys(self.view, self.details)
        self.activity = ActivityPane(activity or ActivityModel(model.now))
        self.results = SearchPane(SearchModel(model.now))
        self.page = AgendaPage(self.sidebar, self.banner, self.view, self.activity, self.results, self.details)
        self._sign_in_page = SignInPage(self.sign_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sign_in_page)
        self._stack.addWidget(self.page)
        self.setCentralWidget(self._stack)
        self._drops = DropZone(self, lambda: self._stack.currentWidget() is self.page)
        self.setMinimumSize(theme.px(SMALLEST[0]), theme.px(SMALLEST[1]))
        self._connect()
        self._restore(load_layout())

    # What the application sets

    def show_sign_in(self) -> None:
        """The first start, or after signing out."""
        self._stack.setCurrentWidget(self._sign_in_page)

    def ask_to_sign_in(self, sentence: str) -> None:
        """Say on the sign-in page what comes after it."""
        self._sign_in_page.set_reason(sentence)

    def is_signing_in(self) -> bool:
        """Whether the sign-in page is shown, which has no calendars yet."""
        return self._stack.currentWidget() is self._sign_in_page

    def show_agenda(self) -> None:
        """Somebody is signed in."""
        self._stack.setCurrentWidget(self.page)
        self.sign_in.forget_password()
        self._sign_in_page.set_reason("")
        self.view.setFocus()
        self.agenda_shown.emit()

    def set_accounts(self, accounts: Sequence[AccountShown]) -> None:
        """The accounts, in the order of the sidebar, and how each is."""
        self.sidebar.set_accounts(accounts)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """The calendars, in the order of the sidebar; the model gets them too."""
        self.sidebar.set_calendars(calendars)
        self.page.set_has_calendars(bool(calendars))
        self._model.set_calendars(calendars)
        self.activity.set_calendars(calendars)
        self.results.set_calendars(calendars)
        self.page.search.set_calendars(calendars)

    def set_unread(self, counts: Mapping[CalendarRef, int]) -> None:
        """How many entries of the activity list nobody has seen yet, by calendar."""
        self.page.tabs.set_unread(sum(counts.values()))
        self.activity.set_unread(sum(counts.values()))
        self.sidebar.set_unread(counts)

    def set_progress(self, ref: CalendarRef, done: int, total: int | None) -> None:
        """How many items of a calendar are read, of how many, if that is known."""
        self.sidebar.set_progress(ref, done, total)

    def set_looking(self, looking: bool) -> None:
        """Whether not everything was looked at yet that an account has."""
        self.page.set_looking(looking)

    def set_banner(self, banner: BannerText | None) -> None:
        """The one banner, or none; whoever pressed something in it goes on in the list."""
        had = self.banner.isAncestorOf(self.focusWidget())
        self.banner.set(banner)
        if had and not self.banner.isAncestorOf(self.focusWidget()):
            self.page.focus_list()

    def set_now(self, now: datetime) -> None:
        """The clock moved on: model and details follow."""
        self._model.set_now(now)
        self.activity.model.set_now(now)
        self.results.model.set_now(now)
        self.details.set_now(now)
        self.sidebar.month.set_today(now.date())

    def set_compact(self, compact: bool) -> None:
        """Whether events stand on one line each."""
        self.view.set_compact(compact)

    def set_join_patterns(self, patterns: Sequence[str]) -> None:
        """How the addresses of the person's own meetings begin."""
        self._model.set_join_patterns(patterns)
        self.results.model.set_join_patterns(patterns)
        self.details.set_join_patterns(patterns)

    def set_defaults(self, defaults: Defaults) -> None:
        """When the person is reminded of events that say nothing about it."""
        self.details.set_defaults(defaults)

    def refresh_details(self) -> None:
        """What is known beside the shown event itself is another: a reminder waits, an answer was given."""
        shown = self.details.shown()
        if shown is not None:
            pending, waiting = self._find_pending(shown.item, shown.event), tuple(self._find_waiting(shown.item))
            self.details.show_event(self._with_rights(replace(shown, pending=pending, waiting=waiting)))

    def open_item(self, item: ItemRef) -> bool:
        """Bring the window to the front with this item selected; False where the agenda does not show it."""
        self.present()
        index = self._model.find(item)
        if not index.isValid() or is_over(index.data(ROW), self._model.now):
            self.far_requested.emit(item)  # whoever is asked brings the right rows, or there are none
            index = self._model.find(item)
        if index.isValid():
            self.page.show_agenda()
            self.view.select(index)
            self.view.setFocus()
            self.page.show_details()
        return index.isValid()

    def open_activity(self) -> None:
        """Bring the window to the front with the activity list."""
        self.present()
        self.page.show_activity()

    def show_details(self, shown: Shown | None) -> None:
        """What the activity list has selected; None where that has no details."""
        shown = self._with_rights(shown) if shown is not None else None
        self.details.show_event(shown)
        if shown is None:
            self.page.hide_details()
        self.event_shown.emit(shown)

    def present(self) -> None:
        """Show the window, in front, with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.stays_hidden = False
        self.show()
        self.raise_()
        self.activateWindow()
        self.presented.emit()

    def in_sight(self) -> bool:
        """Whether somebody could see it."""
        return self.isVisible() and not self.isMinimized()

    def draw_attention(self) -> None:
        """Be seen without taking the keyboard from what the person does."""
        if not self.isVisible():
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
            self.show()
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        QApplication.alert(self)

    def toggle(self) -> None:
        """What a click on the tray icon does."""
        if self.in_sight() and self.isActiveWindow():
            self.hide()
        else:
            self.present()

    # How

    def _connect(self) -> None:
        self.sign_in.submitted.connect(self.sign_in_submitted)
        self.sign_in.demo_requested.connect(self.demo_requested)
        self.page.first.add_requested.connect(self.add_requested)
        self.page.first.import_requested.connect(self.import_requested)
        self.sidebar.visibility_changed.connect(self.visibility_changed)
        self.sidebar.leave_requested.connect(self._confirm_leave)
        self.sidebar.add_requested.connect(self.add_requested)
        self.sidebar.quit_requested.connect(self.quit_requested)
        self.sidebar.import_requested.connect(self.import_requested)
        self.sidebar.export_requested.connect(self.export_requested)
        self.sidebar.account_requested.connect(self.account_requested)
        self.sidebar.diagnose_requested.connect(self.diagnose_requested)
        self.sidebar.log_requested.connect(self.log_requested)
        self.sidebar.preferences_requested.connect(self.preferences_requested)
        self.sidebar.level_requested.connect(self.level_requested)
        self.sidebar.reminders_requested.connect(self.reminders_requested)
        for part in (self._exports, self._keys):
            part.acted.connect(self.acted)
        self._exports.moved.connect(self.event_dropped)
        self.page.new_event.clicked.connect(lambda _checked=False: self.new_event_requested.emit(None))
        self.details.moved.connect(self.event_dropped)
        self.details.decide_requested.connect(self.decide_requested)
        self.sidebar.share_requested.connect(self.share_requested)
        self.sidebar.settings_requested.connect(self.settings_requested)
        self.sidebar.delete_requested.connect(self.delete_requested)
        self.sidebar.order_requested.connect(self.order_requested)
        self.sidebar.color_requested.connect(self.color_requested)
        self.sidebar.rename_requested.connect(self.rename_requested)
        self.sidebar.event_dropped.connect(self.event_dropped)
        self.sidebar.shortcuts_requested.connect(self.shortcuts_requested)
        self.sidebar.about_requested.connect(self.about_requested)
        self.sidebar.month.day_requested.connect(self.day_requested)
        self.view.moved.connect(self._follow)
        self.shortcuts_requested.connect(self._show_shortcuts)
        self._drops.dropped.connect(self.files_dropped)
        self.details.acted.connect(self.acted)
        self.view.acted.connect(self.acted)
        self.details.snoozed.connect(self.snoozed)
        self.banner.acted.connect(self.connect_requested)
        self.banner.chosen.connect(self.banner_chosen)
        self.view.shown.connect(self._show_row)
        self.view.opened.connect(lambda _row: self.page.show_details())
        self.results.view.acted.connect(self.acted)
        self.results.view.shown.connect(self._show_found)
        self.results.view.opened.connect(lambda _row: self.page.show_details())
        self.results.view.located.connect(self._locate)
        self._model.dataChanged.connect(self._on_changed)
        self._model.rowsMoved.connect(lambda *_args: self._show_selected())
        self.page.list_changed.connect(self._on_list_changed)
        # Also where the sidebar is not there yet: on the page where signing in does not work.
        install(self, self._actions())
        QuitAnywhere(self, self.quit_requested.emit)

    def _actions(self) -> dict[str, Callable[[], object]]:
        """What the window's shortcuts do (ui/shortcuts.py)."""
        return {
            "new-event": lambda: self.new_event_requested.emit(None),
            "search": self._on_find,
            "today": self.page.go_to_today,
            "agenda": self.page.show_agenda,
            "activity": self.page.show_activity,
            "import": self.import_requested.emit,
            "preferences": self.preferences_requested.emit,
            "shortcuts": self.shortcuts_requested.emit,
            "diagnose": self.diagnose_requested.emit,
            "back": self._on_escape,
            "quit": self.quit_requested.emit,
        }

    def _show_shortcuts(self) -> None:
        from c42desktop.ui.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_escape(self) -> None:
        """Close what lies on top, one thing at a time."""
        if self._stack.currentWidget() is self._sign_in_page:
            self.sign_in.give_up()
        elif not self.page.hide_sidebar() and not self.page.hide_details():
            self.page.leave_search()

    def _on_find(self) -> None:
        if self._stack.currentWidget() is self.page:
            self.page.focus_search()

    def _follow(self) -> None:
        """The month shows where the agenda is, unless somebody walks through it."""
        row, month = self.view.row_at(0).data(ROW), self.sidebar.month
        if isinstance(row, Row) and not month.isAncestorOf(self.focusWidget()):
            month.show_day(row.day)

    def _show_row(self, row: Row | None) -> None:
        if self.page.shows_agenda():  # else the details belong to the other list
            self.show_details(self._shown(row) if row else None)

    def _show_found(self, row: Row | None) -> None:
        if self.page.shows_found():
            self.show_details(self._shown(row) if row else None)

    def _locate(self, row: Row) -> None:
        """Show what was found among the other events of its day."""
        self.page.show_agenda()
        self.day_requested.emit(row.day)
        index = self._model.find_row(row)
        if index.isValid() or row.item is None:
            self.view.select(index)
        else:
            self.open_item(row.item)

    def _on_list_changed(self, activity: bool) -> None:
        """The details are those of the list that is shown."""
        if self.page.shows_found():
            self.show_details(None)
        elif activity:
            self.show_details(None)
            self.activity.setFocus()
        else:
            self.activity.view.clear()
            selected = self.view.selected()
            self._show_row(selected.data(ROW) if selected.isValid() else None)
            if not self.page.search.field.hasFocus():  # somebody goes on typing
                self.view.setFocus()

    def _shown(self, row: Row) -> Shown | None:
        if row.item is None or row.event is None:
            return None
        calendar = self._model.calendar(row.item.calendar)
        change, pending = self._find_change(row.item), self._find_pending(row.item, row.event)
        waiting = tuple(self._find_waiting(row.item))
        return self._with_rights(Shown(row.item, row.event, row.occurrence, calendar, change, pending, waiting))

    def _with_rights(self, shown: Shown) -> Shown:
        return replace(shown, rights=self._find_rights(shown.subject()))

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        selected = self.view.selected()
        if selected.isValid() and first.row() <= selected.row() <= last.row():
            self._show_selected()

    def _show_selected(self) -> None:
        selected = self.view.selected()
        if selected.isValid() and self.page.shows_agenda():
            self.details.show_event(self._shown(selected.data(ROW)))

    def _confirm_leave(self, ref: CalendarRef) -> None:
        question = LeaveQuestion(ref, self._model.calendar(ref), self)
        question.agreed.connect(lambda: self.leave_requested.emit(ref))
        question.open()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802  # Qt's names
        """Tab goes as one reads; with the sidebar over the list, through it alone."""
        return tabbing.step(self.sidebar if self.page.shows_sidebar_alone() else self, next)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Who brings it back from the task bar has asked for it, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.in_sight():
            self.presented.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing does not quit: the calendar goes on telling. Only the end of the session closes for good."""
        self.save_layout()
        if window_place.session_ends():
            event.accept()
            return
        event.ignore()
        if self._has_tray():
            self.hide()
        else:
            self.showMinimized()

    def save_layout(self) -> None:
        """Hand out size, place and widths; also called before quitting."""
        known = {"geometry": window_place.saved(self), "month": self.sidebar.month.is_open(), **self.page.widths()}
        self._save_layout(json.dumps(known))

    def _restore(self, layout: str) -> None:
        """A layout that cannot be read is no layout."""
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        try:
            known = json.loads(layout or "{}")
        except ValueError:
            known = {}
        if not isinstance(known, dict):
            known = {}
        self.sidebar.month.set_open(known.pop("month", True) is not False)
        window_place.restore(self, known.pop("geometry", ""), QSize(theme.px(SMALLEST[0]), theme.px(SMALLEST[1])))
        self.page.set_widths({name: width for name, width in known.items() if isinstance(width, int)})
