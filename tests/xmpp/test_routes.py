"""Which ways there are, and what is remembered of them."""

from __future__ import annotations

import ssl
import subprocess
import sys
from dataclasses import replace
from ipaddress import ip_network

import pytest

from c42desktop.errors import UserError
from c42desktop.xmpp import endpoints as endpoints_module
from c42desktop.xmpp import routes as routes_module
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint, WebEndpoint, remembered
from c42desktop.xmpp.login import Login, Proof, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import Proxies, Proxy, no_proxies
from c42desktop.xmpp.routes import Routes, network
from tests.xmpp.test_endpoints import FIRST, SECOND, dns

HOME = "192.0.2.0/24"
ANN = Login("ann@example.org")
A, B = Endpoint("a.example.org", 5223, True), Endpoint("b.example.org", 5222, False)
WEB = WebEndpoint(Way.WEBSOCKET, "wss://example.org/ws")
BOSH = WebEndpoint(Way.BOSH, "https://example.org/bosh")
CONTEXT = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes_module, "network", lambda: HOME)
    monkeypatch.setattr(endpoints_module, "look_up", dns(FIRST, SECOND))


def offers(monkeypatch: pytest.MonkeyPatch, *places: WebEndpoint) -> None:
    async def discover(_domain: str, _context: ssl.SSLContext, _proxy: Proxy | None) -> list[WebEndpoint]:
        return list(places)

    monkeypatch.setattr(routes_module, "discover", discover)


def test_a_network_is_a_range_of_addresses_or_none() -> None:
    assert network() == "" or ip_network(network()).prefixlen in (24, 64)


@pytest.mark.parametrize("place", [A, B, Endpoint("::1", 5222, False), WEB, BOSH])
def test_a_place_is_remembered_as_text(place: AnyEndpoint) -> None:
    assert remembered(place.text) == place


@pytest.mark.parametrize("text", ["", "xmpp://", "xmpp://a", "xmpp://a:x", "ftp://a:1", "a", "xmpps://[::1:5"])
def test_what_nobody_wrote_is_no_place(text: str) -> None:
    assert remembered(text) is None


async def test_what_worked_in_this_network_is_known_there_only(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    routes = Routes(ANN, memory, no_proxies)
    assert routes.known() is None
    routes.worked(WEB)
    assert (memory.ways, routes.known()) == ({HOME: WEB.text}, WEB)
    monkeypatch.setattr(routes_module, "network", lambda: "198.51.100.0/24")
    assert routes.known() is None
    monkeypatch.setattr(routes_module, "network", lambda: "")
    routes.worked(WEB)
    assert len(memory.ways) == 1


async def test_the_tcp_place_that_worked_comes_first_while_dns_still_names_it() -> None:
    assert await Routes(ANN, Memory(), no_proxies).tcp() == [A, B]
    assert await Routes(ANN, Memory(ways={HOME: B.text}), no_proxies).tcp() == [B, A]
    assert await Routes(ANN, Memory(ways={HOME: "xmpp://old.example.org:5222"}), no_proxies).tcp() == [A, B]


def test_a_fixed_way_teaches_nothing() -> None:
    memory = Memory()
    Routes(Login("ann@example.org", way=Way.WEBSOCKET, url=WEB.url), memory, no_proxies).worked(WEB)
    assert memory.ways == {}


@pytest.mark.parametrize("text", ["ws://127.0.0.1/ws", "https://ann:x@example.org/bosh"])
def test_a_remembered_url_must_still_be_allowed(text: str) -> None:
    assert Routes(ANN, Memory(ways={HOME: text}), no_proxies).known() is None


@pytest.mark.parametrize(
    ("login", "mechanism", "known"),
    [
        (replace(ANN, allow_plain=True), "", None),
        (replace(ANN, allow_plain=True), "PLAIN", None),
        (replace(ANN, allow_plain=True), "SCRAM-SHA-1", WEB),
        (replace(ANN, allow_plain=True, url=WEB.url), "PLAIN", WEB),
        (replace(ANN, proof=Proof.OAUTHBEARER), "SCRAM-SHA-1", None),
        (replace(ANN, proof=Proof.CERTIFICATE, certificate="/ann.pem"), "", WEB),
    ],
)
def test_a_remembered_host_never_hears_the_secret_itself(
    login: Login, mechanism: str, known: WebEndpoint | None
) -> None:
    """The domain may have left it: whoever is there by now has a good certificate, for another name."""
    assert Routes(login, Memory(mechanism, {HOME: WEB.text}), no_proxies).known() == known


def test_a_url_that_was_entered_counts_before_a_remembered_one() -> None:
    login = Login("ann@example.org", url="wss://other.example.org/ws")
    assert Routes(login, Memory(ways={HOME: WEB.text}), no_proxies).known() is None


async def test_the_web_is_what_was_entered_else_what_the_domain_says(monkeypatch: pytest.MonkeyPatch) -> None:
    offers(monkeypatch, WEB, BOSH)

    async def web(**changes: object) -> list[WebEndpoint]:
        login = Login(**{"jid": "ann@example.org", **changes})  # type: ignore[arg-type]
        return await Routes(login, Memory(), no_proxies).web(CONTEXT)

    assert await web() == [WEB, BOSH]
    assert await web(way=Way.BOSH) == [BOSH]
    assert await web(way=Way.WEBSOCKET) == [WEB]
    entered = "https://x.example/bosh"
    assert await web(url=entered) == await web(url=entered, way=Way.BOSH) == [WebEndpoint(Way.BOSH, entered)]


@pytest.mark.parametrize(
    ("url", "way"),
    [("http://x.example/bosh", Way.BOSH), ("wss://x.example/ws", Way.BOSH), ("x.example", Way.AUTOMATIC)],
)
async def test_a_url_that_cannot_be_used_is_named(url: str, way: Way) -> None:
    with pytest.raises(UserError, match="wss://") as caught:
        await Routes(Login("ann@example.org", way=way, url=url), Memory(), no_proxies).web(CONTEXT)
    assert caught.value.field == "url"


async def test_each_kind_of_place_has_its_own_proxy() -> None:
    web, tcp = Proxy("http", "web.example", 3128), Proxy("socks5", "tcp.example", 1080)

    async def find(host: str) -> Proxies:
        return Proxies(web, tcp) if host.endswith("example.org") else Proxies()

    routes = Routes(ANN, Memory(), find)
    assert [await routes.proxies(place) for place in (A, WEB, BOSH)] == [[tcp], [web], [web]]
    assert await routes.proxies(Endpoint("elsewhere.example", 5222, False)) == [None]


@pytest.mark.parametrize(
    ("entered", "scheme", "is_passable"),
    [("", "http", True), ("", "socks5", False), ("http://p.example:3128", "http", False)],
)
async def test_only_a_proxy_of_the_system_for_web_pages_may_be_gone_around(
    entered: str, scheme: str, is_passable: bool
) -> None:
    proxy = Proxy(scheme, "p.example", 3128)

    async def find(_host: str) -> Proxies:
        return Proxies(proxy, proxy)

    routes = Routes(replace(ANN, proxy=entered), Memory(), find)
    assert await routes.proxies(A) == ([proxy, None] if is_passable else [proxy])
    assert await routes.proxies(WEB) == [proxy]


def test_an_http_library_is_loaded_only_where_it_is_needed() -> None:
    """It takes 0.15 s and 13 MB, and most servers are reached over TCP."""
    loaded = "import sys, c42desktop.link; print([each for each in sys.modules if 'aiohttp' in each])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
