"""The way to a server: its name, the proxies on the way, and whether something that speaks XMPP answers there."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from c42desktop.doctor.checks import timed
from c42desktop.doctor.clock import read_date
from c42desktop.doctor.finding import Finding, Outcome, failed, passed, said, skipped, warned
from c42desktop.doctor.greeting import Greeting, NoTlsError, SilentError, greet_tcp, greet_web
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.ending import connection_ending
from c42desktop.xmpp.endpoints import (
    AnyEndpoint,
    Endpoint,
    Lookup,
    WebEndpoint,
    addresses,
    endpoints,
    look_up,
    web_endpoint,
)
from c42desktop.xmpp.login import Login, Way
from c42desktop.xmpp.proxy import FindProxies, Proxies, Proxy, ProxyError
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.transports.discovery import discover
from c42desktop.xmpp.transports.urls import is_allowed
from c42desktop.xmpp.transports.web import as_os_errors, web_session

log = logging.getLogger(__name__)

NAMES = {Way.TCP: "tcp", Way.WEBSOCKET: "websocket", Way.BOSH: "bosh"}
PATIENCE = 10.0  # seconds for one place, and for the DNS
MOST_PLACES = 6  # that are tried; nobody reads more lines


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of one place: a greeting, or the error instead of one."""

    at: AnyEndpoint
    seconds: float
    greeting: Greeting | None = None
    error: Exception | None = None


async def name(login: Login, proxies: Proxies, lookup: Lookup = look_up) -> tuple[list[Endpoint], Finding]:
    """The places for TCP, and what the DNS says of them. Without any address, they are what could be tried."""
    try:
        async with asyncio.timeout(PATIENCE):
            places = _entered(login) or (await endpoints(login, lookup))[:MOST_PLACES]
            known = [place for place in places if proxies.tcp or await _has_address(place)]
    except OSError as error:
        text = connection_ending(error, login, None).reason.format(domain=login.domain)
        return [], failed("dns", text, _("Check the address of the account and the network."))
    return places, _name_finding(login, places, [place for place in places if place not in known])


def _entered(login: Login) -> list[Endpoint]:
    """The host of a URL that is all there is to try; nothing where TCP may be."""
    if login.way not in (Way.WEBSOCKET, Way.BOSH) or not login.url:
        return []
    at = WebEndpoint(login.way, login.url)
    return [Endpoint(at.host, at.port, True)]


def _name_finding(login: Login, places: Sequence[Endpoint], lost: Sequence[Endpoint]) -> Finding:
    listed = ", ".join(dict.fromkeys(f"{place.host}:{place.port}" for place in places))
    if len(lost) == len(places):
        text = _("No address was found for {places}.").format(places=listed)
        return failed("dns", text, _("Check the address of the account, the network and its DNS."))
    if lost:
        hosts = ", ".join(dict.fromkeys(place.host for place in lost))
        text = _("The DNS names {places}, but no address of {lost}.").format(places=listed, lost=hosts)
        return warned("dns", text, _("Tell the server's administrator."))
    if login.host or login.url:
        return passed("dns", _("The account itself names the server: {places}.").format(places=listed))
    return passed("dns", _("{domain} is reached at {places}.").format(domain=login.domain, places=listed))


async def _has_address(place: Endpoint) -> bool:
    try:
        return bool(await addresses(place))
    except (OSError, ValueError) as error:
        log.info("%s: %s", place.host, error)
        return False


async def proxy(login: Login, find: FindProxies) -> tuple[Proxies, Finding]:
    """The proxies on the way."""
    try:
        found = await find(login.host or login.domain)
    except UserError as error:
        return Proxies(), failed("proxy", str(error), _("Correct the proxy in the account's settings."))
    if found.tcp is None and found.web is None:
        return found, passed("proxy", _("There is no proxy on the way."))
    words = ", ".join(dict.fromkeys(_proxy_words(each) for each in (found.tcp, found.web) if each))
    return found, passed("proxy", _("The way leads through {proxies}.").format(proxies=words))


def _proxy_words(proxy: Proxy) -> str:
    return said(f"{proxy.scheme}://{proxy.place}")


async def web_places(login: Login, tls: Tls, proxies: Proxies) -> list[WebEndpoint]:
    """The places for WebSocket and BOSH: the account's, else those that the domain names. Raises OSError."""
    if login.url:
        entered = web_endpoint(login.url)
        allowed = entered and is_allowed(entered.way, entered.url, unencrypted=login.allow_unencrypted)
        return [entered] if entered and allowed else []
    async with asyncio.timeout(PATIENCE):
        return (await discover(login.domain, await tls.site(), proxies.web))[:MOST_PLACES]


