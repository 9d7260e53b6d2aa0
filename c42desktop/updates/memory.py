"""What is remembered about new versions: the feed that was believed last, with its signature, in a file of its own.

It is checked anew when it is read: who can write it cannot make up a version. An older feed than this one is not
believed any more, and what it says can be shown again after a restart without asking anybody. A file that is lost or
damaged is as if nobody had looked yet.
"""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from c42desktop import private

log = logging.getLogger(__name__)

NAME = "updates.json"
_MAX_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Memory:
    """`answered`: when somebody answered last, `believed`: what could be believed (both aware). `data` and `signature`:
    the feed that was believed last.

    `dismissed`: the version that the person wants to hear no more of.
    """

    answered: datetime | None = None
    believed: datetime | None = None
    data: bytes = b""
    signature: bytes = b""
    dismissed: str = ""


def load(path: Path) -> Memory:
    """What is known, whatever is at `path`."""
    try:
        with path.open("rb") as file:
            values = json.loads(file.read(_MAX_BYTES))
        answered, believed = _instant(values["answered"]), _instant(values["believed"])
        data, signature = (base64.b64decode(values[name], validate=True) for name in ("feed", "signature"))
        return Memory(answered, believed, data, signature, str(values["dismissed"]))
    except FileNotFoundError:
        return Memory()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        log.info("What was known about new versions cannot be read: %s", type(error).__name__)
        return Memory()


def _instant(text: str) -> datetime | None:
    """Raises ValueError, TypeError."""
    found = datetime.fromisoformat(text) if text else None
    if found is not None and found.tzinfo is None:
        raise ValueError("an instant without a zone")
    return found


def save(path: Path, memory: Memory) -> None:
    """Replace the file as a whole. A disk that does not take it is no reason to bother anybody."""
    values = {
        "answered": memory.answered.isoformat() if memory.answered else "",
        "believed": memory.believed.isoformat() if memory.believed else "",
        "feed": base64.b64encode(memory.data).decode(),
        "signature": base64.b64encode(memory.signature).decode(),
        "dismissed": memory.dismissed,
    }
    try:
        private.replace(path, json.dumps(values).encode())
    except OSError as error:
        log.info("What is known about new versions cannot be kept: %s", error.strerror)
