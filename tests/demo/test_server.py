"""The private Prosody leaves nothing behind, however it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop import cli
from c42desktop.demo import prosody as prosody_module
from c42desktop.demo.prosody import Prosody, find_prosody, free_ports
from c42desktop.errors import UserError
from tests.demo.processes import CHECKOUT, prosodies_in, remains

pytestmark = pytest.mark.server


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files of this test."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    monkeypatch.undo()
    tempfile.tempdir = None


async def test_it_leaves_neither_process_nor_folder(temporary: Path) -> None:
    async with Prosody({"ann": "secret"}) as server:
        assert server.folder.is_relative_to(temporary)
        assert prosodies_in(temporary)

    assert remains(temporary) == []


async def test_it_leaves_nothing_when_cancelled_at_any_moment_of_its_start(temporary: Path) -> None:
    async def run() -> None:
        async with Prosody({"ann": "secret"}):
            await asyncio.Event().wait()

    for turns in (0, 1, 2, 5, 20):
        task = asyncio.ensure_future(run())
        for _turn in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert remains(temporary) == []


async def test_one_that_does_not_start_says_why_and_leaves_nothing(temporary: Path) -> None:
    with pytest.raises(UserError, match=r"did not start: .+"):
        async with Prosody({}, options="this is not lua"):
            pass

    assert remains(temporary) == []


async def test_it_starts_again_at_the_same_ports() -> None:
    async with Prosody({"ann": "secret"}) as server:
        ports = server.ports
        await server.stop()
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", ports.starttls)
        await server.start()
        _reader, writer = await asyncio.open_connection("127.0.0.1", ports.starttls)
        writer.close()
        await writer.wait_closed()

        assert server.ports == ports


async def test_it_listens_at_loopback_only_and_its_key_is_private() -> None:
    async with Prosody({"ann": "secret"}) as server:
        assert (server.folder / "key.pem").stat().st_mode & 0o077 == 0
        assert server.folder.stat().st_mode & 0o077 == 0
        assert 'interfaces = { "127.0.0.1" }' in (server.folder / "prosody.cfg.lua").read_text()


def test_ports_are_different() -> None:
    assert len(set(free_ports(10))) == 10


def test_without_prosody_one_sentence_says_how_to_get_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prosody_module.shutil, "which", lambda *_arguments, **_options: None)

    with pytest.raises(UserError, match="sudo apt install prosody"):
        find_prosody()
    assert cli.run(["demo", "--terminal"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("c42desktop: The demo needs Prosody")
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("until", ["Starting", "folder", "process", "Signed in"])
async def test_a_demo_that_is_ended_during_its_start_leaves_nothing(temporary: Path, name: str, until: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "c42desktop", "demo", "--terminal"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(CHECKOUT)},
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        await process.stdout.readline()
        if until == "folder":
            await _until(lambda: bool(list(temporary.iterdir())))
        elif until == "process":
            await _until(lambda: bool(prosodies_in(temporary)))
        elif until == "Signed in":
            await process.stdout.readline()
        process.send_signal(getattr(signal, name))
        out, err = await process.communicate()

    assert (process.returncode, err.decode()) == (0, "")
    assert out.decode().rstrip().endswith("The demo is over, and nothing of it is left.")
    assert remains(temporary) == []


async def _until(condition: object) -> None:
    assert callable(condition)
    while not condition():
        await asyncio.sleep(0.005)
