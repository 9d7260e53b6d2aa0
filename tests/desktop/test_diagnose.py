"""Help › Diagnose in the real program: real keyring, tray and notification service, and a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, Prosody
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import add_account, only_information

pytestmark = [pytest.mark.desktop, pytest.mark.server]


async def test_all_that_a_desktop_needs_is_found_beside_the_account_that_is_online(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        await app.press("F1")
        texts = await app.until(["texts", "diagnose-dialog"], lambda texts: "Checking…" not in texts and texts[0])
        assert texts[0] == "No problems. 1 warning: Certificate."  # it is valid for two days
        assert "The desktop has a tray." in texts
        assert "dunst shows notifications, and clicks on them work." in texts
        assert any("keeps passwords and gives them back" in text for text in texts)
        assert f"ann@{DOMAIN} signed in, over TCP." in texts
        await app.press("Escape")
        assert "Online" in await app.ask("texts", "account")
        await app.press("ctrl+q")
        assert await app.ended() == (0, "")
    only_information(profile)
