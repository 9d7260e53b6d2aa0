"""Calendar files: the dialog before an import, the import itself, exports, and what is dragged out of the window."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from c42desktop.calendar.local import is_local, local_ref
from c42desktop.calendar.model import Calendar, CalendarRef, ItemRef
from c42desktop.commands.import_ import Imported, kept
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.own import OwnItems
from c42desktop.controllers.work import Work
from c42desktop.errors import UserError
from c42desktop.files import disk, exporting, importing, publishing
from c42desktop.files.items import OnProgress, Outcome, decoded, grouped, words
from c42desktop.files.publishing import Right
from c42desktop.files.split import Document, take_apart
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.link import Link
from c42desktop.plain import one_line
from c42desktop.slices import slices
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.drops import Dropped
from c42desktop.ui.import_dialog import ImportDialog, Target, TargetKind
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.address import NodeAddress


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or the text of one that was dropped."""

    path: Path
    data: bytes | None = None


class FilesController:
    """One import or export at a time; the others wait for it. `links` are those that are online.

    `on_local` is called after a calendar that came from a file is another one. `now` is the instant (aware).
    """

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        tasks: Tasks,
        banner: BannerController,
        own: OwnItems,
        *,
        links: Callable[[], Sequence[Link]],
        on_local: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        self._window = window
        self._store = store
        self._tasks = tasks
        self._banner = banner
        self._own = own
        self._links = links
        self._on_local = on_local
        self._now = now
        self._work = Work(banner, tasks)
        self._waiting: deque[Source] = deque()
        self._dialog: ImportDialog | None = None
        window.import_requested.connect(self.choose)
        window.export_requested.connect(self.export_calendar)

    def start(self) -> None:
        """Throw away what is in no calendar any more: of an account that left, or of an import that never ended."""
        self._work.begin("", self._sweep)

    # -- before an import ---------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file to import."""
        dialog = QFileDialog(self._window, _("Import a calendar file"))
        dialog.setObjectName("choose-import")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Calendar files (*.ics *.ical *.vcs *.xml *.json)"), _("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.offer(Dropped(tuple(Path(name) for name in names))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer(self, dropped: Dropped) -> None:
        """Ask about each file, one after the other, what to do with it."""
        self._waiting.extend(Source(path) for path in dropped.paths)
        if dropped.data:
            self._waiting.append(Source(Path(_("Dropped calendar")), dropped.data))
        self._window.present()
        self._next()

    def _next(self) -> None:
        if self._dialog is None and self._waiting:
            self._open(self._waiting.popleft())

    def _open(self, source: Source) -> None:
        dialog = ImportDialog(source.path.name, self._window)
        self._dialog = dialog
        reading = self._tasks.spawn(self._read(dialog, source))
        dialog.finished.connect(lambda _result: reading.cancel())
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._next()

    async def _read(self, dialog: ImportDialog, source: Source) -> None:
        """Take the file apart, then look where it can go."""
        try:
            data = source.data if source.data is not None else await asyncio.to_thread(disk.read, source.path)
            document = await taken_apart(data, source.path.name)
            local = self._local_targets(source, document)
        except UserError as error:
            dialog.show_error(str(error))
            return
        dialog.import_requested.connect(lambda target, name: self._begin(dialog, source, document, target, name))
        dialog.set_content(document.title, content_words(document))
        dialog.set_targets(local)
        with contextlib.suppress(UserError):  # offline by now: what is kept here can still be had
            dialog.set_targets([*local, *await self._writable()])

    def _local_targets(self, source: Source, document: Document) -> list[Target]:
        new = Target(TargetKind.NEW)
        known = importing.known_as(self._store, source.path, [piece.id for piece in document.pieces])
        calendar = self._store.calendar(known) if known is not None else None
        if calendar is None:
            return [new]
        return [Target(TargetKind.UPDATE, calendar.ref, calendar.title, calendar.color), new]

    async def _writable(self) -> list[Target]:
        """The calendars that their services let us write to, and those of which they do not say. Raises UserError."""
        found: list[Target] = []
        for link in self._links():
            calendars = self._store.calendars(link.jid)
            known = await publishing.affiliations(link.pubsub, [each.ref.service for each in calendars])
            for each in calendars:
                right = await publishing.right_to_write(link.pubsub, each, known[each.ref.service])
                if right is not Right.NO:
                    sure = right is Right.YES
                    found.append(Target(TargetKind.PUBLISH, each.ref, each.title, each.color, sure))
        return sorted(found, key=lambda target: not target.sure)

    # -- the import ---------------------------------------------------------------------------------------------

    def _begin(self, dialog: ImportDialog, source: Source, document: Document, target: Target, name: str) -> None:
        dialog.accept()
        sentence = _("Importing {done} of {total}…")
        if target.kind is TargetKind.PUBLISH and target.calendar is not None:
            ref, title = target.calendar, target.title
            self._work.begin(sentence, lambda tell: self._publish(document, ref, title, tell))
        else:
            ref = target.calendar or self._free_ref(source)
            title = name if target.kind is TargetKind.NEW else target.title
            self._work.begin(sentence, lambda tell: self._keep(document, source, ref, title, tell), self._sweep)

    async def _keep(self, document: Document, source: Source, ref: CalendarRef, title: str, tell: OnProgress) -> None:
        origin = importing.origin_of(source.path)
        outcome = await importing.into_store(self._store, ref, title, document.pieces, tell, origin)
        self._on_local()
        self._banner.tell(words(outcome, title), error=not outcome.done)

    async def _publish(self, document: Document, ref: CalendarRef, title: str, tell: OnProgress) -> None:
        link = next((each for each in self._links() if each.jid == ref.account), None)
        if link is None:
            raise UserError(_("You are offline. The file can be imported once you are connected."))
        address = NodeAddress(ref.service, ref.node)
        outcome, pieces = Outcome(), document.pieces
        try:
            await publishing.publish(
                link.pubsub,
                address,
                pieces,
                tell,
                lambda item_id, payload: self._own.publishing(ItemRef(ref, item_id), payload),
                outcome,
            )
        except asyncio.CancelledError:
            # Taken back, they would be told to everybody once more.
            sentence = _("Stopped: {done} of {total} events were sent to {title}, and stay there.")
            done, total = grouped(outcome.done), grouped(len(pieces))
            self._banner.tell(sentence.format(done=done, total=total, title=one_line(title)))
            raise
        self._banner.tell(words(outcome, title), error=bool(outcome.stopped) or not outcome.done)

    async def keep(self, document: Document, path: Path, name: str, tell: OnProgress) -> Imported:
        """A document that a command was given, in a calendar of its own, after what is being done. Raises UserError."""

        async def work(tell_here: OnProgress) -> Imported:
            def tell_both(done: int, total: int) -> None:
                tell_here(done, total)
                tell(done, total)

            return await kept(self._store, document, path, name, tell_both)

        imported = await self._work.shared(_("Importing {done} of {total}…"), work, self._sweep)
        self._on_local()
        return imported

    def _free_ref(self, source: Source) -> CalendarRef:
        """Of a new calendar, though the same file may have become another one before."""
        first = importing.ref_of(source.path)
        known = {each.ref for each in self._store.calendars() if is_local(each.ref)}
        others = (local_ref(f"{source.path.absolute()} {number}") for number in range(2, len(known) + 3))
        return next(ref for ref in (first, *others) if ref not in known)

    async def _sweep(self, _tell: OnProgress = lambda _done, _total: None) -> None:
        await importing.sweep(self._store)

    def remove(self, ref: CalendarRef) -> None:
        """Forget a calendar that came from a file."""
        try:
            self.forget(ref)
        except StoreError as error:
            self._banner.tell(str(error), error=True)

    def forget(self, ref: CalendarRef) -> None:
        """The same. Raises StoreError."""
        importing.hide(self._store, ref)
        self._on_local()
        self._work.begin("", self._sweep)

    # -- exports ------------------------------------------------------------------------------------------------

    def export_calendar(self, calendar: Calendar) -> None:
        """Ask where to, and write all of a calendar there."""
        self._ask_where(calendar.title, calendar.title, lambda: exporting.items_of(self._store, calendar.ref))

    def export_event(self, item: ItemRef, title: str) -> None:
        """The same for one event, with the whole series that it belongs to."""
        self._ask_where(title, "", lambda: [item])

    def _ask_where(self, name: str, title: str, find: Callable[[], Sequence[ItemRef]]) -> None:
        dialog = QFileDialog(self._window, _("Export"))
        dialog.setObjectName("choose-export")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Calendar files (*.ics)")])
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(exporting.file_name(name))
        dialog.fileSelected.connect(lambda path: self._export(Path(path), title, find))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self, path: Path, title: str, find: Callable[[], Sequence[ItemRef]]) -> None:
        async def work(tell: OnProgress) -> None:
            export = exporting.Export(title, self._now())
            await exporting.gather(self._store, find(), export, tell)
            if not export.count:
                raise UserError(_("There is nothing in it that could be exported."))
            await asyncio.to_thread(disk.write, path, export.chunks())
            self._banner.tell(exporting.words(export, path.name))

        self._work.begin(_("Exporting {done} of {total}…"), work)


async def taken_apart(data: bytes, name: str) -> Document:
    """The whole document, in slices. Raises UserError."""
    document = Document()
    async for part in slices(take_apart(data, name)):
        for document in part:  # noqa: B007  # the last one is complete
            pass
    return document


def content_words(document: Document) -> str:
    """How much there is in a file; of a single event its title."""
    count = len(document.pieces)
    if count == 1:
        return _("1 event: {title}").format(title=decoded(document.pieces[0]).title)
    return ngettext("{count} event", "{count} events", count).format(count=grouped(count))
