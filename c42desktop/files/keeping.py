"""What becomes of the calendars of an account that is removed: gone, or kept as they were last known."""

from __future__ import annotations

from dataclasses import replace

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState
from c42desktop.edit_payloads import changed_item
from c42desktop.files import importing
from c42desktop.i18n import gettext as _
from c42desktop.store import instants
from c42desktop.store.answers import Answers
from c42desktop.store.edits import Edits
from c42desktop.store.store import Store


def keep_calendars(store: Store, account: str) -> None:
    """Make each calendar of an account that has events a local one; the others are forgotten. All of it or nothing.

    Raises StoreError. Where the account was here before and one was kept then, the new one takes its place;
    `importing.sweep` throws away the old one.
    """
    with store.transaction():
        for calendar in store.calendars(account):
            if store.has_events(calendar.ref):
                _keep(store, calendar)
            else:
                importing.hide(store, calendar.ref)
        instants.forget_account(store.db, account)


def hide_calendars(store: Store, account: str) -> None:
    """Forget the calendars of an account, at once for readers; `importing.sweep` does the rest. Raises StoreError."""
    with store.transaction():
        for calendar in store.calendars(account):
            importing.hide(store, calendar.ref)
        instants.forget_account(store.db, account)


def kept_ref(ref: CalendarRef) -> CalendarRef:
    """The local calendar that one on a server becomes."""
    return local_ref(f"{ref.account} {ref.service} {ref.node}")


def _keep(store: Store, calendar: Calendar) -> None:
    kept = kept_ref(calendar.ref)
    if store.calendar(kept) is not None:
        importing.hide(store, kept)
    _write_edits(store, calendar.ref)
    Answers(store.db).forget_all(calendar.ref)
    Edits(store.db).forget_all(calendar.ref)
    store.move_calendar(calendar.ref, kept)
    origin = _("Kept from {account}").format(account=calendar.ref.account)
    store.update_calendar(replace(calendar, ref=kept, description=origin, state=CalendarState.ACTIVE, problem=""))


def _write_edits(store: Store, calendar: CalendarRef) -> None:
    """What waits for the server stands in the items themselves from now on."""
    for waiting in Edits(store.db).waiting(calendar.account):
        item = store.item(waiting.edit.item)
        if item is None or item.ref.calendar != calendar:
            continue
        if item.events:
            store.put_item(changed_item(item, item.events))
        else:
            store.remove_items(calendar, [item.ref.item_id])
