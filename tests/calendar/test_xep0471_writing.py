"""Events back into payloads of XEP-0471: nothing that was understood is lost, and nothing else is touched."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from c42desktop.calendar.model import (
    Alarm,
    Attachment,
    Details,
    Event,
    EventType,
    Meeting,
    Person,
    Place,
    Question,
    Reference,
    Status,
)
from c42desktop.calendar.payloads import PayloadError, decode, encode, parse
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from tests.calendar.xep0471_strategies import xep0471_events, xep0471_payloads

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


@settings(max_examples=100, deadline=None)
@given(xep0471_events())
def test_c_pay_01_what_is_written_is_read_as_it_was(event: Event) -> None:
    assert read(written(event)) == event


@settings(max_examples=100, deadline=None)
@given(xep0471_payloads(), st.sampled_from([(), ("nl",), ("fr-BE", "en")]))
def test_c_pay_01_what_did_not_change_is_written_as_it_stood(payload: ET.Element, languages: tuple[str, ...]) -> None:
    event = read(payload, *languages)
    assert canonical(encode([event], payload, "item", languages)) == canonical(payload)
    # Also not where something else changed: each part stays by itself.
    assert canonical(encode([replace(event, timezone="Europe/Paris")], payload, "item", languages)) == canonical(
        payload
    )


FIELDS = {
    "summary": {"name"},
    "start end": {"start", "end"},
    "description": {"description"},
    "categories": {"category"},
    "status": {"extra"},
    "places": {"location"},
    "meetings": {"location"},
    "attachments": {"attachments"},
    "picture": {"head-picture"},
    "questions": {"rsvp"},
    "references": {"invitees", "comments", "blog", "schedule", "external"},
    "languages": {"extra"},
    "wheelchair": {"extra"},
}


def taken_over(event: Event, other: Event, names: str) -> Event:
    """The event with these fields, or parts of its details, of the other one."""
    mine = {name: getattr(other, name) for name in names.split() if name in Event.__dataclass_fields__}
    parts = {name: getattr(other.details, name) for name in names.split() if name in Details.__dataclass_fields__}
    return replace(event, **mine, details=replace(event.details, **parts))


def others(payload: ET.Element, names: set[str]) -> Counter[str]:
    """The children of other names, in canonical form."""
    space = payload.tag.removesuffix("event")
    return Counter(canonical(child) for child in payload if child.tag.removeprefix(space) not in names)


@settings(max_examples=150, deadline=None)
@given(xep0471_payloads(), xep0471_events(), st.sampled_from(sorted(FIELDS)))
def test_c_pay_01_one_change_changes_that_and_nothing_else(payload: ET.Element, other: Event, names: str) -> None:
    event = taken_over(read(payload), other, names)
    now = written(event, payload)
    found = read(now)
    assert taken_over(found, event, names) == found
    assert others(now, FIELDS[names]) == others(payload, FIELDS[names])


def test_c_pay_01_a_text_changes_in_the_language_it_was_read_in() -> None:
    before, after = rewritten(lambda event: replace(event, summary="Dansfeest"), "nl")
    assert after == before.replace(">Bal<", ">Dansfeest<")


def test_a_new_description_takes_the_rich_one_of_its_language_with_it() -> None:
    _, after = rewritten(lambda event: replace(event, description="Walsen"), "nl")
    assert '<description type="text" xml:lang="nl">Walsen</description>' in after
    assert "xhtml" not in after and ">Dance<" in after


def test_a_rich_description_becomes_a_plain_one_when_it_changes() -> None:
    payload = parse(FULL.replace("<description type='text' xml:lang='nl'>Dansen</description>", ""))
    now = written(replace(read(payload, "nl"), description="Walsen"), payload, "nl")
    assert (read(now, "nl").description, read(now, "en").description) == ("Walsen", "Dance")


def test_c_pay_02_another_start_leaves_the_end_in_its_own_spelling() -> None:
    before, after = rewritten(lambda event: replace(event, end=datetime(2022, 12, 16, 3, tzinfo=UTC)))
    assert after == before.replace("2022-12-16T02:00:00Z", "2022-12-16T03:00:00Z")


def test_c_pay_04_a_cancelled_event_says_so_beside_what_the_form_says_else() -> None:
    before, after = rewritten(lambda event: replace(event, status=Status.CANCELLED))
    assert after.replace('<field var="status"><value>cancelled</value></field>', "") == before
    assert before != after


def test_a_category_is_added_and_another_goes_in_all_its_languages() -> None:
    _, after = rewritten(lambda event: replace(event, categories=("dance",)), "nl")
    assert after.count("<category") == 1 and '<category term="dance">' in after


def test_c_pay_06_a_new_room_takes_the_parts_of_the_old_address_with_it() -> None:
    def moved(event: Event) -> Event:
        (place,) = event.details.places
        return replace(event, details=replace(event.details, places=(replace(place, text="Arena, Verona"),)))

    _, after = rewritten(moved)
    geoloc = after[after.index("<geoloc") : after.index("</geoloc>")]
    assert "<locality>Verona<" in geoloc and "<text>Arena, Verona<" in geoloc and "<lat>45.4181<" in geoloc
    assert "Italy" not in geoloc


def test_c_pay_06_a_location_in_words_alone_is_a_place_elsewhere() -> None:
    payload = parse(FULL)
    found = read(written(replace(read(payload), location="Garden"), payload))
    assert (found.location, found.details.places) == ("Garden", (Place("Garden", id="main"),))
    assert found.details.meetings == read(payload).details.meetings


def test_c_pay_06_a_new_event_with_a_location_alone_has_a_place() -> None:
    assert read(written(replace(EVENT, location="Room 4"))).details.places == (Place("Room 4"),)


def test_c_pay_06_a_place_that_is_gone_leaves_the_meeting_beside_it() -> None:
    payload = parse(FULL)
    found = read(payload)
    now = read(written(replace(found, details=replace(found.details, places=())), payload))
    assert (now.details.places, now.details.meetings) == ((), found.details.meetings)


def test_c_pay_06_a_meeting_elsewhere_keeps_its_words_in_other_languages() -> None:
    def moved(event: Event) -> Event:
        (meeting,) = event.details.meetings
        return replace(event, details=replace(event.details, meetings=(replace(meeting, link="https://new.example/"),)))

    before, after = rewritten(moved)
    assert after == before.replace("https://meet.example/ball", "https://new.example/")


def test_c_pay_06_several_new_places_get_ids_of_their_own() -> None:
    two = replace(EVENT, details=Details(places=(Place("Hall"), Place("Garden"))))
    assert [place.id for place in read(written(two)).details.places] == ["main", "place-2"]


def test_a_question_changes_and_its_proposed_answer_stays() -> None:
    def asked(event: Event) -> Event:
        first, second = event.details.questions
        return replace(event, details=replace(event.details, questions=(first, replace(second, label="Who?"))))

    before, after = rewritten(asked)
    assert after.replace(' type="text-single"', "") == before.replace("How many?", "Who?")


def test_a_file_with_another_name_keeps_its_hash_and_another_file_does_not() -> None:
    def named(event: Event) -> Event:
        return replace(event, details=replace(event.details, attachments=(replace(file, name="m.pdf"),)))

    def changed(event: Event) -> Event:
        return replace(event, details=replace(event.details, attachments=(replace(file, url="https://new.example/"),)))

    (file,) = read(parse(FULL)).details.attachments
    before, after = rewritten(named)
    assert after == before.replace("menu.pdf</name>", "m.pdf</name>")
    assert "hash" not in rewritten(changed)[1]


def test_a_link_to_another_node_keeps_what_else_its_element_says() -> None:
    def linked(event: Event) -> Event:
        return replace(event, details=replace(event.details, references=(Reference("invitees", "a", "b"),)))

    assert '<invitees jid="a" node="b" secret="1">' in rewritten(linked)[1]


def test_the_link_to_a_meeting_is_not_written_as_a_website() -> None:
    online = replace(EVENT, url="https://meet.example/", details=Details(meetings=(Meeting("https://meet.example/"),)))
    assert written(online).find(f"{{{NAMESPACES[0]}}}extra") is None


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(EVENT, rrules=("FREQ=DAILY",)), "An event that repeats cannot be written in this format."),
        (replace(EVENT, recurrence_id=EVENT.start), "An event that repeats cannot be written in this format."),
        (replace(EVENT, alarms=(Alarm(timedelta(0)),)), "An event with reminders cannot be written in this format."),
        (replace(EVENT, organizer=Person("Vera")), "An event with people cannot be written in this format."),
        (replace(EVENT, due=EVENT.end), "A task cannot be written in this format."),
        (replace(EVENT, type=EventType.ROUTE), "This kind of event has no place in this format."),
        (replace(EVENT, start=None), "An event without a time cannot be written in this format."),
        (
            replace(EVENT, start=datetime(2026, 11, 24, 9)),
            "An event without a time zone cannot be written in this format.",
        ),
    ],
)
def test_what_the_format_cannot_say_is_refused_in_one_sentence(event: Event, sentence: str) -> None:
    with pytest.raises(PayloadError) as caught:
        encode([event], NEW)
    assert str(caught.value) == sentence


def test_an_item_holds_one_event() -> None:
    with pytest.raises(PayloadError, match=r"holds one event\.$"):
        encode([EVENT, EVENT], NEW)


def test_a_format_that_is_only_read_is_not_written() -> None:
    with pytest.raises(PayloadError, match=r"^This program cannot write this kind of event: <x> of urn:x\.$"):
        encode([EVENT], ET.Element("{urn:x}x"))


def test_a_payload_nobody_understands_is_kept_as_it_is() -> None:
    payload = parse("<trip xmlns='urn:example:trip'><title>Train</title><leg/></trip>")
    assert canonical(encode(decode(payload, "item"), payload, "item")) == canonical(payload)


def test_the_payload_that_was_read_is_not_changed() -> None:
    payload = parse(FULL)
    encode([replace(read(payload), summary="x", description="y", categories=())], payload, "item")
    assert canonical(payload) == canonical(parse(FULL))


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        (date(2026, 11, 24), date(2026, 11, 26), ["2026-11-24", "2026-11-26"]),
        (date(2026, 11, 24), None, ["2026-11-24", "2026-11-25"]),
        (datetime(2026, 11, 24, 9, tzinfo=UTC), None, ["2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"]),
        (
            datetime(2026, 7, 1, 9, 0, 0, 5, tzinfo=ZoneInfo("Europe/Amsterdam")),
            datetime(1890, 1, 1, tzinfo=ZoneInfo("Europe/Amsterdam")),
            ["2026-07-01T09:00:00.000005+02:00", "2026-07-01T09:00:00.000005+02:00"],
        ),
        (datetime(1890, 1, 1, tzinfo=timezone(timedelta(seconds=1172))), None, ["1889-12-31T23:40:28Z"] * 2),
    ],
)
def test_c_pay_03_times_are_written_as_xmpp_has_them(start: date, end: date | None, texts: list[str]) -> None:
    payload = written(replace(EVENT, start=start, end=end))
    assert [payload.findtext(f"{{{NAMESPACES[0]}}}{name}") for name in ("start", "end")] == texts


def test_a_new_event_asks_and_attaches() -> None:
    question = Question("attending", "Attending", "list-single", (("yes", "Yes"), ("no", "no")), required=True)
    full = Details(questions=(question,), attachments=(Attachment("https://files.example/a", "a", "text/plain", 3),))
    payload = written(replace(EVENT, details=full))
    assert read(payload).details == full
    form = ET.tostring(payload, encoding="unicode")
    assert "urn:xmpp:calendar-events:rsvp:0" in form and 'type="form"' in form


def test_an_event_of_the_former_namespace_stays_in_it() -> None:
    payload = written(replace(EVENT, status=Status.TENTATIVE), ET.Element(f"{{{NAMESPACES[1]}}}event"))
    assert payload.tag == "{urn:xmpp:events:0}event"
    assert "urn:xmpp:events:extra:0" in "".join(payload.itertext())
