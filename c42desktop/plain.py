"""Text from others, made safe to show among our own words: in the window, in a notification, in a terminal.

No character may steer a terminal, reverse the reading order of what follows, or stand for nothing that can be seen.
Joiners, the marks that speak of one letter only, and the choice of a drawing for an emoji belong to the text and stay.
"""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"
# Characters of the kind "format" (Cf) that a text needs: joiners, marks of one letter's direction, Arabic and Syriac
# signs that are drawn around numbers.
_NEEDED = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
)
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})


def plain(text: str) -> str:
    """The text without control characters, overrides, embeddings and isolates; its lines stay."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n").translate(_BREAKS)))


def one_line(text: str, limit: int = 0) -> str:
    """As `plain`, on one line, with single spaces; of at most `limit` characters, where that is not 0."""
    words = " ".join(plain(text).split())
    return words if not limit or len(words) <= limit else words[: limit - 1].rstrip() + _ELLIPSIS


def _shown(sign: str) -> str:
    if sign == "\n" or sign in _NEEDED:
        return sign
    category = unicodedata.category(sign)
    if category == "Cc":
        return " "
    return "" if category in ("Cf", "Cs") else sign
