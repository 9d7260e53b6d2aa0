"""What every test gets: a quiet log, an empty home, and real servers where it asks for them."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QEvent

from c42desktop.demo import prosody as prosody_module
from c42desktop.demo.prosody import Prosody
from c42desktop.errors import UserError
from c42desktop.log import quieten
from tests import ejabberd as ejabberd_module
from tests.ejabberd import Ejabberd, find_ejabberd
from tests.servers import SERVERS, XmppServer

# Texts are compared with the English ones, whatever language the developer's system speaks.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"

# Widgets need no screen; the tests of the real desktop start processes with an environment of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says more about what else the computer does than about what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

PASSWORDS = {name: f"geheim-{name}" for name in ("ann", "bram", "vera", "nina", "otto", "ruth")}
"""Nina and Otto are in the tests of presence only: streams that were broken off elsewhere stay present for a while.
Ruth is in those of subscribing only: Prosody lists nobody's subscriptions once a calendar of theirs was deleted."""


# What takes longest begins first: else one worker is still busy with it when the other has nothing left to do.
_LONG = ("desktop", "faults", "corpora", "integration", "simulation", "load", "commands")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Linux runs everything. There is no XMPP server for Windows, and the private desktop is an X server's."""
    items.sort(key=_turn)
    for item in items:
        if sys.platform == "win32" and item.get_closest_marker("server"):
            item.add_marker(pytest.mark.skip(reason="there is no private XMPP server for Windows"))
        if sys.platform != "linux" and item.get_closest_marker("desktop"):
            item.add_marker(pytest.mark.skip(reason="the private desktop needs Linux"))


def _turn(item: pytest.Item) -> int:
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return _LONG.index(folder) if folder in _LONG else len(_LONG)


def pytest_collection_finish() -> None:
    """Thousands of tests are in memory by now, and stay: looking through them takes tenths of a second."""
    gc.collect()
    gc.freeze()
    gc.disable()  # see `garbage_is_found`


_SELDOM = 25  # tests between two looks through everything
_ended = itertools.count(1)


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning nobody expected is a failure. Tests that expect some are marked `expects_warnings`."""
    root = logging.getLogger()
    handlers = list(root.handlers)
    quieten()
    caplog.set_level(logging.INFO)
    yield
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)  # of a command that ran in this process
        handler.close()
    if request.node.get_closest_marker("expects_warnings"):
        return
    records = [r for when in ("setup", "call") for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
    assert not records, "unexpected warnings: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in records)


@pytest.fixture(autouse=True)
def garbage_is_found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A command in this process sets nothing aside: nothing that a test left open may hide in it.

    It is looked for between the tests, in the main thread: Qt cannot forget a timer that a worker's thread destroys,
    and ends the process when that is due.
    """
    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    gc.collect(1 if next(_ended) % _SELDOM else 2)


@pytest.fixture(autouse=True)
def no_window_stays() -> Iterator[None]:
    """The windows of a test end with it. With thousands of them, new colours or fonts take half a minute."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    qapp = widgets.QApplication.instance() if widgets is not None else None
    if widgets is None or not isinstance(qapp, widgets.QApplication):
        return
    for window in qapp.topLevelWidgets():
        if window.parentWidget() is None:
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the person's own files, or asks their keyring or their desktop."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("XDG_", "C42DESKTOP_")) or name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return home


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder for many stores, that no disk makes slow where the system has memory for files."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def kept_ports(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Tests run side by side: a port that one of them found free for its server goes to nobody else until its end.

    Linux lets a server listen at a port that is only held, where both say SO_REUSEADDR.
    """
    with ExitStack() as held:

        def free_ports(count: int) -> list[int]:
            sockets = [held.enter_context(socket.socket()) for _ in range(count)]
            for each in sockets:
                each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                each.bind(("127.0.0.1", 0))
            return [each.getsockname()[1] for each in sockets]

        if sys.platform == "linux":
            for module in (prosody_module, ejabberd_module):
                monkeypatch.setattr(module, "free_ports", free_ports)
        yield


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def prosody() -> AsyncIterator[Prosody]:
    """One private Prosody for all tests; each uses nodes of its own. Bram and Otto may create nodes."""
    async with Prosody(PASSWORDS, admins=("bram", "otto")) as server:
        yield server


@pytest_asyncio.fixture
async def own_prosody() -> AsyncIterator[Prosody]:
    """A Prosody that one test may stop and start."""
    async with Prosody(PASSWORDS, admins=("bram", "otto")) as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def ejabberd(ejabberd_is_here: None) -> AsyncIterator[Ejabberd]:
    """The same with ejabberd."""
    async with Ejabberd(PASSWORDS, admins=("bram", "otto")) as server:
        yield server


@pytest_asyncio.fixture
async def own_ejabberd(ejabberd_is_here: None) -> AsyncIterator[Ejabberd]:
    """An ejabberd that one test may stop and start."""
    async with Ejabberd(PASSWORDS, admins=("bram", "otto")) as server:
        yield server


@pytest.fixture(scope="session")
def ejabberd_is_here() -> None:
    """Prosody must be there; ejabberd is packed for a few systems only."""
    try:
        find_ejabberd()
    except UserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest) -> XmppServer:
    """Each of the real servers in turn, for what must work with any."""
    found: XmppServer = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=SERVERS)
def own_server(request: pytest.FixtureRequest) -> XmppServer:
    """The same, and the test may stop and start it."""
    found: XmppServer = request.getfixturevalue(f"own_{request.param}")
    return found
