"""Every change is told exactly once, whatever happens to network, server or application: `make faults`.

    python -m tests.faults [--seed S] [--seeds N] [--server prosody|ejabberd|both] [--changes N] [--minutes M]
        [--no-looks]

Two publishers change calendars at a real server while the network, the server and the application suffer what the seed
says. Then everything is healed, and what was told is compared with what the server has. Exit code 1 where something
was lost or told twice. The same seed gives the same changes and the same faults, though not to the millisecond.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from c42desktop.demo.prosody import Prosody
from tests.conftest import PASSWORDS
from tests.ejabberd import Ejabberd
from tests.faults.plan import PUSHED, WEIGHTS, Act
from tests.faults.publishers import Truth
from tests.faults.schedule import FOLLOWED_BY_A_LOOK, Schedule
from tests.faults.stage import NEVER, WRITERS, Stage, staged
from tests.faults.verdict import Verdict, judge
from tests.servers import SERVERS, XmppServer

CALENDARS = 20
LOOK_EVERY = 10  # seconds between two looks of the application; a person's takes much longer
PAUSE = 2.0  # seconds between two faults
PATIENCE = 120.0  # seconds until the first look, and until agreement


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried. Without `looks` only what is pushed changes, and nothing happens after which everything is looked
    at: then every single push must be told, those on resumed streams too."""

    seed: int
    server: str = SERVERS[0]
    changes: int = 2000
    minutes: float = 3.0
    calendars: int = CALENDARS
    looks: bool = True
    look_every: int = LOOK_EVERY
    pause: float = PAUSE


@dataclass(slots=True)
class Outcome:
    """How it went. `wrong` has everything that must not be, beside what the verdict says."""

    made: Counter[Act]
    faults: Counter[str]
    wrong: list[str] = field(default_factory=list)
    verdict: Verdict = field(default_factory=Verdict)
    told: int = 0
    runs: int = 0
    agreement: float | None = None

    @property
    def violations(self) -> list[str]:
        """Everything that must not be."""
        return [*self.wrong, *self.verdict.lost, *self.verdict.twice]

    def table(self) -> Iterator[str]:
        """The outcome, line by line."""
        yield from _counted("changes", self.made)
        yield from _counted("faults", self.faults)
        yield f"{'starts':<24}{self.runs:>6}"
        yield f"{'changes told':<24}{self.told:>6}"
        yield f"{'lost':<24}{len(self.verdict.lost):>6}"
        yield f"{'twice':<24}{len(self.verdict.twice):>6}"
        yield f"{'repeated after a kill':<24}{self.verdict.repeated:>6}"
        yield f"{'seconds to agreement':<24}" + ("  none" if self.agreement is None else f"{self.agreement:>6.1f}")


def _counted(title: str, counts: Mapping[Any, int]) -> Iterator[str]:
    yield f"{title:<24}{sum(counts.values()):>6}"
    for name, count in sorted(counts.items()):
        yield f"  {name:<22}{count:>6}"


