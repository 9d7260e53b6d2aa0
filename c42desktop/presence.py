"""Whether somebody is there, as a value that the server's side and the window share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Show(StrEnum):
    """How much somebody is there (RFC 6121 §4.7.2.1)."""

    ONLINE = ""
    CHAT = "chat"
    AWAY = "away"
    XA = "xa"
    DND = "dnd"


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody is there. `status` is what they say of it in one line, "" where that is nothing."""

    show: Show = Show.ONLINE
    status: str = ""
