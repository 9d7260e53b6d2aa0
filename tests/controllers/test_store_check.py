"""The check at the start, while somebody else meets the same damage."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from c42desktop import app
from c42desktop.app import Application
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.store.store import Store


async def test_a_store_that_was_replaced_during_the_check_is_not_replaced_again(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = find_profile(str(tmp_path))
    with closing(Store(profile.store)) as store:
        application = Application(profile, store, notifier=RecordingNotifier())
        replaced = threading.Event()

        def is_sound(_path: Path) -> bool:
            assert replaced.wait(5)
            return False

        monkeypatch.setattr(app, "is_sound", is_sound)
        checking = application.tasks.spawn(application._check_store())
        await asyncio.sleep(0)
        store.replace()
        replaced.set()
        await checking
        assert store.generation == 1
        application.agenda.close()
