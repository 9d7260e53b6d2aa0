"""Files that a person names: read whole or written whole, with one sentence where that fails."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from c42desktop.files import disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
no_root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_bytes(b"\0abc")
    assert disk.read(file) == b"\0abc"


def test_what_is_not_there_or_a_folder_has_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file"):
        disk.read(tmp_path / "nothing.ics")
    with pytest.raises(UserError, match="is a folder, not a file"):
        disk.read(tmp_path)
    with pytest.raises(UserError, match="cannot be read"):
        disk.read(Path("a\0b"))


@posix
def test_what_would_never_end_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ics"
    os.mkfifo(pipe)
    for each in (pipe, Path("/dev/zero")):
        with pytest.raises(UserError, match="is not a file"):
            disk.read(each)


@posix
@no_root
def test_a_file_of_somebody_else_has_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.touch(mode=0)
    with pytest.raises(UserError, match="cannot be read: Permission denied"):
        disk.read(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LARGEST", 1024 * 1024)
    file = tmp_path / "a.ics"
    file.write_bytes(b"x" * 1024 * 1024)
    assert len(disk.read(file)) == 1024 * 1024
    file.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(UserError, match="is larger than 1 MB"):
        disk.read(file)


@posix
def test_a_file_is_written_whole_with_the_mode_of_any_new_file(tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    before = os.umask(0o022)
    try:
        disk.write(file, ["ä\r\n", "b\r\n"])
    finally:
        os.umask(before)
    assert file.read_bytes() == "ä\r\nb\r\n".encode()
    assert file.stat().st_mode & 0o777 == 0o644
    file.chmod(0o600)
    disk.write(file, ["c"])
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def chunks() -> Iterator[str]:
        yield "new"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "a.ics"
    file.write_text("old")
    with pytest.raises(UserError, match="cannot be written: No space left on device"):
        disk.write(file, chunks())
    assert file.read_text() == "old"
    assert list(tmp_path.glob("*part*")) == []
    assert list(tmp_path.glob(".*part")) == []


def test_what_cannot_be_written_to_has_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not a file"):
        disk.write(tmp_path, ["a"])
    with pytest.raises(UserError, match="cannot be written: No such file or directory"):
        disk.write(tmp_path / "no" / "a.ics", ["a"])


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.ics", tmp_path / "link.ics"
    file.write_text("old")
    link.symlink_to(file)
    disk.write(link, ["new"])
    assert link.is_symlink()
    assert file.read_text() == "new"
