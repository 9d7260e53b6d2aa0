"""The real program, opened by a link or a file, or started where a session begins: nothing happens unasked."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.prosody import DOMAIN, SERVICE, Prosody
from c42desktop.xmpp.address import NodeAddress
from tests.conftest import PASSWORDS
from tests.desktop.harness import Desktop
from tests.desktop.inspected import GLANCE, PATIENCE, Inspected
from tests.desktop.test_application import add_account, calendar_of, only_information, sign_in
from tests.desktop.test_files import picture, tomorrow
from tests.files.samples import calendar, event
from tests.people import Witness, signed_in
from tests.waiting import until

pytestmark = [pytest.mark.desktop, pytest.mark.server]


@pytest_asyncio.fixture
async def bram(own_prosody: Prosody) -> AsyncIterator[Witness]:
    """The colleague, who may create calendars."""
    async with signed_in(own_prosody, "bram") as person:
        yield person


async def subscriptions(server: Prosody) -> list[NodeAddress]:
    async with signed_in(server) as ann:
        return [each.address for each in await ann.pubsub.subscriptions(SERVICE)]


async def leave(app: Inspected, dialog: str, focused: str) -> None:
    """Escape, once the dialog has the keyboard."""
    await app.until(["focus"], lambda focus: focus[0] == focused)
    await app.press("Escape")
    async with asyncio.timeout(PATIENCE):
        while await app.ask("where", dialog) is not None:
            await asyncio.sleep(GLANCE)


async def test_a_link_that_wants_to_subscribe_is_only_looked_at_until_the_person_agrees(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await calendar_of(bram, "Product team")
    link = f"xmpp:{address.service}?pubsub;action=subscribe;node={address.node}"
    await add_account(desktop, own_prosody, tmp_path)
    async with Inspected(desktop, "--profile", str(tmp_path), "open", link) as app:
        await app.until(
            ["texts", "add-calendar-dialog"], lambda texts: "Product team" in texts and address.uri in texts
        )
        picture(desktop, "opening-link.png")
        await leave(app, "add-calendar-dialog", "filter")
        assert await app.terminate() == (0, "")
    assert await subscriptions(own_prosody) == []
    async with Inspected(desktop, "--profile", str(tmp_path), "open", link) as app:
        await app.until(["texts", "add-calendar-dialog"], lambda texts: "Product team" in texts)
        await app.until(["where-row", "offers", "Product team"], bool)  # until then, nothing can be added
        await app.click("add")
        await app.until(["where", f"calendar-{address.node}"], bool)
        assert await app.terminate() == (0, "")
    assert await subscriptions(own_prosody) == [address]
    only_information(tmp_path)


async def test_before_there_is_an_account_it_is_asked_for_and_then_each_target_in_turn(
    desktop: Desktop, own_prosody: Prosody, bram: Witness, tmp_path: Path
) -> None:
    address = await calendar_of(bram, "Product team")
    file, profile = tmp_path / "Holidays & more.ics", tmp_path / "profile"
    file.write_text(calendar(event("a", "Dentist", tomorrow()), event("b", "Lunch", tomorrow())))
    targets = [f"xmpp:bram@{DOMAIN}?message", address.uri, file.as_uri()]
    async with Inspected(desktop, "--profile", str(profile), "open", *targets) as app:
        await app.until(["texts", "sign-in-page"], lambda texts: any("Sign in first" in text for text in texts))
        picture(desktop, "opening-sign-in-first.png")
        await sign_in(app, own_prosody, PASSWORDS["ann"])
        await app.until(["texts", "add-calendar-dialog"], lambda texts: "Product team" in texts)
        await leave(app, "add-calendar-dialog", "filter")
        await app.until(["texts", "import-dialog"], lambda texts: "2 events" in texts)
        picture(desktop, "opening-file.png")
        await leave(app, "import-dialog", "import-into")
        await app.until(["texts", "banner"], lambda texts: any("is a link to a chat" in text for text in texts))
        picture(desktop, "opening-chat.png")
        assert await app.ask("where", "first-calendar") is not None or await app.ask("rows") == []
        assert await app.terminate() == (0, "")
    assert await subscriptions(own_prosody) == []
    only_information(profile)


async def test_a_hidden_start_without_a_keyring_says_once_that_somebody_is_needed(
    own_prosody: Prosody, tmp_path: Path
) -> None:
    with Desktop(keyring=False) as bare:
        command = [sys.executable, "-m", "c42desktop", "--profile", str(tmp_path), "account", "add", f"ann@{DOMAIN}"]
        options = ["--host", "127.0.0.1", "--port", str(own_prosody.ports.starttls), "--password-stdin"]
        process = await asyncio.create_subprocess_exec(
            *command,
            *options,
            "--ca-file",
            str(own_prosody.ca_file),
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=bare.env,
        )
        await process.communicate(PASSWORDS["ann"].encode() + b"\n")
        async with Inspected(bare, "--profile", str(tmp_path), "--hidden") as app:
            await app.until(["visible"], lambda visible: visible is False)  # it is there, and shows nothing
            await bare.notifications.shown(lambda shown: shown.title == "1 account needs you to sign in")
            assert await app.ask("visible") is False
            picture(bare, "hidden-needs-sign-in.png")
            await asyncio.to_thread(bare.notifications.click)
            await app.until(["where", "sign-in-dialog"], bool)
            assert len(bare.notifications.received) == 1
            picture(bare, "hidden-sign-in.png")
            await app.click("password")
            await app.type(PASSWORDS["ann"])
            await app.press("Return")
            await app.until(["tray"], lambda tray: tray[0] == "tray-online")
            assert await app.terminate() == (0, "")
    only_information(tmp_path)


async def click_until_visible(app: Inspected) -> None:
    """A tray that still makes room for the icon loses a click, as it would a person's."""
    for _click in range(10):
        await app.click_tray()
        for _look in range(40):
            if await app.ask("visible") is True:
                return
            await asyncio.sleep(GLANCE)
    raise AssertionError("no click on the icon brings the window")


