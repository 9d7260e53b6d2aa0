"""The parts of the details that are made of what an event says alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, tzinfo

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from c42desktop.calendar.model import Calendar, Event, Occurrence, Status, as_local
from c42desktop.calendar.persons import address_of, is_person
from c42desktop.calendar.tasks import due_of, is_done, is_overdue, is_task
from c42desktop.i18n import gettext as _
from c42desktop.presence import Presence
from c42desktop.ui import phrases, theme
from c42desktop.ui.entry_words import due
from c42desktop.ui.fact import lines
from c42desktop.ui.people import PersonRow, colors_of, people_of
from c42desktop.ui.widgets import Dot, ElidedLabel, label, style

FindPresence = Callable[[str, str], Presence | None]
"""(account, bare address) -> whether they are there, as far as that account is told."""

MOST_PEOPLE = 20


def when(event: Event, occurrence: Occurrence, now: datetime) -> str:
    """ "Today 15:00 – 16:00"; of a to-do that is not planned in, "Due today 17:00"."""
    if is_task(event) and occurrence.start == due_of(event, occurrence):
        return due(event, occurrence, now, date.min) or phrases.when(occurrence, now)
    return phrases.when(occurrence, now)


def relative(occurrence: Occurrence, now: datetime) -> str:
    """How long until then; a to-do is never on, and once it is done nobody counts."""
    event = occurrence.event
    if is_task(event) and is_done(event):
        return ""
    if is_overdue(event, occurrence, now):
        return _("Overdue")
    return phrases.relative(occurrence, now)


def is_past(event: Event, now: datetime) -> bool:
    """Whether nobody can take part any more."""
    end = event.end or event.start
    return event.status is Status.CANCELLED or (end is not None and as_local(end, zone_of(now)) <= now)


def calendar_line(calendar: Calendar | None, color: str, kind: str) -> QWidget:
    """Which calendar it is in, and of what kind it is."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(Dot(theme.current().calendar_color(color)))
    words = " · ".join(part for part in (calendar.title if calendar else "", kind) if part)
    row.addWidget(ElidedLabel(words, "secondary", "details-calendar"), 1)
    return line


def notice(text: str, look: str, name: str, *beside: QWidget) -> QFrame:
    """A sentence that is seen, and what can be done about it."""
    frame = QFrame()
    style(frame, look)
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    row.addWidget(label(text, name=name), 1)
    for each in beside:
        row.addWidget(each)
    return frame


def spaced(widgets: Iterable[QWidget], first: int, next_: int) -> Iterator[tuple[QWidget, int]]:
    """Each with the space above it."""
    for number, widget in enumerate(widgets):
        yield widget, next_ if number else first


def section(title: str, widgets: Iterable[QWidget]) -> Iterator[tuple[QWidget, int]]:
    """These under a heading, if there are any."""
    for number, widget in enumerate(widgets):
        if not number:
            yield label(title, "section"), 16
        yield widget, 8


def people(event: Event, account: str, find_presence: FindPresence) -> Iterator[tuple[QWidget, int]]:
    """Who takes part, and what they said."""
    people = people_of(event)
    if not people:
        return
    yield label(_("People"), "section"), 16
    colors = colors_of([person for person, _part in people[:MOST_PEOPLE]])

    def row(number: int) -> QWidget:
        person, part = people[number]
        presence = find_presence(account, address_of(person))
        return PersonRow(person, part, colors[number], me=is_person(person, account), presence=presence)

    yield from spaced(lines(range(len(people)), row, MOST_PEOPLE), 8, 4)


def zone_of(now: datetime) -> tzinfo:
    """The zone of the reader."""
    assert now.tzinfo is not None
    return now.tzinfo
