"""A real server behind a firewall or a proxy: the session finds the way by itself, and says which it is."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web

from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.xmpp import dialing, late, tunnel
from c42desktop.xmpp import endpoints as endpoints_module
from c42desktop.xmpp import portal as portal_module
from c42desktop.xmpp import routes as routes_module
from c42desktop.xmpp.dialing import Patience
from c42desktop.xmpp.endpoints import WebEndpoint
from c42desktop.xmpp.login import Login, State, Status, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies, Proxies, Proxy, no_proxies
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.transports.discovery import MAX_LINKS, discover
from tests.conftest import PASSWORDS
from tests.faults.firewall import Wall, censored, walled
from tests.people import login_at
from tests.proxies import ConnectProxy, SocksProxy, TestProxy
from tests.servers import url_of
from tests.xmpp.scripted import HEADER, Peer, ScriptedServer, stream_error
from tests.xmpp.test_endpoints import dns
from tests.xmpp.transports.test_discovery import BOSH, WEBSOCKET, Resolver, jrd

pytestmark = pytest.mark.server

AIM = 15.0  # seconds
HURRIED = Patience(first=0.8, ask_after=0.1, web=3.0, least=0.3, most=1.0, all=2.5)
HOME = "192.0.2.0/24"
NAMES = {Way.WEBSOCKET: "WebSocket", Way.BOSH: "BOSH"}
RELS = {Way.WEBSOCKET: WEBSOCKET, Way.BOSH: BOSH}


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes_module, "network", lambda: HOME)
    monkeypatch.setattr(dialing, "PATIENCE", HURRIED)
    late.load()  # now, and not while the time runs
    tunnel.load()


class Attempt:
    """A session that has come online, or has said why not; `took` so many seconds."""

    def __init__(self, status: Status, took: float, statuses: list[Status]) -> None:
        self.status = status
        self.took = took
        self.statuses = statuses


async def attempt(login: Login, memory: Memory | None = None, find: FindProxies = no_proxies) -> Attempt:
    """One attempt with nobody helping."""
    outcome: asyncio.Future[Status] = asyncio.get_running_loop().create_future()
    statuses: list[Status] = []

    def on_status(status: Status) -> None:
        statuses.append(status)
        if status.state not in (State.CONNECTING, State.OFFLINE) and not outcome.done():
            outcome.set_result(status)

    session = Session(
        login,
        PASSWORDS["ann"],
        on_status=on_status,
        on_event=lambda _message: None,
        on_online=lambda _resumed: None,
        memory=memory,
        find_proxies=find,
    )
    began = time.monotonic()
    session.start()
    try:
        async with asyncio.timeout(40):
            status = await outcome
        return Attempt(status, time.monotonic() - began, statuses)
    finally:
        await session.stop()


@asynccontextmanager
async def web_site(prosody: Prosody, *ways: Way) -> AsyncIterator[int]:
    """The web site of the domain, which names these ways; gives its port."""

    async def answer(request: web.BaseRequest) -> web.Response:
        if not request.path.endswith(".json"):
            return web.Response(status=404)
        return web.Response(text=jrd(*((RELS[way], url_of(prosody, way)) for way in ways)))

    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(prosody.ca_file, prosody.folder / "key.pem")
    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.1)  # type: ignore[arg-type]
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def found_by_dns(monkeypatch: pytest.MonkeyPatch, *ports: int, site: int) -> None:
    """Where the domain has its XMPP service and its web site."""
    records = [("xmpp-client", "127.0.0.1", port) for port in ports]
    monkeypatch.setattr(endpoints_module, "look_up", dns(*records))
    monkeypatch.setattr(routes_module, "discover", partial(discover, resolver=Resolver(site)))
    monkeypatch.setattr(dialing, "is_in_between", partial(portal_module.is_in_between, resolver=Resolver(site)))


def nowhere(prosody: Prosody, **changes: object) -> Login:
    """How Ann signs in where she has entered nothing but her address."""
    return login_at(prosody, host="", port=0, **changes)


@pytest.mark.parametrize("wall", Wall)
@pytest.mark.parametrize("way", NAMES)
async def test_behind_a_firewall_it_comes_online_over_the_web(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, wall: Wall, way: Way
) -> None:
    memory = Memory()
    async with walled(wall) as port, web_site(prosody, way) as site:
        found_by_dns(monkeypatch, port, site=site)
        first = await attempt(nowhere(prosody), memory)
        again = await attempt(nowhere(prosody), memory)
    assert (first.status.state, first.status.via) == (State.ONLINE, NAMES[way])
    assert memory.ways == {HOME: url_of(prosody, way)}
    assert (again.status.via, again.statuses[0].state) == (NAMES[way], State.CONNECTING)
    print(f"{wall}, {way}: online after {first.took:.1f} s, the next time after {again.took:.1f} s")


@pytest.mark.parametrize(("wall", "way"), [(Wall.DROPPED, Way.WEBSOCKET), (Wall.SILENT, Way.BOSH)])
async def test_that_takes_less_than_15_seconds_with_all_patience(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, wall: Wall, way: Way
) -> None:
    monkeypatch.setattr(dialing, "PATIENCE", Patience())
    async with walled(wall) as port, walled(wall) as other, web_site(prosody, way) as site:
        found_by_dns(monkeypatch, port, other, site=site)
        found = await attempt(nowhere(prosody))
    print(f"{wall}, {way}: online after {found.took:.1f} s")
    assert (found.status.state, found.status.via) == (State.ONLINE, NAMES[way])
    assert found.took < AIM


@pytest.mark.parametrize("cut", [True, False])
async def test_a_firewall_that_lets_no_encryption_pass_is_one_too(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, cut: bool
) -> None:
    async with censored(prosody.ports.starttls, cut=cut) as port, web_site(prosody, Way.WEBSOCKET) as site:
        found_by_dns(monkeypatch, port, site=site)
        found = await attempt(nowhere(prosody))
    print(f"{cut=}: online after {found.took:.1f} s")
    assert (found.status.state, found.status.via) == (State.ONLINE, "WebSocket")


async def test_a_remembered_place_where_somebody_else_is_by_now_is_left(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed, direct_tls=True) as stranger, web_site(prosody) as site:
        memory = Memory(ways={HOME: f"wss://127.0.0.1:{stranger.port}/ws"})
        found_by_dns(monkeypatch, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody), memory)
    assert [status.state for status in found.statuses][:2] == [State.CONNECTING, State.ONLINE]


async def test_tcp_comes_first_where_it_works(prosody: Prosody, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    async with walled(Wall.CUT) as port, web_site(prosody, *NAMES) as site:
        found_by_dns(monkeypatch, port, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody), memory)
    assert (found.status.state, found.status.via) == (State.ONLINE, "")
    assert memory.ways == {HOME: f"xmpp://127.0.0.1:{prosody.ports.starttls}"}


@pytest.mark.parametrize("text", ["wss://127.0.0.1:1/ws", "https://127.0.0.1:1/bosh", "xmpp://127.0.0.1:1"])
async def test_what_is_remembered_and_fails_costs_no_attempt(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    memory = Memory(ways={HOME: text})
    async with web_site(prosody) as site:
        found_by_dns(monkeypatch, 1, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody), memory)
    assert [status.state for status in found.statuses][:2] == [State.CONNECTING, State.ONLINE]
    assert memory.ways[HOME].endswith(str(prosody.ports.starttls))


async def test_what_was_refused_is_not_remembered(prosody: Prosody, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    async with web_site(prosody) as site:
        found_by_dns(monkeypatch, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody, jid=f"nobody@{DOMAIN}"), memory)
    assert (found.status.state, memory.ways) == (State.REFUSED, {})


async def test_a_slow_line_is_waited_for_where_nothing_else_is_offered(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else is offered; the first chance is over before the server has said a word, and the second is not."""
    monkeypatch.setattr(dialing, "PATIENCE", Patience(first=0.0001, ask_after=0.0, least=0.0001, most=5.0, all=8.0))
    async with web_site(prosody) as site:
        found_by_dns(monkeypatch, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody))
    assert (found.status.state, found.status.via) == (State.ONLINE, "")


