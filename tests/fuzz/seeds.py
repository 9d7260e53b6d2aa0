"""Small valid payloads of each format, from which the fuzzer and the strategies make bad ones.

A format is called by the module of its decoder. One that is new needs an entry here, and nothing else: a test fails
where it has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

XEP = "urn:xmpp:calendar-events:0"
XCAL = "urn:ietf:params:xml:ns:icalendar-2.0"
DRAFT = "urn:ietf:params:xml:ns:xcal"
C42 = "http://calendar42.com/xmpp/event"


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
DRAFT_EVENT = f"""<vcalendar xmlns='{DRAFT}'><method>PUBLISH</method><version>2.0</version><vevent><uid>u1</uid>
<summary language='nl'>Design; review</summary><dtstart tzid='Europe/Amsterdam'>2026-11-24T15:00:00</dtstart>
<dtend tzid='Europe/Amsterdam'>20261124T160000</dtend><dtstamp>20261101T080000Z</dtstamp><geo>52.1;5.1</geo>
<rrule>FREQ=WEEKLY;BYDAY=TU;COUNT=9</rrule><exdate>2026-12-01T14:00:00Z,2026-12-08T14:00:00Z</exdate>
<rdate value='period'>20261203T090000Z/PT1H</rdate><categories><item>a,b</item><item>c</item></categories>
<organizer cn='Vera, K'>mailto:vera@example.org</organizer><attendee partstat='ACCEPTED'>xmpp:b@example.org</attendee>
<description>One
Two</description><valarm><trigger>-PT10M</trigger></valarm></vevent><vevent><uid>u1</uid>
<recurrence-id>20261215T140000Z</recurrence-id><dtstart>20261215T160000Z</dtstart><duration>PT1H</duration></vevent>
</vcalendar>"""
DRAFT_TASK = f"""<icalendar xmlns='{DRAFT}'><vcalendar><vtodo><uid>t</uid><summary>Pay</summary>
<due value='date'>2026-11-30</due><percent-complete>40</percent-complete></vtodo></vcalendar></icalendar>"""
DRAFT_BARE = f"<vevent xmlns='{DRAFT}'><summary>Lunch</summary><dtstart>20261124T120000</dtstart></vevent>"
C42_PLACE = {"text": "Room 12", "city": "Utrecht", "geo": {"latitude": 52.1, "longitude": 5.1}, "labels": ["work"]}
C42_EVENT = {
    "id": 4711,
    "sync_token": 88,
    "event_type": "normal",
    "title": "Budget",
    "description": "Bring figures",
    "color": "hsla(207, 70%, 45%, 1)",
    "source_url": "://example.org/budget",
    "start": "2026-11-23T09:30:00.000000Z",
    "end": "2026-11-23T10:30:00.906807Z",
    "start_timezone": "Europe/Amsterdam",
    "all_day": False,
    "start_location": C42_PLACE,
    "creator": {"id": 3, "first_name": "Bram", "last_name": "de Vries", "email": "bram@example.org"},
    "modified": "2026-11-20T08:00:00.000000Z",
    "permission": "invited_read",
    "is_invitation": True,
    "invitation": {"actor": {"first_name": "Bram"}, "message": "Please", "created": "2026-11-20T08:00:00Z"},
    "rsvp_status": "not_replied",
    "calendar_ids": [1, 2],
}
C42_LEG = {
    "mode": "transit",
    "line": "IC 2241",
    "start_time": "2026-11-22T16:20:00.000000Z",
    "end_time": "2026-11-22T16:58:00.000000Z",
    "length": 57000,
    "real_time": True,
    "departure_delay": 480,
    "arrival_delay": 480,
    "from_location": {"text": "Rotterdam Centraal"},
    "to_location": {"text": "Utrecht Centraal", "geo": {"latitude": 52.09, "longitude": 5.11}},
}
C42_TRIP = {
    "id": 7,
    "event_type": "arrive_by",
    "title": "Train",
    "end": "2026-11-22T17:00:00.000000Z",
    "end_location": {"text": "Utrecht Centraal"},
    "trip": {"state": "success", "data": {"legs": [{"mode": "walk", "length": 400}, C42_LEG]}},
    "related_event": [4711],
    "recurrence_parent": 12,
    "time_buffer": 600,
}
C42_TODO = {"id": "t", "event_type": "todo", "title": "Pay", "due": "2026-11-30", "all_day": True, "state": "done"}
C42_XML = f"""<event xmlns='{C42}' id='4711'><title>Budget</title><event_type>normal</event_type>
<start>2026-11-23T09:30:00.000000Z</start><end>2026-11-23T10:30:00Z</end>
<start_timezone>Europe/Amsterdam</start_timezone><all_day>false</all_day><start_location><text>Room 12</text>
<geo><latitude>52.1</latitude><longitude>5.1</longitude></geo><labels><label>work</label></labels></start_location><creator><first_name>Bram</first_name></creator>
<is_invitation>true</is_invitation><invitation><message>Please</message></invitation>
<rsvp_status>attending</rsvp_status><calendar_ids><calendar_id>1</calendar_id><calendar_id>2</calendar_id></calendar_ids></event>"""
C42_CALENDAR = """<calendar xmlns='urn:calendar42:event'><id>3</id><name>Fair</name><description>All</description>
<color>hsla(207, 70%, 45%, 1)</color><import_failed>2026-11-24T03:00:00.000000Z</import_failed></calendar>"""
C42_XML_TRIP = """<events xmlns='urn:calendar42:event'><event><id>7</id><title>Train</title>
<event_type>depart_from</event_type><start>2026-11-22T16:20:00Z</start><end_location><text>Utrecht</text></end_location>
<trip><state>success</state><data><legs><leg><mode>train</mode><start_time>2026-11-22T16:20:00Z</start_time>
<end_time>2026-11-22T16:58:00Z</end_time><departure_delay>480</departure_delay><to_location><text>Utrecht</text>
</to_location></leg></legs></data></trip><related_event>1</related_event><related_event>2</related_event>
<time_buffer>600</time_buffer></event><event id='t'><title>Pay</title><event_type>todo</event_type><due>2026-11-30</due>
<all_day>true</all_day></event></events>"""
JSON = (
    JCAL,
    [JCAL, ["vcalendar", [], [["vtodo", [["summary", {}, "text", "Pay"], ["due", {}, "date", "2026-11-30"]], []]]]],
    C42_EVENT,
    {"event": C42_TRIP},
    {"meta": {"total": 3}, "objects": [C42_EVENT, C42_TRIP, C42_TODO]},
    {"title": "Train"},
    {"calendar": {"name": "Fair", "calendar_type": "ics", "import_failed": "2026-11-24T03:00:00.000000Z"}},
)

SEEDS: Mapping[str, Seeds] = {
    "ical": Seeds((ICS, TASK), "{http://jabber.org/protocol/gw/ical}ical"),
    "json_container": Seeds(tuple(map(json.dumps, JSON)), "{urn:xmpp:json:0}json"),
    "calendar42": Seeds((C42_XML, C42_XML_TRIP)),
    "calendar42_calendar": Seeds((C42_CALENDAR,)),
    "xcal": Seeds((XCAL_EVENT,)),
    "draft_xcal": Seeds((DRAFT_EVENT, DRAFT_TASK, DRAFT_BARE)),
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
    "<message xmlns='jabber:client'><x xmlns='jabber:x:data' type='form'><field var='FORM_TYPE'>"
    "<value>http://jabber.org/protocol/pubsub#subscribe_authorization</value></field>"
    "<field var='pubsub#node'><value>n</value></field><field var='pubsub#subscriber_jid'><value>a@b</value></field>"
    "</x></message>",
    "<iq><pubsub xmlns='http://jabber.org/protocol/pubsub#owner'><affiliations node='n'>"
    "<affiliation jid='a@b' affiliation='owner'/></affiliations><subscriptions node='n'>"
    "<subscription jid='a@b' subscription='pending'/></subscriptions></pubsub></iq>",
    "<iq><query xmlns='jabber:iq:roster'><item jid='a@b' name='Ann' subscription='both'/></query></iq>",
)
HEADER = (
    "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='1'>"
)
STREAMS = (HEADER + MESSAGES[0] + "<presence/></stream:stream>", HEADER + "<a><![CDATA[&<]]>&#120;&amp;</a>")

FEEDS = (
    json.dumps(
        {
            "product": "c42desktop",
            "format": 1,
            "issued": "2026-11-23T10:00:00Z",
            "expires": "2027-03-23T10:00:00+01:00",
            "version": "0.2.0",
            "date": "2026-11-20",
            "notes": {"en": "- One\n- Two", "nl_BE": "Twee"},
            "downloads": {"linux": {"page": "https://example.org/a?b#c", "needs": "2.36"}},
        }
    ),
    f"untrusted comment: key\nRWQ{'A' * 53}",
    f"untrusted comment: a\nRUQ{'A' * 97}==\ntrusted comment: b\n{'A' * 86}==\n",
)
"""A release feed, a public key and a signature of minisign."""
