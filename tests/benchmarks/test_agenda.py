"""The short form of the measurement: the same occurrences, whichever way they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import agenda, ways
from tests.benchmarks.bigfile import calendar


@pytest.mark.parametrize("seed", [1, 2])
def test_every_way_finds_the_same_occurrences(tmp_path: Path, seed: int) -> None:
    file, store = tmp_path / "big.ics", tmp_path / "big.sqlite"
    file.write_bytes(calendar(600, seed=seed).encode())
    ways.fill(file, store)
    reference = ways.summed_up(ways.pair(file))
    assert len(reference) > 100
    assert ways.summed_up(ways.cold(file)) == reference
    assert ways.summed_up(ways.warm(store)) == reference


def test_a_difference_and_a_missed_aim_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    found: ways.Found = {("one", 1.0, 2.0)}
    slow = agenda.Measured(work=1.0, whole=1.0, count=1, found=found)
    assert agenda._verdict({"pair": agenda.Measured(100.0, 100.0, 1, found), "cold": slow, "warm": slow}) == 0
    assert agenda._verdict({"pair": agenda.Measured(99.0, 99.0, 1, found), "cold": slow, "warm": slow}) == 1
    assert agenda._verdict({"pair": agenda.Measured(100.0, 100.0, 0, set()), "cold": slow, "warm": slow}) == 1
    assert "1 occurrences DIFFER" in capsys.readouterr().out
