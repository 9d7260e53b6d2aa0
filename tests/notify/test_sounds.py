"""Sounds: only those that were chosen, by the desktop or by us, never by both, and nothing waits for them."""

from __future__ import annotations

import asyncio
import runpy
import struct
import sys
import wave
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop import assets
from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, ItemRef, Reminder
from c42desktop.notify import sounds
from c42desktop.notify.due import notification_of
from c42desktop.notify.freedesktop import FreedesktopNotifier
from c42desktop.notify.notification import Notification
from c42desktop.notify.notifier import FallbackNotifier, NotifyError, RecordingNotifier
from c42desktop.notify.policy import notification_for
from c42desktop.notify.scene import Scene
from c42desktop.notify.sounds import Sounds, sound_file
from c42desktop.preferences import SOUNDS
from tests.desktop.harness import Desktop
from tests.notify.fake_daemon import fake_daemon

REMINDER = Notification("review", "Design review in 10 minutes", sound="reminder")
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
TEAM = CalendarRef("ann@example.com", "pubsub.example.com", "team")
REVIEW = Event("uid", "Design review", NOW + timedelta(hours=1), NOW + timedelta(hours=2))


class Heard(Sounds):
    """Notes what would be heard."""

    def __init__(self, *chosen: str) -> None:
        super().__init__(lambda: chosen)
        self.kinds: list[str] = []

    def play(self, kind: str) -> None:
        if self.file(kind) is not None:
            self.kinds.append(kind)


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only program of the path: what it is asked to play stands in a file."""
    if sys.platform == "win32":
        pytest.skip("Windows plays without a program")
    program, played = tmp_path / "bin" / "paplay", tmp_path / "played"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> "{played}"\n[ ! -e "{tmp_path}/fail" ]\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    yield played


async def ended(playing: Sounds) -> None:
    await asyncio.gather(*playing._tasks._running)


async def test_a_chosen_sound_is_played_by_a_program(player: Path) -> None:
    playing = Sounds(lambda: {"reminder"})
    playing.play("reminder")
    await ended(playing)
    assert player.read_text() == f"{assets.path('sounds/reminder.wav')}\n"


async def test_what_was_not_chosen_is_not_heard(player: Path) -> None:
    playing = Sounds(lambda: {"reminder"})
    for kind in ("change", "", "../icons/bell", "summary"):
        playing.play(kind)
    await ended(playing)
    assert not player.exists()


async def test_of_several_at_once_one_is_heard(player: Path) -> None:
    playing = Sounds(lambda: SOUNDS)
    for kind in SOUNDS:
        playing.play(kind)
    await ended(playing)
    assert player.read_text().count("\n") == 1
    playing.play("change")
    await ended(playing)
    assert player.read_text().count("\n") == 2


@pytest.mark.parametrize("how", ["fails", "is not there"])
async def test_a_player_that_cannot_is_no_more_than_a_line_in_the_log(
    player: Path, how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    if how == "fails":
        (tmp_path / "fail").touch()
    else:
        monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    playing = Sounds(lambda: SOUNDS)
    playing.play("change")
    await ended(playing)
    (record,) = caplog.records
    assert record.getMessage().startswith("No sound: ")


async def test_a_player_that_hangs_is_ended(
    player: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bin" / "paplay").write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    monkeypatch.setattr(sounds, "_LONGEST", 0.1)
    playing = Sounds(lambda: SOUNDS)
    playing.play("change")
    async with asyncio.timeout(10):
        await ended(playing)
    assert "timed out" in caplog.text


@pytest.mark.desktop
@pytest.mark.parametrize("chosen", [True, False])
async def test_a_daemon_with_sounds_plays_it_itself(desktop: Desktop, chosen: bool) -> None:
    desktop.notifications.stop()
    heard = Heard(*(["reminder"] if chosen else []))
    async with fake_daemon(desktop.bus.address, "sound") as daemon:
        native = FreedesktopNotifier("c42desktop", desktop.bus.address, sounds=heard)
        notifier = FallbackNotifier([native], heard)
        await notifier.show(REMINDER)
        await notifier.close()
    hints = daemon.calls[0][6]
    assert ("sound-file" in hints) is chosen
    if chosen:
        assert hints["sound-file"].value == str(assets.path("sounds/reminder.wav"))
    assert heard.kinds == []


@pytest.mark.desktop
async def test_a_daemon_without_sounds_gets_no_hint_and_we_play(desktop: Desktop) -> None:
    desktop.notifications.stop()
    heard = Heard("reminder")
    async with fake_daemon(desktop.bus.address, "body") as daemon:
        native = FreedesktopNotifier("c42desktop", desktop.bus.address, sounds=heard)
        notifier = FallbackNotifier([native], heard)
        await notifier.show(REMINDER)
        await notifier.close()
    assert "sound-file" not in daemon.calls[0][6]
    assert heard.kinds == ["reminder"]


async def test_what_nobody_shows_is_not_heard() -> None:
    native, heard = RecordingNotifier(), Heard("reminder")
    native.refusal = NotifyError("No daemon")
    with pytest.raises(NotifyError):
        await FallbackNotifier([native], heard).show(REMINDER)
    assert heard.kinds == []


def test_a_change_and_a_reminder_sound_each_in_its_way() -> None:
    change = Change(ChangeKind.ADDED, TEAM, "review", "Design review", NOW, (), REVIEW)
    scene = Scene(NOW, UTC, {})
    told = notification_for([change], scene)
    reminded = notification_of(Reminder(ItemRef(TEAM, "review"), REVIEW, NOW, "a"), scene)
    assert told is not None
    assert (told.sound, reminded.sound) == ("change", "reminder")


def test_every_kind_has_a_short_file_that_every_system_plays() -> None:
    files = [sound_file(kind) for kind in SOUNDS]
    assert sum(file.stat().st_size for file in files if file) < 100_000
    for file in files:
        assert file is not None
        with wave.open(str(file)) as opened:
            assert (opened.getnchannels(), opened.getsampwidth()) == (1, 2)
            assert 0.2 < opened.getnframes() / opened.getframerate() < 1
    assert sound_file("loud") is None


def test_the_files_are_what_the_script_draws(tmp_path: Path) -> None:
    script = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "sounds.py"))
    assert set(script["SOUNDS"]) == set(SOUNDS)
    for kind, tones in script["SOUNDS"].items():
        script["write"](tmp_path / "drawn.wav", tones)
        drawn, kept = (frames(path) for path in (tmp_path / "drawn.wav", assets.path(f"sounds/{kind}.wav")))
        assert len(drawn) == len(kept)
        assert all(abs(one - other) <= 1 for one, other in zip(drawn, kept, strict=True))


def frames(path: Path) -> tuple[int, ...]:
    with wave.open(str(path)) as opened:
        held = opened.readframes(opened.getnframes())
    return struct.unpack(f"<{len(held) // 2}h", held)


def test_no_sound_is_louder_at_its_begin_or_end_than_a_click(tmp_path: Path) -> None:
    script = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "sounds.py"))
    for tones in script["SOUNDS"].values():
        drawn = script["samples"](tones)
        assert abs(drawn[0]) < 0.01 and abs(drawn[-1]) < 0.01
        assert 0.2 < max(map(abs, drawn)) < 0.5
