"""The details show everything that is known of each kind of entry, and nothing of what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, DESIGN, MOVED, NOW, ZONE, at, item, occurrence
from ui_kinds import BUDGET, HOME, LATE, REPORT, ROTTERDAM, ROUTE, TRAIN, TRAIN_LEGS, UTRECHT, WORKSHOP, todo

from c42desktop.calendar import before_after
from c42desktop.calendar.model import (
    Attachment,
    Details,
    Event,
    EventType,
    FieldChange,
    Leg,
    Meeting,
    Occurrence,
    Person,
    Personal,
    Place,
    Question,
    Reference,
    Status,
    Trip,
)
from c42desktop.ui import entry_words
from c42desktop.ui.details import Details as Panel
from c42desktop.ui.details import Shown
from c42desktop.ui.facts import languages, named_places
from c42desktop.ui.files import file_name, size_in_words
from c42desktop.ui.long_text import beginning
from c42desktop.ui.outside import OutsideLink, leads_to, map_of, node_address
from c42desktop.ui.prose import Prose
from c42desktop.ui.questions import options_in_words
from c42desktop.ui.trip_steps import Ride, Shift, Stop, distance, spoken, steps

ITEM = item("team", "x")


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    made = Panel(NOW)
    qtbot.addWidget(made)
    made.resize(316, 740)
    made.show()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was handed to the system."""
    urls: list[str] = []

    def note(url: QUrl) -> bool:
        urls.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    yield urls


def show(panel: Panel, event: Event, shown: Occurrence | None = None) -> None:
    if shown is None and event.start is not None:
        shown = occurrence(event)
    panel.show_event(Shown(ITEM, event, shown, CALENDARS[0]))


def texts(panel: Panel, name: str) -> list[str]:
    page = panel.findChild(QWidget, "details-page")
    return [each.text().replace("\u200b", "") for each in page.findChildren(QLabel, name)]


def links(panel: Panel, name: str) -> list[OutsideLink]:
    return panel.findChild(QWidget, "details-page").findChildren(OutsideLink, name)


def test_an_event_that_says_little_shows_little(panel: Panel) -> None:
    show(panel, Event("x", "Lunch", at(22, 14), at(22, 15)))
    page = panel.findChild(QWidget, "details-page")
    shown = [each.objectName() for each in page.findChildren(QLabel)]
    assert shown == ["details-calendar", "details-title", "details-when", "details-relative"]
    assert page.findChildren(QPushButton) == [] and page.findChildren(QTextBrowser) == []


# Places, meetings, files


def test_c_pay_06_each_place_is_named_and_has_a_map_where_it_is_known(panel: Panel, opened: list[str]) -> None:
    show(panel, WORKSHOP)
    assert texts(panel, "details-place") == ["De Kuip, Van Zandvlietplein 1, Rotterdam", "Restaurant De Lunchroom"]
    stadium, restaurant = links(panel, "details-map")
    assert stadium.accessibleName() == "Show De Kuip, Van Zandvlietplein 1, Rotterdam on a map"
    assert opened == []
    restaurant.click()
    assert opened == ["https://www.openstreetmap.org/?mlat=51.900000&mlon=4.520000#map=17/51.900000/4.520000"]


@pytest.mark.parametrize("place", [Place("Room 4"), Place("", 91.0, 4.0), Place("", 4.0, 181.0), Place("", 4.0, None)])
def test_without_sensible_coordinates_there_is_no_map(place: Place) -> None:
    assert map_of(place) == ""


def test_c_pay_06_a_place_without_a_name_goes_by_its_coordinates(panel: Panel) -> None:
    show(panel, replace(DESIGN, location="", details=Details(places=(Place("", 51.91612, 4.4637),))))
    assert texts(panel, "details-place") == ["51.9161, 4.4637"]
    assert len(links(panel, "details-map")) == 1


def test_a_place_is_named_once_and_has_the_coordinates_that_belong_to_it() -> None:
    lake, nameless, hall = Place("The lake", 51.9, 4.5), Place("", 51.9, 4.5), Place("Hall")
    found = [
        named_places(replace(DESIGN, location=location, details=Details(places=places)))
        for location, places in [
            ("The\nlake", (hall, lake)),
            ("51.9,4.5", (nameless,)),
            ("Pier", (hall, nameless, hall)),
            ("", (hall,)),
            ("Pier", ()),
        ]
    ]
    assert found == [
        [("The\nlake", lake), ("Hall", hall)],
        [("51.9,4.5", nameless)],
        [("Pier", nameless), ("Hall", hall)],
        [("Hall", hall)],
        [("Pier", Place())],
    ]


