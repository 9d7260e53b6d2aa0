"""What may be written of an error and of a log: where something happened and of what kind, and nothing of the person's.

The words of an error may quote what was read – an event, an answer of a server, a password. They are written for those
kinds only whose words speak of the program. Values of variables never are.
"""

from __future__ import annotations

import contextlib
import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from c42desktop.plain import one_line

LONGEST = 300  # characters of the words of an error
_ABOUT_CODE = frozenset(
    {
        *(AttributeError, ImportError, IndexError, ModuleNotFoundError, NameError, NotImplementedError),
        *(RecursionError, RuntimeError, TypeError, UnboundLocalError, ZeroDivisionError),
    }
)
_MOST_CAUSES, _MOST_OF_A_GROUP = 5, 5
_LIBRARIES = re.compile(r"[^\s\"']*[/\\](?:site-packages|dist-packages|python3\.\d+|_internal)[/\\]")
_ADDRESS = re.compile(r"[^\s@\"'<>(),;:/\\]+@(?=[\w-])")


def written(error: BaseException) -> str:
    """The traceback of an error and of what led to it, as Python writes it, without values."""
    return "\n".join(_with_causes(error))


def for_others(text: str) -> str:
    """A text of our own for somebody else's eyes: without names of people and of their folders."""
    text = _LIBRARIES.sub("", text)
    with contextlib.suppress(RuntimeError):  # nobody's home
        home = Path.home()
        if home.name:
            text = text.replace(str(home), "~")
            text = re.sub(rf"(?<=[/\\]){re.escape(home.name)}(?=[/\\])", "…", text)  # as in /media/ann/stick
    return _ADDRESS.sub("…@", text)


def _with_causes(error: BaseException) -> Iterator[str]:
    chain = list(_causes(error))
    for place, (each, led) in enumerate(reversed(chain)):
        yield from _one(each)
        if place < len(chain) - 1:
            yield f"\n{led}\n"


def _causes(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """The error, then what led to it, each with how it did."""
    led = ""
    for _turn in range(_MOST_CAUSES):
        yield error, led
        context = None if error.__suppress_context__ else error.__context__
        led = "This led to:" if error.__cause__ is not None else "While that was handled:"
        before = error.__cause__ or context
        if before is None:
            return
        error = before


def _one(error: BaseException) -> Iterator[str]:
    if error.__traceback__ is not None:
        yield "Traceback (most recent call last):"
        for frame in traceback.extract_tb(error.__traceback__, limit=-100):
            yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            if frame.line:
                yield f"    {frame.line}"
    yield kind_of(error)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions[:_MOST_OF_A_GROUP]:
            yield from ("  | " + line for part in _with_causes(each) for line in part.split("\n"))


def kind_of(error: BaseException) -> str:
    """Of what kind an error is, with its words where they speak of the program."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    words = _words(error)
    return f"{name}: {one_line(words, LONGEST)}" if words else name


def _words(error: BaseException) -> str:
    if type(error) in _ABOUT_CODE:
        with contextlib.suppress(Exception):  # its words are made by whatever was given to it
            return str(error)
        return ""
    if isinstance(error, OSError) and type(error).__module__ == "builtins":
        return str(error.strerror or "")  # without the name of the file
    return str(getattr(error, "sqlite_errorname", ""))
