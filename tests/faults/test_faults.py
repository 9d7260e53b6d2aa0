"""The short form of `make faults`: one seed, a few faults, and still every change is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.run import Trial, attempt

SEED = 8


@pytest.mark.server
async def test_every_change_is_told_once_while_network_server_and_application_fail(tmp_path: Path) -> None:
    trial = Trial(SEED, changes=150, minutes=0.1, calendars=6, look=3.0, pause=0.5)
    outcome = await attempt(trial, tmp_path)
    assert outcome.violations == []
    assert outcome.made.total() == trial.changes
    assert outcome.told > 0
    assert outcome.faults.total() > 3
