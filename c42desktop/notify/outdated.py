"""What is on screen and of use to nobody any more, once something has happened."""

from __future__ import annotations

from datetime import datetime

from c42desktop.calendar.answers import own_answer
from c42desktop.calendar.model import Change, ChangeKind, Event, ItemRef, Moment, Reminder, is_instant
from c42desktop.notify import offers
from c42desktop.notify.notification import key_of
from c42desktop.notify.shown import OnScreen

_MOVES = frozenset({"start", "due", "departure", "recurrence", "dates"})


def outdated(change: Change, on_screen: OnScreen) -> list[str]:
    """The keys to withdraw: of reminders, where the event moved, is off or was declined; of the question, where the
    reader has answered."""
    event, item = change.event, ItemRef(change.calendar, change.item_id)
    if event is None:
        return []
    keys = []
    if _ends_reminders(change):
        keys = on_screen.without(lambda reminder, _key: reminder.item == item and _is_of(reminder, event))
    asked = on_screen.get(key_of(item))
    if asked is not None and offers.answers(change) and offers.offers_answers(asked.notification.actions):
        keys.append(key_of(item))
    return keys


def _ends_reminders(change: Change) -> bool:
    if change.kind in (ChangeKind.REMOVED, ChangeKind.CANCELLED):
        return True
    names = {field.name for field in change.fields}
    declined = change.event is not None and own_answer(change.event, change.calendar.account) == "declined"
    return bool(names & _MOVES) or (declined and offers.answers(change))


def _is_of(reminder: Reminder, event: Event) -> bool:
    """Whether a reminder is of an event, or of the one occurrence that it is."""
    if reminder.event.uid != event.uid:
        return False
    if event.recurrence_id is None or event.and_future or not reminder.occurrence:
        return True
    return _same(reminder.occurrence, event.recurrence_id)


def _same(occurrence: str, moment: Moment) -> bool:
    if not isinstance(moment, datetime) or not is_instant(moment):
        return occurrence == moment.isoformat()
    try:
        named = datetime.fromisoformat(occurrence)
    except ValueError:
        return False
    return named.tzinfo is not None and named == moment
