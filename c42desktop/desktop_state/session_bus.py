"""Listens to all who may tell of do not disturb on the session bus. Nobody is started, or asked without a reason."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from c42desktop.bus import BUS_NAME, PATIENCE, asked, listening
from c42desktop.desktop_state.source import Source

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

_log = logging.getLogger(__name__)


class Listener:
    """Calls `on_quiet` with whether anybody of `sources` says so: once all have answered, and at each change.

    `address` is for tests; otherwise it is the session bus of the environment.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        on_quiet: Callable[[bool], None],
        address: str | None = None,
        patience: float = PATIENCE,
    ) -> None:
        self._sources = sources
        self._on_quiet = on_quiet
        self._address = address
        self._patience = patience
        self._quiet: dict[Source, bool] = {}
        self._to_ask = {source: asyncio.Event() for source in sources}

    async def run(self) -> None:
        """Until cancelled, or until there is no bus (any more): then nobody is quiet."""
        try:
            bus = await listening(self._address, self._handle, self._rules(), self._patience)
        except Exception as error:  # the edge to another program
            _log.info("No session bus tells of do not disturb: %s", str(error) or type(error).__name__)
            self._on_quiet(False)
            return
        try:
            async with asyncio.TaskGroup() as group:
                followers = [group.create_task(self._follow(source, bus)) for source in self._sources]
                with contextlib.suppress(Exception):  # the same edge: why it ended helps nobody
                    await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
                for follower in followers:
                    follower.cancel()
            self._on_quiet(False)
        finally:
            bus.disconnect()

    async def _follow(self, source: Source, bus: MessageBus) -> None:
        """Ask now and after each sign that the answer may be another, one question at a time."""
        event = self._to_ask[source]
        event.set()
        while True:
            await event.wait()
            event.clear()
            self._quiet[source] = await self._ask(source, bus)
            if len(self._quiet) == len(self._sources):
                self._on_quiet(any(self._quiet.values()))

    async def _ask(self, source: Source, bus: MessageBus) -> bool:
        async def call(message: Message) -> list[Any]:
            return await asked(bus, message)

        try:
            async with asyncio.timeout(self._patience):
                return await source.ask(call)
        except Exception as error:  # the edge to another program: most desktops have one of them, and none has all
            _log.debug("%s does not tell of do not disturb: %r", type(source).__name__, error)
            return False

    def _handle(self, message: Message) -> None:
        owner_changed = message.member == "NameOwnerChanged" and message.sender == BUS_NAME
        for source, event in self._to_ask.items():
            if source.concerns(message) or (owner_changed and message.body[:1] == [source.name]):
                event.set()

    def _rules(self) -> list[str]:
        owners = (
            f"type='signal',sender='{BUS_NAME}',member='NameOwnerChanged',arg0='{each.name}'" for each in self._sources
        )
        return list(dict.fromkeys([*(rule for each in self._sources for rule in each.rules), *owners]))
