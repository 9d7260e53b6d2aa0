"""Events of XEP-0471: places, meetings, files, questions, and what else belongs to them."""

from datetime import UTC, datetime

import pytest

from c42desktop.calendar.model import Attachment, Meeting, Place, Question, Reference
from c42desktop.calendar.payloads import decode, parse
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from c42desktop.calendar.recurrence import occurrences
from tests.calendar.xep0471_examples import TIMES, event, form, geoloc


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"text": "Room 4"}, "Room 4"),
        ({"text": "Room 4, Lloydstraat 138", "room": "Room 4", "country": "NL"}, "Room 4, Lloydstraat 138, NL"),
        ({"text": "Lloydstraat 14", "room": "4", "countrycode": "NL"}, "Lloydstraat 14, 4, NL"),
        ({"locality": "Rotterdam", "building": "HQ", "room": "4"}, "HQ, 4, Rotterdam"),
        ({"description": "behind the bar", "lat": "1"}, "behind the bar"),
        ({"uri": "https://maps.example/1"}, "https://maps.example/1"),
        ({"lat": "51.9", "lon": "4.48"}, "51.9,4.48"),
        ({"lat": "51.900000049", "lon": "-0.0000001"}, "51.9,0"),
        ({"lat": "51.9"}, ""),
    ],
)
def test_c_pay_06_a_place_in_words(parts: dict[str, str], place: str) -> None:
    assert event(f"{TIMES}<location>{geoloc(**parts)}</location>").location == place


def test_c_pay_06_an_online_place_gives_its_name_and_its_link() -> None:
    link = "<url-data xmlns='http://jabber.org/protocol/url-data' target='https://meet.example/1'/>"
    online = f"<online><instructions>Knock</instructions><name>Video call</name>{link}</online>"
    found = event(f"{TIMES}<location>{online}</location>")
    assert (found.location, found.url) == ("Video call", "https://meet.example/1")
    assert found.details.meetings == (Meeting("https://meet.example/1", "Video call", "Knock"),)


def test_c_pay_06_the_website_is_the_link_of_an_event_that_has_one_besides_its_meetings() -> None:
    link = "<url-data xmlns='http://jabber.org/protocol/url-data' target='https://meet.example/1'/>"
    found = event(f"{TIMES}<location><online>{link}</online></location>" + form(website="https://example.org"))
    assert (found.url, found.details.meetings) == ("https://example.org", (Meeting("https://meet.example/1"),))


def test_c_pay_06_a_chat_room_gives_its_address() -> None:
    online = "<online><x xmlns='jabber:x:conference' jid='room one@muc.example'/></online>"
    found = event(f"{TIMES}<location>{online}</location>")
    assert found.location == found.url == "xmpp:room%20one@muc.example?join"


def test_c_pay_06_all_places_and_meetings_are_known_and_the_main_one_is_told() -> None:
    meeting = "<x xmlns='jabber:x:conference' jid='ball@muc.example'/><software name='Gajim'/>"
    found = event(
        f"{TIMES}<location id='gate'>{geoloc(text='Gate', lat='45.4181', lon='10.9637')}</location>"
        f"<location id='main'>{geoloc(locality='Verona')}<online>{meeting}</online></location>"
        f"<location id='nowhere'>{geoloc(lat='45')}</location><location><online/></location>"
    )
    assert found.details.places == (Place("Gate", 45.4181, 10.9637, "gate"), Place("Verona", id="main"))
    assert found.details.meetings == (Meeting("xmpp:ball@muc.example?join", "Gajim"),)
    assert (found.location, found.url) == ("Verona", "xmpp:ball@muc.example?join")


@pytest.mark.parametrize(
    ("parts", "coordinates"),
    [
        ({"lat": " 51.92 ", "lon": "+4.48"}, (51.92, 4.48)),
        ({"lat": "-90", "lon": "180.0"}, (-90, 180)),
        ({"lat": "51.92", "lon": "4.48", "datum": "WGS 84"}, (51.92, 4.48)),
        ({"lat": "51.92", "lon": "4.48", "datum": "Amersfoort"}, (None, None)),
        ({"lat": "90.1", "lon": "4"}, (None, None)),
        ({"lat": "51", "lon": "-180.5"}, (None, None)),
        ({"lat": "NaN", "lon": "4"}, (None, None)),
        ({"lat": "INF", "lon": "4"}, (None, None)),
        ({"lat": "1e1", "lon": "4"}, (None, None)),
        ({"lat": "٥١", "lon": "4"}, (None, None)),
        ({"lat": "9" * 5_000, "lon": "4"}, (None, None)),
    ],
)
def test_c_pay_06_coordinates_are_degrees_or_none(
    parts: dict[str, str], coordinates: tuple[float | None, float | None]
) -> None:
    (place,) = event(f"{TIMES}<location>{geoloc(text='x', **parts)}</location>").details.places
    assert (place.latitude, place.longitude) == coordinates


def test_c_pay_07_an_external_event_keeps_its_own_times() -> None:
    found = event(f"{TIMES}<external jid='pubsub.example' node='balls' item='2022_ball'/>")
    assert found.start == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert found.details.references == (Reference("external", "pubsub.example", "balls", "2022_ball"),)


