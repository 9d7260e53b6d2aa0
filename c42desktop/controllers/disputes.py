"""What the person changed while somebody else did, offered to be decided; and what waits to be sent, said and shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from c42desktop.calendar.edits import Conflict
from c42desktop.calendar.model import Change, ItemRef
from c42desktop.controllers.banner import BannerController
from c42desktop.editing import Editing
from c42desktop.i18n import gettext as _
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.pills import pill_for, unsent_pill

if TYPE_CHECKING:
    from c42desktop.ui.conflict_dialog import ConflictDialog


class Disputes:
    """Nothing opens by itself: the banner and the details offer it. `now` gives the instant in the reader's zone.

    `find_change(item)`: what a row says of an item once nothing waits any more.
    """

    def __init__(
        self,
        window: MainWindow,
        model: AgendaModel,
        editing: Editing,
        banner: BannerController,
        *,
        now: Callable[[], datetime],
        find_change: Callable[[ItemRef], Change | None],
    ) -> None:
        self._window = window
        self._model = model
        self._editing = editing
        self._banner = banner
        self._now = now
        self._find_change = find_change
        self._marked: set[ItemRef] = set()
        self._dialog: ConflictDialog | None = None
        window.decide_requested.connect(self.decide)

    def start(self) -> None:
        """What waited when the program ended."""
        self.refresh()
        self.offer()

    def refresh(self) -> None:
        """Something was changed, sent or taken: rows and banner say what waits."""
        waiting = set(self._editing.waiting())
        for item in waiting:
            self._model.mark(item, unsent_pill())
        for item in self._marked - waiting:
            self._unmark(item)
        self._marked = waiting
        self._banner.set_waiting(len(waiting))
        self._window.refresh_details()

    def offer(self) -> None:
        """Say in the banner that there is something to decide."""
        conflicts = self._editing.conflicts()
        if conflicts and self._dialog is None:
            from c42desktop.ui.conflict_dialog import headline

            sentence = _("{headline}.").format(headline=headline(conflicts[0]))
            first = conflicts[0].edit.item
            self._banner.ask(sentence, [("decide", _("Decide…"))], lambda _choice: self.decide(first), lambda: None)

    def arose(self, _conflict: Conflict) -> None:
        """There is one more."""
        self.refresh()
        self.offer()

    def decide(self, item: ItemRef) -> None:
        """Ask about the first conflict of an item."""
        found = next((each for each in self._editing.conflicts() if each.edit.item == item), None)
        if found is None or self._dialog is not None:
            return
        from c42desktop.ui.conflict_dialog import ConflictDialog

        self._dialog = ConflictDialog(found, self._now(), self._window)
        self._dialog.decided.connect(lambda mine: self._editing.resolve(found, mine))
        self._dialog.finished.connect(lambda _result: self._closed())
        self._dialog.open()

    def close(self) -> None:
        """Nothing is asked any more."""
        if self._dialog is not None:
            self._dialog.close()

    def _closed(self) -> None:
        """The next one, if there is; what was put off is offered by its details and at the next start."""
        dialog, self._dialog = self._dialog, None
        assert dialog is not None
        dialog.deleteLater()
        self.refresh()
        if dialog.result():
            self.offer()

    def _unmark(self, item: ItemRef) -> None:
        """Back to what the row said before."""
        self._model.unmark(item)
        change = self._find_change(item)
        told = pill_for(change, self._now()) if change is not None else None
        if told is not None:
            self._model.mark(item, told)
