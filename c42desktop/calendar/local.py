"""Calendars that came from a file: nobody's account, at no service, kept in the store only."""

from __future__ import annotations

import hashlib

from c42desktop.calendar.model import CalendarRef

SERVICE = "local"
UNFINISHED = "local.unfinished"
"""The service of what is being written or being thrown away: no reader ever sees it, whatever happens meanwhile."""


def local_ref(source: str) -> CalendarRef:
    """The calendar of a file by where the file is: the same file again is the same calendar."""
    return CalendarRef("", SERVICE, hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def is_local(ref: CalendarRef) -> bool:
    """Whether a calendar is kept here only, and nothing of it is on a server."""
    return ref.account == "" and ref.service == SERVICE
