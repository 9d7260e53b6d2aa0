"""How checks are run: all at once, each with a time limit, so that one that hangs is one line and no more."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from c42desktop.doctor.finding import Finding, failed
from c42desktop.i18n import gettext as _

log = logging.getLogger(__name__)

LIMIT = 20.0  # seconds for one check, with all that it waits for
T = TypeVar("T")

Looked = Finding | Sequence[Finding]
OnFindings = Callable[["Check", Sequence[Finding]], None]


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """One check. `look` gives what was found: at least one line."""

    name: str
    look: Callable[[], Awaitable[Looked]]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """The checks that belong together: those of an account, or with "" those of this computer.

    `close` ends what they have in common.
    """

    account: str
    checks: Sequence[Check]
    close: Callable[[], Coroutine[Any, Any, None]] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """All findings of one check."""

    account: str
    findings: tuple[Finding, ...]


class Once(Generic[T]):
    """Work that several checks need: begun by the first, done once, and given to all."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._work = work
        self._task: asyncio.Task[T] | None = None

    async def get(self) -> T:
        """What came of it. Whoever waits may leave: the others still get it."""
        if self._task is None:
            self._task = asyncio.ensure_future(self._work())
        return await asyncio.shield(self._task)

    async def cancel(self) -> None:
        """Nobody needs it any more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)


@dataclass(slots=True)
class Stopwatch:
    """How long something took, in seconds."""

    seconds: float = field(default=0.0)


@contextmanager
def timed() -> Iterator[Stopwatch]:
    """Measure what is done within."""
    watch, began = Stopwatch(), time.monotonic()
    try:
        yield watch
    finally:
        watch.seconds = time.monotonic() - began


async def run(groups: Sequence[Group], on_findings: OnFindings, limit: float = LIMIT) -> list[Result]:
    """Run all checks at the same time. `on_findings` hears of each as it ends; the results are in the order of the
    groups."""
    try:
        answers = await asyncio.gather(
            *(_run_one(check, on_findings, limit) for group in groups for check in group.checks)
        )
    finally:
        await asyncio.gather(*(group.close() for group in groups if group.close), return_exceptions=True)
    found = iter(answers)
    return [Result(group.account, next(found)) for group in groups for _check in group.checks]


async def _run_one(check: Check, on_findings: OnFindings, limit: float) -> tuple[Finding, ...]:
    with timed() as watch:
        looked = await _guarded(check, limit)
    findings = (looked,) if isinstance(looked, Finding) else tuple(looked)
    findings = tuple(each if each.seconds is not None else replace(each, seconds=watch.seconds) for each in findings)
    on_findings(check, findings)
    return findings


async def _guarded(check: Check, limit: float) -> Looked:
    try:
        async with asyncio.timeout(limit):
            return await check.look()
    except TimeoutError:
        text = _("There was no answer within {seconds} seconds.").format(seconds=f"{limit:g}")
        return failed(check.name, text, _("Try again. If it stays so, ask whoever runs what does not answer."))
    except Exception as error:
        # A defect. It costs this line, not the report; only its kind is told, for its words may hold anything.
        log.error("A check failed: %s: %s", check.name, type(error).__name__)
        text = _("This could not be checked ({why}).").format(why=type(error).__name__)
        return failed(check.name, text, _("This is a mistake of this program. Please report it."))
