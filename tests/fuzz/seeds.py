"""Small valid payloads of each format, from which the fuzzer and the strategies make bad ones.

A format is called by the module of its decoder. One that is new needs an entry here, and nothing else: a test fails
where it has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from c42desktop.calendar.payloads import calendar42

XEP = "urn:xmpp:calendar-events:0"
XCAL = "urn:ietf:params:xml:ns:icalendar-2.0"


@dataclass(frozen=True, slots=True)
class Seeds:
    """Payloads of one format: XML or, where there is a `tag`, the text in such an element."""

    texts: tuple[str, ...]
    tag: str = ""


ICS = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Own
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RDATE:19710329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SUMMARY;LANGUAGE=nl:Overleg\\, kort
DTSTART;TZID=Own:20261124T090000
DTEND;TZID=Own:20261124T100000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20270101T000000Z
EXDATE;TZID=Own:20261201T090000
RDATE;VALUE=PERIOD:20261203T090000Z/PT1H
STATUS:TENTATIVE
TRANSP:TRANSPARENT
ORGANIZER;CN="Kok, V":mailto:v@example.org
ATTENDEE;CN=Bram;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:xmpp:bram@example.org
LOCATION:Utrecht
GEO:52.09;5.12
CATEGORIES:work,a\\,b
ATTACH;FMTTYPE=text/plain:https://example.org/a
CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://meet.example.org/1
URL:https://example.org/
COLOR:teal
DESCRIPTION:One\\nTwo
SEQUENCE:2
LAST-MODIFIED:20261101T000000Z
BEGIN:VALARM
TRIGGER;RELATED=END:-PT15M
REPEAT:2
DURATION:PT5M
ACTION:DISPLAY
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Own:20261208T090000
DTSTART;TZID=Own:20261208T110000
DURATION:PT2H
SUMMARY:Moved
END:VEVENT
END:VCALENDAR
"""
TASK = """BEGIN:VCALENDAR
BEGIN:VTODO
UID:2
SUMMARY:Pay
DUE;VALUE=DATE:20261130
STATUS:COMPLETED
PERCENT-COMPLETE:100
PRIORITY:1
END:VTODO
END:VCALENDAR
"""
JCAL = [
    "vcalendar",
    [["version", {}, "text", "2.0"]],
    [
        [
            "vevent",
            [
                ["uid", {}, "text", "u1"],
                ["summary", {"language": "nl"}, "text", "Overleg"],
                ["dtstart", {"tzid": "Europe/Amsterdam"}, "date-time", "2026-03-27T10:00:00"],
                ["duration", {}, "duration", "PT1H"],
                ["rrule", {}, "recur", {"freq": "WEEKLY", "count": 4, "byday": ["MO", "FR"]}],
                ["exdate", {}, "date-time", "2026-04-03T08:00:00Z", "2026-04-10T08:00:00Z"],
                ["geo", {}, "float", [52.1, 5.1]],
                ["categories", {}, "text", "work", "a,b"],
                ["attendee", {"cn": "Bram", "partstat": "ACCEPTED"}, "cal-address", "mailto:bram@example.org"],
            ],
            [["valarm", [["trigger", {}, "duration", "-PT5M"]], []]],
        ]
    ],
]
XEP_EVENT = f"""<event xmlns='{XEP}' xml:lang='nl'><name>Review</name><name xml:lang='en'>Review it</name>
<start>2026-11-24T09:00:00+01:00</start><end>2026-11-24T10:00:00.5Z</end>
<description type='text'>Hello</description><description type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>
<p>Hello <a href='https://example.org/'>there</a><br/></p></div></description>
<location id='main' xml:lang='en'><geoloc xmlns='http://jabber.org/protocol/geoloc'><locality>Utrecht</locality>
<lat>52.1</lat><lon>5.1</lon></geoloc><online><name>Room</name><x xmlns='jabber:x:conference' jid='a@b'/></online>
</location><category term='work'/><rsvp id='r'><x xmlns='jabber:x:data' type='form'><field var='attending'
type='list-single'><option><value>yes</value></option></field></x></rsvp>
<invitees jid='pubsub.example.org' node='invitees'/><attachments><attachment name='a'><url-data
xmlns='http://jabber.org/protocol/url-data' target='https://example.org/a'/></attachment></attachments>
<extra><x xmlns='jabber:x:data' type='result'><field var='status'><value>confirmed</value></field></x></extra>
<external jid='a@b' node='n' item='i'/></event>"""
XCAL_EVENT = f"""<icalendar xmlns='{XCAL}'><vcalendar><properties><version><text>2.0</text></version></properties>
<components><vevent><properties><uid><text>u1</text></uid><summary><parameters><language><text>nl</text></language>
</parameters><text>Overleg</text></summary><dtstart><parameters><tzid><text>Europe/Amsterdam</text></tzid></parameters>
<date-time>2026-03-27T10:00:00</date-time></dtstart><duration><duration>PT1H</duration></duration>
<rrule><recur><freq>WEEKLY</freq><until>2026-05-01</until><byday>MO</byday><byday>FR</byday></recur></rrule>
<exdate><date-time>2026-04-03T08:00:00Z</date-time><date-time>2026-04-10T08:00:00Z</date-time></exdate>
<rdate><period><start>2026-06-01T08:00:00Z</start><duration>PT1H</duration></period></rdate>
<geo><latitude>52.1</latitude><longitude>5.1</longitude></geo></properties><components><valarm><properties><trigger>
<duration>-PT5M</duration></trigger></properties></valarm></components></vevent></components></vcalendar></icalendar>"""
ATOM = """<entry xmlns='http://www.w3.org/2005/Atom'><title type='html'>News &lt;b&gt;today&lt;/b&gt;</title>
<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Text</p></div></content>
<link rel='alternate' href='https://example.org/1'/><author><name>Vera</name><uri>xmpp:vera@example.org</uri></author>
<category term='a' label='b'/><updated>2026-11-24T09:00:00Z</updated></entry>"""
LIBERVIA = """<event xmlns='org.salut-a-toi.event:0' name='Party' date='2026-11-24T20:00:00Z'>
<description>With cake</description><image src='https://example.org/cake.png'/></event>"""
INVITEE = (
    f"<invitee xmlns='{XEP}' jid='a@b'><x xmlns='jabber:x:data' type='submit'><field var='attending'/></x></invitee>"
)

