"""Calendar files on a real desktop: dragged in and out, imported, exported, removed."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import icalendar
import pytest
import pytest_asyncio

from c42desktop import clock
from c42desktop.calendar import payloads
from c42desktop.demo.prosody import Prosody
from tests.desktop.harness import Desktop
from tests.desktop.inspected import GLANCE, PATIENCE, Inspected
from tests.desktop.test_application import ARTEFACTS, add_account, looked_at, only_information, subscribed
from tests.files.samples import calendar, event, many
from tests.people import Witness, new_node, signed_in

pytestmark = [pytest.mark.desktop, pytest.mark.server]

CORNER = 1100, 20  # where the neighbour is


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague, who may create calendars."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


class Neighbour:
    """Another program, to drag from and to."""

    def __init__(self, desktop: Desktop, file: Path) -> None:
        self._desktop = desktop
        argv = [sys.executable, "-m", "tests.desktop.neighbour", str(file), *map(str, CORNER)]
        self._process = desktop.start(argv)
        self.source = CORNER[0] + 40, CORNER[1] + 30
        self.target = CORNER[0] + 120, CORNER[1] + 30

    async def accepted(self, app: Inspected, patience: float = PATIENCE) -> None:
        """Wait until its file would be taken where the pointer is."""
        await self._until(app, lambda lines: "accepted" in lines, patience)

    async def welcomes(self, app: Inspected) -> None:
        """Wait until whoever drags something over it knows that it would be taken."""
        await self._until(app, lambda lines: lines.count("over") > 2)

    async def dropped(self) -> dict[str, list[str] | str]:
        """What fell on it."""
        async with asyncio.timeout(PATIENCE):
            while not (lines := [line for line in self._lines() if line[:1] == "{"]):
                await asyncio.sleep(GLANCE)
        found: dict[str, list[str] | str] = json.loads(lines[-1])
        return found

    def _lines(self) -> list[str]:
        return self._desktop.log(self._process).splitlines()

    async def _until(self, app: Inspected, wanted: Callable[[list[str]], bool], patience: float = PATIENCE) -> None:
        """The hand trembles meanwhile: nothing is told of a pointer that stands still."""
        async with asyncio.timeout(patience):
            while not wanted(self._lines()):
                await app.tool(
                    "mousemove_relative", "--", "1", "0", "sleep", "0.05", "mousemove_relative", "--", "-1", "0"
                )

    def stop(self) -> None:
        self._desktop.stop(self._process)


@asynccontextmanager
async def neighbour(desktop: Desktop, file: Path) -> AsyncIterator[Neighbour]:
    made = Neighbour(desktop, file)
    try:
        async with asyncio.timeout(PATIENCE):
            while not desktop.run(["xwininfo", "-root", "-tree"]).count("neighbour"):
                await asyncio.sleep(GLANCE)
        yield made
    finally:
        made.stop()


async def hold(app: Inspected, begin: tuple[int, int], *through: tuple[int, int]) -> None:
    """Press, and move on in steps, as a hand does; the button stays down."""
    await app.tool("mousemove", "--sync", *map(str, begin), "mousedown", "1")
    at = begin
    for stop in through:
        for step in range(1, 9):
            x, y = (at[i] + (stop[i] - at[i]) * step // 8 for i in (0, 1))
            await app.tool("mousemove", "--sync", str(x), str(y), "sleep", "0.03")
        at = stop


async def carry(app: Inspected, other: Neighbour, to: tuple[int, int]) -> None:
    """Hold its file there until it would be taken. On a busy machine the first try may get lost."""
    try:
        await hold(app, other.source, to)
        await other.accepted(app, PATIENCE / 2)
    except TimeoutError:
        await drop(app)
        await hold(app, other.source, to)
        await other.accepted(app, PATIENCE)


async def drop(app: Inspected) -> None:
    await app.tool("mouseup", "1")


def picture(desktop: Desktop, name: str) -> None:
    """For whoever wants to see what the test saw."""
    ARTEFACTS.mkdir(exist_ok=True)
    desktop.screenshot(ARTEFACTS / name)


def tomorrow() -> str:
    day = clock.now().astimezone(clock.LOCAL).date() + timedelta(days=1)
    return f"DTSTART:{day:%Y%m%d}T100000"


async def test_a_file_is_dropped_imported_dragged_out_and_removed(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    await subscribed(bram, own_prosody)
    profile, file = tmp_path / "profile", tmp_path / "Holidays.ics"
    file.write_text(calendar(event("a", "Dentist", tomorrow()), event("b", "Lunch", tomorrow())))
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app, neighbour(desktop, file) as other:
        await looked_at(app)
        middle = tuple(await app.until(["where", "agenda"], bool))
        await hold(app, other.source, middle)  # type: ignore[arg-type]
        await app.until(["where", "drop-zone"], bool)
        picture(desktop, "files-hover.png")
        await other.accepted(app)
        await drop(app)
        await app.until(["texts", "import-dialog"], lambda texts: "2 events" in texts and "Holidays" in texts)
        picture(desktop, "files-import.png")
        await app.click("import")
        await app.until(["rows"], lambda rows: any("Dentist" in row for row in rows))
        await app.until(["texts", "banner"], lambda texts: "Imported 2 events into Holidays." in texts)
        picture(desktop, "files-imported.png")

        row = tuple(await app.until(["where-row", "agenda", "Dentist"], bool))
        await hold(app, row, other.target)  # type: ignore[arg-type]
        await other.welcomes(app)
        picture(desktop, "files-drag-out.png")
        await drop(app)
        dropped = await other.dropped()
        assert dropped["names"] == ["Dentist.ics"]
        assert dropped["files"] == [dropped["text"]]
        assert [str(each["UID"]) for each in icalendar.Calendar.from_ical(dropped["text"]).walk("VEVENT")] == ["a"]
        assert desktop.notifications.received == []
        code, _errors = await app.terminate()
        assert code == 0
    only_information(profile)


async def test_a_calendar_is_dragged_out_of_the_sidebar_and_stays_checked(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    profile = tmp_path / "profile"
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app, neighbour(desktop, tmp_path / "x.ics") as other:
        await looked_at(app)
        box = tuple(await app.until(["where", f"calendar-{address.node}"], bool))
        await hold(app, box, other.target)  # type: ignore[arg-type]
        await other.welcomes(app)
        await drop(app)
        dropped = await other.dropped()
        assert dropped["names"] == ["Product team.ics"]
        assert [str(each["SUMMARY"]) for each in icalendar.Calendar.from_ical(dropped["text"]).walk("VEVENT")] == [
            "Retro"
        ]
        assert any("Retro" in row for row in await app.ask("rows"))  # it was a drag, no click: nothing is hidden
        # What is dragged out is not brought back in.
        await hold(app, box, tuple(await app.until(["where", "agenda"], bool)))  # type: ignore[arg-type]
        assert await app.ask("where", "drop-zone") is None
        await drop(app)
        assert await app.ask("where", "import-dialog") is None
        assert (await app.terminate())[0] == 0
    only_information(profile)


async def test_a_long_import_says_how_far_it_is_and_can_be_cancelled(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    await subscribed(bram, own_prosody)
    profile, file = tmp_path / "profile", tmp_path / "big.ics"
    file.write_text(many(10_000))
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app, neighbour(desktop, file) as other:
        await looked_at(app)
        before = await app.ask("rows")
        await carry(app, other, tuple(await app.until(["where", "agenda"], bool)))  # type: ignore[arg-type]
        await drop(app)
        await app.until(["texts", "import-dialog"], lambda texts: "10\u202f000 events" in texts)
        await app.click("import")
        texts = await app.until(["texts", "banner"], lambda texts: any("Importing" in text for text in texts))
        assert texts[0].endswith("of 10\u202f000…")
        picture(desktop, "files-progress.png")
        await app.click("banner-action")
        await app.until(["rows"], lambda rows: rows == before)
        async with asyncio.timeout(PATIENCE):
            while await app.ask("where", "banner") is not None:
                await asyncio.sleep(GLANCE)
        assert (await app.terminate())[0] == 0
    only_information(profile)


async def test_a_file_is_published_without_a_flood_of_notifications(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    await subscribed(bram, own_prosody)
    profile, file = tmp_path / "profile", tmp_path / "plan.ics"
    day = clock.now().astimezone(clock.LOCAL).date() + timedelta(days=2)
    file.write_text(calendar(*(event(f"e{n}", f"Talk {n}", f"DTSTART:{day:%Y%m%d}T{n:02d}0000") for n in range(20))))
    await add_account(desktop, own_prosody, profile)
    await bram.pubsub.create(open_to_all := new_node(), {"pubsub#title": "Plans", "pubsub#publish_model": "open"})
    async with signed_in(own_prosody) as ann:
        await ann.pubsub.subscribe(open_to_all)
    async with Inspected(desktop, "--profile", str(profile)) as app, neighbour(desktop, file) as other:
        await looked_at(app)
        await app.until(["where", f"calendar-{open_to_all.node}"], bool)
        new = "“Plans” was added to your calendars"  # by another program of hers, a moment ago
        await desktop.notifications.shown(lambda shown: shown.title == new)
        await asyncio.to_thread(desktop.notifications.close_all)  # it lies above the neighbour
        await carry(app, other, tuple(await app.until(["where", "agenda"], bool)))  # type: ignore[arg-type]
        await drop(app)
        await app.until(["texts", "import-dialog"], lambda texts: "20 events" in texts)
        await app.until(["choices", "import-into"], lambda words: "Plans" in words)
        await app.click("import-into")
        await app.press("Down", "Return")
        await app.until(["texts", "import-dialog"], lambda texts: any("Everyone who reads" in text for text in texts))
        picture(desktop, "files-publish.png")
        await app.click("import")
        await app.until(["texts", "banner"], lambda texts: "Imported 20 events into Plans." in texts)
        await app.until(["rows"], lambda rows: sum("Talk" in row for row in rows) == 20)
        assert [shown.title for shown in desktop.notifications.received] == [new]
        # What Bram does to one of them is told as ever.
        later = calendar(event("e3", "Talk 3", f"DTSTART:{day:%Y%m%d}T213000"))
        await bram.pubsub.publish(open_to_all, "e3", payloads.to_ics_payload(later))
        await desktop.notifications.shown(lambda shown: shown.title == "Talk 3 moved")
        assert len(desktop.notifications.received) == 2
        assert (await app.terminate())[0] == 0
    only_information(profile)


async def test_a_calendar_is_exported_by_its_menu(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    profile, file = tmp_path / "profile", tmp_path / "out.ics"
    await add_account(desktop, own_prosody, profile)
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await looked_at(app)
        x, y = map(str, await app.until(["where", f"calendar-{address.node}"], bool))
        await app.tool("mousemove", "--sync", x, y, "click", "3", "sleep", "0.3")
        picture(desktop, "files-menu.png")
        await app.press("Up", "Up", "Return")  # above the way to leave it
        await app.until(["where", "choose-export"], bool)
        await app.press("ctrl+a")
        await app.type(str(file))
        await app.press("Return")
        await app.until(["texts", "banner"], lambda texts: "Exported 1 event to out.ics." in texts)
        assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 1
        assert (await app.terminate())[0] == 0
    only_information(profile)
