"""Where addresses begin and end in text of others. Whether one may be opened is another question: ui/links.py."""

from __future__ import annotations

import re

# Nothing that cannot be seen, and no backslash, which browsers take for a slash.
_OUTSIDE = r"\s<>\"'\\\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
ADDRESS = re.compile(rf"\b(?:https?://|mailto:|xmpp:|geo:|tel:)[^{_OUTSIDE}]+", re.IGNORECASE)
_TRAILING = ".,;:!?…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def trimmed(address: str) -> str:
    """Without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        unbalanced = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _TRAILING and not unbalanced:
            break
        address = address[:-1]
    return address
