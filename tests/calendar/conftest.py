"""What tests of the calendar share."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from c42desktop.calendar.expansion import Budget

Count = Callable[[Callable[[], object]], int]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by the steps of each payment from any budget, 0 for one that was refused: work, whatever the clock says."""
    paid: list[int] = []
    spend = Budget.spend

    def counted(self: Budget, steps: int = 1) -> bool:
        granted = spend(self, steps)
        paid.append(steps if granted else 0)
        return granted

    monkeypatch.setattr(Budget, "spend", counted)
    return paid


@pytest.fixture
def calls() -> Count:
    """Tells how many functions, those of Python itself included, are called by one."""

    def count(function: Callable[[], object]) -> int:
        found = 0

        def called(_frame: object, event: str, _argument: object) -> None:
            nonlocal found
            found += event.endswith("call")

        before = sys.getprofile()
        sys.setprofile(called)
        try:
            function()
        finally:
            sys.setprofile(before)
        return found

    return count