@pytest.mark.parametrize("location", ["Video call", "https://meet.example.org/x"])
def test_a_way_to_take_part_is_no_place(location: str) -> None:
    meetings = (Meeting("https://meet.example.org/x", "Video call"),)
    event = replace(DESIGN, location=location, details=Details(meetings=meetings))
    assert named_places(event) == []
    assert entry_words.where(event) == "Video call"


def test_a_place_that_is_a_link_can_be_followed(panel: Panel) -> None:
    show(panel, replace(DESIGN, location="https://meet.example.org/x"))
    (place,) = panel.findChildren(Prose, "details-place")
    assert 'href="https://meet.example.org/x"' in place.toHtml()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("https://meet.example.org/new-york?pwd=1234", "meet.example.org"),
        (" HTTP://meet.example.org ", "meet.example.org"),
        ("Room 4, https://meet.example.org/a", "Room 4, https://meet.example.org/a"),
        ("https://meet.example.org/a or Room 4", "https://meet.example.org/a or Room 4"),
        ("https://[", "https://["),
    ],
)
def test_a_row_says_only_where_a_link_leads(place: str, words: str) -> None:
    assert entry_words.where(replace(DESIGN, location=place)) == words


def test_c_pay_06_a_meeting_is_a_link_that_says_where_it_leads(panel: Panel, opened: list[str]) -> None:
    show(panel, WORKSHOP)
    assert texts(panel, "details-meeting") == ["Video call", "Chat room"]
    assert texts(panel, "details-instructions") == ["The code is 4711."]
    call, room = links(panel, "details-join")
    assert (call.text(), room.accessibleName()) == (
        "Join at meet.example.org",
        "Chat room: Join at workshop@rooms.example.org",
    )
    call.click()
    assert opened == ["https://meet.example.org/workshop"]
    show(panel, replace(WORKSHOP, url="https://meet.example.org/workshop"))
    assert links(panel, "details-url") == [], "it is there already"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://host/x"])
def test_c_sec_12_what_must_not_be_opened_is_no_link(panel: Panel, opened: list[str], address: str) -> None:
    details = Details(
        meetings=(Meeting(address, "Call"),), attachments=(Attachment(address, "Notes"),), picture=address
    )
    show(panel, replace(DESIGN, details=details, url=""))
    page = panel.findChild(QWidget, "details-page")
    assert page.findChildren(OutsideLink) == []
    assert texts(panel, "details-file-closed") == ["This file cannot be opened from here."] * 2
    assert texts(panel, "details-meeting-address") == [address]


def test_c_sec_12_nothing_is_opened_or_fetched_by_showing_it(
    panel: Panel, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[object] = []
    monkeypatch.setattr(Prose, "loadResource", lambda _self, _kind, name: fetched.append(name))
    show(panel, replace(WORKSHOP, description="https://example.org/a.png <img src='https://example.org/b.png'>"))
    panel.grab()
    assert (opened, fetched) == ([], [])


def test_files_say_what_they_are_and_open_by_a_click(panel: Panel, opened: list[str]) -> None:
    show(panel, WORKSHOP)
    plan, photo, picture = links(panel, "details-file")
    assert [each.text() for each in (plan, photo, picture)] == ["Plan of the day.pdf", "room.jpg", "Picture"]
    assert plan.accessibleName() == "Plan of the day.pdf, PDF, 1.2 MB, files.example.org"
    assert texts(panel, "details-file-about")[:2] == [
        "PDF · 1.2 MB · files.example.org",
        "Image · 86 kB · files.example.org",
    ]
    photo.click()
    assert opened == ["https://files.example.org/room.jpg"]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, ""), (-3, ""), (640, "640 B"), (1_500, "1.5 kB"), (86_000, "86 kB"), (3_200_000_000_000, "3200 GB")],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_file_without_a_name_goes_by_its_address() -> None:
    assert file_name(Attachment("https://example.org/a/b%20c.txt?x=1")) == "b c.txt"
    assert file_name(Attachment("https://example.org/")) == "File"
    assert file_name(Attachment("https://[broken/")) == "File"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://ann:secret@meet.example.org:8443/x", "meet.example.org"),
        ("xmpp:room@muc.example.org?join", "room@muc.example.org"),
        ("tel:+31101234567", "+31101234567"),
        ("https://[broken/", ""),
    ],
)
def test_a_link_says_where_it_leads(address: str, place: str) -> None:
    assert leads_to(address) == place


