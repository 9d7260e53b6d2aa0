"""What is offered is newer, for this system, and runs on it."""

from __future__ import annotations

import pytest

from c42desktop.updates.feed import parts, read
from c42desktop.updates.system import here, page_for
from tests.updates.signing import PAGE, feed

FOUND = read(feed())


@pytest.mark.parametrize(
    ("own", "name", "system", "page"),
    [
        ("0.1.0", "linux", "2.36", PAGE),
        ("0.1.0", "linux", "2.28", PAGE),
        ("0.1.0", "linux", "2.27", ""),
        ("0.1.0", "linux", "", PAGE),  # another C library: people know what runs
        ("0.1.0", "macos", "14.1", ""),
        ("0.1.0", "", "", ""),
        ("0.2.0", "linux", "2.36", ""),
        ("0.2.0.dev1", "linux", "2.36", ""),
        ("0.10.0", "linux", "2.36", ""),
    ],
)
def test_only_what_is_newer_and_runs_here_is_offered(own: str, name: str, system: str, page: str) -> None:
    assert page_for(FOUND, own, name, parts(system)) == page


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", ("linux", (2, 36))),
        ("win32", ("windows", (10, 0, 19045))),
        ("darwin", ("macos", (14, 1))),
        ("freebsd14", ("", ())),
    ],
)
def test_the_system_is_known_by_its_own_numbers(
    monkeypatch: pytest.MonkeyPatch, platform: str, expected: tuple[str, tuple[int, ...]]
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("platform.libc_ver", lambda: ("glibc", "2.36"))
    monkeypatch.setattr("platform.version", lambda: "10.0.19045")
    monkeypatch.setattr("platform.mac_ver", lambda: ("14.1", ("", "", ""), "arm64"))
    assert here() == expected
