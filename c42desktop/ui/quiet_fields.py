"""The quiet hours of a week: a line for each day."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.preference_values import clock_time
from c42desktop.preferences import QuietHours
from c42desktop.ui import theme
from c42desktop.ui.widgets import label, refresh

USUAL = (time(22), time(7))
TIME_WIDTH = 72


def day_names() -> list[str]:
    """From Monday on."""
    return [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


class QuietFields(QWidget):
    """`edited` by the person, perhaps to what cannot be read."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet-hours")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(4, 1)
        self._fault = label("", "fault", "quiet-fault")
        self._fault.hide()
        self._days = [_Day(number, name, self._grid) for number, name in enumerate(day_names())]
        self._grid.addWidget(self._fault, len(self._days), 0, 1, 5)
        for day in self._days:
            day.switch.clicked.connect(lambda _checked, switched=day: self._on_switched(switched))
            for field in (day.begin, day.end):
                field.textEdited.connect(lambda _text: self._on_edited())
                field.editingFinished.connect(self._check)

    def value(self, before: tuple[QuietHours, ...]) -> tuple[QuietHours, ...]:
        """What is chosen; for a day whose times cannot be read, what it was `before`."""
        known = {each.weekday: each for each in before}
        chosen = [day.value() or known.get(day.number) for day in self._days if day.switch.isChecked()]
        return tuple(each for each in chosen if each is not None)

    def set_value(self, hours: tuple[QuietHours, ...]) -> None:
        """Show these."""
        known = {each.weekday: each for each in hours}
        for day in self._days:
            day.set_value(known.get(day.number))
        self._check()

    def _on_switched(self, switched: _Day) -> None:
        """A day that is switched on begins with the hours of the last one before it."""
        others = [hours for day in self._days if day is not switched and (hours := day.value())]
        nearest = max(others, key=lambda hours: (hours.weekday < switched.number, hours.weekday), default=None)
        begin, end = (nearest.begin, nearest.end) if nearest else USUAL
        switched.set_value(QuietHours(switched.number, begin, end) if switched.switch.isChecked() else None)
        self._check()
        self.edited.emit()

    def _on_edited(self) -> None:
        for day in self._days:
            day.follow()
        self.edited.emit()

    def _check(self) -> None:
        wrong = [day for day in self._days if day.mark()]
        self._fault.setText(_("Enter times such as 22:00 and 07:00."))
        self._fault.setVisible(bool(wrong))


class _Day:
    """One line: whether, from when, until when."""

    def __init__(self, number: int, name: str, grid: QGridLayout) -> None:
        self.number = number
        self.switch = QCheckBox(name)
        self.switch.setObjectName(f"quiet-{number}")
        self.begin = _time_field(f"quiet-begin-{number}", _("{day}: from").format(day=name))
        self.end = _time_field(f"quiet-end-{number}", _("{day}: until").format(day=name))
        self._next = label(_("the next day"), "secondary", f"quiet-next-{number}")
        dash = label("–", "quiet")
        dash.setWordWrap(False)
        for column, widget in enumerate((self.switch, self.begin, dash, self.end, self._next)):
            grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> QuietHours | None:
        """None where it is off, or cannot be read."""
        begin, end = clock_time(self.begin.text()), clock_time(self.end.text())
        if not self.switch.isChecked() or begin is None or end is None:
            return None
        return QuietHours(self.number, begin, end)

    def set_value(self, hours: QuietHours | None) -> None:
        """Show these hours, or none."""
        self.switch.setChecked(hours is not None)
        self.begin.setText(f"{hours.begin:%H:%M}" if hours else "")
        self.end.setText(f"{hours.end:%H:%M}" if hours else "")
        self.follow()

    def follow(self) -> None:
        """What depends on what is entered."""
        hours = self.value()
        for field in (self.begin, self.end):
            field.setEnabled(self.switch.isChecked())
        self._next.setText(_("the next day") if hours is not None and hours.end <= hours.begin else "")

    def mark(self) -> bool:
        """Mark what cannot be read; True where there is something."""
        wrong = False
        for field in (self.begin, self.end):
            fault = self.switch.isChecked() and clock_time(field.text()) is None
            field.setProperty("fault", "true" if fault else "false")
            field.setAccessibleDescription(_("Enter a time such as 22:00.") if fault else "")
            refresh(field)
            wrong = wrong or fault
        return wrong


def _time_field(name: str, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setProperty("fit", "compact")
    made.setFixedWidth(theme.px(TIME_WIDTH))
    return made
