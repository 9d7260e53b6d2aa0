"""What the tray application is started for."""

from __future__ import annotations

from dataclasses import dataclass

LOG_LEVELS = ("error", "warning", "info", "debug")
"""How much is logged, from little to much."""


@dataclass(frozen=True, slots=True)
class Startup:
    """`hidden`: without its window, as where the desktop's session begins. `targets`: `xmpp:` addresses and files (as a
    path or a `file:` URI) to be shown, each with a question what to do with it. `log_level`: one of `LOG_LEVELS`."""

    hidden: bool = False
    targets: tuple[str, ...] = ()
    log_level: str = "info"
