"""Which changes are worth an interruption."""

from __future__ import annotations

from datetime import timedelta

from c42desktop.calendar.field_words import fields_of
from c42desktop.calendar.model import Change, ChangeKind, FieldChange, Level, as_local
from c42desktop.calendar.people_words import BY
from c42desktop.calendar.persons import is_mine
from c42desktop.calendar.words import invites
from c42desktop.notify.scene import Scene

# Edited all day long in shared documents, done by the reader elsewhere, of use to programs only, or who did it.
QUIET_FIELDS = frozenset(
    {"description", "answer", "progress", "categories", "attachments", "timezone", "alarms", "permission", BY}
)
_PEOPLE = frozenset({"attendees"})


def is_quiet(change: Change, scene: Scene) -> bool:
    """Whether it is in the list of changes only."""
    return scene.level(change.calendar) is not Level.EVERYTHING or not _matters(change) or _is_over(change, scene)


def is_said_softly(change: Change) -> bool:
    """What nobody has to do anything about: who comes to one's own event, and where a calendar is kept."""
    return change.kind is ChangeKind.CALENDAR_MOVED or (
        change.kind is ChangeKind.CHANGED and not invites(change) and set(fields_of(change)) - QUIET_FIELDS <= _PEOPLE
    )


def _matters(change: Change) -> bool:
    if change.kind is not ChangeKind.CHANGED:
        return True
    return invites(change) or any(_is_news(field, change) for field in change.fields)


def _is_news(field: FieldChange, change: Change) -> bool:
    """Others' answers matter to whoever has invited them; the reader's own are none."""
    if field.name not in _PEOPLE:
        return field.name not in QUIET_FIELDS
    event, account = change.event, change.calendar.account.casefold()
    if event is None or not is_mine(event, account):
        return False
    lines = set((field.before or "").split("\n")) ^ set((field.after or "").split("\n"))
    return any(line and account not in line.casefold() for line in lines)


def _is_over(change: Change, scene: Scene) -> bool:
    """True where an event that was over is gone: tidied up or evicted, called off by nobody. A trip that is over is
    late for nobody."""
    event = change.event
    if event is None or event.start is None or event.recurring or event.and_future:
        return False
    if change.kind is not ChangeKind.REMOVED and (change.kind is not ChangeKind.CHANGED or event.trip is None):
        return False
    end = as_local(event.end or event.start, scene.zone)
    if event.all_day and event.end is None:
        end += timedelta(days=1)
    return end <= scene.now
