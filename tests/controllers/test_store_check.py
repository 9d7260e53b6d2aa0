"""The check at the start, while somebody else meets the same damage."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from c42desktop import app
from c42desktop.app import Application
from c42desktop.store.store import Store


async def test_a_store_that_was_replaced_during_the_check_is_not_replaced_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(tmp_path / "calendars.sqlite")) as store:
        application = cast(Application, SimpleNamespace(store=store))  # the check needs nothing else of it
        replaced = threading.Event()

        def is_sound(_path: Path) -> bool:
            assert replaced.wait(5)
            return False

        monkeypatch.setattr(app, "is_sound", is_sound)
        checking = asyncio.ensure_future(Application._check_store(application))
        await asyncio.sleep(0)
        store.replace()
        replaced.set()
        await checking
        assert store.generation == 1
