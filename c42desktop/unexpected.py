"""Errors that nobody caught: in a slot of Qt, a thread, a callback of the loop, the end of an object. Each is a defect;
the program goes on, and the log keeps the trace."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

_log = logging.getLogger(__name__)


@contextmanager
def logged() -> Iterator[None]:
    """While this lasts, they are in the log; before and after it, Python prints them."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = _Slots().failed, _in_thread, _at_end
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """For `set_exception_handler`. The message may go on with the arguments of a callback: those are left out."""
    said = str(context.get("message", "")).partition("(")[0]
    _log.error("Unexpected error in the loop: %s", said, exc_info=context.get("exception"))


class _Slots:
    """What fails while it paints fails with each frame: of one place the first is logged, the 10th, the 100th …"""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()

    def failed(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error in a slot or in a method that Qt calls."""
        place = _place(trace)
        self._counts[place] += 1
        count = self._counts[place]
        if count == 1:
            _log.error("Unexpected error", exc_info=error)
        elif str(count).rstrip("0") == "1":
            _log.error("Unexpected error, the %dth of this kind", count, exc_info=error)


def _place(trace: TracebackType | None) -> tuple[str, int]:
    """Where it was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)


def _in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        _log.error("Unexpected error in a thread", exc_info=args.exc_value)


def _at_end(args: sys.UnraisableHookArgs) -> None:
    _log.error("Unexpected error that nobody could be told of", exc_info=args.exc_value)