async def test_a_hidden_start_waits_for_a_tray_of_windows_and_is_reached_through_it(
    own_prosody: Prosody, tmp_path: Path
) -> None:
    with Desktop(tray=None) as bare:
        await add_account(bare, own_prosody, tmp_path)
        async with Inspected(bare, "--profile", str(tmp_path), "--hidden") as app:
            await app.until(["tray"], lambda tray: tray[0] == "tray-online")
            bare._start_tray("trayer")
            await app.until(["where-tray"], lambda point: point[1] > 700)  # at first it is nowhere yet
            await click_until_visible(app)
            assert await app.ask("texts", "banner") is None, "there was no reason to speak of a missing tray"
            assert bare.notifications.received == []
            assert await app.terminate() == (0, "")
    only_information(tmp_path)


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
async def test_what_is_switched_on_in_the_preferences_starts_with_the_session_and_hidden() -> None:
    with Desktop() as own:
        entry = own.folder / "config/autostart/c42desktop.desktop"
        holder = own.folder / "data/c42desktop/lock.holder"
        async with Inspected(own) as app:  # the person's own profile, in the home of this desktop
            await app.until(["where", "sign-in"], bool)
            await app.press("ctrl+comma")
            await app.until(["focus"], lambda focus: focus[0] == "preferences-tabs")
            await app.tab_to("start-with-session")
            await app.press("space")
            await until(entry.exists)
            picture(own, "start-with-session.png")
            await app.click("preferences-tabs")  # in their middle
            await app.until(["where", "follow-desktop"], bool)
            assert await app.terminate() == (0, "")
        assert not holder.exists() and widths(own) == []
        await asyncio.to_thread(own.run, ["gio", "launch", str(entry)])
        await until(lambda: widths(own))
        pid = json.loads(holder.read_text())["pid"]
        command = Path(f"/proc/{pid}/cmdline").read_text().split("\0")[1:-1]
        assert command == ["-m", "c42desktop", "--hidden"]
        assert max(widths(own)) < 100, "only the icon in the tray"
        os.kill(pid, signal.SIGTERM)
        await until(lambda: not holder.exists())


def widths(desktop: Desktop) -> list[int]:
    """Of the windows that bear the name of the program, its icon among them."""
    tree = desktop.run(["xwininfo", "-root", "-tree"])
    return [int(each) for each in re.findall(r'"c42desktop": .*?\)\s+(\d+)x', tree) if int(each) > 1]
