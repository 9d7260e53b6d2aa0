"""desktop-notifier with its own base class, and a backend that fails in the ways the real ones do."""

from __future__ import annotations

import desktop_notifier.main
import pytest
from desktop_notifier.backends.base import DesktopNotifierBackend
from desktop_notifier.backends.dummy import DummyNotificationCenter
from desktop_notifier.common import Capability, Icon
from desktop_notifier.common import Notification as LibraryNotification

from c42desktop.notify.notification import Action, Notification, Urgency
from c42desktop.notify.notifier import NotifyError
from c42desktop.notify.windows_macos import LibraryNotifier

REVIEW = Notification(
    '["a", "b", "c", "' + "d" * 500 + '"]',
    "Design review moved",
    "Was 14:00, now 15:00",
    urgency=Urgency.CRITICAL,
    actions=(Action("open", "Open"),),
)


class Backend(DesktopNotifierBackend):
    """Remembers what is on screen, as the notification centre would."""

    def __init__(self, app_name: str, app_icon: Icon | None = None) -> None:
        super().__init__(app_name, app_icon)
        self.on_screen: dict[str, LibraryNotification] = {}
        self.failure: Exception | None = None
        self.allowed = True

    async def request_authorisation(self) -> bool:
        return self.allowed

    async def has_authorisation(self) -> bool:
        return self.allowed

    async def _send(self, notification: LibraryNotification) -> None:
        if self.failure:
            raise self.failure
        self.on_screen[notification.identifier] = notification

    async def _clear(self, identifier: str) -> None:
        del self.on_screen[identifier]

    async def _clear_all(self) -> None:
        self.on_screen.clear()

    async def _get_capabilities(self) -> frozenset[Capability]:
        return frozenset({Capability.TITLE})


@pytest.fixture
def backends(monkeypatch: pytest.MonkeyPatch) -> list[Backend]:
    """Every backend the library makes."""
    made: list[Backend] = []

    def make(app_name: str, app_icon: Icon | None) -> Backend:
        made.append(Backend(app_name, app_icon))
        return made[-1]

    monkeypatch.setattr(desktop_notifier.main, "get_backend_class", lambda: make)
    return made


async def test_shown_replaced_and_withdrawn(backends: list[Backend]) -> None:
    notifier = LibraryNotifier("c42desktop")
    await notifier.show(REVIEW)
    await notifier.show(Notification(REVIEW.key, "Design review cancelled"))
    [backend] = backends
    [(identifier, shown)] = backend.on_screen.items()
    assert shown.title == "Design review cancelled"
    assert len(identifier) <= 64
    await notifier.withdraw(REVIEW.key)
    await notifier.withdraw(REVIEW.key)
    assert backend.on_screen == {}
    await notifier.close()


async def test_texts_and_buttons_arrive(backends: list[Backend]) -> None:
    await LibraryNotifier("c42desktop").show(REVIEW)
    [shown] = backends[0].on_screen.values()
    assert (shown.title, shown.message) == (REVIEW.title, REVIEW.body)
    assert shown.urgency.value == "critical"
    assert [(each.identifier, each.title) for each in shown.buttons] == [("open", "Open")]


async def test_clicks_and_buttons_come_back(backends: list[Backend]) -> None:
    notifier = LibraryNotifier("c42desktop")
    heard: list[tuple[str, ...]] = []
    notifier.on_clicked = lambda key: heard.append((key,))
    notifier.on_action = lambda key, action_id: heard.append((key, action_id))
    await notifier.show(REVIEW)
    [(identifier, shown)] = backends[0].on_screen.items()
    backends[0].handle_clicked(identifier, shown)
    backends[0].handle_button(identifier, "open", shown)
    backends[0].handle_clicked("somebody else's", None)
    backends[0].handle_button("somebody else's", "open", None)
    assert heard == [(REVIEW.key,), (REVIEW.key, "open")]


@pytest.mark.expects_warnings
async def test_a_swallowed_failure_is_raised(backends: list[Backend]) -> None:
    notifier = LibraryNotifier("c42desktop")
    await notifier.show(REVIEW)
    backends[0].failure = OSError("E_FAIL")
    with pytest.raises(NotifyError):
        await notifier.show(REVIEW)


async def test_without_permission_is_an_error(backends: list[Backend]) -> None:
    notifier = LibraryNotifier("c42desktop")
    await notifier.show(REVIEW)
    backends[0].allowed = False
    with pytest.raises(NotifyError):
        await notifier.show(REVIEW)


async def test_a_failure_to_withdraw_is_harmless(backends: list[Backend]) -> None:
    notifier = LibraryNotifier("c42desktop")
    await notifier.show(REVIEW)
    backends[0].on_screen.clear()
    await notifier.withdraw(REVIEW.key)


async def test_the_stand_in_for_unsupported_systems_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_notifier.main, "get_backend_class", lambda: DummyNotificationCenter)
    with pytest.raises(NotifyError, match="shows no notifications"):
        await LibraryNotifier("c42desktop").show(REVIEW)


async def test_a_library_that_cannot_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(app_name: str, app_icon: Icon | None) -> Backend:
        raise RuntimeError("Could not get ToastNotificationManagerForUser")

    monkeypatch.setattr(desktop_notifier.main, "get_backend_class", lambda: broken)
    with pytest.raises(NotifyError, match="ToastNotificationManager"):
        await LibraryNotifier("c42desktop").show(REVIEW)
