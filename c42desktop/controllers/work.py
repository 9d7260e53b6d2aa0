"""Long work that a person asked for: one after the other, with how far it is in the banner, and a way to end it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from c42desktop.controllers.banner import BannerController
from c42desktop.errors import UserError
from c42desktop.files.items import OnProgress, grouped
from c42desktop.i18n import gettext as _
from c42desktop.tasks import Tasks

PATIENCE = 0.3  # seconds: what is done sooner needs no banner
PAUSE = 0.25  # seconds between two of its sentences

Job = Callable[[OnProgress], Coroutine[Any, Any, None]]

T = TypeVar("T")


class Work:
    """Runs jobs. What goes wrong in one is told in the banner."""

    def __init__(self, banner: BannerController, tasks: Tasks) -> None:
        self._banner = banner
        self._tasks = tasks
        self._turn = asyncio.Lock()

    def begin(
        self, sentence: str, job: Job, after: Callable[[], Coroutine[Any, Any, None]] | None = None
    ) -> asyncio.Task[None]:
        """Run `job` once those before it are over. `sentence` has {done} and {total}; "" for work nobody waits for.

        `after` cleans up where the job was cancelled or failed.
        """
        return self._tasks.spawn(self._run(sentence, job, after))

    async def shared(
        self, sentence: str, job: Callable[[OnProgress], Awaitable[T]], after: Callable[[], Coroutine[Any, Any, None]]
    ) -> T:
        """The same for somebody elsewhere who waits for what comes of it.

        Raises what the job raises, and UserError where the person at the window ended it.
        """
        async with self._turn:
            doing: asyncio.Future[T] | None = None

            def cancel() -> None:
                if doing is not None:
                    doing.cancel()

            doing = asyncio.ensure_future(job(self._meter(sentence, cancel)))
            try:
                return await doing
            except BaseException as error:  # ended from outside, too: the window must not go on showing it
                self.begin("", lambda _tell: after())
                if isinstance(error, asyncio.CancelledError) and not _is_cancelled():
                    raise UserError(_("This was stopped in the window.")) from None
                raise
            finally:
                self._banner.set_work("")

    async def _run(self, sentence: str, job: Job, after: Callable[[], Coroutine[Any, Any, None]] | None) -> None:
        async with self._turn:
            doing: asyncio.Task[None] | None = None

            def cancel() -> None:
                if doing is not None:
                    doing.cancel()

            doing = asyncio.ensure_future(job(self._meter(sentence, cancel)))
            if not await self._ended(doing) and after is not None:
                await self._ended(asyncio.ensure_future(after()))

    async def _ended(self, doing: asyncio.Task[None]) -> bool:
        """Whether it came to its end. Raises CancelledError only where it is we who are cancelled."""
        try:
            await doing
        except UserError as error:
            self._banner.tell(str(error), error=True)
            return False
        except asyncio.CancelledError:
            if _is_cancelled():
                raise
            return False
        finally:
            self._banner.set_work("")
        return True

    def _meter(self, sentence: str, cancel: Callable[[], None]) -> OnProgress:
        told_at = time.monotonic() + PATIENCE - PAUSE

        def tell(done: int, total: int) -> None:
            nonlocal told_at
            if sentence and time.monotonic() - told_at >= PAUSE:
                told_at = time.monotonic()
                self._banner.set_work(sentence.format(done=grouped(done), total=grouped(total)), cancel)

        return tell


def _is_cancelled() -> bool:
    """Whether it is we who are to end, and not only what we wait for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
