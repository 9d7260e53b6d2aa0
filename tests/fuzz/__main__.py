"""`python -m tests.fuzz`: look for input that a decoder cannot bear, guided by what it makes the decoder do.

Two targets at a time, each so many seconds. Names as arguments choose targets. What is found is kept in `cases`, where
it is a test from then on.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.fuzz.targets import CASES, TARGETS, beginnings, cases

AT_ONCE = 2
LONGEST = 10  # seconds for one input
MEMORY = 2048  # MB, the fuzzer's own among them
LARGEST = 16 * 1024  # bytes of one input


def fuzz(name: str, seconds: int) -> list[Path]:
    """Try a target for so long. Gives the new cases."""
    before = set(cases(name))
    folder = CASES / name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="c42desktop-fuzz-") as corpus:
        for number, data in enumerate(beginnings(name)):
            Path(corpus, f"seed-{number}").write_bytes(data)
        options = {
            "max_total_time": seconds,
            "timeout": LONGEST,
            "rss_limit_mb": MEMORY,
            "max_len": LARGEST,
            "artifact_prefix": f"{folder}/",
            "print_final_stats": 1,
        }
        arguments = [sys.executable, "-m", "tests.fuzz.one", name, *(f"-{key}={each}" for key, each in options.items())]
        done = subprocess.run([*arguments, corpus], capture_output=True, text=True, errors="replace", check=False)
    found = sorted(set(cases(name)) - before)
    tried = next((line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line), "no")
    print(f"{name:12} {tried} inputs tried in {seconds} s, {len(found) or 'nothing'} found", flush=True)
    if done.returncode and not found:
        raise RuntimeError(f"{name}: {done.stderr[-3000:]}")
    for path in found:
        print(f"  {path}: {_why(done.stdout + done.stderr)}", flush=True)
    if not any(folder.iterdir()):
        folder.rmdir()
    return found


def _why(output: str) -> str:
    """The exception, with where it came from."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip(" ^") and not line.startswith("INFO: ")]
    begin = next((place for place, line in enumerate(lines) if "Uncaught Python exception" in line), len(lines) - 12)
    return "\n    ".join(lines[begin : begin + 25])


def main(arguments: Sequence[str]) -> int:
    """Fails where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    options = parser.parse_args(arguments)
    if importlib.util.find_spec("atheris") is None:
        print("There is no atheris for this Python and system; what it found elsewhere is tested by “make test”.")
        return 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = list(pool.map(partial(fuzz, seconds=options.seconds), options.targets or TARGETS))
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
