"""How the tables name a calendar: by a number, which its account, service and node lead to."""

from __future__ import annotations

from c42desktop.calendar.model import CalendarRef

NUMBER = "(SELECT id FROM calendar WHERE account=? AND service=? AND node=?)"
"""The number of a calendar in SQL; its three values are those of `key_of`."""


def key_of(ref: CalendarRef) -> tuple[str, str, str]:
    """What a row of the table of calendars is found by."""
    return ref.account, ref.service, ref.node
