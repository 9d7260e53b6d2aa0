"""What Qt makes of a real bus: with a NetworkManager on it, and with nobody."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wake.network_manager import network_manager

pytestmark = pytest.mark.desktop

# The plug-in of a process is chosen once, and the bus is found through the environment: a program of its own.
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
from PySide6.QtNetwork import QNetworkInformation
from c42desktop.ui.network import NetworkWatch

app = QApplication([])
watch = NetworkWatch()
watch.changed.connect(lambda reachable: (print(json.dumps(reachable), flush=True), reachable and app.quit()))
watch.start()
information = QNetworkInformation.instance()
print(json.dumps(information.backendName() if information else None), flush=True)
if len(sys.argv) > 1:
    app.exec()
"""


def test_without_any_service_nothing_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'nowhere'}")
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=20)
    assert done.stderr == ""
    assert json.loads(done.stdout) in (None, "glib")


async def test_network_manager_tells_of_a_network_that_went_and_came(
    bus_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus_address)
    async with network_manager(bus_address) as manager:
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-c", PROGRAM, "run", stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        async with asyncio.timeout(20):
            assert program.stdout is not None
            assert json.loads(await program.stdout.readline()) == "networkmanager"
            manager.becomes(connected=False)
            assert json.loads(await program.stdout.readline()) is False
            manager.becomes(connected=True)
            assert json.loads(await program.stdout.readline()) is True
            _out, err = await program.communicate()
        assert (program.returncode, err) == (0, b"")
