"""What was known survives a restart, and a damaged file is as none."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from c42desktop.updates.memory import Memory, load, save
from tests.updates.signing import NOW

ALL = Memory(NOW, NOW, b"{\xff}", b"signed", "0.2.0")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "profile/updates.json"


def test_all_of_it_is_kept(path: Path) -> None:
    save(path, ALL)
    assert load(path) == ALL
    save(path, Memory())
    assert load(path) == Memory()


@pytest.mark.skipif(sys.platform == "win32", reason="there, a profile is private as a whole")
def test_nobody_else_may_read_it(path: Path) -> None:
    save(path, ALL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_there_is_none_nothing_is_known(path: Path) -> None:
    assert load(path) == Memory()


@given(st.binary(max_size=200) | st.sampled_from([b"[]", b"{}", b"[" * 100_000, b'{"answered": 3}']))
def test_a_damaged_file_is_as_none(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.json"
    path.write_bytes(noise)
    assert load(path) == Memory()


@pytest.mark.parametrize("answered", ['"2026-11-23T10:00:00"', '"soon"', "3", "[1]"])
def test_an_instant_that_is_none_is_not_believed(path: Path, answered: str) -> None:
    save(path, ALL)
    path.write_text(path.read_text().replace('"2026-11-23T10:00:00+00:00"', answered))
    assert load(path) == Memory()


def test_a_disk_that_takes_nothing_bothers_nobody(path: Path) -> None:
    save(path, ALL)
    path.with_suffix(".new").mkdir()
    save(path, Memory())
    assert load(path) == ALL
