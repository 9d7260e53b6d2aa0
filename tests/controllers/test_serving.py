"""The application listens to its person's other processes, and bears whatever they send."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication

from c42desktop import __version__
from c42desktop.controllers import serving
from c42desktop.controllers.serving import Handler, Reply, Serving
from c42desktop.errors import UserError
from c42desktop.instance import finding, place, protocol
from c42desktop.instance.line import LostError
from c42desktop.instance.protocol import Request, decoded, encoded
from c42desktop.profile import APPLICATION, HeldError, Profile, find_profile, holder_of, locked
from c42desktop.startup import Startup
from tests.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the other end is made of Unix sockets here")
SOON = 5.0
InQt = Callable[[Callable[[], Awaitable[None]]], None]


@pytest.fixture
def in_qt(qapp: QApplication) -> InQt:
    """Runs a test in the loop that the application has."""

    def run(test: Callable[[], Awaitable[None]]) -> None:
        before = asyncio.get_event_loop_policy()
        with qasync.QEventLoop(qapp) as loop:
            asyncio.set_event_loop(loop)
            loop.run_until_complete(asyncio.wait_for(test(), 30))
        asyncio.set_event_loop_policy(before)
        asyncio.set_event_loop(None)

    return run


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """A profile that is listened for at a short path."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(place, "find_place", lambda _profile: short)
    short = f"/tmp/c42-test-{os.getpid()}"
    return find_profile(str(tmp_path))


class Handlers:
    """What can be asked for in these tests."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.given_up = 0
        self.forever = asyncio.Event()
        self.table: dict[str, Handler] = {
            "open": self.note,
            "wait": self.wait,
            "fail": self.fail,
            "break": self.break_down,
            "flood": self.flood,
        }

    async def note(self, request: Request, reply: Reply) -> str:
        self.asked.append(request)
        reply({"say": "on the way"})
        return "done"

    async def wait(self, request: Request, _reply: Reply) -> None:
        self.asked.append(request)
        try:
            await self.forever.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise

    async def fail(self, _request: Request, _reply: Reply) -> None:
        raise UserError("This does not work.", field="uri")

    async def break_down(self, _request: Request, _reply: Reply) -> None:
        raise KeyError("nobody foresaw this")

    async def flood(self, _request: Request, reply: Reply) -> None:
        try:
            while True:
                reply({"say": "x" * 100_000})
                await asyncio.sleep(0)
        finally:
            self.given_up += 1


@asynccontextmanager
async def served(profile: Profile) -> AsyncIterator[Handlers]:
    """Somebody who serves the profile, and owns it."""
    handlers = Handlers()
    with locked(profile, APPLICATION):
        server = Serving(profile, handlers.table)
        server.start()
        try:
            yield handlers
        finally:
            await server.close()


@asynccontextmanager
async def line(profile: Profile) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A line over which anything can be sent."""
    holder = holder_of(profile)
    assert holder is not None
    reader, writer = await asyncio.open_unix_connection(holder.address, limit=protocol.LONGEST_ANSWER)
    try:
        yield reader, writer
    finally:
        writer.close()


async def ask(profile: Profile, do: str, said: list[Any] | None = None) -> Any:
    return await finding.asked(profile, do, {"targets": ["a"]}, (said if said is not None else []).append)


def test_a_request_is_done_and_answered(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile) as handlers:
            said: list[Any] = []
            assert await ask(profile, "open", said) == "done"
            assert said == [{"say": "on the way"}]
            assert handlers.asked[0].texts("targets") == ("a",)
            with pytest.raises(UserError, match="This does not work") as raised:
                await ask(profile, "fail")
            assert raised.value.field == "uri"
            with pytest.raises(UserError, match="does not know this request"):
                await ask(profile, "nothing of the kind")
        assert await ask(profile, "open") is None, "nobody is there any more"
        assert not Path(place.find_place(profile)).exists()

    in_qt(test)


