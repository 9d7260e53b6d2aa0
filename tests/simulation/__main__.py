"""python -m tests.simulation [--seeds N] [--seed FIRST]

Simulates fortnights, each from its seed, and compares what was told with the list that is worked out from the plan
alone. Even seeds are in spring, odd ones in autumn, over the change of the clocks in Europe, America and Australia.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.simulation.run import try_seed


def main() -> int:
    """Print a line for each seed, and what differs. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many")
    parser.add_argument("--seed", type=int, default=0, help="the first one")
    options = parser.parse_args()
    wrong = 0
    for seed in range(options.seed, options.seed + options.seeds):
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="c42desktop-simulation-") as folder:
            plan, told, differences = try_seed(seed, Path(folder))
        counts = ", ".join(f"{number} {how}" for how, number in sorted(Counter(each.how for each in told).items()))
        took = time.monotonic() - began
        print(f"seed {seed}: {len(plan.specs)} items, {len(told)} told ({counts}), {took:.1f} s", flush=True)
        for line in differences:
            print(f"  {line}", flush=True)
        wrong += len(differences)
    print("told as expected" if not wrong else f"{wrong} differences")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
