"""What happens in the demo: three calendars around now, and the changes a colleague makes. Pure: now is a parameter."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import count
from zoneinfo import ZoneInfo

TEAM, ANN, TRAVEL = "team", "ann", "travel"
TITLES = {TEAM: "Product team", ANN: "Ann", TRAVEL: "Travel"}
_XCAL = "{urn:ietf:params:xml:ns:icalendar-2.0}"
_ICAL = "{http://jabber.org/protocol/gw/ical}ical"
_EVENTS = "{urn:xmpp:calendar-events:0}"
_GEOLOC = "{http://jabber.org/protocol/geoloc}"
_FORM = "{jabber:x:data}"


@dataclass(frozen=True, slots=True)
class Plan:
    """An event of the demo. `start` and `end` are dates for all-day, else aware; `end` is exclusive."""

    calendar: str
    item_id: str
    title: str
    start: date
    end: date
    place: str = ""
    text: str = ""
    rule: str = ""
    cancelled: bool = False
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publish:
    """The colleague publishes an event, new or changed."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Retract:
    """The colleague takes an event back."""

    plan: Plan


def beginning(now: datetime) -> list[Plan]:
    """The events that are there when the demo begins. `now` is aware, in the reader's zone."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    zone, today = now.tzinfo, now.date()

    def at(days: int, hours: int, minutes: int = 0) -> datetime:
        return datetime.combine(today + timedelta(days=days), time(hours, minutes), zone)

    def later(hours: int, minutes: int = 0) -> date:
        return _after(hour, timedelta(hours=hours, minutes=minutes))

    monday = today - timedelta(days=today.weekday())
    stand_up = datetime.combine(monday - timedelta(days=14), time(9), ZoneInfo("Europe/Amsterdam"))
    singapore = datetime.combine(today + timedelta(days=3), time(16, 30), ZoneInfo("Asia/Singapore"))
    new_york = datetime.combine(today + timedelta(days=2), time(9), ZoneInfo("America/New_York"))
    minutes = timedelta(minutes=1)
    return [
        Plan(TEAM, "freeze", "Release freeze", today, today + timedelta(days=3)),
        Plan(TEAM, "stand-up", "Stand-up", stand_up, stand_up + 15 * minutes, "Room 4", rule=_WEEKDAYS),
        Plan(
            TEAM,
            "review",
            "Design review",
            later(1),
            later(2),
            "Room 12",
            "Bring the two candidate flows. We decide which one goes into the freeze.",
            people=("Bram de Vries", "Ann Jansen", "Vera Kok"),
        ),
        Plan(
            TEAM,
            "budget",
            "Budget 2027",
            at(1, 10, 30),
            at(1, 11, 30),
            "Room 12",
            people=("Bram de Vries", "Ann Jansen"),
        ),
        Plan(TEAM, "board", "Breakfast with the board", singapore, singapore + 30 * minutes, "Marina Bay", _LONG_TEXT),
        Plan(
            TEAM, "sync", "Sync with New York", new_york, new_york + 45 * minutes, "https://meet.example.org/new-york"
        ),
        Plan(
            ANN,
            "vera",
            "Call with Vera",
            _after(now.replace(second=0, microsecond=0), 25 * minutes),
            later(1, 45),
            "Video call",
        ),
        Plan(ANN, "dentist", "Dentist", later(3), later(4), "Lloydstraat 138, Rotterdam"),
        Plan(ANN, "gym", "Gym 🏋️", at(1, 18), at(1, 19), "Blijdorp", rule="FREQ=WEEKLY;INTERVAL=2"),
        Plan(ANN, "cinema", "Cinema", at(2, 20), at(2, 22, 30), "Lantaren Venster", cancelled=True),
        Plan(ANN, "birthday", "Birthday of María José 🎂", today + timedelta(days=4), today + timedelta(days=5)),
        Plan(TRAVEL, "utrecht", "Train to Utrecht", later(4, 12), later(4, 50), "Rotterdam Centraal"),
        Plan(TRAVEL, "flight", "Flight KL 1023 to London", at(5, 7, 5), at(5, 7, 25), "Schiphol, gate D 14"),
        Plan(
            TRAVEL, "hotel", "Hotel in London", today + timedelta(days=5), today + timedelta(days=7), "14 Bedford Place"
        ),
    ]


_WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_LONG_TEXT = (
    "Agenda: the year so far, what we learned, and what comes next. "
    "Please read the paper beforehand: https://example.org/board-paper\n\n"
) + "It is long, and so is this description, so that one can see how the program shows long texts. " * 6


def changes(plans: list[Plan]) -> Iterator[Publish | Retract]:
    """What the colleague does, step by step and without end; each step is one change that a person would be told of."""
    now = {plan.item_id: plan for plan in plans}

    def change(item_id: str, **fields: object) -> Publish:
        now[item_id] = replace(now[item_id], **fields)  # type: ignore[arg-type]
        return Publish(now[item_id])

    def moved(item_id: str, by: timedelta) -> Publish:
        plan = now[item_id]
        return change(item_id, start=_after(plan.start, by), end=_after(plan.end, by))

    hour = timedelta(hours=1)
    for number in count(1):
        yield moved("review", hour)
        lunch = replace(
            now["review"],
            item_id=f"lunch-{number}",
            title="Lunch with the new colleagues",
            start=now["budget"].start + 2 * hour,
            end=now["budget"].end + 2 * hour,
            place="Canteen",
            text="",
        )
        yield Publish(lunch)
        yield moved("utrecht", timedelta(minutes=8))
        yield change("review", place="Room 4" if now["review"].place == "Room 12" else "Room 12")
        yield change("dentist", cancelled=True)
        yield moved("budget", timedelta(days=1))
        yield Retract(lunch)
        yield moved("utrecht", -timedelta(minutes=8))
        yield change("dentist", cancelled=False)
        yield moved("budget", -timedelta(days=1))
        yield moved("review", -hour)


def _after(moment: date, delta: timedelta) -> date:
    """Later by that much time, also where the clocks change; whole days later, the clock shows the same."""
    if not isinstance(moment, datetime) or delta % timedelta(days=1) == timedelta(0):
        return moment + delta
    return (moment.astimezone(UTC) + delta).astimezone(moment.tzinfo)


def payload(plan: Plan) -> ET.Element:
    """The plan as XML: each calendar of the demo uses another format."""
    if plan.calendar == TEAM:
        return _xcal(plan)
    return _ical(plan) if plan.calendar == ANN else _xep0471(plan)


def _xcal(plan: Plan) -> ET.Element:
    """RFC 6321."""
    root = ET.Element(f"{_XCAL}icalendar")
    vcalendar = ET.SubElement(root, f"{_XCAL}vcalendar")
    head = ET.SubElement(vcalendar, f"{_XCAL}properties")
    _xcal_property(head, "prodid", "-//c42desktop//demo")
    _xcal_property(head, "version", "2.0")
    components = ET.SubElement(vcalendar, f"{_XCAL}components")
    body = ET.SubElement(ET.SubElement(components, f"{_XCAL}vevent"), f"{_XCAL}properties")
    _xcal_property(body, "uid", plan.item_id)
    _xcal_property(body, "summary", plan.title)
    _xcal_moment(body, "dtstart", plan.start)
    _xcal_moment(body, "dtend", plan.end)
    for name, value in (("location", plan.place), ("description", plan.text)):
        if value:
            _xcal_property(body, name, value)
    if plan.rule:
        recur = ET.SubElement(ET.SubElement(body, f"{_XCAL}rrule"), f"{_XCAL}recur")
        for part in plan.rule.split(";"):
            name, _equals, values = part.partition("=")
            for value in values.split(","):
                ET.SubElement(recur, f"{_XCAL}{name.lower()}").text = value
    for index, person in enumerate(plan.people):
        attendee = ET.SubElement(body, f"{_XCAL}{'attendee' if index else 'organizer'}")
        cn = ET.SubElement(ET.SubElement(attendee, f"{_XCAL}parameters"), f"{_XCAL}cn")
        ET.SubElement(cn, f"{_XCAL}text").text = person
        address = f"mailto:{person.split()[0].lower()}@example.org"
        ET.SubElement(attendee, f"{_XCAL}cal-address").text = address
    if plan.cancelled:
        _xcal_property(body, "status", "CANCELLED")
    return root


def _xcal_property(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(ET.SubElement(parent, f"{_XCAL}{name}"), f"{_XCAL}text").text = text


def _xcal_moment(parent: ET.Element, name: str, moment: date) -> None:
    element = ET.SubElement(parent, f"{_XCAL}{name}")
    if not isinstance(moment, datetime):
        ET.SubElement(element, f"{_XCAL}date").text = moment.isoformat()
        return
    wall, zone = _wall(moment)
    if zone:
        tzid = ET.SubElement(ET.SubElement(element, f"{_XCAL}parameters"), f"{_XCAL}tzid")
        ET.SubElement(tzid, f"{_XCAL}text").text = zone
    ET.SubElement(element, f"{_XCAL}date-time").text = wall.strftime("%Y-%m-%dT%H:%M:%S") + ("" if zone else "Z")


def _ical(plan: Plan) -> ET.Element:
    """iCalendar text in the element of XEP-0097."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//c42desktop//demo", "BEGIN:VEVENT", f"UID:{plan.item_id}"]
    lines += [f"SUMMARY:{_escaped(plan.title)}", f"DTSTART{_ical_moment(plan.start)}", f"DTEND{_ical_moment(plan.end)}"]
    lines += [
        f"{name}:{_escaped(text)}" for name, text in (("LOCATION", plan.place), ("DESCRIPTION", plan.text)) if text
    ]
    lines += [f"RRULE:{plan.rule}"] if plan.rule else []
    lines += ["STATUS:CANCELLED"] if plan.cancelled else []
    element = ET.Element(_ICAL)
    element.text = "\n".join([*lines, "END:VEVENT", "END:VCALENDAR"]) + "\n"
    return element


