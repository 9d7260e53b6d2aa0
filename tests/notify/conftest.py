"""A bus with a real notification daemon, and a notifier on it."""

from collections.abc import AsyncIterator, Iterator

import pytest

from c42desktop.notify.freedesktop import FreedesktopNotifier
from tests.desktop.harness import Desktop


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A screen, a bus and dunst."""
    with Desktop(tray=None, keyring=False) as desktop:
        yield desktop


@pytest.fixture
def daemon_stopped(desktop: Desktop) -> Iterator[None]:
    """No notification daemon at first; there is one again for the next test."""
    desktop.notifications.stop()
    yield
    desktop.notifications.start()


@pytest.fixture
async def notifier(desktop: Desktop) -> AsyncIterator[FreedesktopNotifier]:
    """The notifier under test, on an empty screen."""
    desktop.notifications.start()
    desktop.notifications.clear()
    notifier = FreedesktopNotifier("c42desktop", desktop.bus.address)
    yield notifier
    await notifier.close()
