"""Which items of a calendar to write and which to drop, once all of them were fetched. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Put:
    """The server's copy of an item differs from ours, or we have none."""

    item_id: str


@dataclass(frozen=True, slots=True)
class Drop:
    """We have an item that the server no longer has."""

    item_id: str


def reconcile(
    known: Mapping[str, bytes], fetched: Mapping[str, bytes], pushed: Collection[str], *, complete: bool
) -> Iterator[Put | Drop]:
    """The actions that make `known` (digest by item id) equal to `fetched`.

    What was `pushed` since the request went out is newer than the answer and is left alone; an answer that is not
    `complete` never drops anything.
    """
    for item_id, digest in fetched.items():
        if item_id not in pushed and known.get(item_id) != digest:
            yield Put(item_id)
    if complete:
        for item_id in known:
            if item_id not in pushed and item_id not in fetched:
                yield Drop(item_id)
