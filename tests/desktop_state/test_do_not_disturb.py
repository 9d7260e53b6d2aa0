"""Whoever tells of do not disturb is heard at once; whoever fails or hangs disturbs nobody by that."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from c42desktop.desktop_state import daemon, gsettings, watch, xfce
from c42desktop.desktop_state.session_bus import Listener
from c42desktop.desktop_state.source import Call, Source
from c42desktop.desktop_state.watch import DesktopWatch, system_sources
from tests.desktop.harness import Desktop
from tests.desktop_state.services import DAEMON, XFCONF, Dconf, Heard, Plasma, Xfconfd, dconf, on_bus, plasma, xfconfd

pytestmark = pytest.mark.desktop


@asynccontextmanager
async def listening(desktop: Desktop, *sources: Source, patience: float = 3.0) -> AsyncIterator[Heard]:
    heard = Heard()
    listener = Listener(sources, heard, desktop.bus.address, patience)
    task = asyncio.create_task(listener.run())
    yield heard
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def everybody() -> Sequence[Source]:
    return [daemon.inhibited(), daemon.paused(), xfce.Xfconf()]


async def test_without_anybody_nothing_is_quiet(desktop: Desktop) -> None:
    async with listening(desktop, *everybody()) as heard:
        await heard.until(False)
    assert heard.said == [False]


async def test_plasma_tells_of_each_change(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, DAEMON, plasma) as service, listening(desktop, *everybody()) as heard:
        assert isinstance(service, Plasma)
        await heard.until(False)
        service.set(True)
        await heard.until(True)
        service.set(False)
        await heard.until(False)


async def test_what_was_on_before_the_start_is_found(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, DAEMON, plasma) as service:
        service.quiet = True
        async with listening(desktop, *everybody()) as heard:
            await heard.until(True)
    assert heard.said[0] is True


async def test_a_daemon_that_comes_later_is_asked_and_one_that_goes_is_quiet_no_more(desktop: Desktop) -> None:
    async with listening(desktop, *everybody()) as heard:
        await heard.until(False)
        bus = on_bus(desktop.bus.address, DAEMON, _quiet_plasma)
        async with bus:
            await heard.until(True)
        await heard.until(False)


def _quiet_plasma(bus: object) -> Plasma:
    service = plasma(bus)  # type: ignore[arg-type]
    service.quiet = True
    return service


async def test_xfce_tells_of_each_change(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, XFCONF, xfconfd) as service, listening(desktop, *everybody()) as heard:
        assert isinstance(service, Xfconfd)
        await heard.until(False)
        service.set(True)
        await heard.until(True)
        service.set(False)
        await heard.until(False)


async def test_other_signals_are_no_reason_to_ask(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, XFCONF, xfconfd) as service, listening(desktop, xfce.Xfconf()) as heard:
        await heard.until(False)
        before = service.asked
        service.signal("/org/xfce/Xfconf", XFCONF, "PropertyRemoved", "ss", "xfce4-notifyd", "/theme")
        service.signal("/org/xfce/Xfconf", XFCONF, "PropertyRemoved", "ss", "xfce4-panel", "/do-not-disturb")
        assert isinstance(service, Xfconfd)
        service.set(True)  # it came last
        await heard.until(True)
        assert service.asked == before + 1


async def test_one_that_hangs_does_not_hold_up_the_others(desktop: Desktop) -> None:
    async with (
        on_bus(desktop.bus.address, DAEMON, plasma) as hanging,
        on_bus(desktop.bus.address, XFCONF, xfconfd) as xfce_,
    ):
        hanging.hangs = True
        xfce_.quiet = True
        async with listening(desktop, *everybody(), patience=0.2) as heard:
            await heard.until(True)
    assert hanging.asked and heard.said[0] is True


async def test_one_that_hangs_is_not_quiet(desktop: Desktop) -> None:
    async with on_bus(desktop.bus.address, DAEMON, plasma) as hanging:
        hanging.hangs = hanging.quiet = True
        async with listening(desktop, *everybody(), patience=0.1) as heard:
            await heard.until(False)


class Broken(Source):
    name = "org.example.Broken"
    rules = ()

    def concerns(self, message: object) -> bool:
        return False

    async def ask(self, call: Call) -> bool:
        raise KeyError("what nobody thought of")


async def test_one_that_fails_is_not_quiet_and_says_nothing(desktop: Desktop, caplog: pytest.LogCaptureFixture) -> None:
    async with listening(desktop, Broken()) as heard:
        await heard.until(False)
    assert not caplog.records


# -- GNOME, Cinnamon, MATE: a setting that a program reads ----------------------------------------------------------

GNOME = ("get org.gnome.desktop.notifications show-banners", "/org/gnome/desktop/notifications/show-banners")
CINNAMON = (
    "get org.cinnamon.desktop.notifications display-notifications",
    "/org/cinnamon/desktop/notifications/display-notifications",
)
MATE = ("get org.mate.NotificationDaemon do-not-disturb", "/org/mate/notification-daemon/do-not-disturb")


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What `gsettings` says, in a file for each question."""
    program = tmp_path / "bin" / "gsettings"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ncat "{tmp_path}/$*"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    yield tmp_path


