"""Events and payloads for property tests: all that the iCalendar family can hold, and hostile neighbours of it."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from xml.etree.ElementTree import Element, fromstring, tostring
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from c42desktop.calendar.model import (
    PALETTE,
    Alarm,
    Attachment,
    Details,
    Event,
    EventType,
    Meeting,
    Moment,
    Person,
    Place,
    Status,
)
from c42desktop.calendar.payloads.common import clean_id, clean_line, clean_text

ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Kolkata")
LINES = st.text(max_size=40).map(clean_line)
TEXTS = st.text(max_size=200).map(clean_text)
NAMES = LINES.filter(bool)
# The library takes "\\;" in a parameter for ";", and clean_id keeps breaks that no line of text can hold.
LABELS = LINES.filter(lambda text: re.search(r"\\[\\;,:]", text) is None)
UIDS = (
    st.text(min_size=1, max_size=30)
    .map(clean_id)
    .filter(lambda uid: uid and not uid.endswith("#cut") and not set(uid) & set("\n\u2028\u2029"))
)
LINKS = st.builds("https://example.org/{}".format, st.text("abc/?=&%23,;:", max_size=20))
PEOPLE = st.builds(
    Person,
    name=LABELS,
    address=st.sampled_from(["vera@example.org", "bram@example.org", "xmpp:ann@example.org"]),
    answer=st.sampled_from(["", "accepted", "declined", "needs-action"]),
)
RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=4;BYDAY=MO,FR",
        "FREQ=MONTHLY;UNTIL=20400101T000000Z;INTERVAL=2;BYDAY=-1SU",
        "FREQ=YEARLY;UNTIL=20400101",
    ]
)
CLOCKS = st.datetimes(datetime(1980, 1, 1), datetime(2090, 1, 1)).map(lambda at: at.replace(microsecond=0, hour=12))
INSTANTS = CLOCKS.map(lambda at: at.replace(tzinfo=UTC))
LENGTHS = st.builds(timedelta, minutes=st.integers(-20_000, 20_000))
MEETINGS = st.builds(Meeting, link=LINKS, name=LABELS)
ATTACHMENTS = st.builds(
    Attachment,
    url=LINKS,
    name=LABELS,
    media_type=st.sampled_from(["", "text/plain"]),
    size=st.integers(0, 10**12),
)
DEGREES = st.integers(-89_000_000, 89_000_000).map(lambda millionths: millionths / 10**6)
PLACES = st.builds(Place, latitude=DEGREES, longitude=DEGREES)
ALARMS = st.one_of(st.builds(Alarm, before=LENGTHS), st.builds(Alarm, at=INSTANTS))


@st.composite
def moments(draw: st.DrawFn) -> st.SearchStrategy[Moment]:
    """Moments of one kind, as those of one event are: dates, floating times, UTC, or times in one zone."""
    zone = draw(st.sampled_from([None, UTC, *map(ZoneInfo, ZONES)]))
    if draw(st.booleans()) and zone is None:
        return CLOCKS.map(lambda at: at.date())
    return CLOCKS.map(lambda at: at.replace(tzinfo=zone))


def lists(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Up to three values."""
    return st.lists(values, max_size=3).map(tuple)


