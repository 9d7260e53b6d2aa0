"""What this copy of the program is part of: a package, an archive, a checkout. resources/distribution.toml says it."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from c42desktop import assets

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Distribution:
    """`kind`: what it is ("source", "deb", …). `updates`: whether it looks for new versions itself, in the feed at
    `feed_url`, which is signed by who has `feed_key`."""

    kind: str = "source"
    updates: bool = False
    feed_url: str = ""
    feed_key: str = ""


def read(path: Path | None = None) -> Distribution:
    """What the file says; what cannot be read is as in a checkout."""
    try:
        data = tomllib.loads((path or assets.path("distribution.toml")).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        log.info("What this copy is part of cannot be read: %s", type(error).__name__)
        return Distribution()
    package, feed = (_table(data, name) for name in ("package", "feed"))
    return Distribution(
        _text(package, "kind") or "source", package.get("updates") is True, _text(feed, "url"), _text(feed, "key")
    )


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _text(table: dict[str, Any], name: str) -> str:
    found = table.get(name)
    return found if isinstance(found, str) else ""
