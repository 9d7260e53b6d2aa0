"""What is dragged out of the window: begun when the drag begins, and done at the latest when somebody asks for it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from c42desktop.calendar.model import Calendar, ItemRef
from c42desktop.errors import UserError
from c42desktop.files import disk
from c42desktop.files.exporting import Export, file_name, items_of
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.drags import Dragged


class OutgoingController:
    """Makes the files of drags, and keeps them until the program ends. `now` gives the instant (aware)."""

    def __init__(self, store: Store, tasks: Tasks, now: Callable[[], datetime]) -> None:
        self._store = store
        self._tasks = tasks
        self._now = now
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            self._folder.cleanup()

    def find(self, what: Calendar | ItemRef, title: str) -> Dragged | None:
        """What dragging a calendar or an event gives; None where it cannot be read now, or is empty."""
        try:
            refs = items_of(self._store, what.ref) if isinstance(what, Calendar) else [what]
            calendar = what if isinstance(what, Calendar) else self._store.calendar(what.calendar)
        except StoreError:
            return None
        if not refs:
            return None
        file = _File(self._store, refs, Export(title if isinstance(what, Calendar) else "", self._now()))
        self._tasks.spawn(file.gather())
        return Dragged(
            title, calendar.color if calendar else "", file.text, lambda: file.written(self._new_folder(), title)
        )

    def _new_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="c42desktop-", ignore_cleanup_errors=True)
        return Path(tempfile.mkdtemp(dir=self._folder.name))


class _File:
    """One file in the making."""

    def __init__(self, store: Store, refs: Sequence[ItemRef], export: Export) -> None:
        self._store = store
        self._rest = iter(refs)
        self._export = export
        self._path: Path | None = None

    async def gather(self) -> None:
        """In slices, while the pointer is on its way."""
        try:
            async for part in slices(self._rest):
                for ref in part:
                    self._add(ref)
        except StoreError:
            return  # whoever asks for it meets the same

    def text(self) -> str:
        """The whole file. Raises OSError."""
        try:
            for ref in self._rest:
                self._add(ref)
        except StoreError as error:
            raise OSError(str(error)) from error
        return "".join(self._export.chunks())

    def written(self, folder: Path, title: str) -> Path:
        """The file on the disk, written once. Raises OSError."""
        if self._path is None:
            path = folder / file_name(title)
            try:
                disk.write(path, [self.text()])
            except UserError as error:
                raise OSError(str(error)) from error
            self._path = path
        return self._path

    def _add(self, ref: ItemRef) -> None:
        item = self._store.item(ref)
        if item is not None:
            self._export.add(item)
