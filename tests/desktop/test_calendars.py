"""A calendar from its first letter to its end, by its owner's hand: made, shared, deleted."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.store.store import Store
from tests.conftest import PASSWORDS
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import ARTEFACTS, only_information
from tests.people import calendar, signed_in
from tests.readers import payload, reading

pytestmark = [pytest.mark.desktop, pytest.mark.server]

ANN, BRAM = f"ann@{DOMAIN}", f"bram@{DOMAIN}"


async def add_bram(desktop: Desktop, server: Prosody, profile: Path) -> None:
    command = [sys.executable, "-m", "c42desktop", "--profile", str(profile), "account", "add", BRAM]
    options = ["--host", "127.0.0.1", "--port", str(server.ports.starttls), "--ca-file", str(server.ca_file)]
    process = await asyncio.create_subprocess_exec(
        *command, *options, "--password-stdin", stdin=subprocess.PIPE, env=desktop.env
    )
    await process.communicate(PASSWORDS["bram"].encode() + b"\n")
    assert process.returncode == 0


async def made(profile: Path) -> str:
    """The name of the node that the program has chosen, once it is there."""
    async with asyncio.timeout(20):
        while True:
            store = Store(profile / "calendars.sqlite", read_only=True)
            found = [each.ref.node for each in store.calendars() if each.title == "Garden"]
            store.close()
            if found:
                return found[0]
            await asyncio.sleep(0.05)


async def menu_of(app: Inspected, node: str, *keys: str) -> None:
    """Right-click on a calendar, and choose in its menu."""
    x, y = map(str, await app.until(["where", f"calendar-{node}"], bool))
    await app.tool("mousemove", "--sync", x, y, "click", "3")
    await app.press(*keys, "Return")


def keep(desktop: Desktop, name: str) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    desktop.screenshot(ARTEFACTS / f"{name}.png")


async def test_a_calendar_is_made_shared_and_deleted_by_hand(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    await add_bram(desktop, own_prosody, profile)
    async with (
        reading(own_prosody, tmp_path / "ann.sqlite") as ann,
        Inspected(desktop, "--profile", str(profile)) as app,
    ):
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        await app.click("add-calendar")
        await app.click("new-calendar-instead")
        await app.until(["choices", "calendar-place"], lambda places: SERVICE in places)
        await app.click("calendar-title")
        await app.type("Garden")
        await app.press("Tab", "Tab", "Tab", "Down")  # description, colour, where
        keep(desktop, "new-calendar")
        await app.press("Return")
        node = await made(profile)

        await menu_of(app, node, "Up", "Up", "Up", "Up")
        await app.until(["texts", "share-dialog"], lambda texts: f"{BRAM} (you)" in texts)
        await app.click("share-address")
        await app.type(ANN)
        await app.press("Return")
        await app.until(["texts", "share-dialog"], lambda texts: ANN in texts and "" in texts)
        keep(desktop, "share")
        ann.link.sync.catch_up()
        await ann.until(lambda: ann.told == [("calendar-shared", "Garden")])
        await app.click("share-close")

        await menu_of(app, node, "Up")
        await app.until(["texts", "delete-calendar-dialog"], lambda texts: "1 other person loses it." in texts)
        keep(desktop, "delete-calendar")
        await app.click("decision-take")
        await app.until(["texts", "banner"], lambda texts: "“Garden” was deleted." in texts)
        await ann.until(lambda: ("calendar-removed", "Garden") in ann.told)
        assert desktop.notifications.received == []
        assert await app.terminate() == (0, "")
    only_information(profile)


async def test_a_calendar_is_looked_at_before_it_is_added(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    await add_bram(desktop, own_prosody, profile)
    async with (
        signed_in(own_prosody, "bram") as bram,
        Inspected(desktop, "--profile", str(profile)) as app,
    ):
        team = await calendar(bram, title="Product team")
        await bram.pubsub.publish(team, "a", payload("Review"))
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        await app.click("add-calendar")
        await app.click_row("offers", "Product team")
        await app.until(["texts", "offer-pane"], lambda texts: "Review" in texts and "Anyone can subscribe" in texts)
        keep(desktop, "add-calendar")
        assert not any("Review" in row for row in await app.ask("rows"))
        await app.click("uri")
        await app.type(team.uri)
        await app.press("Return")
        await app.until(["texts", "offer-pane"], lambda texts: "Review" in texts)
        await app.click("add")
        await app.until(["rows"], lambda rows: any("Review" in row for row in rows))
        assert await app.terminate() == (0, "")
