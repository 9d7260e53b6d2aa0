"""The order of the calendars, as the person wants it. Without one they stand by title."""

from __future__ import annotations

from collections.abc import Sequence

from c42desktop.calendar.model import CalendarRef
from c42desktop.store.database import Database

NEXT = "(SELECT CASE WHEN max(position) > 0 THEN max(position) + 1 ELSE 0 END FROM calendar)"
"""The place of a new calendar: the last, once there is an order."""


def put_in_order(db: Database, refs: Sequence[CalendarRef]) -> None:
    """These come first, one after the other; then all others, as they stood. Raises StoreError."""
    with db.transaction():
        db.execute("UPDATE calendar SET position = position + ?", (len(refs) + 1,))
        db.execute_many(
            "UPDATE calendar SET position = ? WHERE account = ? AND service = ? AND node = ?",
            [(place, ref.account, ref.service, ref.node) for place, ref in enumerate(refs, 1)],
        )
