"""What the start of the tray application loads, and what waits until somebody asks for it."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

LATER = {
    "an HTTP library": "aiohttp",
    "the checks of Diagnose": "c42desktop.doctor.report",
    "the dialog of an event": "c42desktop.ui.event_editor",
    "its files": "c42desktop.ui.attachments_field",
    "the question how much of a series is meant": "c42desktop.ui.span_question",
    "the new event in one line": "c42desktop.ui.quick_add",
    "what reads that line": "c42desktop.calendar.quick_add",
    "the question what is to hold": "c42desktop.ui.conflict_dialog",
    "the source of an event": "c42desktop.ui.source_dialog",
    "the dialog of who sees a calendar": "c42desktop.ui.share",
    "the settings of a calendar": "c42desktop.ui.calendar_form",
    "its other name": "c42desktop.ui.rename_dialog",
    "its end": "c42desktop.ui.delete_calendar",
    "the preferences": "c42desktop.ui.preferences",
    "their pages": "c42desktop.ui.preference_pages",
    "the window of a start that fails": "c42desktop.ui.start_failure",
    "the list of keys": "c42desktop.ui.shortcuts_dialog",
}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that the application has brought, before its window is built."""
    code = "import json, sys, c42desktop.app; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("module", LATER.values(), ids=list(LATER))
def test_what_is_rarely_needed_is_not_loaded_at_the_start(loaded: set[str], module: str) -> None:
    assert find_spec(module) is not None
    assert module not in loaded
