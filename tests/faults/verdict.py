"""Whether everything was told exactly once: what the server has, against what was told. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from c42desktop.calendar.model import Change, ChangeKind
from c42desktop.notify.notification import item_of

_OF_A_CALENDAR = (ChangeKind.CALENDAR_EMPTIED, ChangeKind.CALENDAR_REMOVED)


@dataclass(frozen=True, slots=True)
class Shown:
    """One notification that the desktop accepted in one run of the program, about the changes with these numbers.

    `text` is what it says of the last of them; "" where it only counts them, or was taken off the screen.
    """

    run: int
    ids: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known after a run.

    `server`: the title of each item that is there, by calendar. `deleted`: the calendars that are gone from it.
    `purges`: how often each calendar was purged. `known`: what the first look at each calendar found, which is no
    news. `changes`: those in the store, in order; `untold`: the numbers of those that it still has to tell. `marked`:
    the run in which the store took each number for told.
    """

    server: Mapping[str, Mapping[str, str]]
    deleted: frozenset[str]
    purges: Mapping[str, int]
    known: Mapping[str, Mapping[str, str]]
    changes: Sequence[Change]
    untold: frozenset[int]
    shown: Sequence[Shown]
    marked: frozenset[tuple[int, int]] = frozenset()


@dataclass(slots=True)
class Verdict:
    """Sentences about what is wrong, and how many changes were told again because the program was killed."""

    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    repeated: int = 0


def shown_in(journal: Iterable[Mapping[str, Any]]) -> list[Shown]:
    """The accepted notifications of a journal."""
    return [Shown(line["run"], tuple(line["told"]), _text(line)) for line in journal if "told" in line]


def _text(line: Mapping[str, Any]) -> str:
    return "" if item_of(line["key"]) is None else f"{line['title']}\n{line['body']}".strip()


def marked_in(journal: Iterable[Mapping[str, Any]]) -> frozenset[tuple[int, int]]:
    """The run in which each change was marked as told."""
    return frozenset((line["run"], number) for line in journal if "marked" in line for number in line["marked"])


def known_in(journal: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """What the first look at each calendar found; the last of them where a kill undid one."""
    return {line["look"]: line["found"] for line in journal if "found" in line}


def judge(evidence: Evidence) -> Verdict:
    """What was lost, and what was told twice."""
    verdict = Verdict()
    verdict.lost += _not_shown(evidence)
    verdict.lost += _not_as_on_the_server(evidence)
    verdict.lost += _without_farewell(evidence)
    verdict.twice += _recorded_twice(evidence)
    for number, repeated in _repetitions(evidence):
        if repeated:
            verdict.repeated += 1
        else:
            verdict.twice.append(f"change {number} was shown twice")
    return verdict


def _not_shown(evidence: Evidence) -> Iterator[str]:
    """Changes that nobody has seen, whatever the store says."""
    texts: dict[int, list[str]] = defaultdict(list)
    for shown in evidence.shown:
        for number in shown.ids:
            texts[number].append(shown.text if number == max(shown.ids) else "")
    for change in evidence.changes:
        seen = texts.get(change.id)
        if change.id in evidence.untold:
            yield f"change {change.id} ({change.kind} {change.summary}) still waits to be told"
        elif not seen:
            yield f"change {change.id} ({change.kind} {change.summary}) counts as told, and was never shown"
        elif any(text and change.summary not in text for text in seen):
            yield f"change {change.id} ({change.kind} {change.summary}) was shown as {seen}"


def _not_as_on_the_server(evidence: Evidence) -> Iterator[str]:
    """Items of which the last that was told, or known from the beginning, is not what the server has."""
    for node, there in evidence.server.items():
        told = _told_of(node, evidence)
        for item_id in sorted({*told, *there}):
            if told.get(item_id) != there.get(item_id):
                yield f"{node} {item_id}: told {told.get(item_id)}, the server has {there.get(item_id)}"


def _told_of(node: str, evidence: Evidence) -> dict[str, str]:
    """What a person who reads every notification believes to be in a calendar."""
    items = dict(evidence.known.get(node, {}))
    for change in evidence.changes:
        if change.calendar.node != node:
            continue
        if change.kind in _OF_A_CALENDAR:
            items.clear()
        elif change.kind is ChangeKind.REMOVED:
            items.pop(change.item_id, None)
        else:
            items[change.item_id] = change.summary
    return items


def _without_farewell(evidence: Evidence) -> Iterator[str]:
    told = {change.calendar.node for change in evidence.changes if change.kind is ChangeKind.CALENDAR_REMOVED}
    for node in sorted(evidence.deleted & set(evidence.known)):
        if node not in told:
            yield f"{node}: nobody was told that it is gone"


def _recorded_twice(evidence: Evidence) -> Iterator[str]:
    """The same news under two numbers. No two revisions of an item have the same title."""
    counted = Counter(
        (change.calendar.node, change.item_id, change.kind, change.summary) for change in evidence.changes
    )
    for (node, item_id, kind, summary), count in counted.items():
        allowed = evidence.purges.get(node, 0) if kind is ChangeKind.CALENDAR_EMPTIED else 1
        if count > allowed:
            yield f"{node} {item_id}: {count} changes say {kind} {summary}"


def _repetitions(evidence: Evidence) -> Iterator[tuple[int, bool]]:
    """Changes that were shown again; True where a kill came after the desktop had accepted it, and before the mark."""
    seen: dict[int, int] = {}
    for each in evidence.shown:
        for number in each.ids:
            if number in seen:
                yield number, seen[number] < each.run and (seen[number], number) not in evidence.marked
            seen[number] = each.run
