"""What a notification offers to do, in the order of the buttons."""

from __future__ import annotations

from collections.abc import Iterable

from c42desktop.calendar.model import Change, ChangeKind, Event, Person, Reminder, Status
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import ANSWERS, Act
from c42desktop.notify.notification import Action
from c42desktop.notify.scene import Scene

_MOVES = frozenset({"start", "end", "recurrence"})
_GONE = frozenset({ChangeKind.REMOVED, ChangeKind.CALENDAR_REMOVED, ChangeKind.CALENDAR_WITHDRAWN})


def actions(acts: Iterable[Act]) -> tuple[Action, ...]:
    """The buttons of these."""
    return tuple(Action(act, _label(act)) for act in acts)


def of_change(change: Change) -> tuple[Act, ...]:
    """An invitation is answered, and so is one that moved; of what is gone, the list of changes can be shown."""
    event = change.event
    if change.kind in _GONE or change.kind is ChangeKind.CALENDAR_EMPTIED:
        return (Act.SHOW,)
    if event is None or event.status is Status.CANCELLED:
        return (Act.OPEN,)
    names = {field.name for field in change.fields}
    if invites(change):
        return (Act.ACCEPT, Act.MAYBE, Act.DECLINE)
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


def invites(change: Change) -> bool:
    """Whether a change says that the reader is asked to come, and was not before."""
    event = change.event
    if event is None or own_answer(event, change.calendar.account) != "needs-action":
        return False
    if change.kind is ChangeKind.ADDED:
        return True
    fields = {field.name: field for field in change.fields}
    asked = fields.get("invitation")
    if asked is not None and not asked.before:
        return True
    people = fields.get("attendees")
    account = change.calendar.account
    return people is not None and bool(_lines(people.after, account)) and not _lines(people.before, account)


def answers(change: Change) -> bool:
    """Whether a change says that the reader has answered, here or elsewhere."""
    event, account = change.event, change.calendar.account
    if event is None or own_answer(event, account) in ("", "needs-action"):
        return False
    fields = {field.name: field for field in change.fields}
    people = fields.get("attendees")
    return "answer" in fields or (
        people is not None and _lines(people.before, account) != _lines(people.after, account)
    )


def own_answer(event: Event, account: str) -> str:
    """What the reader has answered, "needs-action" where they have not, "" where nobody asks."""
    if event.personal.answer:
        return event.personal.answer
    if is_mine(event, account):
        return ""
    if event.personal.invitation is not None:
        return "needs-action"
    mine = next((each for each in event.attendees if _is(each, account)), None)
    return (mine.answer or "needs-action") if mine is not None else ""


def is_mine(event: Event, account: str) -> bool:
    """Whether the reader is the organiser."""
    return event.organizer is not None and _is(event.organizer, account)


def _is(person: Person, account: str) -> bool:
    address = person.address.casefold()
    return bool(account) and address.removeprefix("mailto:").removeprefix("xmpp:") == account.casefold()


def _lines(people: str | None, account: str) -> list[str]:
    """What a field says of the reader, among other people."""
    lines = (people or "").casefold().split("\n")
    return [line for line in lines if account and account.casefold() in line]


def _label(act: Act) -> str:
    return {
        Act.OPEN: _("Open"),
        Act.SHOW: _("Show"),
        Act.JOIN: _("Join"),
        Act.MAP: _("Show on map"),
        Act.SNOOZE: _("Snooze…"),
        Act.DISMISS: _("Dismiss"),
        Act.ACCEPT: _("Accept"),
        Act.MAYBE: _("Maybe"),
        Act.DECLINE: _("Decline"),
        Act.SNOOZE_ALL: _("Snooze all"),
        Act.DISMISS_ALL: _("Dismiss all"),
    }[act]
