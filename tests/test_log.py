"""The log file where the disk is full."""

from __future__ import annotations

import errno
import io
import logging
from pathlib import Path

import pytest

from c42desktop import log


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, _text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def handler(tmp_path: Path) -> logging.Handler:
    """The handler of a log file that was opened while there was space."""
    made = log._File(tmp_path / "c42desktop.log")
    opened = made.setStream(Full())
    assert opened is not None
    opened.close()
    return made


def say(handler: logging.Handler, text: str, *values: object) -> None:
    handler.handle(logging.LogRecord("c42desktop", logging.INFO, __file__, 1, text, values, None))


def test_a_full_disk_costs_the_line_and_prints_no_trace(
    handler: logging.Handler, capsys: pytest.CaptureFixture[str]
) -> None:
    say(handler, "hello")
    assert capsys.readouterr().err == ""


def test_a_line_that_cannot_be_made_is_a_defect_and_is_seen(
    handler: logging.Handler, capsys: pytest.CaptureFixture[str]
) -> None:
    say(handler, "%d", "no number")
    assert "Logging error" in capsys.readouterr().err