@pytest.mark.parametrize(
    ("desktops", "question", "key", "quiet"),
    [
        ("ubuntu:GNOME", *GNOME, "false"),
        ("X-Cinnamon", *CINNAMON, "false"),
        ("MATE", *MATE, "true"),
    ],
)
async def test_a_setting_is_read_again_when_dconf_tells_of_it(
    desktop: Desktop, said: Path, desktops: str, question: str, key: str, quiet: str
) -> None:
    source = gsettings.setting_of(desktops)
    assert source is not None
    loud = {"true": "false", "false": "true"}[quiet]
    (said / question).write_text(f"{loud}\n")
    async with on_bus(desktop.bus.address, "ca.desrt.dconf", dconf) as service:
        assert isinstance(service, Dconf)
        async with listening(desktop, source) as heard:
            await heard.until(False)
            (said / question).write_text(f"{quiet}\n")
            service.tell(key)
            await heard.until(True)
            (said / question).unlink()  # it fails
            service.tell("/")
            await heard.until(False)


@pytest.mark.parametrize("desktops", ["KDE", "", "GNOME-Flashback", "XFCE"])
def test_a_setting_of_another_desktop_means_nothing(desktops: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktops)
    assert not any(isinstance(each, gsettings.Setting) for each in system_sources())
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", f"{desktops}:GNOME")
    assert any(isinstance(each, gsettings.Setting) for each in system_sources())


def test_windows_and_macos_hold_back_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("win32", "darwin"):
        monkeypatch.setattr("sys.platform", platform)
        assert system_sources() == []


# -- all together -------------------------------------------------------------------------------------------------


async def test_the_watch_tells_what_changes_and_nothing_twice(desktop: Desktop) -> None:
    said: list[bool] = []
    async with on_bus(desktop.bus.address, DAEMON, plasma) as service:
        assert isinstance(service, Plasma)
        service.quiet = True
        watcher = DesktopWatch(sources=everybody(), full_screen=lambda: False, address=desktop.bus.address)
        watcher.on_changed = lambda: said.append(watcher.do_not_disturb)
        watcher.start()
        watcher.start()
        await watcher.first_word()
        assert said == [True]
        watcher.leave()
        assert said == [True, False]
        await watcher.stop()


async def test_the_end_is_no_end_of_do_not_disturb(desktop: Desktop) -> None:
    said: list[bool] = []
    async with on_bus(desktop.bus.address, DAEMON, _quiet_plasma):
        watcher = DesktopWatch(sources=everybody(), full_screen=lambda: False, address=desktop.bus.address)
        watcher.on_changed = lambda: said.append(watcher.do_not_disturb)
        watcher.start()
        await watcher.first_word()
        await watcher.stop()
    assert said == [True], "what was held back is not told while the program ends"


async def test_the_first_word_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch, desktop: Desktop) -> None:
    monkeypatch.setattr(watch, "_FIRST_WORD", 0.05)
    async with on_bus(desktop.bus.address, DAEMON, plasma) as service:
        service.hangs = True
        watcher = DesktopWatch(sources=everybody(), full_screen=lambda: False, address=desktop.bus.address)
        watcher.start()
        async with asyncio.timeout(2):
            await watcher.first_word()
            await watcher.first_word()
        assert watcher.do_not_disturb is False
        await watcher.stop()


async def test_without_a_bus_nothing_is_quiet(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    watcher = DesktopWatch(sources=everybody(), full_screen=lambda: False, address=f"unix:path={tmp_path / 'none'}")
    watcher.start()
    async with asyncio.timeout(5):
        await watcher.first_word()
    assert watcher.do_not_disturb is False
    await watcher.stop()
    (record,) = caplog.records
    assert record.getMessage().startswith("No session bus tells of do not disturb: ")


async def test_where_nobody_can_tell_nothing_is_waited_for() -> None:
    watcher = DesktopWatch(sources=[], full_screen=lambda: False)
    watcher.start()
    await watcher.first_word()
    assert watcher.do_not_disturb is False
    await watcher.stop()
