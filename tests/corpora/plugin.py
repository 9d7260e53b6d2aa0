"""A pytest plugin for the process of their tests: our recurrence behind their interface, and what agreed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.corpora.adapter import install
from tests.corpora.judgement import excluded
from tests.corpora.run import REPORT

_outcomes: dict[str, str] = {}


def pytest_configure() -> None:
    """Before their tests are imported."""
    install()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is not about occurrences, and the second run with pytz, which only changes how they ask."""
    asked_once = [item for item in items if "use_pytz" not in item.nodeid]
    _outcomes.update({_name(item.nodeid): "excluded" for item in asked_once if excluded(_name(item.nodeid))})
    items[:] = [item for item in asked_once if not excluded(_name(item.nodeid))]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember how each test ended."""
    if report.when == "call" or not report.passed:
        _outcomes[_name(report.nodeid)] = "agree" if report.passed else "differ"


def pytest_sessionfinish() -> None:
    """Write the report."""
    Path(os.environ[REPORT]).write_text(json.dumps(_outcomes, indent=0), encoding="utf-8")


def _name(node_id: str) -> str:
    """ "test_x.py::test_y[…]", without the folders before it."""
    place, bracket, parameters = node_id.partition("[")
    return place.rpartition("/")[2] + bracket + parameters
