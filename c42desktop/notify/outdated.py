"""What is on screen and of use to nobody any more, once something has happened."""

from __future__ import annotations

from c42desktop.calendar.model import Change, ItemRef
from c42desktop.notify import offers
from c42desktop.notify.notification import key_of
from c42desktop.notify.shown import OnScreen


def outdated(change: Change, on_screen: OnScreen) -> list[str]:
    """The keys to withdraw: of the question, where the reader has answered."""
    key = key_of(ItemRef(change.calendar, change.item_id))
    asked = on_screen.get(key)
    if asked is not None and offers.answers(change) and offers.offers_answers(asked.notification.actions):
        return [key]
    return []
