"""`demo --terminal`: the agenda, then a line for each change, also when the server goes away in between."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c42desktop.calendar import payloads
from c42desktop.calendar.answers import answer_to, own_answer
from c42desktop.calendar.payloads.rsvp import answered
from c42desktop.commands.online import signed_in
from c42desktop.demo.colleague import keep_changing, login_of, prepare
from c42desktop.demo.plan import TITLES
from c42desktop.demo.prosody import SERVICE, Prosody
from c42desktop.demo.story import beginning
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.pubsub import PubSub
from tests import people
from tests.conftest import PASSWORDS
from tests.demo.processes import CHECKOUT, remains

pytestmark = pytest.mark.server


async def test_it_shows_the_agenda_and_tells_of_the_move_within_half_a_minute(tmp_path: Path) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "c42desktop", "demo", "--terminal", "--every", "1"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": str(CHECKOUT), "LC_ALL": "C.UTF-8"},
    )
    assert process.stdout is not None
    lines: list[str] = []
    async with asyncio.timeout(30):
        while sum(" Lunch with the new colleagues" in line for line in lines) < 1:
            line = (await process.stdout.readline()).decode()
            assert line, (await process.communicate())[1].decode()
            lines.append(line.rstrip("\n"))
        process.send_signal(signal.SIGINT)
        _out, err = await process.communicate()

    text = "\n".join(lines)
    agenda, _heading, told = text.partition("Bram is changing things now:")
    assert "Today" in agenda
    assert "Design review  Room 12 · Product team" in agenda
    moved = re.search(r"\d\d:\d\d:\d\d  Design review moved — .+, was .+", told)
    assert moved, told
    assert (process.returncode, err.decode()) == (0, "")
    assert remains(folder) == []


async def test_the_colleague_survives_a_restart_of_the_server(own_prosody: Prosody) -> None:
    plans = beginning(datetime.now(UTC))
    async with signed_in(login_of(own_prosody, "bram", "demo"), PASSWORDS["bram"]) as bram:
        async with people.signed_in(own_prosody, "ann") as ann:
            await prepare(bram, ann.pubsub, plans)
        changing = asyncio.ensure_future(keep_changing(bram, plans, 0.1))
        try:
            await own_prosody.stop()
            await asyncio.sleep(0.5)  # long enough for some changes to fail
            await own_prosody.start()
            async with asyncio.timeout(30), people.signed_in(own_prosody, "ann") as ann:
                message = await ann.messages.get()
        finally:
            changing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await changing

    assert message.get("from") == SERVICE


async def test_the_colleague_keeps_what_was_answered(own_prosody: Prosody) -> None:
    plans = beginning(datetime.now(UTC))
    team, review = NodeAddress(SERVICE, "team"), "review"
    async with (
        signed_in(login_of(own_prosody, "bram", "demo"), PASSWORDS["bram"]) as bram,
        people.signed_in(own_prosody, "ann") as ann,
    ):
        await prepare(bram, ann.pubsub, plans)
        me = ann.session.login.jid
        (event,) = payloads.decode(await _payload(bram, team, review), review)
        said = answered(await _payload(bram, team, review), review, answer_to(event, "tentative", me))
        await ann.pubsub.publish(team, review, said)
        changing = asyncio.ensure_future(keep_changing(bram, plans, 0.05))
        try:
            async with asyncio.timeout(30):
                while (now := payloads.decode(await _payload(bram, team, review), review)[0]).start == event.start:
                    await ann.messages.get()
        finally:
            changing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await changing
    assert own_answer(now, me) == "tentative"


async def _payload(bram: PubSub, address: NodeAddress, item_id: str) -> ET.Element:
    payload = dict((await bram.items(address, [item_id])).items)[item_id]
    assert payload is not None
    return payload


async def test_the_calendars_of_the_demo_have_their_titles_and_events(own_prosody: Prosody) -> None:
    plans = beginning(datetime.now(UTC))
    async with (
        signed_in(login_of(own_prosody, "bram", "demo"), PASSWORDS["bram"]) as bram,
        signed_in(login_of(own_prosody, "ann", "demo"), PASSWORDS["ann"]) as ann,
    ):
        await prepare(bram, ann, plans)

        for node, title in TITLES.items():
            address = NodeAddress(SERVICE, node)
            assert (await ann.metadata(address)).title == title
            fetched = await ann.items(address)
            for item_id, payload in fetched.items:
                assert payload is not None
                assert payloads.decode(payload, item_id)[0].problem == ""
            assert len(fetched.items) == sum(plan.calendar == node for plan in plans)


async def test_ann_may_delete_and_move_what_is_in_her_calendars(own_prosody: Prosody) -> None:
    plans = beginning(datetime.now(UTC))
    async with (
        signed_in(login_of(own_prosody, "bram", "demo"), PASSWORDS["bram"]) as bram,
        signed_in(login_of(own_prosody, "ann", "demo"), PASSWORDS["ann"]) as ann,
    ):
        await prepare(bram, ann, plans)
        for node in TITLES:
            address = NodeAddress(SERVICE, node)
            item_id = next(plan.item_id for plan in plans if plan.calendar == node)
            await ann.retract(address, item_id)
            assert not (await ann.items(address, [item_id])).items
