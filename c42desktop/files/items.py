"""The pieces of a file, decoded one by one, and what came of them all in one sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import tostring

from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef, Event, ItemRef
from c42desktop.files.split import Piece
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.notify.text import one_line
from c42desktop.store.store import StoredItem

LONGEST_ID = 150  # bytes: what every service and database takes as the id of an item

OnProgress = Callable[[int, int], None]
"""How far it is: so many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item to be written. `problem` is why it cannot be, empty where it can."""

    id: str
    piece: Piece
    events: tuple[Event, ...]
    problem: str = ""

    @property
    def title(self) -> str:
        """What to call it in a sentence. An id says nothing to a person, and may be made of the content."""
        return one_line(next((event.summary for event in self.events if event.summary), _("Untitled event")), 60)

    def stored(self, ref: CalendarRef) -> StoredItem:
        """The same as it is kept."""
        raw = tostring(self.piece.payload, encoding="unicode")
        digest = hashlib.sha256(raw.encode()).digest()
        return StoredItem(ItemRef(ref, self.id), raw, digest, self.events)


def decoded(piece: Piece) -> Item:
    """One piece as an item; what says of itself that it was removed is no event. Never raises."""
    item_id = fitting_id(piece.id)
    events = tuple(event for event in payloads.decode(piece.payload, piece.id) if not event.removed)
    unread = next((each.problem for each in events if each.problem and each.start is None and each.due is None), "")
    readable = any(each.start is not None or each.due is not None or not each.problem for each in events)
    return Item(item_id, piece, events, piece.problem or ("" if readable else unread))


def fitting_id(uid: str) -> str:
    """The UID where it can be the id of an item; else one made of it, the same each time."""
    if uid and uid == uid.strip() and uid.isprintable() and len(uid.encode()) <= LONGEST_ID:
        return uid
    return hashlib.sha256(uid.encode("utf-8", "replace")).hexdigest()[:32]


@dataclass(slots=True)
class Outcome:
    """What has been done. `failed` are those that could not be read, or were `refused` by a server, each with why;
    `stopped` is why not all were tried."""

    done: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    refused: bool = False
    stopped: str = ""

    def fail(self, item: Item, why: str) -> None:
        """This one was not taken."""
        self.failed.append((item.title, why))


def words(outcome: Outcome, title: str) -> str:
    """One sentence about an import into the calendar `title`, with the first thing that went wrong."""
    done = ngettext("Imported {count} event into {title}", "Imported {count} events into {title}", outcome.done)
    sentence = done.format(count=grouped(outcome.done), title=one_line(title, 60))
    if outcome.failed:
        name, why = outcome.failed[0]
        rest = _failed(len(outcome.failed), refused=outcome.refused)
        sentence += "; " + rest.format(count=grouped(len(outcome.failed)), name=name, why=why.rstrip("."))
    if outcome.stopped:
        sentence += "; " + _("then it ended: {why}").format(why=outcome.stopped.rstrip("."))
    return sentence + "."


def _failed(count: int, *, refused: bool) -> str:
    if refused:
        return ngettext("{count} was not taken: {name} – {why}", "{count} were not, such as {name} – {why}", count)
    return ngettext(
        "{count} could not be read: {name} – {why}", "{count} could not be read, such as {name} – {why}", count
    )


def grouped(number: int) -> str:
    """A number as people read it, in groups of three digits that no line end parts."""
    return f"{number:,}".replace(",", "\u202f") if number >= 1_000 else str(number)
