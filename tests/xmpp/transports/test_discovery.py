"""What a domain says about its ways over the web (XEP-0156), asked of a real https server."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp import trust
from c42desktop.xmpp.endpoints import WebEndpoint
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.transports import discovery
from c42desktop.xmpp.transports.discovery import discover, read_jrd, read_xrd, usable
from c42desktop.xmpp.transports.web import MAX_REDIRECTS
from tests.xmpp.transports.resolver import Resolver

DOMAIN = "example.org"
PATH = "/.well-known/host-meta"
WEBSOCKET, BOSH = "urn:xmpp:alt-connections:websocket", "urn:xmpp:alt-connections:xbosh"
BOTH = [WebEndpoint(Way.WEBSOCKET, "wss://web.example.org/ws"), WebEndpoint(Way.BOSH, "https://web.example.org/bosh")]
Answer = Callable[[web.Request], web.StreamResponse]


def xrd(*links: tuple[str, str], before: str = "") -> str:
    """A host-meta with these links."""
    lines = "".join(f"<Link rel='{rel}' href='{url}'/>" for rel, url in links)
    return f"<?xml version='1.0'?>{before}<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>{lines}</XRD>"


def jrd(*links: tuple[str, str]) -> str:
    """The same as JSON."""
    return json.dumps({"links": [{"rel": rel, "href": url} for rel, url in links]})


LINKS = ((BOSH, BOTH[1].url), ("lrdd", "https://web.example.org/who"), (WEBSOCKET, BOTH[0].url))


class Site:
    """The web site of the domain. What it has no answer for is not there; `asked` is what it was asked for."""

    def __init__(self, folder: Path, **answers: Answer) -> None:
        write_certificate(folder, (DOMAIN, f"*.{DOMAIN}"))
        self.context = trust.tls_context(str(folder / "certificate.pem"))
        self._folder = folder
        self._answers = {"/" + path.replace("_", "."): answer for path, answer in answers.items()}
        self.asked: list[str] = []

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Resolver]:
        """Answer; gives who finds it."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self._folder / "certificate.pem", self._folder / "key.pem")
        runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)  # type: ignore[arg-type]
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        try:
            yield Resolver(runner.addresses[0][1])
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.asked.append(f"{request.host}{request.path}")
        name = request.path.removeprefix("/.well-known")
        answer = self._answers.get(name.replace("-", ""))
        return answer(request) if answer else web.Response(status=404)  # type: ignore[arg-type]

    async def found(self) -> list[WebEndpoint]:
        """What we make of it."""
        async with self.open() as resolver:
            return await discover(DOMAIN, self.context, resolver=resolver)


def says(text: str | bytes) -> Answer:
    return lambda _request: web.Response(body=text)


def leads_to(url: str, status: int = 302) -> Answer:
    return lambda _request: web.Response(status=status, headers={"Location": url})


async def test_c_bosh_17_the_links_of_xrd_and_of_jrd_are_found(tmp_path: Path) -> None:
    assert await Site(tmp_path, hostmeta=says(xrd(*LINKS))).found() == BOTH
    assert await Site(tmp_path, hostmeta_json=says(jrd(*LINKS))).found() == BOTH


async def test_a_form_that_does_not_come_does_not_hold_up_the_other(tmp_path: Path) -> None:
    site = Site(tmp_path, hostmeta_json=says(jrd(*LINKS)))
    never = asyncio.Event()
    answer = site._answer

    async def slow(request: web.BaseRequest) -> web.StreamResponse:
        if request.path == PATH:
            await never.wait()
        return await answer(request)

    site._answer = slow  # type: ignore[method-assign]
    async with asyncio.timeout(3):
        assert await site.found() == BOTH
    never.set()


