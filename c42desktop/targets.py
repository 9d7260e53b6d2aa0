"""What was opened elsewhere: a link to a calendar, or a file. Everything else is explained (pure)."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.xmpp.address import NodeAddress, parse_uri

LONGEST = 4096  # characters: as long as a path may be, and longer than any address of a calendar
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")  # of two letters at least: one is a drive of Windows
_SHOWN = 60  # characters of what is no use
_WEB = ("http", "https", "webcal", "webcals")


def is_uri(text: str) -> bool:
    """Whether it begins as an address does; else it is a path."""
    return _SCHEME.match(text) is not None


def parse_target(text: str) -> NodeAddress | Path:
    """The calendar or the file that `text` names. Raises UserError with what it is instead, and what to do."""
    if len(text) > LONGEST:
        raise _fault(_("“{text}” is too long for the address of a calendar."), text)
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if scheme == "xmpp":
        return _calendar(text)
    if scheme == "file":
        return _file(text)
    if scheme in _WEB:
        raise _fault(
            _("“{text}” is an address on the web, where c42desktop fetches nothing. Save the file first."), text
        )
    if scheme:
        raise _fault(
            _("“{text}” cannot be opened: c42desktop opens xmpp: links to calendars, and calendar files."), text
        )
    return Path(text)


def _calendar(text: str) -> NodeAddress:
    clean = one_line(text)
    place, _mark, query = clean.partition("?")
    if "node=" in query:
        return parse_uri(clean)
    if "@" in place:
        raise _fault(_("“{text}” is a link to a chat, not to a calendar. A chat program opens it."), text)
    raise _fault(_("“{text}” names no calendar. Such a link looks like xmpp:pubsub.example.org?;node=team"), text)


def _file(text: str) -> Path:
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise _fault(_("“{text}” is no address of a file."), text) from error
    if host not in ("", "localhost", socket.gethostname().lower()):
        raise _fault(_("“{text}” is on another computer. Copy the file to this one first."), text)
    path = Path(_path(parts.path))
    if not path.is_absolute():
        raise _fault(_("“{text}” is no address of a file."), text)
    return path


def _path(encoded: str) -> str:
    """Names of files are bytes, which need not be text."""
    if sys.platform == "win32":
        from urllib.request import url2pathname  # late: it brings all of HTTP

        return url2pathname(encoded)
    return os.fsdecode(unquote_to_bytes(encoded))


def _fault(sentence: str, text: str) -> UserError:
    return UserError(sentence.format(text=one_line(text[: 10 * _SHOWN], _SHOWN)))
