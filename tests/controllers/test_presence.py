"""Others see when a person is in a meeting, and when that is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Calendar, CalendarRef, Event, ItemRef, Level, Occurrence
from c42desktop.controllers.presence import PresenceController
from c42desktop.preferences import Preferences
from c42desktop.presence import Presence, Show
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.agenda_rows import Row
from c42desktop.xmpp.presence import Presences
from tests.xmpp.test_presence import stanza

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ANN, WORK = "ann@example.org", "ann@work.example"
TEAM = CalendarRef(WORK, "pubsub.work.example", "team")
FAMILY = CalendarRef(ANN, "pubsub.example.org", "family")
FILE = local_ref("file:///home/ann/private.ics")
BUSY = Presence(Show.DND, "In a meeting until 15:00")


def at(hour: int, minute: int = 0, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=AMSTERDAM)


class Account:
    """A link whose session writes down what it is to tell."""

    def __init__(self, jid: str, stage: Stage) -> None:
        self.jid = jid
        self.session: Any = self
        self.presences = Presences(jid, lambda: stage.controller.ours(jid))
        self.told: list[Presence] = []

    def tell_presence(self) -> None:
        news = self.presences.news()
        if news is not None:
            self.told.append(news)

    def presence_of(self, address: str) -> Presence | None:
        return self.presences.of(address)


class Stage:
    """Two accounts, an agenda, and a clock that can be set."""

    def __init__(self) -> None:
        self.now = at(13)
        self.preferences = Preferences(publish_presence=True)
        self.model = AgendaModel(self.now)
        self.model.set_calendars([Calendar(TEAM, "Team"), Calendar(FAMILY, "Family"), Calendar(FILE, "File")])
        self.ann, self.work = Account(ANN, self), Account(WORK, self)
        links: Any = [self.ann, self.work]
        self.controller = PresenceController(
            self.model, self.until_tomorrow, lambda: links, preferences=lambda: self.preferences, now=lambda: self.now
        )

    def put(self, ref: CalendarRef, start: datetime, end: datetime, uid: str = "u", **fields: Any) -> None:
        event = Event(uid, "Design review", start, end, **fields)
        self.model.replace(ItemRef(ref, uid), [Occurrence(event, start, end)])
        self.controller.apply()

    def until_tomorrow(self) -> list[Row]:
        return [row for row in self.model.rows if row.day <= self.now.date() + timedelta(days=1)]

    def move_to(self, now: datetime) -> None:
        self.now = now
        self.controller.apply()


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage()
    yield made
    made.controller.close()


def waiting(stage: Stage) -> timedelta | None:
    timer = stage.controller._timer
    return timedelta(milliseconds=timer.remainingTime()) if timer.isActive() else None


def test_a_meeting_is_told_while_it_runs_and_taken_back_afterwards(stage: Stage) -> None:
    stage.put(TEAM, at(14), at(15))
    assert stage.work.told == []
    for minute in (0, 30, 59):
        stage.move_to(at(14, minute))
    stage.move_to(at(15))
    assert stage.work.told == [BUSY, Presence()]


def test_nothing_is_told_where_the_person_does_not_want_it(stage: Stage) -> None:
    stage.preferences = Preferences()
    stage.put(TEAM, at(14), at(15))
    stage.move_to(at(14, 30))
    assert stage.work.told == []
    assert waiting(stage) is None


def test_who_stops_wanting_it_during_a_meeting_is_there_again_at_once(stage: Stage) -> None:
    stage.put(TEAM, at(13), at(15))
    stage.preferences = Preferences()
    stage.controller.apply()
    assert stage.work.told == [BUSY, Presence()]


def test_the_title_is_told_only_where_that_is_allowed(stage: Stage) -> None:
    stage.put(TEAM, at(13), at(15))
    stage.preferences = Preferences(publish_presence=True, presence_title=True)
    stage.controller.apply()
    assert [each.status for each in stage.work.told] == ["In a meeting until 15:00", "Design review until 15:00"]


def test_the_contacts_of_another_account_learn_nothing(stage: Stage) -> None:
    stage.put(TEAM, at(13), at(15))
    assert (stage.ann.told, stage.work.told) == ([], [BUSY])


def test_a_calendar_that_is_at_no_server_is_told_to_all(stage: Stage) -> None:
    stage.put(FILE, at(13), at(15))
    assert (stage.ann.told, stage.work.told) == ([BUSY], [BUSY])


def test_a_meeting_that_moves_or_is_called_off_is_taken_back_at_once(stage: Stage) -> None:
    stage.put(TEAM, at(13), at(15))
    stage.put(TEAM, at(13), at(15, 30))
    stage.put(TEAM, at(16), at(17))
    assert [each.status for each in stage.work.told] == ["In a meeting until 15:00", "In a meeting until 15:30", ""]


@pytest.mark.parametrize("silenced", [{"visible": False}, {"level": Level.NOTHING}])
def test_what_is_hidden_or_silenced_is_not_about_the_person(stage: Stage, silenced: dict[str, Any]) -> None:
    stage.put(TEAM, at(13), at(15))
    stage.model.set_calendars([replace(Calendar(TEAM, "Team"), **silenced)])
    stage.controller.apply()
    assert stage.work.told == [BUSY, Presence()]


def test_a_meeting_that_began_yesterday_is_still_on(stage: Stage) -> None:
    stage.put(TEAM, at(23, day=23), at(15))
    assert stage.work.told == [BUSY]


def test_it_wakes_at_the_next_edge_only(stage: Stage) -> None:
    stage.put(TEAM, at(14), at(15))
    stage.put(FAMILY, at(18), at(19), "dinner")
    for now, edge in ((at(13), at(14)), (at(14, 20), at(15)), (at(15), at(18)), (at(18), at(19))):
        stage.move_to(now)
        wait = waiting(stage)
        assert wait is not None
        assert timedelta(0) <= edge - now - wait + timedelta(seconds=1) < timedelta(seconds=2)


def test_with_nothing_ahead_it_looks_again_a_day_later(stage: Stage) -> None:
    stage.controller.apply()
    wait = waiting(stage)
    assert wait is not None
    assert wait > timedelta(hours=23)


async def test_the_timer_tells_it_by_itself(stage: Stage, qtbot: QtBot) -> None:
    stage.now = at(15) - timedelta(milliseconds=50)
    stage.put(TEAM, at(14), at(15))
    stage.now = at(15)
    qtbot.waitUntil(lambda: len(stage.work.told) == 2)
    assert stage.work.told == [BUSY, Presence()]


def test_a_title_that_would_mislead_is_made_harmless(stage: Stage) -> None:
    stage.preferences = Preferences(publish_presence=True, presence_title=True)
    event = Event("u", "Re\nview\u202e \u0007!", at(13), at(15))
    stage.model.replace(ItemRef(TEAM, "u"), [Occurrence(event, at(13), at(15))])
    stage.controller.apply()
    assert [each.status for each in stage.work.told] == ["Re view ! until 15:00"]


def test_somebody_is_looked_up_with_the_account_that_reads_the_calendar(stage: Stage) -> None:
    stage.work.presences.take(stanza("bram@example.org/desk", "<show>away</show>"))
    away = Presence(Show.AWAY)
    assert stage.controller.of(WORK, "bram@example.org") == away
    assert stage.controller.of(ANN, "bram@example.org") is None
    assert stage.controller.of("", "bram@example.org") == away
