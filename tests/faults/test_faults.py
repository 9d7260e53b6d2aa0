"""The short form of `make faults`: one seed, a few faults, and still every change is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.run import Trial, attempt
from tests.servers import SERVERS

# Restarts the server, resets connections and kills the application, all in a few seconds.
SEED = 368


@pytest.mark.server
@pytest.mark.parametrize("name", SERVERS)
async def test_every_change_is_told_once_while_network_server_and_application_fail(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if name == "ejabberd":
        request.getfixturevalue("ejabberd_is_here")
    trial = Trial(SEED, name, changes=150, minutes=0.05, calendars=6, look_every=3, pause=0.5)
    outcome = await attempt(trial, tmp_path)
    assert outcome.violations == []
    assert outcome.made.total() == trial.changes
    assert outcome.told > 0
    assert {"server restarted", "killed while it tells"} <= set(outcome.faults)
