"""Whose word it is that somebody asks to be let into a calendar."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from c42desktop import clock
from c42desktop.link import Link
from c42desktop.settings import Timing
from c42desktop.store.store import Store
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.approvals import AUTHORIZATION, AccessRequest
from c42desktop.xmpp.login import Login

ANN, SERVICE = "ann@example.org", "pubsub.example.org"
FORM = (
    "<x xmlns='jabber:x:data' type='form'>"
    f"<field var='FORM_TYPE'><value>{AUTHORIZATION}</value></field>"
    "<field var='pubsub#node'><value>team</value></field>"
    "<field var='pubsub#subscriber_jid'><value>vera@example.org</value></field></x>"
)


def heard(folder: Path, **attributes: str) -> list[AccessRequest]:
    """What the program makes of a message with a request."""
    store = Store(folder / "store.sqlite")
    link = Link(
        Login(ANN),
        "",
        store,
        now=clock.now,
        on_status=lambda _status: None,
        on_update=lambda _update: None,
        timing=Timing(),
    )
    found: list[AccessRequest] = []
    link.on_request = found.append
    written = "".join(f" {name}='{value}'" for name, value in attributes.items())
    link._event(ET.fromstring(f"<message xmlns='jabber:client'{written.replace('from_', 'from')}>{FORM}</message>"))
    store.close()
    return found


async def test_a_service_says_who_asks(tmp_path: Path) -> None:
    assert heard(tmp_path, from_=SERVICE, to=ANN) == [AccessRequest(NodeAddress(SERVICE, "team"), "vera@example.org")]


@pytest.mark.parametrize(
    "attributes",
    [
        {"from_": f"{SERVICE}/x", "to": ANN},
        {"from_": SERVICE, "to": "bram@example.org"},
        {"from_": SERVICE, "to": ANN, "type": "error"},
        {"from_": "@@", "to": ANN},
    ],
)
async def test_c_sec_01_a_request_that_is_not_a_services_own_word_is_ignored(
    tmp_path: Path, attributes: dict[str, str]
) -> None:
    assert heard(tmp_path, **attributes) == []
