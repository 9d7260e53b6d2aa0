"""What is said of one field that changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, tzinfo

from c42desktop.calendar.dates import day_label
from c42desktop.calendar.model import Change, Event, EventType, FieldChange, Status, as_local
from c42desktop.calendar.people_words import BY, answers, count, inviter
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.time_words import Fields, time_change
from c42desktop.calendar.told import at, lower, parsed
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

_POINTS = ("due", "departure", "ride", "arrival")
_TIMES = ("start", "end", *_POINTS)


def fields_of(change: Change) -> Fields:
    """What changed, by name."""
    return {field.name: field for field in change.fields if field.name != BY}


def what_changed(fields: Fields, event: Event, today: date, zone: tzinfo) -> list[str]:
    """One detail for each thing that changed; the times first."""
    details = [time_change(fields, event, today, zone)]
    details += [_point_change(field, today, zone) for name, field in fields.items() if name in _POINTS]
    said = ("recurrence",) if "start" in fields and event.recurring else ()  # with the time
    details += [_field_change(field, event) for name, field in fields.items() if name not in (*_TIMES, *said)]
    told = [detail for detail in details if detail]
    return [_from_then_on(told[0], event, today, zone), *told[1:]] if told and event.and_future else told


def _from_then_on(detail: str, event: Event, today: date, zone: tzinfo) -> str:
    """ "from Tuesday on: 10:00 – 11:00, was 09:00": a change of one occurrence and all later ones."""
    since = event.recurrence_id or event.start
    if since is None:
        return detail
    day = day_label(as_local(since, zone).date(), today, inline=True)
    return _("from {day} on: {detail}").format(day=day, detail=detail)


def _point_change(field: FieldChange, today: date, zone: tzinfo) -> str:
    """ "due tomorrow, was Friday", "leave 17:20, was 17:12"."""
    was, now = parsed(field.before), parsed(field.after)
    if now is None:
        return {
            "due": _("no longer due"),
            "departure": _("when to leave is not known"),
        }.get(field.name, "")
    words = {
        "due": _("due {time}"),
        "departure": _("leave {time}"),
        "ride": _("departs {time}"),
        "arrival": _("arrives {time}"),
    }[field.name].format(time=at(now, today, zone))
    return _("{now}, was {before}").format(now=words, before=at(was, today, zone)) if was is not None else words


def _field_change(field: FieldChange, event: Event) -> str:
    """One field that is not a time; long texts are only mentioned."""
    if field.name in ("summary", "location", "destination"):
        return _short_text(field)
    special = _SPECIAL.get(field.name)
    if special is not None:
        return special(field, event)
    return {
        "description": _("new description") if field.after else _("no description"),
        "url": _("new link") if field.after else _("no link"),
        "meetings": _("new way to take part") if field.after else _("no way to take part from elsewhere"),
        "attachments": _("other files") if field.after else _("no files"),
        "organizer": _("new organiser") if field.after else _("no organiser"),
        "categories": _("other categories"),
        "alarms": _("other reminders"),
        "timezone": _("other time zone"),
        "dates": _("other dates"),
        "busy": _("leaves you free now") if field.after else _("keeps you busy now"),
        "suggested": _("now a suggestion") if field.after else _("no longer a suggestion"),
        "trip": _("no way to get there was found") if field.after else "",
    }.get(field.name, "")


def _short_text(field: FieldChange) -> str:
    """What it was: the title itself is told already. Of a place, what it is, too."""
    if field.name == "summary":
        return _("was {before}").format(before=field.before) if field.before else _("had no title")
    destination = field.name == "destination"
    if not field.after:
        words = _("no destination, was {before}") if destination else _("no place, was {before}")
        return words.format(before=field.before)
    now = _("to {place}").format(place=field.after) if destination else field.after
    return _("{now}, was {before}").format(now=now, before=field.before) if field.before else now


def _people(field: FieldChange, event: Event) -> str:
    before, after = count(field.before), count(field.after)
    if before == after:
        return ", ".join(answers(field, event)) or _("other answers")
    people = ngettext("{count} person", "{count} people", after).format(count=after)
    return _("{people} instead of {before}").format(people=people, before=before)


def is_on_again(fields: Fields) -> bool:
    """Whether what was cancelled takes place after all."""
    status = fields.get("status")
    return status is not None and status.before == Status.CANCELLED.value


def _status(field: FieldChange, event: Event) -> str:
    if field.before == Status.CANCELLED.value and event.status is Status.CONFIRMED:
        return _("no longer cancelled")
    return {
        Status.CONFIRMED: _("now confirmed"),
        Status.TENTATIVE: _("now tentative"),
        Status.CANCELLED: _("now cancelled"),
        Status.COMPLETED: _("done"),
    }[event.status]


def _type(_field: FieldChange, event: Event) -> str:
    return {
        EventType.NORMAL: _("now an event"),
        EventType.TODO: _("now a to-do"),
        EventType.TIME_BLOCK: _("now a time block"),
        EventType.ROUTE: _("now a route"),
    }.get(event.type, _("now a trip"))


def _answer(field: FieldChange, _event: Event) -> str:
    if not field.after:
        return _("nobody waits for your answer")
    return {
        "accepted": _("you accepted"),
        "declined": _("you declined"),
        "tentative": _("you said maybe"),
    }.get(field.after, _("waits for your answer"))


def _permission(field: FieldChange, _event: Event) -> str:
    """Whether one may change it, and else whether one takes part or is only invited."""
    was, now = field.before or "", field.after or ""
    if was.endswith("_write") != now.endswith("_write"):
        return _("you can change it now") if now.endswith("_write") else _("you can only read it now")
    return _("you are invited") if now.startswith("invited") else _("in your calendar now")


def _invitation(field: FieldChange, event: Event) -> str:
    if event.personal.invitation is None:
        return _("no longer an invitation")
    if field.before:
        return _("other invitation")
    person = inviter(event)
    return _("{person} invites you").format(person=person) if person else _("you are invited")


def legs_in_words(text: str | None) -> str:
    """ "walk, IC 2241, bus 4": legs by name, one a line, modes in the reader's language."""
    modes = {"car": _("car"), "transit": _("train or bus"), "bicycle": _("bicycle"), "walk": _("walk")}
    return ", ".join(modes.get(name, name) for name in (text or "").split("\n") if name)


def _route(field: FieldChange, _event: Event) -> str:
    return _("new route: {legs}").format(legs=legs_in_words(field.after)) if field.after else _("no route")


_SPECIAL: dict[str, Callable[[FieldChange, Event], str]] = {
    "attendees": _people,
    "status": _status,
    "type": _type,
    "answer": _answer,
    "permission": _permission,
    "invitation": _invitation,
    "route": _route,
    "recurrence": lambda _field, event: lower(repeats(event)) or _("no longer repeats"),
    "problem": lambda field, _event: field.after or _("can be read again"),
    "progress": lambda field, _event: _("{part} done").format(part=field.after or "0 %"),
}