def test_references_that_serve_a_person_are_links(panel: Panel, opened: list[str]) -> None:
    external = Reference("external", "pubsub.example.org", "a node", "an;item")
    show(panel, replace(WORKSHOP, details=replace(WORKSHOP.details, references=(external,))))
    assert texts(panel, "details-reference") == ["Its source"]
    links(panel, "details-reference-link")[0].click()
    assert opened == ["xmpp:pubsub.example.org?;node=a%20node;item=an%3Bitem"]
    assert node_address("a b", "c") == "xmpp:a%20b?;node=c"


def test_long_names_of_links_do_not_widen_the_panel(panel: Panel, qtbot: QtBot) -> None:
    long = Details(
        places=(Place("L" * 300, 51.9, 4.5),),
        meetings=(Meeting("https://" + "m" * 60 + ".example.org", "N" * 300, "I" * 300),),
        attachments=(Attachment("https://example.org/x", "F" * 300, "application/" + "t" * 90),),
        questions=(Question("q", "Q" * 300, options=(("o", "O" * 300),)),),
    )
    show(panel, replace(DESIGN, details=long, location=""))
    qtbot.wait(10)
    page = panel.findChild(QWidget, "details-page")
    assert page.minimumSizeHint().width() <= panel.width()
    assert all(link.width() <= panel.width() for link in page.findChildren(OutsideLink))
    (file,) = links(panel, "details-file")
    assert file.text().endswith("…")


def test_words_of_others_in_a_link_are_no_shortcut(panel: Panel) -> None:
    details = Details(attachments=(Attachment("https://example.org/x", "Q&A"),))
    show(panel, replace(DESIGN, details=details))
    (file,) = links(panel, "details-file")
    assert (file.text(), file.accessibleName()) == ("Q&&A", "Q&A, example.org")


# Not too much at once


def test_of_very_many_the_first_are_shown_and_the_rest_counted(panel: Panel) -> None:
    many = Details(
        attachments=tuple(Attachment(f"https://example.org/{n}") for n in range(500)),
        meetings=tuple(Meeting(f"https://example.org/{n}") for n in range(30)),
    )
    people = tuple(Person(f"P {n}", f"xmpp:p{n}@example.org") for n in range(300))
    show(panel, replace(DESIGN, details=many, attendees=people, organizer=None))
    page = panel.findChild(QWidget, "details-page")
    assert len(links(panel, "details-file")) == 12
    assert len(page.findChildren(QWidget, "person")) == 20
    assert texts(panel, "details-more") == ["and 18 more", "and 280 more", "and 488 more"]


def test_of_a_very_long_trip_the_beginning_is_shown(panel: Panel) -> None:
    show(panel, replace(TRAIN, trip=Trip(legs=TRAIN_LEGS * 30)))
    assert texts(panel, "details-more") == ["and 78 more"]


def test_a_very_long_description_is_shown_when_it_is_asked_for(panel: Panel) -> None:
    text = "word " * 2000 + "end"
    show(panel, replace(DESIGN, description=text))
    prose = panel.findChild(QTextBrowser, "details-description")
    assert len(prose.toPlainText()) <= 3000 and prose.toPlainText().endswith("word…")
    panel.findChild(QPushButton, "details-description-more").click()
    assert prose.toPlainText() == text


def test_a_long_word_is_cut_where_it_has_to_be() -> None:
    assert beginning("x" * 20, 10) == "x" * 10 + "…"
    assert beginning("short", 10) == "short"


# Facts


