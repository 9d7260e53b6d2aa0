"""How far a command is, on a terminal where somebody looks on."""

from __future__ import annotations

import contextlib
import sys
import time
from types import TracebackType
from typing import Self

from c42desktop.files.items import grouped

PAUSE = 0.25  # seconds between two lines; what is done sooner says nothing


class Meter:
    """Writes over one line of standard error, and takes it away at the end. `sentence` has {done} and {total}.

    `done` and `total` are what was told last, also where nobody looks on.
    """

    def __init__(self, sentence: str) -> None:
        self.done = self.total = 0
        self._sentence = sentence
        self._told_at = time.monotonic()
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._width:
            self._write(" " * self._width + "\r")

    def tell(self, done: int, total: int) -> None:
        """So many are done, of so many."""
        self.done, self.total = done, total
        if sys.stderr is None or not sys.stderr.isatty() or time.monotonic() - self._told_at < PAUSE:
            return
        self._told_at = time.monotonic()
        line = self._sentence.format(done=grouped(done), total=grouped(total))
        self._write(f"{line:{self._width}}\r")
        self._width = len(line)

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()
