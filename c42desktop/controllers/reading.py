"""Which calendars are being read, where that takes long, and how far it is."""

from __future__ import annotations

import contextlib

from c42desktop.calendar.model import CalendarRef
from c42desktop.i18n import gettext as _
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.update import Progress
from c42desktop.ui.calendar_box import progress_text
from c42desktop.ui.main_window import MainWindow


class ReadingController:
    """Shows the progress of each calendar in the sidebar, and has words for the one that was read last."""

    def __init__(self, store: Store, window: MainWindow) -> None:
        self._store = store
        self._window = window
        self._reading: dict[CalendarRef, Progress] = {}

    def update(self, progress: Progress) -> None:
        """A calendar has been read so far."""
        calendar, done, total = progress.calendar, progress.done, progress.total
        self._reading.pop(calendar, None)
        if done != total:
            self._reading[calendar] = progress
        self._window.set_progress(calendar, done, total)

    def words(self, account: str) -> tuple[str, str]:
        """In few words and in more; empty where no calendar of the account is being read."""
        progress = next((each for each in reversed(self._reading.values()) if each.calendar.account == account), None)
        if progress is None:
            return "", ""
        far = progress_text(progress.done, progress.total)
        title = self._title(progress.calendar)
        return _("Reading calendars…"), f"{title} – {far}" if title else far

    def _title(self, ref: CalendarRef) -> str:
        with contextlib.suppress(StoreError):
            calendar = self._store.calendar(ref)
            return calendar.title if calendar else ""
        return ""
