"""A file into a calendar of its own, kept here only: in slices, and all of it or nothing.

What is written meanwhile belongs to a calendar that no reader sees. At the end it takes the place of the one before
in one small transaction, and that is thrown away in slices, too; so is what a cancel or a crash leaves behind.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from pathlib import Path

from c42desktop.calendar.local import UNFINISHED, is_local, local_ref
from c42desktop.calendar.model import CalendarRef
from c42desktop.files.items import OnProgress, Outcome, decoded, fitting_id
from c42desktop.files.split import Piece
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.slices import slices
from c42desktop.store.store import Store

GROUP = 20  # items thrown away at once


def known_as(store: Store, path: Path, ids: Collection[str]) -> CalendarRef | None:
    """The calendar that this file was imported as before: by where it is, else by most of what is in both."""
    local = [each.ref for each in store.calendars() if is_local(each.ref)]
    ref = ref_of(path)
    if ref in local:
        return ref
    wanted = {fitting_id(each) for each in ids}
    return next((each for each in local if _alike(wanted, store.digests(each).keys())), None)


def ref_of(path: Path) -> CalendarRef:
    """The calendar that a file becomes."""
    return local_ref(str(path.absolute()))


def origin_of(path: Path) -> str:
    """What describes that calendar. A name of a file is bytes: what of it is no text cannot be written anywhere."""
    return _("From the file {name}").format(name=one_line(path.name))


async def into_store(
    store: Store, ref: CalendarRef, title: str, pieces: Sequence[Piece], on_progress: OnProgress, origin: str = ""
) -> Outcome:
    """Make the local calendar `ref` equal to the file. One that is known keeps its title, colour and visibility;
    `origin` describes it. Where nothing of the file can be read, nothing changes.

    Nothing of it is a change to tell. Raises StoreError with nothing changed; so does a cancel. Then, and after a
    crash, `sweep` removes what was written.
    """
    outcome = Outcome()
    await sweep(store)
    hidden = _nowhere(ref)
    store.add_calendar(hidden, title, origin)
    done = 0
    async for part in slices(pieces):
        with store.transaction():
            for piece in part:
                _put(store, hidden, piece, outcome)
                done += 1
        on_progress(done, len(pieces))
    if outcome.done:
        _take_place(store, hidden, ref, origin)
    await sweep(store)
    return outcome


def rename(store: Store, ref: CalendarRef, title: str) -> None:
    """Another title, which the next import of the file leaves as it is."""
    known = store.calendar(ref)
    if known is not None and title:
        store.update_calendar(replace(known, title=title))


def hide(store: Store, ref: CalendarRef) -> None:
    """Forget a local calendar, at once for readers; `sweep` does the rest."""
    store.move_calendar(ref, _nowhere(ref))


async def sweep(store: Store) -> None:
    """Throw away what is not a calendar any more, or was never to be one. Not while something is being imported."""
    for ref in store.unfinished():
        async for part in slices(_groups(list(store.digests(ref)))):
            for ids in part:
                store.remove_items(ref, ids)
        store.remove_calendar(ref)


def _alike(ids: Set[str], others: Set[str]) -> bool:
    return len(ids & others) * 2 > max(len(ids), len(others))


def _put(store: Store, ref: CalendarRef, piece: Piece, outcome: Outcome) -> None:
    item = decoded(piece)
    if piece.problem:
        outcome.fail(item, item.problem)  # half an event would be another event
        return
    store.put_item(item.stored(ref))  # what no decoder can read yet is kept for one to come
    if item.problem:
        outcome.fail(item, item.problem)
    else:
        outcome.done += bool(item.events)


def _take_place(store: Store, hidden: CalendarRef, ref: CalendarRef, origin: str) -> None:
    with store.transaction():
        known = store.calendar(ref)
        if known is not None:
            store.update_calendar(replace(known, ref=hidden, description=origin))
            store.move_calendar(ref, _nowhere(ref))
        store.move_calendar(hidden, ref)


def _nowhere(ref: CalendarRef) -> CalendarRef:
    """A place where no reader looks, and where nothing is yet."""
    return CalendarRef("", UNFINISHED, f"{ref.node}-{secrets.token_hex(4)}")


def _groups(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[at : at + GROUP] for at in range(0, len(ids), GROUP)]
