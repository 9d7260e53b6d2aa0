"""How soon the application agrees with the server again after the machine was asleep.

    python -m tests.faults.suspend [--seconds 660] [--server prosody|ejabberd] [--changes N] [--goal S]

The application's process is stopped for that long while calendars change, and goes on as if no time had passed, as it
does when a lid is opened. `--cut` resets its connection, as a router does that has forgotten it. The timer for
looks does not help: what services keep silent about has to be found because it woke up.
Exit code 1 where agreement takes longer than the goal, or where a change was lost or told twice.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.plan import WEIGHTS
from tests.faults.run import PATIENCE, server_named
from tests.faults.stage import NEVER, Stage, staged
from tests.faults.verdict import judge
from tests.servers import SERVERS

CALENDARS = 6
GOAL = 5.0  # seconds from waking up to agreement


@dataclass(frozen=True, slots=True)
class Sleep:
    """How long the machine sleeps, what changes meanwhile, and whether its connection is reset before it wakes."""

    seconds: float
    changes: int = 50
    cut: bool = False
    seed: int = 1
    server: str = SERVERS[0]


def main(arguments: Sequence[str]) -> int:
    """Sleep, wake up, and print how long agreement took. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.suspend", description=__doc__)
    parser.add_argument("--seconds", type=float, default=660.0)
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--cut", action="store_true", help="reset the connection before it wakes up")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--server", choices=SERVERS, default=SERVERS[0])
    parser.add_argument("--goal", type=float, default=GOAL, help="seconds until agreement")
    options = parser.parse_args(arguments)
    sleep = Sleep(options.seconds, options.changes, options.cut, options.seed, options.server)
    with tempfile.TemporaryDirectory(prefix="c42desktop-suspend-") as folder:
        took, wrong = asyncio.run(slept(sleep, Path(folder)))
    for sentence in wrong:
        print(f"VIOLATION: {sentence}")
    print(f"Asleep for {sleep.seconds:g} s; agreement {'never' if took is None else f'{took:.1f} s'} after waking up.")
    return 1 if wrong or took is None or took > options.goal else 0


async def slept(sleep: Sleep, folder: Path) -> tuple[float | None, list[str]]:
    """Gives the seconds from waking up to agreement, None for never, and what else is wrong."""
    server = server_named(sleep.server)
    async with staged(server, folder, seed=sleep.seed, calendars=CALENDARS, look_every=NEVER, weights=WEIGHTS) as stage:
        stage.process.start()
        if not await stage.looked(stage.remembered(), PATIENCE):
            return None, ["the first look at everything did not end"]
        await _sleep(sleep, stage)
        truth = await stage.truth()
        stage.process.thaw()
        took = await stage.agreement(truth, PATIENCE)
        wrong = stage.differences(truth)
        if await stage.process.quit():
            wrong.append("the application did not leave in good order")
        verdict = judge(stage.evidence(truth))
        return took, [*wrong, *verdict.lost, *verdict.twice, *stage.process.complaints()]


async def _sleep(sleep: Sleep, stage: Stage) -> None:
    stage.process.freeze()
    pause = sleep.seconds * len(stage.publishers) / sleep.changes / 2  # half of the time, so that they are in time
    changes = asyncio.gather(
        *(
            each.change(sleep.changes // len(stage.publishers), pause, random.Random(f"{sleep.seed} {number}"))
            for number, each in enumerate(stage.publishers)
        )
    )
    await asyncio.gather(changes, asyncio.sleep(sleep.seconds))
    if sleep.cut:
        stage.proxy.cut()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
