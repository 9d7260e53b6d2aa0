"""A notification is clean from the start, and its key leads back to the item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.calendar.model import CalendarRef, ItemRef
from c42desktop.notify.notification import Action, Notification, item_of, key_of


def test_texts_are_cleaned_and_capped() -> None:
    notification = Notification("k", "t\n" * 200, "b\x07" * 900, actions=(Action("x", "O\u202epen\n" * 40),))
    assert notification.title.startswith("t t t")
    assert (len(notification.title), len(notification.body)) == (120, 400)
    assert notification.actions[0].id == "x"
    assert len(notification.actions[0].label) == 40
    assert "\u202e" not in notification.actions[0].label


names = st.text()


@given(names, names, names, names)
def test_a_key_leads_back_to_its_item(account: str, service: str, node: str, item_id: str) -> None:
    item = ItemRef(CalendarRef(account, service, node), item_id)
    assert item_of(key_of(item)) == item
    assert item_of(key_of(item, "reminder", "2026-11-23")) == item
    assert key_of(item) != key_of(item, "reminder")


def test_different_items_have_different_keys() -> None:
    calendars = [CalendarRef("a", "b", "c d"), CalendarRef("a", "b c", "d"), CalendarRef("a b", "c", "d")]
    assert len({key_of(ItemRef(calendar, "1")) for calendar in calendars}) == 3


@pytest.mark.parametrize("key", ["summary", "", "[]", "[1, 2, 3, 4]", '["a", "b", "c"]', "null", "{"])
def test_other_keys_are_about_no_item(key: str) -> None:
    assert item_of(key) is None
