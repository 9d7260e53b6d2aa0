"""From the first start to an empty calendar again, by keyboard and mouse: sign in, add, change, disagree, delete."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop import clock
from c42desktop.calendar import payloads
from c42desktop.calendar.model import Event, as_local
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.xmpp.address import NodeAddress
from tests.conftest import PASSWORDS
from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected
from tests.desktop.test_application import ARTEFACTS
from tests.faults.proxy import Proxy
from tests.integration.test_sharing import decide
from tests.people import Witness, new_node, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]

UNSENT = "Not sent yet"


class Team:
    """Bram's calendar, as he finds it at the server."""

    def __init__(self, bram: Witness, address: NodeAddress) -> None:
        self._bram = bram
        self.address = address

    async def until(self, *wanted: tuple[str, str, str]) -> None:
        """Wait until exactly these events are there: title, hour, place. He is told of each change."""
        async with asyncio.timeout(20):
            while [_said(event) for _id, event in await self._events()] != list(wanted):
                await self._bram.messages.get()

    async def change(self, **changes: str) -> None:
        """Bram changes the only event."""
        ((item_id, event),) = await self._events()
        changed = replace(event, **changes)  # type: ignore[arg-type]
        await self._bram.pubsub.publish(self.address, item_id, payloads.encode([changed], None, item_id))

    async def _events(self) -> list[tuple[str, Event]]:
        found = (await self._bram.pubsub.items(self.address)).items
        return [
            (item_id, event)
            for item_id, payload in found
            if payload is not None
            for event in payloads.decode(payload, item_id)
        ]


def _said(event: Event) -> tuple[str, str, str]:
    assert event.start is not None
    return event.summary, f"{as_local(event.start, clock.LOCAL):%H:%M}", event.location


@asynccontextmanager
async def team_of(server: Prosody) -> AsyncIterator[Team]:
    """A calendar of Bram's, in which Ann may write."""
    async with signed_in(server, "bram") as bram:
        address = new_node()
        await bram.pubsub.create(address, {"pubsub#title": "Product team", "pubsub#publish_model": "publishers"})
        await decide(bram, address, "affiliation", "publisher")
        await bram.pubsub.subscribe(address)
        yield Team(bram, address)


