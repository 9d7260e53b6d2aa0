"""Files that only their owner can read, and that are replaced as a whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from c42desktop import private

BEFORE, AFTER = b"as it was", b"as it is"


def test_what_is_replaced_is_for_its_owner_only_from_the_first_byte_on(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notes.json"
    private.replace(path, AFTER)
    assert path.read_bytes() == AFTER
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("refused", ["write_bytes", "replace"])
def test_a_disk_that_refuses_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    path = tmp_path / "here" / "notes.json"
    path.parent.mkdir()
    path.write_bytes(BEFORE)
    monkeypatch.setattr(Path, refused, refuse)
    with pytest.raises(OSError, match=os.strerror(28)):
        private.replace(path, AFTER)
    monkeypatch.undo()
    assert path.read_bytes() == BEFORE
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_replaced_and_not_what_it_points_to(tmp_path: Path) -> None:
    target, path = tmp_path / "theirs", tmp_path / "notes.json"
    target.write_bytes(BEFORE)
    path.symlink_to(target)
    private.replace(path, AFTER)
    assert (path.is_symlink(), path.read_bytes(), target.read_bytes()) == (False, AFTER, BEFORE)


def test_what_has_to_last_is_on_the_disk_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, synced = tmp_path / "notes.json", list[bool]()
    monkeypatch.setattr(os, "fsync", lambda _file: synced.append(path.exists()))
    private.replace(path, AFTER, lasting=True)
    assert synced == [False]
