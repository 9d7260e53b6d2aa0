"""Adding a calendar that has moved away."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Node, Services
from c42desktop.xmpp.refusals import Cause, RefusalError, moved

OLD, NEW = "xmpp:old.example?;node=team", "xmpp:new.example?;node=team"


class FakeLink:
    """An account whose service says that the calendar is elsewhere."""

    jid = "ann@example.org"

    def __init__(self, moved_to: str) -> None:
        self.pubsub = self.sync = self
        self._moved_to = moved_to

    async def services(self) -> Services:
        return Services((), complete=True)

    async def nodes(self, _service: str) -> list[Node]:
        return []

    async def subscribe(self, _address: NodeAddress) -> None:
        raise RefusalError(moved(self._moved_to) or "Gone.", Cause.GONE, moved_to=self._moved_to)


@pytest.mark.parametrize(
    ("moved_to", "offered", "sentence"),
    [
        (NEW, NEW, "This calendar has moved to"),
        ("https://example.org/new", OLD, "Read more at"),
        ("javascript:alert(1)", OLD, "Gone."),
    ],
)
async def test_c_sub_10_the_new_address_is_offered_and_a_web_page_is_named(
    qtbot: QtBot, tmp_path: Path, moved_to: str, offered: str, sentence: str
) -> None:
    window: Any = QWidget()
    qtbot.addWidget(window)
    tasks, store = Tasks(), Store(tmp_path / "store.sqlite")
    link: Any = FakeLink(moved_to)
    AddCalendarController(window, store, tasks, lambda: [link]).open()
    dialog = window.findChild(AddCalendarDialog)
    address = dialog.findChild(QLineEdit, "uri")
    address.setText(OLD)
    dialog.uri_entered.emit(OLD)
    for _turn in range(10):
        await asyncio.sleep(0)
    assert address.text() == offered
    assert sentence in dialog.findChild(QLabel, "uri-error").text().replace("\u200b", "")
    await tasks.cancel()
    store.close()


class Asked:
    """An account that notes what is asked of it."""

    def __init__(self, jid: str) -> None:
        self.jid = jid
        self.pubsub = self.sync = self
        self.asked: list[object] = []

    async def services(self) -> Services:
        self.asked.append("services")
        return Services((f"pubsub.{self.jid.partition('@')[2]}",), complete=True)

    async def nodes(self, service: str) -> list[Node]:
        self.asked.append(service)
        return []

    async def subscribe(self, address: NodeAddress) -> None:
        self.asked.append(address)


async def test_of_several_accounts_the_person_chooses_one(qtbot: QtBot, tmp_path: Path) -> None:
    window: Any = QWidget()
    qtbot.addWidget(window)
    tasks, store = Tasks(), Store(tmp_path / "store.sqlite")
    links: Any = [Asked("ann@example.org"), Asked("bram@club.example")]
    AddCalendarController(window, store, tasks, lambda: links).open()
    dialog = window.findChild(AddCalendarDialog)
    for _turn in range(10):
        await asyncio.sleep(0)
    choice = dialog.findChild(QComboBox, "add-calendar-account")
    assert not choice.isHidden() and choice.count() == 2
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    for _turn in range(10):
        await asyncio.sleep(0)
    assert dialog.findChild(QComboBox, "services").currentText() == "pubsub.club.example"
    dialog.uri_entered.emit(OLD)
    for _turn in range(10):
        await asyncio.sleep(0)
    assert links[1].asked == ["services", "pubsub.club.example", NodeAddress("old.example", "team")]
    assert NodeAddress("old.example", "team") not in links[0].asked
    await tasks.cancel()
    store.close()