def test_what_else_is_known_is_said_in_words(panel: Panel) -> None:
    show(panel, WORKSHOP)
    names = ("languages", "wheelchair", "categories", "permission", "question", "options")
    assert [texts(panel, f"details-{name}") for name in names] == [
        ["Dutch, English"],
        ["Partly accessible by wheelchair"],
        ["Design, Research"],
        ["You can change this event"],
        ["What do you eat?", "Do you come by bicycle?"],
        ["Vegetarian, Fish · has to be answered", "Yes or no"],
    ]


def test_a_language_nobody_knows_stays_a_code() -> None:
    assert languages(("nl-BE", "nl", "xx-unknown")) == "Dutch, xx-unknown"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (Question("q", required=True), "Has to be answered"),
        (Question("q", options=(("a", ""), ("b", "B"))), "a, B"),
        (Question("q"), ""),
    ],
)
def test_the_answers_to_choose_from(question: Question, words: str) -> None:
    assert options_in_words(question) == words


def test_what_leaves_one_free_says_so(panel: Panel) -> None:
    show(panel, replace(DESIGN, busy=False))
    assert texts(panel, "details-free") == ["You are free during this"]
    show(panel, replace(DESIGN, busy=False, type=EventType.TIME_BLOCK))
    assert texts(panel, "details-free") == ["Some time within these hours; you are free until it is planned"]
    assert texts(panel, "details-calendar") == ["Product team · Time block"]
    show(panel, DESIGN)
    assert texts(panel, "details-free") == []


def test_a_suggestion_says_who_made_it(panel: Panel) -> None:
    show(panel, replace(DESIGN, suggested=True))
    assert texts(panel, "details-suggested") == ["Suggested by the system"]


def test_who_may_change_it_is_told_and_who_may_not_is_left_in_peace(panel: Panel) -> None:
    show(panel, replace(DESIGN, personal=Personal("", "subscribed_write")))
    assert texts(panel, "details-permission") == ["You can change this event"]
    show(panel, replace(DESIGN, personal=Personal("", "subscribed_read")))
    assert texts(panel, "details-permission") == []


def test_the_own_zone_stands_beside_the_local_time(panel: Panel) -> None:
    start = at(25, 8, 30).astimezone(ZoneInfo("Asia/Singapore"))
    trip = replace(TRAIN, start=start, end=start + timedelta(hours=1), timezone="Asia/Singapore", trip=None)
    show(panel, trip)
    assert texts(panel, "details-when") == ["Wednesday 08:30 – 09:30"]
    assert texts(panel, "details-zone") == ["15:30 in Singapore"]


def test_what_ends_by_another_clock_says_so(panel: Panel) -> None:
    lands = at(23, 1, 10).astimezone(ZoneInfo("Asia/Tokyo"))
    show(panel, replace(DESIGN, start=at(22, 14), end=lands))
    assert texts(panel, "details-zone") == ["Ends 09:10 in Tokyo"]


# To-dos


def test_a_to_do_says_when_it_is_due_and_how_far_it_is(panel: Panel) -> None:
    event = REPORT.waiting[0]
    show(panel, event, Occurrence(event, at(22, 17), at(22, 17)))
    assert texts(panel, "details-calendar") == ["Product team · To-do"]
    assert texts(panel, "details-when") == ["Due today 17:00"]
    assert texts(panel, "details-relative") == ["in 3 h 25 min"]
    assert texts(panel, "details-progress") == ["High priority · 40 % done"]
    panel.set_now(at(22, 17, 1))
    assert texts(panel, "details-relative") == ["Overdue"]


def test_a_to_do_that_is_done_has_no_time_left(panel: Panel) -> None:
    event = replace(REPORT.waiting[0], status=Status.COMPLETED)
    show(panel, event, Occurrence(event, at(22, 17), at(22, 17)))
    assert texts(panel, "details-calendar") == ["Product team · To-do, done"]
    assert texts(panel, "details-relative") == []
    assert texts(panel, "details-progress") == ["High priority"]


def test_a_to_do_that_was_planned_before_is_told_by_when_it_is_due(panel: Panel) -> None:
    event = Event("x", "Write", at(18, 15), at(18, 16), type=EventType.TODO, due=at(23, 12))
    show(panel, event, Occurrence(event, at(23, 12), at(23, 12)))
    assert texts(panel, "details-when") == ["Due tomorrow 12:00"]
    assert texts(panel, "details-due") == []


