"""What the demo plans: an event, and what the colleague does with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

TEAM, ANN, TRAVEL = "team", "ann", "travel"
TITLES = {TEAM: "Product team", ANN: "Ann", TRAVEL: "Travel"}


@dataclass(frozen=True, slots=True)
class Plan:
    """An event of the demo. `start` and `end` are dates for all-day, else aware; `end` is exclusive.

    With a `kind`, it is one of Calendar42's: a to-do is due at its `end`; who goes to a `destination` may have to wait
    for a train with a `delay`; and an `inviter` waits for an answer. The first of the `people` has made the event,
    those who are `coming` too have said so.
    """

    calendar: str
    item_id: str
    title: str
    start: date
    end: date
    place: str = ""
    text: str = ""
    rule: str = ""
    cancelled: bool = False
    people: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    kind: str = ""
    destination: str = ""
    delay: timedelta = timedelta(0)
    inviter: str = ""
    token: int = 1


@dataclass(frozen=True, slots=True)
class Publish:
    """The colleague publishes an event, new or changed."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Retract:
    """The colleague takes an event back."""

    plan: Plan


Step = tuple[Publish | Retract, ...]
"""What the colleague does at once."""


def after(moment: date, delta: timedelta) -> date:
    """Later by that much time, also where the clocks change; whole days later, the clock shows the same."""
    if not isinstance(moment, datetime) or delta % timedelta(days=1) == timedelta(0):
        return moment + delta
    return (moment.astimezone(UTC) + delta).astimezone(moment.tzinfo)
