"""The two files of a feed, from a real https server that may be anybody."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import web

from c42desktop.updates import feed, fetching
from c42desktop.updates.fetching import fetch
from c42desktop.xmpp import trust
from c42desktop.xmpp.transports.web import UselessError
from tests.proxies import ConnectProxy
from tests.updates.signing import URL, Signer
from tests.updates.site import PATH, FeedSite, has, leads_to, says

ANN = Signer()
DATA, SIGNATURE = ANN.signed()
HERE = has(DATA, SIGNATURE)


async def test_both_come(tmp_path: Path) -> None:
    assert await FeedSite(tmp_path, HERE).fetch() == (DATA, SIGNATURE)


async def test_nothing_is_said_of_who_asks(tmp_path: Path) -> None:
    """No version, no system, no language, and nothing that an earlier answer has left."""
    cookies = {PATH: says(DATA, ETag='"you"', **{"Set-Cookie": "who=you"}), f"{PATH}.minisig": says(SIGNATURE)}
    site = FeedSite(tmp_path, cookies)
    await site.fetch()
    await site.fetch()
    assert [(each.method, each.path_qs) for each in site.requests] == [("GET", PATH), ("GET", f"{PATH}.minisig")] * 2
    for request in site.requests:
        assert set(request.headers) == {"Host", "Accept", "Accept-Encoding", "User-Agent"}
        assert (request.headers["Accept"], request.headers["User-Agent"]) == ("*/*", "c42desktop")


async def test_a_redirect_is_followed_over_https_only(tmp_path: Path) -> None:
    moved = {PATH: leads_to("https://cdn.example.org/a"), "/a": says(DATA), f"{PATH}.minisig": says(SIGNATURE)}
    assert await FeedSite(tmp_path, moved).fetch() == (DATA, SIGNATURE)
    for away in ("http://feed.example.org/a", "//user@example.org/a", "ftp://example.org/", "data:,x", URL):
        site = FeedSite(tmp_path, {**HERE, PATH: leads_to(away)})
        with pytest.raises(UselessError, match="leads"):
            await site.fetch()
        assert all(each.path == PATH for each in site.requests)


@pytest.mark.parametrize("status", [204, 304, 404, 410, 500, 511])
async def test_any_other_status_is_no_feed(tmp_path: Path, status: int) -> None:
    with pytest.raises(UselessError, match=str(status)):
        await FeedSite(tmp_path, {**HERE, PATH: says(b"", status)}).fetch()
    with pytest.raises(UselessError, match=str(status)):
        await FeedSite(tmp_path, {**HERE, f"{PATH}.minisig": says(b"", status)}).fetch()


async def test_an_answer_without_end_is_left_early(tmp_path: Path) -> None:
    sent = 0

    async def endless(request: web.BaseRequest) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(b" " * 10_000)
                sent += 10_000
        return response

    with pytest.raises(UselessError, match="too long"):
        await FeedSite(tmp_path, {**HERE, PATH: endless}).fetch()
    with pytest.raises(UselessError, match="too long"):
        await FeedSite(tmp_path, {**HERE, f"{PATH}.minisig": endless}).fetch()
    assert sent < 400 * feed.MAX_BYTES


async def test_what_is_packed_is_not_unpacked(tmp_path: Path) -> None:
    async def bomb(_request: web.BaseRequest) -> web.StreamResponse:
        response = web.Response(body=b" " * 50_000_000)
        response.enable_compression(web.ContentCoding.gzip)
        return response

    data, _signature = await FeedSite(tmp_path, {**HERE, PATH: bomb}).fetch()
    assert len(data) <= feed.MAX_BYTES and data[:2] == b"\x1f\x8b"


async def test_who_answers_a_byte_now_and_then_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "TIMEOUT", 0.3)
    gone = asyncio.Event()

    async def drip(request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(b" ")
                await asyncio.sleep(0.05)
        gone.set()
        return response

    site = FeedSite(tmp_path, {**HERE, PATH: drip})
    async with site.open() as resolver:
        with pytest.raises(TimeoutError, match="no answer in time"):
            await fetch(URL, site.context, None, resolver)
        async with asyncio.timeout(5):
            await gone.wait()


async def test_nobody_is_asked_anything_without_the_certificate_of_the_host(tmp_path: Path) -> None:
    """As behind the sign-in page of a hotel."""
    site = FeedSite(tmp_path, HERE)
    async with site.open() as resolver:
        with pytest.raises(ssl.SSLCertVerificationError):
            await fetch(URL, trust.tls_context(), None, resolver)
        with pytest.raises(ssl.SSLCertVerificationError):
            await fetch("https://example.com/feed.json", site.context, None, resolver)
    assert site.requests == []


async def test_plain_http_is_never_asked(tmp_path: Path) -> None:
    site = FeedSite(tmp_path, HERE)
    with pytest.raises(UselessError, match="https"):
        await site.fetch(URL.replace("https", "http"))
    assert site.requests == []


async def test_nobody_there_is_no_answer(tmp_path: Path) -> None:
    site = FeedSite(tmp_path, HERE)
    async with site.open() as resolver:
        pass
    with pytest.raises(OSError, match=r"refused|Connect"):
        await fetch(URL, site.context, None, resolver)


async def test_it_comes_through_a_proxy(tmp_path: Path) -> None:
    site = FeedSite(tmp_path, HERE)
    async with site.open(), ConnectProxy({("feed.example.org", 443): site.port}) as proxy:
        assert await fetch(URL, site.context, proxy.value()) == (DATA, SIGNATURE)
        assert proxy.asked and set(proxy.asked) == {("feed.example.org", 443)}
