"""Which ways to the server there are, which worked here before, and which proxies are on them.

In which order and with how much patience they are tried is the matter of dialing.py.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from ipaddress import ip_address, ip_network

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint, WebEndpoint, endpoints, remembered, web_endpoint
from c42desktop.xmpp.late import discover
from c42desktop.xmpp.login import Login, Proof, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies, Proxy
from c42desktop.xmpp.scram import HASHES
from c42desktop.xmpp.transports.urls import is_allowed, is_secure

# Reserved for documentation (RFC 5737, RFC 3849): the system says how it would send there, and nothing is sent.
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1", 24), (socket.AF_INET6, "2001:db8::1", 64))


class Routes:
    """The ways to one account's server, over all attempts to reach it."""

    def __init__(self, login: Login, memory: Memory, find_proxies: FindProxies) -> None:
        self._login = login
        self._memory = memory
        self._find_proxies = find_proxies

    def known(self) -> AnyEndpoint | None:
        """What worked last in this network, where that may still be tried; None where nothing is known."""
        place = remembered(self._memory.ways.get(network(), ""))
        if not isinstance(place, WebEndpoint):
            return place
        if not self._is_allowed(place) or self._login.url not in ("", place.url):
            return None
        return place if self._login.url or self._proves() else None

    def _proves(self) -> bool:
        """Whether signing in proves to know the secret, and does not tell it. Where it does tell it, only who is named
        by the domain today may hear it: the certificate at a remembered place is for that place, not for the domain."""
        if self._login.proof is Proof.PASSWORD:
            return not self._login.allow_plain or self._memory.mechanism in HASHES
        return self._login.proof is Proof.CERTIFICATE

    def worked(self, place: AnyEndpoint) -> None:
        """We are online at this place."""
        if self._login.way is Way.AUTOMATIC:
            self._memory.worked(network(), place.text)

    async def tcp(self) -> list[Endpoint]:
        """The places for TCP, best first. Raises OSError where there are none."""
        places = await endpoints(self._login)
        known = self.known()
        # Only where it is named: who moves a server says so in the DNS, and the old one may go on for a while.
        return sorted(places, key=lambda place: place != known)

    async def web(self, context: ssl.SSLContext) -> list[WebEndpoint]:
        """The places for WebSocket and BOSH, best first; none where the domain names none.

        Raises OSError where it could not be asked, UserError where what the person entered cannot be used.
        """
        if self._login.url:
            return [self._entered()]
        proxy = (await self._find_proxies(self._login.domain)).web
        found = await discover(self._login.domain, context, proxy)
        return [place for place in found if self._login.way in (Way.AUTOMATIC, place.way)]

    async def proxies(self, place: AnyEndpoint) -> list[Proxy | None]:
        """What may lead to `place`, best first; None is the direct way. Raises UserError.

        What the person entered is never gone around, nor is a SOCKS proxy of the system's: both are for everything. But
        an HTTP proxy is there for web pages, and most let nothing else through: TCP may well have a way past it.
        """
        if isinstance(place, WebEndpoint) and not is_secure(place.url):
            return [None]  # it is on this computer, and the same name is another computer for a proxy
        proxies = await self._find_proxies(place.host)
        if isinstance(place, WebEndpoint):
            return [proxies.web]
        for_web_pages = proxies.tcp is not None and proxies.tcp.scheme == "http"
        return [proxies.tcp, None] if for_web_pages and not self._login.proxy else [proxies.tcp]

    async def to_site(self, host: str) -> Proxy | None:
        """What leads to a web site, beside the stream; None is the direct way. Raises UserError."""
        return (await self._find_proxies(host)).web

    def _entered(self) -> WebEndpoint:
        place = web_endpoint(self._login.url)
        if place is None or not self._is_allowed(place) or self._login.way not in (Way.AUTOMATIC, place.way):
            sentence = _("{url} cannot be used: a URL for WebSocket begins with wss://, one for BOSH with https://.")
            raise UserError(sentence.format(url=self._login.url), field="url")
        return place

    def _is_allowed(self, place: WebEndpoint) -> bool:
        return is_allowed(place.way, place.url, unencrypted=self._login.allow_unencrypted)


def network() -> str:
    """The network that this machine is in, as the range of its address; "" where it is in none."""
    for family, address, bits in _ELSEWHERE:
        with contextlib.suppress(OSError, ValueError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
            own = ip_address(str(probe.getsockname()[0]).partition("%")[0])
            if not own.is_unspecified:
                return str(ip_network(f"{own}/{bits}", strict=False))
    return ""
