"""The real program ends unexpectedly, and says so at its next start."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from c42desktop.crashes import reports
from c42desktop.demo.prosody import Prosody
from c42desktop.profile import find_profile
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.processes import eventually
from tests.desktop.test_application import add_account, only_information

pytestmark = [pytest.mark.desktop, pytest.mark.server]


async def test_a_segmentation_fault_is_told_of_at_the_next_start_and_its_report_shown_by_keyboard(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        code, _err = await app.kill(signal.SIGSEGV)
        assert code == -signal.SIGSEGV

    async with Inspected(desktop, "--profile", str(profile)) as app:
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        (said,) = await app.until(["texts", "banner"], bool)
        assert said.startswith("c42desktop ended unexpectedly today at ")
        await app.tab_to("banner-report")
        await app.press("space")
        sentence, advice = await app.until(["texts", "crash-report-dialog"], bool)
        assert sentence == said
        assert "nothing was sent" in advice
        await app.tab_to("crash-delete")
        await app.press("space")
        eventually(lambda: not reports.all_in(reports.folder_of(find_profile(str(profile)))), "the report is gone")
        await app.press("ctrl+q")
        assert await app.ended() == (0, "")
    only_information(profile)
