"""The short form of `make load`: it runs through, and everything that was published is there and told."""

from __future__ import annotations

import pytest

from tests.load.run import MOST_NOTIFICATIONS, measure

pytestmark = pytest.mark.server


async def test_everything_is_read_and_every_change_of_a_burst_is_told() -> None:
    steps = await measure("prosody", 0.02, ["calendars", "large"])
    assert [step.name for _server, step in steps] == [
        "first look: 2 calendars, 200 events",
        "start and look again, nothing changed",
        "burst of 20 changes, until all are told",
        "first look: one calendar of 200 events",
        "start and look again, nothing changed",
    ]


async def test_a_flood_of_changes_becomes_a_few_notifications_and_none_is_lost() -> None:
    _look, (_server, flood) = await measure("prosody", 0.05, ["flood"])
    assert flood.name.startswith("250 changes")
    assert 1 < flood.shown <= MOST_NOTIFICATIONS
