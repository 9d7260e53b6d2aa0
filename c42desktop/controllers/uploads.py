"""Files from this computer into the event that is edited: sent to the server of its calendar's account."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from c42desktop.calendar.local import is_local
from c42desktop.calendar.model import Attachment, CalendarRef, Event
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import FindLinks, Link, find_link
from c42desktop.tasks import Tasks
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.upload import Progress, Uploaded, upload

if TYPE_CHECKING:
    from c42desktop.ui.attachments_field import AttachmentsField
    from c42desktop.ui.event_editor import Extra

Send = Callable[[Session, Path, Progress], Awaitable[Uploaded]]


class Uploads:
    """The files of all editors that are open. `links()` are the accounts that are online."""

    def __init__(self, links: FindLinks, send: Send = upload) -> None:
        self._links = links
        self._send = send
        self._open: list[FieldUploads] = []

    def attend(self, field: AttachmentsField, calendar: CalendarRef) -> FieldUploads:
        """Send what is chosen in a field, for an event of this calendar, until the field is destroyed."""
        made = FieldUploads(field, calendar, partial(find_link, self._links), self._send)
        self._open.append(made)
        field.destroyed.connect(lambda: self._forget(made))
        return made

    def extra(self, event: Event, calendar: CalendarRef) -> Extra:
        """The files of an event, for the dialog in which it is edited."""
        from c42desktop.ui.attachments_field import AttachmentsField
        from c42desktop.ui.event_editor import Extra

        field = AttachmentsField()
        field.set_attachments(event.details.attachments)
        sending = self.attend(field, calendar)
        return Extra(field, partial(_with_files, field), field.busy, sending.set_calendar)

    def online_changed(self) -> None:
        """An account is online now, or is no longer."""
        for each in self._open:
            each.show_obstacle()

    async def close(self) -> None:
        """Send nothing more."""
        await asyncio.gather(*(each.close() for each in list(self._open)))

    def _forget(self, gone: FieldUploads) -> None:
        self._open.remove(gone)
        gone.cancel_all()


def _with_files(field: AttachmentsField, event: Event) -> Event:
    return replace(event, details=replace(event.details, attachments=field.attachments()))


class FieldUploads:
    """The files of one field. All are sent at once: there are few, and the line is shared by itself."""

    def __init__(
        self, field: AttachmentsField, calendar: CalendarRef, find: Callable[[str], Link | None], send: Send
    ) -> None:
        self._field = field
        self._calendar = calendar
        self._find = find
        self._send = send
        self._tasks = Tasks()
        self._paths: dict[int, Path] = {}
        self._running: dict[int, asyncio.Task[None]] = {}
        field.files_chosen.connect(self._begin)
        field.cancelled.connect(self._cancel)
        field.retried.connect(self._start)
        self.show_obstacle()

    def set_calendar(self, calendar: CalendarRef) -> None:
        """The event goes into another calendar: what follows is sent through its account."""
        self._calendar = calendar
        self.show_obstacle()

    def show_obstacle(self) -> None:
        """Why nothing can be attached, as things are now."""
        self._field.set_obstacle(self._obstacle())

    def cancel_all(self) -> None:
        """Nobody waits for them any more."""
        for task in list(self._running.values()):
            task.cancel()

    async def close(self) -> None:
        """End everything, and wait until it has ended."""
        await self._tasks.cancel()

    def _obstacle(self) -> str:
        if is_local(self._calendar):
            return _("Files can be attached in calendars on a server; this one is on this computer only.")
        if self._find(self._calendar.account) is None:
            return _("You are offline. Files can be attached once you are connected.")
        return ""

    def _begin(self, paths: Sequence[Path]) -> None:
        for path in paths:
            number = self._field.begin(path.name)
            self._paths[number] = path
            self._start(number)

    def _start(self, number: int) -> None:
        self._running[number] = self._tasks.spawn(self._upload(number, self._paths[number]))

    def _cancel(self, number: int) -> None:
        self._paths.pop(number, None)
        task = self._running.get(number)
        if task is not None:
            task.cancel()

    async def _upload(self, number: int, path: Path) -> None:
        try:
            link = self._find(self._calendar.account)
            if link is None:
                raise UserError(self._obstacle())
            found = await self._send(link.session, path, partial(self._field.show_progress, number))
        except UserError as error:
            self._field.fail(number, str(error))
        else:
            self._paths.pop(number, None)
            self._field.finish(number, Attachment(found.url, found.name, found.media_type, found.size))
        finally:
            self._running.pop(number, None)
