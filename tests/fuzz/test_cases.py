"""Everything that fuzzing has found, and what it begins with."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from c42desktop.calendar.payloads import FORMATS, too_large
from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS, RejectedError, beginnings, cases, format_of, payload_from


@pytest.mark.parametrize(("name", "case"), [(name, case) for name in TARGETS for case in cases(name)])
def test_what_went_wrong_once_goes_right(name: str, case: Path) -> None:
    with contextlib.suppress(RejectedError):
        TARGETS[name](case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_fuzzing_begins_with_what_goes_right(name: str) -> None:
    for data in beginnings(name):
        with contextlib.suppress(RejectedError):
            TARGETS[name](data)


def test_each_format_has_seeds() -> None:
    """A new decoder is fuzzed from its first day."""
    formats = {known.decode.__module__.rpartition(".")[2] for known in FORMATS.values()}
    assert formats - {too_large.__name__.rpartition(".")[2]} <= SEEDS.keys()


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_payloads_of_their_format(name: str) -> None:
    for text in SEEDS[name].texts:
        assert format_of(payload_from(name, text.encode())) == name
