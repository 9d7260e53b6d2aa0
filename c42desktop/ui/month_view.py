"""The days of a month, drawn, clicked, and reached by keyboard."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.month_days import WEEK, WEEKS, same_day
from c42desktop.ui.month_model import DAY, Look, MonthModel
from c42desktop.ui.tokens import mixed
from c42desktop.ui.widgets import style

ROW, HEAD = 24, 24  # pixels high
FADED = 0.4  # of the sidebar in the numbers of other months
BOX = QSize(30, 22)  # pixels around a number
_DAYS = {Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DayDelegate(QStyledItemDelegate):
    """A number, with a dot below it where something is on."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Today is filled, where the agenda is has a pale fill, the day with the keyboard a ring."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = QRect(QPoint(), QSize(min(theme.px(BOX.width()), rect.width()), theme.px(BOX.height())))
        box.moveCenter(rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter, box, index, state)
        painter.setPen(QColor(_text_color(index)))
        painter.setFont(theme.font(11, 600 if index.data(Look.TODAY) else 400, tabular=True))
        painter.drawText(box.adjusted(0, -1, 0, -1), int(Qt.AlignmentFlag.AlignCenter), index.data())
        if index.data(Look.BUSY):
            plain = not index.data(Look.TODAY) and not index.data(Look.OTHER_MONTH)
            _paint_dot(painter, box, theme.current().secondary if plain else _text_color(index))
        painter.restore()

    def _paint_box(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, state: QStyle.StateFlag
    ) -> None:
        colors = theme.current()
        fill = ""
        if index.data(Look.TODAY):
            fill = colors.accent
        elif index.data(Look.SHOWN):
            fill = colors.selection
        elif state & QStyle.StateFlag.State_MouseOver:
            fill = colors.line
        focused = state & QStyle.StateFlag.State_HasFocus
        if not fill and not focused:
            return
        ring = colors.text if index.data(Look.TODAY) else colors.accent
        painter.setPen(QPen(QColor(ring), theme.px(1.5)) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), theme.px(6), theme.px(6))


def _text_color(index: QModelIndex | QPersistentModelIndex) -> str:
    colors = theme.current()
    if index.data(Look.TODAY):
        return colors.on_accent
    if index.data(Look.OTHER_MONTH):
        return mixed(colors.secondary, colors.sidebar, FADED)
    return colors.text


def _paint_dot(painter: QPainter, box: QRect, color: str) -> None:
    side = theme.px(3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(box.center().x() - side // 2, box.bottom() - side, side, side)


class MonthView(QTableView):
    """`day_chosen(date)`: by a click or Enter. `day_reached(date)`: the keyboard is at a day of another month."""

    day_chosen = Signal(object)
    day_reached = Signal(object)

    def __init__(self, model: MonthModel) -> None:
        super().__init__()
        self._model = model
        self.setObjectName("month-days")
        self.setAccessibleName(_("Month"))
        self.setModel(model)
        self.setItemDelegate(DayDelegate(self))
        style(self, "month")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()
        self._day = model.today
        model.modelReset.connect(lambda: self.setCurrentIndex(model.index_of(self._wanted())))

    def _fit(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(1)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setFixedHeight(theme.px(HEAD))
        down.hide()
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(ROW))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEAD) + WEEKS * theme.px(ROW))

    @property
    def day(self) -> date:
        """The day with the keyboard."""
        return self._day

    def go_to(self, day: date) -> None:
        """The keyboard is at this day, in its month."""
        self._day = day
        self._model.set_month(day)
        self.setCurrentIndex(self._model.index_of(day))

    def _wanted(self) -> date:
        """In another month the same day of it."""
        if (self._day.year, self._day.month) != (self._model.month.year, self._model.month.month):
            months = (self._model.month.year - self._day.year) * 12 + self._model.month.month - self._day.month
            self._day = same_day(self._day, months)
        return self._day

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows by days and weeks, Page Up and Down by months, Home to today; Enter chooses."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _CHOOSING:
            self.day_chosen.emit(self._day)
        elif (aim := self._aim(key)) is not None:
            self.day_reached.emit(aim)
        else:
            event.ignore()

    def _aim(self, key: Qt.Key) -> date | None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if key == Qt.Key.Key_Home:
            return self._model.today
        if key in _MONTHS:
            return same_day(self._day, _MONTHS[key])
        if key not in _DAYS:
            return None
        by = _DAYS[key] * (-1 if mirrored and abs(_DAYS[key]) == 1 else 1)
        try:
            return self._day + timedelta(days=by)
        except OverflowError:
            return self._day

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A day, wherever in its field."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.day_chosen.emit(index.data(DAY))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The day below the pointer lights up; pressing and moving chooses no others."""
        if not event.buttons():
            super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The sidebar scrolls."""
        event.ignore()