@pytest.mark.parametrize("wall", Wall)
async def test_a_network_for_web_pages_only_is_named(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, wall: Wall
) -> None:
    async with walled(wall) as port, web_site(prosody) as site:
        found_by_dns(monkeypatch, port, site=site)
        found = await attempt(nowhere(prosody))
    assert found.status.state is State.WAITING
    assert found.status.reason == (
        f"Web pages of {DOMAIN} come through, but its XMPP server does not answer: this network may let nothing else "
        f"through, and {DOMAIN} offers no way over the web."
    )


@pytest.mark.parametrize(
    ("location", "status", "named"),
    [
        ("http://portal.hotel.example/", 302, True),
        ("", 511, True),
        (f"https://www.{DOMAIN}/", 302, False),
        ("http://elsewhere.example/", 301, False),
    ],
)
async def test_a_captive_portal_is_named(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, location: str, status: int, named: bool
) -> None:
    async def answer(_request: web.BaseRequest) -> web.Response:
        return web.Response(status=status, headers={"Location": location})

    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.1)  # type: ignore[arg-type]
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with walled(Wall.CUT) as port:
        found_by_dns(monkeypatch, port, site=runner.addresses[0][1])
        found = await attempt(nowhere(prosody))
    await runner.cleanup()
    assert found.status.state is State.WAITING
    assert ("sign in first" in found.status.reason) is named


