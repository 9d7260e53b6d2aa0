"""The files of an event that is edited: attached, on their way, refused; by mouse, keyboard and drop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from c42desktop.calendar.model import Attachment
from c42desktop.ui.attachment_row import AttachmentRow
from c42desktop.ui.attachments_field import MOST, AttachmentsField

PLAN = Attachment("https://files.example.org/7f/plan.pdf", "plan.pdf", "application/pdf", 86_000)
ROOM = Attachment("https://files.example.org/8a/room.jpg", "room.jpg", "image/jpeg", 1_240_000)


class Shown:
    """A field with one file, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.field = AttachmentsField()
        qtbot.addWidget(self.field)
        self.field.set_attachments([PLAN])
        self.field.show()
        self.chosen: list[list[Path]] = []
        self.cancelled: list[int] = []
        self.retried: list[int] = []
        self.busy: list[bool] = []
        self.edits = 0
        self.field.files_chosen.connect(self.chosen.append)
        self.field.cancelled.connect(self.cancelled.append)
        self.field.retried.connect(self.retried.append)
        self.field.busy_changed.connect(self.busy.append)
        self.field.edited.connect(self._edited)

    def _edited(self) -> None:
        self.edits += 1

    def rows(self) -> list[AttachmentRow]:
        """From top to bottom."""
        QTest.qWait(0)  # their places come in the next turn
        rows = [row for row in self.field.findChildren(AttachmentRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    def spoken(self) -> list[str]:
        return [row.accessibleName() for row in self.rows()]

    def words(self) -> str:
        found = self.field.findChild(QLabel, "attachments-words")
        assert found is not None
        return found.text() if found.isVisible() else ""

    @property
    def attach(self) -> QPushButton:
        found = self.field.findChild(QPushButton, "attach-file")
        assert found is not None
        return found

    def close(self, row: int) -> QToolButton:
        found = self.rows()[row].findChild(QToolButton, "attachment-close")
        assert found is not None
        return found

    def drag(self, *urls: str) -> bool:
        """Drag over it and let fall; whether that was taken."""
        mime = QMimeData()
        mime.setUrls([QUrl(url) for url in urls])
        where = QPointF(10, 10)
        action, none, left = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(where.toPoint(), action, mime, left, none)
        self.field.dragEnterEvent(enter)
        drop = QDropEvent(where, action, mime, left, none)
        self.field.dropEvent(drop)
        assert enter.isAccepted() == drop.isAccepted()
        return drop.isAccepted()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_a_file_says_what_it_is_and_where(shown: Shown) -> None:
    assert shown.spoken() == ["plan.pdf, PDF · 86 kB · files.example.org"]
    assert shown.close(0).accessibleName() == "Remove plan.pdf"


def test_a_file_on_its_way_shows_how_far_it_is_and_saving_waits(shown: Shown) -> None:
    number = shown.field.begin("room.jpg")
    assert shown.spoken()[1] == "room.jpg, Waiting for the server…"
    shown.field.show_progress(number, 620_000, 1_240_000)
    assert shown.spoken()[1] == "room.jpg, 50 % of 1.2 MB"
    assert shown.field.busy() and shown.words() == "The event can be saved once its files are there."
    assert (shown.field.attachments(), shown.edits) == ((PLAN,), 0)
    shown.field.finish(number, ROOM)
    assert shown.field.attachments() == (PLAN, ROOM)
    assert (shown.busy, shown.edits, shown.words()) == ([True, False], 1, "")
    assert shown.spoken()[1] == "room.jpg, Image · 1.2 MB · files.example.org"


def test_a_file_is_removed_by_keyboard(shown: Shown) -> None:
    shown.close(0).setFocus()
    QTest.keyClick(shown.close(0), Qt.Key.Key_Space)
    assert (shown.field.attachments(), shown.spoken(), shown.edits) == ((), [], 1)


def test_a_file_on_its_way_is_cancelled(shown: Shown) -> None:
    number = shown.field.begin("room.jpg")
    assert shown.close(1).accessibleName() == "Cancel room.jpg"
    shown.close(1).click()
    assert (shown.cancelled, shown.busy, shown.field.attachments()) == ([number], [True, False], (PLAN,))
    shown.field.show_progress(number, 1, 2)  # what still comes in of it changes nothing
    shown.field.finish(number, ROOM)
    assert shown.field.attachments() == (PLAN,)


def test_a_refused_file_says_why_and_can_be_sent_again_and_saving_does_not_wait_for_it(shown: Shown) -> None:
    number = shown.field.begin("room.jpg")
    shown.field.fail(number, "“room.jpg” is too large.")
    assert shown.spoken()[1] == "room.jpg, “room.jpg” is too large."
    assert (shown.field.busy(), shown.busy) == (False, [True, False])
    again = shown.rows()[1].findChild(QPushButton, "attachment-again")
    assert again is not None
    again.click()
    assert (shown.retried, shown.field.busy()) == ([number], True)
    shown.field.fail(number, "No.")
    shown.close(1).click()
    assert shown.spoken() == ["plan.pdf, PDF · 86 kB · files.example.org"]


def test_while_nothing_can_be_attached_it_says_why_and_what_is_there_can_go(shown: Shown) -> None:
    shown.field.set_obstacle("You are offline. Files can be attached once you are connected.")
    assert not shown.attach.isEnabled()
    assert shown.words() == shown.attach.accessibleDescription() != ""
    assert not shown.drag("file:///tmp/room.jpg")
    shown.close(0).click()
    assert shown.field.attachments() == ()
    shown.field.set_obstacle("")
    assert shown.attach.isEnabled() and shown.words() == ""


def test_files_are_dropped_and_links_are_not(shown: Shown) -> None:
    assert shown.drag("file:///tmp/a.txt", "https://example.org/b.txt", "file:///tmp/c.txt")
    assert not shown.drag("https://example.org/b.txt")
    assert shown.chosen == [[Path("/tmp/a.txt"), Path("/tmp/c.txt")]]


def test_files_are_picked_in_a_dialog(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    shown.attach.click()
    dialog = shown.field.findChild(QFileDialog, "attach-dialog")
    assert dialog is not None and dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(tmp_path / "a.txt")])
    dialog.reject()
    assert shown.chosen == [[tmp_path / "a.txt"]]


def test_there_is_an_end_to_how_many_files_one_event_has(shown: Shown) -> None:
    shown.field.set_attachments([PLAN] * (MOST - 1))
    assert shown.drag(*(f"file:///tmp/{number}.txt" for number in range(5)))
    assert shown.chosen == [[Path("/tmp/0.txt")]]
    shown.field.begin("0.txt")
    assert not shown.attach.isEnabled() and shown.words() == "An event can have 20 files at most."
    assert not shown.drag("file:///tmp/6.txt")


def test_names_of_others_cannot_mislead(shown: Shown) -> None:
    shown.field.set_attachments([Attachment("https://x.example/a", "invoice\u202efdp.exe\n<b>")])
    assert shown.spoken() == ["invoicefdp.exe <b>, x.example"]
