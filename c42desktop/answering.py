"""Answers to invitations: shown at once, sent as soon as they can be, and again until the server took them.

calendar/payloads/rsvp.py   what is published for each format
store/answers.py            what was not told to a server yet
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from c42desktop.calendar.model import Event, ItemRef
from c42desktop.link import Link
from c42desktop.store.store import Store


class Answering:
    """The answers of all accounts. `links()` are those that are online; `now` gives the instant (aware).

    `on_changed(items)`: their rows are to be drawn anew. `tell(sentence)`: why an answer was not taken.
    """

    def __init__(
        self,
        store: Store,
        links: Callable[[], Sequence[Link]],
        *,
        now: Callable[[], datetime],
        on_changed: Callable[[Iterable[ItemRef]], None],
        tell: Callable[[str], None],
    ) -> None:
        raise NotImplementedError

    def answer(self, item: ItemRef, event: Event, answer: str) -> None:
        """Answer for an event, or for one occurrence of a series where `event` has a recurrence_id.

        `answer` is a PARTSTAT in lower case: accepted, declined or tentative.
        """
        raise NotImplementedError

    def can_answer(self, item: ItemRef, event: Event) -> bool:
        """Whether the reader is asked for an answer, or has given one that may change."""
        raise NotImplementedError

    def pending(self, item: ItemRef, event: Event) -> str:
        """The answer that the server has not confirmed yet, "" where there is none."""
        raise NotImplementedError

    def online(self, account: str) -> None:
        """An account is connected: what waits for it is sent."""
        raise NotImplementedError

    async def close(self) -> None:
        """Stop sending; what was not confirmed waits for the next start."""
        raise NotImplementedError
