"""The application as a process of its own: real keys and clicks in, looks into its window out."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

from tests.desktop.harness import Desktop

PATIENCE = 20.0  # seconds until something that should happen must have happened
GLANCE = 0.03  # seconds between two looks


class Inspected:
    """`python -m c42desktop ARGUMENTS` on a private desktop, as an async context manager. Quits it at the end."""

    def __init__(self, desktop: Desktop, *arguments: str) -> None:
        self._desktop = desktop
        self._arguments = arguments
        self._process: asyncio.subprocess.Process | None = None
        self.errors = b""

    async def __aenter__(self) -> Inspected:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.desktop.robot",
            *self._arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._desktop.env,
        )
        return self

    async def __aexit__(self, *_exc: object) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def ask(self, *question: str) -> Any:
        """One look. None where what is asked for is not there."""
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(question).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            while True:
                line = await process.stdout.readline()
                if not line:
                    raise RuntimeError((await self.ended())[1])
                if line.startswith(b"{"):
                    return json.loads(line).get("answer")

    async def until(self, question: Sequence[str], wanted: Callable[[Any], bool]) -> Any:
        """Look again and again until the answer is `wanted`."""
        answer = None
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    answer = await self.ask(*question)
                    if answer is not None and wanted(answer):
                        return answer
                    await asyncio.sleep(GLANCE)
        except TimeoutError:
            raise AssertionError(f"{question}: still {answer}") from None

    async def click(self, name: str) -> None:
        """Click into the middle of a widget."""
        await self._click(await self.until(["where", name], bool))

    async def click_row(self, view: str, text: str) -> None:
        """Click on the row with this text."""
        await self._click(await self.until(["where-row", view, text], bool))

    async def click_tray(self) -> None:
        """Click on the icon in the tray."""
        await self._click(await self.until(["where-tray"], lambda point: min(point) > 0))

    async def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        await self.tool("type", "--delay", "2", text)

    async def press(self, *keys: str) -> None:
        """Press keys, by their X names."""
        await self.tool("key", "--delay", "2", *keys)

    async def tab_to(self, name: str) -> None:
        """Walk by Tab until a widget has the keyboard."""
        while (focused := await self.until(["focus"], bool))[0] != name:
            await self.press("Tab")
            await self.until(["focus"], lambda now, before=focused: now != before)  # else the next is one too many

    async def tool(self, *arguments: str) -> None:
        """xdotool: what a hand does."""
        process = await asyncio.create_subprocess_exec("xdotool", *arguments, env=self._desktop.env)
        assert await process.wait() == 0

    async def terminate(self) -> tuple[int, str]:
        """SIGTERM, as the desktop sends it at its end. Gives exit code and standard error."""
        return await self.kill(signal.SIGTERM)

    async def kill(self, number: signal.Signals) -> tuple[int, str]:
        """End it by a signal. Gives exit code and standard error."""
        assert self._process is not None
        self._process.send_signal(number)
        return await self.ended()

    async def ended(self) -> tuple[int, str]:
        """Wait for its end. Gives exit code and standard error."""
        assert self._process is not None
        async with asyncio.timeout(PATIENCE):
            _out, err = await self._process.communicate()
        return self._process.returncode or 0, err.decode()

    async def _click(self, point: Sequence[int]) -> None:
        x, y = map(str, point)
        await self.tool("mousemove", "--sync", x, y, "click", "1")
