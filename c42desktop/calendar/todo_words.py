"""What is to be done, and until when."""

from __future__ import annotations

from datetime import date, tzinfo

from c42desktop.calendar.field_words import Fields
from c42desktop.calendar.model import Event, EventType, Status
from c42desktop.calendar.tasks import is_open
from c42desktop.calendar.told import Told, point, title_of
from c42desktop.i18n import gettext as _


def due_in_words(event: Event, today: date, zone: tzinfo) -> str:
    """ "due tomorrow 14:00"; empty for what has no end to it."""
    return _("due {time}").format(time=point(event.due, today, zone)) if event.due is not None else ""


def tell_change(fields: Fields, event: Event, details: tuple[str, ...]) -> Told | None:
    """A to-do that is done, or due at another time; None for any other change."""
    if event.type is not EventType.TODO:
        return None
    if "status" in fields and event.status is Status.COMPLETED:
        return Told(_("Done: {summary}").format(summary=title_of(event)))
    if "due" in fields and is_open(event):
        return Told(_("To do: {summary}").format(summary=title_of(event)), details)
    return None
