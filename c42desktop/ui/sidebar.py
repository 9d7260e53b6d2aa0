"""The sidebar: the account and its state, the calendars, and the way to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Calendar, CalendarRef
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.drags import Dragged, DragSource
from c42desktop.ui.widgets import Dot, ElidedLabel, IconButton, label, link, style


class AccountState(StrEnum):
    """Where the connection stands; the words beside it say the rest."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"


class AccountLine(QWidget):
    """A dot, the address and the state in words."""

    menu_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("account")
        self._state = AccountState.OFFLINE
        self._dot = Dot()
        self._jid = ElidedLabel("", "strong", "account-jid")
        self._words = ElidedLabel("", "secondary", "account-state")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._jid)
        texts.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._dot)
        row.addLayout(texts, 1)
        row.addWidget(IconButton("more", _("Menu"), "account-menu", self.menu_wanted.emit))

    def set(self, jid: str, state: AccountState, words: str) -> None:
        """Say who is signed in and how that goes."""
        self._state = state
        self._jid.set_full_text(jid)
        self._words.set_full_text(words)
        self._color()

    def _color(self) -> None:
        colors = theme.current()
        self._dot.set_color(colors.online if self._state is AccountState.ONLINE else colors.waiting)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The dot follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()


class Sidebar(QWidget):
    """Account, calendars, "Add calendar…".

    `visibility_changed(CalendarRef, bool)`, `leave_requested(CalendarRef)`, `add_requested()`, `quit_requested()`,
    `import_requested()`, `export_requested(Calendar)`. `find_dragged` says what dragging a calendar gives.
    """

    visibility_changed = Signal(object, bool)
    leave_requested = Signal(object)
    add_requested = Signal()
    quit_requested = Signal()
    import_requested = Signal()
    export_requested = Signal(object)

    def __init__(
        self, find_dragged: Callable[[Calendar], Dragged | None] = lambda _calendar: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find_dragged = find_dragged
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "sidebar")
        self._account = AccountLine()
        self._account.menu_wanted.connect(self._show_account_menu)
        self._boxes: dict[CalendarRef, CalendarBox] = {}
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
        for part, below in ((self._account, theme.px(20)), (self._title, theme.px(6))):
            row = QHBoxLayout()
            row.setContentsMargins(side, 0, gap, below)
            row.addWidget(part)
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

    def set_account(self, jid: str, state: AccountState, words: str) -> None:
        """Who is signed in, and the state in words as given."""
        self._account.set(jid, state, words)

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """The list, in this order; boxes that are there already stay."""
        wanted = {calendar.ref for calendar in calendars}
        for ref in [ref for ref in self._boxes if ref not in wanted]:
            box = self._boxes.pop(ref)
            self._list.removeWidget(box)
            box.deleteLater()
        for place, calendar in enumerate(calendars):
            box = self._boxes.get(calendar.ref) or self._new_box(calendar)
            box.set(calendar)
            if self._list.indexOf(box) != place:
                self._list.insertWidget(place, box)
        self._title.setVisible(bool(calendars))

    def set_progress(self, ref: CalendarRef, done: int, total: int | None) -> None:
        """How many items of a calendar are read, of how many, if that is known; it ends where they are equal."""
        box = self._boxes.get(ref)
        if box is not None:
            box.set_progress(done, total)

    def _new_box(self, calendar: Calendar) -> CalendarBox:
        box = CalendarBox(calendar)
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
        menu.addAction(_("Export…")).triggered.connect(lambda: self.export_requested.emit(calendar))
        menu.addSeparator()
        leave = _("Remove calendar…") if is_local(calendar.ref) else _("Leave calendar…")
        menu.addAction(leave).triggered.connect(lambda: self.leave_requested.emit(calendar.ref))
        return menu

    def _show_menu(self, calendar: Calendar, at: QPoint) -> None:
        self.menu_for(calendar).popup(at)

    def account_menu(self) -> QMenu:
        """What concerns the whole program."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Add calendar…")).triggered.connect(self.add_requested)
        menu.addAction(_("Import file…")).triggered.connect(self.import_requested)
        menu.addSeparator()
        menu.addAction(_("Quit")).triggered.connect(self.quit_requested)
        return menu

    def _show_account_menu(self) -> None:
        self.account_menu().popup(self._account.mapToGlobal(self._account.rect().bottomLeft()))
