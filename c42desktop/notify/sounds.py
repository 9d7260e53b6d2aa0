"""The sounds of notifications: played by the desktop where it can, else by a small program that every desktop has."""

from __future__ import annotations

import asyncio
import logging
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from c42desktop import assets
from c42desktop.preferences import SOUNDS
from c42desktop.tasks import Tasks

_log = logging.getLogger(__name__)

# In this order: PipeWire, PulseAudio, ALSA; macOS has the last one.
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_LONGEST = 10.0  # seconds; the sounds themselves take less than one


def sound_file(kind: str) -> Path | None:
    """The file of a kind of notification; None for a kind that has none."""
    file = assets.path(f"sounds/{kind}.wav") if kind in SOUNDS else None
    return file if file is not None and file.is_file() else None


class Sounds:
    """Plays the kinds of `chosen()`, and no others, without holding anything up."""

    def __init__(self, chosen: Callable[[], Collection[str]]) -> None:
        self._chosen = chosen
        self._tasks = Tasks()
        self._playing: asyncio.Task[None] | None = None

    def file(self, kind: str) -> Path | None:
        """What is to be heard with a notification of this kind, if anything."""
        return sound_file(kind) if kind in self._chosen() else None

    def play(self, kind: str) -> None:
        """Let it be heard, if it is chosen. Of several at once, the first is heard."""
        file = self.file(kind)
        if file is not None and (self._playing is None or self._playing.done()):
            self._playing = self._tasks.spawn(play(file))

    async def close(self) -> None:
        """Wait for nothing any more; what plays ends by itself."""
        await self._tasks.cancel()


SILENT = Sounds(lambda: ())


async def play(file: Path) -> None:
    """Play a file. Where nothing can, nothing is heard."""
    try:
        await asyncio.to_thread(_play, file)
    except (OSError, subprocess.SubprocessError, RuntimeError) as error:
        _log.info("No sound: %s", error)


def _play(file: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        return
    player = next((argv for argv in PLAYERS if shutil.which(argv[0])), None)
    if player is None:
        _log.info("No sound: none of %s is here.", ", ".join(argv[0] for argv in PLAYERS))
        return
    argv = [*player, str(file)]
    nowhere = subprocess.DEVNULL
    subprocess.run(argv, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=_LONGEST, check=True)  # noqa: S603
