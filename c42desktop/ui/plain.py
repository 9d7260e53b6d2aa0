"""Text from others, made safe to show among our own words. No Qt.

No character may reverse the reading order of what follows or stand for nothing that can be seen. Joiners, the marks
that speak of one letter only, and the choice of a drawing for an emoji belong to the text and stay.
"""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\u200b\u200c\u200d\u200e\u200f")


def plain(text: str) -> str:
    """The text without control characters, overrides, embeddings and isolates; its lines stay."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")))


def one_line(text: str) -> str:
    """As `plain`, on one line."""
    return " ".join(plain(text).split())


def _shown(sign: str) -> str:
    if sign in _KEPT:
        return sign
    category = unicodedata.category(sign)
    if category == "Cc":
        return " "
    return "" if category in ("Cf", "Cs") else sign