def main(arguments: Sequence[str]) -> int:
    """Try it, print a table each, and say what is wrong. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds, counting up from the first")
    parser.add_argument("--server", choices=(*SERVERS, "both"), default=SERVERS[0])
    parser.add_argument("--changes", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=3.0, help="how long the publishers take for their changes")
    parser.add_argument("--no-looks", action="store_true", help="nothing that makes good for a lost push")
    options = parser.parse_args(arguments)
    servers = SERVERS if options.server == "both" else (options.server,)
    seeds = range(options.seed, options.seed + options.seeds)
    trials = [
        Trial(seed, server, options.changes, options.minutes, looks=not options.no_looks)
        for server in servers
        for seed in seeds
    ]
    failed = [trial for trial in trials if not _holds(trial)]
    for trial in failed:
        print(f"FAILED: --seed {trial.seed} --server {trial.server}")
    return 1 if failed else 0


def _holds(trial: Trial) -> bool:
    """One trial, and its table. The files of one that failed are kept."""
    looks = "" if trial.looks else ", no looks"
    print(f"seed {trial.seed}, {trial.server}, {trial.changes} changes in {trial.minutes:g} minutes{looks}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="c42desktop-faults-"))
    outcome = asyncio.run(attempt(trial, folder))
    print("\n".join(outcome.table()))
    for violation in outcome.violations:
        print(f"VIOLATION: {violation}")
    if outcome.violations:
        print(f"The profile, the journal and what the application said are in {folder}.", flush=True)
        return False
    shutil.rmtree(folder)
    print("Everything was told once.", flush=True)
    return True


async def attempt(trial: Trial, folder: Path) -> Outcome:
    """One trial, with the files of the application in `folder`."""
    server = server_named(trial.server)
    look_every, weights = (trial.look_every, WEIGHTS) if trial.looks else (NEVER, PUSHED)
    stages = staged(server, folder, seed=trial.seed, calendars=trial.calendars, look_every=look_every, weights=weights)
    async with stages as stage:
        outcome = Outcome(stage.made, Counter())
        stage.process.start()
        if not await stage.looked(stage.remembered(), PATIENCE):
            outcome.wrong.append("the first look at everything did not end")
        else:
            await _suffer(trial, stage, outcome)
            await _compare(stage, outcome)
            if not trial.looks and outcome.told != outcome.made.total():
                outcome.wrong.append(f"{outcome.made.total()} changes were pushed, and {outcome.told} were told")
        outcome.runs = stage.process.runs
        outcome.wrong += [f"the application said: {line}" for line in stage.process.complaints()]
        return outcome


def server_named(name: str) -> AbstractAsyncContextManager[XmppServer]:
    """A private server on which the publishers may create calendars."""
    return (Prosody if name == "prosody" else Ejabberd)(PASSWORDS, admins=WRITERS)


async def _suffer(trial: Trial, stage: Stage, outcome: Outcome) -> None:
    """Changes and faults, until all changes are made; all is well again afterwards."""
    over = asyncio.Event()
    each = trial.changes // len(stage.publishers)
    pause = trial.minutes * 60 / each
    schedule = Schedule(
        stage.proxy,
        stage.server,
        stage.process,
        seed=trial.seed,
        pause=trial.pause,
        spared=() if trial.looks else FOLLOWED_BY_A_LOOK,
        happened=outcome.faults,
    )
    faults = asyncio.ensure_future(schedule.run(over))
    try:
        rhythms = [random.Random(f"{trial.seed} rhythm {number}") for number in range(len(stage.publishers))]
        await asyncio.gather(*(p.change(each, pause, c) for p, c in zip(stage.publishers, rhythms, strict=True)))
    finally:
        over.set()
        await faults
        await stage.proxy.heal()


async def _compare(stage: Stage, outcome: Outcome) -> None:
    """Wait for agreement, look once more in a new run that must tell nothing, and judge."""
    truth = await stage.truth()
    outcome.wrong += _forgotten(truth, stage)
    outcome.agreement = await stage.agreement(truth, PATIENCE)
    if outcome.agreement is None:
        outcome.wrong += stage.differences(truth)
    outcome.wrong += await _quit(stage)
    told = stage.evidence(truth).changes
    stage.process.start()
    if not await stage.looked(truth, PATIENCE):
        outcome.wrong.append("the last look at everything did not end")
    outcome.wrong += await _quit(stage)
    evidence = stage.evidence(truth)
    late = evidence.changes[len(told) :]
    outcome.wrong += [f"only the last look found: {each.kind} {each.summary}" for each in late]
    outcome.verdict = judge(evidence)
    outcome.told = len({number for shown in evidence.shown for number in shown.ids})


def _forgotten(truth: Truth, stage: Stage) -> Iterable[str]:
    """Where the server itself has lost something: then nothing can be said about the application."""
    found = {node: {item_id: each.summary for item_id, each in items.items()} for node, items in truth.items()}
    lost = [node for node, items in stage.remembered().items() if found[node] != items]
    return [f"the server has lost something of {node}" for node in lost]


async def _quit(stage: Stage) -> list[str]:
    code = await stage.process.quit()
    return [f"the application left with exit code {code}"] if code else []
