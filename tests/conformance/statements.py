"""The statements of tests/statements.toml, and the numbers that names of tests carry."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.servers import SERVERS

FILE = Path(__file__).parent.parent / "statements.toml"
_NAME = re.compile(r"test_c_([a-z]+)((?:_(?:and_)?\d+)+)(?:_|$)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement. `remarks` and `limits` say what a server does differently; a limit excuses it from the proof."""

    number: str
    says: str
    kinds: tuple[str, ...]
    remarks: dict[str, str]
    limits: dict[str, str]

    @property
    def servers(self) -> tuple[str, ...]:
        """The real servers that it has to be proved with."""
        return tuple(each for each in SERVERS if "P" in self.kinds and each not in self.limits)

    @property
    def notes(self) -> dict[str, str]:
        """What to say below the table, by server."""
        return self.remarks | self.limits


def statements() -> list[Statement]:
    """All of them, in their order in the file."""
    with FILE.open("rb") as file:
        found = tomllib.load(file)
    return [
        Statement(
            number, each["says"], tuple(each["kinds"].split(",")), each.get("remarks", {}), each.get("limits", {})
        )
        for number, each in found.items()
    ]


def numbers_in(name: str) -> list[str]:
    """The statements that a test says it proves: test_c_sub_02_and_03_… is about C-SUB-02 and C-SUB-03."""
    found = _NAME.match(name)
    if found is None:
        return []
    return [f"C-{found[1].upper()}-{digits}" for digits in re.findall(r"\d+", found[2])]
