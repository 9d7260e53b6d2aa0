"""A payload of XEP-0471 with everything in it, and how tests read and write it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, datetime

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads import decode, encode, parse
from c42desktop.calendar.payloads.xep0471 import NAMESPACES

START = "<start>2026-11-24T09:00:00+01:00</start>"
TIMES = f"{START}<end>2026-11-24T09:15:00+01:00</end>"
NEW = ET.Element(f"{{{NAMESPACES[0]}}}event")
EVENT = Event("item", "Review", datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 10, tzinfo=UTC))
FULL = """
<event xmlns='urn:xmpp:calendar-events:0' xml:lang='en' version='7'>
  <category term='ball' wd='Q478515' xml:lang='en'/><category term='bal' wd='Q478515' xml:lang='nl'/>
  <name xml:lang='en'>Ball</name><name xml:lang='nl'>Bal</name>
  <start>2022-12-15t20:00:00.0Z</start><end>2022-12-16T02:00:00Z</end>
  <weather xmlns='urn:example:weather'><rain/></weather>
  <description type='text' xml:lang='nl'>Dansen</description>
  <description type='xhtml' xml:lang='nl'><div xmlns='http://www.w3.org/1999/xhtml'>Dan<b>sen</b></div></description>
  <description type='text' xml:lang='en'>Dance</description>
  <location id='main'>
    <geoloc xmlns='http://jabber.org/protocol/geoloc'>
      <locality>Verona</locality><country>Italy</country><lat>45.4181</lat><lon>10.9637</lon><alt>59</alt>
      <text>Capulet's House</text></geoloc>
    <online><instructions xml:lang='en'>Click</instructions><instructions xml:lang='nl'>Klik</instructions>
      <software name='Jitsi Meet' wd='Q87849488'/>
      <url-data xmlns='http://jabber.org/protocol/url-data' target='https://meet.example/ball'/></online>
  </location>
  <rsvp xml:lang='en'><x xmlns='jabber:x:data' type='form'><title>Will you come?</title>
    <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:calendar-events:rsvp:0</value></field>
    <field type='list-single' label='Attending' var='attending'><value>maybe</value>
      <option label='Maybe'><value>maybe</value></option><option><value>yes</value></option><required/></field>
    <field label='How many?' var='participants_number'><value>1</value></field></x></rsvp>
  <invitees jid='pubsub.capulet.lit' node='urn:xmpp:calendar-events:invitees:0/ball' secret='1'/>
  <attachments><file-sharing xmlns='urn:xmpp:sfs:0' disposition='inline'><file xmlns='urn:xmpp:file:metadata:0'>
      <media-type>application/pdf</media-type><name>menu.pdf</name><size>50123</size><hash>d7b7</hash></file>
    <sources><url-data xmlns='http://jabber.org/protocol/url-data' target='https://files.example/menu.pdf'/>
    </sources></file-sharing></attachments>
  <extra><x xmlns='jabber:x:data' type='result'>
    <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:calendar-events:extra:0</value></field>
    <field var='website'><value>https://ball.example</value></field>
    <field var='{https://example.org}dress'><value>black</value></field></x></extra>
</event>"""

_NAMESPACES = re.compile(r'ns\d+:| xmlns:\w+="[^"]*"')


def event(inner: str, namespace: str = NAMESPACES[0], languages: tuple[str, ...] = ()) -> Event:
    (found,) = decode(parse(f"<event xmlns='{namespace}'>{inner}</event>"), "standup-7f3", languages)
    return found


def form(**fields: str) -> str:
    inner = "".join(f"<field var='{name}'><value>{value}</value></field>" for name, value in fields.items())
    return f"<extra><x xmlns='jabber:x:data' type='result'>{inner}</x></extra>"


def geoloc(**parts: str) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in parts.items())
    return f"<geoloc xmlns='http://jabber.org/protocol/geoloc'>{inner}</geoloc>"


def canonical(element: ET.Element) -> str:
    text = ET.tostring(element, encoding="unicode").removesuffix(element.tail or "")
    return ET.canonicalize(text, rewrite_prefixes=True)


def read(payload: ET.Element, *languages: str) -> Event:
    (event,) = decode(payload, "item", languages)
    return event


def written(event: Event, onto: ET.Element = NEW, *languages: str) -> ET.Element:
    """The new payload, as it comes out of the network: what XML cannot carry would show."""
    return parse(ET.tostring(encode([event], onto, "item", languages), encoding="unicode"))


def rewritten(change: Callable[[Event], Event], *languages: str) -> tuple[str, str]:
    """FULL before and after a change of its event, in canonical form, without namespaces and space between elements."""
    payload = parse(FULL)
    after = written(change(read(payload, *languages)), payload, *languages)
    before, now = (ET.canonicalize(ET.tostring(each, encoding="unicode"), strip_text=True) for each in (payload, after))
    return _NAMESPACES.sub("", before), _NAMESPACES.sub("", now)
