"""The command line as a real process, on a profile of its own."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from c42desktop.demo.prosody import Prosody
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.address import NodeAddress
from tests.conftest import PASSWORDS
from tests.people import login_at, new_node, signed_in

CHECKOUT = Path(__file__).parents[2]
LIMIT = 30.0  # seconds any command may take on a loaded machine
REVIEW = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test
BEGIN:VEVENT
UID:review
SUMMARY:Design review
DTSTART:{start}
DTEND:{end}
LOCATION:Room 12
END:VEVENT
END:VCALENDAR
"""


def review(start: str = "20261122T140000Z", end: str = "20261122T150000Z") -> str:
    """A calendar file with one event."""
    return REVIEW.format(start=start, end=end)


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Program:
    """`c42desktop` with a profile, run by this Python with warnings as errors."""

    profile: Path

    async def run(self, *arguments: object, stdin: str = "", env: dict[str, str] | None = None) -> Result:
        """Run one command to its end. A traceback is never an answer."""
        async with self.started(*arguments, env=env) as process:
            out, err = await asyncio.wait_for(process.communicate(stdin.encode()), LIMIT)
        assert "Traceback" not in err.decode()
        assert process.returncode is not None
        return Result(process.returncode, out.decode(), err.decode())

    @asynccontextmanager
    async def started(
        self, *arguments: object, env: dict[str, str] | None = None, stdout: int = asyncio.subprocess.PIPE
    ) -> AsyncIterator[asyncio.subprocess.Process]:
        """A command that runs; it is killed at the end if it still does."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "error", "-m", "c42desktop", *map(str, arguments)),
            stdin=asyncio.subprocess.PIPE,
            stdout=stdout,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "C42DESKTOP_PROFILE": str(self.profile), **(env or {})},
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            process._transport.close()  # type: ignore[attr-defined]  # its pipes, before the loop is gone

    def sign_up(self, server: Prosody, name: str = "ann") -> dict[str, str]:
        """Write an account into the profile. Gives the environment with its password."""
        login = login_at(server, name)
        Settings(self.profile / "settings.toml").put_account(Account(login, ask_password=True))
        return {"C42DESKTOP_PASSWORD_FILE": str(self.password_file(PASSWORDS[name]))}

    def password_file(self, password: str) -> Path:
        """A file with a password that only its owner can read."""
        file = self.profile.with_suffix(".password")
        file.touch(mode=0o600)
        file.write_text(password + "\n", encoding="utf-8")
        return file


async def json_line(process: asyncio.subprocess.Process) -> Any:
    """The next line of a running command, as JSON."""
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), LIMIT)
    if not line:
        assert process.stderr is not None
        raise AssertionError((await process.stderr.read()).decode())
    return json.loads(line)


async def line_with(process: asyncio.subprocess.Process, text: str) -> str:
    """The next line of a running command that holds `text`."""
    assert process.stdout is not None
    async with asyncio.timeout(LIMIT):
        while line := (await process.stdout.readline()).decode():
            if text in line:
                return line
    assert process.stderr is not None
    raise AssertionError(f"no line with {text!r}: " + (await process.stderr.read()).decode())


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The command line on an empty profile."""
    return Program(tmp_path / "profile")


@pytest.fixture
def calendar(prosody: Prosody) -> Iterator[Callable[[], Awaitable[NodeAddress]]]:
    """Makes calendars of Bram's, with a review in them, that Ann is subscribed to."""
    from c42desktop.calendar import payloads

    async def make() -> NodeAddress:
        node = new_node()
        async with signed_in(prosody, "bram") as bram, signed_in(prosody, "ann") as ann:
            await bram.pubsub.create(node, {"pubsub#title": "Team", "pubsub#max_items": "100"})
            await bram.pubsub.publish(node, "review", payloads.to_ics_payload(review()))
            await ann.pubsub.subscribe(node)
        return node

    yield make
