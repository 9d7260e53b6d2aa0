"""Calendars made, shared, set up and deleted in the window of their owner, at real servers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import Calendar, CalendarState
from c42desktop.controllers.access_requests import AccessRequests
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.own_calendars import OwnCalendars
from c42desktop.controllers.owned import Owned
from c42desktop.controllers.sharing import SharingController
from c42desktop.demo.prosody import DOMAIN, SERVICE
from c42desktop.link import Link
from c42desktop.tasks import Tasks
from c42desktop.ui.access import Access, Role
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.calendar_form import CalendarForm
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.share import ShareDialog
from c42desktop.ui.share_rows import PersonRow
from c42desktop.xmpp import pubsub as pubsub_module
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.approvals import AccessRequest
from c42desktop.xmpp.pubsub_owner import Part, Subscriber
from tests.people import Witness, calendar, end_subscriptions, new_node, signed_in
from tests.readers import Reader, payload, reading
from tests.servers import XmppServer
from tests.waiting import until

pytestmark = pytest.mark.server

NOW = datetime(2026, 11, 22, 13, 50, tzinfo=UTC)
ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"


Kind = TypeVar("Kind", bound=QDialog)


@pytest.fixture(autouse=True)
def quick_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this Prosody does not answer need not be waited for here."""
    monkeypatch.setattr(pubsub_module, "LIST_TIMEOUT", 0.3)


class Desk:
    """Bram's window, and what is behind it."""

    def __init__(self, reader: Reader, tasks: Tasks) -> None:
        self.reader = reader
        self.link = reader.link
        self.tasks = tasks
        self.window = MainWindow(AgendaModel(NOW))
        self.window.show_agenda()
        self.banner = BannerController(self.window)
        self.owned = Owned(reader.store, tasks, self.links)
        self.requests = AccessRequests(reader.store, self.banner, tasks, self.owned, self.links)
        self.owned.on_known = self.requests.known
        self.link.on_request = lambda request: self.requests.received(self.link.jid, request)
        self.own = OwnCalendars(
            self.window, reader.store, tasks, self.banner, self.owned, self.links, self.show_calendars
        )
        self.sharing = SharingController(self.window, tasks, self.requests, self.links, self.own.set_up)

    def links(self) -> list[Link]:  # as AccountsController.online
        return [self.link]

    def show_calendars(self) -> None:
        self.window.set_calendars(self.reader.store.calendars())

    def dialog(self, kind: type[Kind]) -> Kind | None:
        shown = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return shown[-1] if shown else None

    async def opened(self, kind: type[Kind]) -> Kind:
        await until(lambda: self.dialog(kind))
        found = self.dialog(kind)
        assert found is not None
        return found

    @property
    def said(self) -> str:
        found = self.window.banner.findChild(QLabel, "banner-text")
        assert isinstance(found, QLabel)
        return found.text().replace("\u200b", "") if self.window.banner.isVisibleTo(self.window) else ""

    def calendar(self, title: str) -> Calendar | None:
        return next((each for each in self.reader.store.calendars() if each.title == title), None)


@asynccontextmanager
async def desk_of(server: XmppServer, path: Path, qtbot: QtBot, name: str = "bram") -> AsyncIterator[Desk]:
    tasks = Tasks()
    async with reading(server, path, name) as reader:
        made = Desk(reader, tasks)
        qtbot.addWidget(made.window)
        made.window.show()
        yield made
        await tasks.cancel()


@pytest_asyncio.fixture
async def desk(own_server: XmppServer, tmp_path: Path, qtbot: QtBot) -> AsyncIterator[Desk]:
    async with desk_of(own_server, tmp_path / "bram.sqlite", qtbot) as made:
        yield made


@pytest_asyncio.fixture
async def bram(own_server: XmppServer) -> AsyncIterator[Witness]:
    async with signed_in(own_server, "bram") as owner:
        yield owner
        await end_subscriptions(owner, "ann", "bram")


def role_of(dialog: ShareDialog, jid: str) -> QComboBox:
    found = dialog.findChild(PersonRow, f"shared-with-{jid}")
    assert isinstance(found, PersonRow)
    combo = found.findChild(QComboBox, "person-role")
    assert isinstance(combo, QComboBox)
    return combo


def people(dialog: ShareDialog) -> dict[str, Role]:
    rows = [each for each in dialog.findChildren(PersonRow) if not each.isHidden()]
    return {each.person.address.partition("@")[0]: each.person.role for each in rows}


