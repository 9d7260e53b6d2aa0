"""The script in the archive for Linux: installs for one person or a prefix, and leaves only the data of the person."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINUX = Path(__file__).parent.parent / "packaging/linux"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the script is for Linux")


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """The archive, with a program that only tells its version."""
    folder = tmp_path / "un packed"
    program = folder / "lib/c42desktop/c42desktop"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho c42desktop 0.1.0\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("applications/c42desktop.desktop", "man/man1/c42desktop.1"):
        (folder / "share" / name).parent.mkdir(parents=True)
        shutil.copyfile(LINUX / Path(name).name, folder / "share" / name)
    shutil.copy(LINUX / "install.sh", folder)
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """With data of the person's, and of another program."""
    home = tmp_path / "a home"
    for name in (".local/share/c42desktop/calendars.sqlite", ".local/share/applications/other.desktop"):
        (home / name).parent.mkdir(parents=True)
        (home / name).write_text("kept", encoding="utf-8")
    return home


def run(script: Path, home: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), **extra}
    return subprocess.run(
        ["sh", script, *arguments], env=environment, cwd=home, capture_output=True, text=True, check=False
    )


def files(folder: Path) -> set[str]:
    """But for the list that update-desktop-database keeps of all programs."""
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.name != "mimeinfo.cache"}


def test_what_is_installed_runs_and_is_in_the_menu(unpacked: Path, home: Path) -> None:
    done = run(unpacked / "install.sh", home)
    assert (done.returncode, done.stderr) == (0, "")
    command = home / ".local/bin/c42desktop"
    assert subprocess.check_output([command], text=True) == "c42desktop 0.1.0\n"
    entry = (home / ".local/share/applications/c42desktop.desktop").read_text(encoding="utf-8")
    assert f'\nExec="{command}" open %U\n' in entry and f"\nTryExec={command}\n" in entry


def test_removing_leaves_what_was_there_before(unpacked: Path, home: Path) -> None:
    before = files(home)
    assert run(unpacked / "install.sh", home).returncode == 0
    shutil.rmtree(unpacked)
    done = run(home / ".local/lib/c42desktop/install.sh", home, "--uninstall")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(home) == before


def test_a_newer_one_takes_the_place_of_an_older_one(unpacked: Path, home: Path) -> None:
    before = files(home)
    (unpacked / "lib/c42desktop/older").touch()
    (unpacked / "share/man/man1/older.1").touch()
    assert run(unpacked / "install.sh", home).returncode == 0
    (unpacked / "lib/c42desktop/older").unlink()
    (unpacked / "share/man/man1/older.1").unlink()
    assert run(unpacked / "install.sh", home).returncode == 0
    assert not [each for each in files(home) if "older" in each or each.endswith((".new", ".old"))]
    assert run(home / ".local/lib/c42desktop/install.sh", home, "--uninstall").returncode == 0
    assert files(home) == before


def test_the_desktops_own_place_for_a_persons_programs_is_kept_to(unpacked: Path, home: Path) -> None:
    assert run(unpacked / "install.sh", home, XDG_DATA_HOME=str(home / "data")).returncode == 0
    assert (home / "data/applications/c42desktop.desktop").exists()
    assert run(home / ".local/lib/c42desktop/install.sh", home, "--uninstall").returncode == 0
    assert not (home / "data").exists()


def refused(done: subprocess.CompletedProcess[str], sentence: str) -> bool:
    return done.returncode == 1 and sentence in done.stderr and not done.stdout


def test_where_it_cannot_write_it_says_so_and_leaves_nothing(unpacked: Path, home: Path) -> None:
    before = files(home)
    (home / "file").touch()
    assert refused(run(unpacked / "install.sh", home, "--prefix", f"{home}/file/in"), "Cannot write in")
    (home / "file").unlink()
    assert files(home) == before


def test_a_command_of_somebody_else_is_not_replaced(unpacked: Path, home: Path) -> None:
    other = home / ".local/bin/c42desktop"
    other.parent.mkdir()
    other.write_text("mine", encoding="utf-8")
    before = files(home)
    assert refused(run(unpacked / "install.sh", home), "is there already")
    assert files(home) == before and other.read_text(encoding="utf-8") == "mine"


def test_what_does_not_run_here_is_not_installed(unpacked: Path, home: Path) -> None:
    before = files(home)
    (unpacked / "lib/c42desktop/c42desktop").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert refused(run(unpacked / "install.sh", home), "does not run on this computer")
    assert files(home) == before


def test_a_folder_that_menus_cannot_name_is_refused(unpacked: Path, home: Path) -> None:
    assert refused(run(unpacked / "install.sh", home, "--prefix", str(home / "a$b")), "choose another one")


def test_nothing_is_removed_that_it_did_not_install(unpacked: Path, home: Path) -> None:
    before = files(home)
    assert refused(run(unpacked / "install.sh", home, "--uninstall"), "was not put there by this script")
    assert files(home) == before
