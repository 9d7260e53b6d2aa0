"""A feed is read within bounds: what it says is shown to people, and leads them to a page."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.updates import feed as feeds
from c42desktop.updates.feed import Download, is_page, parts, read
from tests.updates.signing import NOW, PAGE, feed, values

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_everything_in_it_is_read() -> None:
    found = read(feed())
    assert (found.issued, found.version, found.released) == (NOW, "0.2.0", date(2026, 11, 20))
    assert found.expires == datetime(2027, 3, 23, 10, tzinfo=UTC)
    assert found.downloads == {"linux": Download(PAGE, (2, 28))}


def test_what_a_later_program_added_is_passed_over() -> None:
    more = {"linux": {"page": PAGE, "size": 3}, "amiga": {"page": "gopher://example.org"}}
    assert read(feed(colour="red", downloads=more)).downloads == {"linux": Download(PAGE)}


def test_notes_are_in_the_language_of_the_reader() -> None:
    found = read(feed())
    assert found.notes_in(["nl_BE", "en"]) == found.notes_in(["nl"]) == "- Agenda’s kun je delen."
    assert found.notes_in(["fr"]) == found.notes_in([]) == "- Calendars can be shared."
    assert read(feed(notes={"nl": "Ja"})).notes_in(["fr"]) == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"product": "another"},
        {"format": 2},
        {"format": "1"},
        {"issued": None},
        {"issued": "2026-11-23T10:00:00"},
        {"issued": 3},
        {"issued": "0001-01-01T00:00:00+14:00"},
        {"expires": "tomorrow"},
        {"version": "0.2.0-beta"},
        {"version": "0.2.0\n"},
        {"version": "٣.٢"},
        {"version": "9" * 6},
        {"version": 2},
        {"date": "2026-02-30"},
        {"date": None},
        {"notes": "text"},
        {"notes": {f"a{chr(97 + n % 26)}{chr(97 + n // 26)}": "x" for n in range(51)}},
        {"downloads": None},
        {"downloads": []},
        {"downloads": {"linux": PAGE}},
        {"downloads": {"linux": {"page": "http://example.org"}}},
        {"downloads": {"linux": {"page": PAGE, "needs": "the newest"}}},
        {"padding": "x" * feeds.MAX_BYTES},
    ],
)
def test_what_cannot_be_right_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        read(feed(**changes))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 50_000,
        b"\xff\xfe",
        feed()[:-1],
        b'{"format": ' + b"1" * 5000 + b"}",
        feed().replace(b'"version"', b'"version": "9.9", "version"'),
    ],
    ids=range(8),
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        read(data)


@given(st.binary(max_size=200))
def test_noise_is_refused_and_nothing_worse(noise: bytes) -> None:
    with pytest.raises(ValueError):
        read(noise)


@given(st.sampled_from(sorted(values())), JSON)
def test_any_value_in_any_place_is_read_or_refused(name: str, value: Any) -> None:
    try:
        found = read(json.dumps({**values(), name: value}).encode())
    except ValueError:
        return
    assert all(is_page(each.page) for each in found.downloads.values())
    assert all(len(text) <= feeds.MAX_NOTES for text in found.notes.values())
    assert parts(found.version) or not found.version.strip("0.")


def test_notes_are_plain_text_and_no_longer_than_can_be_shown() -> None:
    hostile = "\x1b[31mred\x07 \u202egnp.exe\u2066 <b>bold</b>\r\n" + "line\n" * 500
    shown = read(feed(notes={"en": hostile, "nl": "x" * 100_00, "de": 3, "../etc": "x"})).notes
    assert set(shown) == {"en", "nl"}
    lines = shown["en"].split("\n")
    assert lines[0] == " [31mred  gnp.exe <b>bold</b>".strip()
    assert len(lines) == feeds.MAX_LINES and len(shown["nl"]) == feeds.MAX_NOTES


@pytest.mark.parametrize(
    ("address", "may_be"),
    [
        (PAGE, True),
        ("https://example.org:8443/a?b=c#d", True),
        ("http://example.org/", False),
        ("HTTP://example.org/", False),
        ("https://user:secret@example.org/", False),
        ("https://example.org@evil.example/", False),
        ("https:///download", False),
        ("https://example.org:99999/", False),
        ("https://ex ample.org/", False),
        ("https://example.org/\n", False),
        ("https://example.org/\u202e", False),
        ("https://exаmple.org/", False),
        ("https://example.org\\@evil.example/", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://example.org/" + "x" * 500, False),
        (None, False),
    ],
)
def test_people_are_sent_to_pages_over_https_only(address: Any, may_be: bool) -> None:
    assert is_page(address) is may_be


def test_versions_are_compared_by_their_numbers() -> None:
    assert parts("0.10") > parts("0.9.9") > parts("0.9")
    assert parts("0.2.0") == parts("0.2") == parts("0.2.0.dev3")
    assert parts("") == parts("dev") == parts("0.0") == ()
