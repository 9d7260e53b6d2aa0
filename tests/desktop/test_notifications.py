"""Against a real notification daemon: the words, the buttons, replacing and taking away, and what is pressed there is
done here."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from c42desktop.controllers import acting as module
from c42desktop.notify.actions import Subject
from c42desktop.notify.freedesktop import FreedesktopNotifier
from c42desktop.notify.notification import Action, Notification, key_of
from c42desktop.notify.notifier import FallbackNotifier
from c42desktop.tasks import Tasks
from tests.acting import CALL, ITEM, KEY, NOW, REMINDER, SUBJECT, Stage
from tests.desktop.dunst import NotificationDaemon, Shown
from tests.desktop.harness import Desktop
from tests.desktop.processes import eventually

pytestmark = pytest.mark.desktop

OPEN, JOIN, SNOOZE, DISMISS = (
    Action("open", "Open"),
    Action("join", "Join"),
    Action("snooze", "Snooze…"),
    Action("dismiss", "Dismiss"),
)
REMINDED = Notification(
    KEY, "Call with Vera in 10 minutes", "14:00 – 14:45", actions=(JOIN, SNOOZE, DISMISS), stays=True
)
INVITED = Notification(
    key_of(ITEM),
    "Budget 2027: Bram invites you",
    "Tomorrow 10:30 – 11:30 · Room 12",
    actions=(Action("accept", "Accept"), Action("maybe", "Maybe"), Action("decline", "Decline")),
)


class Scene:
    """A notifier on the bus of the desktop, and Acting behind it."""

    def __init__(self, desktop: Desktop, stage: Stage) -> None:
        self.dunst: NotificationDaemon = desktop.notifications
        self.stage = stage
        self.notifier = FallbackNotifier([FreedesktopNotifier("c42desktop", desktop.bus.address)])
        self.notifier.on_clicked = stage.acting.clicked
        self.notifier.on_action = stage.acting.pressed
        self.gone: asyncio.Queue[str] = asyncio.Queue()
        self.notifier.on_closed = self.gone.put_nowait
        self.tasks = Tasks()
        stage.on_withdraw = lambda key: self.tasks.spawn(self.notifier.withdraw(key))

    async def show(self, notification: Notification) -> Shown:
        await self.notifier.show(notification)
        return await self.dunst.shown(lambda each: each.title == notification.title)

    async def press(self, button: str) -> None:
        """The person chooses a button of what is on screen; returns once it is gone.

        dunst leaves it there, as the daemon is free to do: that it goes is our doing.
        """
        await self.on_screen(1)
        await asyncio.to_thread(self.dunst.press, button)
        await self.closed()

    async def closed(self) -> str:
        return await asyncio.wait_for(self.gone.get(), 5)

    async def on_screen(self, count: int) -> None:
        await asyncio.to_thread(self.dunst.wait_on_screen, count)


@pytest.fixture
async def scene(desktop: Desktop, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    await asyncio.to_thread(desktop.notifications.start)
    await asyncio.to_thread(desktop.notifications.clear)
    stage = Stage()
    monkeypatch.setattr(module, "open_link", stage.open_link)
    scene = Scene(desktop, stage)
    yield scene
    stage.acting.close()
    await scene.tasks.cancel()
    await scene.notifier.close()


async def test_the_words_and_the_buttons(scene: Scene) -> None:
    reminded, invited = await scene.show(REMINDED), await scene.show(INVITED)
    assert (reminded.title, reminded.body) == ("Call with Vera in 10 minutes", "14:00 – 14:45")
    # dunst keeps no order; tests/notify/test_freedesktop.py has that of the message.
    assert reminded.actions == {"join": "Join", "snooze": "Snooze…", "dismiss": "Dismiss", "default": "Open"}
    assert list(invited.actions.values()).count("Open") == 1


async def test_an_update_replaces_and_what_is_outdated_goes(scene: Scene) -> None:
    first = await scene.show(REMINDED)
    second = await scene.show(Notification(KEY, "Call with Vera in 5 minutes", actions=(SNOOZE,)))
    assert first.id == second.id
    await scene.on_screen(1)
    await scene.notifier.withdraw(KEY)
    await scene.on_screen(0)
    assert await scene.closed() == KEY
    assert scene.gone.empty()


async def test_dismiss_pressed_at_the_daemon_dismisses(scene: Scene) -> None:
    await scene.show(REMINDED)
    await scene.press("Dismiss")
    assert scene.stage.reminding.dismissed == [REMINDER]
    assert scene.stage.read == [SUBJECT]


async def test_join_pressed_at_the_daemon_joins(scene: Scene) -> None:
    await scene.show(REMINDED)
    await scene.press("Join")
    assert scene.stage.links == ["https://meet.google.com/abc-defg-hij"]


async def test_snooze_pressed_at_the_daemon_asks_until_when(scene: Scene) -> None:
    await scene.show(REMINDED)
    await scene.press("Snooze")
    [choices] = [each for each in QApplication.allWidgets() if each.objectName() == "snooze-choices"]
    assert isinstance(choices, QListWidget)
    QTest.keyClick(choices, Qt.Key.Key_Return)
    assert scene.stage.reminding.snoozed == [((REMINDER,), NOW + timedelta(minutes=5))]


@pytest.mark.parametrize(
    ("button", "answer"), [("Accept", "accepted"), ("Maybe", "tentative"), ("Decline", "declined")]
)
async def test_an_answer_pressed_at_the_daemon_is_given(scene: Scene, button: str, answer: str) -> None:
    scene.stage.subjects[INVITED.key] = Subject(ITEM, CALL)
    await scene.show(INVITED)
    await scene.press(button)
    assert scene.stage.answering.answers == [(ITEM, answer)]


async def test_a_click_opens_it(scene: Scene) -> None:
    """`dunstctl action`: the default action of what is on top."""
    await scene.show(REMINDED)
    await scene.on_screen(1)
    await asyncio.to_thread(scene.dunst.click)
    await scene.closed()
    assert scene.stage.window.opened == [ITEM]


async def test_at_the_end_nothing_is_left_whose_buttons_do_nothing(scene: Scene) -> None:
    await scene.show(REMINDED)
    await scene.show(INVITED)
    await scene.on_screen(2)
    await scene.notifier.close()
    await scene.on_screen(0)


TRAY_PROGRAM = """
import sys
from datetime import UTC, datetime
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from c42desktop.ui.tray import Tray

app = QApplication(sys.argv)
tray = Tray(lambda: [], lambda: datetime.now(UTC))
tray.show()
shown = False

def look():
    global shown
    shown = shown or tray.show_message("Call with Vera in 10 minutes", "14:00", lambda: app.exit(7))
    for widget in app.topLevelWidgets():
        if widget.metaObject().className() == "QBalloonTip" and widget.isVisible():
            timer.stop()
            print(*widget.geometry().center().toTuple(), flush=True)

timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(20_000, app.quit)
sys.exit(app.exec())
"""


def test_the_message_of_the_tray_is_seen_and_a_click_on_it_is_heard() -> None:
    with Desktop(notifications=False, keyring=False) as bare:
        program = bare.start([sys.executable, "-c", TRAY_PROGRAM])
        eventually(lambda: bare.log(program).endswith("\n"), "a message beside the tray icon")
        across, down = bare.log(program).split()
        bare.run(["xdotool", "mousemove", across, down, "click", "1"])
        assert program.wait(20) == 7
