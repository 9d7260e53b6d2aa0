"""What doctor says of the log and of crashes."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c42desktop import log as log_module
from c42desktop.crashes import reports
from c42desktop.doctor import log
from c42desktop.doctor.finding import Outcome
from c42desktop.profile import Profile, find_profile

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_log = logging.getLogger("c42desktop.tests")


@pytest.fixture
def where(tmp_path: Path) -> Profile:
    return find_profile(str(tmp_path))


def test_what_was_never_logged_is_neither_good_nor_bad(where: Profile) -> None:
    (found,) = log.look(where, NOW)
    assert found.outcome is Outcome.SKIPPED


def test_a_place_that_cannot_be_written_is_a_warning(where: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("os.access", lambda path, _mode: asked.append(path))
    (found,) = log.look(where, NOW)
    assert found.outcome is Outcome.WARNING
    assert f"{where.log} cannot be written." in found.text
    assert asked == [where.log.parent]


@pytest.mark.expects_warnings
def test_unexpected_errors_are_counted_and_what_was_expected_is_not(where: Profile) -> None:
    log_module.to_file(where.log)
    _log.info("ERROR is a word, CRITICAL too")
    (found,) = log.look(where, NOW)
    assert found.outcome is Outcome.PASS
    for _turn in range(2):
        _log.error("Unexpected\n2026-11-23T14:05:02.826+01:00 ERROR not a line", exc_info=ValueError("x"))
    (found,) = log.look(where, NOW)
    assert found.outcome is Outcome.WARNING
    assert "has 2 unexpected errors." in found.text


def test_the_last_crash_is_named_with_its_report(where: Profile) -> None:
    folder = reports.folder_of(where)
    reports.add(folder, datetime(2026, 11, 20, 9, tzinfo=UTC), "old")
    path = reports.add(folder, datetime(2026, 11, 22, 14, 5, tzinfo=UTC), "new")
    found = log.look(where, NOW)[0]
    assert found.outcome is Outcome.WARNING
    assert "yesterday at" in found.text
    assert str(path) in found.advice
