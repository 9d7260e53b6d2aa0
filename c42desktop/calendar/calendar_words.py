"""What is said of a whole calendar."""

from __future__ import annotations

from datetime import date, tzinfo

from c42desktop.calendar.model import Change, ChangeKind
from c42desktop.calendar.people_words import who
from c42desktop.calendar.told import Told, parsed, past_point
from c42desktop.i18n import gettext as _

KINDS = frozenset(
    {
        ChangeKind.CALENDAR_EMPTIED,
        ChangeKind.CALENDAR_REMOVED,
        ChangeKind.CALENDAR_MOVED,
        ChangeKind.CALENDAR_SHARED,
        ChangeKind.CALENDAR_WITHDRAWN,
        ChangeKind.IMPORT_FAILING,
    }
)

IMPORT_FAILED = "import_failed"
"""The name of the FieldChange that says since when an import fails (`after`: ISO 8601; None once it works again)."""


def tell_change(change: Change, today: date, zone: tzinfo) -> Told:
    """ "“Product team” is no longer shared with you"; its summary is the calendar's title."""
    title = change.summary or _("Untitled calendar")
    if change.kind is ChangeKind.IMPORT_FAILING:
        return Told(_import(change, title, today, zone))
    person = who(change)
    words = {
        ChangeKind.CALENDAR_EMPTIED: _("“{calendar}” was emptied"),
        ChangeKind.CALENDAR_REMOVED: _("“{calendar}” was removed"),
        ChangeKind.CALENDAR_MOVED: _("“{calendar}” has moved to another address"),
        ChangeKind.CALENDAR_WITHDRAWN: _("“{calendar}” is no longer shared with you"),
    }.get(
        change.kind,
        _("{person} shares “{calendar}” with you") if person else _("“{calendar}” was added to your calendars"),
    )
    return Told(words.format(calendar=title, person=person))


def _import(change: Change, title: str, today: date, zone: tzinfo) -> str:
    failed = next((field for field in change.fields if field.name == IMPORT_FAILED), None)
    since = parsed(failed.after) if failed is not None else None
    if since is not None:
        time = past_point(since, today, zone)
        return _("{calendar}: the import fails since {time}").format(calendar=title, time=time)
    works = failed is not None and bool(failed.before)
    return (_("{calendar}: the import works again") if works else _("{calendar}: the import fails")).format(
        calendar=title
    )
