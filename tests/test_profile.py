"""Profiles: isolated folders, one writer each."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from c42desktop.profile import find_profile, is_held, locked
from c42desktop.settings import Settings


def test_a_named_folder_holds_everything(tmp_path: Path) -> None:
    profile = find_profile(str(tmp_path / "p"))
    assert {profile.settings.parent, profile.store.parent, profile.log.parent, profile.lock.parent} == {tmp_path / "p"}


def test_the_environment_names_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("C42DESKTOP_PROFILE", str(tmp_path / "env"))
    assert find_profile().settings == tmp_path / "env" / "settings.toml"
    assert find_profile(str(tmp_path / "p")).settings == tmp_path / "p" / "settings.toml"


def test_without_either_it_is_the_platforms_own_place(empty_home: Path) -> None:
    profile = find_profile()
    assert profile.name == ""
    assert empty_home in profile.settings.parents
    assert empty_home in profile.store.parents


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_profile_is_its_owners_alone(tmp_path: Path) -> None:
    profile = find_profile(str(tmp_path / "a" / "profile"))
    with locked(profile, "c42desktop"):
        Settings(profile.settings).set("window", "layout", "x")
        assert stat.S_IMODE(profile.settings.stat().st_mode) == 0o600
        assert stat.S_IMODE(profile.settings.parent.stat().st_mode) == 0o700


def test_a_full_disk_keeps_nobody_from_starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_values: object, **_options: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    profile = find_profile(str(tmp_path / "profile"))
    monkeypatch.setattr(Path, "write_text", full)
    with locked(profile, "first"), pytest.raises(UserError, match="is using this profile"), locked(profile, "second"):
        pass


def test_a_folder_that_takes_nothing_any_more_is_let_go_all_the_same(tmp_path: Path) -> None:
    profile = find_profile(str(tmp_path))
    with locked(profile, "c42desktop"):
        holder = tmp_path / "lock.holder"
        holder.unlink()
        holder.mkdir()  # cannot be unlinked, by nobody at all
    assert not is_held(profile)


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom c42desktop.profile import *\n"
        "with locked(find_profile(sys.argv[1]), 'c42desktop watch'):\n    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(UserError) as raised, locked(find_profile(str(tmp_path)), "c42desktop"):
            pass
        assert str(raised.value) == (
            f"“c42desktop watch” (process {holder.pid}) is using this profile. Quit it first, or use --profile."
        )
        holder.stdin.close()
        holder.wait(10)
    with locked(find_profile(str(tmp_path)), "c42desktop"):
        pass


def test_who_only_looks_whether_a_profile_is_held_is_nobody_who_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = find_profile(str(tmp_path))
    with locked(profile, "c42desktop"):
        assert is_held(profile)
        killed = profile.lock.with_name("lock.holder").read_text()
    profile.lock.with_name("lock.holder").write_text(killed)
    monkeypatch.setattr("c42desktop.profile._write", lambda *_: pytest.fail("somebody who starts now would read it"))
    assert not is_held(profile)
    assert profile.lock.with_name("lock.holder").read_text() == killed


def test_a_killed_writer_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    script = (
        "import os, sys\nfrom c42desktop.profile import *\n"
        "with locked(find_profile(sys.argv[1]), 'c42desktop'):\n    os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    with locked(find_profile(str(tmp_path)), "c42desktop"):
        pass
