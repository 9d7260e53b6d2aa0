"""Where the application listens."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from c42desktop.instance import place
from c42desktop.profile import Profile, find_profile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes, whose names are found by listening")


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """A profile, on a machine with a folder for the session."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    monkeypatch.setattr(place, "LONGEST", 500)  # the folders of tests are long
    (tmp_path / "p").mkdir(mode=0o700)
    return find_profile(str(tmp_path / "p"))


def test_it_is_in_the_folder_of_the_session_and_the_same_each_time(profile: Profile, tmp_path: Path) -> None:
    found = Path(place.find_place(profile))
    assert found.parent == tmp_path / "run"
    assert str(found) == place.find_place(profile)
    assert str(found) != place.find_place(find_profile(str(tmp_path / "another")))


def test_a_link_to_the_profile_is_the_same_profile(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "p")
    assert place.find_place(find_profile(str(tmp_path / "link"))) == place.find_place(profile)


def test_without_such_a_folder_it_is_in_the_profile(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert place.find_place(profile) == str(profile.lock.with_name("socket"))


def test_a_folder_that_others_may_write_to_is_not_used(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "run").chmod(0o777)
    assert place.find_place(profile) == str(profile.lock.with_name("socket"))


def test_a_long_way_to_the_profile_is_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: Profile
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    far = find_profile(str(tmp_path.joinpath(*["x" * 200] * 3)))
    found = place.find_place(far)
    assert Path(found).parent == tmp_path / f"c42desktop-{os.getuid()}"
    assert place.is_private(Path(found).parent)
    Path(found).parent.chmod(0o777)
    with pytest.raises(PermissionError):
        place.find_place(far)


def test_in_a_sandbox_it_is_where_others_of_the_program_see_it(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "run" / "app" / "org.example").mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("FLATPAK_ID", "org.example")
    assert Path(place.find_place(profile)).parent == tmp_path / "run" / "app" / "org.example"


def test_who_listens_is_told_from_what_is_left_over(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    assert not place.is_listened_at(path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()
        assert place.is_listened_at(path)
    assert Path(path).exists()
    assert not place.is_listened_at(path)


def test_the_other_end_is_known_by_its_user(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = socket.socketpair()
    with one, other:
        assert place.is_ours(one)
        monkeypatch.setattr(os, "getuid", lambda: 12345)
        assert not place.is_ours(one)
