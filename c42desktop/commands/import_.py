"""`import`: a calendar file into a calendar of its own, or into one on a server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.output import complain, hear, print_json, say
from c42desktop.commands.progress import Meter
from c42desktop.errors import UserError
from c42desktop.files import disk, importing
from c42desktop.files.items import OnProgress, Outcome, grouped, words
from c42desktop.files.split import Document, take_apart
from c42desktop.i18n import gettext as _
from c42desktop.instance.line import LostError
from c42desktop.plain import one_line
from c42desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file. `calendar` is the address of what it is in by now."""

    outcome: Outcome
    calendar: str
    title: str

    def said(self) -> tuple[str, dict[str, Any]]:
        """The same as a sentence, and as `--json` prints it. Raises UserError where nothing could be taken."""
        sentence = words(self.outcome, self.title)
        if not self.outcome.done:
            raise UserError(sentence)
        failed = [{"event": event, "problem": problem} for event, problem in self.outcome.failed]
        done, stopped = self.outcome.done, self.outcome.stopped
        return sentence, {"calendar": self.calendar, "imported": done, "failed": failed, "stopped": stopped}


async def import_file(context: Context, file: str, into: str, name: str, account: str, *, as_json: bool) -> None:
    """Import `file` into the calendar at the address `into`, else into one of its own called `name`.

    Raises UserError, also where nothing of the file could be taken. One that is ended on the way says how far it came.
    """
    path = named(file)
    data = disk.read(path)  # the sentence about a file that cannot be read names it as it was typed
    doing = _("Publishing {done} of {total}…") if into else _("Importing {done} of {total}…")
    with Meter(doing) as meter:
        values = {"into": into, "name": name, "account": account, "title": file, "path": str(path.absolute())}
        with _ended_aloud(meter, into):
            done = await context.asked("import", lambda message: _hear(message, meter), **values)
            if done is None:
                done = await _alone(context, data, file, into, name, account, meter)
        sentence, value = done
    if as_json:
        print_json(value)
    else:
        say(sentence)


@contextmanager
def _ended_aloud(meter: Meter, into: str) -> Iterator[None]:
    """What was sent stays; of what was to be kept here, nothing does."""
    try:
        yield
    except (asyncio.CancelledError, LostError):
        if into and meter.done:
            sentence = _("Stopped: {done} of {total} events were sent to {title}, and stay there.")
            complain(sentence.format(done=grouped(meter.done), total=grouped(meter.total), title=into))
        raise


def _hear(message: Mapping[str, Any], meter: Meter) -> None:
    if "progress" in message:
        meter.tell(*message["progress"])
    else:
        hear(message)


def named(file: str) -> Path:
    """The file a person named. Raises UserError."""
    try:
        return Path(file).expanduser()
    except RuntimeError as error:  # the home folder (~name) of nobody
        raise UserError(_("{file} cannot be read: {why}.").format(file=file, why=_("there is no such file"))) from error


async def _alone(
    context: Context, data: bytes, file: str, into: str, name: str, account: str, meter: Meter
) -> tuple[str, dict[str, Any]]:
    """Do it in this process. Raises UserError."""
    document = Document()
    for document in take_apart(data, file):  # noqa: B007  # the last one is complete
        pass
    if into:
        return (await _publish(context, document, into, account, meter)).said()
    with context.writing() as store:
        return (await kept(store, document, named(file), name, meter.tell)).said()


async def _publish(context: Context, document: Document, uri: str, account: str, meter: Meter) -> Imported:
    from c42desktop.commands.online import beside, learnt, signed_in
    from c42desktop.files import publishing
    from c42desktop.xmpp.address import parse_uri

    address = parse_uri(uri)
    chosen = context.account(account)
    async with signed_in(beside(chosen.login), await context.password(chosen), learnt(chosen)) as pubsub:
        outcome = await publishing.publish(pubsub, address, document.pieces, meter.tell)
    return Imported(outcome, address.uri, address.node)


async def kept(store: Store, document: Document, path: Path, name: str, tell: OnProgress) -> Imported:
    """A document in a calendar of its own, called `name`; one that is known is renewed. Raises StoreError."""
    ids = [piece.id for piece in document.pieces]
    ref = importing.known_as(store, path, ids) or importing.ref_of(path)
    name = one_line(name)
    title = name or document.title
    outcome = await importing.into_store(store, ref, title, document.pieces, tell, importing.origin_of(path))
    if name:
        importing.rename(store, ref, name)
    calendar = store.calendar(ref)
    return Imported(outcome, uri_of(ref), calendar.title if calendar else document.title)
