"""`export`: a calendar, or one event of it, as a calendar file."""

from __future__ import annotations

import sys

from c42desktop import clock
from c42desktop.calendar.model import Calendar, ItemRef
from c42desktop.commands.context import Context, uri_of
from c42desktop.commands.import_ import named
from c42desktop.commands.output import complain, shown, to_stdout
from c42desktop.commands.progress import Meter
from c42desktop.errors import UserError
from c42desktop.files import disk
from c42desktop.files.exporting import Export, gather, items_of, words
from c42desktop.i18n import gettext as _
from c42desktop.store.store import Store

STDOUT = "-"


async def export(context: Context, calendar: str, event: str, output: str) -> None:
    """Write a calendar, by its address or title, or one event of it, to a file or standard output. Raises UserError."""
    with context.reading() as store:
        if store is None:
            raise UserError(_("There are no calendars here yet."))
        found = find(store, calendar)
        items = [_event(store, found, event)] if event else items_of(store, found.ref)
        made = Export(found.title, clock.now())
        with Meter(_("Exporting {done} of {total}…")) as meter:
            await gather(store, items, made, meter.tell)
    if event and not made.count:
        raise UserError(_("This event cannot be read, so it cannot be exported."))
    if output == STDOUT:
        _print(made)
    else:
        disk.write(named(output), made.chunks())
    if output != STDOUT or made.left_out:
        complain(words(made, output if output != STDOUT else _("standard output")))


def find(store: Store, text: str) -> Calendar:
    """The calendar with this address, else the only one with this title. Raises UserError."""
    known = store.calendars()
    found = [each for each in known if text in (uri_of(each.ref), each.ref.node) or _same_address(each, text)]
    found = found or [each for each in known if each.title.casefold() == text.strip().casefold()]
    if not found:
        sentence = _("There is no calendar {text} here. “c42desktop calendars” lists them.")
        raise UserError(sentence.format(text=shown(text)))
    if len(found) > 1:
        uris = ", ".join(uri_of(each.ref) for each in found)
        raise UserError(_("Several calendars are called that. Name one by its address: {uris}").format(uris=uris))
    return found[0]


def _same_address(calendar: Calendar, text: str) -> bool:
    """Whether it is the address in another spelling."""
    if not text.lower().startswith("xmpp:"):
        return False
    from c42desktop.xmpp.address import parse_uri

    return parse_uri(text).uri == uri_of(calendar.ref)


def _event(store: Store, calendar: Calendar, text: str) -> ItemRef:
    """The item with this id, else the one with an event of this UID. Raises UserError."""
    ref = ItemRef(calendar.ref, text)
    if store.item(ref) is not None:
        return ref
    for each in items_of(store, calendar.ref):
        item = store.item(each)
        if item is not None and any(event.uid == text for event in item.events):
            return each
    sentence = _("There is no event {text} in {calendar}.")
    raise UserError(sentence.format(text=shown(text), calendar=shown(calendar.title)))


def _print(made: Export) -> None:
    """As it is, line ends included. Raises UserError where it cannot be written."""
    with to_stdout():
        for chunk in made.chunks():
            sys.stdout.buffer.write(chunk.encode("utf-8"))
        sys.stdout.buffer.flush()
