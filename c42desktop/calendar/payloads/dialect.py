"""How a format of the iCalendar family stores what jCal stores: what is needed to change a payload in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from c42desktop.calendar.model import Event
from c42desktop.calendar.payloads.fields import Property
from c42desktop.calendar.payloads.lines import MAX_DEPTH

REWRITTEN = frozenset(
    ("tzid", "value", "range", "cn", "partstat", "fmttype", "filename", "size", "label", "language", "altrep")
)
"""The parameters that are written anew with their property; all others stay."""


class Entries(Protocol):
    """What holds the parts of a component, in order: a list, or an XML element."""

    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> Any: ...
    def __setitem__(self, place: int, entry: Any, /) -> None: ...
    def __delitem__(self, place: int, /) -> None: ...
    def insert(self, place: int, entry: Any, /) -> None: ...


class Dialect(Protocol):
    """Reads and writes the entries of one format: properties, components, and what only that format knows."""

    def name(self, entry: Any) -> str:
        """The name of a component in lower case, empty for what is none."""

    def properties(self, component: Any) -> Entries:
        """What holds the properties; where components are among them, both."""

    def components(self, component: Any) -> Entries:
        """What holds the components."""

    def read(self, entry: Any) -> Property | None:
        """A property, None for what is none."""

    def write(self, data: Property, old: Any = None) -> Any:
        """The entry for a property; what the `old` one has that we know nothing of comes along."""

    def build(self, data: list[Any]) -> Any:
        """The entry for a jCal component."""

    def copy(self, component: Any) -> Any:
        """The same component once more."""

    def rename(self, component: Any, name: str) -> None:
        """Make it a component of another name."""

    def events(self, roots: Sequence[Any]) -> tuple[Event, ...]:
        """What the decoder reads, where "" stands for a missing UID. Raises PayloadError."""


def with_parameters(data: Property, old: Property | None) -> Property:
    """The property with the parameters the old one has and we know nothing of."""
    kept = {name: value for name, value in old[1].items() if name.lower() not in REWRITTEN} if old is not None else {}
    return [data[0], kept | data[1], *data[2:]]


def walk(dialect: Dialect, entries: Entries, depth: int = 0) -> Iterator[tuple[Entries, Any]]:
    """Every component and what holds it, in the order in which they are decoded."""
    if depth > MAX_DEPTH:
        return
    for place in range(len(entries)):
        entry = entries[place]
        if dialect.name(entry):
            yield entries, entry
            yield from walk(dialect, dialect.components(entry), depth + 1)


def found(dialect: Dialect, entries: Entries, names: Sequence[str]) -> list[tuple[int, Property]]:
    """The properties of these names and their places, those of the first name first: so are the parts of a group."""
    read = ((place, dialect.read(entries[place])) for place in range(len(entries)))
    ours = [(place, data) for place, data in read if data is not None and data[0] in names]
    return sorted(ours, key=lambda each: names.index(each[1][0]))


def first_component(dialect: Dialect, entries: Entries) -> int:
    """Where a further property goes: before the components."""
    places = (place for place in range(len(entries)) if dialect.name(entries[place]))
    return next(places, len(entries))


def place_of(entries: Entries, entry: Any) -> int:
    """Where this very entry is."""
    return next(place for place in range(len(entries)) if entries[place] is entry)
