"""Events created, changed, deleted and moved by the person: shown at once, sent as soon as they can be.

calendar/edits.py         what an edit is; series_edits.py, merging_edits.py: how it is put into events (pure)
edit_payloads.py          events in the formats of their calendars; edit_keeping.py: kept and shown
store/edits.py            what no server has confirmed yet
submission.py             one edit to its server
rights.py                 where one may write

The stored events hold an edit from the moment it is made; sync puts it into what it reads as long as the server has not
taken it. So the push that brings it back changes nothing. What takes two items – a series that is divided, an event
that goes to another calendar – is two edits: first what is new, and what goes only once that is there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar.edits import Conflict, Edit, Span, new_uid, problem_of
from c42desktop.calendar.model import Calendar, CalendarRef, CalendarState, Event, ItemRef
from c42desktop.calendar.series_edits import edited, without
from c42desktop.edit_keeping import EditKeeping
from c42desktop.errors import UserError
from c42desktop.files.publishing import Right
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.plain import one_line
from c42desktop.rights import Rights
from c42desktop.sending import PASSING, Sending
from c42desktop.store.edits import Waiting
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store, StoredItem
from c42desktop.submission import Disputed, OnPublish, Submission, There
from c42desktop.xmpp.refusals import RefusalError, when_writing
from c42desktop.xmpp.request import OfflineError
from c42desktop.xmpp.session import backoff

log = logging.getLogger(__name__)

_READ_ONLY = frozenset({"forbidden", "not-authorized", "not-allowed"})


class Editing:
    """The edits of all accounts. `links()` are those that are online; `now` gives the instant (aware).

    `on_changed(items)`: their rows are to be drawn anew. `on_conflict(conflict)`: the person has to decide, at once
    or later (`conflicts`). `tell(sentence)`: why an edit was not taken. `on_publish(item, payload)`: it comes back as a
    push. `on_rights()`: `may_write` gives other answers. `wait(attempt)`: seconds until the next try.
    """

    def __init__(
        self,
        store: Store,
        links: Callable[[], Sequence[Link]],
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[Iterable[ItemRef]], None],
        on_conflict: Callable[[Conflict], None],
        tell: Callable[[str], None],
        on_publish: OnPublish = lambda _item, _payload: None,
        on_rights: Callable[[], None] = lambda: None,
        wait: Callable[[int], float] = backoff,
    ) -> None:
        self._store = store
        self._keeping = EditKeeping(store, now)
        self._edits = self._keeping.edits
        self._rights = Rights(store, on_rights)
        self._now = now
        self._on_changed = on_changed
        self._on_conflict = on_conflict
        self._on_publish = on_publish
        self._tell = tell
        self._sending = Sending(links, self._send_each, wait)

    # -- what the person does -----------------------------------------------------------------------------------

    def create(self, calendar: CalendarRef, event: Event) -> ItemRef:
        """Add an event to a calendar. Raises UserError where that calendar takes none."""
        self._require_writable(calendar)
        event = replace(event, uid=event.uid or new_uid(), modified=self._now().replace(microsecond=0))
        _require_sound(event)
        with self._store.transaction():
            item, _edit = self._keeping.create(ItemRef(calendar, event.uid), (event,))
        self._kept([item])
        return item

    def change(self, item: ItemRef, shown: Event, wanted: Event, span: Span) -> None:
        """Make of an event, as it was shown at one of its occurrences, what the person wants. Raises UserError.

        What of `wanted` equals `shown` is left alone. `shown` names its occurrence by its recurrence_id, and has the
        rules of its series where the person may change these.
        """
        self._require_writable(item.calendar)
        _require_sound(wanted)
        stored, uid = self._keeping.there(item), new_uid()
        events = edited(stored.events, shown, wanted, span, uid)
        rest = tuple(event for event in events if event.uid == uid)
        place, first = item, None
        with self._store.transaction():
            if rest:
                place, first = self._keeping.create(ItemRef(item.calendar, uid), rest)
            self._keeping.change(stored, tuple(event for event in events if event.uid != uid), first)
        self._kept(dict.fromkeys([item, place]))

    def delete(self, item: ItemRef, shown: Event, span: Span) -> None:
        """Take an event, one occurrence or all from there on out of its calendar. Raises UserError."""
        self._require_writable(item.calendar)
        stored = self._keeping.there(item)
        with self._store.transaction():
            self._keeping.change(stored, without(stored.events, shown, span))
        self._kept([item])

    def move(self, item: ItemRef, to: CalendarRef) -> ItemRef:
        """Take an item over into another calendar: there first, then it goes here. Raises UserError."""
        if to == item.calendar:
            return item
        self._require_writable(item.calendar)
        self._require_writable(to)
        stored = self._keeping.there(item)
        with self._store.transaction():
            place = self._keeping.move(stored, to)
        self._kept([item, place])
        return place

    def may_write(self, calendar: CalendarRef) -> bool:
        """Whether the person may change events there, as far as is known; a local calendar always."""
        return self._rights.of(calendar) is not Right.NO

    def takes_events(self, calendar: Calendar) -> bool:
        """Whether a calendar is there, and the person may change events in it."""
        there = calendar.state in (CalendarState.ACTIVE, CalendarState.UNREACHABLE)
        return there and self.may_write(calendar.ref)

    # -- what waits ---------------------------------------------------------------------------------------------

    def is_waiting(self, item: ItemRef) -> bool:
        """Whether an edit of the item waits for its server."""
        try:
            return self._edits.find(item) is not None
        except StoreError:
            return False

    def is_disputed(self, item: ItemRef) -> bool:
        """Whether the person has to decide about an edit of the item. Asked at each selection, so it reads one row."""
        try:
            known = self._edits.find(item)
        except StoreError:
            return False
        return known is not None and known.theirs is not None

    def waiting(self) -> list[ItemRef]:
        """All items with edits that no server has confirmed, the older first."""
        try:
            return self._edits.items()
        except StoreError:
            return []

    def conflicts(self) -> list[Conflict]:
        """The edits that a person has to decide about, the older first."""
        try:
            return [conflict for each in self._edits.disputed() if (conflict := each.conflict) is not None]
        except StoreError:
            return []

    def resolve(self, conflict: Conflict, mine: Iterable[str]) -> None:
        """Decide a conflict: the person's value for the fields named, the server's for all others."""
        known = self._edits.find(conflict.edit.item)
        if known is None or known.theirs is None:
            return
        with self._store.transaction():
            self._keeping.resolve(known, conflict.theirs, frozenset(mine))
        self._kept([known.edit.item])

    def online(self, account: str) -> None:
        """An account is connected: what waits for it is sent."""
        link = self._sending.link(account)
        if link is not None:
            self._rights.ask(link)
        self._sending.online(account)

    async def close(self) -> None:
        """Stop sending; what was not confirmed waits for the next start."""
        await self._sending.close()
        await self._rights.close()

    # -- kept and shown -----------------------------------------------------------------------------------------

    def _require_writable(self, calendar: CalendarRef) -> None:
        known = self._store.calendar(calendar)
        if known is None or known.state is CalendarState.REMOVED:
            raise UserError(_("This calendar is not there any more."), field="calendar")
        if not self.may_write(calendar):
            raise UserError(_("You may only read this calendar."), field="calendar")

    def _kept(self, items: Collection[ItemRef]) -> None:
        self._on_changed(items)
        for account in dict.fromkeys(item.calendar.account for item in items):
            self._sending.online(account)

    # -- what is told to the servers ----------------------------------------------------------------------------

    async def _send_each(self, account: str) -> bool:
        """Try each edit once; True where some are to be tried again."""
        left = False
        try:
            for waiting in self._edits.waiting(account):
                link = self._sending.link(account)
                if link is None:
                    return True
                # As it is now: while the one before was sent, it may have been changed, or the calendar left.
                known = self._edits.find(waiting.edit.item)
                if known is not None and known.conflict is None:
                    left |= not await self._spared(link, known)
        except StoreError as error:
            log.info("Edits of %s wait: %s", account, error)
            return True
        return left

    async def _spared(self, link: Link, known: Waiting) -> bool:
        try:
            return await self._send(link, known)
        except StoreError:
            raise
        except Exception:
            # A defect. This edit waits until something else is sent; it keeps back none behind it.
            log.exception("Unexpected error while sending an edit")
            return True

    async def _send(self, link: Link, known: Waiting) -> bool:
        """Whether an edit is done with for now, be it that it was refused, or that the person has to decide."""
        edit = known.edit
        if known.after is not None:
            if self._edits.is_there(known.after):
                return True  # which sends this one as well
            self._refused(edit, "")
            return True
        stored = self._keeping.stored(edit)
        submission = Submission(link, self._edits, edit, stored.payload, self._now(), self._on_publish)
        try:
            result = await submission.send()
        except OfflineError:
            return False
        except RefusalError as error:
            if error.cause in PASSING:
                log.info("An edit waits: %s", error)
                return False
            self._refused(edit, self._why(error, edit, submission.publisher))
        except StoreError:
            raise
        except UserError as error:  # nothing that the format takes
            self._refused(edit, str(error))
        else:
            if isinstance(result, Disputed):
                self._disputed(edit, result)
            else:
                self._taken(edit, stored, result)
        return True

    def _taken(self, edit: Edit, before: StoredItem, there: There) -> None:
        with self._store.transaction():
            self._keeping.taken(edit, before, there)
        self._kept([edit.item])

    def _disputed(self, edit: Edit, disputed: Disputed) -> None:
        self._edits.contradict(edit, disputed.theirs)
        self._on_changed([edit.item])
        known = self._edits.find(edit.item)
        conflict = known.conflict if known is not None else None
        if conflict is not None:
            self._on_conflict(conflict)
        elif known is not None:  # what the person wanted meanwhile is no conflict
            self._sending.online(edit.item.calendar.account)

    def _refused(self, edit: Edit, why: str) -> None:
        """Show the item as it is at the server again, with what hangs on it, and say why."""
        with self._store.transaction():
            items = self._keeping.refused(edit)
        self._on_changed(items)
        if why:
            self._tell(_not_done(edit, why))

    def _why(self, error: RefusalError, edit: Edit, publisher: str) -> str:
        if error.condition not in _READ_ONLY:
            return str(when_writing(error))
        if self._rights.of(edit.item.calendar) is Right.YES and edit.base:
            if publisher and publisher != edit.item.calendar.account:
                return _("only {name} may change it, who published it").format(name=publisher)
            return _("only who published it may change it")
        if not edit.wanted:  # who may publish may not always retract
            return _("you may not delete events in this calendar")
        self._rights.refused(edit.item.calendar)
        return _("you may only read this calendar")


def _require_sound(event: Event) -> None:
    problem = problem_of(event)
    if problem is not None:
        raise problem


def _not_done(edit: Edit, why: str) -> str:
    """One sentence: what was not done, and why."""
    event = next(iter(edit.base or edit.wanted), None)
    title = one_line(event.summary, 60) if event is not None else ""
    if not edit.base:
        words = _("“{title}” was not added: {why}.")
    elif not edit.wanted:
        words = _("“{title}” was not deleted: {why}.")
    else:
        words = _("“{title}” was not changed: {why}.")
    return words.format(title=title or _("an event"), why=why.rstrip("."))
