"""The notifier of the system, without a price at the start."""

import subprocess
import sys

import pytest

from c42desktop.notify import native


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("win32", "LibraryNotifier"), ("darwin", "LibraryNotifier"), ("linux", "FreedesktopNotifier")],
)
def test_each_system_has_its_notifier(monkeypatch: pytest.MonkeyPatch, platform: str, kind: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert type(native.native_notifier()).__name__ == kind


def test_importing_it_costs_nothing() -> None:
    program = """if True:
        import sys, c42desktop.notify.native as native, c42desktop.notify.policy
        native.native_notifier()
        print(sorted({"dbus_fast", "desktop_notifier", "PySide6"} & set(sys.modules)))
    """
    argv = [sys.executable, "-c", program]
    assert subprocess.run(argv, capture_output=True, text=True, check=True).stdout == "[]\n"
