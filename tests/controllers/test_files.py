"""Importing and exporting through the window: nothing without consent, nothing half done, no flood."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import icalendar
import pytest
import pytest_asyncio
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from c42desktop import clock
from c42desktop.calendar.model import Calendar, CalendarRef, Change, ChangeKind, ItemRef
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.outgoing import OutgoingController
from c42desktop.controllers.own import OwnItems
from c42desktop.controllers.work import Work
from c42desktop.errors import UserError
from c42desktop.files.items import OnProgress
from c42desktop.store.store import Store
from c42desktop.sync.items import digest_of
from c42desktop.tasks import Tasks
from c42desktop.ui.agenda_model import AgendaModel
from c42desktop.ui.drops import Dropped
from c42desktop.ui.import_dialog import ImportDialog, TargetKind
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.answers import Node
from tests.files.samples import calendar, event, many
from tests.waiting import until

ANN = "ann@example.org"
TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class FakeLink:
    """Ann's account at a service that lets her write."""

    jid = ANN

    def __init__(self) -> None:
        self.pubsub: Any = self
        self.published: list[str] = []
        self.digests: dict[str, bytes] = {}
        self.affiliation = "owner"
        self.gate: asyncio.Event | None = None

    async def affiliations(self, _service: str) -> dict[str, str]:
        return {"team": self.affiliation}

    async def metadata(self, address: NodeAddress) -> Node:
        return Node(address)

    async def publish(self, _address: NodeAddress, item_id: str, payload: Element) -> str:
        self.digests[item_id] = digest_of(payload)
        if self.gate is not None:
            await self.gate.wait()
        self.published.append(item_id)
        return item_id


