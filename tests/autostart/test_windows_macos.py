"""The switches of Windows and macOS, against the parts of their systems that matter here."""

from __future__ import annotations

import plistlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from c42desktop.autostart.macos import LaunchAgent
from c42desktop.autostart.windows import APPROVED, NAME, RUN, RunKey
from c42desktop.errors import UserError

PROGRAM = r"C:\Program Files\c42desktop\c42desktop.exe"


class Registry:
    """As winreg: keys that are there or not, each with its values."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "the person's", 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Any]] = {RUN: {}}
        self.refusal: OSError | None = None

    @contextmanager
    def OpenKey(self, root: str, path: str, *_access: int) -> Iterator[dict[str, Any]]:  # noqa: N802
        assert root == self.HKEY_CURRENT_USER
        if self.refusal is not None:
            raise self.refusal
        if path not in self.keys:
            raise FileNotFoundError(path)
        yield self.keys[path]

    @contextmanager
    def CreateKey(self, root: str, path: str) -> Iterator[dict[str, Any]]:  # noqa: N802
        self.keys.setdefault(path, {})
        with self.OpenKey(root, path) as key:
            yield key

    @staticmethod
    def QueryValueEx(key: dict[str, Any], name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 1

    @staticmethod
    def SetValueEx(key: dict[str, Any], name: str, _reserved: int, _kind: int, value: str) -> None:  # noqa: N802
        key[name] = value

    @staticmethod
    def DeleteValue(key: dict[str, Any], name: str) -> None:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(name)
        del key[name]


def test_windows_starts_it_without_its_window() -> None:
    registry = Registry()
    switch = RunKey([PROGRAM], registry)
    assert not switch.is_on()
    switch.switch(True)
    assert registry.keys[RUN] == {NAME: f'"{PROGRAM}" --hidden'} and switch.is_on()
    switch.switch(False)
    assert registry.keys[RUN] == {} and not switch.is_on()
    switch.switch(False)


def test_what_was_switched_off_in_the_task_manager_is_off_and_can_be_switched_on_again() -> None:
    registry = Registry()
    switch = RunKey([PROGRAM], registry)
    switch.switch(True)
    registry.keys[APPROVED] = {NAME: b"\x02" + bytes(11)}
    assert switch.is_on()
    registry.keys[APPROVED] = {NAME: b"\x03" + bytes(11)}
    assert not switch.is_on()
    switch.switch(True)
    assert switch.is_on() and registry.keys[APPROVED] == {}


def test_a_registry_that_may_not_be_changed_is_one_sentence() -> None:
    registry = Registry()
    registry.refusal = PermissionError(13, "Access is denied")
    with pytest.raises(UserError, match=r"cannot be read or changed in .*Run: Access is denied"):
        RunKey([PROGRAM], registry).switch(True)


def test_macos_starts_it_without_its_window(tmp_path: Path) -> None:
    switch = LaunchAgent(tmp_path / "LaunchAgents", [sys.executable])
    assert not switch.is_on()
    switch.switch(True)
    file = tmp_path / "LaunchAgents/org.calendar42.desktop.plist"
    agent = plistlib.loads(file.read_bytes())
    assert agent["ProgramArguments"] == [sys.executable, "--hidden"] and agent["Label"] == file.stem
    assert switch.is_on()
    file.write_bytes(plistlib.dumps({**agent, "Disabled": True}))
    assert not switch.is_on()
    switch.switch(False)
    assert not file.exists() and not switch.is_on()


@pytest.mark.parametrize("text", [b"", b"<plist", b"bplist00", plistlib.dumps(["a"]), plistlib.dumps({"RunAtLoad": 1})])
def test_what_is_no_agent_starts_nothing(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "org.calendar42.desktop.plist").write_bytes(text)
    assert not LaunchAgent(tmp_path, [sys.executable]).is_on()


def test_an_agent_whose_program_is_gone_starts_nothing(tmp_path: Path) -> None:
    switch = LaunchAgent(tmp_path, [str(tmp_path / "gone")])
    switch.switch(True)
    assert not switch.is_on()
