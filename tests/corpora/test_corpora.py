"""Everything that two other libraries ship as calendars is understood, and their tests about occurrences agree."""

import sys

import pytest

from tests.corpora import files, packages, run, table
from tests.corpora.__main__ import DOCUMENT
from tests.corpora.judgement import unused

pytestmark = [
    pytest.mark.skipif(not packages.fetched(), reason="without the packages of `python -m tests.corpora`"),
    pytest.mark.skipif(sys.platform == "win32", reason="their tests set the zone of the process, as Windows cannot"),
]


@pytest.fixture(scope="module")
def read() -> list[files.Reading]:
    return list(files.readings())


def test_every_calendar_that_ships_with_them_has_events_or_one_sentence(read: list[files.Reading]) -> None:
    assert len(read) > 250
    for each in read:
        assert bool(each.events) != bool(each.sentence), each
        assert "\n" not in each.sentence and each.sentence[-1:] in ("", "."), each
        assert each.seconds < 5, each


@pytest.mark.timeout(300)
def test_their_tests_about_occurrences_agree_or_the_table_says_why_not(read: list[files.Reading]) -> None:
    outcomes = run.outcomes()
    assert table.unexplained(outcomes) == []
    assert unused(outcomes) == []
    assert DOCUMENT.read_text(encoding="utf-8") == table.as_markdown(read, outcomes), (
        "out of date; this writes it: python -m tests.corpora --write"
    )
