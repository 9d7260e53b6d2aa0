"""What ends the start of the tray application, said in a window before it is said on standard error."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from c42desktop.errors import UserError, words_of
from c42desktop.screen import has_screen

_log = logging.getLogger(__name__)


@contextmanager
def said_in_a_window(log: Path) -> Iterator[None]:
    """Around all of a run. Errors go on once the window that says them is closed. `log`: where the log is."""
    try:
        yield
    except (UserError, OSError) as error:
        sentence = words_of(error) if isinstance(error, OSError) else str(error)
        _log.info("The program ends: %s", sentence)
        if has_screen():
            from c42desktop.qt_loop import run_in_qt  # what only hands something over does without Qt

            run_in_qt(lambda: _made(sentence, log))
        raise


class _Failure:
    """The window, as what runs in the loop."""

    def __init__(self, sentence: str, log: Path) -> None:
        from c42desktop.ui.start_failure import StartFailureDialog  # a start that works does without

        self.stop = asyncio.Event()
        self._dialog = StartFailureDialog(sentence, log)

    async def run(self) -> None:
        """Until it is closed, or the session ends."""
        self._dialog.finished.connect(lambda _result: self.stop.set())
        self._dialog.open()
        try:
            await self.stop.wait()
        finally:
            self._dialog.hide()
            self._dialog.deleteLater()


@asynccontextmanager
async def _made(sentence: str, log: Path) -> AsyncIterator[_Failure]:
    yield _Failure(sentence, log)
