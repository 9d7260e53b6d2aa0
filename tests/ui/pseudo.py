"""A language that is longer than English by two fifths, as German is at its worst."""

from __future__ import annotations

import gettext
import re

_KEPT = re.compile(r"(\{[^}]*\}|%[-A-Za-z])")
_VOWELS = re.compile(r"([aeiouAEIOU])")
LONGER = 1.4


class Longer(gettext.NullTranslations):
    """Doubles vowels until a text is long enough."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)


def longer(text: str) -> str:
    """The same, longer, with its placeholders."""
    parts = _KEPT.split(text)
    wanted = round(sum(len(part) for part in parts[::2]) * (LONGER - 1))
    for at in range(0, len(parts), 2):
        parts[at], made = _VOWELS.subn(r"\1\1", parts[at], count=wanted)
        wanted -= made
        if wanted <= 0:
            return "".join(parts)
    words = parts[0].rsplit(" ", 1)
    words[-1] += "" if not words[-1].isalpha() else "e" * wanted
    return " ".join(words) + "".join(parts[1:])
