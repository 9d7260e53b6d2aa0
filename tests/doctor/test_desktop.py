"""What the desktop gives, on a private one and where there is none."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from c42desktop import credentials
from c42desktop.doctor import desktop as checks
from c42desktop.doctor.finding import Outcome
from tests.desktop.harness import Desktop
from tests.notify.fake_daemon import fake_daemon


class Keyring(KeyringBackend):
    """A keyring that keeps what it is given, or forgets it."""

    priority = 5
    name = "Test keyring"

    def __init__(self, *, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.names: set[tuple[str, str]] = set()
        self._forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        return None if self._forgets else self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.names.add((service, username))
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Makes a keyring the system's."""

    def take(backend: Keyring) -> Keyring:
        monkeypatch.setattr(keyring.core, "get_keyring", lambda: backend)
        return backend

    yield take


async def test_a_keyring_that_works_passes_and_keeps_nothing_of_it(use: object) -> None:
    backend = use(Keyring())  # type: ignore[operator]
    backend.kept[credentials.SERVICE, "ann@example.org"] = "geheim"

    found = await checks.passwords()

    assert found.outcome is Outcome.PASS
    assert "Test keyring" in found.text
    assert list(backend.kept) == [(credentials.SERVICE, "ann@example.org")]
    assert backend.names == {(credentials.PROBE, credentials.PROBE)}  # a name of its own


async def test_a_keyring_that_forgets_warns(use: object) -> None:
    use(Keyring(forgets=True))  # type: ignore[operator]
    found = await checks.passwords()
    assert found.outcome is Outcome.WARNING
    assert "does not give back" in found.text


async def test_no_keyring_warns_with_what_to_install(use: object) -> None:
    use(fail.Keyring())  # type: ignore[operator]
    found = await checks.passwords()
    assert found.outcome is Outcome.WARNING
    assert "no keyring" in found.text
    assert credentials.FILE_VARIABLE in found.advice


async def test_a_password_file_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "password"
    file.touch(mode=0o600)
    file.write_text("geheim\n")
    monkeypatch.setenv(credentials.FILE_VARIABLE, str(file))
    found = await checks.passwords()
    assert found.outcome is Outcome.PASS
    assert "geheim" not in repr(found)
    file.chmod(0o644)
    assert (await checks.passwords()).outcome is Outcome.WARNING


@pytest.mark.desktop
async def test_the_notification_service_is_named_and_missed() -> None:
    with Desktop(tray=None, keyring=False) as desktop:
        found = await checks.notifications(desktop.bus.address)
        assert found.outcome is Outcome.PASS
        assert "dunst" in found.text
        desktop.notifications.stop()
        missed = await checks.notifications(desktop.bus.address)
        async with fake_daemon(desktop.bus.address, "body"):
            mute = await checks.notifications(desktop.bus.address)
    assert missed.outcome is Outcome.WARNING
    assert "Start a notification service" in missed.advice
    assert mute.outcome is Outcome.WARNING
    assert "cannot be clicked" in mute.text


async def test_no_bus_warns(tmp_path: Path) -> None:
    found = await asyncio.wait_for(checks.notifications(f"unix:path={tmp_path}/none"), 10)
    assert found.outcome is Outcome.WARNING


def test_without_a_screen_there_is_no_window_and_the_tray_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "has_screen", lambda: False)
    assert checks.screen().outcome is Outcome.WARNING
    assert checks.tray_unseen().text == "Not checked: there is no screen."
    monkeypatch.setattr(checks, "has_screen", lambda: True)
    assert checks.screen().outcome is Outcome.PASS
    assert "Help › Diagnose" in checks.tray_unseen().text


def test_a_tray_passes_and_none_warns() -> None:
    assert checks.tray_seen(available=True).outcome is Outcome.PASS
    assert checks.tray_seen(available=False).outcome is Outcome.WARNING
