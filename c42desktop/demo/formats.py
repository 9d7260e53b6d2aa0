"""The plans of the demo as XML, in the formats that other programs write."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from c42desktop.demo.plan import ANN, TEAM, Plan, after
from c42desktop.demo.prosody import DOMAIN

_XCAL = "{urn:ietf:params:xml:ns:icalendar-2.0}"
_ICAL = "{http://jabber.org/protocol/gw/ical}ical"
_EVENTS = "{urn:xmpp:calendar-events:0}"
_GEOLOC = "{http://jabber.org/protocol/geoloc}"
_FORM = "{jabber:x:data}"
_JSON = "{urn:xmpp:json:0}json"


def payload(plan: Plan) -> ET.Element:
    """The plan as XML: each calendar of the demo uses another format, and the third one two of them."""
    if plan.kind:
        return _calendar42(plan)
    if plan.calendar == TEAM:
        return _xcal(plan)
    return _ical(plan) if plan.calendar == ANN else _xep0471(plan)


def _calendar42(plan: Plan) -> ET.Element:
    """A JSON object, as Calendar42 has it."""
    found: dict[str, Any] = {
        "id": plan.item_id,
        "sync_token": plan.token,
        "event_type": plan.kind,
        "title": plan.title,
        "description": plan.text,
        "permission": "invited_read" if plan.inviter else "subscribed_read",
        "start_location": {"text": plan.place},
    }
    if plan.kind == "todo":
        found["due"] = _utc(plan.end)
    else:
        found |= {"start": _utc(plan.start), "end": _utc(plan.end)}
    if plan.destination:
        found["end_location"] = {"text": plan.destination}
        found["trip"] = {"state": "success", "data": {"legs": [_leg(plan)]}}
    if plan.inviter:
        found |= {"is_invitation": True, "invitation": {"actor": {"first_name": plan.inviter}}}
        found["rsvp_status"] = "not_replied"
    element = ET.Element(_JSON)
    element.text = json.dumps(found)
    return element


def _leg(plan: Plan) -> dict[str, Any]:
    """The one train of a trip, as late as it is now."""
    return {
        "mode": "transit",
        "line": "IC 2241",
        "start_time": _utc(after(plan.start, plan.delay)),
        "end_time": _utc(after(plan.end, plan.delay)),
        "real_time": True,
        "departure_delay": plan.delay.total_seconds(),
        "arrival_delay": plan.delay.total_seconds(),
        "from_location": {"text": plan.place},
        "to_location": {"text": plan.destination},
    }


def _utc(moment: date) -> str:
    """An instant with six digits; a day as it is."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


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
        parameters = ET.SubElement(attendee, f"{_XCAL}parameters")
        _xcal_property(parameters, "cn", person)
        if person in plan.coming:
            _xcal_property(parameters, "partstat", "ACCEPTED")
        address = f"mailto:{person.split()[0].lower()}@{DOMAIN}"
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
