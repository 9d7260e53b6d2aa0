"""From the server to the desktop and back: what the person presses at the notification daemon is in the store, and at
the server where that is meant to know."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from c42desktop.calendar import payloads
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.xmpp.address import NodeAddress
from tests.desktop.dunst import Shown
from tests.desktop.harness import Desktop
from tests.desktop.inspected import GLANCE, Inspected
from tests.desktop.processes import eventually
from tests.desktop.test_application import add_account, looked_at, only_information
from tests.people import Witness, new_node, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]

PATIENCE = 20
STAMP = "%Y%m%dT%H%M%SZ"
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Bram//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261101T090000Z
DTSTART:{start}
DTEND:{end}
SUMMARY:{summary}
ORGANIZER;CN=Bram de Vries:xmpp:bram@{domain}
{more}END:VEVENT
END:VCALENDAR
"""
ASKED = f"ATTENDEE;CN=Ann Jansen;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:xmpp:ann@{DOMAIN}\n"
ALARM = "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT10M\nEND:VALARM\n"


async def publish(bram: Witness, team: NodeAddress, uid: str, summary: str, ahead: timedelta, more: str = "") -> None:
    """An event that begins so long from now."""
    start = datetime.now(UTC) + ahead
    times = {"start": f"{start:{STAMP}}", "end": f"{start + timedelta(hours=1):{STAMP}}"}
    text = EVENT.format(uid=uid, summary=summary, more=more, domain=DOMAIN, **times)
    await bram.pubsub.publish(team, uid, payloads.to_ics_payload(text))


class Scene:
    """Ann's application, looking at a calendar of Bram's that both may write to."""

    def __init__(self, desktop: Desktop, app: Inspected, bram: Witness, team: NodeAddress, profile: Path) -> None:
        self.desktop = desktop
        self.app = app
        self.bram = bram
        self.team = team
        self.profile = profile

    async def shown(self, *labels: str) -> Shown:
        """A notification with these buttons."""
        return await self.desktop.notifications.shown(lambda each: {*labels} <= {*each.actions.values()}, PATIENCE)

    async def press(self, label: str) -> None:
        await asyncio.to_thread(self.desktop.notifications.press, label)

    async def stored(self, sql: str, wanted: Callable[[list[Any]], bool]) -> None:
        """Wait until the store says so."""
        rows: list[Any] = []
        try:
            async with asyncio.timeout(PATIENCE):
                while not wanted(rows):
                    await asyncio.sleep(GLANCE)
                    with sqlite3.connect(f"file:{self.profile / 'calendars.sqlite'}?mode=ro", uri=True) as database:
                        rows = database.execute(sql).fetchall()
        except TimeoutError:
            raise AssertionError(f"{sql}: still {rows}") from None

    async def at_server(self, uid: str, wanted: Callable[[str], bool]) -> None:
        """Wait until the server has it so."""
        text = ""
        try:
            async with asyncio.timeout(PATIENCE):
                while not wanted(text):
                    fetched = await self.bram.pubsub.items(self.team, [uid])
                    text = "".join(found.itertext()) if (found := dict(fetched.items).get(uid)) is not None else ""
        except TimeoutError:
            raise AssertionError(f"still {text}") from None


@pytest.fixture(autouse=True)
def empty_screen(desktop: Desktop) -> Iterator[None]:
    """Each test begins without notifications of the one before."""
    yield
    desktop.notifications.clear()


@pytest_asyncio.fixture
async def scene(desktop: Desktop, own_prosody: Prosody, tmp_path: Path) -> AsyncIterator[Scene]:
    async with signed_in(own_prosody, "bram") as bram:
        team = new_node()
        await bram.pubsub.create(team, {"pubsub#title": "Product team", "pubsub#publish_model": "open"})
        await publish(bram, team, "retro", "Retro", timedelta(days=1))
        async with signed_in(own_prosody) as ann:
            await ann.pubsub.subscribe(team)
        await add_account(desktop, own_prosody, tmp_path)
        async with Inspected(desktop, "--profile", str(tmp_path)) as app:
            await looked_at(app)
            yield Scene(desktop, app, bram, team, tmp_path)
            assert await app.terminate() == (0, "")
        only_information(tmp_path)


def in_front(desktop: Desktop) -> str:
    """The title of the window that has the keyboard, "" while none has."""
    try:
        return desktop.run(["xdotool", "getactivewindow", "getwindowname"]).strip()
    except RuntimeError:
        return ""


async def remind(scene: Scene, uid: str, summary: str) -> None:
    """An event whose reminder falls due in a moment."""
    await publish(scene.bram, scene.team, uid, summary, timedelta(minutes=10, seconds=2), ALARM)
    shown = await scene.shown("Snooze…", "Dismiss")
    assert summary in shown.title


async def test_what_is_done_about_a_reminder_at_the_daemon_is_in_the_store(scene: Scene) -> None:
    await remind(scene, "call", "Call with Vera")
    await scene.press("Dismiss")
    state = "SELECT dismissed, round((snoozed - due) / 60) FROM reminder ORDER BY id"
    await scene.stored(state, lambda rows: rows == [(1, None)])
    await asyncio.to_thread(scene.desktop.notifications.clear)

    await remind(scene, "lunch", "Lunch")
    await scene.press("Snooze…")
    await asyncio.to_thread(eventually, lambda: in_front(scene.desktop) == "Remind me again", "the choice in front")
    await scene.app.press("Return")
    await scene.stored(state, lambda rows: rows == [(1, None), (0, 5)])


async def test_an_answer_at_the_daemon_reaches_the_server(scene: Scene) -> None:
    for button, answer in (("Accept", "ACCEPTED"), ("Maybe", "TENTATIVE"), ("Decline", "DECLINED")):
        await publish(scene.bram, scene.team, answer, f"Budget {button}", timedelta(days=1), ASKED)
        await scene.shown("Accept", "Maybe", "Decline")
        await scene.press(button)
        await scene.at_server(answer, partial(contains, f"PARTSTAT={answer}"))
        await asyncio.to_thread(scene.desktop.notifications.clear)
    await scene.stored("SELECT count(*) FROM answer", lambda rows: rows == [(0,)])


def contains(words: str, text: str) -> bool:
    return words in text
