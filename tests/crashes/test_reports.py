"""Which reports are kept, for how long, and that each is told of once."""

from __future__ import annotations

import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.crashes import reports

FIRST = datetime(2026, 11, 22, 14, 5, 3, tzinfo=UTC)


def test_the_newest_comes_first_and_only_a_few_are_kept(tmp_path: Path) -> None:
    for day in range(7):
        reports.add(tmp_path, FIRST + timedelta(days=day), f"report {day}")
    kept = reports.all_in(tmp_path)
    assert [each.text() for each in kept] == [f"report {day}" for day in (6, 5, 4, 3, 2)]
    assert kept[0].when == FIRST + timedelta(days=6)


def test_what_was_seen_is_told_no_more(tmp_path: Path) -> None:
    reports.add(tmp_path, FIRST, "one")
    assert reports.all_in(tmp_path)[0].new
    reports.mark_seen(tmp_path)
    (report,) = reports.all_in(tmp_path)
    assert (report.new, report.text()) == (False, "one")


def test_those_of_a_clock_that_was_ahead_hide_no_newer_one(tmp_path: Path) -> None:
    for day in range(reports.MOST):
        reports.add(tmp_path, FIRST + timedelta(days=4000 + day), "ahead")
    reports.mark_seen(tmp_path)
    assert reports.newest_unseen(tmp_path) is None
    reports.add(tmp_path, FIRST, "new")
    report = reports.newest_unseen(tmp_path)
    assert report is not None and report.text() == "new"
    assert len(reports.all_in(tmp_path)) == reports.MOST


def test_one_is_deleted_though_it_was_seen_meanwhile(tmp_path: Path) -> None:
    reports.add(tmp_path, FIRST, "one")
    (report,) = reports.all_in(tmp_path)
    reports.mark_seen(tmp_path)
    reports.delete(report)
    assert reports.all_in(tmp_path) == []


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for day in range(7):
        reports.add(tmp_path, FIRST + timedelta(days=day), "")
    assert (tmp_path / "notes.txt").exists()
    assert len(reports.all_in(tmp_path)) == reports.MOST


def test_where_there_is_no_folder_there_are_none(tmp_path: Path) -> None:
    assert reports.all_in(tmp_path / "nowhere") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_reads_one(tmp_path: Path) -> None:
    path = reports.add(tmp_path / "folder", FIRST, "one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
