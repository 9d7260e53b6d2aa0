"""The short form of the measurement: the same rows as the bare query finds, for every question of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from c42desktop.store.search import Search, _match, found_beside
from c42desktop.store.store import Store
from tests.benchmarks import search


def test_every_question_finds_what_the_bare_query_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calendars.sqlite"
    with closing(Store(path)) as store:
        words = search.fill(store, 400)
        reader = Search(store.db)
        for wanted in search._questions(words):
            if not wanted.unread:
                bare = search._bare(path, _match(wanted, reader._calendars(), ()))
                assert found_beside(path, wanted) == reader.found(wanted) == bare
        search.report(store, path, words, 1)
    assert len(capsys.readouterr().out.splitlines()) == 10
