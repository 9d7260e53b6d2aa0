"""A pytest plugin for the process of their tests: our recurrence behind their interface, and a report of what agreed."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.corpora.adapter import install
from tests.corpora.excluded import reason_of

REPORT = "C42_CORPORA_REPORT"

_outcomes: dict[str, str] = {}


def pytest_configure() -> None:
    """Before their tests are imported."""
    install()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not about occurrences, and the second run with pytz, which only changes how they ask."""
    wanted = []
    for item in items:
        if "use_pytz" in item.nodeid:
            continue
        if reason_of(_name(item.nodeid)):
            _outcomes[_name(item.nodeid)] = "excluded"
        else:
            wanted.append(item)
    items[:] = wanted


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember how each test ended."""
    if report.when == "call" or report.failed:
        _outcomes[_name(report.nodeid)] = "agree" if report.passed else report.outcome


def pytest_sessionfinish() -> None:
    """Write the report."""
    Path(os.environ[REPORT]).write_text(json.dumps(_outcomes, indent=0), encoding="utf-8")


def _name(node_id: str) -> str:
    """ "test_x.py::test_y[…]", without the folders before it."""
    return (
        node_id.rpartition("/")[2]
        if "[" not in node_id
        else _name(node_id.partition("[")[0]) + "[" + node_id.partition("[")[2]
    )


assert sys.modules.get("recurring_ical_events") is not None
