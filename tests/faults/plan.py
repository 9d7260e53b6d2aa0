"""What the publishers of the fault tests do, drawn from a random number generator. Pure."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from c42desktop.calendar.payloads import to_ics_payload
from tests.readers import payload

FILLED = 5  # items in each calendar at the beginning
LARGE = 60  # items in the first calendar at the beginning: fetching it takes a while, and is interrupted
REBORN = 0.25  # the chance that a new item gets the id of one that is gone
MONDAY = datetime(2099, 11, 23, 9, tzinfo=UTC)  # upcoming, however long a run takes
_ICS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//c42desktop//faults
BEGIN:VEVENT
UID:{uid}
SUMMARY:{summary}
DTSTART:{start:%Y%m%dT%H%M%SZ}
DURATION:PT1H
END:VEVENT
END:VCALENDAR
"""


class Act(StrEnum):
    """What a publisher can do."""

    CREATE = "create"
    UPDATE = "update"
    RETRACT = "retract"
    RETRACT_SILENTLY = "retract silently"
    PURGE = "purge"
    DELETE = "delete calendar"


WEIGHTS: Mapping[Act, int] = {
    Act.CREATE: 300,
    Act.UPDATE: 450,
    Act.RETRACT: 120,
    Act.RETRACT_SILENTLY: 60,
    Act.PURGE: 10,
    Act.DELETE: 3,
}
# What comes by push, and needs no look to be learned of.
_UNTOLD = (Act.RETRACT_SILENTLY, Act.DELETE)
PUSHED: Mapping[Act, int] = {act: weight for act, weight in WEIGHTS.items() if act not in _UNTOLD}


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a calendar. `item_id` and `revision` name the item; after DELETE `successor` is a new calendar."""

    act: Act
    node: str
    item_id: str = ""
    revision: int = 0
    successor: str = ""

    @property
    def summary(self) -> str:
        """The title of the event: no other revision of any item has it."""
        return summary_of(self.item_id, self.revision)

    def payload(self) -> ET.Element:
        """The event: XEP-0471, and iCalendar text for every fifth item."""
        start = MONDAY + timedelta(hours=self.revision)
        if int(self.item_id.rpartition("-")[2]) % 5:
            return payload(self.summary, start)
        return to_ics_payload(_ICS.format(uid=self.item_id, summary=self.summary, start=start))


def summary_of(item_id: str, revision: int) -> str:
    """The title of one revision of an item."""
    return f"Event {item_id} r{revision}"


class Author:
    """Decides what one publisher does next, and keeps what is true afterwards.

    `items` has the revision of each item by calendar, `gone` the calendars that were deleted, `purges` how often each
    was purged.
    """

    def __init__(self, name: str, nodes: Sequence[str], chance: random.Random, *, weights: Mapping[Act, int]) -> None:
        self.items: dict[str, dict[str, int]] = {node: {} for node in nodes}
        self.gone: list[str] = []
        self.purges: Counter[str] = Counter()
        self._name = name
        self._chance = chance
        self._revisions: dict[str, int] = {}  # the last of each item there ever was
        self._free: dict[str, list[str]] = {node: [] for node in nodes}  # ids that can be used again
        self._weights = weights

    def titles(self) -> dict[str, dict[str, str]]:
        """What is in each calendar now: the title of each item."""
        return {node: {i: summary_of(i, revision) for i, revision in ids.items()} for node, ids in self.items.items()}

    def filling(self) -> list[Step]:
        """What is in the calendars at the beginning."""
        first, *_others = self.items
        return [self._create(node) for node in self.items for _number in range(LARGE if node == first else FILLED)]

    def next(self) -> Step:
        """One more step."""
        node = self._chance.choice(list(self.items))
        (act,) = self._chance.choices(list(self._weights), weights=list(self._weights.values()))
        if act is Act.DELETE:
            return self._delete(node)
        if act is Act.CREATE or not self.items[node]:
            return self._create(node)
        if act is Act.PURGE:
            self.purges[node] += 1
            self._forget(node, list(self.items[node]))
            return Step(act, node)
        item_id = self._chance.choice(list(self.items[node]))
        if act is Act.UPDATE:
            return self._write(act, node, item_id)
        self._forget(node, [item_id])
        return Step(act, node, item_id)

    def _create(self, node: str) -> Step:
        if self._free[node] and self._chance.random() < REBORN:
            return self._write(Act.CREATE, node, self._free[node].pop())
        return self._write(Act.CREATE, node, f"{self._name}-{len(self._revisions) + 1}")

    def _write(self, act: Act, node: str, item_id: str) -> Step:
        revision = self._revisions.get(item_id, 0) + 1
        self._revisions[item_id] = self.items[node][item_id] = revision
        return Step(act, node, item_id, revision)

    def _forget(self, node: str, ids: Sequence[str]) -> None:
        for item_id in ids:
            del self.items[node][item_id]
            self._free[node].append(item_id)

    def _delete(self, node: str) -> Step:
        name, _dot, generation = node.partition(".")
        successor = f"{name}.{int(generation or 1) + 1}"
        del self.items[node], self._free[node]
        self.gone.append(node)
        self.items[successor], self._free[successor] = {}, []
        return Step(Act.DELETE, node, successor=successor)