async def reach(at: AnyEndpoint, login: Login, tls: Tls, proxies: Proxies) -> Reached:
    """Try one place. Nothing is said there of who we are."""
    greeting, error = None, None
    with timed() as watch:
        try:
            async with asyncio.timeout(PATIENCE):
                if isinstance(at, WebEndpoint):
                    greeting = await greet_web(at, login.domain, tls, proxies.web)
                else:
                    greeting = await greet_tcp(at, login.domain, tls, proxies.tcp)
        except (OSError, ValueError, UserError) as found:  # ValueError: an impossible host or port
            log.info("%s: %s", NAMES[_way(at)], type(found).__name__)
            error = found
    return Reached(at, watch.seconds, greeting, error)


async def web_time(login: Login, reached: Sequence[Reached], tls: Tls, proxies: Proxies) -> tuple[str, datetime | None]:
    """The host of a web server of theirs, and what time it says it is. Raises OSError."""
    url = next((each.at.url for each in reached if each.greeting and isinstance(each.at, WebEndpoint)), "")
    url = url.replace("wss:", "https:", 1) or f"https://{login.domain}/.well-known/host-meta"
    async with asyncio.timeout(PATIENCE), web_session(await tls.usual(), proxies.web) as web:
        with as_os_errors(proxies.web):
            async with web.head(url, allow_redirects=False) as answer:
                return str(answer.url.host), read_date(answer.headers.get("Date", ""))


def transports(way: Way, login: Login, reached: Sequence[Reached]) -> list[Finding]:
    """A line for each place of this `way` that was tried. What nobody needs, since another way works, only warns."""
    needed = login.way is way or not any(each.greeting for each in reached)
    tried = [each for each in reached if _way(each.at) is way and not _is_guess(each, reached)]
    found = [_finding(each, login, needed=needed) for each in tried]
    return found or [skipped(NAMES[way], _nowhere(way, login))]


def _is_guess(tried: Reached, others: Sequence[Reached]) -> bool:
    """Whether the other kind of TLS is what works at this very place."""
    return tried.greeting is None and any(other.greeting and _spot(other.at) == _spot(tried.at) for other in others)


def _spot(at: AnyEndpoint) -> object:
    return at.url if isinstance(at, WebEndpoint) else (at.host, at.port)


def _nowhere(way: Way, login: Login) -> str:
    if login.way not in (Way.AUTOMATIC, way):
        return _("Not tried: the account is set to another way.")
    if way is Way.TCP:
        return _("Not tried: there is no place to connect to.")
    return _("{domain} names no address for it.").format(domain=login.domain)


def _finding(tried: Reached, login: Login, *, needed: bool) -> Finding:
    check, place = NAMES[_way(tried.at)], _place(tried.at)
    if tried.greeting is not None:
        tls = tried.greeting.tls.replace("TLSv", "TLS ") or _secure(tried.at)
        text = _("{place} answers and speaks XMPP ({tls}).").format(place=place, tls=tls)
        return Finding(check, Outcome.PASS, text, seconds=tried.seconds)
    outcome = Outcome.FAILURE if needed else Outcome.WARNING
    text, advice = _why(tried, login, place)
    return Finding(check, outcome, text, advice, tried.seconds)


def _why(tried: Reached, login: Login, place: str) -> tuple[str, str]:
    """What went wrong at a place, and what to do."""
    error = tried.error
    if isinstance(error, UserError):
        return str(error), _("Correct it in the account's settings.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("{place} answers, but its certificate is not trusted.").format(place=place), ""
    if isinstance(error, ProxyError):
        return connection_ending(error, login, tried.at).reason, _(
            "Check the proxy in the account's settings, or the system's."
        )
    if isinstance(error, NoTlsError):
        return _("{place} offers no encryption.").format(place=place), _("Ask the server's administrator for TLS.")
    if isinstance(error, SilentError):
        text = _("{place} answers, but not as an XMPP server.").format(place=place)
        return text, _("Check host, port and URL; or a sign-in page of this network answers instead: open a browser.")
    if isinstance(error, ssl.SSLError):
        text = _("{place} answers, but no encrypted connection comes about.").format(place=place)
        return text, _("Check host and port; the server may be too old for TLS 1.2.")
    reason = connection_ending(error, login, tried.at).reason if error else ""
    text = f"{place}: {reason}".replace("{domain}", login.domain).replace("{jid}", login.jid)
    return text, _("Check network, firewall and proxy. Where only web pages pass, WebSocket or BOSH may.")


def _place(at: AnyEndpoint) -> str:
    if isinstance(at, WebEndpoint):
        return said(at.shown)
    kind = _("direct TLS") if at.direct_tls else "STARTTLS"
    return _("{host} port {port} ({kind})").format(host=at.host, port=at.port, kind=kind)


def _secure(at: AnyEndpoint) -> str:
    encrypted = isinstance(at, Endpoint) or at.url.startswith(("https:", "wss:"))
    return "TLS" if encrypted else _("without encryption")


def _way(at: AnyEndpoint) -> Way:
    return at.way if isinstance(at, WebEndpoint) else Way.TCP
