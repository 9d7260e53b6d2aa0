"""What may be opened from elsewhere: calendars and files. Everything else is one clear sentence."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.errors import UserError
from c42desktop.plain import one_line
from c42desktop.targets import is_uri, parse_target
from c42desktop.xmpp.address import NodeAddress

TEAM = NodeAddress("pubsub.example.org", "team")
posix = pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")


@pytest.mark.parametrize(
    "text",
    [
        "xmpp:pubsub.example.org?;node=team",
        "XMPP:PubSub.example.org?;node=team",
        "xmpp:pubsub.example.org?pubsub;action=subscribe;node=team",
        "xmpp:pubsub.example.org?pubsub;action=retrieve;node=team;item=retro",
        "xmpp:pubsub.example.org?;node=te%61m#top",
        "xmpp://pubsub.example.org?;node=team",
        "xmpp://ann@example.org/pubsub.example.org?;node=team",
        "xmpp:pubsub.example.org?;node=team\n",
    ],
)
def test_a_link_to_a_calendar_names_it_in_each_of_its_spellings(text: str) -> None:
    assert parse_target(text) == TEAM


@posix
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/srv/team.ics", "/srv/team.ics"),
        ("file:///srv/team%20plan.ics", "/srv/team plan.ics"),
        ("file:/srv/team.ics", "/srv/team.ics"),
        ("FILE://localhost/srv/team.ics", "/srv/team.ics"),
        (f"file://{socket.gethostname()}/srv/team.ics", "/srv/team.ics"),
        ("file:///srv/50%25%23.ics", "/srv/50%#.ics"),
        ("file:///srv/%FF.ics", "/srv/\udcff.ics"),
        ("team.ics", "team.ics"),
        ("C:team.ics", "C:team.ics"),
    ],
)
def test_a_file_is_named_by_its_path_or_its_address(text: str, path: str) -> None:
    assert parse_target(text) == Path(path)


CHAT = r"“.*” is a link to a chat, not to a calendar. A chat program opens it."
NONE = r"“.*” names no calendar. Such a link looks like xmpp:"
WEB = r"“.*” is an address on the web, where c42desktop fetches nothing. Save the file first."
OTHER = r"“.*” cannot be opened: c42desktop opens xmpp: links to calendars, and calendar files."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("xmpp:ann@example.org", CHAT),
        ("xmpp:room@muc.example.org?join", CHAT),
        ("xmpp:ann@example.org?message;body=Hello", CHAT),
        ("xmpp:pubsub.example.org", NONE),
        ("xmpp:pubsub.example.org?pubsub;action=subscribe", NONE),
        ("xmpp:", NONE),
        ("xmpp:pubsub.example.org?;node=", "is not a calendar address"),
        ("xmpp:a b?;node=team", "is not an XMPP address"),
        ("xmpp:pubsub.example.org?;node=%00", "is not a calendar address"),
        ("webcal://example.org/team.ics", WEB),
        ("https://example.org/team.ics", WEB),
        ("mailto:ann@example.org", OTHER),
        ("javascript:alert(1)", OTHER),
        ("data:text/calendar,BEGIN:VCALENDAR", OTHER),
        ("file://fileserver/share/team.ics", r"“file://fileserver/share/team.ics” is on another computer. Copy the"),
        ("file:team.ics", "is no address of a file"),
        ("file:", "is no address of a file"),
        ("file://[", "is no address of a file"),
        ("xmpp:" + "x" * 100_000 + "?;node=team", "is too long for the address of a calendar"),
    ],
)
def test_what_is_something_else_is_explained(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        parse_target(text)
    assert len(str(caught.value)) < 200


@given(st.text())
def test_any_text_is_a_target_or_explained_without_what_could_mislead(text: str) -> None:
    for scheme in ("", "xmpp:", "file:", "xmpp:pubsub.example.org?;node="):
        try:
            parse_target(scheme + text)
        except UserError as error:
            assert str(error) == one_line(str(error))


def test_a_drive_of_windows_is_no_scheme() -> None:
    assert not is_uri(r"C:\calendars\team.ics") and not is_uri("team.ics") and not is_uri("/srv/a:b.ics")
    assert is_uri("xmpp:pubsub.example.org") and is_uri("file:///srv/team.ics")
