"""A calendar in the sidebar: its box, its name, how it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from c42desktop.calendar.model import Calendar, CalendarState, Level
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line, plain
from c42desktop.ui import icons, theme
from c42desktop.ui.tabs import count_width, count_words, draw_count
from c42desktop.ui.tokens import contrast
from c42desktop.ui.widgets import tip


def state_text(state: CalendarState) -> str:
    """What keeps a calendar from being read, in a few words."""
    return {
        CalendarState.PENDING: _("Waiting for the owner to approve"),
        CalendarState.UNREACHABLE: _("Cannot be reached"),
        CalendarState.REMOVED: _("Removed by its owner"),
        CalendarState.ACTIVE: "",
    }[state]


def problem_of(calendar: Calendar) -> str:
    """Why a calendar cannot be read, or what it waits for; "" where all is well."""
    return calendar.problem or state_text(calendar.state)


def level_text(level: Level) -> str:
    """What is told of a calendar, in a few words; "" where it is everything."""
    return {
        Level.EVERYTHING: "",
        Level.REMINDERS: _("Reminders only"),
        Level.NOTHING: _("No notifications"),
    }[level]


ENOUGH_CONTRAST = 3.0
DARK_MARK = "#18181b"
_MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_LEVEL_ICONS = {Level.REMINDERS: "bell", Level.NOTHING: "bell-off"}


def mark_on(color: str) -> str:
    """White, or dark where a person chose a pale colour."""
    return "#ffffff" if contrast(color, "#ffffff") >= ENOUGH_CONTRAST else DARK_MARK


def progress_text(done: int, total: int | None) -> str:
    """How far reading a calendar is, in a few words."""
    if total is None and not done:
        return _("Reading…")
    if total is None:
        return _("Reading: {done} events so far").format(done=done)
    return _("Reading: {done} of {total} events").format(done=done, total=total)


class CalendarBox(QCheckBox):
    """A calendar: a box in its colour, its name, what is not told of it, and a sign where it cannot be read.

    `menu_wanted(Calendar, QPoint)`; `move_wanted(int)`: by the keyboard, so much further down.
    """

    menu_wanted = Signal(object, QPoint)
    move_wanted = Signal(int)

    def __init__(self, calendar: Calendar) -> None:
        super().__init__()
        self.calendar = calendar
        self._hovered = False
        self._progress = ""
        self._share = 0.0
        self._stale = False
        self._unread = 0
        self._target = False
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
        self._describe()
        self.update()

    def set_progress(self, done: int, total: int | None) -> None:
        """How much of it is read; `done` equal to `total` ends it."""
        reading = done != total
        self._progress = progress_text(done, total) if reading else ""
        self._share = done / total if reading and total else 0.0
        self._describe()
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Its account is signed out: what is shown is what was known last."""
        if stale != self._stale:
            self._stale = stale
            self._describe()
            self.update()

    def set_unread(self, count: int) -> None:
        """How much happened in it that nobody has seen yet."""
        if count != self._unread:
            before, self._unread = self._unread, count
            self._describe()
            if count_words(before) != count_words(count):  # else it looks as before
                self.update()

    def set_target(self, target: bool) -> None:
        """What is dragged would fall into it."""
        self._target = target
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+Shift+Up and Down move it."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _MOVING:
            self.move_wanted.emit(by)
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        calendar = self.calendar
        stale = _("Signed out – as last known") if self._stale else ""
        words = self._progress or stale or problem_of(calendar) or calendar.description
        unread = ngettext("{count} unread", "{count} unread", self._unread).format(count=self._unread)
        parts = [part for part in (words, level_text(calendar.level)) if part]
        spoken = (unread if self._unread else "", plain(" · ".join(parts)))
        self.setAccessibleDescription(", ".join(part for part in spoken if part))
        self.setToolTip(tip("\n".join(part for part in (one_line(calendar.title), *parts) if part)))

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
        """Box, name, signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        if self._hovered or self._target or self.hasFocus():
            ringed = self._target or self.hasFocus()
            below = colors.line if self._hovered else colors.sidebar
            painter.setPen(QColor(colors.accent) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selection if self._target else below))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        self._paint_box(painter)
        self._paint_name(painter)
        if self._progress:
            self._paint_progress(painter)
        painter.end()

    def _paint_progress(self, painter: QPainter) -> None:
        """A thin line below the name that fills up in the calendar's colour."""
        colors = theme.current()
        near, far, height = theme.px(30), theme.px(8), theme.px(2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, width = (far if mirrored else near), self.width() - near - far
        full = round(width * self._share)
        top = self.height() - height - 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(left, top, width, height, height / 2, height / 2)
        painter.setBrush(QColor(colors.calendar_color(self.calendar.color)))
        painter.drawRoundedRect(left + (width - full if mirrored else 0), top, full, height, height / 2, height / 2)

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
            mark = icons.pixmap("check", mark_on(tint), side - 2, self.devicePixelRatioF())
            painter.drawPixmap(left + 1, top + 1, mark)

    def _paint_name(self, painter: QPainter) -> None:
        colors = theme.current()
        signs = self._signs()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pill = count_width(self._unread) + theme.px(8) if self._unread else 0
        near, far = theme.px(30), theme.px(8 + 20 * len(signs)) + pill
        rect = self.rect().adjusted(far if mirrored else near, 0, -(near if mirrored else far), 0)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(colors.secondary if problem_of(self.calendar) or self._stale else colors.text))
        text = painter.fontMetrics().elidedText(
            one_line(self.calendar.title), Qt.TextElideMode.ElideRight, rect.width()
        )
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(rect, flags | int(Qt.TextFlag.TextSingleLine), text)
        for place, sign in enumerate(signs):
            self._paint_sign(painter, sign, place, mirrored)
        if self._unread:
            self._paint_unread(painter, mirrored, theme.px(8 + 20 * len(signs)))

    def _paint_unread(self, painter: QPainter, mirrored: bool, far: int) -> None:
        width, height = count_width(self._unread), theme.px(18)
        left = far if mirrored else self.width() - far - width
        draw_count(painter, QRect(left, (self.height() - height) // 2, width, height), self._unread)

    def _signs(self) -> list[str]:
        """The icons at the end of the row, the last one first."""
        waits = self.calendar.state is CalendarState.PENDING
        level = _LEVEL_ICONS.get(self.calendar.level)
        problem = ("clock" if waits else "warning") if problem_of(self.calendar) else ""
        return [sign for sign in (problem, level) if sign]

    def _paint_sign(self, painter: QPainter, name: str, place: int, mirrored: bool) -> None:
        size = theme.px(16)
        far = theme.px(8 + 20 * place)
        left = far if mirrored else self.width() - far - size
        mark = icons.pixmap(name, theme.current().secondary, size, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, mark)
