"""Whether the people of an event are there: a dot, and words for those who do not see it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, DESIGN, DESIGN_ITEM, NOW, occurrence

from c42desktop.presence import Presence, Show
from c42desktop.ui import theme
from c42desktop.ui.details import Details, Shown
from c42desktop.ui.people import Avatar, PersonRow, presence_words

ANN = "ann@example.org"
SHOWN = Shown(DESIGN_ITEM, DESIGN, occurrence(DESIGN), CALENDARS[0])
BUSY = Presence(Show.DND, "In a meeting until 15:00")


class Stage:
    """The details of an event, and what is known of its people."""

    def __init__(self) -> None:
        self.presences: dict[tuple[str, str], Presence] = {}
        self.details = Details(NOW, find_presence=lambda account, address: self.presences.get((account, address)))
        self.details.resize(316, 740)
        self.details.show_event(SHOWN)
        self.details.show()

    def tell(self, address: str, presence: Presence | None, account: str = ANN) -> None:
        self.presences.pop((account, address), None)
        if presence is not None:
            self.presences[account, address] = presence
        self.details.presence_changed(account, address)

    @property
    def rows(self) -> list[PersonRow]:
        return self.details.findChildren(PersonRow, "person")

    @property
    def said(self) -> list[str]:
        return [row.accessibleName() for row in self.rows]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made.details)
    return made


def dot_of(row: PersonRow) -> QColor:
    """The colour where the dot is, beside its middle."""
    avatar = row.findChild(Avatar)
    size = theme.px(9)
    image = avatar.grab(QRect(avatar.width() - size - 1, avatar.height() - size - 1, size, size)).toImage()
    return image.pixelColor(image.width() // 2, image.height() * 3 // 4)


@pytest.mark.parametrize(
    ("presence", "words"),
    [
        (Presence(), "online"),
        (Presence(Show.CHAT), "online"),
        (Presence(Show.AWAY), "away"),
        (Presence(Show.XA), "away for longer"),
        (BUSY, "busy – In a meeting until 15:00"),
        (Presence(status="Evil\n\u202etext"), "online – Evil text"),
    ],
)
def test_how_somebody_is_there_is_said_in_words(presence: Presence, words: str) -> None:
    assert presence_words(presence) == words


def test_where_nothing_is_known_nothing_is_said(stage: Stage) -> None:
    assert stage.said == ["Bram de Vries, Organiser", "You, Accepted", "Vera Kok, No answer"]
    assert stage.rows[0].toolTip() == "xmpp:bram@example.org"


def test_who_comes_and_goes_is_followed_without_drawing_anything_anew(stage: Stage) -> None:
    before = stage.rows
    stage.tell("bram@example.org", Presence())
    stage.tell("vera@example.org", BUSY)
    assert stage.said[0] == "Bram de Vries, Organiser, online"
    assert stage.said[2] == "Vera Kok, No answer, busy – In a meeting until 15:00"
    assert stage.rows[2].toolTip() == "xmpp:vera@example.org\nbusy – In a meeting until 15:00"
    stage.tell("bram@example.org", None)
    assert stage.said[0] == "Bram de Vries, Organiser"
    assert stage.rows == before


def test_the_dot_is_about_presence_and_not_about_the_answer(stage: Stage) -> None:
    colors = theme.current()
    shown = [Presence(), Presence(Show.AWAY), BUSY, None]
    seen = []
    for presence in shown:
        stage.tell("bram@example.org", presence)
        seen.append(dot_of(stage.rows[0]).name())
    assert seen[:3] == [QColor(each).name() for each in (colors.online, colors.waiting, colors.declined)]
    assert seen[3] not in seen[:3]  # though Bram has accepted


def test_a_connection_that_is_lost_takes_all_dots_away(stage: Stage) -> None:
    stage.tell("bram@example.org", Presence())
    stage.tell(ANN, Presence())
    stage.presences.clear()
    stage.details.presence_changed(ANN, "")
    assert stage.said == ["Bram de Vries, Organiser", "You, Accepted", "Vera Kok, No answer"]


def test_what_another_account_knows_is_not_shown(stage: Stage) -> None:
    stage.tell("bram@example.org", Presence(), account="ann@work.example")
    assert stage.said[0] == "Bram de Vries, Organiser"


def test_the_next_event_shows_what_is_known_already(stage: Stage) -> None:
    stage.presences[ANN, "bram@example.org"] = BUSY
    stage.details.show_event(replace(SHOWN, event=replace(DESIGN, summary="Another")))
    assert stage.said[0] == "Bram de Vries, Organiser, busy – In a meeting until 15:00"


def test_nobody_is_looked_up_where_nothing_is_shown(stage: Stage) -> None:
    stage.details.show_event(None)
    stage.details.presence_changed(ANN, "")
    assert stage.rows == []


def test_a_calendar_at_no_server_follows_whichever_account_knows(stage: Stage) -> None:
    item = replace(DESIGN_ITEM, calendar=replace(DESIGN_ITEM.calendar, account=""))
    stage.presences["", "bram@example.org"] = BUSY
    stage.details.show_event(replace(SHOWN, item=item))
    stage.presences["", "bram@example.org"] = Presence()
    stage.details.presence_changed("ann@work.example", "bram@example.org")
    assert stage.said[0] == "Bram de Vries, Organiser, online"
