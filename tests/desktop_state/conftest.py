"""A desktop with a bus of its own, and nobody on it but who the test puts there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.harness import Desktop


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A screen, a window manager and a bus."""
    with Desktop(tray=None, notifications=False, keyring=False) as desktop:
        yield desktop
