"""Adding a calendar that has moved away."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.controllers.add_calendar import AddCalendarController
from c42desktop.controllers.looking import preview
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.offers import CalendarInfo
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import Node, Services
from c42desktop.xmpp.refusals import Cause, RefusalError, moved
from tests.readers import payload

OLD, NEW = "xmpp:old.example?;node=team", "xmpp:new.example?;node=team"


NOW = datetime(2026, 11, 22, 13, 50, tzinfo=UTC)


def local_now() -> datetime:
    return NOW


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

    async def metadata(self, _address: NodeAddress) -> Node:
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
    AddCalendarController(window, store, tasks, lambda: [link], now=local_now).open()
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
        self.items: list[tuple[str, ET.Element | None]] = []
        self.refusal: RefusalError | None = None
        self.gate: asyncio.Event | None = None

    async def services(self) -> Services:
        self.asked.append("services")
        return Services((f"pubsub.{self.jid.partition('@')[2]}",), complete=True)

    async def nodes(self, service: str) -> list[Node]:
        self.asked.append(service)
        return []

    async def metadata(self, address: NodeAddress) -> Node:
        self.asked.append(address)
        return Node(address, "Team")

    async def some(self, address: NodeAddress, _most: int) -> list[tuple[str, ET.Element | None]]:
        self.asked.append(address.node)
        if self.gate is not None:
            await self.gate.wait()
        if self.refusal is not None:
            raise self.refusal
        return list(self.items)

    async def subscribe(self, address: NodeAddress) -> None:
        self.asked.append(("subscribe", address))


async def test_of_several_accounts_the_person_chooses_one(qtbot: QtBot, tmp_path: Path) -> None:
    window: Any = QWidget()
    qtbot.addWidget(window)
    tasks, store = Tasks(), Store(tmp_path / "store.sqlite")
    links: Any = [Asked("ann@example.org"), Asked("bram@club.example")]
    AddCalendarController(window, store, tasks, lambda: links, now=local_now).open()
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
    team = NodeAddress("old.example", "team")
    assert links[1].asked == ["services", "pubsub.club.example", team, team, "team"]
    assert NodeAddress("old.example", "team") not in links[0].asked
    await tasks.cancel()
    store.close()


# Looking before adding

TEAM = NodeAddress("pubsub.example.org", "team")
CLOSED = RefusalError("You have no access to this calendar. Ask its owner.", Cause.NOT_ALLOWED, "forbidden")


def event(name: str, days: int) -> ET.Element:
    return payload(name, NOW + timedelta(days=days))


async def notes(link: Any) -> tuple[list[str], str]:
    found = await preview(link, TEAM, NOW)
    return [each.title for each in found.events], found.note


async def test_the_next_five_events_are_shown_in_their_order() -> None:
    link = Asked("ann@example.org")
    link.items = [(str(day), event(f"Day {day}", day)) for day in (9, -3, 1, 4, 2, 8, 3)]
    assert await notes(link) == ([f"Day {day}" for day in (1, 2, 3, 4, 8)], "")


@pytest.mark.parametrize(
    ("items", "refusal", "note"),
    [
        ([], None, "There are no events in it yet."),
        ([("a", event("Past", -1))], None, "Nothing is coming up in it."),
        ([("a", None)], None, "Events can be seen once you subscribe."),
        ([], CLOSED, "Events can be seen once you subscribe."),
        ([], RefusalError("It does not answer.", Cause.UNREACHABLE), "It does not answer."),
        ([("a", ET.Element("{urn:strange}thing"))], None, "Nothing is coming up in it."),
    ],
)
async def test_where_nothing_can_be_shown_it_says_why(
    items: list[tuple[str, ET.Element | None]], refusal: RefusalError | None, note: str
) -> None:
    link = Asked("ann@example.org")
    link.items, link.refusal = items, refusal
    assert await notes(link) == ([], note)


async def turns() -> None:
    for _turn in range(20):
        await asyncio.sleep(0)


async def test_an_address_that_was_opened_is_shown_and_nothing_is_subscribed_to(qtbot: QtBot, tmp_path: Path) -> None:
    window: Any = QWidget()
    qtbot.addWidget(window)
    tasks, store = Tasks(), Store(tmp_path / "store.sqlite")
    link: Any = Asked("ann@example.org")
    link.items = [("a", event("Review", 1))]
    controller = AddCalendarController(window, store, tasks, lambda: [link], now=local_now)
    controller.open_address(TEAM)
    await turns()
    dialog = window.findChild(AddCalendarDialog)
    assert "Review" in [each.text() for each in dialog.pane.findChildren(QLabel)]
    assert ("subscribe", TEAM) not in link.asked
    ref = CalendarRef(link.jid, TEAM.service, TEAM.node)
    store.add_calendar(ref, "Team")
    store.update_calendar(replace(store.calendar(ref), state=CalendarState.PENDING))  # type: ignore[type-var]
    dialog.findChild(QPushButton, "add").click()
    await turns()
    assert ("subscribe", TEAM) in link.asked
    assert dialog.pane.info is not None and dialog.pane.info.pending
    await tasks.cancel()
    store.close()


class Opened:
    """The dialog with a calendar that was opened elsewhere, and an account that is online or not."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.window: Any = QWidget()
        qtbot.addWidget(self.window)
        self.tasks, self.store = Tasks(), Store(folder / "store.sqlite")
        self.link: Any = Asked("ann@example.org")
        self.links: list[Any] = [self.link]
        self.controller = AddCalendarController(self.window, self.store, self.tasks, lambda: self.links, now=local_now)

    @property
    def dialog(self) -> AddCalendarDialog:
        return next(each for each in self.window.findChildren(AddCalendarDialog) if each.isVisible())

    def said(self, name: str) -> str:
        found = self.dialog.findChild(QLabel, name)
        return "" if found.isHidden() else found.text().replace("\u200b", "")


