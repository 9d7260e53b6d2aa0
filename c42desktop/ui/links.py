"""Which addresses in foreign text become links, and the one place that opens them.

Everything in an event was written by somebody else: it is shown as plain text, and only these schemes can be opened,
by a click and by the system.
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = frozenset({"http", "https", "mailto", "xmpp", "geo", "tel"})

_ADDRESS = re.compile(
    r"\b(?:https?://|mailto:|xmpp:|geo:|tel:)[^\s<>\"'\x00-\x20\x7f\u200b-\u200f\u202a-\u202e]+", re.IGNORECASE
)
_TRAILING = ".,;:!?…"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def is_safe(address: str) -> bool:
    """True for an address of a scheme that may be opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in SCHEMES:
        return False
    return bool(url.host()) if url.scheme().lower() in ("http", "https") else bool(url.path())


def open_link(address: str | QUrl) -> bool:
    """Hand a clicked address to the system; False where it may not be opened."""
    text = address.toString() if isinstance(address, QUrl) else address
    return is_safe(text) and QDesktopServices.openUrl(QUrl(text))


def linked(text: str, color: str) -> str:
    """Plain text as rich text: everything escaped, safe addresses as links in `color`."""
    parts: list[str] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match.group())
        if not is_safe(address):
            continue
        parts.append(escape(text[done : match.start()]))
        parts.append(f'<a href="{escape(address)}" style="color:{color};text-decoration:none">{escape(address)}</a>')
        done = match.start() + len(address)
    parts.append(escape(text[done:]))
    return "".join(parts).replace("\r\n", "\n").replace("\n", "<br>")


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence around it."""
    while address:
        last = address[-1]
        unbalanced = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _TRAILING and not unbalanced:
            break
        address = address[:-1]
    return address
