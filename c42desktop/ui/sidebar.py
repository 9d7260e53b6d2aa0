"""The sidebar: the accounts and how they are, the calendars, and the way to add one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Level
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.account_line import AccountAction, Accounts, AccountShown, AccountState, Bar
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.drags import Dragged, DragSource
from c42desktop.ui.widgets import ElidedLabel, label, link, style


class GroupTitle(QWidget):
    """Whose calendars follow."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar()
        self._words = ElidedLabel("", "section", "group-title")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self._bar)
        row.addWidget(self._words, 1)

    def set(self, words: str, color: str) -> None:
        """Say it; without a colour, nobody's."""
        self._bar.set_color(color)
        self._bar.setVisible(bool(color))
        self._words.set_full_text(words)


class Sidebar(QWidget):
    """Accounts, calendars, "Add calendar…".

    `visibility_changed(CalendarRef, bool)`, `leave_requested(CalendarRef)`, `add_requested()`, `quit_requested()`,
    `import_requested()`, `export_requested(Calendar)`, `account_requested(AccountAction, jid)`,
    `diagnose_requested()`, `preferences_requested()`, `level_requested(CalendarRef, Level)`,
    `reminders_requested(Calendar)`, `share_requested(Calendar)`, `settings_requested(Calendar)`,
    `delete_requested(Calendar)`. `find_dragged` says what dragging a calendar gives, `is_owner` which are one's own.
    """

    visibility_changed = Signal(object, bool)
    leave_requested = Signal(object)
    add_requested = Signal()
    quit_requested = Signal()
    import_requested = Signal()
    export_requested = Signal(object)
    account_requested = Signal(object, str)
    diagnose_requested = Signal()
    preferences_requested = Signal()
    level_requested = Signal(object, object)
    reminders_requested = Signal(object)
    share_requested = Signal(object)
    settings_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(
        self, find_dragged: Callable[[Calendar], Dragged | None] = lambda _calendar: None, parent: QWidget | None = None
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
        self._boxes: dict[CalendarRef, CalendarBox] = {}
        self._unread: dict[CalendarRef, int] = {}
        self._groups: dict[str, GroupTitle] = {}  # by account; "" for the calendars of none
        self._title = label(_("Calendars"), "section")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._lay_out()

    def _lay_out(self) -> None:
        side, gap = theme.px(16), theme.px(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(14))
        column.setSpacing(0)
        column.addWidget(self._accounts)
        column.addSpacing(theme.px(20))
        row = QHBoxLayout()
        row.setContentsMargins(side, 0, gap, theme.px(6))
        row.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._scroller(), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(side, gap, gap, 0)
        foot.addWidget(link(_("Add calendar…"), "add-calendar", self.add_requested.emit, icon="plus"))
        foot.addStretch(1)
        column.addLayout(foot)

    def _scroller(self) -> QScrollArea:
        inside = QWidget()
        style(inside, "clear")
        inside.setLayout(self._list)
        self._list.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def set_accounts(self, accounts: Sequence[AccountShown]) -> None:
        """The accounts, in this order, and how each is."""
        before = self._accounts.shown
        self._accounts.set(accounts)
        if [_grouping(each) for each in before] != [_grouping(each) for each in accounts]:
            self._arrange()

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """The list, in this order, or in this order below each account; boxes that are there already stay."""
        wanted = {calendar.ref for calendar in calendars}
        for ref in [ref for ref in self._boxes if ref not in wanted]:
            box = self._boxes.pop(ref)
            self._list.removeWidget(box)
            box.deleteLater()
        self._boxes = {each.ref: self._boxes.get(each.ref) or self._new_box(each) for each in calendars}
        for calendar in calendars:
            self._boxes[calendar.ref].set(calendar)
        self._arrange()
        self._title.setVisible(bool(calendars))

    def _arrange(self) -> None:
        """Put the boxes below their accounts, where there are several."""
        signed_out = {each.jid for each in self._accounts.shown if each.state is AccountState.SIGNED_OUT}
        for ref, box in self._boxes.items():
            box.set_stale(ref.account in signed_out)
        for place, widget in enumerate(self._order()):
            if self._list.indexOf(widget) != place:
                self._list.insertWidget(place, widget)

    def _order(self) -> list[QWidget]:
        accounts = self._accounts.shown
        if len(accounts) < 2:
            self._forget_groups(set())
            return list(self._boxes.values())
        owners = {each.jid: each for each in accounts}
        grouped: dict[str, list[QWidget]] = {jid: [] for jid in (*owners, "")}
        for ref, box in self._boxes.items():
            grouped[ref.account if ref.account in owners else ""].append(box)
        filled = {jid: boxes for jid, boxes in grouped.items() if boxes}
        self._forget_groups(set(filled))
        return [part for jid, boxes in filled.items() for part in (self._group(owners.get(jid)), *boxes)]

    def _group(self, owner: AccountShown | None) -> GroupTitle:
        jid = owner.jid if owner else ""
        title = self._groups.setdefault(jid, GroupTitle())
        words = _("On this computer")
        if owner is not None:
            signed_out = owner.state is AccountState.SIGNED_OUT
            words = _("{jid} · signed out").format(jid=jid) if signed_out else jid
        title.set(words, owner.color if owner else "")
        return title

    def _forget_groups(self, but: set[str]) -> None:
        for jid in [jid for jid in self._groups if jid not in but]:
            title = self._groups.pop(jid)
            self._list.removeWidget(title)
            title.deleteLater()

    def set_unread(self, counts: Mapping[CalendarRef, int]) -> None:
        """How much happened in each calendar that nobody has seen yet."""
        self._unread = dict(counts)
        for ref, box in self._boxes.items():
            box.set_unread(counts.get(ref, 0))

    def set_progress(self, ref: CalendarRef, done: int, total: int | None) -> None:
        """How many items of a calendar are read, of how many, if that is known; it ends where they are equal."""
        box = self._boxes.get(ref)
        if box is not None:
            box.set_progress(done, total)

    def _new_box(self, calendar: Calendar) -> CalendarBox:
        box = CalendarBox(calendar)
        box.set_unread(self._unread.get(calendar.ref, 0))
        self._boxes[calendar.ref] = box
        box.clicked.connect(lambda checked: self.visibility_changed.emit(box.calendar.ref, checked))
        box.menu_wanted.connect(self._show_menu)
        DragSource(box, lambda _at: self._find_dragged(box.calendar))
        return box

    def menu_for(self, calendar: Calendar) -> QMenu:
        """What can be done with a calendar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = self._boxes[calendar.ref]
        toggle = menu.addAction(_("Hide") if box.isChecked() else _("Show"))
        toggle.triggered.connect(box.click)
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
            self._add_account_actions(menu, self._accounts.shown[0])
            menu.addSeparator()
        menu.addAction(_("Preferences…")).triggered.connect(self.preferences_requested)
        help_menu = menu.addMenu(_("Help"))
        help_menu.addAction(_("Diagnose…")).triggered.connect(self.diagnose_requested)
        menu.addAction(_("Quit")).triggered.connect(self.quit_requested)
        return menu

    def entry_menu(self, shown: AccountShown) -> QMenu:
        """What can be done with one of several accounts."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if shown.remedy:
            self._add_action(menu, shown.remedy, AccountAction.HELP, shown.jid)
            menu.addSeparator()
        self._add_account_actions(menu, shown)
        return menu

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


def _grouping(shown: AccountShown) -> tuple[str, str, bool]:
    return shown.jid, shown.color, shown.state is AccountState.SIGNED_OUT