def test_c_pay_07_what_its_original_becomes_does_not_move_it() -> None:
    mine = parse(f"<event xmlns='{NAMESPACES[0]}'>{TIMES}<external jid='p' node='balls' item='ball'/></event>")
    before = decode(mine, "link")
    original = decode(parse(f"<event xmlns='{NAMESPACES[0]}'><start>2027-01-01T09:00:00Z</start></event>"), "ball")
    moved = [*before, *original]
    begin, end = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC)
    assert [each.start for each in occurrences(moved, begin, end, UTC)] == [before[0].start, original[0].start]


def test_c_pay_01_what_belongs_to_an_event() -> None:
    found = event(
        f"{TIMES}<invitees jid='p' node='i'/><comments jid='p' node='c'/><blog jid='p' node='b'/>"
        "<schedule jid='p' node='s'/><comments/><party jid='p' node='x'/>"
    )
    roles = [(each.role, each.node) for each in found.details.references]
    assert roles == [("invitees", "i"), ("comments", "c"), ("blog", "b"), ("schedule", "s")]


def shared(*urls: str, **parts: str) -> str:
    metadata = "".join(f"<{name.replace('_', '-')}>{value}</{name.replace('_', '-')}>" for name, value in parts.items())
    sources = "".join(f"<url-data xmlns='http://jabber.org/protocol/url-data' target='{url}'/>" for url in urls)
    return (
        f"<file-sharing xmlns='urn:xmpp:sfs:0'><file xmlns='urn:xmpp:file:metadata:0'>{metadata}</file>"
        f"<sources><jinglepub xmlns='urn:xmpp:jinglepub:1'/>{sources}</sources></file-sharing>"
    )


@pytest.mark.parametrize(
    ("sharing", "file"),
    [
        (
            shared("https://f.example/menu.pdf", name="menu.pdf", media_type="application/pdf", size="50123"),
            Attachment("https://f.example/menu.pdf", "menu.pdf", "application/pdf", 50123),
        ),
        (shared("ftp://f.example/a", "http://f.example/a", "https://f.example/a"), Attachment("https://f.example/a")),
        (shared("ftp://f.example/a", desc="Map"), Attachment("ftp://f.example/a", "Map")),
        (shared(name="only Jingle"), Attachment("", "only Jingle")),
        (shared("https://f.example/a", size="-1"), Attachment("https://f.example/a")),
        (shared("https://f.example/a", size="9" * 30), Attachment("https://f.example/a")),
    ],
)
def test_c_pay_01_attachments(sharing: str, file: Attachment) -> None:
    found = event(f"{TIMES}<attachments>{sharing}{shared()}</attachments><head-picture>{sharing}</head-picture>")
    assert found.details.attachments == (file,)
    assert found.details.picture == file.url


RSVP = """<rsvp xml:lang='{language}'><x xmlns='jabber:x:data' type='form'>
<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:calendar-events:rsvp:0</value></field>
<field type='fixed'><value>Answer soon</value></field>
<field var='attending' type='list-single' label='{label}'><required/><option label='{yes}'><value>yes</value></option>
<option><value>no</value></option></field><field var='participants_number'/><field label='no name'/></x></rsvp>"""


@pytest.mark.parametrize(("language", "label", "yes"), [("nl", "Kom je?", "ja"), ("en", "Coming?", "sure")])
def test_c_pay_01_the_questions_in_the_language_of_the_reader(language: str, label: str, yes: str) -> None:
    forms = RSVP.format(language="en", label="Coming?", yes="sure") + RSVP.format(
        language="nl", label="Kom je?", yes="ja"
    )
    assert event(TIMES + forms, languages=(language,)).details.questions == (
        Question("attending", label, "list-single", (("yes", yes), ("no", "no")), required=True),
        Question("participants_number"),
    )


@pytest.mark.parametrize(
    ("languages", "terms", "words"),
    [(("nl",), ("bal", "werk", "work"), "Klik"), (("en",), ("ball", "werk", "work"), "Click")],
)
def test_c_pay_01_categories_and_instructions_in_the_language_of_the_reader(
    languages: tuple[str, ...], terms: tuple[str, ...], words: str
) -> None:
    found = event(
        f"{TIMES}<category term='ball' wd='Q1' xml:lang='en'/><category term='bal' wd='Q1' xml:lang='nl'/>"
        "<category term='werk' xml:lang='nl'/><category term='work' xml:lang='en'/>"
        "<location><online><instructions xml:lang='en'>Click</instructions>"
        "<instructions xml:lang='nl'>Klik</instructions></online></location>",
        languages=languages,
    )
    assert found.categories == terms
    assert found.details.meetings == (Meeting("", "", words),)


@pytest.mark.parametrize(("said", "wheelchair"), [("full", "full"), ("PARTIAL", "partial"), ("maybe", ""), ("", "")])
def test_c_pay_01_languages_and_accessibility(said: str, wheelchair: str) -> None:
    several = "<field var='languages' type='list-multi'><value>nl</value><value/><value>en</value></field>"
    found = event(TIMES + form(**{"accessibility:wheelchair": said}).replace("</x>", f"{several}</x>"))
    assert (found.details.languages, found.details.wheelchair) == (("nl", "en"), wheelchair)
