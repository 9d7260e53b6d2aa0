"""Before something is shown it is found out whether it may be; what may not is told later, and not asked for before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.tasks import Tasks
from tests.test_teller import Stage


class Quiet:
    """Decides when something is about to be told."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.held = False
        self.asked = 0
        stage.teller.on_about_to_tell = self._look

    async def _look(self) -> None:
        self.asked += 1
        self._stage.teller.pause(self.held)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    made, tasks = Stage(tmp_path), Tasks()
    tasks.spawn(made.teller.run())
    yield made
    await tasks.cancel()
    made.store.close()


async def test_what_is_held_back_at_the_last_moment_is_told_afterwards(stage: Stage) -> None:
    quiet = Quiet(stage)
    quiet.held = True
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    assert (stage.titles, quiet.asked) == ([], 1)
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert (stage.titles, quiet.asked) == ([], 1), "what is held back already needs no question"
    quiet.held = False
    stage.teller.pause(False)
    await stage.settle()
    assert stage.titles and quiet.asked == 2


async def test_nobody_is_asked_where_there_is_nothing_to_tell(stage: Stage) -> None:
    quiet = Quiet(stage)
    stage.teller.remind([])
    stage.teller.tell([])
    await stage.settle()
    assert quiet.asked == 0


async def test_the_end_of_a_burst_is_asked_for_like_its_beginning(stage: Stage) -> None:
    quiet = Quiet(stage)
    stage.teller.tell(stage.happen(*(f"Event {number}" for number in range(9))))
    await stage.settle()
    stage.teller.tell(stage.happen("The last one"))
    await stage.settle()
    shown = len(stage.titles)
    quiet.held = True
    await stage.settle(60)
    assert len(stage.titles) == shown, "something fills the screen by now"
    quiet.held = False
    stage.teller.pause(False)
    await stage.settle()
    assert len(stage.titles) == shown + 1
    assert stage.store.untold() == []


@pytest.mark.expects_warnings
async def test_a_defect_of_whoever_decides_costs_nothing_that_comes(stage: Stage) -> None:
    quiet = Quiet(stage)
    look = stage.teller.on_about_to_tell

    async def fail() -> None:
        raise RuntimeError("a defect")

    stage.teller.on_about_to_tell = fail
    stage.teller.tell(stage.happen("Review"))
    await stage.settle()
    stage.teller.on_about_to_tell = look
    stage.teller.tell(stage.happen("Lunch"))
    await stage.settle()
    assert len(stage.titles) == 2
    assert quiet.asked == 1
