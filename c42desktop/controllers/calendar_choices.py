"""What a person chooses for calendars: which are seen, in which colour and order, what is told of them, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from c42desktop.calendar.model import Calendar, CalendarRef, Defaults, Level
from c42desktop.controllers.banner import BannerController
from c42desktop.preferences import Preferences
from c42desktop.store.faults import StoreError
from c42desktop.store.order import put_in_order
from c42desktop.store.store import Store
from c42desktop.ui.main_window import MainWindow


class CalendarChoices:
    """Keeps them in the store; `on_chosen()` is called after each try, as the window may show what was not kept."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        banner: BannerController,
        preferences: Callable[[], Preferences],
        on_chosen: Callable[[], None],
    ) -> None:
        self._window = window
        self._store = store
        self._banner = banner
        self._preferences = preferences
        self._on_chosen = on_chosen
        window.visibility_changed.connect(self._set_visible)
        window.level_requested.connect(self._set_level)
        window.reminders_requested.connect(self._ask_reminders)
        window.color_requested.connect(self._set_color)
        window.rename_requested.connect(self._ask_name)
        window.order_requested.connect(self._set_order)

    def _set_visible(self, ref: CalendarRef, visible: bool) -> None:
        self._change(ref, lambda calendar: replace(calendar, visible=visible))

    def _set_level(self, ref: CalendarRef, level: Level) -> None:
        self._change(ref, lambda calendar: replace(calendar, level=level))

    def _set_color(self, ref: CalendarRef, color: str) -> None:
        self._change(ref, lambda calendar: replace(calendar, color=color))

    def _set_order(self, refs: Sequence[CalendarRef]) -> None:
        try:
            put_in_order(self._store.db, refs)
        except StoreError as error:
            self._banner.tell(str(error), error=True)
        self._on_chosen()

    def _ask_name(self, calendar: Calendar) -> None:
        from c42desktop.ui.rename_dialog import RenameDialog

        dialog = RenameDialog(calendar, self._window)
        dialog.chosen.connect(lambda name: self._change(calendar.ref, lambda known: replace(known, title=name)))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _ask_reminders(self, calendar: Calendar) -> None:
        from c42desktop.ui.calendar_reminders import CalendarRemindersDialog

        dialog = CalendarRemindersDialog(calendar, self._preferences().reminders, self._window)
        dialog.chosen.connect(lambda reminders: self._set_reminders(calendar.ref, reminders))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _set_reminders(self, ref: CalendarRef, reminders: Defaults | None) -> None:
        self._change(ref, lambda calendar: replace(calendar, reminders=reminders))

    def _change(self, ref: CalendarRef, change: Callable[[Calendar], Calendar]) -> None:
        try:
            calendar = self._store.calendar(ref)
            changed = calendar and change(calendar)
            if changed is None or changed == calendar:
                return
            self._store.update_calendar(changed)
        except StoreError as error:
            self._banner.tell(str(error), error=True)
        self._on_chosen()
