"""Notifications on a real session bus: with dunst, and with a daemon that has other habits."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from c42desktop import assets
from c42desktop.notify.freedesktop import FreedesktopNotifier
from c42desktop.notify.notification import Action, Notification, Urgency
from c42desktop.notify.notifier import NotifyError
from tests.desktop.dunst import NotificationDaemon, Shown
from tests.desktop.harness import Desktop
from tests.notify.fake_daemon import fake_daemon

pytestmark = pytest.mark.desktop

REVIEW = Notification(
    key="review",
    title="Design review moved",
    body="Was 14:00, now 15:00 · Product team",
    actions=(Action("open", "Open"), Action("accept", "Accept")),
)


@pytest.fixture
def dunst(desktop: Desktop) -> NotificationDaemon:
    return desktop.notifications


async def shown_now(dunst: NotificationDaemon, title: str) -> Shown:
    return await dunst.shown(lambda each: each.title == title)


async def on_screen(dunst: NotificationDaemon, count: int) -> None:
    await asyncio.to_thread(dunst.wait_on_screen, count)


async def test_words_and_hints_arrive(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    await notifier.show(REVIEW)
    shown = await shown_now(dunst, REVIEW.title)
    assert shown.body == REVIEW.body
    assert shown.app == shown.desktop_entry == "c42desktop"
    assert shown.category == "x-c42desktop.calendar.change"
    assert shown.urgency == "normal"
    # dunst lists the default action too: the same thing is not offered twice.
    assert shown.actions == {"default": "Open", "accept": "Accept"}


@pytest.mark.parametrize("urgency", Urgency)
async def test_urgency_arrives(notifier: FreedesktopNotifier, dunst: NotificationDaemon, urgency: Urgency) -> None:
    await notifier.show(Notification("k", f"As {urgency}", urgency=urgency))
    assert (await shown_now(dunst, f"As {urgency}")).urgency == urgency


async def test_the_same_key_replaces(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    await notifier.show(REVIEW)
    await notifier.show(Notification("other", "Lunch added"))
    await notifier.show(Notification(REVIEW.key, "Design review cancelled"))
    before, after = await shown_now(dunst, REVIEW.title), await shown_now(dunst, "Design review cancelled")
    assert before.id == after.id
    await on_screen(dunst, 2)


async def test_two_shows_at_once_make_one_popup(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    updates = [Notification(REVIEW.key, f"Update {number}") for number in range(3)]
    await asyncio.gather(*map(notifier.show, updates))
    assert len({(await shown_now(dunst, update.title)).id for update in updates}) == 1
    await on_screen(dunst, 1)


async def test_withdrawn(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    await notifier.show(REVIEW)
    await on_screen(dunst, 1)
    await notifier.withdraw(REVIEW.key)
    await on_screen(dunst, 0)
    await notifier.withdraw(REVIEW.key)
    await notifier.withdraw("never shown")


async def test_c_sec_11_markup_is_shown_as_text(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    await notifier.show(Notification("k", "<b>R&D</b>", "<b>bold</b> & <img src='x'>"))
    shown = await shown_now(dunst, "<b>R&D</b>")
    assert shown.body == "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src='x'&gt;"


async def test_a_click_comes_back_with_its_key(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    clicked: asyncio.Queue[str] = asyncio.Queue()
    notifier.on_clicked = clicked.put_nowait
    await notifier.show(REVIEW)
    await on_screen(dunst, 1)
    dunst.click()
    assert await asyncio.wait_for(clicked.get(), 5) == REVIEW.key


async def test_a_click_that_comes_with_the_answer_counts(
    notifier: FreedesktopNotifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are read at once where the loop was busy meanwhile."""
    from dbus_fast import Message

    click = Message.new_signal("/", "org.freedesktop.Notifications", "ActionInvoked", "us", [7, "default"])
    clicked: asyncio.Queue[str] = asyncio.Queue()
    notifier.on_clicked = clicked.put_nowait
    await notifier.service()

    async def answer(*_call: object) -> list[object]:
        came: asyncio.Future[list[object]] = asyncio.get_running_loop().create_future()

        def read() -> None:
            came.set_result([7])
            notifier._on_message(click)

        asyncio.get_running_loop().call_soon(read)
        return await came

    monkeypatch.setattr(notifier, "_call", answer)
    await notifier.show(REVIEW)
    assert await asyncio.wait_for(clicked.get(), 5) == REVIEW.key