@pytest.mark.parametrize(
    "url",
    [
        "ws://web.example.org/ws",
        "http://web.example.org/bosh",
        "https://web.example.org/bosh",  # of the other kind
        "wss://ann:secret@web.example.org/ws",
        "wss://web.example.org:0x50/ws",
        "wss:///ws",
        "//web.example.org/ws",
        "wss://web.example.org/&#10;ws",
        "",
    ],
)
async def test_c_bosh_17_bad_urls_are_ignored(tmp_path: Path, url: str) -> None:
    found = await Site(tmp_path, hostmeta=says(xrd((WEBSOCKET, url), (BOSH, BOTH[1].url)))).found()
    assert found == BOTH[1:]


async def test_c_bosh_17_redirects_are_followed_over_https_only(tmp_path: Path) -> None:
    here = says(xrd(*LINKS))
    site = Site(tmp_path, hostmeta=leads_to("https://www.example.org/a"), a=leads_to("/b"), b=here)
    assert await site.found() == BOTH
    assert "www.example.org/b" in site.asked
    away = Site(tmp_path, hostmeta=leads_to("http://www.example.org/a"))
    async with away.open() as resolver:
        assert await discover(DOMAIN, away.context, resolver=resolver) == []
    assert resolver.hosts == {DOMAIN}
    rounds = Site(tmp_path, hostmeta=leads_to(f"https://example.org{PATH}"))
    assert await rounds.found() == []
    assert rounds.asked.count(f"example.org{PATH}") == 1 + MAX_REDIRECTS


@pytest.mark.parametrize(
    "body",
    [
        xrd(*LINKS, before="<!DOCTYPE XRD [<!ENTITY a 'b'>]>"),
        xrd(*LINKS)[:-1],
        xrd(*LINKS) + " " * discovery.MAX_BYTES,
        "<a>" * 5000,
        "\0",
        "",
    ],
)
async def test_c_bosh_17_hostile_xml_is_refused(tmp_path: Path, body: str) -> None:
    assert await Site(tmp_path, hostmeta=says(body)).found() == []


@pytest.mark.parametrize(
    "body", ["[" * 20_000, "[]", '{"links": 3}', '{"links": [3, {"rel": [], "href": 3}]}', "", "\udc80"]
)
async def test_hostile_json_is_refused(tmp_path: Path, body: str) -> None:
    site = Site(tmp_path, hostmeta_json=says(body.encode(errors="surrogateescape")))
    assert await site.found() == []


async def test_what_is_packed_is_not_unpacked(tmp_path: Path) -> None:
    def bomb(_request: web.Request) -> web.StreamResponse:
        response = web.Response(body=xrd(*LINKS).encode())
        response.enable_compression(web.ContentCoding.gzip)
        return response

    assert await Site(tmp_path, hostmeta=bomb).found() == []


async def test_c_bosh_17_nothing_counts_without_a_certificate(tmp_path: Path) -> None:
    site = Site(tmp_path, hostmeta=says(xrd(*LINKS)))
    async with site.open() as resolver:
        with pytest.raises(ssl.SSLCertVerificationError):
            await discover(DOMAIN, trust.tls_context(), resolver=resolver)
        with pytest.raises(ssl.SSLCertVerificationError):
            await discover("example.com", site.context, resolver=resolver)
    assert site.asked == []


async def test_a_domain_without_a_web_site_is_an_error_and_one_without_links_is_not(tmp_path: Path) -> None:
    site = Site(tmp_path)
    async with site.open() as resolver:
        assert await discover(DOMAIN, site.context, resolver=resolver) == []
    with pytest.raises(OSError, match=r"refused|Connect"):
        await discover(DOMAIN, site.context, resolver=resolver)


def test_only_so_many_are_tried() -> None:
    assert len(usable((WEBSOCKET, f"wss://{n}.example.org/ws") for n in range(100))) == discovery.MAX_LINKS


def test_comments_and_foreign_elements_do_no_harm() -> None:
    text = xrd(*LINKS, before="<!-- ours -->").replace("</XRD>", "<Link xmlns='urn:x' rel='a' href='b'/></XRD>")
    assert list(read_xrd(text.encode())) == list(LINKS) == list(read_jrd(jrd(*LINKS).encode()))
