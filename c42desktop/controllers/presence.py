"""Presence from the calendar: others see when a person is in a meeting, if that person wants it, and are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, QTimer

from c42desktop.calendar.busy import busy_at, keeps_busy, next_edge, words
from c42desktop.calendar.model import CalendarRef, Level, Occurrence
from c42desktop.link import Link
from c42desktop.plain import one_line
from c42desktop.preferences import Preferences
from c42desktop.presence import Presence, Show
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Row

_LONGEST_TIMER = timedelta(hours=24)


class PresenceController:
    """Says of each account whether its person is busy now. `now` gives the instant in the reader's zone,
    `until_tomorrow` what is on today and tomorrow; the model knows the calendars.

    What is in an account's calendars is told to the contacts of that account only, for the others are other people:
    colleagues, family. A calendar that is at no server is the person's own, and told to all. What is hidden, or has
    been silenced altogether, is not about them.
    """

    def __init__(
        self,
        model: AgendaModel,
        until_tomorrow: Callable[[], Iterable[Row]],
        links: Callable[[], Iterable[Link]],
        *,
        preferences: Callable[[], Preferences],
        now: Callable[[], datetime],
    ) -> None:
        self._model = model
        self._until_tomorrow = until_tomorrow
        self._links = links
        self._preferences = preferences
        self._now = now
        self._is_telling = False  # whether anybody may have been told more than that we are there
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be minutes late
        self._timer.timeout.connect(self.apply)

    def apply(self) -> None:
        """The agenda, the preferences or the clock changed: tell what is true now, and wait for the next edge."""
        self._timer.stop()
        wanted, before = self._preferences().publish_presence, self._is_telling
        self._is_telling = wanted
        for link in self._links() if wanted or before else ():
            link.session.tell_presence()
        if wanted:
            now = self._now()
            edge = next_edge((each for _ref, each in self._busy()), now, _zone(now))
            wait = min(edge - now, _LONGEST_TIMER) if edge is not None else _LONGEST_TIMER
            self._timer.start(int(wait.total_seconds() * 1000) + 5)  # never before it

    def close(self) -> None:
        """Wait no more."""
        self._timer.stop()

    def ours(self, account: str) -> Presence:
        """What the contacts of an account are told now."""
        preferences, now = self._preferences(), self._now()
        if not preferences.publish_presence:
            return Presence()
        busy = busy_at((each for ref, each in self._busy() if ref.account in (account, "")), now, _zone(now))
        if busy is None:
            return Presence()
        return Presence(Show.DND, one_line(words(busy, now, with_title=preferences.presence_title)))

    def of(self, account: str, address: str) -> Presence | None:
        """Whether somebody is there, as far as this account is told; of a calendar at no server, any account."""
        found = (link.session.presence_of(address) for link in self._links() if account in ("", link.jid))
        return next((presence for presence in found if presence is not None), None)

    def _busy(self) -> Iterator[tuple[CalendarRef, Occurrence]]:
        """What keeps the person busy today and tomorrow, whatever days the window shows."""
        for row in self._until_tomorrow():
            if row.item is None or row.occurrence is None:
                continue
            ref = row.item.calendar
            calendar = self._model.calendar(ref)
            if calendar is not None and calendar.level is not Level.NOTHING and keeps_busy(row.occurrence, ref.account):
                yield ref, row.occurrence


def _zone(now: datetime) -> tzinfo:
    assert now.tzinfo is not None
    return now.tzinfo
