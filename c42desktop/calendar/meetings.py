"""The way into a meeting: found in what an event says, by the hosts and paths of the services people use.

An address is taken apart before it is compared, so "zoom.us" is that host and those below it, and never a part of
another one's name. What nobody can list, their own hosts, people name themselves: patterns are beginnings of addresses,
"https://meet.example.org/", "meet.example.org/room" or "*.example.org".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import SplitResult, parse_qs, urlsplit

from c42desktop.calendar.addresses import ADDRESS, trimmed
from c42desktop.calendar.model import Event

_LONGEST = 20_000  # of a description
_PORTS = {"https": 443, "http": 80}
_CODE = r"[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}"

# Hosts, each with those below it, and what path, query and fragment begin with. A service a line.
_SERVICES = (
    ("zoom.us zoom.com zoomgov.com", r"/(?:j|my|s|w|wc|meeting/join|webinar/join)/."),
    (
        "teams.microsoft.com teams.live.com teams.cloud.microsoft teams.microsoft.us",
        r"(?:/_#)?/(?:l/meetup-join|meet)/.",
    ),
    ("meet.google.com", r"/(?:_meet/)?[a-z]{3,4}-[a-z]{3,5}-[a-z]{3,4}\b|/lookup/."),
    ("g.co", r"/meet/."),  # Google Meet
    ("webex.com", r"/(?:[^/?#]+/){0,2}(?:meet/.|join/.|wbxmjs/.|webappng/.|[jg]\.php)"),
    ("meet.jit.si", r"/(?!static/)[^/?#]"),
    ("8x8.vc", r"/[^/?#]+/[^/?#]"),
    ("gotomeeting.com gotomeet.me meet.goto.com", r"/(?:join/)?\w"),
    ("app.goto.com", r"/meeting/."),
    ("gotowebinar.com", r"/join/."),
    ("whereby.com", r"/(?!(?:information|blog|user|pricing|signin|download|org)\b)[\w-]"),
    ("join.skype.com meet.lync.com", r"/\w"),
    ("app.slack.com", r"/huddle/."),
    ("discord.gg", r"/\w"),
    ("discord.com", r"/(?:invite|events|channels)/."),
    ("chime.aws", r"/(?:meetings/)?\w"),
    ("bluejeans.com", r"/(?:meet/)?\d"),
    ("ringcentral.com", r"/(?:j|join|conf)\b"),
    ("meetings.officeathand.att.com", r"/(?:j|join)\b"),  # RingCentral
    ("call.element.io", r"/(?:room/)?(?:#/)?\w"),
    ("lifesizecloud.com lifesize.com", r"/(?:guest/)?\d"),
    ("meeting.zoho.com meeting.zoho.eu meeting.zoho.in meet.zoho.com meet.zoho.eu meet.zoho.in", r"/\w"),
    ("meet.starleaf.com", r"/\d"),
    ("meetings.vonage.com freeconferencing.vonage.com", r"/\d|/\?room_token="),
    ("app.livestorm.co", r"/[^/?#]+/[^/?#]"),
    ("event.demio.com", r"/\w"),
    ("my.demio.com", r"/(?:ref|live)/."),
    ("meet.around.co", r"/r/."),
    ("app.gather.town", r"/\w"),
    ("app.butter.us", r"/\w"),
    ("riverside.fm", r"/studio/."),
    ("streamyard.com", r"/(?:watch/)?[a-zA-Z0-9]{8,}(?![\w-])"),
    ("meetings.dialpad.com uberconference.com", r"/\w"),
    ("dialpad.com", r"/meetings/."),
    ("pexip.me", r"/(?:meet|webapp)/."),
    ("kmeet.infomaniak.com", r"/\w"),
    ("senfcall.de", rf"/(?:b/)?{_CODE}"),
    ("fairmeeting.net", r"/\w"),
    ("opentalk.eu", r"/(?:room|invite)/."),
    ("facetime.apple.com", r"/join\b"),
    ("telemost.yandex.ru telemost.yandex.com telemost.360.yandex.ru", r"/j/\d"),
    ("meeting.tencent.com voovmeeting.com", r"/(?:dm|p|s)/."),  # Tencent Meeting, VooV
    ("vc.larksuite.com vc.feishu.cn", r"/j/\d"),
    ("clickmeeting.com", r"/\w"),
    ("doxy.me", r"/\w"),
    ("daily.co", r"/\w"),
    ("app.cal.com", r"/video/."),
    ("meet.proton.me", r"/\w"),
    ("app.spatial.chat", r"/s/."),
    ("visio.numerique.gouv.fr", r"/[a-z]{3}-[a-z]{4}-[a-z]{3}\b"),
    ("webconf.numerique.gouv.fr conf.dfn.de", r"/\w"),
)
# Programs that people run at hosts of their own.
_ANYWHERE = (
    rf"/b/{_CODE}(?![\w-])|/rooms/{_CODE}/join\b|/bigbluebutton/api/join\b|/html5client/join\b",  # BigBlueButton
    r"/(?:index\.php/)?call/[a-z0-9]{8}(?![\w-])",  # Nextcloud Talk
)
# Mail programs put addresses into others of theirs.
_WRAPPERS = {"safelinks.protection.outlook.com": "url", "www.google.com": "q"}

_PATHS = {host: re.compile(path) for hosts, path in _SERVICES for host in hosts.split()}
_PATHS_ANYWHERE = re.compile("|".join(_ANYWHERE))


def join_link(event: Event, patterns: Sequence[str] = ()) -> str:
    """The address that leads into the meeting of an event, "" where there is none.

    What is said to be one (conference properties) comes first, there what is recognised; then the first in the event's
    address, place and description that is recognised, or begins like one of the person's own `patterns`. A telephone
    comes last.
    """
    named = [meeting.link for meeting in event.details.meetings]
    own = [pattern for pattern in map(_parsed_pattern, patterns) if pattern is not None]
    ways = (
        *(_meeting(address, own) for address in named),
        *filter(_is_way, named),
        *(_meeting(address, own) for address in _addresses(event)),
        *(address for address in named if address.lower().startswith("tel:")),
    )
    return next(filter(None, ways), "")


def _is_way(address: str) -> bool:
    return address.lower().startswith("xmpp:") or _parsed(address) is not None


def _addresses(event: Event) -> Iterator[str]:
    for text in (event.url, event.location, event.description[:_LONGEST]):
        for match in ADDRESS.finditer(text):
            yield trimmed(match.group())


def _meeting(address: str, own: Iterable[SplitResult]) -> str:
    """The address itself, or the one within it; "" where it is no meeting."""
    parts = _parsed(address)
    if parts is None:
        return ""
    if (parameter := _WRAPPERS.get(parts.hostname or "") or _wrapped_below(parts)) is not None:
        inner = parse_qs(parts.query).get(parameter, [""])[0]
        return inner if (within := _parsed(inner)) is not None and _is_meeting(within, own) else ""
    return address if _is_meeting(parts, own) else ""


def _wrapped_below(parts: SplitResult) -> str | None:
    """Outlook's has a host for each region."""
    return _WRAPPERS.get((parts.hostname or "").partition(".")[2])


