"""Everything about one event, beside the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.calendar.model import Calendar, Change, Event, ItemRef, Occurrence, Status
from c42desktop.i18n import gettext as _
from c42desktop.ui import phrases, theme
from c42desktop.ui.agenda_faces import UNKNOWN_COLOR, own_time
from c42desktop.ui.change_card import ChangeCard
from c42desktop.ui.people import PersonRow, colors_of, is_me, people_of
from c42desktop.ui.prose import Prose
from c42desktop.ui.widgets import Dot, ElidedLabel, Icon, IconButton, label, style

WIDTH = 316


@dataclass(frozen=True, slots=True)
class Shown:
    """One event as the details show it; `occurrence` is None where its time cannot be read."""

    item: ItemRef
    event: Event
    occurrence: Occurrence | None = None
    calendar: Calendar | None = None
    change: Change | None = None


class Details(QWidget):
    """The panel. `closed`: the person went back to the list (only where it covers the list)."""

    closed = Signal()

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "page")
        self._now = now
        self._shown: Shown | None = None
        self._theme = theme.current()
        self._back = IconButton("back", _("Back to the list"), "details-back", self.closed.emit)
        self._area = QScrollArea()
        self._area.setObjectName("details-scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(theme.px(12), theme.px(10), 0, 0)
        bar.addWidget(self._back)
        bar.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(self._area, 1)
        self.set_covering(False)
        self._rebuild()

    def set_covering(self, covering: bool) -> None:
        """While the panel covers the list it needs a way back."""
        self._bar.setVisible(covering)

    def show_event(self, shown: Shown | None) -> None:
        """Show this event, or that none is selected. The same event keeps its scroll position."""
        before, self._shown = self._shown, shown
        if shown == before:
            return
        bar = self._area.verticalScrollBar()
        kept = bar.value() if shown and before and shown.item == before.item else 0
        self._rebuild()
        bar.setValue(kept)

    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    def set_now(self, now: datetime) -> None:
        """Another instant: the words about time follow."""
        self._now = now
        if self._shown is not None:
            bar = self._area.verticalScrollBar()
            kept = bar.value()
            if self._moving_words() != self._words:
                self._rebuild()
                bar.setValue(kept)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Dots and the card have the colours of the theme they were built in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._theme is not theme.current():
            # Later: widgets must not go while Qt is telling them all about the palette.
            QTimer.singleShot(0, self, self._rebuild)

    def _moving_words(self) -> tuple[str, ...]:
        """All that changes with the clock alone."""
        if self._shown is None or self._shown.occurrence is None:
            return ()
        occurrence, change = self._shown.occurrence, self._shown.change
        when = phrases.when(occurrence, self._now)
        return (when, phrases.relative(occurrence, self._now), phrases.ago(change.at, self._now) if change else "")

    def _rebuild(self) -> None:
        self._words = self._moving_words()
        self._theme = theme.current()
        page = QWidget()
        page.setObjectName("details-page")
        style(page, "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(18), theme.px(18), theme.px(18), theme.px(18))
        column.setSpacing(0)
        if self._shown is None:
            column.addStretch(2)
            empty = label(_("Select an event to see its details."), "quiet", "details-empty")
            empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(empty)
            column.addStretch(3)
        else:
            for part, gap in self._parts(self._shown):
                column.addSpacing(theme.px(gap))
                column.addWidget(part)
            column.addStretch(1)
        self._area.setWidget(page)

    def _parts(self, shown: Shown) -> Iterator[tuple[QWidget, int]]:
        """The parts from top to bottom, each with the space above it."""
        event = shown.event
        yield _calendar_line(shown.calendar), 0
        yield label(phrases.title(event), "title", "details-title"), 1
        yield from self._times(shown)
        if event.status is Status.CANCELLED:
            yield _notice(_("This event is cancelled."), "cancelled", "details-cancelled"), 12
        if event.problem:
            yield _notice(event.problem, "problem", "details-problem"), 12
        if shown.change is not None:
            yield ChangeCard(shown.change, self._now), 14
        yield from _facts(event, self._now)
        yield from _people(event, shown.item.calendar.account)
        if event.description.strip():
            yield Prose(event.description.strip(), "details-description"), 14

    def _times(self, shown: Shown) -> Iterator[tuple[QWidget, int]]:
        occurrence = shown.occurrence
        if occurrence is None:
            return
        yield label(phrases.when(occurrence, self._now), "when", "details-when"), 2
        relative = phrases.relative(occurrence, self._now)
        if relative and shown.event.status is not Status.CANCELLED:
            yield label(relative, "secondary", "details-relative"), 2
        assert self._now.tzinfo is not None
        if elsewhere := own_time(occurrence, self._now.tzinfo):
            yield _fact("zone", elsewhere, "details-zone"), 10


def _calendar_line(calendar: Calendar | None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    color = calendar.color if calendar else UNKNOWN_COLOR
    row.addWidget(Dot(theme.current().calendar_color(color)))
    row.addWidget(ElidedLabel(calendar.title if calendar else "", "secondary", "details-calendar"), 1)
    return line


def _notice(text: str, look: str, name: str) -> QFrame:
    frame = QFrame()
    style(frame, look)
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    row.addWidget(label(text, name=name))
    return frame


def _facts(event: Event, now: datetime) -> Iterator[tuple[QWidget, int]]:
    texts = [
        ("place", event.location.strip(), "details-place"),
        ("bell", phrases.reminders(event, now), "details-reminders"),
        ("repeat", phrases.repeats(event), "details-repeats"),
    ]
    present = [(icon, text, name) for icon, text, name in texts if text]
    for number, (icon, text, name) in enumerate(present):
        yield _fact(icon, text, name), 6 if number else 14
    if event.url:
        yield _fact("link", event.url, "details-url", linked=True), 6 if present else 14


def _fact(icon: str, text: str, name: str, *, linked: bool = False) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(12))
    row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(text, name, look="link") if linked else label(text, name=name), 1)
    return line


def _people(event: Event, account: str) -> Iterator[tuple[QWidget, int]]:
    people = people_of(event)
    if not people:
        return
    yield label(_("People"), "section"), 16
    colors = colors_of([person for person, _part in people])
    for number, ((person, part), color) in enumerate(zip(people, colors, strict=True)):
        yield PersonRow(person, part, color, me=is_me(person, account)), 4 if number else 8
