"""Hypothesis strategies for events that XEP-0471 can hold, and for payloads as others may write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from xml.etree.ElementTree import Element, SubElement

from hypothesis import strategies as st

from c42desktop.calendar.model import (
    Attachment,
    Details,
    Event,
    Meeting,
    Place,
    Question,
    Reference,
    Status,
)
from c42desktop.calendar.payloads import encode, locations
from c42desktop.calendar.payloads.common import clean_id, clean_line, clean_text, default_end
from c42desktop.calendar.payloads.xep0471 import NAMESPACES, ROLES

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN = "{urn:example:unknown}"

# What XML can carry (XML 1.0 §2.2): a line break as CR or a control character does not come through it.
CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
TEXTS = st.text(CHARACTERS | st.just("\n"), max_size=40).map(clean_text)
LINES = st.text(CHARACTERS, max_size=40).map(clean_line)
TITLES = LINES.filter(bool)
IDS = st.text(CHARACTERS, min_size=1, max_size=20).map(clean_id).filter(bool)
LINKS = st.builds("https://example.org/{}".format, st.text("abc123/?&=%", max_size=10))
ROOMS = st.builds("xmpp:{}@muc.example.org?join".format, st.sampled_from(["room", "room%20one", "caf%C3%A9"]))

OFFSETS = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(-timedelta(hours=5, minutes=30))])
DAYS = st.dates(date(1970, 1, 1), date(2200, 1, 1))
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS)
LENGTHS = st.timedeltas(timedelta(0), timedelta(days=400))


@st.composite
def spans(draw: st.DrawFn) -> tuple[date, date | None]:
    """A start and an end as decoders give them: no end without duration, at least a day for dates."""
    start = draw(DAYS | INSTANTS)
    length = draw(LENGTHS)
    return start, default_end(start, start + length)


DEGREES = st.one_of(
    st.tuples(st.none(), st.none()),
    st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)


def places() -> st.SearchStrategy[tuple[Place, ...]]:
    """Places, with different ids where they are several."""
    named = st.builds(lambda text, at: Place(text, *at), LINES, DEGREES).filter(locations.line)
    return st.one_of(
        st.just(()),
        st.tuples(named),
        st.lists(named, min_size=2, max_size=3).map(
            lambda many: tuple(
                replace(each, id=name) for each, name in zip(many, ("main", "hall", "été 1"), strict=False)
            )
        ),
    )


MEETINGS = st.builds(Meeting, st.just("") | LINKS | ROOMS, LINES, TEXTS).filter(lambda meeting: meeting != Meeting(""))
ATTACHMENTS = st.builds(
    Attachment, LINKS, LINES, st.sampled_from(["", "image/png", "application/pdf"]), st.integers(0, 10**12)
)
OPTIONS = st.tuples(IDS, TITLES)
QUESTIONS = st.builds(
    Question,
    st.sampled_from(["attending", "participants_number", "{https://example.org}diet"]) | IDS,
    LINES,
    st.sampled_from(["list-single", "list-multi", "boolean", "text-multi", "text-single"]),
    st.lists(OPTIONS, max_size=3).map(tuple),
    st.booleans(),
)
REFERENCES = st.builds(Reference, st.sampled_from(ROLES), IDS, IDS, st.just("") | IDS)


@st.composite
def details(draw: st.DrawFn) -> Details:
    """All that a payload of XEP-0471 may say beside the essentials."""
    return Details(
        places=draw(places()),
        meetings=tuple(draw(st.lists(MEETINGS, max_size=3))),
        attachments=tuple(draw(st.lists(ATTACHMENTS, max_size=3))),
        picture=draw(st.just("") | LINKS),
        questions=tuple(draw(st.lists(QUESTIONS, max_size=3, unique_by=lambda question: question.name))),
        references=tuple(draw(st.lists(REFERENCES, max_size=4, unique_by=lambda reference: reference.role))),
        languages=tuple(draw(st.lists(st.sampled_from(["en", "nl", "fy"]), max_size=3))),
        wheelchair=draw(st.sampled_from(["", "full", "partial", "no"])),
    )


@st.composite
def xep0471_events(draw: st.DrawFn) -> Event:
    """Events that XEP-0471 can hold, as its decoder gives them."""
    start, end = draw(spans())
    known = draw(details())
    return Event(
        uid="item",
        summary=draw(LINES),
        start=start,
        end=end,
        status=draw(st.sampled_from([Status.CONFIRMED, Status.TENTATIVE, Status.CANCELLED])),
        location=locations.where(known.places, known.meetings),
        description=draw(TEXTS),
        url=draw(LINKS) if draw(st.booleans()) else next((each.link for each in known.meetings if each.link), ""),
        categories=tuple(draw(st.lists(TITLES, max_size=3))),
        details=known,
    )


@st.composite
def xep0471_payloads(draw: st.DrawFn) -> Element:
    """Payloads of other programs: in any order, with more languages, and with much that nobody here knows."""
    event = draw(xep0471_events())
    payload = encode([event], Element(f"{{{draw(st.sampled_from(NAMESPACES))}}}event"))
    chance = Random(draw(st.integers(0, 2**32)))
    space = payload.tag.removesuffix("event")
    for name in ("name", "description", "rsvp"):
        for element in payload.findall(f"{space}{name}")[: draw(st.integers(0, 1))]:
            other = SubElement(payload, element.tag, {**element.attrib, LANG: chance.choice(["nl", "fr"])})
            other.text = "in another language"
    strange(payload, chance, draw(st.integers(0, 6)))
    children = list(payload)
    chance.shuffle(children)
    payload[:] = children
    return payload


def strange(payload: Element, chance: Random, count: int) -> None:
    """Put unknown elements and attributes into elements of the payload that hold elements."""
    for number in range(count):
        parents = [each for each in payload.iter() if len(each)]
        parent = chance.choice([payload, *parents])
        parent.set(f"{UNKNOWN}mark", str(number))
        stranger = Element(f"{UNKNOWN}stranger", {"number": str(number)})
        stranger.text = stranger.tail = "strange\n "
        parent.insert(chance.randint(0, len(parent)), stranger)
