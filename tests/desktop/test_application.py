"""The whole application on a real desktop: real keys and clicks, a real server, keyring, tray and notifications."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop import clock
from c42desktop.demo.formats import payload
from c42desktop.demo.plan import Plan
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.xmpp.address import NodeAddress
from tests.conftest import PASSWORDS
from tests.desktop.harness import Desktop
from tests.desktop.inspected import GLANCE, Inspected
from tests.people import Witness, new_node, signed_in
from tests.store.faults import PAGE, broken_files, damage, find, locked, overwrite

pytestmark = [pytest.mark.desktop, pytest.mark.server]

ARTEFACTS = Path(__file__).parents[2] / "artefacts"


@pytest.fixture(autouse=True)
def empty_screen(desktop: Desktop) -> Iterator[None]:
    """Each test begins without notifications of the one before."""
    yield
    desktop.notifications.clear()


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague, who may create calendars."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def calendar_of(bram: Witness, title: str) -> NodeAddress:
    """A new calendar of Bram's."""
    address = new_node()
    await bram.pubsub.create(address, {"pubsub#title": title, "pubsub#max_items": "500"})
    return address


async def subscribed(bram: Witness, server: Prosody) -> NodeAddress:
    """A calendar with one event, Retro, to which Ann is subscribed."""
    address = await calendar_of(bram, "Product team")
    retro = replace(review(address), calendar="ann", item_id="retro", title="Retro")
    await bram.pubsub.publish(address, retro.item_id, payload(retro))
    async with signed_in(server) as ann:
        await ann.pubsub.subscribe(address)
    return address


async def looked_at(app: Inspected) -> None:
    """Wait until the calendar's first, silent fetch is over."""
    await app.until(["rows"], lambda rows: any("Retro" in row for row in rows))


def review(address: NodeAddress) -> Plan:
    """Tomorrow at 14:00, whatever time it is now."""
    tomorrow = clock.now().astimezone(clock.LOCAL).date() + timedelta(days=1)
    start = datetime(tomorrow.year, tomorrow.month, tomorrow.day, 14, tzinfo=clock.LOCAL)
    return Plan(address.node, "review", "Design review", start, start + timedelta(hours=1), "Room 12")


async def add_account(desktop: Desktop, server: Prosody, profile: Path) -> None:
    """Sign Ann in on the command line; the password goes into the desktop's keyring."""
    command = [sys.executable, "-m", "c42desktop", "--profile", str(profile), "account", "add", f"ann@{DOMAIN}"]
    options = ["--host", "127.0.0.1", "--port", str(server.ports.starttls), "--ca-file", str(server.ca_file)]
    process = await asyncio.create_subprocess_exec(
        *command, *options, "--password-stdin", stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=desktop.env
    )
    _out, err = await process.communicate(PASSWORDS["ann"].encode() + b"\n")
    assert (process.returncode, err) == (0, b"")


def only_information(profile: Path) -> None:
    """Nothing in the application's own log but information."""
    lines = (profile / "c42desktop.log").read_text().splitlines()
    assert lines
    assert [line for line in lines if " INFO " not in line] == []


