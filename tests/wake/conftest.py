"""A private system bus."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def bus_process(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A bus of its own at `tmp_path / "bus"`, with nobody on it."""
    from tests.desktop.processes import require
    from tests.desktop.session_bus import write_config  # its library is there on Linux only

    write_config(tmp_path / "bus.conf", tmp_path / "bus")
    argv = [require("dbus-daemon"), f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address"]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it listens
        yield process
        process.kill()


@pytest.fixture
def bus_address(bus_process: subprocess.Popen[bytes], tmp_path: Path) -> str:
    """Where it listens."""
    return f"unix:path={tmp_path / 'bus'}"
