"""Where to connect: SRV records, what was entered, the domain itself (RFC 6120 §3.2, XEP-0368)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from c42desktop.xmpp import endpoints as endpoints_module
from c42desktop.xmpp.endpoints import Endpoint, NotOfferedError, SrvRecord, WebEndpoint, addresses, endpoints, look_up
from c42desktop.xmpp.login import Login, State, Way
from tests.people import witness
from tests.xmpp.scripted import DOMAIN, PASSWORD, Peer, ScriptedServer, mechanisms

ANN = Login("ann@example.org")
FIRST, SECOND = ("xmpps-client", "a.example.org", 5223), ("xmpp-client", "b.example.org", 5222)


def dns(*records: SrvRecord) -> endpoints_module.Lookup:
    async def lookup(_domain: str) -> Sequence[SrvRecord]:
        return records

    return lookup


async def test_records_are_tried_in_their_order() -> None:
    direct, starttls = Endpoint("a.example.org", 5223, True), Endpoint("b.example.org", 5222, False)
    assert await endpoints(ANN, dns(FIRST, SECOND)) == [direct, starttls]
    assert await endpoints(ANN, dns(SECOND, FIRST)) == [starttls, direct]


@pytest.mark.parametrize("nothing", ["", "."])
async def test_a_target_of_a_dot_says_not_offered(nothing: str) -> None:
    refused = ("xmpps-client", nothing, 0)
    assert await endpoints(ANN, dns(refused, SECOND)) == [Endpoint("b.example.org", 5222, False)]
    with pytest.raises(NotOfferedError):
        await endpoints(ANN, dns(refused, ("xmpp-client", nothing, 0)))


async def test_without_records_it_is_the_domain_and_the_standard_port() -> None:
    assert await endpoints(ANN, dns()) == [Endpoint("example.org", 5222, False)]


async def test_what_was_entered_overrides_dns() -> None:
    async def never(_domain: str) -> Sequence[SrvRecord]:
        raise AssertionError("asked DNS")

    def at(host: str, port: int) -> Login:
        return Login("ann@example.org", host, port)

    assert await endpoints(at("x.example", 0), never) == [Endpoint("x.example", 5222, False)]
    assert await endpoints(at("x.example", 5223), never) == [Endpoint("x.example", 5223, True)]
    assert await endpoints(at("x.example", 443), never) == [Endpoint("x.example", 443, True)]
    both = [Endpoint("x.example", 15222, False), Endpoint("x.example", 15222, True)]
    assert await endpoints(at("x.example", 15222), never) == both


async def test_an_event_loop_that_dns_cannot_use_leaves_the_domain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows: aiodns refuses the proactor loop with a RuntimeError."""

    def refuse(loop: asyncio.AbstractEventLoop) -> None:
        raise RuntimeError("aiodns needs a SelectorEventLoop on Windows")

    monkeypatch.setattr(endpoints_module, "default_resolver", refuse)
    assert await look_up("example.org") == []


async def test_addresses_are_named_once() -> None:
    assert await addresses(Endpoint("127.0.0.1", 5222, False)) == ["127.0.0.1"]
    assert "127.0.0.1" in await addresses(Endpoint("localhost", 5222, False))


async def test_the_next_record_is_tried_where_the_first_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(mechanisms("PLAIN"))
        await peer.auth()

    async with ScriptedServer(tmp_path, script, direct_tls=True) as server:
        records = [("xmpp-client", "127.0.0.1", 1), ("xmpps-client", "127.0.0.1", server.port)]
        monkeypatch.setattr(endpoints_module, "look_up", dns(*records))
        async with witness(server.login(host="", port=0), PASSWORD) as ann:
            status = await ann.until(State.WAITING, State.REFUSED)
    assert "<auth" in server.received
    assert status.reason == f"The connection to {DOMAIN} was lost."


async def test_a_domain_that_offers_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints_module, "look_up", dns(("xmpp-client", "", 0)))
    async with witness(ANN, PASSWORD) as ann:
        status = await ann.until(State.WAITING, State.REFUSED)
    assert status.reason == "example.org says that it has no XMPP service. Check the address."
    assert status.field == "address"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("wss://ann:geheim@example.org:5281/ws?token=geheim#geheim", "wss://example.org:5281/ws"),
        ("https://[::1]/http-bind", "https://[::1]/http-bind"),
    ],
)
def test_nothing_of_a_url_is_shown_that_may_be_secret(url: str, shown: str) -> None:
    assert WebEndpoint(Way.WEBSOCKET, url).shown == shown
