"""The short form of `python -m tests.load.activity`: nothing is lost, however the list is looked at."""

from __future__ import annotations

import subprocess
import sys


def test_of_a_burst_nothing_is_lost_in_the_list() -> None:
    command = [sys.executable, "-m", "tests.load.activity", "--changes", "150", "--seconds", "0.3"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    print(run.stdout)
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("210 written") == run.stdout.count("210 listed, 210 unread") == 3
