"""Starts the built program on this machine, whichever it is, and sees that it is one.

The version, a calendar file read by the core, and the window without a screen. With --demo also the demo, for as long
as the first changes take. packaging/try_package.sh tries more, where there can be a bare system to do so.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "dist/c42desktop" / ("c42desktop-console.exe" if sys.platform == "win32" else "c42desktop")

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//c42desktop//smoke//EN
BEGIN:VEVENT
UID:smoke
DTSTAMP:20260101T000000Z
DTSTART:20260301T140000Z
DTEND:20260301T150000Z
SUMMARY:Design review
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def output(*arguments: str) -> str:
    done = subprocess.run(
        [PROGRAM, *arguments], capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=60, check=False
    )
    if done.returncode:
        raise SystemExit(f"c42desktop {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def version() -> None:
    text = (ROOT / "c42desktop/__init__.py").read_text(encoding="utf-8")
    expected = re.search(r'^__version__ = "(.+)"', text, re.M)
    printed = output("--version")
    if not expected or expected[1] not in printed:
        raise SystemExit(f"--version printed {printed!r}")


def decode(folder: Path) -> None:
    file = folder / "event.ics"
    file.write_bytes(EVENT.encode())
    if json.loads(output("decode", str(file), "--json"))[0]["summary"] != "Design review":
        raise SystemExit("decode did not read the event")


def stays(folder: Path, seconds: float, *arguments: str) -> None:
    """It runs for so long, ends when asked to, and has no traceback to tell."""
    log = folder / "log"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with log.open("wb") as file:
        process = subprocess.Popen(
            [PROGRAM, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
        )
        until = time.monotonic() + seconds
        while process.poll() is None and time.monotonic() < until:
            time.sleep(0.2)
        early = process.poll()
        if early is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    text = log.read_text(encoding="utf-8", errors="replace")
    # Windows knows only the hard way to end another program.
    if early is not None or "Traceback" in text or (process.returncode and sys.platform != "win32"):
        raise SystemExit(f"c42desktop {' '.join(arguments)} ended with {process.returncode}:\n{text[-4000:]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demo", action="store_true", help="also start the demo, which needs Prosody")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        version()
        decode(folder)
        stays(folder, 4, "--profile", str(folder / "profile"))
        if options.demo:
            if not shutil.which("prosody"):
                raise SystemExit("The demo needs Prosody, which is not installed here.")
            stays(folder, 15, "demo", "--every", "2")
    print("dist/c42desktop starts here.")


if __name__ == "__main__":
    main()
