"""Which address in an event leads into its meeting, and which only looks like one."""

from __future__ import annotations

import pytest

from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import Details, Event, Meeting

MEETINGS = [
    "https://zoom.us/j/94512345678?pwd=SGVsbG8",
    "https://example-com.zoom.us/my/ann.jones",
    "https://zoom.us/wc/join/94512345678",
    "https://example.zoomgov.com/j/1612345678",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d",
    "https://teams.microsoft.com/_#/l/meetup-join/19:meeting_abc@thread.v2/0",
    "https://teams.live.com/meet/9365513283443?p=CaQ10Tq5",
    "https://gov.teams.microsoft.us/l/meetup-join/19%3agov/0",
    "https://meet.google.com/abc-defg-hij",
    "https://meet.google.com/lookup/abc-team",
    "https://example.webex.com/meet/ann.jones",
    "https://example.webex.com/example/j.php?MTID=m1234",
    "https://example.webex.com/wbxmjs/joinservice/sites/example/meeting/download/1",
    "https://meet.jit.si/DesignReview",
    "https://8x8.vc/example/design-review",
    "https://global.gotomeeting.com/join/123456789",
    "https://meet.goto.com/123456789",
    "https://whereby.com/design-review",
    "https://example.whereby.com/room1",
    "https://join.skype.com/AbCdEf",
    "https://app.slack.com/huddle/T0123/C0123",
    "https://discord.gg/AbCdEf",
    "https://discord.com/invite/AbCdEf",
    "https://chime.aws/1234567890",
    "https://app.chime.aws/meetings/1234567890",
    "https://bluejeans.com/123456789",
    "https://v.ringcentral.com/join/123456789",
    "https://meetings.ringcentral.com/j/1234567890",
    "https://call.element.io/room/#/design?roomId=!x",
    "https://call.lifesizecloud.com/1234567",
    "https://meeting.zoho.eu/meeting/login/embed?key=123",
    "https://meet.starleaf.com/4123456789",
    "https://meetings.vonage.com/123456789",
    "https://app.livestorm.co/p/5cb3c1a0",
    "https://event.demio.com/ref/AbCdEf",
    "https://meet.around.co/r/design",
    "https://app.gather.town/app/AbC/Example",
    "https://app.butter.us/example/design",
    "https://riverside.fm/studio/design?t=abc",
    "https://streamyard.com/a1b2c3d4e5",
    "https://meetings.dialpad.com/room/design",
    "https://dialpad.com/meetings/design",
    "https://pexip.me/meet/design",
    "https://kmeet.infomaniak.com/abcdefghijkl",
    "https://lecture.senfcall.de/som-9k2-vbn",
    "https://fairmeeting.net/design",
    "https://meet.opentalk.eu/room/7ac5d4b2",
    "https://facetime.apple.com/join#v=1&p=abc&k=def",
    "https://telemost.yandex.ru/j/12345678901234",
    "https://meeting.tencent.com/dm/AbCdEf",
    "https://vc.feishu.cn/j/123456789",
    "https://example.clickmeeting.com/design",
    "https://example.daily.co/design",
    "https://app.cal.com/video/abc123",
    "https://visio.numerique.gouv.fr/abc-defg-hij",
    "https://bbb.example.org/b/ann-x4k-9mv",
    "https://bbb.example.org/rooms/ann-x4k-9mv-abc/join",
    "https://cloud.example.org/call/x4k9mvab",
    "https://cloud.example.org/index.php/call/x4k9mvab",
    "HTTPS://ZOOM.US/j/94512345678",
    "https://zoom.us:443/j/94512345678",
]

NONE = [
    "https://evil.zoom.us.attacker.org/j/94512345678",
    "https://notzoom.us/j/94512345678",
    "https://attacker.org/zoom.us/j/94512345678",
    "https://attacker.org/?u=https://zoom.us/j/94512345678",
    "https://attacker.org/#meet.google.com/abc-defg-hij",
    "https://zoom.us@attacker.org/j/94512345678",
    "https://attacker.org\\@zoom.us/j/1",
    "https://zoom.us:8443/j/94512345678",
    "https://zoom.us:j/94512345678",
    "https://zoom.us/pricing",
    "https://zoom.us/rec/share/abc",
    "https://zoom.us",
    "https://meet.google.com/landing",
    "https://meet.google.com/",
    "https://whereby.com/pricing",
    "https://streamyard.com/pricing",
    "https://streamyard.com/some-long-article",
    "https://discord.com/developers",
    "https://example.org/call/me",
    "https://example.org/b/anna",
    "https://us/j/1",
    "https:///j/1",
    "https://[::1/j/1",
    "ftp://zoom.us/j/1",
]