def _is_meeting(parts: SplitResult, own: Iterable[SplitResult]) -> bool:
    host = parts.hostname or ""
    target = parts._replace(scheme="", netloc="").geturl() or "/"
    if any(_begins_like(parts, target, pattern) for pattern in own):
        return True
    if parts.port not in (None, _PORTS[parts.scheme]):
        return False
    labels = host.split(".")
    names = (".".join(labels[start:]) for start in range(len(labels) - 1))
    paths = [path for path in map(_PATHS.get, names) if path is not None]
    return any(path.match(target) for path in [*paths, _PATHS_ANYWHERE])


def _begins_like(parts: SplitResult, target: str, pattern: SplitResult) -> bool:
    host, wanted = parts.hostname or "", pattern.hostname or ""
    same = host.endswith(wanted[1:]) if wanted.startswith("*.") else host == wanted
    return same and parts.port == pattern.port and target.startswith(pattern.path)


def _parsed(address: str) -> SplitResult | None:
    """A web address, unless it is made to mislead: good.org@evil.org."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it tells whether it is one
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    return parts


def _parsed_pattern(pattern: str) -> SplitResult | None:
    """A beginning that names at least a host with a dot in it, or nothing."""
    text = pattern.strip()
    parts = _parsed(text if "://" in text else f"https://{text}")
    return parts if parts is not None and "." in (parts.hostname or "").removeprefix("*.") else None
