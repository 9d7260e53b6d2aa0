"""iCalendar text with lines that are missing, doubled, moved, joined and changed."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from tests.calendar.strategies.values import VALUES

ENDS = ("\n", "\r\n", "\r", "\n ", "\n\t", "\u2028")


def mutated_lines(text: str) -> st.SearchStrategy[str]:
    """The text after a few mistakes."""
    mistakes = st.lists(st.tuples(st.sampled_from(sorted(_MISTAKES)), st.integers(0, 10_000), VALUES), max_size=6)
    return st.builds(_after, st.just(text), mistakes, st.sampled_from(ENDS[:3]))


def _after(text: str, mistakes: list[tuple[str, int, str]], end: str) -> str:
    lines = text.splitlines()
    for name, place, value in mistakes:
        if lines:
            _MISTAKES[name](lines, place % len(lines), value)
    return end.join(lines) + end


def _drop(lines: list[str], place: int, _value: str) -> None:
    del lines[place]


def _double(lines: list[str], place: int, _value: str) -> None:
    lines[place:place] = [lines[place]] * 3


def _move(lines: list[str], place: int, _value: str) -> None:
    random.Random(place).shuffle(lines)


def _cut(lines: list[str], place: int, _value: str) -> None:
    del lines[place:]


def _change(lines: list[str], place: int, value: str) -> None:
    lines[place] = lines[place].partition(":")[0] + ":" + value


def _parameter(lines: list[str], place: int, value: str) -> None:
    name, _colon, rest = lines[place].partition(":")
    lines[place] = f"{name};TZID={value};VALUE=DATE:{rest}"


def _join(lines: list[str], place: int, value: str) -> None:
    lines[place] = value + lines[place]


def _break(lines: list[str], place: int, _value: str) -> None:
    lines[place] = ENDS[place % len(ENDS)].join(lines[place][begin : begin + 5] for begin in range(0, 60, 5))


_MISTAKES = {
    "drop": _drop,
    "double": _double,
    "move": _move,
    "cut": _cut,
    "change": _change,
    "parameter": _parameter,
    "join": _join,
    "break": _break,
}