@pytest.fixture
async def opened(qtbot: QtBot, tmp_path: Path) -> AsyncIterator[Opened]:
    made = Opened(qtbot, tmp_path)
    yield made
    await made.tasks.cancel()
    made.store.close()


STRANGE = NodeAddress("calendars.stranger.example", "team")


async def test_a_stranger_is_asked_only_once_the_person_wants_it(opened: Opened) -> None:
    opened.controller.open_address(STRANGE)
    await turns()
    assert STRANGE not in opened.link.asked and opened.dialog.pane.info is None
    assert opened.said("uri-notice").startswith("You have no calendar at calendars.stranger.example yet.")
    assert opened.dialog.findChild(QLineEdit, "uri").text() == STRANGE.uri
    opened.dialog.findChild(QPushButton, "show-uri").click()
    await turns()
    assert STRANGE in opened.link.asked and opened.said("uri-notice") == ""
    assert opened.dialog.pane.info is not None and not opened.dialog.pane.info.subscribed


@pytest.mark.parametrize("service", ["pubsub.example.org", "example.org", "bram@example.org"])
async def test_our_own_server_is_no_stranger(opened: Opened, service: str) -> None:
    opened.controller.open_address(NodeAddress(service, "team"))
    await turns()
    assert NodeAddress(service, "team") in opened.link.asked


@pytest.mark.parametrize("service", ["evilexample.org", "example.org.evil.example", "ann@evil.example"])
async def test_a_name_that_looks_like_our_own_server_is_one(opened: Opened, service: str) -> None:
    opened.controller.open_address(NodeAddress(service, "team"))
    await turns()
    assert NodeAddress(service, "team") not in opened.link.asked


async def test_a_service_of_one_of_our_calendars_is_no_stranger(opened: Opened) -> None:
    opened.store.add_calendar(CalendarRef("ann@example.org", STRANGE.service, "other"), "Other")
    opened.controller.open_address(STRANGE)
    await turns()
    assert STRANGE in opened.link.asked


async def test_what_is_opened_offline_is_shown_once_there_is_a_connection(opened: Opened) -> None:
    opened.links = []
    opened.controller.open_address(TEAM)
    await turns()
    assert opened.said("offers-state") == "You are offline. Calendars are shown once you are connected."
    assert opened.said("add-error") == "" and opened.dialog.findChild(QLineEdit, "uri").text() == TEAM.uri
    opened.links = [opened.link]
    opened.controller.online()
    await turns()
    assert TEAM in opened.link.asked and ("subscribe", TEAM) not in opened.link.asked
    assert opened.dialog.pane.info is not None and opened.dialog.account() == "ann@example.org"
    asked = list(opened.link.asked)
    opened.controller.online()  # another one
    await turns()
    assert opened.link.asked == asked


async def test_the_last_address_that_was_opened_is_the_one_that_is_shown(opened: Opened) -> None:
    opened.controller.open_address(TEAM)
    await turns()
    other = NodeAddress(TEAM.service, "other")
    opened.controller.open_address(other)
    await turns()
    assert opened.dialog.pane.info is not None and opened.dialog.pane.info.node == "other"
    opened.dialog.reject()
    assert not opened.controller.is_open()
    opened.controller.open()
    await turns()
    assert opened.dialog.pane.info is None and opened.dialog.findChild(QLineEdit, "uri").text() == ""


async def test_who_looks_at_another_calendar_waits_for_the_first_no_longer(qtbot: QtBot, tmp_path: Path) -> None:
    window: Any = QWidget()
    qtbot.addWidget(window)
    tasks, store = Tasks(), Store(tmp_path / "store.sqlite")
    link: Any = Asked("ann@example.org")
    link.gate = asyncio.Event()
    controller = AddCalendarController(window, store, tasks, lambda: [link], now=local_now)
    controller.open()
    dialog = window.findChild(AddCalendarDialog)
    for node in ("one", "two"):
        dialog.show_offer(CalendarInfo(TEAM.service, node, node))
        await turns()
    link.items = [("a", event("Review", 1))]
    link.gate.set()
    await turns()
    assert dialog.pane.info is not None and dialog.pane.info.node == "two"
    assert [each.text() for each in dialog.pane.findChildren(QLabel)].count("Review") == 1
    dialog.reject()
    await tasks.cancel()
    store.close()
