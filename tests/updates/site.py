"""A web site that has a release feed, over TLS, and misbehaves where a test says so."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from c42desktop.demo.prosody import write_certificate
from c42desktop.updates.fetching import fetch
from c42desktop.xmpp import trust
from c42desktop.xmpp.proxy import Proxy
from tests.updates.signing import URL
from tests.xmpp.transports.resolver import Resolver

PATH = "/c42desktop/feed.json"
Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class FeedSite:
    """Answers at each path; `requests` are those it got."""

    def __init__(self, folder: Path, answers: Mapping[str, Answer]) -> None:
        write_certificate(folder, ("example.org", "*.example.org", "localhost"))
        self.context = trust.tls_context(str(folder / "certificate.pem"))
        self.requests: list[web.BaseRequest] = []
        self.port = 0
        self._folder = folder
        self._answers = answers

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Resolver]:
        """Answer; gives who finds it."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(self._folder / "certificate.pem", self._folder / "key.pem")
        runner = web.ServerRunner(web.Server(self._answer), shutdown_timeout=0.1)  # type: ignore[arg-type]
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await site.start()
        self.port = runner.addresses[0][1]
        try:
            yield Resolver(self.port)
        finally:
            await runner.cleanup()

    async def fetch(self, url: str = URL, proxy: Proxy | None = None) -> tuple[bytes, bytes]:
        """What we get from it."""
        async with self.open() as resolver:
            return await fetch(url, self.context, proxy, resolver)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        self.requests.append(request)
        answer = self._answers.get(request.path)
        return await answer(request) if answer else web.Response(status=404)


def has(data: bytes, signature: bytes) -> dict[str, Answer]:
    """A site as it should be."""
    return {PATH: says(data), f"{PATH}.minisig": says(signature)}


def says(body: bytes, status: int = 200, **headers: str) -> Answer:
    async def answer(_request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


def leads_to(url: str, status: int = 302) -> Answer:
    return says(b"", status, Location=url)
