"""A file on its way to a server: at the real ones, and at one that misbehaves."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from c42desktop.errors import UserError
from c42desktop.xmpp import upload as upload_module
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.transports import sending
from c42desktop.xmpp.upload import CHUNK, Uploaded, upload
from c42desktop.xmpp.upload_slot import Slot, UploadService
from tests.heartbeat import Heartbeat
from tests.people import signed_in
from tests.servers import XmppServer
from tests.xmpp.scripted import ScriptedServer

SECRET = "a1b2c3-secret"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def a_file(folder: Path, size: int, name: str = "plan.pdf") -> Path:
    path = folder / name
    path.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    return path


async def _fetched(url: str, ca_file: Path) -> bytes:
    context = ssl.create_default_context(cafile=str(ca_file))
    async with aiohttp.ClientSession() as session, session.get(url, ssl=context) as answer:
        assert answer.status == 200
        return await answer.read()


@pytest.mark.server
async def test_a_file_is_put_at_a_real_server_and_can_be_fetched(server: XmppServer, tmp_path: Path) -> None:
    path = a_file(tmp_path, 3 * CHUNK + 17)
    steps: list[tuple[int, int]] = []
    async with signed_in(server) as ann:
        found = await upload(ann.session, path, lambda sent, total: steps.append((sent, total)))
    assert (found.name, found.media_type, found.size) == ("plan.pdf", "application/pdf", 3 * CHUNK + 17)
    assert await _fetched(found.url, server.ca_file) == path.read_bytes()
    assert steps[0] == (CHUNK, found.size) and steps[-1] == (found.size, found.size)
    assert steps == sorted(steps)


@pytest.mark.server
async def test_a_real_server_names_its_limit_before_anything_is_sent(server: XmppServer, tmp_path: Path) -> None:
    path = a_file(tmp_path, 5_000_001)
    async with signed_in(server) as ann:
        with pytest.raises(
            UserError, match=r"“plan.pdf” is too large: upload.demo.localhost takes files of up to 5\.0 MB"
        ):
            await upload(ann.session, path, _ignore)


@pytest.mark.server
async def test_a_name_in_any_letters_arrives_as_it_is(server: XmppServer, tmp_path: Path) -> None:
    path = a_file(tmp_path, 300, "Über & 会議 #1?.txt")
    async with signed_in(server) as ann:
        found = await upload(ann.session, path, _ignore)
    assert found.name == path.name
    assert await _fetched(found.url, server.ca_file) == path.read_bytes()


@pytest.mark.server
async def test_the_address_is_in_no_log(prosody: XmppServer, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "c42desktop")
    async with signed_in(prosody) as ann:
        found = await upload(ann.session, a_file(tmp_path, 300), _ignore)
    said = [record.getMessage() for record in caplog.records if record.name.startswith("c42desktop")]
    assert "A file of 300 bytes is at 127.0.0.1." in said
    assert not any(found.url.rsplit("/", 2)[1] in line for line in said)


class Site:
    """A site that takes a file as a test says; the session need not be online for it."""

    def __init__(self, session: Session, port: int) -> None:
        self.session = session
        self.url = f"https://127.0.0.1:{port}/put/{SECRET}"

    async def upload(
        self, monkeypatch: pytest.MonkeyPatch, path: Path, progress: upload_module.Progress | None = None
    ) -> Uploaded:
        async def service(_session: Session) -> UploadService:
            return UploadService("upload.example.org")

        async def slot(*_asked: object) -> Slot:
            return Slot(self.url, "https://files.example.org/plan.pdf", {"Authorization": SECRET})

        monkeypatch.setattr(upload_module, "find_service", service)
        monkeypatch.setattr(upload_module, "ask_slot", slot)
        return await upload(self.session, path, progress or _ignore)


@asynccontextmanager
async def site(
    folder: Path, handler: Handler, change: Callable[[Login], Login] = lambda login: login
) -> AsyncIterator[Site]:
    server = ScriptedServer(folder, _no_stream)  # its certificate, and nobody at the other port
    login = replace(server.login(), jid="ann@scripted.localhost")
    app = web.Application(client_max_size=50_000_000)
    app.router.add_route("*", "/{any:.*}", handler)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=server.tls)
    await place.start()
    session = _offline(change(login))
    try:
        yield Site(session, runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def test_headers_and_bytes_arrive_exactly_and_nothing_else_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str, dict[str, str], bytes]] = []

    async def take(request: web.Request) -> web.Response:
        seen.append((request.method, request.raw_path, dict(request.headers), await request.read()))
        return web.Response(status=201)

    path = a_file(tmp_path, CHUNK + 1)
    async with site(tmp_path, take) as there:
        there.url += "/a%2Fb%7Ec?sig=%2Fx%3D"
        await there.upload(monkeypatch, path)
    [(method, raw, headers, body)] = seen
    assert (method, raw, body) == ("PUT", f"/put/{SECRET}/a%2Fb%7Ec?sig=%2Fx%3D", path.read_bytes())
    assert headers.pop("Host").startswith("127.0.0.1:") and headers.pop("User-Agent")
    assert headers.pop("Accept") == "*/*"
    assert headers == {
        "Authorization": SECRET,
        "Content-Length": str(CHUNK + 1),
        "Content-Type": "application/pdf",
        "Accept-Encoding": "identity",
    }


@pytest.mark.parametrize("status", [301, 307, 403, 500])
async def test_what_is_not_taken_is_told_and_no_redirect_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    requests: list[str] = []

    async def refuse(request: web.Request) -> web.Response:
        requests.append(request.path)
        await request.read()
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    async with site(tmp_path, refuse) as there:
        with pytest.raises(UserError) as caught:
            await there.upload(monkeypatch, a_file(tmp_path, 300))
    assert str(caught.value) == f"127.0.0.1 did not take “plan.pdf” (HTTP status {status}). Try again later."
    assert requests == [f"/put/{SECRET}"]


async def test_a_site_that_hangs_up_or_does_not_answer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "c42desktop")

    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        await asyncio.sleep(0)
        return web.Response()

    broken = r"“plan.pdf” was not sent: the connection to 127.0.0.1 broke. Try again."
    async with site(tmp_path, hang_up) as there:
        with pytest.raises(UserError, match=broken):
            await there.upload(monkeypatch, a_file(tmp_path, 40 * CHUNK))

    async def silent(request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    monkeypatch.setattr(sending, "SILENCE", 0.2)
    async with site(tmp_path, silent) as there:
        with pytest.raises(UserError, match=broken):
            await there.upload(monkeypatch, a_file(tmp_path, 300))
    assert SECRET not in caplog.text


async def test_a_certificate_that_is_not_trusted_ends_it_and_a_pin_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests: list[str] = []

    async def take(request: web.Request) -> web.Response:
        requests.append(request.path)
        return web.Response(status=201)

    not_trusted = r"“plan.pdf” was not sent: the certificate of 127.0.0.1 is not trusted."
    for change in (
        lambda login: replace(login, ca_file=""),
        lambda login: replace(login, pin=":".join(["00"] * 32)),
    ):
        async with site(tmp_path, take, change) as there:
            with pytest.raises(UserError, match=not_trusted):
                await there.upload(monkeypatch, a_file(tmp_path, 300))
    assert requests == []


async def test_the_proxy_of_the_account_is_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def take(_request: web.Request) -> web.Response:
        return web.Response(status=201)

    async with site(tmp_path, take) as there:

        async def proxy_to(host: str) -> Proxy:
            assert host == "127.0.0.1"
            return Proxy("http", "127.0.0.1", 9)  # nobody listens there

        monkeypatch.setattr(there.session, "proxy_to", proxy_to)
        with pytest.raises(UserError, match=r"the proxy 127.0.0.1:9 does not lead to 127.0.0.1"):
            await there.upload(monkeypatch, a_file(tmp_path, 300))


async def test_it_can_be_cancelled_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrived = asyncio.Event()
    received = 0

    async def slow(request: web.Request) -> web.Response:
        nonlocal received
        with contextlib.suppress(ConnectionError):
            async for chunk in request.content.iter_any():
                received += len(chunk)
                arrived.set()
        return web.Response(status=201)

    size = 200 * CHUNK
    async with site(tmp_path, slow) as there:
        running = asyncio.ensure_future(there.upload(monkeypatch, a_file(tmp_path, size)))
        await arrived.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert 0 < received < size


async def test_a_file_that_shrinks_meanwhile_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def take(request: web.Request) -> web.Response:
        with contextlib.suppress(ConnectionError):
            await request.read()
        return web.Response(status=201)

    path = a_file(tmp_path, 4 * CHUNK)

    def shrink(sent: int, _total: int) -> None:
        if sent == CHUNK:
            path.write_bytes(b"short")

    async with site(tmp_path, take) as there:
        with pytest.raises(UserError, match=r"“plan.pdf” was changed while it was sent. Try again."):
            await there.upload(monkeypatch, path, shrink)


async def test_what_is_no_file_is_refused_before_anybody_is_asked(tmp_path: Path) -> None:
    session = Session(
        ScriptedServer(tmp_path, _no_stream).login(), "x", on_status=_ignore, on_event=_ignore, on_online=_ignore
    )
    empty = tmp_path / "empty.txt"
    empty.touch()
    for path, sentence in (
        (empty, "“empty.txt” is empty."),
        (tmp_path / "gone.txt", "“gone.txt” cannot be read."),
        (tmp_path, f"“{tmp_path.name}” is no file that can be attached."),
        (tmp_path / "nul\0.txt", "“nul .txt” cannot be read."),
    ):
        with pytest.raises(UserError) as caught:
            await upload(session, path, _ignore)
        assert str(caught.value) == sentence


async def test_offline_there_is_one_sentence(tmp_path: Path) -> None:
    session = Session(
        ScriptedServer(tmp_path, _no_stream).login(), "x", on_status=_ignore, on_event=_ignore, on_online=_ignore
    )
    with pytest.raises(UserError, match=r"ann@scripted.localhost is not connected"):
        await upload(session, a_file(tmp_path, 300), _ignore)


async def test_a_large_file_keeps_the_loop_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def take(request: web.Request) -> web.Response:
        async for _chunk in request.content.iter_any():
            pass
        return web.Response(status=201)

    path = a_file(tmp_path, 20_000_000)
    async with site(tmp_path, take) as there:
        await there.upload(monkeypatch, a_file(tmp_path, 300, "first.txt"))  # the library is loaded once
        heart = Heartbeat()
        heart.start()
        await there.upload(monkeypatch, path)
        heart.stop()
    worst = heart.take()
    print(f"the longest that the loop was busy: {worst.worked * 1000:.1f} ms")
    assert worst.worked < 0.05


def _offline(login: Login) -> Session:
    return Session(login, "x", on_status=_ignore, on_event=_ignore, on_online=_ignore)


def _ignore(*_told: object) -> None:
    """Nobody listens."""


async def _no_stream(_peer: object) -> None:
    """Nobody comes."""
