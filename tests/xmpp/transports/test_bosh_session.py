"""A BOSH session without a network: what is sent when, and in which order answers count."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from c42desktop.xmpp.transports.bosh_body import Body, NoBodyError
from c42desktop.xmpp.transports.bosh_keys import KeySequence
from c42desktop.xmpp.transports.bosh_session import FAREWELL, MAX_ELEMENTS, BoshSession, Request
from c42desktop.xmpp.transports.bosh_terms import MAX_RID, Terms, Timing, agreed, creation, first_rid

TERMS = Terms("S", wait=60, hold=1, requests=2, polling=5, inactivity=60, maxpause=120, legacy=False)
TIMING = Timing()


def session(**changes: object) -> BoshSession:
    terms = replace(TERMS, **changes)  # type: ignore[arg-type]
    return BoshSession(terms, 100, domain="example.org", lang="en", timing=TIMING)


def take(bosh: BoshSession, now: float = 0.0) -> Request:
    request = bosh.next(now)
    assert request is not None
    return request


def attributes(request: Request) -> dict[str, str]:
    return ET.fromstring(request.data).attrib


def contents(bodies: list[Body]) -> list[str]:
    return [element.tag for body in bodies for element in body.elements]


def body(*names: str, **said: str) -> Body:
    return Body({name.rstrip("_"): value for name, value in said.items()}, tuple(ET.Element(name) for name in names))


def test_c_bosh_01_a_session_is_asked_for_with_all_that_a_manager_needs() -> None:
    asked = ET.fromstring(creation(77, "example.org", "nl", None))
    assert asked.tag == "{http://jabber.org/protocol/httpbind}body"
    assert asked.attrib == {
        "rid": "77",
        "to": "example.org",
        "{http://www.w3.org/XML/1998/namespace}lang": "nl",
        "ver": "1.11",
        "wait": "60",
        "hold": "1",
        "content": "text/xml; charset=utf-8",
        "ack": "1",
        "{urn:xmpp:xbosh}version": "1.0",
    }
    assert not len(asked)


def test_c_bosh_01_the_first_number_is_random_and_leaves_room_to_count() -> None:
    numbers = [first_rid() for _time in range(1000)]
    assert len(set(numbers)) == 1000
    assert min(numbers) > 0 and max(numbers) < MAX_RID - 2**31
    assert max(numbers) > 2**50, "hard to guess"


def test_c_bosh_02_later_requests_count_on_and_carry_the_session_only() -> None:
    bosh = session()
    bosh.put("<a/>")
    first = take(bosh)
    bosh.answered(101, Body(), 0)
    bosh.ready(0)
    assert attributes(first) == {"rid": "101", "sid": "S"}
    assert attributes(take(bosh, 10)) == {"rid": "102", "sid": "S"}


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ({}, {}),
        ({"hold": "9", "wait": "9999", "requests": "x", "polling": "-1"}, {"requests": 10, "polling": 1}),
        ({"wait": "30", "requests": "3", "inactivity": "30", "polling": "2"}, {"wait": 30, "requests": 3}),
        ({"requests": "0", "maxpause": "120", "ver": "1.6"}, {"requests": 1, "maxpause": 120, "legacy": False}),
    ],
)
def test_what_a_manager_grants_is_kept_within_reason(said: dict[str, str], changes: dict[str, object]) -> None:
    terms = agreed(Body({"sid": "S"} | said), TIMING)
    expected = Terms("S", wait=60, hold=1, requests=2, polling=1, inactivity=60, maxpause=0, legacy=True)
    if "inactivity" in said:
        changes |= {"inactivity": 30, "polling": 2}
    assert terms == replace(expected, **changes)  # type: ignore[arg-type]
    assert "S'" not in repr(terms)


def test_an_answer_without_a_session_is_none() -> None:
    with pytest.raises(NoBodyError):
        agreed(Body({"wait": "60"}), TIMING)


def test_c_bosh_04_a_restart_goes_alone_and_says_to_whom() -> None:
    bosh = session()
    bosh.put("<success/>")
    bosh.restart()
    bosh.put("<iq/>")
    assert b"<success/></body>" in take(bosh).data
    restart = ET.fromstring(take(bosh).data)
    assert (restart.get("to"), restart.get("{urn:xmpp:xbosh}restart"), len(restart)) == ("example.org", "true", 0)
    assert restart.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert bosh.next(0) is None, "two are on their way"


@pytest.mark.parametrize("requests", [1, 2, 3, 5])
def test_c_bosh_05_no_more_are_on_their_way_than_allowed(requests: int) -> None:
    bosh = session(requests=requests)
    for number in range(20):
        bosh.put(f"<a n='{number}'/>")
        bosh.next(0)
        bosh.restart()
    sent = 0
    while bosh.next(0):
        sent += 1
    assert sent < requests
    assert bosh.due in (None, TIMING.stuck), "nothing more before one is answered"


def test_c_bosh_05_only_farewell_and_pause_may_be_one_more() -> None:
    for last in (BoshSession.terminate, lambda bosh: bosh.pause(60)):
        bosh = session()
        take(bosh)
        bosh.put("<a/>")
        take(bosh)
        last(bosh)
        assert {"type", "pause"} & set(attributes(take(bosh)))
        assert bosh.next(0) is None


def test_c_bosh_05_one_way_stays_free_for_what_we_send() -> None:
    bosh = session()
    assert take(bosh).empty
    assert bosh.next(0) is None
    bosh.put("<a/>")
    assert attributes(take(bosh)) == {"rid": "102", "sid": "S", "ack": "100"}


def test_c_bosh_05_the_answer_that_is_missing_longest_stays_within_what_the_server_keeps() -> None:
    bosh = session()
    take(bosh)
    bosh.put("<a/>")
    take(bosh)
    bosh.answered(102, Body(), 0)
    bosh.put("<b/>")
    assert (bosh.ready(0), bosh.next(0)) == ([], None), "with one more, the first could not be asked for again"


def test_elements_of_one_turn_share_a_body_up_to_a_size() -> None:
    bosh = session(requests=9)
    for _element in range(3):
        bosh.put("<a/>")
    assert take(bosh).data.endswith(b"><a/><a/><a/></body>")
    for _element in range(3):
        bosh.put(f"<a>{'x' * (MAX_ELEMENTS // 2)}</a>")
    bosh.put(f"<a>{'x' * MAX_ELEMENTS * 2}</a>")
    assert [take(bosh).data.count(b"<a>") for _body in range(4)] == [1, 1, 1, 1]


def test_c_bosh_06_answers_count_in_the_order_of_their_requests() -> None:
    bosh = session(requests=4)
    for name in "abc":
        bosh.put(f"<{name}/>")
        take(bosh)
    bosh.answered(103, body("third"), 0)
    assert bosh.ready(0) == []
    bosh.answered(102, body("second"), 0)
    assert bosh.ready(0) == []
    bosh.answered(101, body("first"), 0)
    assert contents(bosh.ready(0)) == ["first", "second", "third"]


def test_c_bosh_07_what_was_lost_is_sent_again_byte_for_byte() -> None:
    bosh = session()
    bosh.put("<a/>")
    first = take(bosh)
    bosh.failed(101, 1)
    again = take(bosh, 1)
    assert (again.rid, again.data) == (first.rid, first.data)
    bosh.answered(101, body("a"), 2)
    bosh.answered(101, body("a"), 2)
    assert contents(bosh.ready(2)) == ["a"]
    bosh.answered(101, body("a"), 3)
    assert contents(bosh.ready(3)) == []


def test_c_bosh_07_nothing_new_is_sent_before_what_was_lost() -> None:
    bosh = session()
    take(bosh)
    for second in (1, 2):
        bosh.failed(101, second)
        if second == 1:
            assert take(bosh, 1).rid == 101
    bosh.put("<a/>")
    assert bosh.next(2) is None
    assert bosh.due == 2 + TIMING.first_pause
    assert take(bosh, 2.5).rid == 101
    assert take(bosh, 2.5).rid == 102


def test_c_bosh_08_an_error_repeats_that_request_and_all_unanswered_before() -> None:
    bosh = session(requests=4)
    sent = []
    for name in "abc":
        bosh.put(f"<{name}/>")
        sent.append(take(bosh).data)
    bosh.answered(102, body("never", type_="error"), 0)
    assert [take(bosh).data for _request in range(2)] == sent[:2]
    assert bosh.next(0) is None
    bosh.answered(103, body("third"), 0)
    bosh.answered(102, body("second"), 0)
    bosh.answered(101, body("first"), 0)
    assert contents(bosh.ready(0)) == ["first", "second", "third"]


def test_c_bosh_08_errors_without_end_are_not_answered_for_ever() -> None:
    bosh, now, sent = session(inactivity=30), 0.0, 0
    while (request := bosh.next(now)) is not None:
        sent += 1
        bosh.answered(request.rid, body(type_="error"), now)
        now = bosh.due or now
    assert bosh.lost
    assert (sent, bosh.due) == (10, None)
    assert now <= 30


def test_c_bosh_16_failures_are_repeated_until_the_server_has_forgotten() -> None:
    bosh, now, times = session(inactivity=60), 0.0, []
    while (request := bosh.next(now)) is not None:
        times.append(now)
        bosh.failed(request.rid, now)
        now = bosh.due or now
    assert bosh.lost
    assert times[:7] == [0, 0, 0.5, 1.5, 3.5, 7.5, 12.5]
    assert 55 <= times[-1] <= 60


def test_c_bosh_16_an_answer_starts_patience_anew() -> None:
    bosh = session(inactivity=10)
    for now in (0, 100, 200):
        rid = take(bosh, now).rid
        bosh.failed(rid, now)
        bosh.failed(take(bosh, now).rid, now)
        bosh.answered(take(bosh, now + 1).rid, body("a"), now + 1)
        assert not bosh.lost
        bosh.ready(now + 1)


def test_c_bosh_11_while_nothing_happens_one_request_waits_at_the_server() -> None:
    bosh = session()
    assert take(bosh).empty
    assert (bosh.next(1000), bosh.due) == (None, None)
    bosh.answered(101, body("a"), 60)
    bosh.ready(60)
    assert take(bosh, 60).empty


def test_c_bosh_11_what_is_answered_at_once_with_nothing_is_asked_at_the_servers_pace() -> None:
    bosh = session(polling=5)
    take(bosh, 10)
    bosh.answered(101, Body(), 10.1)
    bosh.ready(10.1)
    assert bosh.next(10.1) is None
    assert bosh.due == 15
    assert take(bosh, 15).empty
    bosh.answered(102, Body(), 75)
    bosh.ready(75)
    assert take(bosh, 75).empty, "held for a minute"


def test_c_bosh_11_the_pace_never_outlasts_the_session() -> None:
    bosh = session(polling=500, inactivity=30)
    take(bosh, 0)
    bosh.answered(101, Body(), 0)
    bosh.ready(0)
    assert bosh.due == 15


def test_c_bosh_11_what_we_send_does_not_wait_for_the_pace() -> None:
    bosh = session(hold=0, requests=1)
    take(bosh, 0)
    bosh.answered(101, Body(), 0)
    bosh.ready(0)
    bosh.put("<a/>")
    assert take(bosh, 0).rid == 102
    bosh.answered(102, Body(), 0)
    bosh.ready(0)
    assert take(bosh, 0).empty, "the last one was not"


def test_c_bosh_19_acks_name_what_all_answers_are_there_of() -> None:
    bosh = session(requests=4)
    for name in "abcd":
        bosh.put(f"<{name}/>")
    acks = [attributes(take(bosh)).get("ack")]
    bosh.put("<e/>")
    acks.append(attributes(take(bosh)).get("ack"))
    bosh.answered(102, body("b"), 0)
    bosh.put("<f/>")
    acks.append(attributes(take(bosh)).get("ack"))
    bosh.answered(101, body("a"), 0)
    bosh.ready(0)
    bosh.put("<g/>")
    acks.append(attributes(take(bosh)).get("ack"))
    assert acks == [None, "100", "100", "102"]


def test_c_bosh_19_a_report_repeats_what_was_lost() -> None:
    bosh = session(requests=4)
    for name in "ab":
        bosh.put(f"<{name}/>")
        take(bosh)
    bosh.answered(102, body("b", report="101", time="1000"), 5)
    assert take(bosh, 5).rid == 101
    bosh.answered(101, body("a"), 6)
    assert contents(bosh.ready(6)) == ["a", "b"]


@pytest.mark.parametrize("report", ["102", "99", "7000", "", "x", "²", "-1"])
def test_c_bosh_19_a_report_of_anything_else_means_nothing(report: str) -> None:
    bosh = session(requests=4)
    for name in "ab":
        bosh.put(f"<{name}/>")
        take(bosh)
    bosh.answered(102, body("b", report=report), 5)
    request = bosh.next(5)
    assert request is None or request.rid == 103


def test_c_bosh_12_farewell_takes_along_what_was_still_to_be_sent() -> None:
    bosh = session()
    take(bosh)
    bosh.put("<a/>")
    bosh.terminate()
    farewell = take(bosh)
    assert attributes(farewell)["type"] == "terminate"
    assert farewell.data.endswith(f"><a/>{FAREWELL}</body>".encode())
    bosh.answered(101, body("first", type_="terminate", condition="other-request"), 0)
    assert contents(bosh.ready(0)) == ["first"]
    bosh.answered(102, body("last", type_="terminate"), 0)
    last = bosh.ready(0)
    assert (contents(last), last[-1].ends) == (["last"], True)
    assert (bosh.next(100), bosh.due) == (None, None)


def test_c_bosh_12_an_answer_to_farewell_that_says_nothing_is_one() -> None:
    bosh = session()
    take(bosh)
    bosh.terminate()
    take(bosh)
    bosh.answered(102, Body(), 0)
    bosh.answered(101, Body(), 0)
    assert [each.ends for each in bosh.ready(0)] == [False, False, True]


def test_c_bosh_09_the_end_waits_a_moment_for_what_should_have_come_before() -> None:
    bosh = session()
    take(bosh)
    bosh.put("<a/>")
    take(bosh)
    bosh.answered(102, body("error", type_="terminate", condition="remote-stream-error"), 0)
    assert bosh.ready(0) == []
    assert (bosh.next(0), bosh.due) == (None, TIMING.grace)
    bosh.failed(101, 0.5)
    found = bosh.ready(0.5)
    assert [each.condition for each in found] == ["", "remote-stream-error"]


def test_c_bosh_09_what_never_comes_does_not_delay_the_end() -> None:
    bosh = session()
    take(bosh)
    bosh.put("<a/>")
    take(bosh)
    bosh.answered(102, body(type_="terminate", condition="item-not-found"), 0)
    assert [each.ends for each in bosh.ready(TIMING.grace)] == [False, True]
    bosh.answered(101, body("late"), 2)
    assert bosh.ready(2) == []


@pytest.mark.parametrize(
    ("status", "condition"),
    [(400, "bad-request"), (403, "policy-violation"), (404, "item-not-found"), (500, ""), (302, "")],
)
def test_c_bosh_09_an_old_manager_ends_the_session_by_http(status: int, condition: str) -> None:
    assert session(legacy=True).refused(status) == condition
    assert session().refused(status) == ""


def test_c_bosh_07_what_a_server_does_not_answer_though_it_must_is_sent_again() -> None:
    bosh = session()
    sent = [take(bosh, 10)]
    bosh.put("<a/>")
    sent.append(take(bosh, 11))
    assert bosh.due == 11 + TIMING.stuck
    bosh.stirred(12)
    assert bosh.next(13) is None
    assert bosh.due == 12 + TIMING.stuck
    again = [take(bosh, 14), take(bosh, 14)]
    assert [each.data for each in again] == [each.data for each in sent]
    assert bosh.due == 14 + 2 * TIMING.stuck
    bosh.answered(101, Body(), 14)
    assert (bosh.ready(14), bosh.next(14), bosh.due) == ([Body()], None, None), "one may stay"


def test_an_empty_request_waits_a_moment_for_what_we_reply() -> None:
    bosh = session()
    bosh.expects_reply(5)
    assert (bosh.next(5), bosh.due) == (None, 5 + TIMING.reply)
    bosh.put("<a/>")
    assert not take(bosh, 5).empty
    assert bosh.next(6) is None


def test_a_pause_is_asked_for_where_it_is_granted_and_ends_with_what_we_send() -> None:
    assert not session(maxpause=0).pause(10)
    assert not session().pause(121)
    bosh = session()
    take(bosh, 0)
    assert bosh.pause(100)
    assert attributes(take(bosh, 0))["pause"] == "100"
    for rid in (101, 102):
        bosh.answered(rid, Body(), 0)
    bosh.ready(0)
    assert (bosh.next(49), bosh.due) == (None, 50)
    assert take(bosh, 50).empty, "in time, if nothing happens"
    bosh.answered(103, Body(), 50)
    bosh.ready(50)
    bosh.pause(100)
    bosh.answered(take(bosh, 60).rid, Body(), 60)
    bosh.ready(60)
    bosh.put("<a/>")
    bosh.answered(take(bosh, 61).rid, body("b"), 61)
    bosh.ready(61)
    assert take(bosh, 61).empty, "it is over"


def test_each_key_is_the_hash_of_the_next_and_the_last_brings_a_new_chain() -> None:
    keys = KeySequence("seed", 3)
    expected = keys.first()["newkey"]
    fresh = 0
    for _request in range(10):
        said = keys.next()
        assert hashlib.sha1(said["key"].encode()).hexdigest() == expected
        fresh += "newkey" in said
        expected = said.get("newkey", said["key"])
    assert fresh == 5
