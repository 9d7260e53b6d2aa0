"""Who is there: what we say of ourselves, and what is kept of others."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop.presence import Presence, Show
from c42desktop.xmpp.login import State
from c42desktop.xmpp.presence import MOST_PEOPLE, MOST_RESOURCES, MOST_STATUS, Presences
from tests.people import Witness
from tests.xmpp.scripted import PASSWORD, Peer, ScriptedServer

ANN = "ann@example.org"
BRAM = "bram@example.org"
BUSY = Presence(Show.DND, "In a meeting until 15:00")


def stanza(sender: str, inside: str = "", kind: str = "") -> ET.Element:
    more = f" type='{kind}'" if kind else ""
    return ET.fromstring(f"<presence xmlns='jabber:client' from='{sender}' to='{ANN}/desk'{more}>{inside}</presence>")


def others(*stanzas: ET.Element) -> Presences:
    presences = Presences(ANN)
    for each in stanzas:
        presences.take(each)
    return presences


def test_somebody_who_never_said_so_is_not_there() -> None:
    assert others().of(BRAM) is None


def test_a_presence_tells_how_somebody_is_there() -> None:
    presences = others(stanza(f"{BRAM}/phone", "<show>dnd</show><status>In a meeting until 15:00</status>"))
    assert presences.of(BRAM) == BUSY
    assert presences.of("Bram@Example.org") == BUSY


@pytest.mark.parametrize("show", ["", "nonsense", "ONLINE"])
def test_what_is_no_show_is_simply_there(show: str) -> None:
    assert others(stanza(f"{BRAM}/x", f"<show>{show}</show>")).of(BRAM) == Presence()


def test_the_device_with_the_highest_priority_counts() -> None:
    away = stanza(f"{BRAM}/phone", "<show>away</show><priority>5</priority>")
    assert others(stanza(f"{BRAM}/desk", "<priority>1</priority>"), away).of(BRAM) == Presence(Show.AWAY)


def test_of_two_devices_with_one_priority_the_one_where_somebody_is_counts() -> None:
    presences = others(stanza(f"{BRAM}/phone", "<show>away</show>"), stanza(f"{BRAM}/desk"))
    assert presences.of(BRAM) == Presence()


def test_who_goes_with_their_last_device_is_gone() -> None:
    presences = others(stanza(f"{BRAM}/a"), stanza(f"{BRAM}/b"), stanza(f"{BRAM}/a", kind="unavailable"))
    assert presences.of(BRAM) == Presence()
    presences.take(stanza(f"{BRAM}/b", kind="unavailable"))
    assert presences.of(BRAM) is None
    assert presences._people == {}


@pytest.mark.parametrize("kind", ["unavailable", "error"])
def test_a_word_about_the_address_itself_is_about_all_devices(kind: str) -> None:
    assert others(stanza(f"{BRAM}/a"), stanza(f"{BRAM}/b"), stanza(BRAM, kind=kind)).of(BRAM) is None


@pytest.mark.parametrize("kind", ["subscribe", "subscribed", "unsubscribe", "unsubscribed", "probe", "nonsense"])
def test_c_ses_05_requests_leave_no_trace(kind: str) -> None:
    assert others(stanza(BRAM, kind=kind))._people == {}


def test_people_in_a_room_are_not_contacts() -> None:
    inside = "<x xmlns='http://jabber.org/protocol/muc#user'><item role='participant'/></x>"
    assert others(stanza("room@muc.example.org/Bram", inside))._people == {}


def test_an_address_that_is_none_is_passed_over() -> None:
    assert others(stanza("@@/x"))._people == {}


def test_a_status_is_one_line_without_what_could_mislead() -> None:
    found = others(stanza(f"{BRAM}/x", f"<status>Back \u202eat\n nine {'x' * 10_000}</status>")).of(BRAM)
    assert found is not None
    assert found.status.startswith("Back at nine x")
    assert len(found.status) <= MOST_STATUS


@pytest.mark.parametrize("priority", ["", "high", "9" * 5000, "1000", "-129"])
def test_a_priority_that_is_none_counts_as_zero(priority: str) -> None:
    low = stanza(f"{BRAM}/low", "<priority>-1</priority><show>xa</show>")
    presences = others(low, stanza(f"{BRAM}/x", f"<priority>{priority}</priority><show>dnd</show>"))
    assert presences.of(BRAM) == Presence(Show.DND)
    presences.take(stanza(f"{BRAM}/high", "<priority>1</priority>"))
    assert presences.of(BRAM) == Presence()


def test_a_flood_is_bounded_and_those_who_were_there_stay() -> None:
    presences = others(stanza(f"{BRAM}/x"))
    for number in range(MOST_PEOPLE + 10):
        presences.take(stanza(f"x{number}@evil.example/x"))
    for number in range(MOST_RESOURCES + 10):
        presences.take(stanza(f"{BRAM}/{number}"))
    assert len(presences._people) == MOST_PEOPLE
    assert len(presences._people[BRAM]) == MOST_RESOURCES
    presences.take(stanza(f"{BRAM}/x", "<show>chat</show>"))
    assert presences.of(BRAM) == Presence(Show.CHAT)


def test_only_a_change_is_told_and_once() -> None:
    told: list[str] = []
    presences = others()
    presences.on_changed = told.append
    for _again in range(2):
        presences.take(stanza(f"{BRAM}/x", "<show>dnd</show>"))
    presences.take(stanza(f"{BRAM}/second", "<show>away</show>"))  # Bram is still where he was
    assert told == [BRAM]


def test_another_device_of_ours_is_told_from_this_one() -> None:
    presences = others(stanza(f"{ANN}/desk"))
    assert not presences.is_elsewhere("desk")
    presences.take(stanza(f"{ANN}/phone"))
    assert presences.is_elsewhere("desk")


def test_a_new_session_knows_nobody_and_begins_with_what_is_true_now() -> None:
    now = [Presence()]
    presences = Presences(ANN, lambda: now[0])
    presences.take(stanza(f"{BRAM}/x"))
    now[0] = BUSY
    assert presences.begin() == BUSY
    assert presences.of(BRAM) is None
    assert presences.news() is None


def test_what_is_true_of_us_is_said_once() -> None:
    now = [Presence()]
    presences = Presences(ANN, lambda: now[0])
    presences.begin()
    assert presences.news() is None
    now[0] = BUSY
    assert [presences.news(), presences.news()] == [BUSY, None]
    now[0] = Presence()
    assert [presences.news(), presences.news()] == [Presence(), None]


def test_a_resumed_stream_repeats_only_what_may_have_been_lost() -> None:
    now = [BUSY]
    presences = Presences(ANN, lambda: now[0])
    presences.begin()
    assert presences.resumed() is None
    now[0] = Presence()
    presences.news()
    assert presences.resumed() == Presence()


async def test_c_ses_01_our_presence_has_priority_zero_and_our_capabilities_whatever_it_says(tmp_path: Path) -> None:
    said: list[str] = []
    over = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        for _each in range(2):
            await peer.expect("</presence>")
        said.extend(peer.received.split("<presence")[1:])
        over.set()
        await peer.until_closed()

    now = [Presence()]
    async with ScriptedServer(tmp_path, script) as server:
        ann = Witness(server.login(), PASSWORD, presence=lambda: now[0])
        ann.session.start()
        try:
            await ann.until(State.ONLINE)
            for now[0] in (BUSY, BUSY, Presence(status="Later")):
                ann.session.tell_presence()
            await asyncio.wait_for(over.wait(), 10)
        finally:
            await ann.session.stop()
    assert all("<priority>0</priority>" in each and "caps" in each for each in said)
    assert "<show>" not in said[0]
    assert "<show>dnd</show>" in said[1]
    assert "<status>In a meeting until 15:00</status>" in said[1]
    assert "<status>Later</status>" in said[2]


def test_another_device_of_ours_is_seen_however_many_contacts_there_are() -> None:
    presences = Presences(ANN)
    for number in range(MOST_PEOPLE):
        presences.take(stanza(f"contact{number}@example.org/x"))
    presences.take(stanza(f"{ANN}/phone"))
    assert presences.is_elsewhere("desk")