def test_a_planned_to_do_says_both(panel: Panel) -> None:
    event = Event("x", "Write", at(22, 15), at(22, 16), type=EventType.TODO, due=date(2026, 11, 24))
    show(panel, event)
    assert texts(panel, "details-when") == ["Today 15:00 – 16:00"]
    assert texts(panel, "details-due") == ["Due Tuesday"]


def test_a_to_do_without_a_date_says_no_time(panel: Panel) -> None:
    show(panel, todo("Buy a lamp").waiting[0])
    assert texts(panel, "details-when") == []


# Invitations


def test_an_invitation_says_who_with_which_words_and_when(panel: Panel) -> None:
    show(panel, BUDGET)
    assert texts(panel, "invitation-who") == ["Bram de Vries invites you"]
    assert texts(panel, "invitation-when") == ["2 hours ago · You have not answered"]
    message = panel.findChild(QTextBrowser, "invitation-message")
    assert message.toPlainText() == "Could you bring last year's figures?"
    panel.set_now(NOW + timedelta(hours=1))
    assert texts(panel, "invitation-when") == ["3 hours ago · You have not answered"]


def test_an_answered_invitation_is_no_longer_shown(panel: Panel) -> None:
    show(panel, replace(BUDGET, personal=replace(BUDGET.personal, answer="accepted")))
    assert texts(panel, "invitation-who") == []


def test_an_invitation_of_nobody_is_one_too(panel: Panel) -> None:
    show(panel, Event("x", "Lunch", at(22, 14), at(22, 15), personal=Personal("needs-action")))
    assert texts(panel, "invitation-who") == ["You are invited"]


def test_an_answer_is_told_where_the_people_do_not_tell_it(panel: Panel) -> None:
    show(panel, Event("x", "Lunch", at(22, 14), at(22, 15), personal=Personal("declined")))
    assert texts(panel, "details-answer") == ["You declined"]
    me = Person("Ann", "xmpp:ann@example.org", "declined")
    show(panel, Event("x", "Lunch", at(22, 14), at(22, 15), attendees=(me,), personal=Personal("declined")))
    assert texts(panel, "details-answer") == []


# Trips


def test_a_trip_is_a_line_of_stops_and_rides() -> None:
    assert TRAIN.trip is not None
    assert steps(TRAIN.trip, ZONE) == [
        Stop("Home", departs="16:52"),
        Ride("walk", "Walk · 12 min · 900 m", True),
        Stop(
            "Rotterdam Centraal",
            arrives="17:04",
            departs="17:12",
            departure_shift=Shift("17:04", "17:12", "8 min later"),
            change="8 min to change",
        ),
        Ride("transit", "IC 2241 · 38 min · 57 km", False),
        Stop(
            "Utrecht Centraal",
            arrives="17:50",
            departs="17:56",
            arrival_shift=Shift("17:42", "17:50", "8 min later"),
            change="6 min to change",
        ),
        Ride("bicycle", "Cycle · 7 min · 1.6 km", False),
        Stop("Office, Croeselaan 18", arrives="18:03"),
    ]


def test_a_change_that_cannot_be_made_says_so() -> None:
    train, bus = replace(TRAIN_LEGS[1], end=at(22, 18, 0)), replace(TRAIN_LEGS[2], real_time=True)
    _start, _train, change, _bus, _end = steps(Trip(legs=(train, bus)), ZONE)
    assert isinstance(change, Stop)
    assert (change.change, change.missed) == ("Leaves 4 min before you are there", True)
    assert change.departure_shift is None  # on time is no comfort


def test_legs_that_do_not_meet_have_stops_of_their_own() -> None:
    legs = (Leg("walk", destination=ROTTERDAM), Leg("car", origin=UTRECHT))
    assert [each.name for each in steps(Trip(legs=legs), ZONE) if isinstance(each, Stop)] == [
        "A place without a name",
        "Rotterdam Centraal",
        "Utrecht Centraal",
        "A place without a name",
    ]


def test_one_stop_has_one_time_where_one_goes_on_at_once() -> None:
    legs = (
        Leg("walk", at(22, 9), at(22, 9, 10), HOME, ROTTERDAM),
        Leg("transit", at(22, 9, 10), at(22, 9, 40), ROTTERDAM, UTRECHT, real_time=True),
    )
    middle = steps(Trip(legs=legs), ZONE)[2]
    assert middle == Stop("Rotterdam Centraal", departs="09:10", departure_shift=Shift("", "", "On time"))


