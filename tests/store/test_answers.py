"""Answers are kept until the server has them, and beside an item for as long as that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.calendar.answers import Answer
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Person, Personal
from c42desktop.store.answers import Answers, Kept
from c42desktop.store.store import Store, StoredItem
from c42desktop.sync import Anew

ANN = "ann@example.org"
TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
ITEM = ItemRef(TEAM, "budget")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
EVENT = Event("u", "Budget", NOW, attendees=(Person("Ann", f"xmpp:{ANN}", "needs-action"),))
YES, NO = Answer("u", "", "accepted", f"xmpp:{ANN}"), Answer("u", "", "declined", f"xmpp:{ANN}")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "calendars.sqlite")
    made.add_calendar(TEAM, "Team")
    made.put_item(StoredItem(ITEM, "<x/>", b"1", (EVENT,)))
    yield made
    made.close()


@pytest.fixture
def answers(store: Store) -> Answers:
    return Answers(store.db)


def test_the_last_answer_counts_and_others_wait_in_their_turn(store: Store, answers: Answers) -> None:
    later = ItemRef(TEAM, "later")
    answers.put(later, YES, NOW + timedelta(minutes=1))
    answers.put(ITEM, YES, NOW)
    answers.put(ITEM, NO, NOW + timedelta(minutes=2))
    assert answers.waiting(ANN) == [Kept(later, YES), Kept(ITEM, NO)]
    assert answers.waiting("vera@example.org") == []
    assert answers.find(ITEM, "u", "") == Kept(ITEM, NO)
    assert answers.find(ITEM, "u", "2026-11-23") is None


def test_each_occurrence_has_an_answer_of_its_own(answers: Answers) -> None:
    one = replace(NO, occurrence="2026-11-23")
    answers.put(ITEM, YES, NOW)
    answers.put(ITEM, one, NOW + timedelta(minutes=1))
    assert [kept.answer for kept in answers.of(ITEM)] == [YES, one]


def test_what_the_server_took_waits_no_more_and_stays_known_where_it_stands_beside_the_item(answers: Answers) -> None:
    answers.put(ITEM, YES, NOW)
    answers.confirm(Kept(ITEM, YES))
    assert (answers.waiting(ANN), answers.of(ITEM)) == ([], [Kept(ITEM, YES, "accepted")])
    answers.put(ITEM, NO, NOW)
    assert answers.waiting(ANN) == [Kept(ITEM, NO, "accepted")]
    answers.take_back(Kept(ITEM, NO))
    assert answers.of(ITEM) == [Kept(ITEM, YES, "accepted")]


def test_what_was_answered_meanwhile_is_neither_forgotten_nor_taken_back(answers: Answers) -> None:
    answers.put(ITEM, NO, NOW)
    answers.forget(Kept(ITEM, YES))
    answers.take_back(Kept(ITEM, YES))
    assert answers.waiting(ANN) == [Kept(ITEM, NO)]
    answers.take_back(Kept(ITEM, NO))
    assert answers.of(ITEM) == []


def test_an_answer_goes_with_its_item_and_stays_while_that_is_written_anew(store: Store, answers: Answers) -> None:
    answers.put(ITEM, YES, NOW)
    answers.confirm(Kept(ITEM, YES))
    store.put_item(StoredItem(ITEM, "<y/>", b"2", (EVENT,)))
    assert answers.of(ITEM)
    store.remove_items(TEAM, ["budget"])
    assert answers.of(ITEM) == []


def test_what_waits_outlives_its_item_to_be_explained_and_not_its_calendar(store: Store, answers: Answers) -> None:
    answers.put(ITEM, YES, NOW)
    store.remove_items(TEAM, ["budget"])
    assert answers.waiting(ANN) == [Kept(ITEM, YES)]
    store.remove_calendar(TEAM)
    assert answers.waiting(ANN) == []
    answers.put(ITEM, YES, NOW)  # of a calendar that is forgotten
    assert answers.waiting(ANN) == []


def test_a_calendar_that_moves_takes_its_answers_along(store: Store, answers: Answers) -> None:
    answers.put(ITEM, YES, NOW)
    new = replace(TEAM, node="crew")
    store.move_calendar(TEAM, new)
    assert answers.waiting(ANN) == [Kept(ItemRef(new, "budget"), YES)]


def test_events_are_read_with_what_was_answered(answers: Answers) -> None:
    answers.put(ITEM, YES, NOW)
    assert [person.answer for person in answers.applied(ITEM, [EVENT])[0].attendees] == ["accepted"]
    other = replace(EVENT, attendees=())
    assert answers.applied(ITEM, [other]) == (other,)


def test_what_a_newer_decoder_reads_has_the_answer_too(store: Store, answers: Answers) -> None:
    payload = (
        "<event xmlns='urn:xmpp:calendar-events:0'><name>Budget</name><start>2026-11-24T09:00:00Z</start>"
        "<end>2026-11-24T10:00:00Z</end></event>"
    )
    store.put_item(StoredItem(ITEM, payload, b"1", (EVENT,)))
    store.db.execute("UPDATE item SET decoder = 0")
    answers.put(ITEM, Answer("budget", "", "accepted"), NOW)
    answers.confirm(Kept(ITEM, Answer("budget", "", "accepted")))
    found = Anew(ANN, store, lambda _update: None).known(ITEM)
    assert found is not None and found.events[0].personal == Personal("accepted")
