"""Inputs of dates, times and choices that the wheel does not change while somebody scrolls past them."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QStyledItemDelegate,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from c42desktop.calendar import names
from c42desktop.ui import theme

_FIRST, _LAST = QDate(1900, 1, 1), QDate(2999, 12, 31)


class DateInput(QDateEdit):
    """A day, typed or picked. `picked(date)` by the person, not by `set_day`."""

    picked = Signal(object)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setDisplayFormat(date_format())
        self.setDateRange(_FIRST, _LAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(120))
        self.setCalendarPopup(True)
        self.setCalendarWidget(_calendar())
        self.dateChanged.connect(lambda day: self.picked.emit(day.toPython()))

    def set_day(self, day: date) -> None:
        """Show this one. What somebody is typing is not touched where it says so already."""
        shown = QDate(day.year, day.month, day.day)
        if self.date() != shown:
            blocked = self.blockSignals(True)
            self.setDate(shown)
            self.blockSignals(blocked)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Typing begins with the day: that of the week follows from it, and cannot be typed."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802  # Qt's names
        """Tab leaves it at once; the arrow keys, and typing, go through its parts."""
        return QWidget.focusNextPrevChild(self, next)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls the form."""
        event.ignore()


class TimeInput(QTimeEdit):
    """A time of the day. `picked(time)` by the person, not by `set_time`."""

    picked = Signal(object)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setDisplayFormat(time_format())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(theme.px(80))
        self.timeChanged.connect(lambda at: self.picked.emit(time(at.hour(), at.minute())))

    def set_time(self, at: time) -> None:
        """Show this one. What somebody is typing is not touched where it says so already."""
        shown = QTime(at.hour, at.minute)
        if self.time() != shown:
            blocked = self.blockSignals(True)
            self.setTime(shown)
            self.blockSignals(blocked)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802  # Qt's names
        """Tab leaves it at once, as a date."""
        return QWidget.focusNextPrevChild(self, next)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls the form."""
        event.ignore()


class NumberInput(QSpinBox):
    """A small number."""

    def __init__(self, name: str, words: str, least: int, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(theme.px(56))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls the form."""
        event.ignore()


class Combo(QComboBox):
    """One of a few, in a list that looks like our menus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own for this heeds no style sheet

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls the form."""
        event.ignore()


class Options(Combo):
    """One of a few, without a caption of its own. `picked()` by the person."""

    picked = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda _index: self.picked.emit())


def date_format() -> str:
    """How a date is written here, with all of its year and the day of the week: "ddd dd/MM/yyyy"."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    if short.startswith("M") is not names.in_use().month_first:
        return "ddd d MMM yyyy"  # the language's own order would be another one than that of all other dates
    whole = short if "yyyy" in short else short.replace("yy", "yyyy")
    return f"ddd {whole}"


def time_format() -> str:
    """How a time is written here, as everywhere else."""
    return "h:mm AP" if names.in_use().twelve_hours else "HH:mm"


def _calendar() -> QCalendarWidget:
    made = QCalendarWidget()
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setGridVisible(False)
    made.setFirstDayOfWeek(Qt.DayOfWeek(names.in_use().week_start + 1))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, QTextCharFormat())  # which are red by themselves
    for name, sign in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
        turn = made.findChild(QToolButton, name)
        if isinstance(turn, QToolButton):
            turn.setIcon(QIcon())
            turn.setText(sign)
            turn.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return made
