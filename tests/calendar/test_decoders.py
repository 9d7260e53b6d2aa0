"""What holds for every decoder, whatever it gets: events that can be kept, shown and written."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import decode
from tests.calendar.strategies import payloads_of
from tests.calendar.strategies.lines import mutated_lines
from tests.fuzz.seeds import ICS, SEEDS, TASK
from tests.fuzz.targets import check_encoder, check_events, payload_from

GOOD = "BEGIN:VEVENT\nUID:good\nSUMMARY:Lunch\nDTSTART:20261124T120000Z\nEND:VEVENT\n"


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_decoding_never_raises_and_gives_what_can_be_kept_shown_and_written(name: str, data: st.DataObject) -> None:
    payload = data.draw(payloads_of(name))
    before = deepcopy(payload)
    found = decode(payload, "item", ("nl-BE", "en"))
    check_events(found)
    check_encoder(payload, found)
    assert _same(before, payload), "nobody changes a payload"


@pytest.mark.parametrize("name", sorted(SEEDS.keys() - {"calendar42_calendar"}))
def test_a_good_payload_of_each_format_has_a_title(name: str) -> None:
    found = decode(payload_from(name, SEEDS[name].texts[0].encode()), "item")
    assert found[0].summary


@settings(max_examples=200, deadline=None)
@given(mutated_lines(ICS) | mutated_lines(TASK), st.booleans())
def test_a_bad_event_never_hides_a_good_one_in_the_same_text(text: str, first: bool) -> None:
    bad = _component(text)
    inner = GOOD + bad if first else bad + GOOD
    found = decode(_ical(f"BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n"), "item")
    assert _lunch() in found


@pytest.mark.parametrize(
    "bad",
    [
        "CATEGORIES;VALUE=DATE:a\n",
        "END:VALARM\n",
        "END:VEVENT\nEND:VEVENT\nEND:VCALENDAR\nUID:1\n",
        "BEGIN:VALARM\nEND:VTODO\n",
        "DURATION:P99999999999W\n",
        "DTSTART:20261124T090000Z\nRDATE:20261125T090000Z\nRDATE:2026-11-24\n",
        ":\n;\n=\n\x00\n",
    ],
)
def test_lines_that_confuse_the_library_hide_no_event(bad: str) -> None:
    for inner in (f"{GOOD}BEGIN:VEVENT\n{bad}END:VEVENT\n", f"BEGIN:VEVENT\n{bad}END:VEVENT\n{GOOD}"):
        assert _lunch() in decode(_ical(f"BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n"), "item")


def _lunch() -> Event:
    (event,) = decode(_ical(f"BEGIN:VCALENDAR\n{GOOD}END:VCALENDAR\n"), "item")
    return event


def _ical(text: str) -> Element:
    element = Element(SEEDS["ical"].tag)
    element.text = text
    return element


def _component(text: str) -> str:
    """What is in the text beside its components' ends, as one component that is whole."""
    kept = [line for line in text.splitlines() if not line.strip().upper().startswith(("BEGIN", "END"))]
    return "\n".join(["BEGIN:VEVENT", *kept, "END:VEVENT", ""])


def _same(one: Element, other: Element) -> bool:
    pairs = zip(one.iter(), other.iter(), strict=True)
    return all((a.tag, a.text, a.tail, a.attrib) == (b.tag, b.text, b.tail, b.attrib) for a, b in pairs)