def pressed(parent: QWidget | None, name: str) -> None:
    assert parent is not None
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def choose(combo: QComboBox, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


async def test_a_calendar_is_made_shared_set_up_and_deleted(own_server: XmppServer, desk: Desk, tmp_path: Path) -> None:
    desk.window.create_requested.emit()
    form = await desk.opened(CalendarForm)
    places = form.findChild(QComboBox, "calendar-place")
    await until(lambda: places.findText(SERVICE) >= 0)
    assert places.currentText() == f"At my account, {BRAM}"
    choose(places, str(places.findText(SERVICE)))
    form.findChild(QLineEdit, "calendar-title").setText("Garden")
    form.findChild(QPushButton, "calendar-save").click()
    await until(lambda: desk.calendar("Garden"))
    made = desk.calendar("Garden")
    assert made is not None and desk.owned.is_owner(made.ref)
    address = NodeAddress(SERVICE, made.ref.node)
    fields = await desk.link.owner.configuration(address)
    assert fields["pubsub#access_model"] == ["whitelist"]
    assert fields["pubsub#notify_retract"] == fields["pubsub#notify_delete"] == ["1"]
    assert int(fields["pubsub#max_items"][0].replace("max", "20000")) > 500
    assert await desk.link.owner.subscribers(address) == (Subscriber(BRAM, "subscribed"),)

    async with reading(own_server, tmp_path / "ann.sqlite") as ann:
        desk.sharing.open(made)
        share = await desk.opened(ShareDialog)
        await until(lambda: people(share) == {"bram": Role.OWNER})
        assert not role_of(share, BRAM).isEnabled()
        share.findChild(QLineEdit, "share-address").setText(ANN)
        share.findChild(QPushButton, "share-add").click()
        await until(lambda: people(share) == {"bram": Role.OWNER, "ann": Role.SEE})
        ann.link.sync.catch_up()
        await ann.until(lambda: ann.told == [("calendar-shared", "Garden")])
        choose(role_of(share, ANN), Role.EDIT.value)
        await until(lambda: people(share)["ann"] is Role.EDIT and role_of(share, ANN).isEnabled())
        await ann.link.pubsub.publish(address, "a", payload("Mowing"))
        await desk.reader.until(lambda: desk.reader.ids(address) == {"a"})
        choose(role_of(share, ANN), Role.NONE.value)
        await until(lambda: people(share) == {"bram": Role.OWNER})
        share.reject()

        desk.window.settings_requested.emit(made)
        form = await desk.opened(CalendarForm)
        form.findChild(QLineEdit, "calendar-title").setText("Garden club")
        choose(form.findChild(QComboBox, "calendar-access"), Access.OPEN.value)
        form.findChild(QPushButton, "calendar-save").click()
        await until(lambda: desk.calendar("Garden club") and desk.dialog(CalendarForm) is None)
        assert (await ann.link.pubsub.metadata(address)).title == "Garden club"

    desk.window.delete_requested.emit(made)
    await until(lambda: desk.window.findChild(QDialog, "delete-calendar-dialog"))
    dialog = desk.window.findChild(QDialog, "delete-calendar-dialog")
    assert dialog.findChild(QLabel, "delete-others").text() == "Nobody else sees it."
    dialog.findChild(QPushButton, "decision-take").click()
    await until(lambda: desk.said == "“Garden” was deleted.")
    assert desk.calendar("Garden club") is None
    assert ("calendar-removed", "Garden club") not in desk.reader.told


async def test_who_may_make_none_is_told_beside_the_place(own_server: XmppServer, tmp_path: Path, qtbot: QtBot) -> None:
    async with desk_of(own_server, tmp_path / "vera.sqlite", qtbot, "vera") as desk:
        desk.own.create()
        form = await desk.opened(CalendarForm)
        places = form.findChild(QComboBox, "calendar-place")
        await until(lambda: places.findText(SERVICE) >= 0)
        choose(places, str(places.findText(SERVICE)))
        form.findChild(QLineEdit, "calendar-title").setText("Mine")
        form.findChild(QPushButton, "calendar-save").click()
        fault = form.findChild(QLabel, "calendar-place-error")
        await until(fault.isVisible)
        assert fault.text().startswith("You may not make calendars at")
        choose(places, "0")
        form.findChild(QPushButton, "calendar-save").click()
        await until(lambda: desk.calendar("Mine"))
        made = desk.calendar("Mine")
        assert made is not None and made.ref.service == made.ref.account
        await desk.link.sync.delete(made.ref)


async def test_what_is_ones_own_is_known_after_a_while(own_server: XmppServer, desk: Desk, bram: Witness) -> None:
    mine = await calendar(bram)
    await desk.link.sync.subscribe(mine)
    ref = desk.reader.ref(mine)
    assert not desk.owned.is_owner(ref)
    desk.owned.online(desk.link.jid)
    await until(lambda: desk.owned.is_owner(ref))


async def test_what_is_others_is_not_ones_own(
    own_server: XmppServer, tmp_path: Path, qtbot: QtBot, bram: Witness
) -> None:
    theirs = await calendar(bram)
    async with desk_of(own_server, tmp_path / "ann.sqlite", qtbot, "ann") as desk:
        await desk.link.sync.subscribe(theirs)
        known: list[str] = []
        desk.owned.on_known = known.append
        desk.owned.calendars_changed()
        await until(lambda: known)
        assert not desk.owned.is_owner(desk.reader.ref(theirs))
        desk.owned.calendars_changed()  # asked about once
        await desk.link.pubsub.features(SERVICE)
        assert known == [desk.link.jid]


async def test_a_right_that_was_not_given_is_taken_back_in_the_dialog(desk: Desk, bram: Witness) -> None:
    team = await calendar(bram)
    await desk.link.sync.subscribe(team)
    made = desk.reader.calendar(team)
    assert made is not None
    desk.sharing.open(made)
    share = await desk.opened(ShareDialog)
    await until(lambda: people(share) == {"bram": Role.OWNER})
    share.role_chosen.emit(BRAM, Role.NONE)  # as if the row had let somebody
    row = share.findChild(PersonRow, f"shared-with-{BRAM}")
    await until(lambda: row.findChild(QLabel, "person-error").isVisible())
    assert await desk.link.owner.parts(team) == (Part(BRAM, "owner"),)
    share.reject()


async def test_who_asks_is_let_in_from_the_banner(ejabberd: XmppServer, tmp_path: Path, qtbot: QtBot) -> None:
    """One session only: such a message goes to one of them (RFC 6121 §8.5.2.1.1)."""
    async with (
        desk_of(ejabberd, tmp_path / "bram.sqlite", qtbot) as desk,
        reading(ejabberd, tmp_path / "ann.sqlite") as ann,
    ):
        team = new_node()
        await desk.link.pubsub.create(team, {"pubsub#access_model": "authorize", "pubsub#title": "Plan"})
        desk.owned.add(desk.reader.ref(team))
        await desk.link.sync.subscribe(team)
        await desk.reader.until(lambda: desk.reader.state(team) is CalendarState.ACTIVE)
        await ann.link.sync.subscribe(team)
        await until(lambda: desk.said == f"{ANN} asks to see “Plan”.")
        pressed(desk.window.banner, "banner-allow-access")
        await ann.until(lambda: ann.state(team) is CalendarState.ACTIVE)
        await until(lambda: desk.said == "")
        await ann.link.sync.unsubscribe(ann.ref(team))
        await ann.link.sync.subscribe(team)
        await until(lambda: desk.said)
        pressed(desk.window.banner, "banner-action")
        assert desk.said == ""
        await denied_after_a_restart(desk, qtbot, team)
        await ann.until(lambda: ann.state(team) is CalendarState.REMOVED)
        await desk.link.sync.delete(desk.reader.ref(team))


async def denied_after_a_restart(before: Desk, qtbot: QtBot, team: NodeAddress) -> None:
    """Nobody has decided, and nothing was kept: the service says it again."""
    desk = Desk(before.reader, before.tasks)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.owned.online(desk.link.jid)
    ref = desk.reader.ref(team)
    await until(lambda: desk.requests.waiting(ref) == [ANN])
    made = desk.reader.calendar(team)
    assert made is not None
    desk.sharing.open(made)
    share = await desk.opened(ShareDialog)
    await until(lambda: share.findChild(PersonRow, f"shared-with-{ANN}"))
    pressed(share.findChild(PersonRow, f"shared-with-{ANN}"), "person-deny")
    await until(lambda: people(share) == {"bram": Role.OWNER})
    assert desk.requests.waiting(ref) == []
    share.reject()


async def test_a_request_about_a_calendar_that_is_not_ones_own_is_not_said(desk: Desk) -> None:
    desk.requests.received(desk.link.jid, AccessRequest(NodeAddress(SERVICE, "other"), ANN))
    await desk.link.roster.contacts()  # as for the name in the banner
    await asyncio.sleep(0.05)
    assert desk.said == ""
    desk.requests.known(desk.link.jid)
    assert desk.requests.waiting(desk.reader.ref(NodeAddress(SERVICE, "other"))) == []
