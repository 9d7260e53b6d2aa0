"""The sidebar: the accounts and how they are, the calendars, and the way to add one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Level
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.account_line import AccountAction, Accounts, AccountShown, AccountState
from c42desktop.ui.calendar_box import problem_of
from c42desktop.ui.calendar_list import CalendarList
from c42desktop.ui.calendar_menu import add_colors, add_moves, ask_color
from c42desktop.ui.drags import Dragged
from c42desktop.ui.month import Month
from c42desktop.ui.widgets import label, link, style, tip

LONGEST_REASON = 60  # characters of a menu


class Sidebar(QWidget):
    """Accounts, calendars, "Add calendar…".

    `visibility_changed(CalendarRef, bool)`, `leave_requested(CalendarRef)`, `add_requested()`, `quit_requested()`,
    `import_requested()`, `export_requested(Calendar)`, `account_requested(AccountAction, jid)`,
    `diagnose_requested()`, `log_requested()`, `preferences_requested()`, `level_requested(CalendarRef, Level)`,
    `reminders_requested(Calendar)`, `share_requested(Calendar)`, `settings_requested(Calendar)`,
    `delete_requested(Calendar)`, `order_requested(list of CalendarRef)`, `color_requested(CalendarRef, "#rrggbb")`,
    `rename_requested(Calendar)`, `event_dropped(ItemRef, CalendarRef)`, `shortcuts_requested()`,
    `about_requested()`; days are asked for by `month`. `find_dragged` says what dragging a calendar gives, `is_owner`
    which are one's own.
    """

    visibility_changed = Signal(object, bool)
    leave_requested = Signal(object)
    add_requested = Signal()
    quit_requested = Signal()
    import_requested = Signal()
    export_requested = Signal(object)
    account_requested = Signal(object, str)
    diagnose_requested = Signal()
    log_requested = Signal()
    preferences_requested = Signal()
    level_requested = Signal(object, object)
    reminders_requested = Signal(object)
    share_requested = Signal(object)
    settings_requested = Signal(object)
    delete_requested = Signal(object)
    order_requested = Signal(object)
    color_requested = Signal(object, str)
    rename_requested = Signal(object)
    event_dropped = Signal(object, object)
    shortcuts_requested = Signal()
    about_requested = Signal()

    def __init__(
        self,
        find_dragged: Callable[[Calendar], Dragged | None] = lambda _calendar: None,
        parent: QWidget | None = None,
        *,
        today: date,
    ) -> None:
        super().__init__(parent)
        self._find_dragged = find_dragged
        self.is_owner: Callable[[CalendarRef], bool] = lambda _ref: False
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "sidebar")
        self._accounts = Accounts()
        self._accounts.menu_wanted.connect(self._show_account_menu)
        self._accounts.entry_wanted.connect(lambda shown, at: self.entry_menu(shown).popup(at))
        self.month = Month(today)
        self._calendars = CalendarList(find_dragged)
        self._calendars.menu_wanted.connect(self._show_menu)
        self._calendars.visibility_changed.connect(self.visibility_changed)
        self._calendars.order_requested.connect(self.order_requested)
        self._calendars.event_dropped.connect(self.event_dropped)
        self._title = label(_("Calendars"), "section")
        self._lay_out()

    def _lay_out(self) -> None:
        side, gap = theme.px(16), theme.px(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(14))
        column.setSpacing(0)
        column.addWidget(self._accounts)
        column.addSpacing(theme.px(20))
        column.addWidget(self._scroller(), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, gap, gap, 0)
        foot.addWidget(link(_("Add calendar…"), "add-calendar", self.add_requested.emit, icon="plus"))
        foot.addStretch(1)
        column.addLayout(foot)

    def _scroller(self) -> QScrollArea:
        inside = QWidget()
        style(inside, "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.month)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), 0, theme.px(8), theme.px(6))
        row.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._calendars, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def set_may_write(self, may_write: Callable[[CalendarRef], bool]) -> None:
        """Which calendars take events that are dropped on them."""
        self._calendars.may_write = may_write

    def set_accounts(self, accounts: Sequence[AccountShown]) -> None:
        """The accounts, in this order, and how each is."""
        self._accounts.set(accounts)
        self._calendars.set_accounts(accounts)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """The list, in this order, or in this order below each account."""
        self._calendars.set_calendars(calendars)
        self._title.setVisible(bool(calendars))

    def set_unread(self, counts: Mapping[CalendarRef, int]) -> None:
        """How much happened in each calendar that nobody has seen yet."""
        self._calendars.set_unread(counts)

    def set_progress(self, ref: CalendarRef, done: int, total: int | None) -> None:
        """How many items of a calendar are read, of how many, if that is known; it ends where they are equal."""
        box = self._calendars.box(ref)
        if box is not None:
            box.set_progress(done, total)

    def menu_for(self, calendar: Calendar) -> QMenu:
        """What can be done with a calendar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_problem(menu, calendar)
        box = self._calendars.box(calendar.ref)
        if box is not None:
            menu.addAction(_("Hide") if box.isChecked() else _("Show")).triggered.connect(box.click)
        add_colors(
            menu,
            calendar,
            lambda color: self.color_requested.emit(calendar.ref, color),
            lambda: self._ask_color(calendar),
        )
        if is_local(calendar.ref):
            menu.addAction(_("Rename…")).triggered.connect(lambda: self.rename_requested.emit(calendar))
        add_moves(menu, calendar, self._calendars)
        menu.addSeparator()
        self._add_levels(menu, calendar)
        menu.addAction(_("Reminders…")).triggered.connect(lambda: self.reminders_requested.emit(calendar))
        menu.addAction(_("Export…")).triggered.connect(lambda: self.export_requested.emit(calendar))
        gone = calendar.state is CalendarState.REMOVED
        if self.is_owner(calendar.ref) and not gone:
            self._add_owners(menu, calendar)
        menu.addSeparator()
        if calendar.ref.service != calendar.ref.account or gone:  # the account's own are there as long as they exist
            menu.addAction(_leave_words(calendar)).triggered.connect(lambda: self.leave_requested.emit(calendar.ref))
        if self.is_owner(calendar.ref) and not gone:
            menu.addAction(_("Delete calendar…")).triggered.connect(lambda: self.delete_requested.emit(calendar))
        return menu

    def _add_problem(self, menu: QMenu, calendar: Calendar) -> None:
        """What keeps it from being read, and the way to try once more where that may help."""
        why = problem_of(calendar)
        if not why:
            return
        menu.setToolTipsVisible(True)
        reason = menu.addAction(one_line(why, LONGEST_REASON).replace("&", "&&"))
        reason.setToolTip(tip(why))
        reason.setEnabled(False)
        if not is_local(calendar.ref) and calendar.state is not CalendarState.REMOVED:
            self._add_action(menu, _("Look again"), AccountAction.HELP, calendar.ref.account)
        menu.addSeparator()

    def _add_owners(self, menu: QMenu, calendar: Calendar) -> None:
        menu.addSeparator()
        menu.addAction(_("Share…")).triggered.connect(lambda: self.share_requested.emit(calendar))
        menu.addAction(_("Calendar settings…")).triggered.connect(lambda: self.settings_requested.emit(calendar))

    def _add_levels(self, menu: QMenu, calendar: Calendar) -> None:
        """What is told of it: one of three."""
        levels = menu.addMenu(_("Notifications"))
        group = QActionGroup(levels)
        texts = {
            Level.EVERYTHING: _("Everything"),
            Level.REMINDERS: _("Reminders only"),
            Level.NOTHING: _("Nothing"),
        }
        for level, text in texts.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setChecked(level is calendar.level)
            action.triggered.connect(
                lambda _checked=False, chosen=level: self.level_requested.emit(calendar.ref, chosen)
            )
            levels.addAction(action)

    def _ask_color(self, calendar: Calendar) -> None:
        ask_color(calendar, lambda color: self.color_requested.emit(calendar.ref, color), self)

    def _show_menu(self, calendar: Calendar, at: QPoint) -> None:
        self.menu_for(calendar).popup(at)

    def account_menu(self) -> QMenu:
        """What concerns the whole program, and the account where there is only one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Add calendar…")).triggered.connect(self.add_requested)
        menu.addAction(_("Import file…")).triggered.connect(self.import_requested)
        self._add_action(menu, _("Add account…"), AccountAction.ADD, "")
        menu.addSeparator()
        if len(self._accounts.shown) == 1:
            self._add_remedy(menu, self._accounts.shown[0])
            self._add_account_actions(menu, self._accounts.shown[0])
            menu.addSeparator()
        menu.addAction(_("Preferences…")).triggered.connect(self.preferences_requested)
        help_menu = menu.addMenu(_("Help"))
        help_menu.addAction(_("Shortcuts…")).triggered.connect(self.shortcuts_requested)
        help_menu.addAction(_("Diagnose…")).triggered.connect(self.diagnose_requested)
        help_menu.addAction(_("Open the log’s folder")).triggered.connect(self.log_requested)
        help_menu.addAction(_("About c42desktop")).triggered.connect(self.about_requested)
        menu.addAction(_("Quit")).triggered.connect(self.quit_requested)
        return menu

    def entry_menu(self, shown: AccountShown) -> QMenu:
        """What can be done with one of several accounts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_remedy(menu, shown)
        self._add_account_actions(menu, shown)
        return menu

    def _add_remedy(self, menu: QMenu, shown: AccountShown) -> None:
        if shown.remedy:
            self._add_action(menu, shown.remedy, AccountAction.HELP, shown.jid)
            menu.addSeparator()

    def _add_account_actions(self, menu: QMenu, shown: AccountShown) -> None:
        signed_out = shown.state is AccountState.SIGNED_OUT
        self._add_action(menu, _("Edit account…"), AccountAction.EDIT, shown.jid)
        if signed_out:
            self._add_action(menu, _("Sign in"), AccountAction.SIGN_IN, shown.jid)
        else:
            self._add_action(menu, _("Sign out"), AccountAction.SIGN_OUT, shown.jid)
        self._add_action(menu, _("Remove account…"), AccountAction.REMOVE, shown.jid)

    def _add_action(self, menu: QMenu, words: str, action: AccountAction, jid: str) -> None:
        menu.addAction(words).triggered.connect(lambda: self.account_requested.emit(action, jid))

    def _show_account_menu(self) -> None:
        self.account_menu().popup(self._accounts.mapToGlobal(self._accounts.rect().bottomLeft()))


def _leave_words(calendar: Calendar) -> str:
    if is_local(calendar.ref):
        return _("Remove calendar…")
    return _("Withdraw request…") if calendar.state is CalendarState.PENDING else _("Leave calendar…")
