"""What `watch` prints, on its way from the application that learned of it: as JSON and back, without loss."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from c42desktop.calendar.model import CalendarRef, Change, ItemRef, Reminder
from c42desktop.i18n import gettext as _
from c42desktop.store.codec import dump_change, dump_event, load_change, load_event
from c42desktop.xmpp.login import Status


def change_message(change: Change) -> dict[str, Any]:
    """A change, to be sent."""
    calendar = change.calendar
    place = [calendar.account, calendar.service, calendar.node]
    return {"change": {"calendar": place, "item": change.item_id, "id": change.id, "data": dump_change(change)}}


def change_in(message: Mapping[str, Any]) -> Change:
    """The change that `change_message` was made of."""
    return load_change(message["data"], CalendarRef(*message["calendar"]), message["item"], message["id"])


def reminder_message(reminder: Reminder) -> dict[str, Any]:
    """A reminder that the service has sent, to be sent on."""
    calendar = reminder.item.calendar
    return {
        "reminder": {
            "calendar": [calendar.account, calendar.service, calendar.node],
            "item": reminder.item.item_id,
            "event": dump_event(reminder.event),
            "due": reminder.due.isoformat(),
            "alarm": reminder.alarm,
            "occurrence": reminder.occurrence,
        }
    }


def reminder_in(message: Mapping[str, Any]) -> Reminder:
    """The reminder that `reminder_message` was made of."""
    return Reminder(
        ItemRef(CalendarRef(*message["calendar"]), message["item"]),
        load_event(message["event"]),
        datetime.fromisoformat(message["due"]),
        message["alarm"],
        message["occurrence"],
    )


def away_words(status: Status) -> str:
    """Why an account is not connected."""
    seconds = max(1, round(status.retry_in))
    return _("{reason} Next try in {seconds} s.").format(reason=status.sentence, seconds=seconds)


def back_words(jid: str) -> str:
    """That it is connected again."""
    return _("{jid} is connected.").format(jid=jid)
