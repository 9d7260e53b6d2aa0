"""What Calendar42 publishes, by way of a real server."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest

from c42desktop import clock
from c42desktop.calendar.words import tell
from c42desktop.xmpp.address import NodeAddress
from tests.people import Witness
from tests.readers import TOMORROW, Reader, settled

pytestmark = pytest.mark.server


def trip(token: int, delay: int = 0) -> ET.Element:
    """A train of tomorrow, some minutes late."""
    late = timedelta(minutes=delay)
    leg = {
        "mode": "transit",
        "start_time": (TOMORROW + late).isoformat(),
        "end_time": (TOMORROW + late + timedelta(minutes=38)).isoformat(),
        "departure_delay": delay * 60,
        "real_time": True,
    }
    return container(
        {
            "id": 7,
            "sync_token": token,
            "event_type": "depart_from",
            "title": "Train to Utrecht",
            "start": TOMORROW.isoformat(),
            "start_location": {"text": "Rotterdam Centraal"},
            "end_location": {"text": "Utrecht Centraal"},
            "trip": {"state": "success", "data": {"legs": [leg]}},
        }
    )


def container(data: dict[str, object]) -> ET.Element:
    element = ET.Element("{urn:xmpp:json:0}json")
    element.text = json.dumps(data)
    return element


async def test_c_pay_18_a_delay_is_pushed_and_what_is_removed_goes(
    bram: Witness, ann: Reader, team: NodeAddress
) -> None:
    for payload in (trip(1), trip(2, 8), trip(1, 99), container({"id": 7, "sync_token": 3, "permission": "removed"})):
        await bram.pubsub.publish(team, "train", payload)
    await settled(bram, ann, team)
    assert ann.told == [(kind, "Train to Utrecht") for kind in ("added", "changed", "removed")]
    assert tell(ann.changes[1], clock.now(), clock.LOCAL).title == "Leave 8 minutes later"
    ann.updates.clear()
    ann.link.sync.catch_up()
    await ann.until(lambda: ann.synced)
    item = ann.item(team, "train")
    assert (ann.told, item.events if item else None) == ([], ())
