"""What a list of the next 30 days costs, of 10 000 events: python -m tests.benchmarks.agenda [--count N] [--rounds N]

CPU time, user and system, each round in a process of its own, so that nothing is warm but the disk, the ways in turns;
the median of the rounds. `work` is from the file or the store to the list, without the imports; `all` is the whole
process, with the interpreter. Fails where not the same occurrences are found, or the aims are missed: 20 times less
work than icalendar and recurring-ical-events from a file, 100 times less from the store.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from c42desktop import clock
from tests.benchmarks import ways
from tests.benchmarks.bigfile import calendar

FROM_FILE, FROM_STORE = 20, 100  # times less than the reference
SYSTEM_PYTHON = "/usr/bin/python3"
LIBICAL = Path(__file__).with_name("libical.py")
_ROLES = {"pair": ways.pair, "cold": ways.cold, "warm": ways.warm}


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds, the medians of some rounds; how many occurrences were found, and, if it was asked, which."""

    work: float
    whole: float
    count: int
    found: ways.Found


def main(arguments: Sequence[str]) -> int:
    """Measure, print a table, and fail where the lists differ or an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.agenda", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="events in the file")
    parser.add_argument("--rounds", type=int, default=5, help="the reference is measured in fewer: it takes long")
    parser.add_argument("--role", choices=sorted(_ROLES), help=argparse.SUPPRESS)
    parser.add_argument("--path", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.role:
        _play(options.role, options.path)
        return 0
    with tempfile.TemporaryDirectory(prefix="c42desktop-bench-") as folder:
        return _report(*_measure(Path(folder), options.count, options.rounds), options.count)


def _play(role: str, path: Path) -> None:
    """One round of one way, in this process."""
    ways.import_pair() if role == "pair" else ways.import_ours()
    gc.freeze()  # as our commands do, and for all alike
    started = time.process_time()
    result = _ROLES[role](path, clock.LOCAL)
    seconds = time.process_time() - started
    print(json.dumps({"seconds": seconds, "found": sorted(ways.summed_up(result))}))


def _measure(folder: Path, count: int, rounds: int) -> tuple[dict[str, Measured], str]:
    """Each way by its name; and why libical could not be measured, or nothing."""
    file, store = folder / "big.ics", folder / "big.sqlite"
    file.write_bytes(calendar(count).encode())
    ways.fill(file, store)
    commands = {
        "pair": _role("pair", file),
        "cold": _role("cold", file),
        "warm": _role("warm", store),
        "command": _command(file, folder),
    }
    missing = ""
    if _has_libical():
        window = (f"{edge.timestamp():.0f}" for edge in (ways.BEGIN, ways.END))
        commands["libical"] = [SYSTEM_PYTHON, str(LIBICAL), str(file), *window]
    else:
        missing = f"libical: not installed (gir1.2-ical-3.0 and python3-gi for {SYSTEM_PYTHON})"
    # In turns: a processor that is slow for a while is slow for all of them.
    results = [{role: _round(command) for role, command in commands.items()} for _each in range(rounds)]
    return {role: _summed_up([each[role] for each in results]) for role in commands}, missing


def _role(role: str, path: Path) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.agenda", "--role", role, "--path", str(path)]


def _command(file: Path, folder: Path) -> list[str]:
    window = ("--from", ways.BEGIN.isoformat(), "--to", ways.END.isoformat())
    profile = ("--profile", str(folder / "profile"))
    return [sys.executable, "-m", "c42desktop", *profile, "agenda", "--file", str(file), *window, "--json"]


def _has_libical() -> bool:
    check = "import gi; gi.require_version('ICalGLib', '3.0')"
    try:
        return subprocess.run([SYSTEM_PYTHON, "-c", check], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def _summed_up(results: Sequence[tuple[float, dict | list]]) -> Measured:
    first = results[0][1]
    found = first if isinstance(first, list) else first.get("found", [])
    seconds = [0.0 if isinstance(output, list) else float(output["seconds"]) for _whole, output in results]
    return Measured(
        work=statistics.median(seconds),
        whole=statistics.median(whole for whole, _output in results),
        count=len(found) or first["count"],
        found=set() if isinstance(first, list) else {tuple(each) for each in found},
    )


def _round(command: list[str]) -> tuple[float, dict | list]:
    """CPU seconds of a process, and what it printed."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "TZ": str(ways.ZONE)}) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[1:4]} failed")
    return usage.ru_utime + usage.ru_stime, json.loads(output)


# -- the table --------------------------------------------------------------------------------------------------------


def _report(measured: dict[str, Measured], missing: str, count: int) -> int:
    names = {
        "pair": "icalendar and recurring-ical-events",
        "libical": "libical through GObject",
        "cold": "this program, from the file",
        "command": "c42desktop agenda --file --json",
        "warm": "this program, from the store",
    }
    pair = measured["pair"]
    print(f"{count} events, 30 days, CPU milliseconds     work   times less      all   times less   occurrences")
    for role in (each for each in names if each in measured):
        way = measured[role]
        work = f"{1000 * way.work:8.1f}{pair.work / way.work:10.1f}" if way.work else " " * 18
        whole = f"{1000 * way.whole:12.1f}{pair.whole / way.whole:10.1f}"
        print(f"{names[role]:36}  {work}{whole}{way.count:14}")
    if missing:
        print(missing)
    return _verdict(measured)


def _verdict(measured: dict[str, Measured]) -> int:
    pair, failed = measured["pair"], False
    for role in ("cold", "warm"):
        other = measured[role].found ^ pair.found
        print(
            f"{role}: " + (f"{len(other)} occurrences DIFFER: {sorted(other)[:3]}" if other else "the same occurrences")
        )
        failed |= bool(other)
    for role, aim in (("cold", FROM_FILE), ("warm", FROM_STORE)):
        reached = pair.work >= aim * measured[role].work
        print(f"{role}: {aim} times less is {'reached' if reached else 'MISSED'}")
        failed |= not reached
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
