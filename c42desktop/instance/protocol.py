"""What is said between the application and a process that asks it something: lines of JSON, each an object.

First the request: {"c42desktop": 1, "do": …, and what that needs}. Then the answers: {"taken": true} at once, any
number of {"say": …}, {"complain": …}, {"progress": [done, total]}, {"change": …}, {"reminder": …}, {"ready": true}, and
in the end {"done": …} or {"error": …, "field": …}. Who asks leaves by closing the line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

VERSION = 1
LONGEST_REQUEST = 1024 * 1024  # bytes: an event with all that belongs to it
LONGEST_ANSWER = 16 * 1024 * 1024  # the events of an import that failed, each by its name
Message = Mapping[str, Any]


class ProtocolError(UserError):
    """What came over the line is not what this version speaks."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. The values come from another process: what is missing or of another type is refused."""

    do: str
    values: Message

    def text(self, name: str) -> str:
        """A text. Raises ProtocolError."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise _misunderstood()
        return value

    def flag(self, name: str) -> bool:
        """A yes or no. Raises ProtocolError."""
        value = self.values.get(name)
        if not isinstance(value, bool):
            raise _misunderstood()
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts. Raises ProtocolError."""
        value = self.values.get(name)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise _misunderstood()
        return tuple(value)

    def table(self, name: str) -> Message:
        """An object. Raises ProtocolError."""
        value = self.values.get(name)
        if not isinstance(value, dict):
            raise _misunderstood()
        return value


def request(do: str, values: Message) -> bytes:
    """A request as a line. Raises ProtocolError where it is too long."""
    line = encoded({"c42desktop": VERSION, "do": do, **values})
    if len(line) > LONGEST_REQUEST:
        raise ProtocolError(_("This is too large to be handed to the c42desktop that runs already."))
    return line


def parsed_request(line: bytes) -> Request:
    """The request in a line. Raises ProtocolError, also for one of another version."""
    values = dict(decoded(line))
    if values.pop("c42desktop", None) != VERSION:
        raise ProtocolError(_("The c42desktop that runs is of another version. Quit it, and start it again."))
    do = values.pop("do", None)
    if not isinstance(do, str):
        raise _misunderstood()
    return Request(do, values)


def unknown() -> ProtocolError:
    """For a request that nobody here knows."""
    return _misunderstood()


def encoded(message: Message) -> bytes:
    """A message as a line."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def decoded(line: bytes) -> Message:
    """The message in a line. Raises ProtocolError."""
    try:
        message = json.loads(line)
        # No halves of characters, which nothing could print; but names of files are bytes, which need not be text.
        json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogateescape")
    except (ValueError, RecursionError) as error:
        raise _misunderstood() from error
    if not isinstance(message, dict):
        raise _misunderstood()
    return message


def _misunderstood() -> ProtocolError:
    return ProtocolError(_("The c42desktop that runs does not know this request. Quit it, and start it again."))