async def test_nobody_is_trusted_because_another_way_would_do(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with web_site(prosody, *NAMES) as site:
        found_by_dns(monkeypatch, prosody.ports.starttls, site=site)
        found = await attempt(nowhere(prosody, ca_file=""))
        over_web = [await attempt(login_at(prosody, way=way, ca_file="")) for way in NAMES]
    for each in (found, *over_web):
        assert each.status.state is State.REFUSED
        assert "certificate" in each.status.reason


async def test_a_fixed_way_without_a_url_is_looked_up(prosody: Prosody, monkeypatch: pytest.MonkeyPatch) -> None:
    async with web_site(prosody, Way.WEBSOCKET) as site:
        found_by_dns(monkeypatch, 1, site=site)
        online = await attempt(nowhere(prosody, way=Way.WEBSOCKET, url=""))
        none = await attempt(nowhere(prosody, way=Way.BOSH, url=""))
    assert (online.status.state, online.status.via) == (State.ONLINE, "WebSocket")
    assert none.status.reason == f"{DOMAIN} does not say where it offers BOSH. Enter the URL in the server settings."
    assert none.status.field == "url"


@pytest.mark.parametrize("way", NAMES)
async def test_a_wrong_address_on_the_web_hides_nothing_better(
    prosody: Prosody, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """What the domain names is wrong, and nobody here can mend that; what a person entered, they can."""

    async def shut_down(peer: Peer) -> None:
        await peer.expect("<stream:stream ")
        await peer.send(HEADER.format(domain=DOMAIN) + stream_error("system-shutdown"))

    wrong = url_of(prosody, way) + "x"

    async def names_it(*_asked: object) -> list[WebEndpoint]:
        return [WebEndpoint(way, wrong)]

    async with ScriptedServer(tmp_path, shut_down) as server, walled(Wall.CUT) as port:
        found_by_dns(monkeypatch, server.port, site=1)
        monkeypatch.setattr(routes_module, "discover", names_it)
        down = await attempt(nowhere(prosody))
        found_by_dns(monkeypatch, port, site=1)
        entered = await attempt(nowhere(prosody, url=wrong))
        fixed = await attempt(nowhere(prosody, url=wrong, way=way))
    assert down.status.reason == f"{DOMAIN} is being shut down or restarted."
    for each in (entered, fixed):
        assert "Something else answers" in each.status.reason
        assert each.status.field == "url"


async def test_many_places_that_say_nothing_take_no_longer_than_all_may(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the whole attempt would be cut off, and nobody would learn why."""
    monkeypatch.setattr(dialing, "PATIENCE", replace(HURRIED, web=0.3, all=1.0))
    came: list[object] = []

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(writer)
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server, walled(Wall.CUT) as port:
        url = f"wss://127.0.0.1:{server.sockets[0].getsockname()[1]}/"

        async def names_them(*_asked: object) -> list[WebEndpoint]:
            return [WebEndpoint(Way.WEBSOCKET, f"{url}{number}") for number in range(MAX_LINKS)]

        found_by_dns(monkeypatch, port, site=1)
        monkeypatch.setattr(routes_module, "discover", names_them)
        found = await attempt(nowhere(prosody))
    assert found.status.state is State.WAITING
    assert 0 < len(came) < MAX_LINKS


# -- through a proxy ----------------------------------------------------------------------------------------------


def through(proxy: Proxy) -> FindProxies:
    async def find(_host: str) -> Proxies:
        return Proxies(proxy, proxy)

    return find


@pytest.mark.parametrize("kind", [ConnectProxy, SocksProxy])
async def test_tcp_goes_through_a_proxy_which_resolves_the_name(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, kind: Callable[..., TestProxy]
) -> None:
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "xmpp.nowhere.example", 5222)))
    target = ("xmpp.nowhere.example", 5222)
    async with kind({target: prosody.ports.starttls}, "bob", "s3cret: &") as proxy:
        found = await attempt(nowhere(prosody), find=through(proxy.value("bob", "s3cret: &")))
    assert (found.status.state, found.status.via) == (State.ONLINE, "")
    assert proxy.asked[0] == target


@pytest.mark.parametrize("kind", [ConnectProxy, SocksProxy])
@pytest.mark.parametrize("way", NAMES)
async def test_a_proxy_for_port_443_only_leads_to_the_web(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, kind: Callable[..., TestProxy], way: Way
) -> None:
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "xmpp.nowhere.example", 5222)))
    async with web_site(prosody, way) as site:
        leads = {(DOMAIN, 443): site, ("127.0.0.1", prosody.ports.https): prosody.ports.https}
        async with kind(leads) as proxy:
            found = await attempt(nowhere(prosody), find=through(proxy.value()))
    print(f"{kind}, {way}: online after {found.took:.1f} s")
    assert (found.status.state, found.status.via) == (State.ONLINE, NAMES[way])
    assert proxy.asked[0] == ("xmpp.nowhere.example", 5222)
    assert found.took < AIM


@pytest.mark.parametrize("kind", [ConnectProxy, SocksProxy])
@pytest.mark.parametrize("given", [("", ""), ("bob", "wrong"), ("bob", "ü")])
async def test_a_proxy_that_wants_another_password_is_named(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, kind: Callable[..., TestProxy], given: tuple[str, str]
) -> None:
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "xmpp.nowhere.example", 5222)))
    async with kind({}, "bob", "right") as proxy:
        tcp = await attempt(nowhere(prosody), find=through(proxy.value(*given)))
        login = login_at(prosody, way=Way.WEBSOCKET)
        over_web = await attempt(login, find=through(proxy.value(*given)))
    for found in (tcp, over_web):
        assert found.status.state is State.REFUSED
        assert found.status.reason == f"The proxy 127.0.0.1:{proxy.port} refused the user or the password."
        assert found.status.field == "proxy"


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_is_not_there_is_named(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "xmpp.nowhere.example", 5222)))
    found = await attempt(nowhere(prosody), find=through(Proxy(scheme, "127.0.0.1", 1)))
    assert (found.status.state, found.status.field) == (State.WAITING, "proxy")
    assert found.status.reason == "The proxy 127.0.0.1:1 does not answer."


async def test_a_proxy_that_lets_nothing_through_is_named(prosody: Prosody, monkeypatch: pytest.MonkeyPatch) -> None:
    async with ConnectProxy({}) as proxy:
        found = await attempt(login_at(prosody, way=Way.TCP, port=1), find=through(proxy.value()))
    assert found.status.reason == f"The proxy 127.0.0.1:{proxy.port} lets nothing through to {DOMAIN}."


@pytest.mark.parametrize("wanted", ["", "bob"])
async def test_what_a_proxy_of_the_system_does_not_let_through_goes_past_it(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    """Usual in offices: the proxy is for web pages only, or wants a sign-in that only browsers know."""
    async with ConnectProxy({}, wanted, wanted) as proxy, web_site(prosody, *NAMES) as site:
        found_by_dns(monkeypatch, prosody.ports.starttls, site=site)
        past = await attempt(nowhere(prosody), find=through(proxy.value()))
        asked = list(proxy.asked)
        entered = nowhere(prosody, proxy=f"http://127.0.0.1:{proxy.port}")
        never = await attempt(entered, find=through(proxy.value()))
    assert (past.status.state, past.status.via) == (State.ONLINE, "")
    assert wanted or asked[0] == ("127.0.0.1", prosody.ports.starttls)
    assert (never.status.state in (State.WAITING, State.REFUSED), never.status.field) == (True, "proxy")


async def test_the_certificate_found_past_a_proxy_is_looked_at_there(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ConnectProxy({}) as proxy:
        login = login_at(prosody, way=Way.TCP, ca_file="")
        found = await attempt(login, find=through(proxy.value()))
    assert (found.status.state, bool(found.status.pin)) == (State.REFUSED, True)


async def test_nobody_is_trusted_past_a_proxy_because_of_a_certificate(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is in between at the proxy is no reason to try without: that is for the person to see."""
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "127.0.0.1", prosody.ports.starttls)))
    async with ConnectProxy({("127.0.0.1", prosody.ports.starttls): prosody.ports.starttls}) as proxy:
        found = await attempt(nowhere(prosody, ca_file=""), find=through(proxy.value()))
    assert found.status.state is State.REFUSED
    assert set(proxy.asked) == {("127.0.0.1", prosody.ports.starttls)}
    assert "certificate" in found.status.reason
