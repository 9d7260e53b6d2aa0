"""Fills the environment it runs in with exactly what packaging/requirements.lock names, and this checkout.

Wheels first. What has none for this system is then built by tools that came out of the lock as well: in an environment
of its own, as pip builds otherwise, they would be whatever is newest, and no lock reaches there. Which file was taken
of each is kept for the bill of materials, by its hash.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "packaging/requirements.lock"
HASHES = Path(sys.prefix, "locked-hashes.json")
WITHOUT_WHEEL = () if sys.platform == "linux" else ("slixmpp",)


def blocks(text: str) -> dict[str, str]:
    """The lines of each distribution, by its name: the one with the version, and those with its hashes. Where two
    versions of one are locked, for different versions of Python, both are in one text."""
    found: dict[str, str] = {}
    for block in re.findall(r"^\w.*\\\n(?:    --hash=.*\n)+", text, re.MULTILINE):
        name = block.partition("==")[0]
        found[name] = found.get(name, "") + block
    return found


def install(what: str, *options: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, report = Path(folder, "requirements.txt"), Path(folder, "report.json")
        file.write_text(what, encoding="utf-8")
        _pip("--require-hashes", *options, "--report", str(report), "-r", str(file))
        _keep_hashes(json.loads(report.read_text(encoding="utf-8")))


def _keep_hashes(report: dict[str, Any]) -> None:
    """Add those of what was installed just now: what was there before is in no report."""
    known = json.loads(HASHES.read_text(encoding="utf-8")) if HASHES.exists() else {}
    for each in report["install"]:
        name = re.sub(r"[-_.]+", "-", each["metadata"]["name"]).lower()
        known[f"{name}=={each['metadata']['version']}"] = each["download_info"]["archive_info"]["hashes"]["sha256"]
    HASHES.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")


def _pip(*arguments: str) -> None:
    options = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off")
    done = subprocess.run([sys.executable, "-m", "pip", "install", *options, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def main() -> None:
    locked = blocks(LOCK.read_text(encoding="utf-8"))
    built = "".join(locked.pop(name) for name in WITHOUT_WHEEL)
    install("".join(locked.values()), "--only-binary", ":all:")
    if built:
        install(built, "--no-build-isolation", "--no-deps", "--no-binary", ":all:")
    _pip("--no-deps", "--no-build-isolation", "-e", ".")


if __name__ == "__main__":
    main()
