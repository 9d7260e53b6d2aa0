"""Everything about one event, beside the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.calendar.answers import is_asked, may_answer, offered, one_of, own_answer
from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import (
    Calendar,
    Change,
    Defaults,
    Event,
    ItemRef,
    Level,
    Occurrence,
    Reminder,
    Status,
)
from c42desktop.calendar.tasks import is_overdue
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Subject, act_of
from c42desktop.ui import phrases, theme
from c42desktop.ui.action_bar import ActionBar, FindChoices
from c42desktop.ui.agenda_faces import UNKNOWN_COLOR, own_end, own_time
from c42desktop.ui.answer_bar import AnswerBar, AnswerCard
from c42desktop.ui.change_card import ChangeCard
from c42desktop.ui.details_parts import (
    FindPresence,
    calendar_line,
    is_past,
    notice,
    people,
    relative,
    section,
    spaced,
    when,
    zone_of,
)
from c42desktop.ui.entry_words import kind_in_words
from c42desktop.ui.event_menu import NO_RIGHTS, Rights
from c42desktop.ui.fact import fact
from c42desktop.ui.facts import facts
from c42desktop.ui.files import files
from c42desktop.ui.invitation_card import InvitationCard
from c42desktop.ui.long_text import LongText
from c42desktop.ui.people import PersonRow
from c42desktop.ui.questions import questions
from c42desktop.ui.reminder_words import words_for
from c42desktop.ui.trip_view import TripView
from c42desktop.ui.widgets import IconButton, label, link, style

WIDTH = 316
NO_DEFAULTS = Defaults((), ())


@dataclass(frozen=True, slots=True)
class Shown:
    """One event as the details show it; `occurrence` is None where its time cannot be read.

    `pending` is the reader's answer that no server has confirmed yet; `waiting` are its reminders that were told and
    not answered yet; `rights` what the person may do with it.
    """

    item: ItemRef
    event: Event
    occurrence: Occurrence | None = None
    calendar: Calendar | None = None
    change: Change | None = None
    pending: str = ""
    waiting: tuple[Reminder, ...] = ()
    rights: Rights = NO_RIGHTS

    def subject(self) -> Subject:
        """What is acted upon: the event at the time that is shown."""
        occurrence = self.occurrence
        event = self.event if occurrence is None else self.event.moved_to(occurrence.start, occurrence.end)
        return Subject(self.item, event, reminders=self.waiting)


class Details(QWidget):
    """The panel. `closed`: the person went back to the list (only where it covers the list).

    `acted(Act, Subject)`: a button was pressed. `snoozed(Subject, datetime)`: remind again then.
    `moved(ItemRef, CalendarRef)`: take it there. `decide_requested(ItemRef)`: what holds, as two have changed it.
    """

    closed = Signal()
    acted = Signal(object, object)
    snoozed = Signal(object, object)
    moved = Signal(object, object)
    decide_requested = Signal(object)

    def __init__(
        self,
        now: datetime,
        parent: QWidget | None = None,
        find_choices: FindChoices = lambda _event: (),
        find_presence: FindPresence = lambda _account, _address: None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "page")
        self._now = now
        self._find_presence = find_presence
        self._rows: list[PersonRow] = []
        self._shown: Shown | None = None
        self._only_this = False  # answers are for the occurrence that is shown, not for the whole series
        self._theme = theme.current()
        self._join_patterns: Sequence[str] = ()
        self._defaults = NO_DEFAULTS
        self._actions = ActionBar(find_choices)
        self._actions.acted.connect(self.acted)
        self._actions.snoozed.connect(self.snoozed)
        self._actions.moved.connect(self.moved)
        self._back = IconButton("back", _("Back to the list"), "details-back", self.closed.emit)
        self._area = QScrollArea()
        self._area.setObjectName("details-scroll")
        self._area.setAccessibleName(_("Details"))
        style(self._area, "scroll")
        self.setFocusProxy(self._area)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(theme.px(12), theme.px(8), 0, 0)
        bar.addWidget(self._back)
        bar.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(self._area, 1)
        column.addWidget(self._actions)
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
        if _place(shown) != _place(before):
            self._only_this = False
        bar = self._area.verticalScrollBar()
        kept = bar.value() if shown and before and shown.item == before.item else 0
        self._rebuild()
        bar.setValue(kept)

    def set_join_patterns(self, patterns: Sequence[str]) -> None:
        """How the addresses of the person's own meetings begin (calendar/meetings.py)."""
        self._join_patterns = patterns
        self._show_actions()

    def set_defaults(self, defaults: Defaults) -> None:
        """When the person is reminded of events that say nothing about it."""
        if defaults != self._defaults:
            self._defaults = defaults
            self._rebuild()

    def _reminds(self, shown: Shown) -> str:
        calendar, defaults = shown.calendar, self._defaults
        if calendar is not None:
            defaults = NO_DEFAULTS if calendar.level is Level.NOTHING else calendar.reminders or defaults
        return words_for(shown.event, shown.item.calendar.account, defaults)

    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    def set_now(self, now: datetime) -> None:
        """Another instant: the words about time follow."""
        self._now = now
        self._show_actions()
        if self._shown is not None:
            bar = self._area.verticalScrollBar()
            kept = bar.value()
            if self._moving_words() != self._words:
                self._rebuild()
                bar.setValue(kept)

    def presence_changed(self, account: str, address: str) -> None:
        """Somebody came, went or is there in another way; "" for everybody. Only the dots of their rows follow."""
        shown = self._shown.item.calendar.account if self._shown else None
        for row in self._rows if shown in (account, "") else ():
            if address in ("", row.address.casefold()):
                row.set_presence(self._find_presence(shown or "", row.address))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Dots and the card have the colours of the theme they were built in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._theme is not theme.current():
            # Later: widgets must not go while Qt is telling them all about the palette.
            QTimer.singleShot(0, self, self._rebuild)

    def _moving_words(self) -> tuple[str, ...]:
        """All that changes with the clock alone."""
        if self._shown is None:
            return ()
        occurrence, invitation = self._shown.occurrence, self._shown.event.personal.invitation
        told = self._shown.change.at if self._shown.change else None
        agos = (phrases.ago(at, self._now) for at in (told, invitation.created if invitation else None) if at)
        if occurrence is None:
            return tuple(agos)
        return when(occurrence.event, occurrence, self._now), relative(occurrence, self._now), *agos

    def _rebuild(self) -> None:
        self._words = self._moving_words()
        self._rows = []
        self._theme = theme.current()
        page = QWidget()
        page.setObjectName("details-page")
        style(page, "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
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
                if isinstance(part, PersonRow):
                    self._rows.append(part)
            column.addStretch(1)
        focused = self._focused()
        self._area.setWidget(page)
        self._show_actions()
        again = page.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus()

    def _focused(self) -> str:
        """The name of what has the keyboard: the page is built anew when it was pressed."""
        widget = self.focusWidget()
        return widget.objectName() if widget is not None and widget.hasFocus() else ""

    def _show_actions(self) -> None:
        subject = self._shown.subject() if self._shown is not None else Subject()
        event = subject.event
        joins = event is not None and not is_past(event, self._now) and bool(join_link(event, self._join_patterns))
        rights = self._shown.rights if self._shown is not None else NO_RIGHTS
        self._actions.set_subject(subject, self._now, rights, joins=joins)

    def _parts(self, shown: Shown) -> Iterator[tuple[QWidget, int]]:
        """The parts from top to bottom, each with the space above it."""
        event, zone = shown.event, zone_of(self._now)
        color = shown.calendar.color if shown.calendar else UNKNOWN_COLOR
        yield calendar_line(shown.calendar, color, kind_in_words(event)), 0
        yield label(phrases.title(event), "title", "details-title"), 4
        yield from self._times(shown)
        if event.status is Status.CANCELLED:
            yield notice(_("This event is cancelled."), "cancelled", "details-cancelled"), 12
        if event.problem:
            yield notice(event.problem, "problem", "details-problem"), 12
        if shown.rights.disputed:
            decide = link(_("Decide…"), "details-decide", lambda: self.decide_requested.emit(shown.item))
            yield notice(_("Somebody else changed this while you did."), "problem", "details-disputed", decide), 12
        elif shown.rights.unsent:
            yield label(_("Your change is not sent yet."), "secondary", "details-unsent"), 12
        yield from self._answers(shown)
        if shown.change is not None:
            yield ChangeCard(shown.change, self._now), 16
        if event.trip is not None and event.trip.legs:
            yield TripView(event.trip, color, zone), 16
        account = shown.item.calendar.account
        yield from spaced(facts(event, shown.occurrence, self._now, self._reminds(shown)), 16, 8)
        yield from people(event, account, self._find_presence)
        if event.description.strip():
            yield LongText(event.description.strip(), "details-description"), 16
        yield from section(_("Files"), files(event.details))
        yield from section(_("The organiser asks"), questions(event.details.questions))

    def _answers(self, shown: Shown) -> Iterator[tuple[QWidget, int]]:
        """What the reader is asked, or has answered, and the buttons for it."""
        event, calendar = shown.event, shown.item.calendar
        if not may_answer(event, calendar):
            return
        given = own_answer(event, calendar.account)
        repeats = event.recurring and shown.occurrence is not None
        only = self._only_this if repeats else None
        bar = AnswerBar(offered(event), given, self._answered, only, self._set_only_this)
        if is_asked(event, calendar):
            yield InvitationCard(event, self._now, bar), 16
        else:
            yield AnswerCard(given, shown.pending, bar), 16

    def _set_only_this(self, only: bool) -> None:
        self._only_this = only

    def _answered(self, answer: str) -> None:
        shown = self._shown
        assert shown is not None
        event, occurrence = shown.event, shown.occurrence
        if occurrence is not None and event.recurring and self._only_this:
            event = one_of(event, occurrence)
        elif occurrence is not None:
            event = event.moved_to(occurrence.start, occurrence.end)
        self.acted.emit(act_of(answer), Subject(shown.item, event))

    def _times(self, shown: Shown) -> Iterator[tuple[QWidget, int]]:
        occurrence = shown.occurrence
        if occurrence is None:
            return
        yield label(when(shown.event, occurrence, self._now), "when", "details-when"), 4
        until = relative(occurrence, self._now)
        if until and shown.event.status is not Status.CANCELLED:
            overdue = is_overdue(shown.event, occurrence, self._now)
            yield label(until, "fault" if overdue else "secondary", "details-relative"), 4
        zone = zone_of(self._now)
        clocks = (own_time(occurrence, zone), own_end(occurrence, zone))
        yield from spaced((fact("zone", words, "details-zone") for words in clocks if words), 8, 8)


def _place(shown: Shown | None) -> object:
    """Which occurrence of which event it is."""
    return None if shown is None else (shown.item, shown.event.uid, shown.occurrence and shown.occurrence.start)
