"""What is to be done, and until when."""

from __future__ import annotations

from datetime import date, tzinfo

from c42desktop.calendar.field_words import what_changed
from c42desktop.calendar.model import Event, EventType, Status
from c42desktop.calendar.tasks import is_open
from c42desktop.calendar.time_words import Fields
from c42desktop.calendar.told import Told, parsed, point, title_of
from c42desktop.i18n import gettext as _


def due_in_words(event: Event, today: date, zone: tzinfo) -> str:
    """ "due tomorrow 14:00"; empty for what has no end to it."""
    return _("due {time}").format(time=point(event.due, today, zone)) if event.due is not None else ""


def tell_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> Told | None:
    """A to-do that is done, or due at another time; None for any other change."""
    if event.type is not EventType.TODO:
        return None
    if "status" in fields and event.status is Status.COMPLETED:
        return Told(_("{summary} is done").format(summary=title_of(event)))
    if "due" in fields and is_open(event):
        rest = {name: each for name, each in fields.items() if name != "due"}
        return _due(fields, event, today, zone).with_details(what_changed(rest, event, today, zone))
    return None


def _due(fields: Fields, event: Event, today: date, zone: tzinfo) -> Told:
    was, now = parsed(fields["due"].before), parsed(fields["due"].after)
    details = (_("was {time}").format(time=point(was, today, zone)),) if was is not None else ()
    if now is None:
        return Told(_("{summary} is no longer due").format(summary=title_of(event)), details)
    return Told(_("{summary} is due {time}").format(summary=title_of(event), time=point(now, today, zone)), details)
