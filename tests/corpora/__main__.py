"""python -m tests.corpora           fetch the packages, run their tests, and print what differs without a reason
python -m tests.corpora --write   write tests/corpora/RESULTS.md
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.corpora import files, packages, run, table

DOCUMENT = Path(__file__).with_name("RESULTS.md")


def main(arguments: list[str]) -> int:
    """Give the exit code."""
    try:
        packages.fetch()
    except (OSError, subprocess.SubprocessError) as error:
        print(f"The packages could not be fetched: {error}", file=sys.stderr)
        return 1
    outcomes, read = run.outcomes(), list(files.readings())
    print("\n".join(table.unexplained(outcomes)) or "Everything agrees, or has its reason.")
    slowest = max(read, key=lambda each: each.seconds)
    print(f"The slowest file takes {slowest.seconds:.2f} s: {slowest.name}.")
    if arguments == ["--write"]:
        DOCUMENT.write_text(table.as_markdown(read, outcomes), encoding="utf-8", newline="\n")
    return int(bool(table.unexplained(outcomes)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