async def test_sign_in_subscribe_and_be_told(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await calendar_of(bram, "Product team")
    plan = review(address)
    await bram.pubsub.publish(address, plan.item_id, payload(replace(plan, calendar="travel")))
    profile = tmp_path / "profile"
    async with Inspected(desktop, "--profile", str(profile)) as app:
        await sign_in(app, own_prosody, "wrong")
        refused = f"Could not sign in: the password for ann@{DOMAIN} was refused."
        await app.until(["texts", "sign-in"], lambda texts: refused in texts)
        await app.click("password")
        await app.press("ctrl+a")
        await app.type(PASSWORDS["ann"])
        await app.press("Return")
        await app.until(["texts", "account"], lambda texts: "Online" in texts)
        assert PASSWORDS["ann"] not in (profile / "settings.toml").read_text()

        await app.click("add-calendar")
        await app.click_row("offers", "Product team")
        await app.click("add")
        await app.until(["rows"], lambda rows: any("Design review" in row for row in rows))
        await app.click("close")
        assert desktop.notifications.received == []

        later = replace(plan, start=plan.start + timedelta(hours=1), end=plan.end + timedelta(hours=1))
        await bram.pubsub.publish(address, plan.item_id, payload(replace(later, calendar="travel")))
        shown = await desktop.notifications.shown(lambda shown: "Design review" in shown.title)
        assert shown.title == "Design review moved"
        assert shown.body == "Tomorrow 15:00 – 16:00, was 14:00 · Product team"
        assert shown.desktop_entry == "c42desktop"
        await app.until(["rows"], lambda rows: any("Design review" in row and "15:00" in row for row in rows))

        await app.press("Escape")
        desktop.notifications.click()
        texts = await app.until(["texts", "details"], lambda texts: "Design review" in texts)
        assert any("14:00" in text and "15:00" in text for text in texts)
        assert (await app.ask("tray"))[0] == "tray-online"
        ARTEFACTS.mkdir(exist_ok=True)
        desktop.screenshot(ARTEFACTS / "application.png")

        await app.press("ctrl+q")
        assert await app.ended() == (0, "")
    desktop.notifications.wait_on_screen(0)  # nobody would hear its buttons
    only_information(profile)


async def sign_in(app: Inspected, server: Prosody, password: str) -> None:
    """Fill in the sign-in page, server settings included, by keyboard and mouse."""
    await app.click("address")
    await app.type(f"ann@{DOMAIN}")
    await app.press("Tab")
    await app.type(password)
    await app.click("server-settings")
    for name, text in (("host", "127.0.0.1"), ("port", str(server.ports.starttls)), ("ca_file", str(server.ca_file))):
        await app.click(name)
        await app.type(text)
    await app.click("sign-in-button")


async def test_new_cancelled_and_removed_events_are_told_and_the_row_says_so(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    plan = replace(review(address), calendar="ann")
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["texts", "sidebar"], lambda texts: "Online" in texts)
        await looked_at(app)
        cancelled = replace(plan, cancelled=True)
        for told, pill, publish in (("added", "New", plan), ("cancelled", "Cancelled", cancelled)):
            await bram.pubsub.publish(address, plan.item_id, payload(publish))
            await desktop.notifications.shown(lambda shown, told=told: shown.title == f"Design review {told}")
            await app.until(["rows"], lambda rows, pill=pill: any(pill in row for row in rows))
        await bram.pubsub.retract(address, plan.item_id)
        removed = await desktop.notifications.shown(lambda shown: shown.title == "Design review removed")
        assert removed.body == "Was tomorrow 14:00 – 15:00 · Product team"
        await app.until(["rows"], lambda rows: not any("Design review" in row for row in rows))
        assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def test_a_stopped_server_is_said_in_window_and_tray_and_it_comes_back_by_itself(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        await own_prosody.stop()
        await app.until(["tray"], lambda tray: tray[0] == "tray-offline")
        assert await app.ask("texts", "banner") is None, "a hiccup moves nothing in the window"
        (text, *_rest) = await app.until(["texts", "banner"], bool)
        assert text.startswith("Offline since ")
        await app.until(["texts", "account"], lambda texts: any("next try in" in text for text in texts))
        await own_prosody.start()
        await app.click("banner-action")
        await app.until(["tray"], lambda tray: tray[0] == "tray-online")
        assert await app.ask("texts", "banner") is None
        async with signed_in(own_prosody, "bram") as again:
            await again.pubsub.publish(address, "review", payload(replace(review(address), calendar="ann")))
            await desktop.notifications.shown(lambda shown: shown.title == "Design review added")
        assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def test_the_last_known_agenda_is_there_before_the_network(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await calendar_of(bram, "Product team")
    await bram.pubsub.publish(address, "review", payload(replace(review(address), calendar="ann")))
    async with signed_in(own_prosody) as ann:
        await ann.pubsub.subscribe(address)
    await add_account(desktop, own_prosody, tmp_path)
    for _start in ("first", "again"):
        async with Inspected(desktop, "--profile", str(tmp_path)) as app:
            await app.until(["rows"], lambda rows: any("Design review" in row for row in rows))
            assert await app.terminate() == (0, "")
        await own_prosody.stop()
    assert desktop.notifications.on_screen() == 0


async def test_closing_hides_in_the_tray_and_a_click_brings_it_back(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["tray"], lambda tray: tray[0] == "tray-online")
        await app.press("alt+F4")
        await app.until(["visible"], lambda visible: visible is False)
        await app.click_tray()
        await app.until(["visible"], lambda visible: visible is True)
        names = ["Nothing planned", "Open", "New event…", "Pause notifications", "Preferences…", "Quit"]
        assert await app.ask("menu") == names
        assert await app.terminate() == (0, "")


async def test_without_a_tray_the_window_stays_reachable_and_says_so_once(own_prosody: Prosody, tmp_path: Path) -> None:
    words = "This desktop has no tray. Closing the window minimises it; Ctrl+Q quits."
    with Desktop(tray=None) as bare:
        await add_account(bare, own_prosody, tmp_path)
        async with Inspected(bare, "--profile", str(tmp_path)) as app:
            await app.until(["texts", "banner"], lambda texts: words in texts)
            await app.press("alt+F4")
            assert await app.ask("visible") is True
            assert await app.terminate() == (0, "")
        async with Inspected(bare, "--profile", str(tmp_path)) as app:
            await app.until(["texts", "account"], lambda texts: "Online" in texts)
            assert await app.ask("texts", "banner") is None
            assert await app.terminate() == (0, "")


async def test_without_a_keyring_the_password_is_asked_for_and_the_reason_is_said(
    own_prosody: Prosody, tmp_path: Path
) -> None:
    with Desktop(keyring=False) as bare:
        async with Inspected(bare, "--profile", str(tmp_path)) as app:
            await sign_in(app, own_prosody, PASSWORDS["ann"])
            (text, *_rest) = await app.until(["texts", "banner"], bool)
            assert text.endswith("The password is asked for at each start.")
            assert await app.terminate() == (0, "")
        assert PASSWORDS["ann"] not in (tmp_path / "settings.toml").read_text()
        async with Inspected(bare, "--profile", str(tmp_path)) as app:
            await app.until(["where", "sign-in-dialog"], bool)
            await app.click("password")
            await app.type(PASSWORDS["ann"])
            await app.press("Return")
            await app.until(["texts", "account"], lambda texts: "Online" in texts)
            assert await app.terminate() == (0, "")


async def test_without_notifications_and_tray_the_window_itself_tells(
    own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    with Desktop(tray=None, notifications=False) as bare:
        await add_account(bare, own_prosody, tmp_path)
        async with Inspected(bare, "--profile", str(tmp_path)) as app:
            await looked_at(app)
            await bram.pubsub.publish(address, "review", payload(replace(review(address), calendar="ann")))
            told = "Design review added · Tomorrow 14:00 – 15:00 · Room 12 · Product team"
            await app.until(["texts", "banner"], lambda texts: told in texts)
            await app.click("banner-open")
            await app.until(["texts", "details"], lambda texts: "Design review" in texts)
            assert await app.ask("texts", "banner") is None
            assert await app.terminate() == (0, "")
    only_information(tmp_path)


def all_of_it(path: Path) -> None:
    path.write_bytes(b"\xa5" * 50_000)


def what_only_a_new_change_needs(path: Path) -> None:
    overwrite(path, find(path, "sqlite_sequence"), PAGE)


@pytest.mark.parametrize("breaks", [all_of_it, what_only_a_new_change_needs])
async def test_a_store_that_was_damaged_is_replaced_at_the_start(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path, breaks: Callable[[Path], None]
) -> None:
    address = await subscribed(bram, own_prosody)
    await add_account(desktop, own_prosody, tmp_path)
    breaks(tmp_path / "calendars.sqlite")
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["texts", "banner"], lambda texts: any("was damaged" in text for text in texts))
        await looked_at(app)
        (broken,) = broken_files(tmp_path / "calendars.sqlite")
        assert any(broken.name in text for text in await app.ask("texts", "banner"))
        await told_as_ever(desktop, app, bram, address)
        assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def test_a_store_that_is_damaged_while_it_runs_is_replaced(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await looked_at(app)
        damage(tmp_path / "calendars.sqlite")
        other = replace(review(address), calendar="ann", item_id="other", title="Standup")
        await bram.pubsub.publish(address, other.item_id, payload(other))  # it meets the damage, and is read in silence
        await app.until(["rows"], lambda rows: all(any(name in row for row in rows) for name in ("Standup", "Retro")))
        (broken,) = broken_files(tmp_path / "calendars.sqlite")
        await app.until(["texts", "banner"], lambda texts: any(broken.name in text for text in texts))
        await app.click("banner-action")
        await told_as_ever(desktop, app, bram, address)
        assert await app.ask("texts", "banner") is None
        assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def test_a_locked_store_is_said_in_the_window_for_as_long_as_it_lasts(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await subscribed(bram, own_prosody)
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path)) as app:
        await app.until(["texts", "sidebar"], lambda texts: "Online" in texts)
        await looked_at(app)
        with locked(tmp_path / "calendars.sqlite"):
            await bram.pubsub.publish(address, "review", payload(replace(review(address), calendar="ann")))
            await app.until(["texts", "banner"], lambda texts: "Another program keeps" in texts[0])
            assert desktop.notifications.received == []
        await app.until(["rows"], lambda rows: any("Design review" in row for row in rows))
        await desktop.notifications.shown(lambda shown: shown.title == "Design review added")
        while await app.ask("texts", "banner"):
            await asyncio.sleep(GLANCE)
        assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def told_as_ever(desktop: Desktop, app: Inspected, bram: Witness, address: NodeAddress) -> None:
    """Nothing was told of what was there before; what comes now is."""
    await app.until(["texts", "sidebar"], lambda texts: "Online" in texts)
    assert desktop.notifications.received == []
    await bram.pubsub.publish(address, "review", payload(replace(review(address), calendar="ann")))
    await desktop.notifications.shown(lambda shown: shown.title == "Design review added")
