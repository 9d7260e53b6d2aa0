"""Events created, changed, deleted and moved by the person: shown at once, sent as soon as they can be.

calendar/edits.py   what an edit is, and how it is put onto what the server has (pure)
store/edits.py      what no server has confirmed yet
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from c42desktop.calendar.edits import Conflict, Span
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.link import Link
from c42desktop.store.store import Store


class Editing:
    """The edits of all accounts. `links()` are those that are online; `now` gives the instant (aware).

    `on_changed(items)`: their rows are to be drawn anew. `on_conflict(conflict)`: the person has to decide, at once
    or later (`conflicts`). `tell(sentence)`: why an edit was not taken.
    """

    def __init__(
        self,
        store: Store,
        links: Callable[[], Sequence[Link]],
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[Iterable[ItemRef]], None],
        on_conflict: Callable[[Conflict], None],
        tell: Callable[[str], None],
    ) -> None:
        raise NotImplementedError

    def create(self, calendar: CalendarRef, event: Event) -> ItemRef:
        """Add an event to a calendar. Raises UserError where that calendar takes none."""
        raise NotImplementedError

    def change(self, item: ItemRef, shown: Event, wanted: Event, span: Span) -> None:
        """Make of an event, as it was shown at one of its occurrences, what the person wants. Raises UserError."""
        raise NotImplementedError

    def delete(self, item: ItemRef, shown: Event, span: Span) -> None:
        """Take an event, one occurrence or all from there on out of its calendar. Raises UserError."""
        raise NotImplementedError

    def move(self, item: ItemRef, to: CalendarRef) -> ItemRef:
        """Take an item over into another calendar: there first, then it goes here. Raises UserError."""
        raise NotImplementedError

    def may_write(self, calendar: CalendarRef) -> bool:
        """Whether the person may change events there, as far as is known; a local calendar always."""
        raise NotImplementedError

    def is_waiting(self, item: ItemRef) -> bool:
        """Whether an edit of the item waits for its server."""
        raise NotImplementedError

    def waiting(self) -> list[ItemRef]:
        """All items with edits that no server has confirmed, the older first."""
        raise NotImplementedError

    def conflicts(self) -> list[Conflict]:
        """The edits that a person has to decide about, the older first."""
        raise NotImplementedError

    def resolve(self, conflict: Conflict, mine: Iterable[str]) -> None:
        """Decide a conflict: the person's value for the fields named, the server's for all others."""
        raise NotImplementedError

    def online(self, account: str) -> None:
        """An account is connected: what waits for it is sent."""
        raise NotImplementedError

    async def close(self) -> None:
        """Stop sending; what was not confirmed waits for the next start."""
        raise NotImplementedError
