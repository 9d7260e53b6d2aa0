"""Which addresses in foreign text become links, and the one place that opens them.

Everything in an event was written by somebody else: it is shown as plain text, and only these schemes can be opened,
by a click and by the system.
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

from c42desktop.calendar.addresses import ADDRESS, trimmed

_PLACE = re.compile(r"-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){1,2}(?:;[\w.=;-]*)?", re.ASCII)
_NUMBER = re.compile(r"[+*#\d().-]+(?:;[\w.=+;-]*)?", re.ASCII)
_LETTER = frozenset({"subject", "body", "cc"})  # some mail programs would attach files


def is_safe(address: str) -> bool:
    """True for an address that may be opened: of a known, harmless kind, and with nothing in it to mislead."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not ADDRESS.fullmatch(address) or not url.isValid():
        return False
    match url.scheme().lower():
        case "http" | "https":
            return bool(url.host()) and not url.userInfo() and "@" not in url.authority()  # good.org@evil.org
        case "geo":
            return bool(_PLACE.fullmatch(url.path()))
        case "tel":
            return bool(_NUMBER.fullmatch(url.path()))
        case "mailto":
            names = {name.lower() for name, _value in QUrlQuery(url).queryItems()}
            return bool(url.path()) and names <= _LETTER
    return bool(url.path())


def open_link(address: str | QUrl) -> bool:
    """Hand a clicked address to the system; False where it may not be opened."""
    text = address if isinstance(address, str) else address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return is_safe(text) and QDesktopServices.openUrl(QUrl(text))


def shown(address: str) -> str:
    """An address as it is shown: letters of other alphabets cannot make a host look like another one."""
    host = QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded)
    if host.isascii() and not _host(address).isascii():
        return address.replace(_host(address), host, 1)
    return address


def linked(text: str, color: str) -> str:
    """Plain text as rich text: everything escaped, safe addresses as links in `color`."""
    parts: list[str] = []
    done = 0
    for match in ADDRESS.finditer(text):
        address = trimmed(match.group())
        if not is_safe(address):
            continue
        parts.append(escape(text[done : match.start()]))
        style = f"color:{color};text-decoration:none"
        parts.append(f'<a href="{escape(address)}" style="{style}">{escape(shown(address))}</a>')
        done = match.start() + len(address)
    parts.append(escape(text[done:]))
    return "".join(parts).replace("\r\n", "\n").replace("\n", "<br>")


def _host(address: str) -> str:
    found = re.match(r"https?://([^/?#]*)", address, re.IGNORECASE)
    return found[1] if found else ""
