"""Several things that happen to one item before its server has all of them: edits, an answer, changes of others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from c42desktop.answering import Answering
from c42desktop.calendar import payloads
from c42desktop.calendar.answers import own_answer
from c42desktop.calendar.edits import Span
from c42desktop.calendar.model import CalendarRef, CalendarState, Event, ItemRef
from c42desktop.edit_payloads import stored
from c42desktop.files import keeping
from c42desktop.store.edits import Edits
from c42desktop.store.unsent import Unsent
from c42desktop.submission import Disputed, There
from c42desktop.xmpp.refusals import Cause, RefusalError
from tests.invitations import ANN, CALENDAR42, ICAL, container, form
from tests.test_editing import DAILY, NOW, OTHER, REVIEW, TEAM, Person, ann, at
from tests.waiting import until

__all__ = ["ann"]

INVITATIONS = {
    "iCalendar": payloads.to_ics_payload(ICAL),
    "Calendar42": container(CALENDAR42),
    "XEP-0471": form(),
}


def comes_in(person: Person, item: ItemRef, *events: Event) -> None:
    """A push of others, as sync takes it."""
    before = person.store.item(item)
    onto = payloads.parse(before.payload) if before is not None else None
    now = stored(item, payloads.encode(events, onto, item.item_id))
    shown = Unsent(person.store.db).applied(item, now.events, came=now.payload)
    person.store.put_item(replace(now, events=shown))


def answering(person: Person) -> Answering:
    return Answering(person.store, lambda: (), now=lambda: NOW, on_changed=lambda _items: None, tell=person.told.append)


def invitation(person: Person, name: str) -> ItemRef:
    item = ItemRef(TEAM, "budget")
    person.store.put_item(stored(item, INVITATIONS[name]))
    return item


@pytest.mark.parametrize("name", INVITATIONS)
@pytest.mark.parametrize("confirmed", [False, True])
async def test_an_answer_stands_whatever_else_is_changed(ann: Person, name: str, confirmed: bool) -> None:
    item = invitation(ann, name)
    answers = answering(ann)
    (event,) = ann.events(item)
    ann.change(item, location="Room 4")
    answers.answer(item, event, "accepted")
    assert ann.told == []
    if confirmed:
        ann.store.db.execute("UPDATE answer SET confirmed = answer")
    (answered,) = ann.events(item)
    said = own_answer(answered, ANN)
    assert said == "accepted"
    ann.change(item, summary="Budget 2028")
    (shown,) = ann.events(item)
    assert (shown.summary, shown.location, own_answer(shown, ANN)) == ("Budget 2028", "Room 4", "accepted")
    answers.answer(item, shown, "declined")
    comes_in(ann, item, replace(event, description="Bring numbers."))
    (shown,) = ann.events(item)
    assert (own_answer(shown, ANN), shown.description) == ("declined", "Bring numbers.")
    known = Edits(ann.store.db).find(item)
    assert known is not None
    assert [own_answer(each, ANN) for each in known.edit.wanted] == [own_answer(event, ANN)]


async def test_what_others_changed_between_two_edits_is_no_wish_of_the_person(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.change(item, summary="Retro")
    comes_in(ann, item, replace(REVIEW, location="Room 4"))
    (shown,) = ann.events(item)
    assert (shown.summary, shown.location) == ("Retro", "Room 4")
    ann.change(item, description="Bring cake.")
    comes_in(ann, item, REVIEW)  # and took it back
    (shown,) = ann.events(item)
    assert (shown.summary, shown.location, shown.description) == ("Retro", "", "Bring cake.")


async def test_a_conflict_in_which_nothing_is_left_to_decide_waits_for_nobody(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.answers.append(Disputed((replace(ann.events(item)[0], summary="Planning"),)))
    ann.change(item, summary="Retro", location="Room 4")
    ann.connect()
    await until(lambda: ann.conflicts)
    ann.change(item, summary="Planning")
    assert ann.editing.conflicts() == []
    await ann.settled()
    assert (ann.editing.waiting(), len(ann.sent)) == ([], 2)


async def test_what_others_changed_while_the_person_went_on_is_theirs_to_decide(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    before = ann.events(item)[0]
    ann.gate.clear()
    ann.connect()
    ann.change(item, summary="Retro")
    await ann.busy.wait()
    ann.change(item, location="Room 4")
    payload = payloads.encode([replace(before, summary="Retro", location="Room 5")])
    ann.given = There(payload, stored(item, payload).events)
    ann.gate.set()
    await until(lambda: len(ann.sent) == 2)
    known = Edits(ann.store.db)
    (event,) = ann.events(item)
    assert event.location == "Room 4"
    assert [(edit.base[0].location, edit.wanted[0].location) for edit in ann.edits_sent[1:]] == [("", "Room 4")]
    assert known.waiting() == []


async def test_what_hangs_on_what_was_refused_is_there_again_however_far(ann: Person) -> None:
    third = CalendarRef(ANN, "pubsub.example.org", "third")
    ann.store.add_calendar(third, "third")
    item = ann.put(TEAM, REVIEW)
    moved = ann.editing.move(item, OTHER)
    ann.editing.move(moved, third)
    ann.answers.append(RefusalError("The calendar is full.", Cause.OTHER))
    ann.connect()
    await ann.settled()
    assert [event.summary for event in ann.events(item)] == ["Review"]
    assert (ann.editing.waiting(), ann.store.item(moved)) == ([], None)


async def test_a_defect_with_one_edit_keeps_no_other_from_its_way(
    ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    bad, good = (ann.put(TEAM, replace(REVIEW, uid=name)) for name in ("bad", "good"))
    ann.answers.append(ZeroDivisionError())
    ann.change(bad, summary="Retro")
    ann.change(good, summary="Retro")
    ann.connect()
    await ann.settled()  # which tries it once more
    assert [item_id for _node, item_id, _titles in ann.sent] == ["bad", "good", "bad"]
    assert [each.message for each in caplog.records if each.levelname == "ERROR"] == [
        "Unexpected error while sending an edit"
    ]
    caplog.clear()
    assert ann.events(good)[0].summary == ann.events(bad)[0].summary == "Retro"


async def test_nothing_appears_in_a_calendar_that_is_gone(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.change(item, summary="Retro")
    calendar = ann.store.calendar(TEAM)
    assert calendar is not None
    ann.store.update_calendar(replace(calendar, state=CalendarState.REMOVED))
    ann.store.remove_items(TEAM, [item.item_id])
    ann.answers.append(RefusalError("It is gone.", Cause.GONE))
    ann.connect()
    await ann.settled()
    assert (ann.store.item(item), ann.editing.waiting()) == (None, [])
    assert ann.told == ["“Review” was not changed: It is gone."]


async def test_calendars_of_a_removed_account_have_nothing_waiting(ann: Person) -> None:
    item = ann.put(TEAM, REVIEW)
    ann.change(item, summary="Retro")
    keeping.hide_calendars(ann.store, ANN)
    assert ann.editing.waiting() == []


async def test_an_event_that_was_changed_and_answered_is_kept_without_its_account(ann: Person) -> None:
    item = invitation(ann, "XEP-0471")
    (event,) = ann.events(item)
    answering(ann).answer(item, event, "accepted")
    ann.change(item, summary="Budget 2028")
    keeping.keep_calendars(ann.store, ANN)
    kept = ann.store.item(ItemRef(keeping.kept_ref(TEAM), item.item_id))
    assert kept is not None
    assert ("Budget 2028" in kept.payload, kept.events[0].summary) == (True, "Budget 2028")


async def test_an_edit_on_its_way_is_the_same_one_in_a_store_that_was_replaced(ann: Person) -> None:
    first, second, third = (ann.put(TEAM, replace(REVIEW, uid=name)) for name in ("one", "two", "three"))
    ann.change(first, summary="Retro 1")
    edits = Edits(ann.store.db)
    waiting = edits.find(first)
    assert waiting is not None
    edits.forget(waiting.edit)
    ann.change(second, summary="Retro 2")
    ann.change(third, summary="Retro 3")
    on_its_way = edits.find(second)
    ann.store.replace()
    assert on_its_way is not None
    edits.forget(on_its_way.edit)
    assert [each.edit.item for each in edits.waiting()] == [third]


async def test_a_series_that_is_being_divided_is_divided_in_a_store_that_was_replaced(ann: Person) -> None:
    item = ann.put(TEAM, DAILY)
    ann.editing.change(item, at(4), replace(at(4), summary="Retro"), Span.FOLLOWING)
    ann.store.replace()
    ann.connect()
    await ann.settled()
    assert [titles for _node, _id, titles in ann.sent] == [("Retro",), ("Review",)]
