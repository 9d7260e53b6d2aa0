"""What the tray application is started for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Startup:
    """`hidden`: without its window, as where the desktop's session begins. `targets`: `xmpp:` addresses and files (as a
    path or a `file:` URI) to be shown, each with a question what to do with it."""

    hidden: bool = False
    targets: tuple[str, ...] = ()
    verbose: bool = False
