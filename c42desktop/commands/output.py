"""What commands write: lines for people, JSON for programs, complaints on standard error."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line, plain

LONGEST = 120  # characters of one title or place on a line for people


def prepare() -> None:
    """Have what the terminal's character set cannot show written as an escape, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(text: str = "") -> None:
    """One line on standard output, at once.

    Raises UserError where it cannot be written, BrokenPipeError where nobody reads any more.
    Texts come from other people: what would steer the terminal, or turn around what follows, is left out.
    """
    _write(_harmless(text))


def shown(text: str) -> str:
    """A title or place that somebody else wrote, to stand among other words on a line: never endless."""
    return one_line(text, LONGEST)


def print_json(value: Any) -> None:
    """One line of JSON on standard output, at once. Raises as `say` does."""
    ascii_only = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    _write(json.dumps(value, ensure_ascii=ascii_only, default=str))


def complain(text: str) -> None:
    """One line on standard error. Where nobody reads it, nothing is lost but the complaint."""
    with contextlib.suppress(OSError):
        print(_harmless(text), file=sys.stderr, flush=True)


def hear(message: Mapping[str, Any]) -> None:
    """What the application that does the work says on the way."""
    if "complain" in message:
        complain(str(message["complain"]))


@contextlib.contextmanager
def to_stdout() -> Iterator[None]:
    """What is written to standard output in here cannot be: UserError. Nobody reads it any more: BrokenPipeError."""
    try:
        if sys.stdout is None:  # closed by whoever started us
            raise OSError(_("there is no standard output"))
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        sentence = _("The output cannot be written: {why}.")
        raise UserError(sentence.format(why=error.strerror or error), field="output") from error


def _harmless(line: str) -> str:
    """The line with its spaces as they are, and no ends of lines within."""
    if line.isprintable():  # as nearly all are: nothing of all that is in it
        return line
    return plain(line).replace("\n", " ")


def hush() -> None:
    """Standard output failed: drop what is still to be written, so that the interpreter does not try again."""
    with contextlib.suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(line: str) -> None:
    with to_stdout():
        print(line, flush=True)