@pytest.mark.expects_warnings
def test_a_defect_ends_the_request_only(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile):
            with pytest.raises(UserError, match="nobody foresaw"):
                await ask(profile, "break")
            assert await ask(profile, "open") == "done"

    in_qt(test)


@pytest.mark.parametrize(
    "sent", [b"\n", b"GET / HTTP/1.1\r\n\r\n", b"[" * 50_000 + b"\n", encoded({"c42desktop": 99, "do": "open"})]
)
def test_nonsense_is_answered_by_one_sentence(in_qt: InQt, profile: Profile, sent: bytes) -> None:
    async def test() -> None:
        async with served(profile) as handlers, line(profile) as (reader, writer):
            writer.write(sent)
            assert "Quit it" in decoded(await reader.readline())["error"]
            assert await reader.read() == b""
            assert handlers.asked == []

    in_qt(test)


def test_another_version_is_told_in_its_own_language(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile), line(profile) as (reader, writer):
            writer.write(encoded({"c42desktop": 99, "do": "open", "languages": ["nl"]}))
            dutch = decoded(await reader.readline())["error"]
            assert "another version" not in dutch and dutch.endswith(".")

    in_qt(test)


def test_who_has_left_before_being_looked_at_is_nobody(qapp: QApplication) -> None:
    assert not serving._is_ours(QLocalSocket())


def test_a_request_without_end_is_cut_off(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile), line(profile) as (reader, writer):

            async def send() -> None:
                with contextlib.suppress(OSError):
                    for _ in range(100):
                        writer.write(b"x" * 100_000)
                        await writer.drain()
                    await reader.read()

            await asyncio.wait_for(send(), SOON)
            assert await ask(profile, "open") == "done"

    in_qt(test)


def test_who_says_nothing_is_left_after_a_while(in_qt: InQt, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.2)

    async def test() -> None:
        async with served(profile), line(profile) as (reader, writer):
            writer.write(b'{"half of a')
            assert await asyncio.wait_for(_rest(reader), SOON) == b""

    in_qt(test)


