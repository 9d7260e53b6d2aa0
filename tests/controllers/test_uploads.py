"""Files of an open editor are sent through its calendar's account."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from c42desktop.calendar.local import local_ref
from c42desktop.calendar.model import Attachment, CalendarRef
from c42desktop.controllers.uploads import Uploads
from c42desktop.demo.prosody import SERVICE, Prosody
from c42desktop.errors import UserError
from c42desktop.ui.attachments_field import AttachmentsField
from c42desktop.xmpp.upload import Progress, Uploaded
from tests.people import signed_in

TEAM = CalendarRef("ann@example.org", "pubsub.example.org", "team")
WORK = CalendarRef("ann@work.example", "pubsub.work.example", "team")
OFFLINE = "You are offline. Files can be attached once you are connected."


class Stage:
    """A field, accounts that are online, and a server that is done when the test says so."""

    def __init__(self, qtbot: QtBot) -> None:
        self.links: list[Any] = [SimpleNamespace(jid="ann@example.org", session="ann's")]
        self.uploads = Uploads(lambda: self.links, self._send)
        self.field = AttachmentsField()
        self.words: list[str] = []
        self.obstacles: list[str] = []
        show = self.field.set_obstacle
        self.field.set_obstacle = lambda sentence: (self.obstacles.append(sentence), show(sentence))  # type: ignore[method-assign, assignment]
        self.sent: list[tuple[object, str]] = []
        self.ends: dict[str, asyncio.Future[None]] = {}
        self.stopped: list[str] = []
        self.open = self.uploads.attend(self.field, TEAM)
        self.news = asyncio.Event()
        self.field.busy_changed.connect(lambda _busy: self.news.set())

    async def _send(self, session: object, path: Path, on_progress: Progress) -> Uploaded:
        self.sent.append((session, path.name))
        self.ends[path.name] = asyncio.get_running_loop().create_future()
        self.news.set()
        on_progress(5, 10)
        try:
            await self.ends[path.name]
        except asyncio.CancelledError:
            self.stopped.append(path.name)
            self.news.set()
            raise
        return Uploaded(f"https://files.example.org/{path.name}", path.name, "text/plain", 10)

    def choose(self, *names: str) -> None:
        self.field.files_chosen.emit([Path("/tmp") / name for name in names])

    async def until(self, condition: Any) -> None:
        async with asyncio.timeout(5):
            while not condition():
                self.news.clear()
                await self.news.wait()


@pytest_asyncio.fixture
async def stage(qtbot: QtBot) -> AsyncIterator[Stage]:
    made = Stage(qtbot)
    yield made
    await made.uploads.close()


async def test_what_is_chosen_is_sent_and_attached(stage: Stage) -> None:
    stage.choose("a.txt", "b.txt")
    await stage.until(lambda: len(stage.ends) == 2)
    assert stage.sent == [("ann's", "a.txt"), ("ann's", "b.txt")] and stage.field.busy()
    for name in ("b.txt", "a.txt"):
        stage.ends[name].set_result(None)
    await stage.until(lambda: not stage.field.busy())
    assert set(stage.field.attachments()) == {
        Attachment(f"https://files.example.org/{name}", name, "text/plain", 10) for name in ("a.txt", "b.txt")
    }


async def test_a_refusal_stays_with_its_file_which_can_be_sent_again(stage: Stage) -> None:
    stage.choose("a.txt")
    await stage.until(lambda: "a.txt" in stage.ends)
    stage.ends.pop("a.txt").set_exception(UserError("“a.txt” is too large."))
    await stage.until(lambda: not stage.field.busy())
    assert stage.field.attachments() == ()
    stage.field._retry(1)
    await stage.until(lambda: "a.txt" in stage.ends)
    stage.ends["a.txt"].set_result(None)
    await stage.until(lambda: not stage.field.busy())
    assert [each.name for each in stage.field.attachments()] == ["a.txt"]


async def test_cancelling_a_file_ends_what_is_sent_of_it(stage: Stage) -> None:
    stage.choose("a.txt", "b.txt")
    await stage.until(lambda: len(stage.ends) == 2)
    stage.field._cancel(1)
    await stage.until(lambda: stage.stopped == ["a.txt"])
    stage.ends["b.txt"].set_result(None)
    await stage.until(lambda: not stage.field.busy())
    assert [each.name for each in stage.field.attachments()] == ["b.txt"]


async def test_offline_and_for_a_calendar_of_this_computer_it_says_why_not(stage: Stage) -> None:
    assert stage.obstacles == [""]
    stage.links.clear()
    stage.uploads.online_changed()
    stage.open.set_calendar(local_ref("holidays.ics"))
    stage.open.set_calendar(WORK)
    stage.links.append(SimpleNamespace(jid="ann@work.example", session="work"))
    stage.uploads.online_changed()
    assert stage.obstacles[1:] == [
        OFFLINE,
        "Files can be attached in calendars on a server; this one is on this computer only.",
        OFFLINE,
        "",
    ]
    stage.choose("a.txt")
    await stage.until(lambda: stage.ends)
    assert stage.sent == [("work", "a.txt")]


async def test_who_went_offline_meanwhile_is_told(stage: Stage) -> None:
    stage.links.clear()
    stage.choose("a.txt")
    await stage.until(lambda: not stage.field.busy())
    assert stage.sent == [] and stage.field.attachments() == ()


async def test_an_editor_that_is_closed_ends_its_files(stage: Stage, qapp: QApplication) -> None:
    stage.choose("a.txt")
    await stage.until(lambda: stage.ends)
    stage.field.deleteLater()
    qapp.sendPostedEvents(stage.field, QEvent.Type.DeferredDelete)
    await stage.until(lambda: stage.stopped == ["a.txt"])


async def test_at_the_end_nothing_is_sent_any_more(stage: Stage) -> None:
    stage.choose("a.txt")
    await stage.until(lambda: stage.ends)
    await stage.uploads.close()
    assert stage.stopped == ["a.txt"]


@pytest.mark.server
async def test_a_file_is_attached_by_way_of_a_real_server(prosody: Prosody, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF" * 1000)
    field = AttachmentsField()
    qtbot.addWidget(field)
    async with signed_in(prosody) as ann:
        links: list[Any] = [SimpleNamespace(jid=ann.session.login.jid, session=ann.session)]
        uploads = Uploads(lambda: links)
        uploads.attend(field, CalendarRef(ann.session.login.jid, SERVICE, "team"))
        done = asyncio.Event()
        field.edited.connect(done.set)
        field.files_chosen.emit([path])
        async with asyncio.timeout(10):
            await done.wait()
        await uploads.close()
    [found] = field.attachments()
    assert (found.name, found.media_type, found.size) == ("plan.pdf", "application/pdf", 4000)
    assert found.url.startswith(f"https://127.0.0.1:{prosody.ports.https}/")


@pytest.mark.parametrize("names", [(), ("a.txt",)])
async def test_an_editor_without_files_on_their_way_is_not_busy(stage: Stage, names: tuple[str, ...]) -> None:
    assert not stage.field.busy()
    if names:
        stage.choose(*names)
        assert stage.field.busy()