@pytest.mark.parametrize("address", MEETINGS)
def test_the_services_people_use_are_recognised(address: str) -> None:
    assert join_link(Event("u", location=address)) == address


@pytest.mark.parametrize("address", NONE)
def test_what_only_looks_like_one_is_none(address: str) -> None:
    assert join_link(Event("u", description=f"See {address} for more", location=address, url=address)) == ""


def test_it_is_found_in_the_middle_of_a_text() -> None:
    text = "Agenda: https://example.org/notes.\nJoin (https://meet.google.com/abc-defg-hij), or call +31 10 123."
    assert join_link(Event("u", description=text)) == "https://meet.google.com/abc-defg-hij"


def test_what_is_said_to_be_a_meeting_needs_no_known_host() -> None:
    own = Details(meetings=(Meeting("tel:+31101234567"), Meeting("https://talk.example.org/room")))
    event = Event("u", details=own, location="https://zoom.us/j/1")
    assert join_link(event) == "https://talk.example.org/room"
    known = Details(meetings=(*own.meetings, Meeting("https://meet.google.com/abc-defg-hij")))
    assert join_link(Event("u", details=known)) == "https://meet.google.com/abc-defg-hij"
    assert join_link(Event("u", details=Details(meetings=(Meeting("xmpp:room@muc.example.org?join"),)))) != ""


def test_a_telephone_is_the_last_way() -> None:
    phone = Details(meetings=(Meeting("tel:+31101234567"),))
    assert join_link(Event("u", details=phone)) == "tel:+31101234567"
    assert join_link(Event("u", details=phone, location="https://zoom.us/j/1")) == "https://zoom.us/j/1"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "https://good.org@evil.org/", "", "room 4"]
)
def test_what_cannot_be_opened_is_no_way(link: str) -> None:
    assert join_link(Event("u", details=Details(meetings=(Meeting(link),)))) == ""


def test_mail_programs_wrap_addresses() -> None:
    inner = "https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting&data=05"
    outlook = f"https://eur01.safelinks.protection.outlook.com/?url={inner}"
    assert join_link(Event("u", description=outlook)) == "https://teams.microsoft.com/l/meetup-join/19%3ameeting"
    google = "https://www.google.com/url?q=https://zoom.us/j/1&sa=D"
    assert join_link(Event("u", description=google)) == "https://zoom.us/j/1"
    assert join_link(Event("u", description="https://www.google.com/url?q=https://attacker.org/")) == ""


@pytest.mark.parametrize(
    ("pattern", "address", "recognised"),
    [
        ("https://meet.example.org/", "https://meet.example.org/design", True),
        ("meet.example.org", "https://meet.example.org/design", True),
        ("*.example.org/room/", "https://talk.example.org/room/4", True),
        ("*.example.org/room/", "https://talk.example.org/blog/4", False),
        ("*.example.org", "https://example.org.attacker.org/", False),
        ("meet.example.org", "https://meet.example.org.attacker.org/", False),
        ("meet.example.org", "https://notmeet.example.org/", False),
        ("meet.example.org:8443", "https://meet.example.org:8443/x", True),
        ("meet.example.org", "https://meet.example.org:8443/x", False),
        ("*", "https://attacker.org/", False),
        ("*.org", "https://attacker.org/", False),
        ("", "https://attacker.org/", False),
        ("https://", "https://attacker.org/", False),
        ("https://[", "https://attacker.org/", False),
    ],
)
def test_people_name_their_own_hosts(pattern: str, address: str, recognised: bool) -> None:
    assert join_link(Event("u", location=address), [pattern]) == (address if recognised else "")


def test_a_long_description_costs_little() -> None:
    text = "https://example.org/" + "a-b." * 200_000
    assert join_link(Event("u", description=text)) == ""
