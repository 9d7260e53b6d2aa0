"""A trip as a line from stop to stop, in the details."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from html import escape

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from c42desktop.calendar.model import Trip
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fact import MOST, more
from c42desktop.ui.trip_steps import Ride, Shift, Step, Stop, spoken, steps, summary
from c42desktop.ui.widgets import Icon, label

TIMES = 38
RAIL = 12
LINE = 18


class TripView(QWidget):
    """Times at the left, the line with its stops, places and rides at the right."""

    def __init__(self, trip: Trip, color: str, zone: tzinfo) -> None:
        super().__init__()
        self.setObjectName("details-trip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        taken = steps(replace(trip, legs=trip.legs[:MOST]), zone)
        if total := _total(trip, taken):
            column.addWidget(label(total, "secondary", "trip-summary"))
            column.addSpacing(theme.px(8))
        for number, step in enumerate(taken):
            above = taken[number - 1] if number else None
            below = taken[number + 1] if number + 1 < len(taken) else None
            column.addWidget(_row(step, above, below, color))
        if len(trip.legs) > MOST:
            column.addWidget(more(len(trip.legs) - MOST))


def _total(trip: Trip, taken: list[Step]) -> str:
    """How long and how far it is; nothing where the only ride says so."""
    total = summary(trip)
    said = len(trip.legs) == 1 and any(isinstance(step, Ride) and total in step.text for step in taken)
    return "" if said else total


def trip_state(trip: Trip) -> str:
    """What to say of a trip that has no way yet."""
    if trip.legs:
        return ""
    return {"loading": _("The way is being looked up"), "error": _("No way to get there was found")}.get(trip.state, "")


def _row(step: Step, above: Step | None, below: Step | None, color: str) -> QWidget:
    made = QWidget()
    made.setObjectName("trip-step")
    made.setAccessibleName(spoken(step))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(_times(step), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_Rail(step, above, below, color))
    row.addWidget(_ride(step) if isinstance(step, Ride) else _stop(step), 1)
    return made


def _times(step: Step) -> QWidget:
    made = QWidget()
    made.setFixedWidth(theme.px(TIMES))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if isinstance(step, Stop):
        for text, look in ((step.arrives, "quiet" if step.departs else ""), (step.departs, "")):
            if text:
                column.addWidget(_time(text, look))
    return made


def _time(text: str, look: str) -> QLabel:
    made = label(text, look)
    made.setFont(theme.font(13, tabular=True))
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setFixedHeight(theme.px(LINE))
    return made


def _stop(stop: Stop) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, theme.px(4))
    column.setSpacing(0)
    column.addWidget(label(stop.name, "strong", "trip-stop"))
    if stop.arrival_shift is not None:
        column.addWidget(_shift(stop.arrival_shift))
    if stop.change:
        column.addWidget(label(stop.change, "fault" if stop.missed else "secondary", "trip-change"))
    if stop.departure_shift is not None:
        column.addWidget(_shift(stop.departure_shift))
    return made


def _shift(shift: Shift) -> QLabel:
    """The old time struck out, the new one in bold, and by how much; the new one stands in the time column too."""
    colors, words = theme.current(), escape(shift.words.replace(" ", "\u00a0"))
    parts = [words]
    if shift.before:
        parts = [
            f"<s>{escape(shift.before)}</s> →",
            f'<b style="color:{colors.text}">{escape(shift.after)}</b>',
            f'<span style="color:{colors.amber.text};font-weight:500">{words}</span>',
        ]
    made = label("", "secondary", "trip-shift")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(" ".join(parts))
    made.setMinimumHeight(theme.px(16))
    return made


def _ride(ride: Ride) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
    row.setSpacing(theme.px(8))
    row.addWidget(Icon(ride.icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(ride.text, "secondary", "trip-ride"), 1)
    return made


class _Rail(QWidget):
    """The line beside the stops: dotted where one walks, with a ring at each stop."""

    def __init__(self, step: Step, above: Step | None, below: Step | None, color: str) -> None:
        super().__init__()
        self._step, self._above, self._below, self._color = step, above, below, color
        self.setFixedWidth(theme.px(RAIL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the row."""
        return QSize(theme.px(RAIL), theme.px(LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A line, or a ring with the ends of the lines from above and to below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(self._step, Ride):
            self._line(painter, self._step, 0, self.height())
        else:
            ring, middle = theme.px(4), theme.px(LINE) / 2
            if isinstance(self._above, Ride):
                self._line(painter, self._above, 0, middle - ring)
            if isinstance(self._below, Ride):
                self._line(painter, self._below, middle + ring, self.height())
            painter.setPen(self._pen())
            painter.drawEllipse(QPointF(self.width() / 2, middle), ring, ring)
        painter.end()

    def _line(self, painter: QPainter, ride: Ride, top: float, bottom: float) -> None:
        pen = self._pen()
        if ride.on_foot:
            pen.setDashPattern((0.01, 2.2))
        painter.setPen(pen)
        middle = self.width() / 2
        painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))

    def _pen(self) -> QPen:
        color = QColor(theme.current().calendar_color(self._color))
        return QPen(color, theme.px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
