"""Agenda | Activity: which list is shown, and how much of the second nobody has seen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar

from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui import theme
from c42desktop.ui.agenda_pen import text_width

AGENDA, ACTIVITY = 0, 1
HEIGHT = 28
PADDING, SHORT_PADDING = 13, 7
RADIUS = 7
MOST = 99


class Tabs(QTabBar):
    """Two segments in one frame; the second with a pill that says how many entries are unread."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._unread = 0
        self._padding = PADDING
        self.addTab(_("Agenda"))
        self.addTab(_("Activity"))

    def set_unread(self, count: int) -> None:
        """How many there are."""
        if count == self._unread:
            return
        before, self._unread = self._unread, count
        words = ngettext("Activity, {count} unread", "Activity, {count} unread", count).format(count=count)
        self.setAccessibleTabName(ACTIVITY, words if count else "")
        if count_words(before) != count_words(count):  # else it looks as before
            self._measure_anew()

    def set_short(self, short: bool) -> None:
        """Whether there is little room around the words."""
        padding = SHORT_PADDING if short else PADDING
        if padding != self._padding:
            self._padding = padding
            self._measure_anew()

    def width_for(self, short: bool) -> int:
        """How wide it is then."""
        return sum(self._tab_width(tab, SHORT_PADDING if short else PADDING) for tab in range(self.count()))

    def unread(self) -> int:
        """How many it says there are."""
        return self._unread

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Words, pill, and room around them."""
        return QSize(self._tab_width(index, self._padding), theme.px(HEIGHT))

    def _tab_width(self, index: int, padding: int) -> int:
        width = text_width(self.tabText(index), theme.font(13, 500)) + theme.px(2 * padding)
        return width + (self._pill_width() + theme.px(6) if index == ACTIVITY and self._unread else 0)

    def _measure_anew(self) -> None:
        for tab in range(self.count()):
            self.setTabText(tab, self.tabText(tab))  # another size: the only way to say so
        self.updateGeometry()
        self.update()

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """It is never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """One frame, the chosen half filled."""
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.tabRect(0).united(self.tabRect(self.count() - 1))).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, theme.px(RADIUS), theme.px(RADIUS))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(frame, QColor(colors.card if colors.dark else colors.background))
        painter.fillRect(self.tabRect(self.currentIndex()), QColor(colors.selection))
        painter.restore()
        focused = self.hasFocus() and self.window().isActiveWindow()
        painter.setPen(QPen(QColor(colors.accent if focused else colors.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        colors = theme.current()
        chosen = index == self.currentIndex()
        rect = self.tabRect(index)
        pill = self._pill_width() if index == ACTIVITY and self._unread else 0
        words = rect.adjusted(
            theme.px(self._padding), 0, -theme.px(self._padding) - (pill + theme.px(6) if pill else 0), 0
        )
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            words = QRect(rect.left() + rect.right() - words.right(), words.top(), words.width(), words.height())
        painter.setFont(theme.font(13, 500))
        painter.setPen(QColor(colors.text if chosen else colors.secondary))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if pill:
            self._paint_pill(painter, words, pill)

    def _paint_pill(self, painter: QPainter, words: QRect, width: int) -> None:
        colors = theme.current()
        height = theme.px(18)
        left = words.right() + 1 + theme.px(6)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = words.left() - theme.px(6) - width
        box = QRect(left, (self.height() - height) // 2, width, height)
        draw_count(painter, box, self._unread)
        painter.setPen(QColor(colors.text))

    def _pill_width(self) -> int:
        return count_width(self._unread)


def count_words(count: int) -> str:
    """A number that stays narrow."""
    return str(count) if count <= MOST else f"{MOST}+"


def count_width(count: int) -> int:
    """The width of the pill with a number."""
    return max(theme.px(20), text_width(count_words(count), theme.font(11, 600)) + theme.px(12))


def draw_count(painter: QPainter, box: QRect, count: int) -> None:
    """A number in a blue pill: in the tabs, beside a calendar."""
    tint = theme.current().blue
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.fill))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(theme.font(11, 600))
    painter.setPen(QColor(tint.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count_words(count))