@st.composite
def details(draw: st.DrawFn, location: str) -> Details:
    """What iCalendar can say of few events. A language stands at a title, so there must be one to say it."""
    place = draw(st.one_of(st.none(), PLACES))
    return Details(
        places=() if place is None else (replace(place, text=location),),
        meetings=tuple(draw(st.lists(MEETINGS, max_size=3, unique_by=lambda meeting: meeting.link))),
        attachments=draw(lists(ATTACHMENTS)),
        picture=draw(st.one_of(st.just(""), LINKS)),
        priority=draw(st.integers(0, 9)),
        progress=draw(st.integers(0, 100)),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event, a task, a series or a changed occurrence, as a decoder of the family gives it."""
    task = draw(st.booleans())
    kind = draw(moments())
    start = draw(st.one_of(st.none(), kind)) if task else draw(kind)
    due = draw(st.one_of(st.none(), kind)) if task else None
    end = None if task or start is None else draw(st.one_of(st.none(), lasting(start)))
    own = start if start is not None else due
    location = draw(LINES)
    found = draw(details(location))
    if not location and found.places:
        location = f"{found.places[0].latitude},{found.places[0].longitude}"
    event = Event(
        uid=draw(UIDS),
        type=EventType.TODO if task else EventType.NORMAL,
        summary=draw(LINES),
        start=start,
        end=day_at_least(start, end, task),
        due=due,
        status=draw(st.sampled_from(Status)),
        location=location,
        description=draw(TEXTS),
        url=draw(st.one_of(st.just(""), LINKS)),
        timezone=own.tzinfo.key if isinstance(own, datetime) and isinstance(own.tzinfo, ZoneInfo) else "",
        categories=draw(lists(NAMES)),
        organizer=draw(st.one_of(st.none(), PEOPLE)),
        attendees=draw(lists(PEOPLE)),
        alarms=draw(lists(ALARMS)),
        rrules=draw(lists(RULES)),
        rdates=draw(lists(kind)),
        exdates=draw(lists(kind)),
        recurrence_id=draw(st.one_of(st.none(), kind)),
        busy=draw(st.booleans()),
        color=draw(st.sampled_from(["", "#ff0000", *PALETTE])),
        related=draw(lists(UIDS)),
        details=found,
        sequence=draw(st.integers(0, 10**6)),
        modified=draw(INSTANTS),
    )
    return begun(event)


def begun(event: Event) -> Event:
    """As decoders give it: a task that repeats has a start, if need be when it is due."""
    repeats = event.recurring or event.recurrence_id is not None
    return replace(event, start=event.due) if event.start is None and repeats else event


def lasting(start: Moment) -> st.SearchStrategy[Moment]:
    """An end after the start, of the same kind."""
    if isinstance(start, datetime):
        return st.integers(1, 10_000).map(lambda minutes: (start + timedelta(minutes=minutes)).replace(fold=0))
    return st.integers(1, 100).map(lambda days: start + timedelta(days=days))


def day_at_least(start: Moment | None, end: Moment | None, task: bool) -> Moment | None:
    """The end as decoders give it: a date lasts that day."""
    if not task and end is None and isinstance(start, date) and not isinstance(start, datetime):
        return start + timedelta(days=1)
    return end


def several(most: int = 3) -> st.SearchStrategy[list[Event]]:
    """The events of one payload, each of which is another."""
    return st.lists(events(), min_size=1, max_size=most, unique_by=lambda event: (event.uid, str(event.recurrence_id)))


def sent(payload: Element) -> Element:
    """The payload as it arrives at the other end: through text, as XML allows no more than that."""
    return fromstring(tostring(payload, encoding="utf-8"))


TOGETHER = (
    ("type", "start", "end", "due", "timezone"),
    ("location", "details"),
    ("recurrence_id",),
    *(
        (name,)
        for name in ("summary", "status", "description", "url", "categories", "organizer", "attendees", "alarms")
    ),
    *((name,) for name in ("rrules", "rdates", "exdates", "busy", "color", "related", "sequence", "modified")),
)
"""The fields of an event that depend on each other, and those that stand alone."""


@st.composite
def changes(draw: st.DrawFn) -> tuple[Event, Event]:
    """An event, and the same after some of its fields were changed."""
    before, other = draw(events()), draw(events())
    groups = draw(st.sets(st.sampled_from([group for group in TOGETHER if group != ("recurrence_id",)])))
    return before, begun(replace(before, **{name: getattr(other, name) for group in groups for name in group}))


PIECES = st.sampled_from(
    ["", "soon", "2026-11-24", "20261124T090000Z", "PT1H", "-P1D", "FREQ=DAILY", "VEVENT", "🙂,;\\"]
)


@st.composite
def damaged(draw: st.DrawFn, payload: Element) -> Element:
    """A payload of which some parts were taken away, doubled, mixed or filled with something else."""
    found = sent(payload)
    for _count in range(draw(st.integers(1, 6))):
        parents = [element for element in found.iter() if len(element)]
        if parents:
            _damage_elements(draw, draw(st.sampled_from(parents)))
        elif found.text:
            found.text = draw(damaged_text(found.text))
    return found


def _damage_elements(draw: st.DrawFn, parent: Element) -> None:
    place = draw(st.integers(0, len(parent) - 1))
    what = draw(st.sampled_from(["gone", "twice", "text", "tag", "moved"]))
    if what == "gone":
        del parent[place]
    elif what == "twice":
        parent.insert(draw(st.integers(0, len(parent))), deepcopy(parent[place]))
    elif what == "moved":
        parent.append(parent[place])
        del parent[place]
    elif what == "text":
        parent[place].text = draw(PIECES)
    else:
        parent[place].tag = draw(st.sampled_from([child.tag for child in parent.iter()] + ["{urn:x}y", "z"]))


@st.composite
def damaged_text(draw: st.DrawFn, text: str) -> str:
    """Lines, or the values of JSON, taken away, doubled or filled with something else."""
    between = "\n" if "\n" in text else ","
    lines = text.split(between)
    place = draw(st.integers(0, len(lines) - 1))
    what = draw(st.sampled_from(["gone", "twice", "value"]))
    if what == "gone":
        del lines[place]
    elif what == "twice":
        lines.insert(place, lines[place])
    else:
        lines[place] = lines[place].partition(":")[0] + ":" + draw(PIECES)
    return between.join(lines)
