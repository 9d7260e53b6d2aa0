"""Writing the iCalendar family: text, xCal, its draft, jCal. What one says of a format all must keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.draft_xcal import decode_draft_xcal
from c42desktop.calendar.payloads.ical import decode_ical
from c42desktop.calendar.payloads.jcal import decode_json
from c42desktop.calendar.payloads.to_draft_xcal import encode_draft_xcal
from c42desktop.calendar.payloads.to_ical import encode_ical
from c42desktop.calendar.payloads.to_jcal import encode_json
from c42desktop.calendar.payloads.to_xcal import encode_xcal
from c42desktop.calendar.payloads.xcal import decode_xcal
from tests.calendar.strategies import changes, sent, several

Decoder = Callable[[Element, str], tuple[Event, ...]]
FORMATS = {
    "ical": (decode_ical, encode_ical),
    "xcal": (decode_xcal, encode_xcal),
    "draft": (decode_draft_xcal, encode_draft_xcal),
    "jcal": (decode_json, encode_json),
}
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", FORMATS)
@QUIET
@given(events=several())
def test_what_is_written_is_read_again(name: str, events: Sequence[Event]) -> None:
    decode, encode = FORMATS[name]
    assert decode(sent(encode(events)), "item") == tuple(events)


@pytest.mark.parametrize("name", FORMATS)
@QUIET
@given(change=changes())
def test_what_is_changed_in_a_payload_is_read_again(name: str, change: tuple[Event, Event]) -> None:
    decode, encode = FORMATS[name]
    before, after = change
    assert decode(sent(encode([after], encode([before]))), "item") == (after,)
