"""The short form of `python -m tests.faults.suspend`: what changed during sleep is there soon after waking up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.suspend import GOAL, Sleep, slept


@pytest.mark.server
async def test_c_ses_04_what_changed_during_sleep_is_told_soon_after_waking_up(tmp_path: Path) -> None:
    took, wrong = await slept(Sleep(3.0, changes=20, cut=True), tmp_path)
    assert wrong == []
    assert took is not None
    assert took < GOAL
