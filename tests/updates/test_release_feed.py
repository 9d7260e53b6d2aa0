"""What the release tool makes, the program believes, and the release tool refuses what people would not see."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.updates.verdict import believed
from tests.updates.signing import ROOT, Signer, tool

RELEASE = """
version = "0.2.0"
date = 2026-11-20
days = 30
[notes]
en = "- Calendars can be shared."
[downloads.linux]
page = "https://example.org/c42desktop/linux"
needs = "2.36"
"""
ANN = Signer()


def run(folder: Path, release: str = RELEASE, *more: str) -> subprocess.CompletedProcess[str]:
    """The tool, on a key file in the folder."""
    (folder / "release.toml").write_text(release)
    words = ["packaging/release_feed.py", folder / "release.toml", "--key", folder / "key"]
    words += ["--output", folder / "feed.json", *more]
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("password", ["", "geheim"])
def test_what_it_signs_is_believed(tmp_path: Path, password: str) -> None:
    (tmp_path / "key").write_text(ANN.secret_text(password))
    (tmp_path / "password").write_text(f"{password}\n")
    done = run(tmp_path, RELEASE, "--password-file", str(tmp_path / "password"))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    data, signature = ((tmp_path / name).read_bytes() for name in ("feed.json", "feed.json.minisig"))
    found = believed(data, signature, ANN.key, datetime.now(UTC), None)
    assert found.version == "0.2.0" and found.expires - found.issued == timedelta(days=30)
    assert found.downloads["linux"].needs == (2, 36)


def test_another_password_signs_nothing(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(ANN.secret_text("geheim"))
    (tmp_path / "password").write_text("open sesame\n")
    done = run(tmp_path, RELEASE, "--password-file", str(tmp_path / "password"))
    assert (done.returncode, done.stderr) == (1, "No feed was made: the password of the key is another one\n")
    assert not (tmp_path / "feed.json").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"0.2.0"', '"0.2.0-beta"'),
        ("2026-11-20", '"2026-11-20"'),
        ("30", "3000"),
        ("https", "http"),
        ("[downloads.linux]", "[downloads.amiga]"),
        ("en =", "nl ="),
        ("shared.", "shared." + "x" * 4000),
        ("[notes]", "[notes"),
    ],
)
def test_what_people_would_not_see_as_it_is_is_refused(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "release.toml").write_text(RELEASE.replace(before, after))
    with pytest.raises((tool.MistakeError, ValueError)):
        tool.make(tool.tomllib.loads((tmp_path / "release.toml").read_text()), datetime.now(UTC))


@pytest.mark.parametrize("text", ["", "x", "a\nb", "a\nYWJj", f"a\n{ANN.public_text}"], ids=range(5))
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(tool.MistakeError, match="no secret key"):
        tool.read_secret(text)
