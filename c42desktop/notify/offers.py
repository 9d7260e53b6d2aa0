"""What a notification offers to do, in the order of the buttons."""

from __future__ import annotations

from collections.abc import Iterable

from c42desktop.calendar.answers import offered, own_answer
from c42desktop.calendar.field_words import fields_of
from c42desktop.calendar.model import Change, ChangeKind, Reminder, Status
from c42desktop.calendar.people_words import lines_of
from c42desktop.calendar.words import invites
from c42desktop.notify.actions import ANSWERS, Act, act_of
from c42desktop.notify.labels import label_of
from c42desktop.notify.notification import Action
from c42desktop.notify.scene import Scene

_MOVES = frozenset({"start", "end", "recurrence"})
_GONE = frozenset({ChangeKind.REMOVED, ChangeKind.CALENDAR_REMOVED, ChangeKind.CALENDAR_WITHDRAWN})


def actions(acts: Iterable[Act]) -> tuple[Action, ...]:
    """The buttons of these."""
    return tuple(Action(act, label_of(act)) for act in acts)


def of_change(change: Change) -> tuple[Act, ...]:
    """An invitation is answered, and so is one that moved; of what is gone, the list of changes can be shown."""
    event = change.event
    if change.kind in _GONE or change.kind is ChangeKind.CALENDAR_EMPTIED:
        return (Act.SHOW,)
    if event is None or event.status is Status.CANCELLED:
        return (Act.OPEN,)
    names = set(fields_of(change))
    if invites(change):
        return tuple(act_of(answer) for answer in offered(event))
    if change.kind is ChangeKind.CHANGED and event.trip is not None:
        return (Act.OPEN, Act.DISMISS)
    if names & _MOVES and own_answer(event, change.calendar.account):
        return (Act.OPEN, Act.ACCEPT, Act.DECLINE)
    return (Act.OPEN,)


def of_reminder(reminder: Reminder, scene: Scene) -> tuple[Act, ...]:
    """Joining comes first: that is what there is little time for."""
    join = (Act.JOIN,) if scene.can_join(reminder.event) else ()
    return (*join, Act.SNOOZE, Act.DISMISS)


def of_reminders() -> tuple[Act, ...]:
    """Of a list of reminders."""
    return (Act.SNOOZE_ALL, Act.DISMISS_ALL)


def offers_answers(buttons: Iterable[Action]) -> bool:
    """Whether somebody is asked for an answer."""
    return any(button.id in ANSWERS for button in buttons)


def answers(change: Change) -> bool:
    """Whether a change says that the reader has answered, here or elsewhere."""
    event, account = change.event, change.calendar.account
    if event is None or own_answer(event, account) in ("", "needs-action"):
        return False
    fields = fields_of(change)
    people = fields.get("attendees")
    return "answer" in fields or (
        people is not None and lines_of(people.before, account) != lines_of(people.after, account)
    )