def _ical_moment(moment: date) -> str:
    if not isinstance(moment, datetime):
        return f";VALUE=DATE:{moment:%Y%m%d}"
    wall, zone = _wall(moment)
    return f";TZID={zone}:{wall:%Y%m%dT%H%M%S}" if zone else f":{wall:%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _xep0471(plan: Plan) -> ET.Element:
    event = ET.Element(f"{_EVENTS}event")
    ET.SubElement(event, f"{_EVENTS}name").text = plan.title
    ET.SubElement(event, f"{_EVENTS}start").text = plan.start.isoformat()
    ET.SubElement(event, f"{_EVENTS}end").text = plan.end.isoformat()
    if plan.place:
        geoloc = ET.SubElement(ET.SubElement(event, f"{_EVENTS}location"), f"{_GEOLOC}geoloc")
        ET.SubElement(geoloc, f"{_GEOLOC}text").text = plan.place
    if plan.cancelled:
        form = ET.SubElement(ET.SubElement(event, f"{_EVENTS}extra"), f"{_FORM}x", type="result")
        for var, value in (("FORM_TYPE", "urn:xmpp:calendar-events:extra:0"), ("status", "cancelled")):
            ET.SubElement(ET.SubElement(form, f"{_FORM}field", var=var), f"{_FORM}value").text = value
    return event


def _wall(moment: datetime) -> tuple[datetime, str]:
    """Wall-clock time and zone name, or UTC and "": the zone has no name, or the clocks show that time twice."""
    zone: tzinfo | None = moment.tzinfo
    if isinstance(zone, ZoneInfo) and not moment.fold:
        return moment, zone.key
    return moment.astimezone(UTC), ""
