"""The rows of the activity list: entries under their days, what was found after being away under its own header.

Similar changes of one calendar that were found together are one row, which unfolds. No Qt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from enum import Enum, auto

from c42desktop.calendar.activity import Entry
from c42desktop.calendar.model import Change, ChangeKind

MANY = 3  # from so many on, similar changes are one row
_SIMILAR = (ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.CANCELLED, ChangeKind.REMOVED)

Key = tuple[object, ...]


class Kind(Enum):
    """What a row is. SEVERAL stands for similar entries, of which each is a PART once it is unfolded."""

    HEADER = auto()
    SINGLE = auto()
    SEVERAL = auto()
    PART = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; its `key` is what stays the same while more comes in.

    `day` and `since` are those of its section: entries of a day, or of the time away since then. `entries` are those
    of the row, of a header the first and the last one below it.
    """

    key: Key
    kind: Kind
    day: date
    since: datetime | None
    entries: tuple[Entry, ...]
    unfolded: bool = False

    @property
    def entry(self) -> Entry:
        """The newest of them."""
        return self.entries[0]


@dataclass(slots=True)
class _Section:
    day: date
    begin: datetime  # of the day, an instant: entries are compared with it much faster than placed in a zone
    since: datetime | None
    entries: list[Entry]

    def takes(self, entry: Entry) -> bool:
        """Whether an older entry belongs here too."""
        if self.since is None:
            return entry.away is None and entry.at >= self.begin
        return entry.at >= self.since and (entry.away is not None or entry.missed)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        if self.since is not None and entry.away is not None:
            self.since = min(self.since, entry.away)


def arrange(entries: Sequence[Entry], zone: tzinfo, unfolded: Collection[Key] = ()) -> list[Row]:
    """The rows of entries, newest first; `unfolded` are the keys of the rows that show their parts."""
    counts: Counter[tuple[object, ...]] = Counter()
    rows: list[Row] = []
    for section in _sections(entries, zone):
        name: Key = ("day", section.day) if section.since is None else ("away", section.entries[0].away)
        counts[name] += 1
        key = (*name, counts[name])
        ends = (section.entries[0], section.entries[-1])
        rows.append(Row(key, Kind.HEADER, section.day, section.since, ends))
        rows += _rows(section, key, unfolded)
    return rows


def _sections(entries: Sequence[Entry], zone: tzinfo) -> Iterator[_Section]:
    current: _Section | None = None
    for entry in entries:
        if current is not None and current.takes(entry):
            current.add(entry)
            continue
        if current is not None:
            yield current
        day = entry.at.astimezone(zone).date()
        begin = datetime.combine(day, time(), zone).astimezone(UTC)
        current = _Section(day, begin, entry.away, [entry])
    if current is not None:
        yield current


def _rows(section: _Section, name: Key, unfolded: Collection[Key]) -> Iterator[Row]:
    """The rows of a section; those that stand for several entries are where the newest of them is."""
    if section.since is None:
        for entry in section.entries:
            yield _single(entry, section, Kind.SINGLE)
        return
    similar: dict[Key, list[Entry]] = {}
    for entry in section.entries:
        similar.setdefault(_similar(entry), []).append(entry)
    for entry in section.entries:
        key = _similar(entry)
        found = similar[key]
        if len(found) < MANY:
            yield _single(entry, section, Kind.SINGLE)
        elif entry is found[0]:
            whole = (*name, *key)
            opened = whole in unfolded
            yield Row(whole, Kind.SEVERAL, section.day, section.since, tuple(found), opened)
            for part in found if opened else ():
                yield _single(part, section, Kind.PART)


def _single(entry: Entry, section: _Section, kind: Kind) -> Row:
    return Row(("entry", isinstance(entry.what, Change), entry.what.id), kind, section.day, section.since, (entry,))


def _similar(entry: Entry) -> Key:
    """What entries have in common that are one row."""
    if not isinstance(entry.what, Change) or entry.what.kind not in _SIMILAR:
        return entry.key
    return entry.calendar, entry.what.kind
