"""The whole story in each way to each server: sign in, discover, subscribe, hear of changes, catch up."""

from __future__ import annotations

from pathlib import Path

import pytest

from c42desktop.calendar.model import CalendarState
from c42desktop.xmpp.login import Way
from tests.people import calendar, end_subscriptions, signed_in
from tests.readers import payload, reading, settled
from tests.servers import Reached

pytestmark = pytest.mark.server

VIA = {Way.TCP: "", Way.WEBSOCKET: "WebSocket", Way.BOSH: "BOSH"}


async def test_c_bosh_18_every_way_to_a_server_does_all_that_the_others_do(
    server: Reached, way: Way, tmp_path: Path
) -> None:
    path = tmp_path / "ann.sqlite"
    async with signed_in(server, "bram") as bram:
        assert bram.session.status.via == VIA[way]
        team = await calendar(bram)
        await bram.pubsub.publish(team, "known", payload("Known"))
        async with reading(server, path) as ann:
            assert (await ann.link.pubsub.services()).found == (team.service,)
            assert team.node in await ann.link.pubsub.names(team.service)
            await ann.link.sync.subscribe(team)
            assert (ann.state(team), ann.ids(team), ann.told) == (CalendarState.ACTIVE, {"known"}, [])
            await bram.pubsub.publish(team, "pushed", payload("Pushed"))
            await bram.pubsub.retract(team, "known")
            await settled(bram, ann, team)
            assert ann.told == [("added", "Pushed"), ("removed", "Known")]
        await bram.pubsub.publish(team, "pushed", payload("Changed"))
        async with reading(server, path) as ann:
            assert ann.told == [("changed", "Changed")]
        await end_subscriptions(bram, "ann")