class Stage:
    """The window, the store, and what joins them."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.store = Store(folder / "store.sqlite")
        self.tasks = Tasks()
        self.window = MainWindow(AgendaModel(NOW))
        qtbot.addWidget(self.window)
        self.window.show_agenda()
        self.window.show()
        self.banner = BannerController(self.window)
        self.link = FakeLink()
        self.links: list[Any] = []
        self.own = OwnItems(self.store, lambda: NOW)
        self.seen: list[list[str]] = []  # the calendars, each time they are others
        self.files = FilesController(
            self.window,
            self.store,
            self.tasks,
            self.banner,
            self.own,
            links=lambda: self.links,
            on_local=lambda: self.seen.append([each.title for each in self.store.calendars()]),
            now=clock.now,
        )

    def drop(self, *files: Path) -> None:
        self.files.offer(Dropped(tuple(files)))

    async def until(self, wanted: Callable[[], object]) -> None:
        await until(wanted)

    async def dialog(self) -> ImportDialog:
        """The dialog, once its file was read."""
        await self.until(lambda: self._dialog() is not None and self._dialog()._targets)  # type: ignore[union-attr]
        found = self._dialog()
        assert found is not None
        return found

    def _dialog(self) -> ImportDialog | None:
        shown = [each for each in self.window.findChildren(ImportDialog) if each.isVisible()]
        return shown[0] if shown else None

    @property
    def said(self) -> str:
        return self.window.banner._text.text().replace("\u200b", "") if self.window.banner.isVisible() else ""


@pytest_asyncio.fixture
async def stage(tmp_path: Path, qtbot: QtBot) -> AsyncIterator[Stage]:
    made = Stage(tmp_path, qtbot)
    yield made
    await made.tasks.cancel()
    made.store.close()


def written(folder: Path, text: str, name: str = "team.ics") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


async def test_nothing_is_imported_without_consent(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(5)))
    (await stage.dialog()).reject()
    await asyncio.sleep(0)
    assert stage.store.calendars() == []


async def test_a_file_becomes_a_calendar_and_the_same_file_updates_it(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, calendar(event("a"), event("b"))))
    dialog = await stage.dialog()
    assert [each.kind for each in dialog._targets] == [TargetKind.NEW]
    dialog._on_import()
    await stage.until(lambda: stage.said == "Imported 2 events into team.")
    assert stage.seen == [["team"]]

    stage.drop(written(tmp_path, calendar(event("a"), event("c"), event("d"))))
    dialog = await stage.dialog()
    assert [each.kind for each in dialog._targets] == [TargetKind.UPDATE, TargetKind.NEW]
    dialog._on_import()
    await stage.until(lambda: stage.said == "Imported 3 events into team.")
    (known,) = stage.store.calendars()
    assert sorted(stage.store.digests(known.ref)) == ["a", "c", "d"]


async def test_the_same_file_can_become_a_second_calendar(stage: Stage, tmp_path: Path) -> None:
    file = written(tmp_path, calendar(event("a")))
    for _again in range(2):
        stage.drop(file)
        dialog = await stage.dialog()
        dialog._into.setCurrentIndex(len(dialog._targets) - 1)
        dialog._on_import()
        await stage.until(lambda: "Imported" in stage.said)
        stage.banner._acted()
    assert len(stage.store.calendars()) == 2


async def test_several_files_are_asked_about_one_after_the_other(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(2), "a.ics"), written(tmp_path, many(3), "b.ics"))
    first = await stage.dialog()
    assert first.findChild(QLabel, "import-file").text() == "a.ics"
    first.reject()
    await stage.until(lambda: stage._dialog() not in (None, first))
    assert (await stage.dialog()).findChild(QLabel, "import-file").text() == "b.ics"


async def test_the_text_of_a_calendar_is_taken_without_a_file(stage: Stage) -> None:
    stage.files.offer(Dropped(data=calendar(event("a", "Dentist")).encode()))
    dialog = await stage.dialog()
    assert dialog.findChild(QLabel, "import-content").text() == "1 event: Dentist"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "is not a calendar: it is empty."), (b"\0\1\2" * 10_000, "is not a calendar"), (None, "cannot be read")],
)
async def test_a_bad_file_has_one_sentence(stage: Stage, tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "bad.ics"
    if content is not None:
        file.write_bytes(content)
    stage.drop(file)
    dialog = stage._dialog()
    assert dialog is not None
    error = dialog.findChild(QLabel, "import-error")
    await stage.until(error.isVisible)
    assert sentence in error.text().replace("\u200b", "")


async def test_a_calendar_that_may_be_written_is_offered_and_one_that_may_not_is_not(
    stage: Stage, tmp_path: Path
) -> None:
    stage.store.add_calendar(TEAM, "Product team")
    stage.links = [stage.link]
    file = written(tmp_path, calendar(event("a"), event("b")))
    for affiliation, offered in (("publisher", ["new", "publish"]), ("member", ["new"])):
        stage.link.affiliation = affiliation
        stage.drop(file)
        dialog = await stage.dialog()
        for _turn in range(20):
            await asyncio.sleep(0)
        assert [str(each.kind) for each in dialog._targets] == offered
        dialog.reject()


async def test_a_file_is_published_and_its_echo_is_no_news(stage: Stage, tmp_path: Path) -> None:
    stage.store.add_calendar(TEAM, "Product team")
    stage.links = [stage.link]
    stage.link.gate = asyncio.Event()
    stage.drop(written(tmp_path, calendar(event("a"), event("b"))))
    dialog = await stage.dialog()
    await stage.until(lambda: len(dialog._targets) == 2)
    dialog._into.setCurrentIndex(1)
    dialog._on_import()
    await stage.until(lambda: stage.link.digests)
    first = Change(ChangeKind.ADDED, TEAM, "a", "", NOW, digest=stage.link.digests["a"])
    assert stage.own.news([first]) == []  # the push overtakes the answer
    stage.link.gate.set()
    await stage.until(lambda: stage.said == "Imported 2 events into Product team.")
    assert sorted(stage.link.published) == ["a", "b"]
    second = Change(ChangeKind.ADDED, TEAM, "b", "", NOW, digest=stage.link.digests["b"])
    assert stage.own.news([second]) == []
    assert stage.own.news([second]) == [second]  # that is somebody else's


async def test_what_was_sent_before_a_cancel_stays_and_is_counted(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.controllers.work.PATIENCE", 0.0)
    stage.store.add_calendar(TEAM, "Product team")
    stage.links = [stage.link]
    stage.drop(written(tmp_path, many(50)))
    dialog = await stage.dialog()
    await stage.until(lambda: len(dialog._targets) == 2)
    dialog._into.setCurrentIndex(1)
    dialog._on_import()
    await stage.until(lambda: stage.said.startswith("Importing "))
    stage.link.gate = asyncio.Event()
    stage.window.connect_requested.emit()
    await stage.until(lambda: stage.said.startswith("Stopped: "))
    assert stage.said == f"Stopped: {len(stage.link.published)} of 50 events were sent to Product team, and stay there."


async def test_offline_the_import_says_so(stage: Stage, tmp_path: Path) -> None:
    stage.store.add_calendar(TEAM, "Product team")
    stage.links = [stage.link]
    stage.drop(written(tmp_path, calendar(event("a"))))
    dialog = await stage.dialog()
    await stage.until(lambda: len(dialog._targets) == 2)
    stage.links = []
    dialog._into.setCurrentIndex(1)
    dialog._on_import()
    await stage.until(lambda: stage.said.startswith("You are offline."))


async def test_a_calendar_is_written_to_a_file(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(30)))
    (await stage.dialog())._on_import()
    await stage.until(lambda: "Imported" in stage.said)
    (known,) = stage.store.calendars()

    stage.files.export_calendar(known)
    dialog = stage.window.findChild(QFileDialog, "choose-export")
    assert dialog.selectedFiles()[0].endswith("/Everything.ics")
    dialog.fileSelected.emit(str(tmp_path / "out.ics"))
    dialog.reject()
    await stage.until(lambda: stage.said == "Exported 30 events to out.ics.")
    assert len(icalendar.Calendar.from_ical((tmp_path / "out.ics").read_bytes()).walk("VEVENT")) == 30

    stage.files._export(tmp_path / "no" / "out.ics", "", lambda: [ItemRef(known.ref, "0@example.org")])
    await stage.until(lambda: f"cannot be written: {os.strerror(errno.ENOENT)}" in stage.said)
    stage.files._export(tmp_path / "none.ics", "", lambda: [ItemRef(known.ref, "nothing")])
    await stage.until(lambda: stage.said == "There is nothing in it that could be exported.")
    assert not (tmp_path / "none.ics").exists()


async def test_a_calendar_of_a_file_is_removed_at_once(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(30)))
    (await stage.dialog())._on_import()
    await stage.until(lambda: "Imported" in stage.said)
    stage.files.remove(stage.store.calendars()[0].ref)
    assert stage.store.calendars() == []
    assert stage.seen[-1] == []
    await stage.until(lambda: stage.store.unfinished() == [])


async def test_what_a_crash_left_is_swept_at_the_start(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(3)))
    (await stage.dialog())._on_import()
    await stage.until(lambda: "Imported" in stage.said)
    (known,) = stage.store.calendars()
    stage.store.move_calendar(known.ref, CalendarRef("", "local.unfinished", "x"))
    stage.files.start()
    await stage.until(lambda: stage.store.unfinished() == [])


async def test_what_is_dragged_out_is_there_whenever_it_is_asked_for(stage: Stage, tmp_path: Path) -> None:
    stage.drop(written(tmp_path, many(40)))
    (await stage.dialog())._on_import()
    await stage.until(lambda: "Imported" in stage.said)
    (known,) = stage.store.calendars()
    outgoing = OutgoingController(stage.store, stage.tasks, lambda: NOW)

    at_once = outgoing.find(known, known.title)
    assert at_once is not None
    file = at_once.file()
    assert file.name == "Everything.ics"
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 40
    assert at_once.file() == file
    assert at_once.text() == file.read_bytes().decode()

    later = outgoing.find(ItemRef(known.ref, "3@example.org"), "Event 3")
    assert later is not None
    for _turn in range(20):
        await asyncio.sleep(0)
    assert len(icalendar.Calendar.from_ical(later.text()).walk("VEVENT")) == 1
    assert outgoing.find(Calendar(TEAM, "Empty"), "Empty") is None
    outgoing.close()
    assert not file.exists()


async def test_an_import_that_is_cancelled_leaves_nothing_behind(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.controllers.work.PATIENCE", 0.0)
    stage.drop(written(tmp_path, many(2000)))
    (await stage.dialog())._on_import()
    await stage.until(lambda: stage.said.startswith("Importing "))
    stage.window.connect_requested.emit()
    await stage.until(lambda: stage.said == "" and stage.store.unfinished() == [])
    assert stage.store.calendars() == []
    assert stage.seen == []


async def test_work_is_done_one_after_the_other_and_goes_on_after_a_failure(stage: Stage) -> None:
    done: list[str] = []
    work = Work(stage.banner, stage.tasks)

    def job(name: str, error: str = "") -> Callable[[OnProgress], Any]:
        async def doing(_tell: OnProgress) -> None:
            done.append(f"{name} begins")
            await asyncio.sleep(0)
            if error:
                raise UserError(error)
            done.append(f"{name} ends")

        return doing

    async def clean() -> None:
        done.append("cleaned")

    tasks = [work.begin("", job("a", "It failed."), clean), work.begin("", job("b"), clean)]
    await asyncio.gather(*tasks)
    assert done == ["a begins", "cleaned", "b begins", "b ends"]
    assert stage.said == "It failed."
