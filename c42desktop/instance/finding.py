"""Who is the application of a profile: this process, or one that is asked instead.

The profile's lock decides. Whoever holds it says beside it where it listens; until it does, and while it leaves, the
others wait. A process that was killed holds no lock, whatever else it left behind.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from c42desktop import __version__
from c42desktop.instance.line import GoneError, LostError, OnMessage, line_to
from c42desktop.instance.protocol import Message
from c42desktop.profile import APPLICATION, HeldError, Holder, Profile, holder_of, is_held, locked
from c42desktop.startup import Startup

PATIENCE = 15.0  # seconds for an application to start or to leave, on a slow machine
BRIEF = 3.0  # seconds for a command to end: most do, and a start at such a moment is no error to show in a window
AGAIN = 0.05  # seconds between two looks at one that does either
OPEN = "open"  # what a second start asks for


def start(profile: Profile, startup: Startup, run: Callable[[], int], patience: float = PATIENCE) -> int:
    """Run as the application of the profile, or hand over what was asked for to the one that runs already.

    Gives the exit code. Raises UserError.
    """
    with ExitStack() as owned:
        if not asyncio.run(_is_first(profile, startup, owned, patience)):
            return 0
        return run()


async def asked(
    profile: Profile, do: str, values: Message, on_message: OnMessage, patience: float = PATIENCE
) -> Any | None:
    """What the application says that it has done; None where no application runs on the profile. Raises UserError."""
    deadline = time.monotonic() + patience
    while (holder := holder_of(profile)) is not None and holder.is_application:
        try:
            return await _ask(holder, do, values, on_message)
        except GoneError:
            if not await asyncio.to_thread(is_held, profile):
                return None
        if time.monotonic() >= deadline:
            raise HeldError(holder)
        await asyncio.sleep(AGAIN)
    return None


async def _is_first(profile: Profile, startup: Startup, owned: ExitStack, patience: float) -> bool:
    """Whether this process is the application, and owns the profile; else the one that is has been asked."""
    began = time.monotonic()
    while True:
        try:
            owned.enter_context(locked(profile, APPLICATION))
        except HeldError as held:
            is_command = held.holder is not None and not held.holder.is_application
            if held.holder is not None and not is_command and await _has_taken(held.holder, startup):
                return False
            if time.monotonic() - began >= (min(BRIEF, patience) if is_command else patience):
                raise
        else:
            return True
        await asyncio.sleep(AGAIN)


async def _has_taken(holder: Holder, startup: Startup) -> bool:
    _let_come_to_the_front(holder.pid)
    try:
        await _ask(holder, OPEN, _values(startup), lambda _message: None)
    except LostError:  # also while it opened what we were started for: it is nowhere to be seen any more
        return False
    return True


async def _ask(holder: Holder, do: str, values: Message, on_message: OnMessage) -> Any:
    if not holder.address:
        raise GoneError
    async with line_to(holder) as line:
        return await line.ask(do, on_message, values)


def _values(startup: Startup) -> Message:
    """With what the desktop gave us to show that a person wanted this: the window gets the keyboard for it."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    return {"hidden": startup.hidden, "targets": list(startup.targets), "token": token, "version": __version__}


def _let_come_to_the_front(pid: int) -> None:
    """Windows gives the keyboard to a process only if the one that has it, or was started from it, says so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
