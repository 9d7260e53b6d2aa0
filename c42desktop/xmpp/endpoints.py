"""Where to connect: what the person entered, else SRV records, else the domain itself (RFC 6120 §3.2, XEP-0368)."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from slixmpp.xmlstream.resolver import default_resolver, get_SRV

from c42desktop.xmpp.login import Login, Way

log = logging.getLogger(__name__)

STANDARD_PORT = 5222
DIRECT_TLS_PORTS = frozenset({443, 5223, 5270})
KNOWN_PORTS = DIRECT_TLS_PORTS | {STANDARD_PORT}  # at any other, either kind of TLS may be spoken
DIRECT_TLS = "xmpps-client"
STARTTLS = "xmpp-client"

SrvRecord = tuple[str, str, int]  # service, target ("" for a target of "."), port
Lookup = Callable[[str], Awaitable[Sequence[SrvRecord]]]


class NotOfferedError(OSError):
    """The domain says that it has no XMPP service: a target of "." (RFC 2782)."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One place to try. With `direct_tls`, TLS comes first; else STARTTLS is asked for."""

    host: str
    port: int
    direct_tls: bool

    @property
    def text(self) -> str:
        """One line that says it all, to be remembered."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'xmpps' if self.direct_tls else 'xmpp'}://{host}:{self.port}"

    @property
    def shown(self) -> str:
        """The same, for people and logs."""
        return self.text


@dataclass(frozen=True, slots=True)
class WebEndpoint:
    """One place to try over HTTP; `way` is WEBSOCKET or BOSH."""

    way: Way
    url: str

    @property
    def text(self) -> str:
        """One line that says it all, to be remembered."""
        return self.url

    @property
    def shown(self) -> str:
        """What of it may be seen by people and in logs: not the query, where some servers want a token."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    @property
    def host(self) -> str:
        """The host in the URL."""
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        """The port in the URL."""
        parts = urlsplit(self.url)
        return parts.port or (443 if parts.scheme in ("https", "wss") else 80)


AnyEndpoint = Endpoint | WebEndpoint


def server_name(domain: str, at: AnyEndpoint) -> str:
    """Whom a certificate must be for: the host of a URL, else the domain (RFC 6120 §13.7.2), whatever the host is."""
    return at.host if isinstance(at, WebEndpoint) else domain


_WAYS = {"wss": Way.WEBSOCKET, "ws": Way.WEBSOCKET, "https": Way.BOSH, "http": Way.BOSH}


def web_endpoint(url: str) -> WebEndpoint | None:
    """A URL as a place to try; None where it is of another kind."""
    way = _WAYS.get(url.partition(":")[0].lower())
    return WebEndpoint(way, url) if way else None


def remembered(text: str) -> AnyEndpoint | None:
    """What an endpoint's `text` was made of; None where nobody made it of one."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme in ("xmpp", "xmpps"):
        return Endpoint(host, port, parts.scheme == "xmpps") if host and port else None
    return web_endpoint(text)


async def look_up(domain: str) -> Sequence[SrvRecord]:
    """The SRV records of `domain`, both kinds mixed by priority and weight; none where DNS does not answer."""
    try:
        resolver = default_resolver(loop=asyncio.get_running_loop())
    except RuntimeError as error:  # Windows: there are event loops that aiodns cannot use
        log.info("No SRV records: %s", error)
        return []
    return await get_SRV(domain, STANDARD_PORT, [DIRECT_TLS, STARTTLS], resolver=resolver)


async def endpoints(login: Login, lookup: Lookup | None = None) -> list[Endpoint]:
    """The places to try, best first. Raises NotOfferedError where the domain has no XMPP service."""
    if login.host:
        port = login.port or STANDARD_PORT
        ways = [port in DIRECT_TLS_PORTS] if port in KNOWN_PORTS else [False, True]
        return [Endpoint(login.host, port, direct_tls) for direct_tls in ways]
    records = await (lookup or look_up)(login.domain)
    if not records:
        return [Endpoint(login.domain.strip("[]"), STANDARD_PORT, False)]
    found = [Endpoint(host, port, service == DIRECT_TLS) for service, host, port in records if host not in ("", ".")]
    if not found:
        raise NotOfferedError(login.domain)
    return found


async def addresses(endpoint: Endpoint) -> list[str]:
    """The IP addresses of an endpoint, in the system's order. Raises gaierror or UnicodeError where there are none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(endpoint.host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_rest, sockaddr in found))
