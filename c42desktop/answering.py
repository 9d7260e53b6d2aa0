"""Answers to invitations: shown at once, sent as soon as they can be, and again until the server took them.

calendar/answers.py         whose answer, may one answer, the event with the answer in it (pure)
calendar/payloads/rsvp.py   what is published for each format
store/answers.py            what was not told to a server yet, and what is kept beside an item
delivery.py                 one answer to where it belongs

The events in the store hold an answer from the moment it is given; sync puts it into what it reads as long as the
server has not taken it. So the push that brings it back changes nothing, whether it comes before or after the result.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from c42desktop.calendar.answers import answer_to, may_answer, occurrence_name, offered, own_answer, with_answer
from c42desktop.calendar.journey import with_last_routes
from c42desktop.calendar.model import CalendarState, Event, ItemRef
from c42desktop.calendar.payloads import PayloadError
from c42desktop.delivery import ReadOnlyError, deliver
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.plain import one_line
from c42desktop.sending import PASSING, Sending
from c42desktop.store.answers import Answers, Kept
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.store.unsent import Unsent
from c42desktop.sync.anew import decoded
from c42desktop.xmpp.refusals import RefusalError, when_writing
from c42desktop.xmpp.request import OfflineError
from c42desktop.xmpp.session import backoff

log = logging.getLogger(__name__)


class Answering:
    """The answers of all accounts. `links()` are those that are online; `now` gives the instant (aware).

    `on_changed(items)`: their rows are to be drawn anew. `tell(sentence)`: why an answer was not taken.
    `wait(attempt)`: seconds until the next try.
    """

    def __init__(
        self,
        store: Store,
        links: Callable[[], Sequence[Link]],
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[Iterable[ItemRef]], None],
        tell: Callable[[str], None],
        wait: Callable[[int], float] = backoff,
    ) -> None:
        self._store = store
        self._answers = Answers(store.db)
        self._now = now
        self._on_changed = on_changed
        self._tell = tell
        self._sending = Sending(links, self._send_each, wait)

    def answer(self, item: ItemRef, event: Event, answer: str) -> None:
        """Answer for an event, or for one occurrence of a series where `event` has a recurrence_id.

        `answer` is a PARTSTAT in lower case: accepted, declined or tentative.
        """
        try:
            problem = self._keep(item, event, answer)
        except StoreError as error:
            problem = str(error)
        if problem:
            self._tell(problem)
            return
        self._on_changed([item])
        self.online(item.calendar.account)

    def can_answer(self, item: ItemRef, event: Event) -> bool:
        """Whether the reader is asked for an answer, or has given one that may change."""
        return may_answer(event, item.calendar)

    def pending(self, item: ItemRef, event: Event) -> str:
        """The answer that the server has not confirmed yet, "" where there is none."""
        try:
            return self._pending(item, event)
        except StoreError:
            return ""

    def online(self, account: str) -> None:
        """An account is connected: what waits for it is sent."""
        self._sending.online(account)

    async def close(self) -> None:
        """Stop sending; what was not confirmed waits for the next start."""
        await self._sending.close()

    # -- what the person said -----------------------------------------------------------------------------------

    def _keep(self, item: ItemRef, event: Event, answer: str) -> str:
        """Keep an answer and show it. Gives a sentence where that cannot be."""
        stored, calendar = self._store.item(item), self._store.calendar(item.calendar)
        if stored is None or calendar is None or calendar.state is CalendarState.REMOVED:
            return _("“{title}” is not in your calendar any more.").format(title=one_line(event.summary))
        if answer not in offered(event):
            return _("“{title}”: this calendar takes no such answer.").format(title=one_line(event.summary))
        given = answer_to(event, answer, item.calendar.account)
        events = with_answer(stored.events, given)
        if events is None or not self.can_answer(item, event):
            return _("“{title}”: nobody asks you for an answer.").format(title=one_line(event.summary))
        if events == stored.events and not any(kept.waits for kept in self._answers.of(item)):
            return ""  # that is what everybody knows
        with self._store.transaction():
            self._answers.put(item, given, self._now())
            self._store.put_item(replace(stored, events=events))
        return ""

    def _pending(self, item: ItemRef, event: Event) -> str:
        for name in dict.fromkeys((occurrence_name(event.recurrence_id), "")):
            kept = self._answers.find(item, event.uid, name)
            if kept is not None and kept.waits:
                # One that was given for the whole series says nothing about an occurrence that was answered by itself.
                said = own_answer(event, item.calendar.account)
                return kept.answer.answer if said == kept.answer.answer else ""
        return ""

    # -- what is told to the servers ----------------------------------------------------------------------------

    async def _send_each(self, account: str) -> bool:
        """Try each answer once; True where some are to be tried again."""
        left = False
        try:
            for waiting in self._answers.waiting(account):
                link = self._sending.link(account)
                if link is None:
                    return True
                # As it is now: while the one before was sent, another answer may have been given, or the calendar left.
                kept = self._answers.find(waiting.item, waiting.answer.uid, waiting.answer.occurrence)
                if kept is not None and kept.waits:
                    left |= not await self._send(link, kept)
        except StoreError as error:
            log.info("Answers of %s wait: %s", account, error)
            return True
        return left

    async def _send(self, link: Link, kept: Kept) -> bool:
        """Whether one answer is done with, be it that it was refused."""
        stored = self._store.item(kept.item)
        try:
            payload = stored.payload if stored is not None else ""
            beside = await deliver(link, kept.item, kept.answer, payload, self._now())
        except OfflineError:
            return False
        except RefusalError as error:
            if error.cause in PASSING:
                log.info("An answer waits: %s", error)
                return False
            self._refused(kept, str(when_writing(error)))
        except StoreError:
            raise
        except UserError as error:  # gone, read-only, or nothing that the format takes
            self._refused(kept, str(error), ask=isinstance(error, ReadOnlyError))
        else:
            self._taken(kept, beside=beside)
        return True

    def _taken(self, kept: Kept, *, beside: bool) -> None:
        if beside:
            self._answers.confirm(kept)
        else:
            self._answers.forget(kept)
        self._on_changed([kept.item])

    def _refused(self, kept: Kept, why: str, *, ask: bool = False) -> None:
        """Show the event as it is at the server again, and say why."""
        stored = self._store.item(kept.item)
        event = next((each for each in stored.events if each.uid == kept.answer.uid), None) if stored else None
        with self._store.transaction():
            self._answers.take_back(kept)
            if stored is not None:
                with suppress(PayloadError):
                    events = with_last_routes(decoded(stored), stored.events)
                    self._store.put_item(replace(stored, events=Unsent(self._store.db).applied(kept.item, events)))
        self._on_changed([kept.item])
        answered_again = self._answers.find(kept.item, kept.answer.uid, kept.answer.occurrence)
        if answered_again is None or not answered_again.waits:
            self._tell(_why_not(event, why, ask=ask))


def _why_not(event: Event | None, why: str, *, ask: bool) -> str:
    """One sentence: which answer was not taken, and why."""
    title = one_line(event.summary, 60) if event is not None else ""
    host = event.organizer if event is not None else None
    name = one_line(host.name or host.address.removeprefix("xmpp:")) if host is not None else ""
    why = why.rstrip(".")
    if ask and name:
        words = _("Your answer to “{title}” was not taken: {why}, so answer {name} directly.")
    elif ask:
        words = _("Your answer to “{title}” was not taken: {why}, so answer whoever invites you directly.")
    else:
        words = _("Your answer to “{title}” was not taken: {why}.")
    return words.format(title=title or _("an event"), why=why, name=name)