HERE = {"text": "Home", "city": "Utrecht", "geo": {"latitude": 52.09, "longitude": 5.11}}
THERE = {"text": "Rotterdam Centraal"}
LEG = {
    "mode": "transit",
    "start_time": "2026-11-24T09:40:00.000000Z",
    "end_time": "2026-11-24T10:20:00.000000Z",
    "real_time": True,
    "departure_delay": 480,
    "from_location": HERE,
    "to_location": THERE,
}
TRIP = {
    "id": 7,
    "sync_token": 3,
    "event_type": "depart_from",
    "title": "Train",
    "start": "2026-11-24T09:30:00.000000Z",
    "start_timezone": "Europe/Amsterdam",
    "start_location": HERE,
    "end_location": THERE,
    "trip": {"state": "success", "data": {"legs": [LEG]}},
    "permission": "invited_read",
    "is_invitation": True,
    "invitation": {"actor": {"first_name": "Bram"}, "message": "Come", "created": "2026-11-20T08:00:00Z"},
    "rsvp_status": "not_replied",
    "related_event": 4711,
    "time_buffer": 600,
}
TODO = (
    f"<event xmlns='{calendar42.NAMESPACES[0]}'><id>7</id><sync_token>3</sync_token><title>Pay</title>"
    "<event_type>todo</event_type><due>2026-11-25</due><start_location><text>Home</text></start_location></event>"
)
DRAFT = """<vcalendar xmlns='urn:ietf:params:xml:ns:xcal'><vevent><uid>u</uid><summary>Review</summary>
<organizer cn='Vera'>mailto:vera@example.org</organizer><dtstart tzid='Europe/Amsterdam'>2026-11-24T15:00:00</dtstart>
<dtend tzid='Europe/Amsterdam'>20261124T160000</dtend><rrule>FREQ=WEEKLY</rrule><categories><item>a,b</item>
</categories></vevent></vcalendar>"""

SEEDS: Mapping[str, Seeds] = {
    "ical": Seeds((ICS, TASK), "{http://jabber.org/protocol/gw/ical}ical"),
    "json_container": Seeds(
        (json.dumps(JCAL), json.dumps(TRIP), '{"events": [{"id": 8, "permission": "removed"}]}'),
        "{urn:xmpp:json:0}json",
    ),
    "calendar42": Seeds((TODO,)),
    "xcal": Seeds((XCAL_EVENT,)),
    "draft_xcal": Seeds((DRAFT,)),
    "xep0471": Seeds((XEP_EVENT, INVITEE)),
    "libervia": Seeds((LIBERVIA,)),
    "atom": Seeds((ATOM,)),
    "generic": Seeds(("<trip xmlns='urn:x' subject='a'><title>Train</title><note>To Utrecht</note></trip>",)),
}

EVENT_NS = "http://jabber.org/protocol/pubsub#event"
MESSAGES = (
    f"<message xmlns='jabber:client' from='s' to='a@b'><event xmlns='{EVENT_NS}'><items node='n'>"
    "<item id='1'><a/></item><retract id='2'/></items></event><headers xmlns='http://jabber.org/protocol/shim'>"
    "<header name='Collection'>c"
    "</header></headers><delay xmlns='urn:xmpp:delay'/></message>",
    f"<message xmlns='jabber:client'><event xmlns='{EVENT_NS}'><delete node='n'>"
    "<redirect uri='xmpp:s?;node=m'/></delete>"
    "<purge node='n'/><configuration node='n'/><collection node='n'/>"
    "<subscription node='n' jid='a@b' subscription='subscribed' expiry='2026-11-24T00:00:00Z'/></event></message>",
    "<message xmlns='jabber:client'><alarm xmlns='urn:xmpp:tmp:calendar:0'><items node='n'><item id='1'><a/></item>"
    "</items>"
    "</alarm></message>",
    "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='pubsub' type='leaf' name='Team'/>"
    "<feature var='x'/><x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE'>"
    "<value>http://jabber.org/protocol/pubsub#meta-data</value></field><field var='pubsub#title'><value>Team</value>"
    "</field></x></query>",
    "<iq><pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='n'><item id='1'><a/></item></items>"
    "<set xmlns='http://jabber.org/protocol/rsm'><first index='0'>1</first><last>1</last><count>1</count></set>"
    "</pubsub></iq>",
)
HEADER = (
    "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1'>"
)
STREAMS = (HEADER + MESSAGES[0] + "<presence/></stream:stream>", HEADER + "<a><![CDATA[&<]]>&#120;&amp;</a>")
