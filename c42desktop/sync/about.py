"""What an item says of the calendar that it is in, taken over where the node itself says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from c42desktop.calendar.changes import failing_import
from c42desktop.calendar.model import CalendarRef, Change
from c42desktop.calendar.payloads import About
from c42desktop.store.store import Store


def describe(
    store: Store, ref: CalendarRef, before: About | None, now: About, at: datetime
) -> tuple[bool, list[Change]]:
    """Take over what an item says `now`; `before` is what it said until now, and `at` (aware, UTC) when we learned it.

    Gives whether the calendar looks different, and what is to be told: once, that its import fails, until it works.
    """
    calendar, old = store.calendar(ref), before or About()
    if calendar is None:
        return False, []
    title = now.title if calendar.title in ("", ref.node, old.title) else ""
    description = now.description if calendar.description == old.description else calendar.description
    color = now.color if now.color != old.color else ""
    known = replace(calendar, title=title or calendar.title, description=description, color=color or calendar.color)
    if known != calendar:
        store.update_calendar(known)
    failed = now.import_failed if old.import_failed is None else None
    return known != calendar, [failing_import(ref, known.title, failed, at)] if failed is not None else []
