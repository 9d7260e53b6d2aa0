"""Text from strangers, made safe to show outside the window.

A notification is drawn by another program, beside the words of other programs. So no character may move the
cursor, reverse the reading order of what follows, or make the text endless.
"""

import unicodedata

_ELLIPSIS = "…"
_ISOLATE_OPENERS = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_ISOLATES = frozenset(_ISOLATE_OPENERS + _POP_ISOLATE)
_NESTING_LIMIT = 4
# Embeddings and overrides (UAX #9 §2.1-2.3) reach beyond the text they stand in. Isolates (§2.4) do not.
_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")
# Cc: C0 and C1 controls. Cs: lone surrogates, which no D-Bus string can carry.
_UNWANTED_CATEGORIES = frozenset({"Cc", "Cs"})


def one_line(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters: no controls, no bidi overrides, single spaces."""
    # Splitting first turns tabs, line ends and U+2028 into a space instead of gluing two words together.
    words = "".join(filter(_wanted, " ".join(text.split()))).split()
    return _fitted(" ".join(words), limit)


def lines(text: str, limit: int) -> str:
    """Like `one_line`, but the line ends stay and the blank lines go."""
    cleaned = (one_line(line, limit) for line in text.splitlines())
    return _fitted("\n".join(line for line in cleaned if line), limit)


def sentence(text: str) -> str:
    """`text` with its first letter in upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def _wanted(character: str) -> bool:
    return character not in _BIDI_OVERRIDES and unicodedata.category(character) not in _UNWANTED_CATEGORIES


def _fitted(text: str, limit: int) -> str:
    """At most `limit` characters, with every isolate closed: it must not swallow the words set after it."""
    for closing in range(_NESTING_LIMIT + 1):
        cut = _capped(text, limit - closing)
        if (open_isolates := _open_isolates(cut)) <= closing:
            return cut + _POP_ISOLATE * open_isolates
    # Nobody nests them so deeply in good faith.
    return _capped("".join(each for each in text if each not in _ISOLATES), limit)


def _capped(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return text[: max(0, limit - len(_ELLIPSIS))].rstrip() + _ELLIPSIS


def _open_isolates(text: str) -> int:
    count = 0
    for character in text:
        if character in _ISOLATE_OPENERS:
            count += 1
        elif character == _POP_ISOLATE and count:
            count -= 1
    return count