async def test_a_button_comes_back_with_its_id(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    pressed: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    notifier.on_action = lambda key, action_id: pressed.put_nowait((key, action_id))
    await notifier.show(REVIEW)
    await on_screen(dunst, 1)
    dunst.press("Accept")
    assert await asyncio.wait_for(pressed.get(), 5) == (REVIEW.key, "accept")


async def test_whatever_takes_it_off_the_screen_is_told(
    notifier: FreedesktopNotifier, dunst: NotificationDaemon
) -> None:
    gone: asyncio.Queue[str] = asyncio.Queue()
    notifier.on_closed = gone.put_nowait
    await notifier.show(REVIEW)
    dunst.close((await shown_now(dunst, REVIEW.title)).id)
    assert await asyncio.wait_for(gone.get(), 5) == REVIEW.key
    await notifier.show(REVIEW)
    await notifier.withdraw(REVIEW.key)
    assert gone.get_nowait() == REVIEW.key
    await notifier.show(REVIEW)
    await asyncio.to_thread(dunst.stop)
    assert await asyncio.wait_for(gone.get(), 5) == REVIEW.key
    assert gone.empty()


async def test_after_it_was_closed_the_key_gets_a_new_popup(
    notifier: FreedesktopNotifier, dunst: NotificationDaemon
) -> None:
    await notifier.show(REVIEW)
    first = await shown_now(dunst, REVIEW.title)
    dunst.close(first.id)
    await on_screen(dunst, 0)
    await notifier.show(Notification(REVIEW.key, "Back"))
    await on_screen(dunst, 1)


async def test_no_daemon_is_an_error_until_there_is_one(
    notifier: FreedesktopNotifier, dunst: NotificationDaemon
) -> None:
    dunst.stop()
    for _ in range(2):
        with pytest.raises(NotifyError):
            await notifier.show(REVIEW)
    await notifier.withdraw(REVIEW.key)
    await asyncio.to_thread(dunst.start)
    await notifier.show(REVIEW)
    await on_screen(dunst, 1)


async def test_a_restarted_daemon_is_used_as_if_new(notifier: FreedesktopNotifier, dunst: NotificationDaemon) -> None:
    await notifier.show(REVIEW)
    await asyncio.to_thread(dunst.stop)
    await asyncio.to_thread(dunst.start)
    await notifier.show(Notification("other", "First after the restart"))
    await notifier.show(REVIEW)
    await on_screen(dunst, 2)


async def test_no_bus_is_an_error(tmp_path: Path) -> None:
    notifier = FreedesktopNotifier("c42desktop", f"unix:path={tmp_path / 'nothing'}")
    with pytest.raises(NotifyError):
        await notifier.show(REVIEW)
    await notifier.close()


async def test_no_address_of_a_bus_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    notifier = FreedesktopNotifier("c42desktop")
    with pytest.raises(NotifyError):
        await notifier.show(REVIEW)
    await notifier.close()


async def test_a_lost_bus_is_connected_again() -> None:
    # A bus of its own, because it dies.
    with Desktop(tray=None, keyring=False) as desktop:
        notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
        await notifier.show(REVIEW)
        # In a thread: the loop has to see the connection end.
        await asyncio.to_thread(desktop.notifications.stop)
        await asyncio.to_thread(desktop.restart_bus)
        with pytest.raises(NotifyError):
            await notifier.show(REVIEW)
        await asyncio.to_thread(desktop.notifications.start)
        await notifier.show(REVIEW)
        await on_screen(desktop.notifications, 1)
        await asyncio.to_thread(desktop.restart_bus)
        await notifier.close()


async def test_closed_means_closed(desktop: Desktop, dunst: NotificationDaemon) -> None:
    notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
    await notifier.show(REVIEW)
    await notifier.close()
    await notifier.close()
    await notifier.withdraw(REVIEW.key)
    with pytest.raises(NotifyError):
        await notifier.show(REVIEW)


async def test_an_icon_is_sent_as_uri(
    notifier: FreedesktopNotifier, dunst: NotificationDaemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "c42 desktop.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle r="8"/></svg>')
    monkeypatch.setattr(assets, "path", lambda name: picture)
    await notifier.show(REVIEW)
    assert (await shown_now(dunst, REVIEW.title)).icon == picture.as_uri()


async def test_without_icon_it_is_shown_all_the_same(
    notifier: FreedesktopNotifier, dunst: NotificationDaemon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "path", lambda name: tmp_path / name)
    await notifier.show(REVIEW)
    await shown_now(dunst, REVIEW.title)


@pytest.mark.usefixtures("daemon_stopped")
class TestOtherDaemons:
    """What dunst never does."""

    async def test_a_plain_daemon_gets_the_body_as_it_is_and_no_actions(self, desktop: Desktop) -> None:
        async with fake_daemon(desktop.bus.address, "body") as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            await notifier.show(Notification("k", "R&D", "a < b & c", actions=(Action("open", "Open"),)))
            await notifier.close()
        [[app, replaces, _, title, body, actions, hints, timeout]] = daemon.calls
        assert (app, replaces, title, body, actions) == ("c42desktop", 0, "R&D", "a < b & c", [])
        assert hints["desktop-entry"].value == "c42desktop"
        assert (hints["urgency"].signature, hints["urgency"].value) == ("y", 1)
        assert timeout == -1

    async def test_the_next_daemon_is_another_one(self, desktop: Desktop) -> None:
        notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
        async with fake_daemon(desktop.bus.address, "body-markup") as first:
            await notifier.show(Notification("a", "A", "&"))
        async with fake_daemon(desktop.bus.address) as second:
            await notifier.show(Notification("b", "B", "&"))
            await notifier.show(Notification("a", "A", "&"))
            await notifier.show(Notification("b", "B", "&"))
        await notifier.close()
        assert [(call[1], call[4]) for call in first.calls] == [(0, "&amp;")]
        # Its numbers start anew: the old one of "a" is that of "b" now.
        assert [(call[1], call[4]) for call in second.calls] == [(0, "&"), (0, "&"), (1, "&")]

    async def test_its_refusal_is_raised_with_its_name_and_without_words_that_may_quote_it(
        self, desktop: Desktop
    ) -> None:
        async with fake_daemon(desktop.bus.address) as daemon:
            daemon.error = f"No room for {REVIEW.title}"
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            with pytest.raises(NotifyError, match=r"LimitsExceeded$"):
                await notifier.show(REVIEW)
            await notifier.close()

    async def test_a_daemon_that_hangs_is_an_error_soon(self, desktop: Desktop) -> None:
        async with fake_daemon(desktop.bus.address) as daemon:
            daemon.hangs = True
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address, patience=0.5)
            with pytest.raises(NotifyError, match="does not answer"):
                await notifier.show(REVIEW)
            daemon.hangs = False
            await notifier.show(REVIEW)
            await notifier.close()

    async def test_signals_about_other_programs_are_not_ours(
        self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
        clicked: asyncio.Queue[str] = asyncio.Queue()
        async with fake_daemon(desktop.bus.address) as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            notifier.on_clicked = clicked.put_nowait
            await notifier.show(REVIEW)
            daemon.emit("ActivationToken", "us", 77, "theirs")
            daemon.emit("ActionInvoked", "us", 77, "default")
            daemon.emit("NotificationClosed", "uu", 77, 2)
            daemon.emit("ActionInvoked", "ss", "1", "default")
            daemon.emit("ActivationToken", "us", 1, "ours")
            daemon.emit("ActionInvoked", "us", 1, "default")
            assert await asyncio.wait_for(clicked.get(), 5) == REVIEW.key
            assert clicked.empty()
            assert os.environ["XDG_ACTIVATION_TOKEN"] == "ours"
            await notifier.close()

    async def test_what_stays_says_so_as_the_daemon_understands_it(self, desktop: Desktop) -> None:
        said: dict[str, tuple[int, int, bool]] = {}
        for name in ("Fake daemon", "gnome-shell", "cinnamon"):
            async with fake_daemon(desktop.bus.address, name=name) as daemon:
                notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
                await notifier.show(Notification("k", "Call with Vera in 10 minutes", stays=True))
                await notifier.close()
            [[*_, hints, timeout]] = daemon.calls
            said[name] = (timeout, hints["urgency"].value, "resident" in hints)
        assert said == {
            "Fake daemon": (0, 1, False),
            "gnome-shell": (0, 2, False),
            "cinnamon": (0, 1, True),
        }

    async def test_the_buttons_come_in_order_and_the_click_last(self, desktop: Desktop) -> None:
        actions = (Action("join", "Join"), Action("snooze", "Snooze…"), Action("dismiss", "Dismiss"))
        async with fake_daemon(desktop.bus.address, "actions") as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            await notifier.show(Notification("k", "Call with Vera in 10 minutes", actions=actions))
            await notifier.close()
        flat = ["join", "Join", "snooze", "Snooze…", "dismiss", "Dismiss", "default", "Open"]
        assert daemon.calls[0][5] == flat

    async def test_where_an_update_keeps_the_old_buttons_it_is_shown_anew(self, desktop: Desktop) -> None:
        gone: list[str] = []
        async with fake_daemon(desktop.bus.address, "actions", name="lxqt-notificationd") as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            notifier.on_closed = gone.append
            await notifier.show(REVIEW)
            await notifier.show(Notification(REVIEW.key, "Cancelled: Design review"))
            assert ([call[1] for call in daemon.calls], daemon.closed, gone) == ([0, 0], [1], [])
            await notifier.close()

    async def test_a_repetition_that_is_refused_is_on_screen_already(self, desktop: Desktop) -> None:
        async with fake_daemon(desktop.bus.address) as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            await notifier.show(REVIEW)
            daemon.error = "Created too many similar notifications in quick succession"
            daemon.error_name = "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"
            await notifier.show(REVIEW)
            with pytest.raises(NotifyError):
                await notifier.show(Notification("other", REVIEW.title))
            await notifier.close()

    async def test_nothing_stays_whose_buttons_nobody_hears(self, desktop: Desktop) -> None:
        async with fake_daemon(desktop.bus.address) as daemon:
            notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
            await notifier.show(Notification("a", "A"))
            await notifier.show(Notification("b", "B"))
            await notifier.close()
        assert daemon.closed == [1, 2]


QT_PROGRAM = """
import asyncio, sys
from PySide6.QtWidgets import QApplication
import qasync
from c42desktop.notify.notification import Notification
from c42desktop.notify.native import native_notifier

async def main():
    clicked = asyncio.get_running_loop().create_future()
    notifier = native_notifier()
    notifier.on_clicked = clicked.set_result
    await notifier.show(Notification("k", "From Qt"))
    print(await asyncio.wait_for(clicked, 20))
    await notifier.close()

app = QApplication(sys.argv)
with qasync.QEventLoop(app) as loop:
    loop.run_until_complete(main())
"""


async def test_in_the_event_loop_of_qt(desktop: Desktop, dunst: NotificationDaemon) -> None:
    await asyncio.to_thread(dunst.close_all)  # what the tests before have left would be clicked instead
    # A program of its own with every warning on: whatever is left open is printed at its end.
    argv = [sys.executable, "-W", "always", "-c", QT_PROGRAM]
    program = desktop.start(argv, env={"QT_API": "pyside6"})
    await dunst.shown(lambda each: each.title == "From Qt", timeout=20)
    dunst.wait_on_screen(1)
    dunst.click()
    assert await asyncio.to_thread(program.wait, 20) == 0
    assert desktop.log(program) == "k\n"
