"""What is said of one field that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, tzinfo

from c42desktop.calendar.dates import clock, day_label
from c42desktop.calendar.differences import person_text
from c42desktop.calendar.model import Event, EventType, FieldChange, Moment, Person, Status, as_local
from c42desktop.calendar.repetition import repeats
from c42desktop.calendar.told import at, lower, parsed, point, when_of
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

Fields = dict[str, FieldChange]

_POINTS = ("due", "departure", "ride", "arrival")
_TIMES = ("start", "end", *_POINTS)

MOST_NAMED = 3  # people in one sentence


def time_change(fields: Fields, event: Event, today: date, zone: tzinfo) -> str:
    start, end = fields.get("start"), fields.get("end")
    if start is None:
        return _end_change(end, event, today, zone) if end is not None else ""
    was, now = parsed(start.before), parsed(start.after)
    if now is None:
        return _("no time, was {before}").format(before=point(was, today, zone)) if was is not None else ""
    if was is None:
        return _("now {time}").format(time=point(now, today, zone))
    if event.recurring:
        return _series_moved(was, now, event, zone)
    if event.and_future:
        return _was_now(was, now, zone) or _moved(was, now, today, zone)
    return _moved(was, now, today, zone)


def _moved(was: Moment, now: Moment, today: date, zone: tzinfo) -> str:
    """ "was 14:00, now 15:00"; the day is named where it is not today, both days where it changed."""
    old, new = as_local(was, zone), as_local(now, zone)
    timed = isinstance(was, datetime) and isinstance(now, datetime)
    if not timed or old.date() != new.date():
        return _("was {before}, now {after}").format(before=point(was, today, zone), after=point(now, today, zone))
    times = _("was {before}, now {after}").format(before=clock(old), after=clock(new))
    return times if new.date() == today else f"{day_label(new.date(), today, inline=True)}: {times}"


def _series_moved(was: Moment, now: Moment, event: Event, zone: tzinfo) -> str:
    """As `_moved`, with weekdays for days: the first day of a series may be years ago."""
    times = _was_now(was, now, zone)
    return f"{lower(repeats(event))}: {times}" if times else lower(repeats(event))


def _was_now(was: Moment, now: Moment, zone: tzinfo) -> str:
    """The hours, with weekdays where they differ; empty where neither does."""
    old, new = as_local(was, zone), as_local(now, zone)
    before, after = (
        clock(moment) if isinstance(raw, datetime) else _("all day") for raw, moment in ((was, old), (now, new))
    )
    if old.weekday() != new.weekday():
        before, after = f"{old:%A} {before}", f"{new:%A} {after}"
    return _("was {before}, now {after}").format(before=before, after=after) if before != after else ""


def _end_change(end: FieldChange, event: Event, today: date, zone: tzinfo) -> str:
    """ "until 16:30, was 16:00": the start stayed. Exclusive all-day ends are told by their last day."""
    was, now = parsed(end.before), parsed(end.after)
    if not isinstance(was, datetime) or not isinstance(now, datetime) or event.start is None:
        return _("now {time}").format(time=when_of(event, today, zone)) if event.start is not None else ""
    same_day = as_local(was, zone).date() == as_local(now, zone).date() == as_local(event.start, zone).date()
    if same_day or event.recurring:
        before, after = clock(as_local(was, zone)), clock(as_local(now, zone))
    else:
        before, after = point(was, today, zone), point(now, today, zone)
    return _("until {after}, was {before}").format(before=before, after=after)


def what_changed(fields: Fields, event: Event, today: date, zone: tzinfo) -> list[str]:
    """One detail for each thing that changed; the times first."""
    details = [time_change(fields, event, today, zone)]
    details += [_point_change(field, today, zone) for name, field in fields.items() if name in _POINTS]
    details += [_field_change(field, event) for name, field in fields.items() if name not in _TIMES]
    told = [detail for detail in details if detail]
    return [_from_then_on(told[0], event, today, zone), *told[1:]] if told and event.and_future else told


def _from_then_on(detail: str, event: Event, today: date, zone: tzinfo) -> str:
    """ "from Tuesday on: was 09:00, now 10:00": a change of one occurrence and all later ones."""
    since = event.recurrence_id or event.start
    if since is None:
        return detail
    day = day_label(as_local(since, zone).date(), today, inline=True)
    return _("from {day} on: {detail}").format(day=day, detail=detail)


def _point_change(field: FieldChange, today: date, zone: tzinfo) -> str:
    """ "due tomorrow, was Friday", "leave at 17:20, was 17:12"."""
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
    before, after = _count(field.before), _count(field.after)
    if before == after:
        return ", ".join(answers(field, event)) or _("other answers")
    people = ngettext("{count} person", "{count} people", after).format(count=after)
    return _("{people} instead of {before}").format(people=people, before=before)


def answers(field: FieldChange, event: Event) -> list[str]:
    """ "Ann accepted": what those who take part have answered since; nothing where others take part now."""
    known = (field.before or "").split("\n")
    if _count(field.before) != _count(field.after):
        return []
    new = [person for person in event.attendees if person_text(person) not in known and _is_among(person, known)]
    words = {
        "accepted": _("{people} accepted"),
        "declined": _("{people} declined"),
        "tentative": _("{people} may come"),
    }
    by_answer = {answer: [_name(each) for each in new if each.answer == answer] for answer in words}
    return [words[answer].format(people=_named(names)) for answer, names in by_answer.items() if names]


def _is_among(person: Person, lines: list[str]) -> bool:
    """Whether somebody was there before, with another answer."""
    who = person_text(replace(person, answer=""))
    return bool(who) and any(line == who or line.startswith(f"{who} ") for line in lines)


def _name(person: Person) -> str:
    return person.name or person.address


def _named(names: list[str]) -> str:
    """ "Ann", "Ann and Bram", "Ann, Bram and 3 others"."""
    if len(names) > MOST_NAMED:
        others = len(names) - MOST_NAMED + 1
        sentence = ngettext("{names} and {count} other", "{names} and {count} others", others)
        return sentence.format(names=", ".join(names[: MOST_NAMED - 1]), count=others)
    first, last = ", ".join(names[:-1]), names[-1]
    return _("{names} and {last}").format(names=first, last=last) if first else last


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
    return _("other invitation") if field.before else _("{person} invites you").format(person=inviter(event) or "?")


def inviter(event: Event) -> str:
    """Who invites the reader; empty where nobody does, or nobody knows who."""
    invitation = event.personal.invitation
    return _name(invitation.actor) if invitation is not None else ""


def legs_in_words(text: str | None) -> str:
    """ "walk, IC 2241, bus 4": legs by name, one a line, modes in the reader's language."""
    modes = {"car": _("car"), "transit": _("train or bus"), "bicycle": _("bicycle"), "walk": _("walk")}
    return ", ".join(modes.get(name, name) for name in (text or "").split("\n") if name)


def _route(field: FieldChange, _event: Event) -> str:
    return _("new route: {legs}").format(legs=legs_in_words(field.after)) if field.after else _("no route")


def _count(lines: str | None) -> int:
    """How many values a FieldChange holds: it has one a line."""
    return len(lines.split("\n")) if lines else 0


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
