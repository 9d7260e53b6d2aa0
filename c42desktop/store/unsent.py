"""What the person did to events and no server has confirmed: it stands in what is shown, whatever is read meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.store.answers import Answers
from c42desktop.store.database import Database
from c42desktop.store.edits import Edits
from c42desktop.store.places import NUMBER, key_of


class Unsent:
    """Answers and edits together. Every method raises StoreError where the file does not let it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._answers = Answers(db)
        self._edits = Edits(db)

    def move(self, old: CalendarRef, new: CalendarRef) -> None:
        """What is in a calendar now was in another one: so is what was done to it. What was done here counts more."""
        with self._db.transaction():
            for table in ("answer", "edit"):
                sql = f"UPDATE OR IGNORE {table} SET calendar = {NUMBER} WHERE calendar = {NUMBER}"  # noqa: S608
                self._db.execute(sql, (*key_of(new), *key_of(old)))

    def applied(self, item: ItemRef, events: Sequence[Event], came: str | None = None) -> tuple[Event, ...]:
        """The events of an item, as they were read, with what the person answered and changed. `came`: the payload that
        they have just come in with, "" for none any more; an edit that is on its way has to know of it."""
        return self._edits.applied(item, self._answers.applied(item, events), came)

    def count(self, account: str) -> int:
        """How much of what was done in the calendars of an account has not reached its server."""
        return len(self._edits.waiting(account)) + len(self._answers.waiting(account))
