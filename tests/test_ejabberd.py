"""The private ejabberd leaves nothing behind, and keeps what it was told when it is started again."""

from __future__ import annotations

import asyncio
from dataclasses import astuple
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from tests import ejabberd as ejabberd_module
from tests.conftest import PASSWORDS
from tests.demo.processes import prosodies_in
from tests.ejabberd import Ejabberd, find_ejabberd
from tests.people import calendar, signed_in

pytestmark = [pytest.mark.server, pytest.mark.usefixtures("ejabberd_is_here")]


async def test_it_leaves_neither_process_nor_folder() -> None:
    async with Ejabberd(PASSWORDS) as server:
        folder = server.folder
        assert prosodies_in(folder)
    assert not prosodies_in(folder)
    assert not folder.exists()


async def test_it_leaves_nothing_when_cancelled_while_it_starts() -> None:
    server = Ejabberd(PASSWORDS)
    starting = asyncio.ensure_future(server.__aenter__())
    while not prosodies_in(server.folder) or server.folder == Path():
        await asyncio.sleep(0)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    async with asyncio.timeout(10):  # Erlang's own helper ends when it notices that Erlang has
        while prosodies_in(server.folder):
            await asyncio.sleep(0.05)
    assert not server.folder.exists()


async def test_it_listens_for_this_computer_only() -> None:
    async with Ejabberd(PASSWORDS) as server:
        (process,) = prosodies_in(server.folder)
        sockets = {link.readlink().name for link in Path(f"/proc/{process}/fd").iterdir() if link.is_symlink()}
        lines = [line.split() for name in ("tcp", "tcp6") for line in _listening(process, name)]
        own = {line[1] for line in lines if f"socket:[{line[9]}]" in sockets}
        assert own == {f"0100007F:{port:04X}" for port in astuple(server.ports)}


async def test_calendars_and_accounts_outlive_a_stop() -> None:
    async with Ejabberd(PASSWORDS, admins=("bram",)) as server:
        async with signed_in(server, "bram") as bram:
            team = await calendar(bram)
        await server.stop()
        await server.start()
        async with signed_in(server) as ann:
            assert [node.address for node in await ann.pubsub.nodes(team.service)] == [team]


def test_where_it_is_missing_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ejabberd_module.shutil, "which", lambda _name: None)
    with pytest.raises(UserError, match="apt install ejabberd"):
        find_ejabberd()


def _listening(process: int, name: str) -> list[str]:
    """The lines of the kernel's table of sockets that are about listening ones."""
    lines = Path(f"/proc/{process}/net/{name}").read_text().splitlines()[1:]
    return [line for line in lines if line.split()[3] == "0A"]
