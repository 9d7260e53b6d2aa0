"""What a release feed says: the newest version, and for how long that may be believed (pure).

    {
      "product": "c42desktop",              a key may sign feeds of several programs
      "format": 1,                          another number is for programs that know it
      "issued": "2026-11-23T10:00:00Z",     an older feed than the last one is not believed
      "expires": "2027-03-23T10:00:00Z",    nobody can keep people at an old version for longer by repeating an old feed
      "version": "0.2.0",
      "date": "2026-11-20",
      "notes": {"en": "…", "nl": "…"},      what is new, as plain text; "en" is for all who read nothing else of it
      "downloads": {                        pages for people, not files: they see where they are
        "linux": {"page": "https://…", "needs": "2.36"},     glibc, version of Windows, version of macOS;
        "windows": {"page": "https://…", "needs": "10.0.17763"},      left out where any will do
        "macos": {"page": "https://…"}
      }
    }

What is not in this list is passed over. `packaging/release_feed.py` makes and signs it. It is read as strictly as what
strangers send all the same: keys get lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from c42desktop.plain import plain

PRODUCT, FORMAT = "c42desktop", 1
PLATFORMS = ("linux", "windows", "macos")
MAX_BYTES = 64 * 1024
MAX_NOTES = 3000  # characters in one language
MAX_LINES = 40
MAX_LANGUAGES = 50
MAX_ADDRESS = 500
_VERSION = re.compile(r"\d{1,5}(?:\.\d{1,5}){0,3}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """Where a version is to be had for one platform, and which version of the system it needs; () where any will do."""

    page: str
    needs: Version = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """All of it. `issued` and `expires` are aware."""

    issued: datetime
    expires: datetime
    version: str
    released: date
    notes: Mapping[str, str] = field(default_factory=dict)
    downloads: Mapping[str, Download] = field(default_factory=dict)

    def notes_in(self, languages: Sequence[str]) -> str:
        """What is new, in the first of these languages ("nl_BE", "en") that it is written in, else in English."""
        wanted = [name for each in languages for name in (each, each.partition("_")[0])]
        return next((self.notes[name] for name in (*wanted, "en") if name in self.notes), "")


def read(data: bytes) -> Feed:
    """The feed that some bytes are. Raises ValueError, with why for a log, where they are none that can be read."""
    if len(data) > MAX_BYTES:
        raise ValueError("too long")
    try:
        values = json.loads(data, object_pairs_hook=_without_doubles)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(values, dict) or values.get("product") != PRODUCT or values.get("format") != FORMAT:
        raise ValueError("for another program, or in another format")
    return Feed(
        _instant(values, "issued"),
        _instant(values, "expires"),
        _text(values, "version", _VERSION),
        _date(values),
        _notes(values.get("notes", {})),
        _downloads(values.get("downloads")),
    )


def parts(version: str) -> Version:
    """ "0.2.0" as (0, 2), so that versions can be compared: what is zero at the end says nothing. What follows the
    numbers, as in "0.2.0.dev3", does not count. () where it begins with none."""
    found = _VERSION.match(version)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("says something twice")  # whoever signed it may have read the other one
    return found


def _text(values: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"no {name}")
    return value


def _instant(values: Mapping[str, Any], name: str) -> datetime:
    value = values.get(name)
    if not isinstance(value, str) or len(value) > 40:
        raise ValueError(f"no {name}")
    found = datetime.fromisoformat(value)
    if found.tzinfo is None:
        raise ValueError(f"{name} without a zone")
    try:
        return found.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"no {name}") from error


def _date(values: Mapping[str, Any]) -> date:
    value = values.get("date")
    if not isinstance(value, str) or len(value) != len("2026-11-20"):
        raise ValueError("no date")
    return date.fromisoformat(value)


def _notes(values: Any) -> dict[str, str]:
    """What cannot be shown is left out or cut off: it is no reason to keep a version from somebody."""
    if not isinstance(values, dict) or len(values) > MAX_LANGUAGES:
        raise ValueError("no notes")
    return {
        name: shown
        for name, text in values.items()
        if _LANGUAGE.fullmatch(name) and isinstance(text, str) and (shown := _shown(text))
    }


def _shown(text: str) -> str:
    lines = plain(text[:MAX_NOTES]).strip().split("\n")
    return "\n".join(line.rstrip() for line in lines[:MAX_LINES])


def _downloads(values: Any) -> dict[str, Download]:
    if not isinstance(values, dict):
        raise ValueError("no downloads")
    return {name: _download(values[name]) for name in PLATFORMS if name in values}


def _download(values: Any) -> Download:
    if not isinstance(values, dict) or not is_page(values.get("page")):
        raise ValueError("no page to download it from")
    needs = _text(values, "needs", _VERSION) if "needs" in values else ""
    return Download(values["page"], parts(needs))


def is_page(address: Any) -> bool:
    """Whether it is the address of a page that a browser may be sent to: https, and nothing in it that misleads."""
    if not isinstance(address, str) or len(address) > MAX_ADDRESS or not address.isascii():
        return False
    if not address.isprintable() or re.search(r"[\s\\<>\"'`{}|^@]", address):
        return False
    try:
        found = urlsplit(address)
        _port = found.port
    except ValueError:
        return False
    return found.scheme == "https" and bool(found.hostname)