def test_the_line_of_a_trip_is_shown_before_and_after(panel: Panel) -> None:
    show(panel, TRAIN)
    assert texts(panel, "trip-summary") == ["1 h 11 min · 60 km"]
    assert texts(panel, "trip-stop") == ["Home", "Rotterdam Centraal", "Utrecht Centraal", "Office, Croeselaan 18"]
    departure, arrival = texts(panel, "trip-shift")
    assert "<s>17:04</s>" in departure and "17:12</b>" in departure and "8\u00a0min\u00a0later" in departure
    assert "<s>17:42</s>" in arrival and "17:50</b>" in arrival
    assert texts(panel, "details-buffer") == ["15 min to spare"]
    assert texts(panel, "details-place") == []


def test_what_the_only_ride_says_is_not_said_above_it(panel: Panel) -> None:
    leg = Leg("transit", at(22, 17, 4), at(22, 17, 42), ROTTERDAM, UTRECHT, line="IC 2241")
    show(panel, replace(TRAIN, trip=Trip(legs=(leg,))))
    assert texts(panel, "trip-ride") == ["IC 2241 · 38 min"]
    assert texts(panel, "trip-summary") == []


def test_each_step_is_read_aloud(panel: Panel) -> None:
    show(panel, TRAIN)
    said = [each.accessibleName() for each in panel.findChildren(QWidget, "trip-step")]
    assert said[2:4] == ["17:04, 17:12, Rotterdam Centraal, 8 min later, 8 min to change", "IC 2241, 38 min, 57 km"]
    assert spoken(Stop("Home", departs="16:52")) == "16:52, Home"


def test_names_of_stops_are_no_markup(panel: Panel) -> None:
    leg = Leg("transit", at(22, 9), at(22, 10), Place("<h1>A</h1>"), Place("B"), LATE, line="<b>IC</b>")
    show(panel, replace(TRAIN, trip=Trip(legs=(leg,))))
    page = panel.findChild(QWidget, "details-page")
    assert all(
        each.textFormat().name == "PlainText" for each in page.findChildren(QLabel) if each.objectName() != "trip-shift"
    )


def test_what_changed_of_a_trip_or_a_to_do_is_shown_before_and_after() -> None:
    fields = (
        FieldChange("ride", "2026-11-22T17:04:00+01:00", "2026-11-22T17:12:00+01:00"),
        FieldChange("due", "2026-11-22", "2026-11-23"),
        FieldChange("destination", "Utrecht", None),
    )
    assert before_after.steps(replace(MOVED, fields=fields), NOW, ZONE) == (
        before_after.Step("Departs", "17:04", "17:12"),
        before_after.Step("Due", "today", "tomorrow"),
        before_after.Step("To", "Utrecht", ""),
    )


def test_a_route_says_from_where_to_where_and_how_far(panel: Panel) -> None:
    show(panel, ROUTE)
    assert texts(panel, "details-way") == ["Kralingse Plas → Rotterdam Centraal"]
    assert texts(panel, "details-distance") == ["7.4 km"]


@pytest.mark.parametrize(
    ("state", "words"),
    [("loading", ["The way is being looked up"]), ("error", ["No way to get there was found"]), ("", [])],
)
def test_a_trip_without_legs_says_where_it_stands(panel: Panel, state: str, words: list[str]) -> None:
    show(panel, replace(TRAIN, trip=Trip(UTRECHT, (), state)))
    assert texts(panel, "details-trip-state") == words
    assert links(panel, "details-map")[0].accessibleName() == "Show Utrecht Centraal on a map"


def test_a_trip_with_a_problem_says_it_once(panel: Panel) -> None:
    show(panel, replace(TRAIN, trip=Trip(UTRECHT, (), "error"), problem="No way to get there was found."))
    assert texts(panel, "details-problem") == ["No way to get there was found."]
    assert texts(panel, "details-trip-state") == []


@pytest.mark.parametrize(
    ("metres", "words"), [(0, ""), (900, "900 m"), (1_600, "1.6 km"), (9_990, "10 km"), (57_300, "57 km")]
)
def test_distances_in_words(metres: int, words: str) -> None:
    assert distance(metres) == words
