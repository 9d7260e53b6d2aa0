"""Text from strangers in a notification, drawn by another program beside the words of others: it has an end."""

from c42desktop.calendar.told import Told, body
from c42desktop.plain import one_line, plain

__all__ = ["joined", "lines", "one_line", "said"]

PART_LIMIT = 160


def lines(text: str, limit: int) -> str:
    """`text` of at most `limit` characters: the line ends stay and the blank lines go."""
    cleaned = "\n".join(filter(None, map(one_line, plain(text).split("\n"))))
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "…"


def said(told: Told) -> str:
    """ "Today 15:00 – 16:00, was 14:00. Room 4, was Room 12": what is said of a change, as sentences in one line."""
    return body(told.cleaned(lambda text: one_line(text, PART_LIMIT)))


def joined(*parts: str) -> str:
    """One line: what was a line end in a part cannot look like one of ours."""
    return " · ".join(filter(None, map(one_line, parts)))
