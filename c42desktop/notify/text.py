"""Text from strangers in a notification, drawn by another program beside the words of others: it has an end."""

from c42desktop.plain import one_line, plain

__all__ = ["lines", "one_line", "sentence"]


def lines(text: str, limit: int) -> str:
    """`text` of at most `limit` characters: the line ends stay and the blank lines go."""
    cleaned = "\n".join(filter(None, map(one_line, plain(text).split("\n"))))
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "…"


def sentence(text: str) -> str:
    """`text` with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]
