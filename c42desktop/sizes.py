"""Sizes of files in words."""

from __future__ import annotations

_STEP = 1000
_FEW = 10


def size_in_words(size: int) -> str:
    """ "640 B", "86 kB", "1.2 MB"; nothing where it is not known."""
    if size <= 0:
        return ""
    amount = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < _STEP or unit == "GB":
            few = unit != "B" and amount < _FEW
            return f"{amount:.1f} {unit}" if few else f"{amount:.0f} {unit}"
        amount /= _STEP
    return ""
