"""`import`: a calendar file into a calendar of its own, or into one on a server."""

from __future__ import annotations

from pathlib import Path

from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.output import print_json, say
from c42desktop.commands.progress import Meter
from c42desktop.errors import UserError
from c42desktop.files import disk, importing
from c42desktop.files.items import Outcome, words
from c42desktop.files.split import Document, take_apart
from c42desktop.i18n import gettext as _


async def import_file(context: Context, file: str, into: str, name: str, account: str, *, as_json: bool) -> None:
    """Import `file` into the calendar at the address `into`, else into one of its own called `name`.

    Raises UserError, also where nothing of the file could be taken.
    """
    path = named(file)
    document = Document()
    for document in take_apart(disk.read(path), file):  # noqa: B007  # the last one is complete
        pass
    if into:
        outcome, where, title = await _publish(context, document, into, account)
    else:
        outcome, where, title = await _keep(context, document, path, name)
    if not outcome.done:
        raise UserError(words(outcome, title))
    if as_json:
        failed = [{"event": event, "problem": problem} for event, problem in outcome.failed]
        print_json({"calendar": where, "imported": outcome.done, "failed": failed, "stopped": outcome.stopped})
    else:
        say(words(outcome, title))


def named(file: str) -> Path:
    """The file a person named. Raises UserError."""
    try:
        return Path(file).expanduser()
    except RuntimeError as error:  # the home folder (~name) of nobody
        raise UserError(_("{file} cannot be read: {why}.").format(file=file, why=_("there is no such file"))) from error


async def _publish(context: Context, document: Document, uri: str, account: str) -> tuple[Outcome, str, str]:
    from c42desktop.commands.online import beside, learnt, signed_in
    from c42desktop.files import publishing
    from c42desktop.xmpp.address import parse_uri

    address = parse_uri(uri)
    chosen = context.account(account)
    async with signed_in(beside(chosen.login), await context.password(chosen), learnt(chosen)) as pubsub:
        with Meter(_("Publishing {done} of {total}…")) as meter:
            outcome = await publishing.publish(pubsub, address, document.pieces, meter.tell)
    return outcome, address.uri, address.node


async def _keep(context: Context, document: Document, path: Path, name: str) -> tuple[Outcome, str, str]:
    with context.writing() as store:
        ids = [piece.id for piece in document.pieces]
        ref = importing.known_as(store, path, ids) or importing.ref_of(path)
        with Meter(_("Importing {done} of {total}…")) as meter:
            title, origin = name or document.title, _("From the file {name}").format(name=path.name)
            outcome = await importing.into_store(store, ref, title, document.pieces, meter.tell, origin)
        if name:
            importing.rename(store, ref, name)
        calendar = store.calendar(ref)
    return outcome, uri_of(ref), calendar.title if calendar else document.title
