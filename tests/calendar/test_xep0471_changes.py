"""Changes to what was read of XEP-0471: what is not about them stays as it was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from c42desktop.calendar.model import (
    Details,
    Event,
    Meeting,
    Place,
    Reference,
    Status,
)
from c42desktop.calendar.payloads import encode, parse
from c42desktop.calendar.payloads.xep0471 import NAMESPACES
from tests.calendar.xep0471_examples import EVENT, FULL, canonical, read, rewritten, written


def test_c_pay_01_a_text_changes_in_the_language_it_was_read_in() -> None:
    before, after = rewritten(lambda event: replace(event, summary="Dansfeest"), "nl")
    assert after == before.replace(">Bal<", ">Dansfeest<")


@pytest.mark.parametrize("field", ["summary", "description"])
def test_c_pay_01_a_text_that_is_gone_is_not_replaced_by_one_in_another_language(field: str) -> None:
    payload = parse(FULL)
    now = written(replace(read(payload, "nl"), **{field: ""}), payload, "nl")
    assert getattr(read(now, "nl"), field) == ""
    assert getattr(read(now, "en"), field) == getattr(read(payload, "en"), field)


def test_a_new_description_takes_the_rich_one_of_its_language_with_it() -> None:
    _, after = rewritten(lambda event: replace(event, description="Walsen"), "nl")
    assert '<description type="text" xml:lang="nl">Walsen</description>' in after
    assert "xhtml" not in after and ">Dance<" in after


def test_what_an_event_no_longer_has_leaves_no_empty_element() -> None:
    payload = parse(
        f"<event xmlns='{NAMESPACES[0]}'><name>Ball</name><start>2026-11-24T09:00:00Z</start>"
        "<description type='xhtml'>a</description><description type='text'>a</description>"
        "<attachments><file-sharing xmlns='urn:xmpp:sfs:0'><sources>"
        "<url-data xmlns='http://jabber.org/protocol/url-data' target='https://files.example/a'/>"
        "</sources></file-sharing></attachments><head-picture/></event>"
    )
    found = read(payload)
    now = written(replace(found, summary="", description="", details=Details()), payload)
    assert [child.tag.rpartition("}")[2] for child in now] == ["start", "head-picture"]


def test_a_rich_description_becomes_a_plain_one_when_it_changes() -> None:
    payload = parse(FULL.replace("<description type='text' xml:lang='nl'>Dansen</description>", ""))
    now = written(replace(read(payload, "nl"), description="Walsen"), payload, "nl")
    assert (read(now, "nl").description, read(now, "en").description) == ("Walsen", "Dance")
    assert {element.get("type") for element in now.iter(f"{{{NAMESPACES[0]}}}description")} == {"text"}


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


def test_c_pay_06_other_coordinates_take_with_them_what_was_measured_at_the_old_ones() -> None:
    def moved(event: Event) -> Event:
        (place,) = event.details.places
        return replace(event, details=replace(event.details, places=(replace(place, latitude=45.5),)))

    before, after = rewritten(moved)
    assert after.replace("45.5<", "45.4181<") == before.replace("<alt>59</alt>", "")


def test_c_pay_06_a_location_in_words_alone_is_a_place_elsewhere() -> None:
    payload = parse(FULL)
    found = read(written(replace(read(payload), location="Garden"), payload))
    assert (found.location, found.details.places) == ("Garden", (Place("Garden", id="main"),))
    assert found.details.meetings == read(payload).details.meetings


def test_c_pay_06_a_place_that_is_gone_leaves_the_meeting_beside_it() -> None:
    payload = parse(FULL)
    found = read(payload)
    now = read(written(replace(found, details=replace(found.details, places=())), payload))
    assert (now.details.places, now.details.meetings) == ((), found.details.meetings)


def test_c_pay_06_a_location_with_nothing_left_to_say_goes() -> None:
    two = replace(EVENT, details=Details(places=(Place("Hall", id="main"), Place("Garden", id="2"))))
    payload = written(two)
    now = written(replace(two, location="Hall", details=Details(places=two.details.places[:1])), payload)
    assert [location.get("id") for location in now.iter(f"{{{NAMESPACES[0]}}}location")] == ["main"]


def test_c_pay_06_a_meeting_elsewhere_keeps_its_words_in_other_languages() -> None:
    def moved(event: Event) -> Event:
        (meeting,) = event.details.meetings
        return replace(event, details=replace(event.details, meetings=(replace(meeting, link="https://new.example/"),)))

    before, after = rewritten(moved)
    assert after == before.replace("https://meet.example/ball", "https://new.example/")


TWO_WAYS = f"""<event xmlns='{NAMESPACES[0]}'><start>2026-11-24T09:00:00Z</start>
<location id='other'><online><name>A</name></online></location>
<location id='main'><online><name>B</name></online></location></event>"""


@pytest.mark.parametrize(
    ("names", "homes"),
    [
        ("AB", {"other": ["A"], "main": ["B"]}),
        ("ABC", {"other": ["A"], "main": ["B", "C"]}),
        ("C", {"other": [], "main": ["C"]}),
        ("BA", {"other": [], "main": ["B", "A"]}),
    ],
)
def test_c_pay_06_meetings_stay_where_they_were_and_new_ones_are_in_the_main_place(
    names: str, homes: dict[str, list[str]]
) -> None:
    payload = parse(TWO_WAYS)
    meetings = tuple(Meeting("", name) for name in names)
    now = written(replace(read(payload), details=Details(meetings=meetings)), payload)
    assert read(now).details.meetings == meetings
    assert {
        str(each.get("id")): [name.text for name in each.iter(f"{{{NAMESPACES[0]}}}name")]
        for each in now.findall(f"{{{NAMESPACES[0]}}}location")
    } == homes


def test_a_question_changes_and_its_proposed_answer_stays() -> None:
    def asked(event: Event) -> Event:
        first, second = event.details.questions
        return replace(event, details=replace(event.details, questions=(first, replace(second, label="Who?"))))

    before, after = rewritten(asked)
    assert after == before.replace("How many?", "Who?")


def test_a_question_is_no_longer_to_be_answered_by_all() -> None:
    def eased(event: Event) -> Event:
        first, second = event.details.questions
        return replace(event, details=replace(event.details, questions=(replace(first, required=False), second)))

    before, after = rewritten(eased)
    assert after == before.replace("<required></required>", "")


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


def test_the_payload_that_was_read_is_not_changed() -> None:
    payload = parse(FULL)
    encode([replace(read(payload), summary="x", description="y", categories=())], payload, "item")
    assert canonical(payload) == canonical(parse(FULL))
