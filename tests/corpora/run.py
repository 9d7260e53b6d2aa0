"""Runs the tests of recurring-ical-events against our recurrence, in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.corpora import packages

ROOT = Path(__file__).parents[2]
REPORT = "C42_CORPORA_REPORT"

_MINUTES = 5
# It needs a linter for reStructuredText only to be imported.
_IGNORED = "test_readme.py"


def outcomes() -> dict[str, str]:
    """For each of their tests, by file and name: agree, differ or excluded. RuntimeError where they did not run."""
    tests = packages.library() / "recurring_ical_events" / "test"
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        path = os.pathsep.join([*packages.import_path(), str(ROOT)])
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "tests.corpora.plugin", "-p", "no:cacheprovider",
             "-W", "ignore", "--timeout=60", f"--ignore={tests / _IGNORED}", str(tests)],
            cwd=packages.library(), env={**os.environ, "PYTHONPATH": path, REPORT: str(report), "TZ": "UTC"},
            capture_output=True, text=True, timeout=60 * _MINUTES, check=False,
        )  # fmt: skip
        if not report.exists() or done.returncode not in (0, 1):
            raise RuntimeError(f"their tests did not run:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        found: dict[str, str] = json.loads(report.read_text(encoding="utf-8"))
    return found
