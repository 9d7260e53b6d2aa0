"""Where a person sees their events, joined: the list of days, what was searched for, and the days of the month.

agenda.py   the list of days: built before the window, which asks it
search.py   what is found
month.py    which days have events
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from c42desktop.calendar.model import ItemRef
from c42desktop.controllers.agenda import AgendaController
from c42desktop.controllers.month import MonthController
from c42desktop.controllers.search import SearchController
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.main_window import MainWindow


class Lists:
    """Built once. `now` gives the instant in the reader's zone."""

    def __init__(
        self, store: Store, window: MainWindow, agenda: AgendaController, tasks: Tasks, *, now: Callable[[], datetime]
    ) -> None:
        self._window = window
        self._agenda = agenda
        self._search = SearchController(store, window, tasks, now=now)
        self._month = MonthController(store, window.sidebar.month, tasks, now=now)
        self.start = self._search.start
        self.drawn = self._month.touch
        agenda.in_sight = window.view.in_sight
        window.view.moved.connect(agenda.look)
        window.far_requested.connect(agenda.show_item)
        window.day_requested.connect(self._show_day)
        window.view.day_wanted.connect(self._show_day)

    def touch(self, items: Iterable[ItemRef]) -> None:
        """These items changed."""
        self._agenda.touch(items)
        self._search.touch()

    def calendars_changed(self) -> None:
        """Others are there, or are shown."""
        self._search.touch()
        self._month.touch()

    def tick(self) -> None:
        """A minute has passed."""
        self._agenda.tick()
        self._search.tick()

    def clock_changed(self) -> None:
        """The clock was set, or the zone is another one."""
        self._agenda.start_over()
        self._search.touch()

    def close(self) -> None:
        """Read the store no more: it is about to be closed."""
        self._agenda.close()
        self._search.close()
        self._month.close()

    def _show_day(self, day: date) -> None:
        self._window.page.hide_details()
        self._window.page.show_agenda()
        self._agenda.show_day(day)
        self._window.view.go_to(day)
