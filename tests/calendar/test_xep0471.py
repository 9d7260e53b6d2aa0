"""Events of XEP-0471: names, times, places, links."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from c42desktop.calendar.model import Attachment, Event, Meeting, Moment, Place, Question, Reference, Status
from c42desktop.calendar.payloads import decode, parse
from c42desktop.calendar.payloads.xep0082 import parse_moment
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from c42desktop.calendar.recurrence import occurrences

START = "<start>2026-11-24T09:00:00+01:00</start>"
TIMES = f"{START}<end>2026-11-24T09:15:00+01:00</end>"
CET = timezone(timedelta(hours=1))
NO_START = "This event has no start time."
BAD_START = "The time of this event cannot be read."


def event(inner: str, namespace: str = NAMESPACES[0], languages: tuple[str, ...] = ()) -> Event:
    (found,) = decode(parse(f"<event xmlns='{namespace}'>{inner}</event>"), "standup-7f3", languages)
    return found


def form(**fields: str) -> str:
    inner = "".join(f"<field var='{name}'><value>{value}</value></field>" for name, value in fields.items())
    return f"<extra><x xmlns='jabber:x:data' type='result'>{inner}</x></extra>"


def geoloc(**parts: str) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in parts.items())
    return f"<geoloc xmlns='http://jabber.org/protocol/geoloc'>{inner}</geoloc>"


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_c_pay_01_a_minimal_event_in_both_namespaces(namespace: str) -> None:
    found = event(f"<name>Stand-up</name>{TIMES}", namespace)
    assert found == Event(
        uid="standup-7f3",
        summary="Stand-up",
        start=datetime(2026, 11, 24, 9, tzinfo=CET),
        end=datetime(2026, 11, 24, 9, 15, tzinfo=CET),
    )


def test_c_pay_01_a_full_event() -> None:
    found = event(
        f"<name>Review</name>{TIMES}<head-picture/><description type='text'>Bring\n it</description>"
        "<category term='work' wd='Q1'/><category term='team'/><category/>"
        f"<location id='other'>{geoloc(text='Elsewhere')}</location>"
        f"<location id='main'>{geoloc(text='Room 4', street='Lloydstraat 138', locality='Rotterdam')}</location>"
        "<rsvp/><invitees jid='a' node='b'/>" + form(status="tentative", website="https://example.org/review")
    )
    assert found.categories == ("work", "team")
    assert found.location == "Room 4, Lloydstraat 138, Rotterdam"
    assert (found.status, found.url) == (Status.TENTATIVE, "https://example.org/review")
    assert (found.description, found.problem) == ("Bring\n it", "")


@pytest.mark.parametrize(
    ("languages", "name"),
    [
        (("nl",), "Dagstart"),
        (("nl-BE", "en"), "Dagstart"),
        (("de", "en_GB"), "Stand-up"),
        (("de",), "Plain"),
        ((), "Plain"),
    ],
)
def test_c_pay_01_the_name_in_the_language_of_the_reader(languages: tuple[str, ...], name: str) -> None:
    names = "<name xml:lang='en'>Stand-up</name><name xml:lang='nl'>Dagstart</name><name>Plain</name>"
    assert event(names + TIMES, languages=languages).summary == name


def test_c_pay_01_without_a_better_one_the_first_name_is_taken() -> None:
    names = "<name xml:lang='en'>Stand-up</name><name xml:lang='nl'>Dagstart</name>"
    assert event(names + TIMES, languages=("fr",)).summary == "Stand-up"


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ("", NO_START),
        ("<start/>", NO_START),
        ("<start>soon</start>", BAD_START),
        ("<start>9999-12-31T23:59:59Z</start>", BAD_START),
    ],
)
def test_c_pay_02_an_unreadable_start_is_told_and_the_rest_is_kept(inner: str, problem: str) -> None:
    found = event(f"<name>Party</name>{inner}<end>2026-11-24T09:15:00Z</end>")
    assert (found.summary, found.start, found.end, found.problem) == ("Party", None, None, problem)


def test_c_pay_02_a_missing_end_is_no_length() -> None:
    assert (event(START).end, event(START).problem) == (None, "")


def test_c_pay_02_an_end_before_the_start_is_no_length() -> None:
    assert event(f"{START}<end>2026-11-24T07:00:00Z</end>").end is None


def test_c_pay_02_an_unreadable_end_is_told() -> None:
    assert event(f"{START}<end>late</end>").problem == "The end of this event cannot be read."


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24T09:00:00Z", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24t09:00:00z", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24T09:00:00+01:00", datetime(2026, 11, 24, 9, tzinfo=CET)),
        ("2026-11-24T09:00:00-05:30", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("2026-11-24T09:00:00.5Z", datetime(2026, 11, 24, 9, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-11-24T09:00:00.1234567890123Z", datetime(2026, 11, 24, 9, 0, 0, 123_456, tzinfo=UTC)),
        ("2026-11-24T24:00:00Z", datetime(2026, 11, 25, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2027, 1, 1, tzinfo=UTC)),
        ("20261124T09:00:00", datetime(2026, 11, 24, 9, tzinfo=UTC)),
        ("2026-11-24T09:00:00", datetime(2026, 11, 24, 9)),
        (" 2026-11-24 ", date(2026, 11, 24)),
        ("2026-11-24T24:00:01Z", None),
        ("2026-11-24T09:60:00Z", None),
        ("2026-02-30", None),
        ("2026-11-24T09:00:00+25:00", None),
        ("٢٠٢٦-11-24", None),
        ("0000-01-01", None),
        ("12026-01-01T00:00:00Z", None),
        (None, None),
    ],
)
def test_c_pay_03_every_form_of_date_and_time(text: str | None, moment: Moment | None) -> None:
    found = parse_moment(text)
    assert found == moment
    assert type(found) is type(moment)


def test_c_pay_03_a_time_without_zone_floats_and_is_flagged() -> None:
    found = event("<start>2026-11-24T09:00:00</start>")
    assert (found.start, found.problem) == (
        datetime(2026, 11, 24, 9),
        "This event does not say in which time zone its time is.",
    )


def test_c_pay_03_a_date_alone_is_an_all_day_event() -> None:
    found = event("<start>2026-11-24</start>")
    assert (found.start, found.end, found.all_day) == (date(2026, 11, 24), date(2026, 11, 25), True)


def test_c_pay_04_the_extra_form_cancels() -> None:
    assert event(TIMES + form(status="cancelled")).status is Status.CANCELLED


def test_c_pay_05_xhtml_becomes_plain_text() -> None:
    rich = (
        "<description type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><script>steal()</script>"
        "<p>Bring <b>two</b>\n   flows.</p><p>We <a href='javascript:x'>decide</a>.<br/>Soon"
        "<img src='http://tracker/'/></p><style>p{}</style></div></description>"
    )
    assert event(TIMES + rich).description == "Bring two flows.\n\nWe decide.\nSoon"


def test_c_pay_05_text_is_preferred_to_xhtml_of_the_same_language() -> None:
    both = "<description type='xhtml'><div>rich</div></description><description type='text'>plain</description>"
    assert event(TIMES + both).description == "plain"


def test_c_pay_05_xhtml_nested_beyond_reason_is_still_read() -> None:
    deep = "<b>" * 5_000 + "deep" + "</b>" * 5_000
    assert event(f"{TIMES}<description type='xhtml'><div>{deep}</div></description>").description == "deep"


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"text": "Room 4"}, "Room 4"),
        ({"text": "Room 4, Lloydstraat 138", "room": "Room 4", "country": "NL"}, "Room 4, Lloydstraat 138, NL"),
        ({"locality": "Rotterdam", "building": "HQ", "room": "4"}, "HQ, 4, Rotterdam"),
        ({"description": "behind the bar", "lat": "1"}, "behind the bar"),
        ({"uri": "https://maps.example/1"}, "https://maps.example/1"),
        ({"lat": "51.9", "lon": "4.48"}, "51.9,4.48"),
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


def test_control_characters_and_endless_names_do_not_get_in() -> None:
    found = event(f"<name>\u0085Ev\u009bil\n {'x' * 9_000}</name>{TIMES}")
    assert found.summary.startswith("Evil x") and len(found.summary) == 500
