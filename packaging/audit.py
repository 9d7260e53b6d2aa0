"""Is anything that the package is built from known to be weak? Asks pip-audit about packaging/requirements.lock.

Fails on a known weakness. A machine that no advisory service answers is told so in one sentence, and goes on; with
--strict that fails as well.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from install_locked import LOCK, blocks

PATIENCE = 45  # seconds: what is asked about one after the other

IGNORED: dict[str, str] = {}
"""What does not concern this program, by its number, with the reason."""


@dataclass(frozen=True)
class Weakness:
    part: str
    version: str
    number: str
    mended_in: str


@dataclass(frozen=True)
class Found:
    """What came of it: how many were looked up, how many the service does not know, and what is wrong."""

    known: int
    unknown: int
    weaknesses: tuple[Weakness, ...]


class NoAnswerError(Exception):
    """Nobody could be asked. The text says why."""


def versions(lock: str) -> Iterator[tuple[str, ...]]:
    """What is locked, for any system, as lines "name==version": of each the first version, then the second…"""
    locked = [[line.split()[0] for line in block.splitlines() if "==" in line] for block in blocks(lock).values()]
    for turn in range(max(map(len, locked), default=0)):
        yield tuple(lines[turn] for lines in locked if turn < len(lines))


def ask(lines: Iterable[str]) -> str:
    """What pip-audit prints about them, in JSON; raises NoAnswerError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "requirements.txt")
        file.write_text("\n".join(lines), encoding="utf-8")
        options = ("--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off", "--timeout", "10")
        command = [sys.executable, "-m", "pip_audit", *options, "-r", str(file)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            raise NoAnswerError(f"no answer within {PATIENCE} s") from None
    if not done.stdout.strip():
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        raise NoAnswerError(said[-1][:200])
    return done.stdout


def read(answer: str, ignored: Iterable[str] = ()) -> Found:
    """The answer of pip-audit, without what is ignored."""
    parts = json.loads(answer)["dependencies"]
    unknown = [part for part in parts if "skip_reason" in part]
    weaknesses = [
        Weakness(part["name"], part["version"], weak["id"], ", ".join(weak["fix_versions"]))
        for part in parts
        for weak in part.get("vulns", ())
        if not {weak["id"], *weak.get("aliases", ())} & set(ignored)
    ]
    return Found(len(parts) - len(unknown), len(unknown), tuple(weaknesses))


def told(found: Found) -> str:
    lines = [
        f"{each.part} {each.version} has a known weakness, {each.number}"
        + (f": mended in {each.mended_in}." if each.mended_in else ", which nothing mends yet.")
        for each in found.weaknesses
    ]
    if found.unknown:
        lines.append(f"The index of packages has no advisories about {found.unknown} locked packages: not audited.")
    if found.known:
        lines.append(f"{found.known} locked packages were audited, {len(found.weaknesses)} weaknesses are known.")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true", help="fail where no advisory service answers")
    strict = parser.parse_args().strict
    try:
        answers = [read(ask(lines), IGNORED) for lines in versions(LOCK.read_text(encoding="utf-8"))]
    except NoAnswerError as error:
        print(f"No advisory service answers, so what is locked was not audited: {error}")
        return int(strict)
    found = Found(
        sum(each.known for each in answers),
        sum(each.unknown for each in answers),
        tuple(weak for each in answers for weak in each.weaknesses),
    )
    print(told(found))
    return int(bool(found.weaknesses) or (strict and bool(found.unknown)))


if __name__ == "__main__":
    sys.exit(main())
