"""A fortnight of reminders is told as it should be, no more and no less: `python -m tests.simulation` tries many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.plan import Act
from tests.simulation.run import try_seed


@pytest.mark.parametrize(("seed", "events"), [(0, 100), (1, 410)], ids=["spring", "autumn"])
def test_a_fortnight_is_told_as_expected(seed: int, events: int, tmp_path: Path) -> None:
    plan, told, differences = try_seed(seed, tmp_path, events=events)
    assert not differences
    acts = [happening.act for happening in plan.happenings]
    assert len(plan.specs) + 30 >= events  # so many come later
    assert acts.count(Act.WAKE) >= 25
    assert acts.count(Act.START) >= 8
    assert acts.count(Act.CHANGE) + acts.count(Act.REMOVE) == 60
    assert {each.how for each in told} == {"ahead", "late", "missed", "over"}
