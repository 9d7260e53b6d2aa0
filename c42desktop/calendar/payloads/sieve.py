"""iCalendar text, sifted before it is parsed: a component that is too large loses what makes it so, and says so.

The library takes 50 µs and a kilobyte of memory for each line, and nested components go to its recursion. Here the text
is only searched for BEGIN and END, which costs a thousandth of that. What is not too large is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LEFT_OUT = "X-C42DESKTOP-LEFT-OUT"
"""The property that a component has of which a part was left out."""

NO_END = "X-C42DESKTOP-NO-END"
"""The property that a component has whose END is missing."""

ENTRIES = frozenset(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"))
"""The components that are in a calendar and in nothing else: where one begins, another is over, with or without END."""

MAX_SIZE = 256 * 1024  # characters of a component; servers take no more in an item
MAX_LINES = 5_000  # a meeting of 1000 people has half as many
MAX_DEPTH = 8  # components in each other; a calendar has three
SMALL = 200  # lines that are never too many
MAX_MORE_LINES = 20_000  # beyond them, in all components
_MAX_OWN_LINES = 1_000
_MAX_LINE = 64 * 1024

_INDENT = re.compile(r"^([ \t]*)BEGIN:", re.IGNORECASE | re.MULTILINE)
_FRAME = ("VCALENDAR",)


def sifted(text: str, most: int) -> str:
    """The text without what is too large in it, and without more than `most` components in a calendar."""
    if len(text) <= MAX_SIZE and text.count("\n") + text.count("\r") <= SMALL:
        return text
    return "".join(_Sieve(text, most).parts())


class _Sieve:
    def __init__(self, text: str, most: int) -> None:
        indent = _INDENT.search(text)
        self._indent = indent[1] if indent else ""
        self._edges = re.compile(rf"^{self._indent}(BEGIN|END):([^\r\n]{{0,60}})", re.IGNORECASE | re.MULTILINE)
        self._text = text
        self._most = most
        self._more_lines = MAX_MORE_LINES

    def parts(self) -> Iterator[str]:
        """What is between components, and components, each as it was or with less in it."""
        began, depth, deepest, place = -1, 0, 0, 0
        inner = 0  # where the first component in this one begins
        for edge in self._edges.finditer(self._text):
            frame = edge[2].strip().upper() in _FRAME
            opens = edge[1].upper() == "BEGIN"
            if began < 0:
                if opens and not frame:
                    yield self._frame(place, edge.start())
                    began, depth, deepest, inner = edge.start(), 1, 1, 0
                continue
            if opens and (frame or edge[2].strip().upper() in ENTRIES):
                yield self._component(began, edge.start(), deepest, inner or edge.start())
                place, began = edge.start(), -1 if frame else edge.start()
                depth, deepest, inner = 1, 1, 0
                if self._most < 0:
                    yield f"{self._indent}END:VCALENDAR\n"
                    return
                continue
            depth += 1 if opens else -1
            deepest = max(deepest, depth)
            inner = inner or edge.start()
            if depth == 0:
                place = self._after(edge.end())
                yield self._component(began, place, deepest, inner)
                if self._most < 0:
                    yield f"{self._indent}END:VCALENDAR\n"
                    return
                began = -1
        rest = len(self._text)
        yield self._frame(place, rest) if began < 0 else self._component(began, rest, deepest, inner or rest)

    def _after(self, end: int) -> int:
        """Where the line that has `end` in it is over."""
        found = self._text.find("\n", end)
        return len(self._text) if found < 0 else found + 1

    def _frame(self, begin: int, end: int) -> str:
        if end - begin <= MAX_SIZE and self._lines(begin, end) <= _MAX_OWN_LINES:
            return self._text[begin:end]
        return "\n".join(edge[0] for edge in self._edges.finditer(self._text, begin, end)) + "\n"

    def _lines(self, begin: int, end: int) -> int:
        return self._text.count("\n", begin, end) + self._text.count("\r", begin, end)

    def _component(self, begin: int, end: int, depth: int, inner: int) -> str:
        self._most -= 1
        if self._most < 0:
            return ""
        lines = self._lines(begin, end)
        more = max(0, lines - SMALL)
        if end - begin <= MAX_SIZE and lines <= MAX_LINES and depth <= MAX_DEPTH and more <= self._more_lines:
            self._more_lines -= more
            return self._text[begin:end]
        return self._shortened(begin, inner)

    def _shortened(self, begin: int, end: int) -> str:
        """The first lines of the component's own, without the endless ones."""
        head = self._text[begin : min(end, begin + MAX_SIZE)].splitlines(keepends=True)
        if end > begin + MAX_SIZE:
            del head[-1]
        own = [line for line in head[: _MAX_OWN_LINES + 1] if len(line) <= _MAX_LINE]
        name = own[0].partition(":")[2].strip() if own else ""
        return f"{''.join(own)}{self._indent}{LEFT_OUT}:1\n{self._indent}END:{name}\n" if name else ""
