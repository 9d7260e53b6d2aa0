"""The pictures are the same each time."""

from __future__ import annotations

from pathlib import Path

from tests.screenshots import STATES, take

FEW = {name: STATES[name] for name in ("activity", "quick-add")}


def test_two_runs_give_the_same_pictures(tmp_path: Path) -> None:
    first = take(tmp_path / "first", FEW, ("dark",), ("nl",))
    again = take(tmp_path / "again", FEW, ("dark",), ("nl",))
    assert [file.name for file in first] == ["activity-dark-nl.png", "quick-add-dark-nl.png"]
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in first]
