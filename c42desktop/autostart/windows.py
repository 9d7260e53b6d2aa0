"""The Run key of the person's registry: Windows starts what it names when the person signs in.

Task Manager and the settings of Windows switch such an entry off in another key, in bytes that begin with an odd one.
"""

from __future__ import annotations

import importlib
import subprocess
from collections.abc import Sequence
from typing import Any

from c42desktop.autostart.switch import Autostart, in_sentences

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "c42desktop"


class RunKey(Autostart):
    """`registry` is the module winreg, or what stands for it in a test."""

    def __init__(self, command: Sequence[str], registry: Any = None) -> None:
        self._command = tuple(command)
        self._registry: Any = registry or importlib.import_module("winreg")

    def is_on(self) -> bool:
        """An entry that is there and was not switched off elsewhere."""
        with in_sentences(RUN):
            approved = self._value(APPROVED)
            switched_off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
            return bool(self._value(RUN)) and not switched_off

    def switch(self, on: bool) -> None:
        """Write the entry, or take it away; what was said elsewhere about it before counts no more."""
        with in_sentences(RUN):
            if on:
                line = subprocess.list2cmdline([*self._command, "--hidden"])
                with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, RUN) as key:
                    self._registry.SetValueEx(key, NAME, 0, self._registry.REG_SZ, line)
            else:
                self._forget(RUN)
            self._forget(APPROVED)

    def _value(self, path: str) -> object:
        """None where there is no such key or value."""
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                found: object = self._registry.QueryValueEx(key, NAME)[0]
                return found
        except FileNotFoundError:
            return None

    def _forget(self, path: str) -> None:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path, 0, self._registry.KEY_SET_VALUE) as key:
                self._registry.DeleteValue(key, NAME)
        except FileNotFoundError:
            return
