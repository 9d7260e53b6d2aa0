"""What must hold for any input whatever: one check a decoder, and some for what reads the stream before it.

Each takes bytes and raises where something is wrong. `python -m tests.fuzz` looks for such bytes; those it has found
are kept in `cases`, and are tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import CalendarRef, Event, Status
from c42desktop.calendar.payloads import FORMATS, PayloadError, decode, encode, parse, read_calendar, read_file
from c42desktop.calendar.payloads.component import has_component
from c42desktop.calendar.recurrence import next_occurrence, occurrences, series_bounds
from c42desktop.plain import plain
from c42desktop.store.codec import dump_event, load_event
from c42desktop.updates import feed, minisign, system
from c42desktop.xmpp import answers, approvals, events, paging, pubsub_owner, roster
from c42desktop.xmpp.forms import find_form
from c42desktop.xmpp.stream_parser import RefusedError, StreamParser
from tests.fuzz.seeds import FEEDS, MESSAGES, SEEDS, STREAMS

CASES = Path(__file__).with_name("cases")
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
MONTH = BEGIN, BEGIN + timedelta(30)
MAX_EVENTS = 1_001
MAX_STORED = 10_000_000  # characters of the events of one item

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class RejectedError(Exception):
    """Not what is being tested: no XML, say, where a decoder gets elements."""


def format_of(payload: Element) -> str:
    """The format that reads a payload, by the module of its decoder."""
    namespace, _, name = payload.tag.rpartition("}")
    known = FORMATS.get((namespace.removeprefix("{"), name))
    return known.decode.__module__.rpartition(".")[2] if known else "generic"


def payload_from(name: str, data: bytes) -> Element:
    """The payload of a format that some bytes are. Raises RejectedError where they are none."""
    tag = SEEDS[name].tag
    if tag:
        element = Element(tag)
        element.text = NOT_XML.sub("", data.decode(errors="replace"))
        return element
    try:
        payload = parse(data)
    except PayloadError as error:
        raise RejectedError from error
    if format_of(payload) != name:
        raise RejectedError
    return payload


def check_decoder(name: str, data: bytes) -> None:
    """Whatever comes is at least one event, which can be shown, stored, compared and written."""
    payload = payload_from(name, data)
    found = decode(payload, "item", ("nl-BE", "en"))
    check_events(found)
    check_encoder(payload, found)


def check_events(found: tuple[Event, ...]) -> None:
    """These can be stored, shown and compared."""
    assert len(found) <= MAX_EVENTS
    assert all(event.uid for event in found)
    stored = json.dumps([dump_event(event) for event in found], ensure_ascii=False)
    assert len(stored.encode()) <= MAX_STORED
    assert tuple(load_event(each) for each in json.loads(stored)) == found
    occurrences(found, *MONTH, UTC)
    next_occurrence(found, BEGIN, UTC)
    series_bounds(found)
    assert tuple(compare(CalendarRef("a", "s", "n"), "item", found, found, BEGIN)) == ()
    tuple(compare(CalendarRef("a", "s", "n"), "item", (), found, BEGIN))


def check_encoder(payload: Element, found: tuple[Event, ...]) -> None:
    """What did not change stays; what did can be written and read again, or a sentence says why not.

    Only what is about the calendar itself is no event.
    """
    if not found:
        assert read_calendar(payload) is not None
        return
    for changed in (found, (replace(found[0], summary="Other", status=Status.CANCELLED), *found[1:])):
        try:
            written = encode(changed, payload, "item", ("nl-BE", "en"))
        except PayloadError as error:
            assert str(error).endswith(".")
            continue
        again = decode(parse(tostring(written, encoding="unicode")), "item", ("nl-BE", "en"))
        assert all(event in again for event in changed if has_component(event) and not event.problem)


def check_file(data: bytes) -> None:
    """A file is events, or a sentence that names it."""
    for name in ("a.ics", "a.xml", "a.json"):
        try:
            found = read_file(data, name)
        except PayloadError as error:
            assert str(error).startswith(name)
            assert str(error).endswith(".")
        else:
            assert found
            check_events(found)


def check_messages(data: bytes) -> None:
    """What services send and answer is read, whatever it is."""
    try:
        element = parse(data)
    except PayloadError as error:
        raise RejectedError from error
    found = events.parse(element, "pubsub.example.org")
    assert not found or list(events.nodes_of(element))
    events.collections_of(element)
    events.is_held_back(element)
    asked = approvals.parse(element, "pubsub.example.org")
    assert asked is None or (asked.jid and asked.source.node)
    assert len(pubsub_owner.parts_in(element)) <= pubsub_owner.MOST_PEOPLE
    assert len(pubsub_owner.subscribers_in(element)) <= pubsub_owner.MOST_PEOPLE
    assert len(roster.contacts_in(element)) <= roster.MOST_CONTACTS
    answers.identities(element)
    answers.features(element)
    find_form(element, answers.META_DATA)
    for each in element.iter():
        address = events.NodeAddress("s", "n")
        assert answers.node_of(each, address).address == address
        answers.subscription_of(each, "s")
        answers.prepared(each.get("from", ""))
    paging._page_of(element, "*/*/*", 0, 0)


def check_stream(data: bytes) -> None:
    """A stream says the same however it is cut, and is refused behind the same stanza or not at all.

    What comes last is a stanza more, which cannot stand in a tag, and so much space that an expat which waits for the
    rest of a tag looks again: by then it has been decided either way.
    """
    last = b"<presence/>" + b" " * (2 * len(data) + 1024)
    whole = list(_read_stream([data + last]))
    for size in (1, 7):
        pieces = [data[begin : begin + size] for begin in range(0, len(data), size)]
        assert list(_read_stream([*pieces, last])) == whole


def _read_stream(pieces: Iterable[bytes]) -> Iterator[str]:
    parser = StreamParser()
    try:
        for piece in pieces:
            for element in parser.feed(piece):
                yield "".join(f"{each.tag}{sorted(each.items())}{each.text}{each.tail}" for each in element.iter())
    except RefusedError:
        yield "refused"


def check_release_feed(data: bytes) -> None:
    """Whatever is announced: people are sent to pages over https, and shown a few lines of text."""
    for read_other in (minisign.read_signature, lambda text: minisign.read_key(text.decode(errors="replace"))):
        with suppress(ValueError):
            read_other(data)
    try:
        found = feed.read(data)
    except ValueError as error:
        raise RejectedError from error
    assert all(feed.is_page(each.page) for each in found.downloads.values())
    assert all(text == plain(text) and len(text) <= feed.MAX_NOTES for text in found.notes.values())
    assert found.issued.tzinfo is UTC is found.expires.tzinfo
    found.notes_in(["nl_BE"])
    system.page_for(found, "0.1.0", "linux", (2, 36))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    **{name: partial(check_decoder, name) for name in SEEDS},
    "files": check_file,
    "messages": check_messages,
    "stream": check_stream,
    "release_feed": check_release_feed,
}


def beginnings(name: str) -> Iterator[bytes]:
    """Good input for a target, to begin with, and all that once went wrong."""
    texts = {
        "files": [text for seeds in SEEDS.values() for text in seeds.texts],
        "messages": MESSAGES,
        "stream": STREAMS,
        "release_feed": FEEDS,
    }
    for text in texts[name] if name in texts else SEEDS[name].texts:
        yield text.encode()
    yield from (path.read_bytes() for path in cases(name))


def cases(name: str) -> list[Path]:
    """The files with what once went wrong in a target."""
    return sorted((CASES / name).glob("*"))
