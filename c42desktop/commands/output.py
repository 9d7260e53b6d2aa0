"""What commands write: lines for people, JSON for programs, complaints on standard error."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import unicodedata
from gettext import gettext as _
from typing import Any

from c42desktop.errors import UserError


def prepare() -> None:
    """Have what the terminal's character set cannot show written as an escape, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def say(text: str = "") -> None:
    """One line on standard output, at once.

    Raises UserError where it cannot be written, BrokenPipeError where nobody reads any more.
    Texts come from other people: what would steer the terminal is left out.
    """
    _write("".join(" " if unicodedata.category(char) == "Cc" else char for char in text))


def print_json(value: Any) -> None:
    """One line of JSON on standard output, at once. Raises as `say` does."""
    ascii_only = "utf" not in (getattr(sys.stdout, "encoding", None) or "").lower()
    _write(json.dumps(value, ensure_ascii=ascii_only, default=str))


def complain(text: str) -> None:
    """One line on standard error. Where nobody reads it, nothing is lost but the complaint."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def hush() -> None:
    """Standard output failed: drop what is still to be written, so that the interpreter does not try again."""
    with contextlib.suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(line: str) -> None:
    try:
        if sys.stdout is None:  # closed by whoever started us
            raise OSError(_("there is no standard output"))
        print(line, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        sentence = _("The output cannot be written: {why}.")
        raise UserError(sentence.format(why=error.strerror or error), field="output") from error
