"""Since when nobody was connected, over restarts, sleep and crashes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c42desktop.controllers.absence import SHORT, Absence
from c42desktop.store.activity import Activity
from c42desktop.store.store import Store

ANN, BRAM = "ann@example.org", "bram@example.org"
FRIDAY = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)
WEEKEND = timedelta(hours=39)


class Clock:
    def __init__(self) -> None:
        self.now = FRIDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "calendars.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def absence(store: Store, clock: Clock) -> Absence:
    return Absence(Activity(store.db), clock)


def test_nobody_was_away_who_is_there_for_the_first_time(absence: Absence) -> None:
    absence.set_online(ANN, True)
    assert absence.since(ANN) is None


def test_who_comes_back_was_away_since_the_line_was_lost(absence: Absence, clock: Clock) -> None:
    absence.set_online(ANN, True)
    absence.set_online(ANN, False)
    clock.now += WEEKEND
    absence.set_online(ANN, False)  # it tried in vain
    absence.set_online(ANN, True)
    absence.set_online(BRAM, True)
    assert absence.since(ANN) == FRIDAY
    assert absence.since(BRAM) is None


def test_a_line_that_comes_back_soon_was_no_absence(absence: Absence, clock: Clock) -> None:
    absence.set_online(ANN, True)
    absence.set_online(ANN, False)
    clock.now += SHORT - timedelta(seconds=1)
    absence.set_online(ANN, True)
    assert absence.since(ANN) is None


def test_it_survives_a_restart_and_a_crash(absence: Absence, store: Store, clock: Clock) -> None:
    absence.set_online(ANN, True)
    absence.keep()
    clock.now += WEEKEND
    again = Absence(Activity(store.db), clock)
    again.set_online(ANN, True)
    assert again.since(ANN) == FRIDAY


def test_after_a_sleep_the_last_word_of_the_server_counts(absence: Absence, clock: Clock) -> None:
    absence.set_online(ANN, True)
    absence.note(ANN)
    clock.now += WEEKEND
    absence.woke()
    absence.set_online(ANN, False)  # only now does anybody notice
    absence.set_online(ANN, True)
    assert absence.since(ANN) == FRIDAY


def test_a_server_that_answers_after_a_sleep_was_there(absence: Absence, clock: Clock) -> None:
    absence.set_online(ANN, True)
    clock.now += WEEKEND
    absence.woke()
    absence.note(ANN)
    clock.now += SHORT
    absence.set_online(ANN, False)
    clock.now += SHORT
    absence.set_online(ANN, True)
    assert absence.since(ANN) == FRIDAY + WEEKEND + SHORT
