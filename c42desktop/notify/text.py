"""Text from strangers in a notification, drawn by another program beside the words of others: it has an end."""

from collections.abc import Iterable

from c42desktop.plain import one_line, plain

__all__ = ["details", "joined", "lines", "one_line", "sentence"]

PART_LIMIT = 160
_ENDS = (".", "!", "?", "…", ":")


def lines(text: str, limit: int) -> str:
    """`text` of at most `limit` characters: the line ends stay and the blank lines go."""
    cleaned = "\n".join(filter(None, map(one_line, plain(text).split("\n"))))
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "…"


def sentence(text: str) -> str:
    """`text` with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def details(parts: Iterable[str]) -> str:
    """ "Today 15:00 – 16:00, was 14:00. Room 4, was Room 12": what is said of a change, as sentences in one line."""
    text = ""
    for part in filter(None, (sentence(one_line(each, PART_LIMIT)) for each in parts)):
        text += (" " if text.endswith(_ENDS) else ". ") + part if text else part
    return text


def joined(*parts: str) -> str:
    """One line: what was a line end in a part cannot look like one of ours."""
    return " · ".join(filter(None, map(one_line, parts)))
