"""The sidebar: the account and its state, the calendars, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from gettext import gettext as _

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState
from c42desktop.ui import icons, theme
from c42desktop.ui.plain import one_line, plain
from c42desktop.ui.widgets import Dot, ElidedLabel, IconButton, label, link, style, tip


class AccountState(StrEnum):
    """Where the connection stands; the words beside it say the rest."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"


def state_text(state: CalendarState) -> str:
    """What keeps a calendar from being read, in a few words."""
    return {
        CalendarState.PENDING: _("Waiting for the owner to approve"),
        CalendarState.UNREACHABLE: _("Cannot be reached"),
        CalendarState.REMOVED: _("Removed by its owner"),
        CalendarState.ACTIVE: "",
    }[state]


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


class CalendarBox(QCheckBox):
    """A calendar: a box in its colour, its name, and a warning where it cannot be read."""

    menu_wanted = Signal(object, QPoint)

    def __init__(self, calendar: Calendar) -> None:
        super().__init__()
        self.calendar = calendar
        self._hovered = False
        self.setObjectName(f"calendar-{calendar.ref.node}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.calendar, self.mapToGlobal(at)))
        self.set(calendar)

    def set(self, calendar: Calendar) -> None:
        """Take over name, colour, state and visibility."""
        self.calendar = calendar
        self.setChecked(calendar.visible)
        title = one_line(calendar.title)
        self.setAccessibleName(title)
        problem = calendar.problem or state_text(calendar.state)
        self.setAccessibleDescription(plain(problem or calendar.description))
        self.setToolTip(tip("\n".join(part for part in (title, problem or calendar.description) if part)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One row of the list."""
        return QSize(theme.px(120), theme.px(28))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """The whole row toggles."""
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The row lights up under the pointer."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        """And no longer when it left."""
        self._hovered = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Box, name, warning."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        if self._hovered or self.hasFocus():
            painter.setPen(QColor(colors.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.line if self._hovered else colors.sidebar))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._paint_box(painter)
        self._paint_name(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        colors = theme.current()
        side = theme.px(14)
        left = theme.px(8)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - side
        top = (self.height() - side) // 2
        checked = self.isChecked()
        tint = colors.calendar_color(self.calendar.color)
        painter.setPen(QColor(tint if checked else colors.secondary))
        painter.setBrush(QColor(tint) if checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(left, top, side, side, theme.px(4), theme.px(4))
        if checked:
            mark = icons.pixmap("check", "#ffffff", side - 2, self.devicePixelRatioF())
            painter.drawPixmap(left + 1, top + 1, mark)

    def _paint_name(self, painter: QPainter) -> None:
        colors = theme.current()
        warned = self.calendar.state is not CalendarState.ACTIVE or bool(self.calendar.problem)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = theme.px(30), theme.px(28 if warned else 8)
        rect = self.rect().adjusted(far if mirrored else near, 0, -(near if mirrored else far), 0)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(colors.secondary if warned else colors.text))
        text = painter.fontMetrics().elidedText(
            one_line(self.calendar.title), Qt.TextElideMode.ElideRight, rect.width()
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(rect, flags | int(Qt.TextFlag.TextSingleLine), text)
        if warned:
            self._paint_warning(painter, mirrored)

    def _paint_warning(self, painter: QPainter, mirrored: bool) -> None:
        size = theme.px(16)
        left = theme.px(8) if mirrored else self.width() - theme.px(8) - size
        color = theme.current().secondary
        mark = icons.pixmap("warning", color, size, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, mark)


class Sidebar(QWidget):
    """Account, calendars, "Add calendar…".

    `visibility_changed(CalendarRef, bool)`, `leave_requested(CalendarRef)`, `add_requested()`, `quit_requested()`.
    """

    visibility_changed = Signal(object, bool)
    leave_requested = Signal(object)
    add_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def _new_box(self, calendar: Calendar) -> CalendarBox:
        box = CalendarBox(calendar)
        self._boxes[calendar.ref] = box
        box.clicked.connect(lambda checked: self.visibility_changed.emit(box.calendar.ref, checked))
        box.menu_wanted.connect(self._show_menu)
        return box

    def menu_for(self, calendar: Calendar) -> QMenu:
        """What can be done with a calendar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = self._boxes[calendar.ref]
        toggle = menu.addAction(_("Hide") if box.isChecked() else _("Show"))
        toggle.triggered.connect(box.click)
        menu.addAction(_("Leave calendar…")).triggered.connect(lambda: self.leave_requested.emit(calendar.ref))
        return menu

    def _show_menu(self, calendar: Calendar, at: QPoint) -> None:
        self.menu_for(calendar).popup(at)

    def account_menu(self) -> QMenu:
        """What concerns the whole program."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Add calendar…")).triggered.connect(self.add_requested)
        menu.addSeparator()
        menu.addAction(_("Quit")).triggered.connect(self.quit_requested)
        return menu

    def _show_account_menu(self) -> None:
        self.account_menu().popup(self._account.mapToGlobal(self._account.rect().bottomLeft()))
