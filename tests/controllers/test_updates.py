"""New versions are told in a line that can wait, once a version, and only where the person and the package want it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from c42desktop import distribution
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.updates import UpdatesController, looking_for
from c42desktop.preference_file import Chosen
from c42desktop.preferences import Preferences
from c42desktop.profile import find_profile
from c42desktop.settings import Settings
from c42desktop.tasks import Tasks
from c42desktop.ui.banner import BannerText
from c42desktop.ui.general_page import VersionShown
from c42desktop.ui.new_version import NewVersionDialog
from c42desktop.ui.prose import Prose
from c42desktop.updates.looking import Looking
from tests.updates.signing import NOW, PAGE, URL, Signer
from tests.updates.test_looking import Feeds

ANN = Signer()


class Window(QWidget):
    """The part of the window that the controller knows."""

    connect_requested = Signal()
    banner_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.banner: BannerText | None = None

    def set_banner(self, banner: BannerText | None) -> None:
        self.banner = banner

    def present(self) -> None:
        self.show()


class Desk:
    """A window, and a program that was just started in it."""

    def __init__(self, folder: Path, window: Window) -> None:
        self.window = window
        self.folder = folder
        self.feeds = Feeds()
        self.tasks = Tasks()
        self.preferences = Chosen(Settings(folder / "settings.toml"))
        self.opened: list[str] = []

    def start(self, looks: bool = True) -> UpdatesController:
        """As at each start."""
        looking = Looking(
            self.feeds, ANN.key, self.folder / "updates.json", now=self.feeds.clock, own="0.1.0", here=("linux", ())
        )
        made = UpdatesController(
            self.window,  # type: ignore[arg-type]
            BannerController(self.window),  # type: ignore[arg-type]
            self.preferences,
            self.tasks,
            looking if looks else None,
            now=self.feeds.clock,
            chance=lambda: 0.0,
        )
        self.preferences.on_changed = lambda _before, _after: made.preferences_changed()
        made.start()
        return made

    async def idle(self) -> None:
        """Until all that was begun is done."""
        await asyncio.gather(*self.tasks._running)

    async def look(self, made: UpdatesController, *answers: tuple[bytes, bytes] | Exception) -> None:
        """The time of the next looks has come."""
        await self.idle()
        for answer in answers:
            self.feeds.answers.append(answer)
            made._due()
            await self.idle()

    @property
    def text(self) -> str:
        return self.window.banner.text if self.window.banner else ""


@pytest_asyncio.fixture
async def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    window = Window()
    qtbot.addWidget(window)
    made = Desk(tmp_path, window)
    for place in ("c42desktop.controllers.updates", "c42desktop.ui.new_version"):
        monkeypatch.setattr(f"{place}.open_link", made.opened.append)
    yield made
    await made.tasks.cancel()


def pause(made: UpdatesController) -> timedelta | None:
    """Until the next look."""
    if made._timer is None:
        return None
    return timedelta(seconds=round(made._timer.when() - asyncio.get_running_loop().time(), -1))


async def test_nothing_is_asked_while_everything_starts_and_then_once_a_day(desk: Desk) -> None:
    made = desk.start()
    await desk.idle()
    assert pause(made) == timedelta(minutes=10)
    await desk.look(made, ANN.signed())
    assert pause(made) == timedelta(days=1)
    desk.feeds.now += timedelta(days=3)
    made.woke()
    assert pause(made) == timedelta(minutes=10)
    made.close()
    assert pause(made) is None


async def test_a_newer_version_is_one_quiet_line(desk: Desk) -> None:
    made = desk.start()
    assert desk.window.banner is None
    await desk.look(made, ANN.signed())
    banner = desk.window.banner
    assert banner is not None
    assert (banner.text, banner.action) == ("Version 0.2.0 is out.", "Dismiss")
    assert [label for _name, label in banner.choices] == ["What is new", "Download"]
    assert desk.opened == [] and not desk.window.isVisible(), "nothing opens by itself"


async def test_download_opens_the_page_and_ends_the_line(desk: Desk) -> None:
    made = desk.start()
    await desk.look(made, ANN.signed())
    desk.window.banner_chosen.emit("download-version")
    assert (desk.opened, desk.text) == ([PAGE], "")


async def test_what_is_new_is_shown_as_it_was_written_with_the_way_to_it(desk: Desk, qtbot: QtBot) -> None:
    made = desk.start()
    await desk.look(made, ANN.signed(notes={"en": "- <b>Sharing</b> & more"}))
    desk.window.banner_chosen.emit("new-version")
    dialog = desk.window.findChild(NewVersionDialog)
    assert isinstance(dialog, NewVersionDialog) and dialog.isVisible()
    notes = dialog.findChild(Prose, "new-version-notes")
    assert isinstance(notes, Prose) and notes.toPlainText() == "- <b>Sharing</b> & more"
    made.open()
    assert len(desk.window.findChildren(NewVersionDialog)) == 1
    button = dialog.findChild(QPushButton, "new-version-download")
    assert isinstance(button, QPushButton) and dialog.focusWidget() is button
    button.click()
    assert (desk.opened, dialog.isVisible()) == ([PAGE], False)


async def test_after_a_restart_it_is_told_again_unless_it_was_dismissed(desk: Desk) -> None:
    await desk.look(desk.start(), ANN.signed())
    desk.window.banner = None
    desk.start()
    await desk.idle()
    assert desk.text == "Version 0.2.0 is out."
    desk.window.connect_requested.emit()
    again = desk.start()
    await desk.idle()
    assert desk.text == ""
    await desk.look(again, ANN.signed(version="0.3.0"))
    assert desk.text == "Version 0.3.0 is out."


async def test_who_does_not_want_it_is_told_nothing_and_asks_nobody(desk: Desk) -> None:
    made = desk.start()
    await desk.look(made, ANN.signed())
    desk.preferences.change(Preferences(look_for_versions=False))
    assert (desk.text, pause(made)) == ("", None)
    made.woke()
    assert pause(made) is None
    desk.preferences.change(Preferences())
    assert (desk.text, pause(made)) == ("Version 0.2.0 is out.", timedelta(days=1))


async def test_a_look_that_fails_is_said_in_the_preferences_only(desk: Desk) -> None:
    made = desk.start()
    await desk.idle()
    assert made.shown() == VersionShown("This is version 0.1.0. Nobody was asked yet.")
    await desk.look(made, OSError())
    assert made.shown() == VersionShown("The list of versions could not be reached. It is tried again later.")
    assert desk.window.banner is None and pause(made) == timedelta(hours=1)
    await desk.look(made, ANN.signed(version="0.1.0"))
    assert made.shown() == VersionShown("Version 0.1.0 is the newest one, as of today at 10:00.")
    elsewhere = ANN.signed(downloads={})
    await desk.look(made, elsewhere)
    assert made.shown() == VersionShown("Version 0.2.0 is out, but not for this system. This is 0.1.0.")
    await desk.look(made, ANN.signed())
    assert made.shown() == VersionShown("Version 0.2.0 is out. This is 0.1.0.", is_newer=True)


async def test_a_copy_that_does_not_look_says_nothing_of_it(desk: Desk) -> None:
    made = desk.start(looks=False)
    made.woke()
    made.open()
    await desk.idle()
    assert (made.shown(), pause(made), desk.window.banner) == (None, None, None)


def test_the_package_decides_whether_this_copy_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile, settings = find_profile(str(tmp_path)), Settings(tmp_path / "settings.toml")
    assert looking_for(profile, settings, lambda: NOW) is None, "a checkout"
    about = distribution.Distribution("archive", True, URL, ANN.public_text)
    monkeypatch.setattr(distribution, "read", lambda: about)
    assert isinstance(looking_for(profile, settings, lambda: NOW), Looking)
    settings.put("updates", {"key": "none"})
    assert looking_for(profile, settings, lambda: NOW) is None
