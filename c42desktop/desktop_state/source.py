"""Who may tell of do not disturb on the session bus: one small interface, a file for each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message

Call = Callable[["Message"], Awaitable[list[Any]]]
"""Sends a method call, without starting anybody for it. Gives the body of the answer; raises where there is none."""


class Source(ABC):
    """One of them. `name` is its name on the bus: where that comes or goes, it is asked again."""

    name: str
    rules: tuple[str, ...]
    """What to listen for: D-Bus match rules."""

    @abstractmethod
    def concerns(self, message: Message) -> bool:
        """True for a signal after which it is to be asked again."""

    @abstractmethod
    async def ask(self, call: Call) -> bool:
        """Whether its person is not to be disturbed. May raise anything: then nobody knows."""
