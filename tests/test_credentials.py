"""Passwords: the keyring, the guarded file, and nothing else."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from pathlib import Path

import keyring
import keyring.backend
import pytest
from keyring.backends import fail

from c42desktop import credentials
from c42desktop.errors import UserError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own keyring and no such file")


class Memory(keyring.backend.KeyringBackend):
    """A backend that counts as safe and keeps passwords in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}
        self.threads: set[str] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self.threads.add(threading.current_thread().name)
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.passwords[service, username]


class Broken(Memory):
    """A backend whose library fails in its own way."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionResetError("D-Bus went away")


class Hanging(Memory):
    """A backend that waits for somebody who does not come."""

    released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(10)
        return None


@pytest.fixture
def memory() -> Memory:
    backend = Memory()
    keyring.set_keyring(backend)
    return backend


async def test_a_password_comes_back_and_can_be_forgotten(memory: Memory) -> None:
    assert await credentials.load("ann@example.org") is None
    await credentials.save("ann@example.org", "geheim")
    assert await credentials.load("ann@example.org") == "geheim"
    await credentials.forget("ann@example.org")
    await credentials.forget("ann@example.org")
    assert await credentials.load("ann@example.org") is None
    assert memory.threads == {"keyring"}


async def test_the_password_for_a_proxy_is_another_one(memory: Memory) -> None:
    await credentials.save("bob@web.example:3128", "geheim")
    assert await credentials.load_proxy("bob@web.example:3128") is None
    await credentials.save_proxy("bob@web.example:3128", "s3cret")
    assert await credentials.load_proxy("bob@web.example:3128") == "s3cret"
    await credentials.forget_proxy("bob@web.example:3128")
    assert await credentials.load_proxy("bob@web.example:3128") is None
    assert await credentials.load("bob@web.example:3128") == "geheim"


async def test_a_backend_that_does_not_encrypt_is_not_used() -> None:
    backend = Memory()
    type(backend).priority = 0.5  # type: ignore[assignment]
    try:
        keyring.set_keyring(backend)
        with pytest.raises(credentials.NoKeyringError, match="no keyring"):
            await credentials.save("ann@example.org", "geheim")
        assert backend.passwords == {}
    finally:
        type(backend).priority = 5  # type: ignore[assignment]


async def test_a_broken_keyring_is_one_sentence() -> None:
    keyring.set_keyring(Broken())
    with pytest.raises(credentials.NoKeyringError, match="locked or does not work"):
        await credentials.load("ann@example.org")


async def test_a_keyring_that_does_not_answer_blocks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(Hanging())
    monkeypatch.setattr(credentials, "TIME_LIMIT", 0.05)
    beats = 0
    task = asyncio.ensure_future(credentials.load("ann@example.org"))
    while not task.done():
        await asyncio.sleep(0.005)
        beats += 1
    Hanging.released.set()
    assert beats > 3
    with pytest.raises(credentials.NoKeyringError, match="does not answer"):
        await task


@posix_only
async def test_a_guarded_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "password"
    file.write_text("geheim \n")
    file.chmod(0o600)
    monkeypatch.setenv("C42DESKTOP_PASSWORD_FILE", str(file))
    assert await credentials.load("ann@example.org") == "geheim "


@posix_only
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
async def test_a_file_that_others_can_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    file = tmp_path / "password"
    file.write_text("geheim")
    file.chmod(mode)
    monkeypatch.setenv("C42DESKTOP_PASSWORD_FILE", str(file))
    with pytest.raises(UserError, match=f"Others can read .* chmod 600 {file}"):
        await credentials.load("ann@example.org")


@posix_only
async def test_a_file_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "password"
    file.write_text("geheim")
    file.chmod(0o600)
    monkeypatch.setenv("C42DESKTOP_PASSWORD_FILE", str(file))
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    with pytest.raises(UserError, match="Others can read"):
        await credentials.load("ann@example.org")


@posix_only
async def test_a_missing_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("C42DESKTOP_PASSWORD_FILE", str(tmp_path / "missing"))
    with pytest.raises(UserError, match="missing cannot be read: No such file"):
        await credentials.load("ann@example.org")


async def test_a_keyring_that_has_come_since_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(Memory):
        priority = 0.5  # type: ignore[assignment]

    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(keyring.backend.KeyringBackend, "get_viable_backends", classmethod(lambda _class: iter(())))
    keyring.set_keyring(fail.Keyring())
    with pytest.raises(credentials.MissingKeyringError, match="no keyring"):
        await credentials.load("ann@example.org")
    Late.priority = 9  # type: ignore[assignment]
    monkeypatch.setattr(keyring.backend.KeyringBackend, "get_viable_backends", classmethod(lambda _class: iter([Late])))
    await credentials.save("ann@example.org", "geheim")
    assert await credentials.load("ann@example.org") == "geheim"
    Late.priority = 0.5  # type: ignore[assignment]
    keyring.backend.get_all_keyring.reset()
