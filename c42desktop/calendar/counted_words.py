"""Many changes and reminders at once, in one title and one line below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from enum import StrEnum

from c42desktop.calendar.dates import day_label
from c42desktop.calendar.field_words import fields_of
from c42desktop.calendar.model import Change, ChangeKind, Person, Reminder, as_local
from c42desktop.calendar.people_words import answers_title, who_answered
from c42desktop.calendar.reminder_words import missed
from c42desktop.calendar.told import Told, body, lower, title_of
from c42desktop.calendar.words import tell
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext

MOST_CALENDARS = 4
MOST_TITLES = 3
MOST_STARTS = 500  # looked at for the day or the year that all are in: of more, nobody waits for it


class Meanwhile(StrEnum):
    """During what several things happened that are told as one."""

    NOTHING = ""
    AWAY = "away"
    PAUSED = "paused"


def summed(
    counts: Mapping[str, int],
    reminders: Sequence[Reminder],
    now: datetime,
    zone: tzinfo,
    *,
    meanwhile: Meanwhile = Meanwhile.NOTHING,
) -> Told:
    """ "While you were away: 7 changes", with "5 in Product team, 2 in Travel; 1 reminder missed".

    `counts`: how many changes by the title of their calendar; `reminders`: those that were missed.
    """
    changes = sum(counts.values())
    if not changes:
        return _missed(reminders, now, zone, meanwhile)
    title = _during(
        meanwhile,
        ngettext("{count} change", "{count} changes", changes),
        ngettext("While you were away: {count} change", "While you were away: {count} changes", changes),
        ngettext(
            "While notifications were paused: {count} change",
            "While notifications were paused: {count} changes",
            changes,
        ),
    )
    also = ngettext("{count} reminder missed", "{count} reminders missed", len(reminders)) if reminders else ""
    parts = filter(None, [_by_calendar(counts), also.format(count=len(reminders))])
    return Told(title.format(count=changes), tuple(filter(None, ["; ".join(parts)])))


def of_calendar(changes: Sequence[Change], calendar: str, now: datetime, zone: tzinfo) -> Told:
    """Several changes of one calendar: "4 events added in Public holidays", with "2027" where all are in that year."""
    kinds = {_kind(change) for change in changes}
    words = _counted(kinds.pop() if len(kinds) == 1 else "", len(changes), bool(calendar))
    when = _span(changes, now.astimezone(zone).date(), zone)
    return Told(words.format(count=len(changes), calendar=calendar), (when,) if when else ())


def of_item(changes: Sequence[Change], now: datetime, zone: tzinfo) -> Told:
    """Several changes of one item: "Stand-up: 2 changes", each in a sentence; answers by who gave them."""
    last = changes[-1]
    if len(changes) == 1:
        return tell(last, now, zone)
    people = [person for change in changes if change.event is not None for person in _answers_only(change)]
    if people and all(change.event is not None and _answers_only(change) for change in changes):
        latest = {person.address or person.name: person for person in people}
        return Told(answers_title(list(latest.values()), title_of(last.event) if last.event else last.summary))
    words = ngettext("{summary}: {count} change", "{summary}: {count} changes", len(changes))
    summary = title_of(last.event) if last.event is not None else last.summary or _("Untitled event")
    told = (tell(change, now, zone) for change in changes)
    lines = tuple(f"{each.title}: {lower(body(each))}" if each.details else each.title for each in told)
    return Told(words.format(summary=summary, count=len(changes)), lines)


def _during(meanwhile: Meanwhile, nothing: str, away: str, paused: str) -> str:
    return {Meanwhile.AWAY: away, Meanwhile.PAUSED: paused}.get(meanwhile, nothing)


def _missed(reminders: Sequence[Reminder], now: datetime, zone: tzinfo, meanwhile: Meanwhile) -> Told:
    """Nothing but reminders: one by its own words, several by their titles."""
    if len(reminders) == 1:
        return missed(reminders[0], now, zone)
    count = len(reminders)
    title = _during(
        meanwhile,
        ngettext("{count} reminder missed", "{count} reminders missed", count),
        ngettext(
            "While you were away: {count} reminder missed", "While you were away: {count} reminders missed", count
        ),
        ngettext(
            "While notifications were paused: {count} reminder missed",
            "While notifications were paused: {count} reminders missed",
            count,
        ),
    )
    names = list(dict.fromkeys(title_of(reminder.event) for reminder in reminders))
    more = len(names) - MOST_TITLES
    others = [ngettext("{count} other", "{count} others", more).format(count=more)] if more > 0 else []
    said = ", ".join([*names[:MOST_TITLES], *others])
    return Told(title.format(count=count), (said,) if said else ())


def _by_calendar(counts: Mapping[str, int]) -> str:
    """ "5 in Product team, 2 in Travel", the most first."""
    shown = [(title, count) for title, count in Counter(counts).most_common() if title][:MOST_CALENDARS]
    parts = [_("{count} in {calendar}").format(count=count, calendar=title) for title, count in shown]
    rest = sum(counts.values()) - sum(count for _title, count in shown)
    return ", ".join([*parts, *([_("{count} elsewhere").format(count=rest)] if parts and rest else [])])


def _kind(change: Change) -> str:
    if change.kind is ChangeKind.CHANGED and any(each.name == "start" and each.before for each in change.fields):
        return "moved"
    return change.kind.value


def _counted(kind: str, count: int, named: bool) -> str:
    """What to fill the count in, and the title of the calendar where it is known."""
    if not named:
        return ngettext("{count} change", "{count} changes", count)
    return {
        "added": ngettext("{count} event added in {calendar}", "{count} events added in {calendar}", count),
        "moved": ngettext("{count} event moved in {calendar}", "{count} events moved in {calendar}", count),
        "changed": ngettext("{count} event changed in {calendar}", "{count} events changed in {calendar}", count),
        "cancelled": ngettext("{count} event cancelled in {calendar}", "{count} events cancelled in {calendar}", count),
        "removed": ngettext("{count} event removed from {calendar}", "{count} events removed from {calendar}", count),
    }.get(kind, ngettext("{count} change in {calendar}", "{count} changes in {calendar}", count))


def _span(changes: Sequence[Change], today: date, zone: tzinfo) -> str:
    """When all of them are: a day, or a year that is not this one; empty where that says little, or is not known."""
    events = [change.event for change in changes]
    starts = {event.start if event is not None and not event.recurring else None for event in events}
    if None in starts or len(starts) > MOST_STARTS:
        return ""
    days = {as_local(start, zone).date() for start in starts if start is not None}
    if len(days) == 1:
        return day_label(days.pop(), today, inline=True)
    years = {day.year for day in days}
    return str(years.pop()) if len(years) == 1 and today.year not in years else ""


def _answers_only(change: Change) -> list[Person]:
    """Who answered, where that is all that changed."""
    fields = fields_of(change)
    if change.event is None or fields.keys() != {"attendees"}:
        return []
    return who_answered(fields["attendees"], change.event)
