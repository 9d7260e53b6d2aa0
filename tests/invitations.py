"""Invitations to Ann, in each format that takes an answer."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

from c42desktop.calendar import payloads
from c42desktop.calendar.model import Event
from c42desktop.demo.prosody import DOMAIN

ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"
START = (datetime.now(UTC) + timedelta(days=1)).replace(hour=10, minute=30, second=0, microsecond=0)
END = START + timedelta(hours=1)
_STAMP = "%Y%m%dT%H%M%SZ"

ICAL = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Bram//EN
X-WR-CALNAME:Team
BEGIN:VEVENT
UID:budget
DTSTAMP:20261101T090000Z
DTSTART:{START:{_STAMP}}
DTEND:{END:{_STAMP}}
SUMMARY;LANGUAGE=en:Budget 2027
ORGANIZER;CN=Bram de Vries:xmpp:{BRAM}
ATTENDEE;CN=Ann Jansen;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;X-NUM=1:xmpp:{ANN}
ATTENDEE;CN=Vera Kok;PARTSTAT=ACCEPTED:mailto:vera@example.org
X-ROOM;X-FLOOR=4:12\\, left
CLASS:PRIVATE
END:VEVENT
END:VCALENDAR
"""

XCAL = f"""<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar>
<properties><version><text>2.0</text></version><prodid><text>-//Bram//EN</text></prodid></properties>
<components><vevent><properties>
<uid><text>budget</text></uid><summary><text>Budget 2027</text></summary>
<dtstart><date-time>{START:%Y-%m-%dT%H:%M:%SZ}</date-time></dtstart>
<dtend><date-time>{END:%Y-%m-%dT%H:%M:%SZ}</date-time></dtend>
<organizer><parameters><cn><text>Bram de Vries</text></cn></parameters>
<cal-address>xmpp:{BRAM}</cal-address></organizer>
<attendee><parameters><partstat><text>NEEDS-ACTION</text></partstat><rsvp><boolean>true</boolean></rsvp></parameters>
<cal-address>mailto:{ANN}</cal-address></attendee>
<x-room><unknown>12</unknown></x-room>
</properties></vevent></components></vcalendar></icalendar>"""

DRAFT = f"""<vcalendar xmlns='urn:ietf:params:xml:ns:xcal'><version>2.0</version><prodid>-//Bram//EN</prodid><vevent>
<uid>budget</uid><summary>Budget 2027</summary><dtstart>{START:%Y-%m-%dT%H:%M:%SZ}</dtstart>
<dtend>{END:%Y-%m-%dT%H:%M:%SZ}</dtend><organizer cn='Bram de Vries'>xmpp:{BRAM}</organizer>
<attendee partstat='NEEDS-ACTION' rsvp='TRUE'>xmpp:{ANN}</attendee><x-room>12</x-room></vevent></vcalendar>"""

JCAL = [
    "vcalendar",
    [["version", {}, "text", "2.0"], ["prodid", {}, "text", "-//Bram//EN"]],
    [
        [
            "vevent",
            [
                ["uid", {}, "text", "budget"],
                ["summary", {}, "text", "Budget 2027"],
                ["dtstart", {}, "date-time", f"{START:%Y-%m-%dT%H:%M:%SZ}"],
                ["dtend", {}, "date-time", f"{END:%Y-%m-%dT%H:%M:%SZ}"],
                ["organizer", {"cn": "Bram de Vries"}, "cal-address", f"xmpp:{BRAM}"],
                ["attendee", {"partstat": "NEEDS-ACTION", "rsvp": "TRUE"}, "cal-address", f"xmpp:{ANN}"],
                ["x-room", {}, "unknown", "12"],
            ],
            [],
        ]
    ],
]

CALENDAR42 = {
    "id": "budget",
    "sync_token": 7,
    "event_type": "normal",
    "title": "Budget 2027",
    "start": f"{START:%Y-%m-%dT%H:%M:%S}.000000Z",
    "end": f"{END:%Y-%m-%dT%H:%M:%S}.000000Z",
    "permission": "invited_write",
    "is_invitation": True,
    "invitation": {"actor": {"first_name": "Bram", "last_name": "de Vries"}, "message": "Can you come?"},
    "rsvp_status": "not_replied",
    "room": "12",
}


def series(start: datetime = START) -> ET.Element:
    """A series of four, each week, to which Ann is invited."""
    text = ICAL.replace("UID:budget", "UID:budget\nRRULE:FREQ=WEEKLY;COUNT=4")
    return payloads.to_ics_payload(text.replace(f"{START:{_STAMP}}", f"{start:{_STAMP}}"))


def form(namespace: str = "urn:xmpp:calendar-events:0", answers: str = "yes no maybe") -> ET.Element:
    """An event that asks in a form whether one comes (XEP-0471 §6.5)."""
    options = "".join(f"<option label='{each}'><value>{each}</value></option>" for each in answers.split())
    purpose = f"{namespace.removesuffix(':0')}:rsvp:0"
    return ET.fromstring(
        f"<event xmlns='{namespace}'><name>Budget 2027</name><start>{START.isoformat()}</start>"
        f"<end>{END.isoformat()}</end><rsvp><x xmlns='jabber:x:data' type='form'>"
        f"<field var='FORM_TYPE' type='hidden'><value>{purpose}</value></field>"
        f"<field var='attending' type='list-single' label='Attending'>{options}<required/></field></x></rsvp></event>"
    )


def container(data: object) -> ET.Element:
    """JSON in its container."""
    element = ET.Element("{urn:xmpp:json:0}json")
    element.text = json.dumps(data)
    return element


def calendar42_element() -> ET.Element:
    """The same event with a child for each field."""
    event = ET.Element("{urn:calendar42:event}event")
    fields = {name: value for name, value in CALENDAR42.items() if not isinstance(value, dict | bool)}
    for name, value in {**fields, "is_invitation": "true"}.items():
        ET.SubElement(event, f"{{urn:calendar42:event}}{name}").text = str(value)
    return event


def in_event() -> dict[str, ET.Element]:
    """Those with the answer in the event, by format."""
    return {
        "ical": payloads.to_ics_payload(ICAL),
        "xcal": ET.fromstring(XCAL),
        "draft-xcal": ET.fromstring(DRAFT),
        "jcal": container(JCAL),
        "calendar42-json": container(CALENDAR42),
        "calendar42-xml": calendar42_element(),
    }


def event_of(payload: ET.Element, item_id: str = "budget") -> Event:
    """The first event of a payload."""
    return payloads.decode(payload, item_id)[0]
