"""The overview of a month in the sidebar."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme
from c42desktop.ui.month_days import further
from c42desktop.ui.month_model import MonthModel, title_of
from c42desktop.ui.month_view import MonthView
from c42desktop.ui.widgets import IconButton, style


class Month(QWidget):
    """Its name, ways to other months, and its days.

    `day_requested(date)`: the person chose a day. `span_wanted(first, last)`: other days are in sight now, of which it
    is to be known whether they have events (`set_busy`). Nothing is asked for while nobody can see it.
    """

    day_requested = Signal(object)
    span_wanted = Signal(object, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("month")
        self._model = MonthModel(today)
        self._view = MonthView(self._model)
        self._title = QToolButton()
        self._title.setObjectName("month-title")
        self._title.setCheckable(True)
        self._title.setChecked(True)
        self._title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title.setIconSize(QSize(theme.px(10), theme.px(10)))
        style(self._title, "month-title")
        self._back = IconButton("back", _("Previous month"), "month-back", lambda: self._turn(-1))
        self._on = IconButton("forward", _("Next month"), "month-on", lambda: self._turn(1))
        self._lay_out()
        self._title.toggled.connect(self._unfold)
        self._model.modelReset.connect(self._on_turned)
        self._view.day_chosen.connect(self._choose)
        self._view.day_reached.connect(self._view.go_to)
        self._view.go_to(today)
        self._say_month()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(11), 0, theme.px(12), 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addStretch(1)
        for each in (self._back, self._on):
            style(each, "small")
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(16))
        column.setSpacing(0)
        column.addLayout(head)
        days = QHBoxLayout()
        days.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        days.addWidget(self._view)
        column.addLayout(days)

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day in sight; None while nobody can see any."""
        return self._model.shown_days if self._view.isVisible() else None

    def set_busy(self, days: Collection[date]) -> None:
        """The days with events, of those in sight."""
        self._model.set_busy(days)

    def set_today(self, today: date) -> None:
        """A new day has begun; who looks at the month that is over sees the new one."""
        before = self._model.today
        self._model.set_today(today)
        if today != before and self._view.day == before and not self._view.hasFocus():
            self._view.go_to(today)

    def show_day(self, day: date) -> None:
        """Where the agenda is."""
        if day != self._model.shown:
            self._model.set_shown(day)
            self._view.go_to(day)

    def show_today(self) -> None:
        """Back from wherever somebody has turned it to."""
        self._view.go_to(self._model.today)

    def set_week_start(self, weekday: int | None) -> None:
        """Which day begins a week, Monday is 0; None for the system's."""
        self._model.set_week_start(weekday)

    def is_open(self) -> bool:
        """Whether the days are there, not only the name of the month."""
        return self._title.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold it."""
        self._title.setChecked(is_open)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Somebody looks: what happened meanwhile is to be known now."""
        super().showEvent(event)
        self._want()

    def _choose(self, day: date) -> None:
        self._view.go_to(day)
        self.day_requested.emit(day)

    def _turn(self, by: int) -> None:
        self._model.set_month(further(self._model.month, by))

    def _on_turned(self) -> None:
        self._model.set_busy(())
        self._say_month()
        self._want()

    def _unfold(self, is_open: bool) -> None:
        for part in (self._view, self._back, self._on):
            part.setVisible(is_open)
        self._say_month()
        self._want()

    def _say_month(self) -> None:
        name = title_of(self._model.month)
        self._title.setText(name)
        self._title.setToolTip(_("Hide the month") if self.is_open() else _("Show the month"))
        self._title.setAccessibleName(name)
        self._title.setAccessibleDescription(self._title.toolTip())
        self._view.setAccessibleName(name)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the theme, and the direction of reading: the arrow stands behind the name."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self._tint()

    def _tint(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        behind = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        self._title.setLayoutDirection(behind)
        name = "chevron-up" if self.is_open() else "chevron-down"
        self._title.setIcon(icons.icon(name, theme.current().secondary, theme.px(10)))

    def _want(self) -> None:
        if self.span is not None:
            self.span_wanted.emit(*self.span)