async def _rest(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionError:
        return b""


def test_a_crowd_is_turned_away_and_costs_nobody_their_place_for_long(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile):
            holder = holder_of(profile)
            assert holder is not None
            crowd = [await asyncio.open_unix_connection(holder.address) for _ in range(serving.MOST)]
            late, late_writer = await asyncio.open_unix_connection(holder.address)
            assert await asyncio.wait_for(_rest(late), SOON) == b""
            for _reader, writer in [*crowd, (late, late_writer)]:
                writer.close()
            assert await asked_soon(profile) == "done"

    in_qt(test)


async def asked_soon(profile: Profile) -> Any:
    """Those who were turned away look again, as those do who meet an application that is just leaving."""
    return await finding.asked(profile, "open", {"targets": []}, lambda _message: None, SOON)


def test_who_leaves_ends_what_was_done_for_them(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile) as handlers:
            async with line(profile) as (reader, writer):
                writer.write(protocol.request("wait", {}))
                assert decoded(await reader.readline()) == {"taken": True}
            await until(lambda: handlers.given_up == 1)
            assert await ask(profile, "open") == "done"

    in_qt(test)


def test_who_does_not_read_is_left(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile) as handlers:
            holder = holder_of(profile)
            assert holder is not None
            with socket.socket(socket.AF_UNIX) as deaf:
                deaf.connect(holder.address)
                deaf.sendall(protocol.request("flood", {}))
                await until(lambda: handlers.given_up == 1)

    in_qt(test)


def test_others_are_not_listened_to(in_qt: InQt, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with served(profile) as handlers:
            monkeypatch.setattr(serving, "_is_ours", lambda _line: False)
            async with line(profile) as (reader, writer):
                writer.write(protocol.request("open", {"targets": []}))
                assert await asyncio.wait_for(_rest(reader), SOON) == b""
            assert handlers.asked == []

    in_qt(test)


def test_the_socket_is_its_owners_alone(in_qt: InQt, profile: Profile) -> None:
    async def test() -> None:
        async with served(profile):
            assert Path(place.find_place(profile)).stat().st_mode & 0o077 == 0

    in_qt(test)


def test_what_a_crash_left_is_taken_over(in_qt: InQt, profile: Profile) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(place.find_place(profile))

    async def test() -> None:
        async with served(profile):
            assert await ask(profile, "open") == "done"

    in_qt(test)


@pytest.mark.expects_warnings
def test_a_socket_that_somebody_listens_at_stays_theirs(in_qt: InQt, profile: Profile) -> None:
    path = Path(place.find_place(profile))
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(path))
        other.listen()
        try:

            async def test() -> None:
                async with served(profile):
                    holder = holder_of(profile)
                    assert holder is not None
                    assert holder.address == ""

            in_qt(test)
            assert path.exists()
            assert place.is_listened_at(str(path))
        finally:
            path.unlink()


def test_a_second_start_hands_over_what_it_was_started_for(
    in_qt: InQt, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")

    async def test() -> None:
        async with served(profile) as handlers:
            code = await asyncio.to_thread(
                finding.start, profile, Startup(hidden=True, targets=("a.ics",)), lambda: pytest.fail("a second one")
            )
            assert code == 0
            (request,) = handlers.asked
            assert (request.flag("hidden"), request.texts("targets")) == (True, ("a.ics",))
            assert (request.text("token"), request.text("version")) == ("token-1", __version__)

    in_qt(test)


def test_a_second_start_does_not_load_the_window(in_qt: InQt, profile: Profile) -> None:
    code = "import sys; from c42desktop import cli; print(cli.run(sys.argv[1:]), 'PySide6' in sys.modules)"
    argv = [sys.executable, "-c", code, "--profile", profile.name]

    async def test() -> None:
        async with served(profile) as handlers:
            done = await asyncio.to_thread(subprocess.run, argv, capture_output=True, text=True, check=True)
            assert done.stdout == "0 False\n"
            assert len(handlers.asked) == 1

    in_qt(test)


def test_one_that_leaves_while_it_opens_something_is_followed(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    holding = locked(profile, APPLICATION)

    async def ask(*_request: object) -> None:
        holding.__exit__(None, None, None)
        raise LostError

    monkeypatch.setattr(finding, "_ask", ask)
    holding.__enter__()
    assert finding.start(profile, Startup(targets=("a.ics",)), lambda: 7, patience=SOON) == 7


def test_one_that_never_listens_is_named_after_a_while(profile: Profile) -> None:
    with locked(profile, APPLICATION):
        with pytest.raises(HeldError, match="“c42desktop”"):
            finding.start(profile, Startup(), lambda: 0, patience=0.2)
        with pytest.raises(HeldError, match="“c42desktop”"):
            asyncio.run(finding.asked(profile, "open", {}, print, patience=0.2))


def test_what_is_no_application_is_named_soon(profile: Profile) -> None:
    with locked(profile, "c42desktop watch"):
        with pytest.raises(HeldError, match="“c42desktop watch”"):
            finding.start(profile, Startup(), lambda: 0, patience=0.2)
        assert asyncio.run(finding.asked(profile, "open", {}, print)) is None


@pytest.mark.parametrize("command", [APPLICATION, "c42desktop import"])
def test_one_that_is_leaving_is_waited_for(profile: Profile, command: str) -> None:
    async def leave(lock: Any) -> None:
        await asyncio.sleep(0.2)
        lock.__exit__(None, None, None)

    async def test() -> bool:
        from contextlib import ExitStack

        lock = locked(profile, command)
        lock.__enter__()
        leaving = asyncio.ensure_future(leave(lock))
        with ExitStack() as owned:
            first = await finding._is_first(profile, Startup(), owned, SOON)
        await leaving
        return first

    assert asyncio.run(test())
