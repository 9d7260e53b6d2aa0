"""What is opened elsewhere leads to a dialog in the window, and to nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.opening import Opening
from c42desktop.ui.drops import Dropped
from c42desktop.ui.main_window import MainWindow


class Desk:
    """A window with both dialogs, each of which only says what it was asked for."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.opening = Opening(
            cast("MainWindow", self), cast("AddCalendarController", self), cast("FilesController", self)
        )

    def present(self) -> None:
        self.said.append("in front")

    def open_uri(self, text: str) -> None:
        self.said.append(text)

    def offer(self, dropped: Dropped) -> None:
        self.said.extend(dropped.paths)


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        ("xmpp:pubsub.example.org?;node=team", "xmpp:pubsub.example.org?;node=team"),
        ("XMPP:pubsub.example.org?;node=team", "XMPP:pubsub.example.org?;node=team"),
        ("file:///srv/team%20plan.ics", Path("/srv/team plan.ics")),
        ("/srv/team.ics", Path("/srv/team.ics")),
    ],
)
def test_each_address_and_file_is_asked_about_in_front(target: str, asked: object) -> None:
    desk = Desk()
    desk.opening.open([target])
    assert desk.said == ["in front", asked]


def test_without_anything_to_open_the_window_comes_to_the_front() -> None:
    desk = Desk()
    desk.opening.open([])
    assert desk.said == ["in front"]
