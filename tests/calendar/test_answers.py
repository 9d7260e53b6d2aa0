"""Whose answer it is, whether one is asked for, and what is written for it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar import payloads
from c42desktop.calendar.answers import (
    ANSWERS,
    Answer,
    answer_to,
    is_asked,
    may_answer,
    offered,
    own_answer,
    with_answer,
)
from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import CalendarRef, Event, Invitation, Person, Personal, Status
from c42desktop.calendar.payloads import PayloadError, rsvp
from c42desktop.calendar.persons import is_person
from tests.invitations import ANN, BRAM, ICAL, START, event_of, form, in_event, series

TEAM = CalendarRef(ANN, "pubsub.localhost", "team")
FORMATS = in_event()
WEEK = timedelta(days=7)


def invited(address: str = ANN, answer: str = "needs-action") -> Event:
    return Event("e", "Budget", START, attendees=(Person("Ann", address, answer), Person("Vera", "vera@example.org")))


@pytest.mark.parametrize(
    "address",
    [ANN, f"xmpp:{ANN}", f"mailto:{ANN}", f"XMPP:{ANN.upper()}/phone", f"xmpp:{ANN}?message", f"MAILTO:{ANN}"],
)
def test_the_reader_is_found_however_their_address_is_written(address: str) -> None:
    assert own_answer(invited(address), ANN) == "needs-action"
    assert own_answer(invited(address, "declined"), ANN) == "declined"
    assert is_person(Person("", address), ANN)


def test_somebody_else_of_a_similar_address_is_somebody_else() -> None:
    assert own_answer(invited("mailto:ann%2Bwork@example.org"), ANN) == ""


def test_who_says_nothing_of_an_answer_waits_for_one_unless_the_reader_organises() -> None:
    assert own_answer(invited(answer=""), ANN) == "needs-action"
    assert own_answer(replace(invited(answer=""), organizer=Person("", f"xmpp:{ANN}")), ANN) == ""


@pytest.mark.parametrize("name", FORMATS)
def test_an_invitation_waits_for_an_answer_until_it_has_one(name: str) -> None:
    event = event_of(FORMATS[name])
    assert (own_answer(event, ANN), is_asked(event, TEAM)) == ("needs-action", True)
    for answer in offered(event):
        (done,) = with_answer([event], answer_to(event, answer, ANN)) or ()
        assert (own_answer(done, ANN), is_asked(done, TEAM), may_answer(done, TEAM)) == (answer, False, True)


def test_nobody_is_asked_by_what_is_cancelled_by_files_by_their_own_calendar_or_as_a_mere_reader() -> None:
    event = event_of(form())
    assert is_asked(event, TEAM)
    assert not is_asked(replace(event, status=Status.CANCELLED), TEAM)
    assert not may_answer(replace(invited(answer="accepted"), status=Status.CANCELLED), TEAM)
    assert not is_asked(event, local_ref("a.ics"))
    assert not is_asked(event, CalendarRef(ANN, ANN, "urn:xmpp:calendar-events:0"))
    assert is_asked(invited(), CalendarRef(ANN, ANN, "mine"))
    subscribed = Event("e", "Fair", START, personal=Personal("needs-action", "subscribed_read"))
    assert not may_answer(subscribed, TEAM)
    assert not may_answer(Event("e", "Fair", START), TEAM)


def test_maybe_is_offered_where_the_format_and_the_form_have_it() -> None:
    assert offered(event_of(FORMATS["ical"])) == ANSWERS
    assert offered(event_of(FORMATS["calendar42-json"])) == ("accepted", "declined")
    assert offered(Event("e", "", START, personal=Personal(invitation=Invitation(Person())))) == (
        "accepted",
        "declined",
    )
    assert offered(event_of(form())) == ANSWERS
    assert offered(event_of(form(answers="yes no"))) == ("accepted", "declined")


@pytest.mark.parametrize("name", FORMATS)
def test_an_answer_changes_one_word_of_its_payload(name: str) -> None:
    payload = FORMATS[name]
    before = _words(payload)
    done = rsvp.answered(payload, "budget", answer_to(event_of(payload), "accepted", ANN))
    assert own_answer(event_of(done), ANN) == "accepted"
    assert _words(payload) == before
    new, old = ("attending", "not_replied") if name.startswith("calendar42") else ("ACCEPTED", "NEEDS-ACTION")
    assert (before - _words(done), _words(done) - before) == (Counter([old]), Counter([new]))


_TEXT = st.text(alphabet='abc ÄöЖ;,:="\\\\^', min_size=1, max_size=12).map(str.strip).filter(bool)
_NAME = st.from_regex(r"X-[A-Z]{1,6}", fullmatch=True)
_PARAMETERS = st.dictionaries(_NAME, st.from_regex(r"[A-Za-z0-9 ;:,]{1,12}", fullmatch=True), max_size=3)
_ADDRESS = st.from_regex(r"mailto:[b-z]{1,5}@[a-z]{2,4}\.example", fullmatch=True)


@settings(max_examples=25)
@given(
    properties=st.lists(st.tuples(_NAME, _PARAMETERS, _TEXT), max_size=4),
    others=st.lists(st.tuples(_ADDRESS, _PARAMETERS), max_size=3, unique_by=lambda each: each[0]),
    own=_PARAMETERS,
    place=st.integers(0, 3),
    said=st.sampled_from(["", "NEEDS-ACTION", "DECLINED", "X-ELSE"]),
    answer=st.sampled_from(["accepted", "tentative"]),
)
def test_whatever_else_is_in_an_invitation_stays_letter_by_letter(
    properties: list[tuple[str, dict[str, str], str]],
    others: list[tuple[str, dict[str, str]]],
    own: dict[str, str],
    place: int,
    said: str,
    answer: str,
) -> None:
    status = {"PARTSTAT": said} if said else {}
    attendees = [_line("ATTENDEE", parameters, address) for address, parameters in others]
    attendees.insert(place, _line("ATTENDEE", {**own, **status}, f"xmpp:{ANN}"))
    lines = [*(_line(*each) for each in properties), *attendees]
    head = ICAL.partition("ORGANIZER")[0].splitlines()
    payload = payloads.to_ics_payload("\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR"]))
    done = rsvp.answered(payload, "budget", answer_to(event_of(payload), answer, ANN))
    before, after = _lines(payload), _lines(done)
    spots = [number for number, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    (spot,) = spots
    assert before[spot].endswith(f":xmpp:{ANN}")
    assert _parameters(after[spot]) == {**_parameters(before[spot]), "PARTSTAT": answer.upper()}


@pytest.mark.parametrize("name", ["calendar42-json", "calendar42-xml"])
def test_calendar42_takes_no_maybe(name: str) -> None:
    with pytest.raises(PayloadError, match="takes no such answer"):
        rsvp.answered(FORMATS[name], "budget", Answer("budget", "", "tentative"))


def test_who_is_not_invited_any_more_is_told_so() -> None:
    answer = answer_to(event_of(FORMATS["ical"]), "accepted", ANN)
    left = payloads.to_ics_payload((FORMATS["ical"].text or "").replace(ANN, "else@example.org"))
    with pytest.raises(PayloadError, match="not invited"):
        rsvp.answered(left, "budget", answer)


def test_one_occurrence_is_answered_in_a_change_of_its_own_and_the_series_stays() -> None:
    payload = series()
    second = replace(event_of(payload), recurrence_id=START + WEEK, rrules=())
    done = rsvp.answered(payload, "budget", answer_to(second, "declined", ANN))
    master, changed = payloads.decode(done, "budget")
    assert master == event_of(payload)
    assert (changed.recurrence_id, changed.start, changed.rrules) == (START + WEEK, START + WEEK, ())
    assert [own_answer(each, ANN) for each in (master, changed)] == ["needs-action", "declined"]
    assert (done.text or "").count("X-ROOM;X-FLOOR=4:12\\, left") == 2
    again = rsvp.answered(done, "budget", answer_to(second, "accepted", ANN))
    assert [own_answer(each, ANN) for each in payloads.decode(again, "budget")] == ["needs-action", "accepted"]


def test_an_occurrence_that_is_not_there_any_more_takes_no_answer() -> None:
    late = replace(event_of(series()), recurrence_id=START + 9 * WEEK, rrules=())
    with pytest.raises(PayloadError, match="not invited"):
        rsvp.answered(series(), "budget", answer_to(late, "declined", ANN))


def test_an_answer_to_the_series_holds_for_occurrences_unless_they_were_answered_by_themselves() -> None:
    payload = series()
    master = event_of(payload)
    for week, answer in ((1, "declined"), (2, "accepted")):
        payload = rsvp.answered(
            payload, "budget", answer_to(replace(master, recurrence_id=START + week * WEEK), answer, ANN)
        )
    payload = rsvp.answered(payload, "budget", answer_to(master, "accepted", ANN))
    payload = rsvp.answered(payload, "budget", answer_to(master, "tentative", ANN))
    answers = [own_answer(each, ANN) for each in payloads.decode(payload, "budget")]
    assert answers == ["tentative", "declined", "tentative"]


def test_dates_and_floating_times_name_their_occurrences_too() -> None:
    for start in (START.date(), START.replace(tzinfo=None)):
        master = replace(invited(), uid="s", start=start, rrules=("FREQ=DAILY;COUNT=3",))
        second = replace(master, recurrence_id=start + timedelta(days=1), rrules=())
        changed = (with_answer([master], answer_to(second, "declined", ANN)) or ())[1]
        assert (changed.recurrence_id, changed.start) == (second.recurrence_id,) * 2


@pytest.mark.parametrize("namespace", ["urn:xmpp:calendar-events:0", "urn:xmpp:events:0"])
@pytest.mark.parametrize(("answer", "value"), [("accepted", "yes"), ("tentative", "maybe"), ("declined", "no")])
def test_an_answer_beside_the_event_fills_in_its_form(namespace: str, answer: str, value: str) -> None:
    event = form(namespace)
    assert rsvp.is_beside(event)
    made = rsvp.attachment(event, answer, datetime(2026, 11, 23, 2, 30, 1, 5, tzinfo=UTC))
    assert made.tag == "{urn:xmpp:pubsub-attachments:1}attachments"
    given = made.find(f"{{{namespace}}}rsvp")
    assert given is not None and given.get("timestamp") == "2026-11-23T02:30:01Z"
    fields = {field.get("var"): field.findtext("{jabber:x:data}value") for field in given.iter("{jabber:x:data}field")}
    assert fields == {"FORM_TYPE": f"{namespace.removesuffix(':0')}:rsvp:0", "attending": value}
    assert rsvp.attached_answer(event, made) == answer


def test_what_else_was_attached_stays() -> None:
    event = form()
    before = ET.fromstring(
        "<attachments xmlns='urn:xmpp:pubsub-attachments:1'><noticed timestamp='2026-11-01T00:00:00Z'/>"
        "<rsvp xmlns='urn:xmpp:calendar-events:0'/><other xmlns='urn:x'>1</other></attachments>"
    )
    made = rsvp.attachment(event, "accepted", START, before)
    assert [each.tag.rpartition("}")[2] for each in made] == ["noticed", "rsvp", "other"]
    assert rsvp.attached_answer(event, made) == "accepted"


def test_the_organiser_is_not_asked_and_may_change_what_they_said() -> None:
    event = replace(invited(answer=""), organizer=Person("Ann", f"xmpp:{ANN}"))
    assert not may_answer(event, TEAM)
    assert may_answer(replace(event, attendees=(Person("", ANN, "accepted"),)), TEAM)
    assert not is_asked(event, CalendarRef(BRAM, "pubsub.localhost", "team"))


def _words(payload: ET.Element) -> Counter[str]:
    """What is in a payload, whatever the order of parameters and the lengths of its lines."""
    text = ET.tostring(payload, encoding="unicode").replace("\r", "").replace("\n ", "").replace("&#13;", "")
    return Counter(re.findall(r"[\w\-.\\\\]+", text))


def _line(name: str, parameters: dict[str, str], value: str) -> str:
    return name + "".join(f';{key}="{each}"' for key, each in parameters.items()) + f":{value}"


def _lines(payload: ET.Element) -> list[str]:
    return (payload.text or "").replace("\r", "").replace("\n ", "").strip().split("\n")


def _parameters(line: str) -> dict[str, str]:
    plain = re.findall(r';([A-Z-]+)=("[^"]*"|[^;:]*)', line.removesuffix(f":xmpp:{ANN}"))
    return {name: value.strip('"') for name, value in plain}