async def test_from_the_first_start_to_add_edit_decide_and_delete(
    desktop: Desktop, own_prosody: Prosody, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    async with (
        Proxy(own_prosody.ports.starttls, chance=random.Random(1)) as line,
        team_of(own_prosody) as team,
        Inspected(desktop, "--profile", str(profile), "--log-level", "debug") as app,
    ):
        await sign_in(app, line.port, own_prosody.ca_file)
        await add_the_first_calendar(app, team)
        await add(app, team, desktop)
        await change(app, team)
        await cut(app, line)
        await change_without_a_server(app, desktop)
        await team.change(summary="Team lunch", location="Garden")
        await line.heal()
        await app.click("banner-action")
        await decide_between(app, desktop)
        await team.until(("Lunch with Vera!", "23:30", "Garden"))
        await app.until(["rows"], lambda rows: [UNSENT in row for row in lunches(rows)] == [False])
        await delete(app)
        await team.until()
        assert desktop.notifications.received == []
        assert await app.terminate() == (0, "")
    text = (profile / "c42desktop.log").read_text()
    assert f"ann@{DOMAIN}" in text
    for said in (PASSWORDS["ann"], "Lunch", "lunch", "Garden", "Product team", " WARNING ", " ERROR "):
        assert said not in text


async def sign_in(app: Inspected, port: int, ca_file: Path) -> None:
    """The first page, by keyboard alone."""
    await app.until(["focus"], lambda focus: focus[0] == "address")
    await app.type(f"ann@{DOMAIN}")
    await app.tab_to("password")
    await app.type(PASSWORDS["ann"])
    await app.tab_to("server-settings")
    await app.press("space")
    for name, text in (("host", "127.0.0.1"), ("port", str(port)), ("ca_file", str(ca_file))):
        await app.tab_to(name)
        await app.type(text)
    await app.press("Return")


async def add_the_first_calendar(app: Inspected, team: Team) -> None:
    """The page that has none yet leads there."""
    await app.until(["texts", "first-calendar"], lambda texts: "No calendars yet" in texts)
    assert "Online" in await app.ask("texts", "account")
    await app.click("first-add")
    await app.click_row("offers", "Product team")
    await app.click("add")
    await app.until(["where", f"calendar-{team.address.node}"], bool)
    await app.click("close")
    assert await app.ask("texts", "first-calendar") is None


async def add(app: Inspected, team: Team, desktop: Desktop) -> None:
    """Ctrl+N and one line, read while it is typed."""
    await app.press("ctrl+n")
    await app.until(["focus"], lambda focus: focus[0] == "quick-add-line")
    await app.type("Lunch with Vera tomorrow 22:00 @Canteen")
    read = {"Lunch with Vera", "Tomorrow 22:00 – 23:00"}
    await app.until(["texts", "quick-add"], lambda texts: read <= {*texts} and any("Canteen" in text for text in texts))
    keep(desktop, "quick-add")
    await app.press("Return")
    await app.until(["rows"], lambda rows: ["22:00" in row and "Canteen" in row for row in lunches(rows)] == [True])
    await team.until(("Lunch with Vera", "22:00", "Canteen"))


async def change(app: Inspected, team: Team) -> None:
    """F2 on the selected row, another time, Ctrl+Enter."""
    await app.click_row("agenda", "Lunch with Vera")
    await app.until(["texts", "details"], lambda texts: "Canteen" in texts)
    await app.press("F2")
    await app.tab_to("event-start-time")
    await app.type("2330")
    await app.press("ctrl+Return")
    await app.until(["rows"], lambda rows: ["23:30" in row for row in lunches(rows)] == [True])
    await app.until(["texts", "details"], lambda texts: any("23:30" in text for text in texts))
    await team.until(("Lunch with Vera", "23:30", "Canteen"))
    await app.until(["rows"], lambda rows: [UNSENT in row for row in lunches(rows)] == [False])


async def cut(app: Inspected, line: Proxy) -> None:
    """The server is out of reach for Ann, and she is told so."""
    line.refuse()
    line.cut()
    await app.until(["tray"], lambda tray: tray[0] == "tray-offline")
    await app.until(["texts", "banner"], lambda texts: texts[0].startswith("Offline since "))


async def change_without_a_server(app: Inspected, desktop: Desktop) -> None:
    """By mouse and keyboard; row, details and banner say that it waits."""
    await app.click_row("agenda", "Lunch with Vera")
    await app.click("details-edit")
    await app.until(["focus"], lambda focus: focus[0] == "event-title")
    await app.press("End", "exclam")
    await app.click("event-place")
    await app.press("ctrl+a")
    await app.type("Roof")
    await app.click("event-save")
    await app.until(["rows"], lambda rows: [UNSENT in row and "Vera!" in row for row in lunches(rows)] == [True])
    await app.until(["texts", "details"], lambda texts: "Your change is not sent yet." in texts)
    await app.until(["texts", "banner"], lambda texts: texts[0].endswith("1 change waits to be sent."))
    keep(desktop, "unsent")


async def decide_between(app: Inspected, desktop: Desktop) -> None:
    """Her title and his place, by keyboard."""
    question = "“Lunch with Vera” was changed while you changed it"
    await app.until(["texts", "banner"], lambda texts: f"{question}." in texts)
    keep(desktop, "disputed")
    await app.click("banner-decide")
    texts = await app.until(["texts", "conflict-dialog"], lambda texts: question in texts)
    assert {"Lunch with Vera!", "Team lunch", "Roof", "Garden", "Before: Lunch with Vera", "Before: Canteen"} <= {
        *texts
    }
    assert (await app.ask("focus"))[0] == "conflict-summary-mine"
    await app.tab_to("conflict-location-mine")
    await app.press("Down")
    keep(desktop, "decide")
    await app.press("Return")


async def delete(app: Inspected) -> None:
    """Del, and once more to confirm."""
    await app.click_row("agenda", "Lunch with Vera!")
    await app.until(["texts", "details"], lambda texts: "Garden" in texts)
    await app.press("Delete")
    await app.until(["texts", "span-question"], lambda texts: "Delete “Lunch with Vera!”?" in texts)
    await app.tab_to("span-take")
    await app.press("space")
    await app.until(["rows"], lambda rows: not lunches(rows))


def keep(desktop: Desktop, name: str) -> None:
    """What it looks like, for whoever wants to see it."""
    ARTEFACTS.mkdir(exist_ok=True)
    desktop.screenshot(ARTEFACTS / f"whole-way-{name}.png")


def lunches(rows: list[str]) -> list[str]:
    """Those of them that are about the event of this test."""
    return [row for row in rows if "unch" in row]
