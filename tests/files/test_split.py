"""A file as items: one for each UID, in the form that the file has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.files.items import decoded, fitting_id
from c42desktop.files.split import Document, take_apart
from tests.files.samples import calendar, event, many, zone

NS = "urn:ietf:params:xml:ns:icalendar-2.0"
XCAL = f"""<?xml version='1.0'?><icalendar xmlns='{NS}'><vcalendar><components>
{{components}}</components></vcalendar></icalendar>"""


def taken(content: str | bytes, name: str = "team.ics") -> Document:
    data = content.encode() if isinstance(content, str) else content
    *_growing, last = take_apart(data, name)
    return last


def summaries(document: Document) -> dict[str, list[str]]:
    return {piece.id: [each.summary for each in decoded(piece).events] for piece in document.pieces}


def test_a_series_and_its_changed_occurrences_are_one_item() -> None:
    series = event("s", "Series", "DTSTART:20261122T140000Z", "RRULE:FREQ=DAILY")
    moved = event("s", "Moved", "DTSTART:20261123T150000Z", "RECURRENCE-ID:20261123T140000Z")
    assert summaries(taken(calendar(series, event("other"), moved))) == {"s": ["Series", "Moved"], "other": ["other"]}


def test_each_item_has_the_zones_that_it_names_and_no_others() -> None:
    text = calendar(zone("Mine"), zone("Yours"), event("a", "A", "DTSTART;TZID=Mine:20261122T140000"), event("b"))
    first, second = taken(text).pieces
    assert "TZID:Mine" in "".join(first.payload.itertext())
    assert "TZID:Yours" not in "".join(first.payload.itertext())
    assert "VTIMEZONE" not in "".join(second.payload.itertext())
    assert decoded(first).events[0].start.utcoffset().total_seconds() == 3600  # type: ignore[union-attr]


def test_two_calendars_in_a_file_may_mean_different_zones_by_one_name() -> None:
    start = "DTSTART;TZID=Mine:20261122T140000"
    text = calendar(zone("Mine"), event("a", "A", start)) + calendar(zone("Mine", "+0500"), event("b", "B", start))
    offsets = [decoded(piece).events[0].start.utcoffset() for piece in taken(text).pieces]  # type: ignore[union-attr]
    assert [offset.total_seconds() / 3600 for offset in offsets if offset] == [1, 5]


def test_an_event_without_uid_has_the_same_id_each_time() -> None:
    ids = [[piece.id for piece in taken(calendar(event("", "A"), event("", "B"))).pieces] for _again in range(2)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_the_title_is_the_calendars_own_else_the_name_of_the_file() -> None:
    assert taken(calendar(event("a"), head="X-WR-CALNAME:Team")).title == "Team"
    assert taken(calendar(event("a")), "/home/ann/Holidays 2026.ics").title == "Holidays 2026"


def test_half_an_event_at_the_end_says_so_and_the_others_are_there() -> None:
    cut = calendar(event("a"), event("b", "Bee"))[:-30]
    whole, half = taken(cut).pieces
    assert (whole.problem, half.problem) == ("", "The file ends in the middle of this event.")
    assert decoded(half).problem == half.problem


@pytest.mark.parametrize("change", ["indented", "cr", "utf-16", "bom"])
def test_odd_files_are_read_all_the_same(change: str) -> None:
    text = calendar(event("a", "Añadir"), event("b"))
    data = {
        "indented": "\n".join("    " + line for line in text.splitlines()).encode(),
        "cr": text.replace("\r\n", "\r").encode(),
        "utf-16": text.encode("utf-16"),
        "bom": text.encode("utf-8-sig"),
    }[change]
    assert summaries(taken(data)) == {"a": ["Añadir"], "b": ["b"]}


def test_jcal_is_divided_by_uid() -> None:
    def component(uid: str, summary: str) -> list[object]:
        properties = [["uid", {}, "text", uid], ["summary", {}, "text", summary]]
        return ["vevent", [*properties, ["dtstart", {}, "date-time", "2026-11-22T14:00:00Z"]], []]

    data = ["vcalendar", [], [component("a", "A"), component("b", "B"), component("a", "A2")]]
    assert summaries(taken(json.dumps(data), "x.json")) == {"a": ["A", "A2"], "b": ["B"]}


def test_xcal_is_divided_by_uid() -> None:
    def component(uid: str) -> str:
        start = "<dtstart><date-time>2026-11-22T14:00:00Z</date-time></dtstart>"
        texts = f"<uid><text>{uid}</text></uid><summary><text>{uid.upper()}</text></summary>"
        return f"<vevent><properties>{texts}{start}</properties></vevent>"

    found = summaries(taken(XCAL.format(components=component("a") + component("b")), "x.xml"))
    assert found == {"a": ["A"], "b": ["B"]}


def test_items_as_a_service_gives_them_keep_their_ids() -> None:
    inside = "".join(
        f"<item id='{name}'><event xmlns='urn:xmpp:events:0'><title>{name}</title></event></item>" for name in "ab"
    )
    found = taken(f"<items node='team'>{inside}</items>", "items.xml")
    assert [piece.id for piece in found.pieces] == ["a", "b"]


def test_a_bare_payload_is_one_item_by_the_name_of_the_file() -> None:
    text = "<ical xmlns='http://jabber.org/protocol/gw/ical'>" + calendar(event("a", "A")) + "</ical>"
    assert summaries(taken(text, "review.xml")) == {"review": ["A"]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "x.ics is not a calendar: it is empty."),
        (b" \n\t", "x.ics is not a calendar: it is empty."),
        (b"Dear Ann,", "x.ics is not a calendar: it begins with “Dear Ann,”."),
        (b"\x89PNG\r\n\x1a\n\0\0", "x.ics is not a calendar: it begins with"),
        (b"<html><body/></html>", "x.ics: This file is not a calendar: it begins with <html>."),
        (b"<open", "x.ics: This is not well-formed XML"),
        (b"{", "x.ics: This is not JSON."),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "x.ics is not a calendar: there is no event in it."),
        (b"BEGIN:VCALENDAR", "x.ics is not a calendar: there is no event in it."),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "x.ics: This XML has a DTD"),
    ],
)
def test_what_is_no_calendar_has_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(PayloadError) as raised:
        taken(content, "/home/ann/x.ics")
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_ten_megabytes_of_noise_are_refused_soon() -> None:
    noise = bytes(range(256)) * 40_000
    with pytest.raises(PayloadError, match="is not a calendar"):
        taken(noise)


def test_every_event_is_as_in_the_whole_file() -> None:
    text = many(60)
    whole = {each.uid: each for each in payloads.read_file(text.encode(), "x.ics")}
    apart = {each.uid: each for piece in taken(text).pieces for each in decoded(piece).events}
    assert apart == whole


@pytest.mark.parametrize("uid", ["a", "review@example.org", "a b", "ü" * 75])
def test_a_uid_that_fits_is_the_id(uid: str) -> None:
    assert fitting_id(uid) == uid


@pytest.mark.parametrize("uid", ["", " a", "a\n", "x" * 151, "a\u202eb", "\ud800"])
def test_one_is_made_of_a_uid_that_does_not_fit(uid: str) -> None:
    assert len(fitting_id(uid)) == 32
    assert fitting_id(uid) == fitting_id(uid)


def test_a_file_is_named_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(PayloadError, match=r"^x\.txt is not"):
        taken("nothing", str(tmp_path / "x.txt"))
