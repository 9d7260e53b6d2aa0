"""The switch as the preferences see it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _


class Autostart(ABC):
    """`obstacle` is the sentence why it cannot be switched here, "" where it can."""

    obstacle = ""

    @abstractmethod
    def is_on(self) -> bool:
        """Whether the system starts the program now. Raises UserError where that cannot be read."""

    @abstractmethod
    def switch(self, on: bool) -> None:
        """From the next session on. Raises UserError, with nothing changed."""


class Unavailable(Autostart):
    """There is no switch here."""

    def __init__(self, obstacle: str) -> None:
        self.obstacle = obstacle

    def is_on(self) -> bool:
        """Nobody can tell."""
        return False

    def switch(self, on: bool) -> None:
        """Never possible."""
        raise UserError(self.obstacle)


@contextmanager
def in_sentences(place: Path | str) -> Iterator[None]:
    """Raise what the system refuses at `place` as a UserError."""
    try:
        yield
    except OSError as error:
        sentence = _("What starts with your session cannot be read or changed in {place}: {why}.")
        raise UserError(sentence.format(place=place, why=error.strerror or error)) from error
