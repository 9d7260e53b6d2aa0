"""A key that a person trusts, with real servers, over each way to them."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, write_certificate
from c42desktop.xmpp.login import State
from c42desktop.xmpp.pin import pin_of
from tests.people import login_at, witness
from tests.servers import XmppServer

pytestmark = pytest.mark.server


def pin_in(pem: Path) -> str:
    return pin_of(ssl.PEM_cert_to_DER_cert(pem.read_text()))


async def test_c_sec_04_a_trusted_key_is_enough_and_shown_when_it_is_not_trusted(server: XmppServer) -> None:
    """What a person does: look at what was refused, and trust it."""
    async with witness(login_at(server, ca_file="")) as ann:
        refused = await ann.until(State.REFUSED)
    assert refused.pin == pin_in(server.ca_file)
    async with witness(login_at(server, ca_file="", pin=refused.pin)) as ann:
        assert (await ann.until(State.ONLINE, State.REFUSED, State.WAITING)).state is State.ONLINE


async def test_c_sec_04_another_key_is_refused_whoever_vouches_for_it(server: XmppServer, tmp_path: Path) -> None:
    write_certificate(tmp_path, (DOMAIN,))
    async with witness(login_at(server, pin=pin_in(tmp_path / "certificate.pem"))) as ann:
        status = await ann.until(State.REFUSED, State.WAITING, State.ONLINE)
    assert (status.state, status.field) == (State.REFUSED, "pin")
    assert status.pin == pin_in(server.ca_file)


async def test_c_sec_04_a_key_that_changes_while_we_are_away_is_refused(own_server: XmppServer) -> None:
    async with witness(login_at(own_server, pin=pin_in(own_server.ca_file))) as ann:
        await ann.until(State.ONLINE)
        await own_server.stop()
        await ann.until(State.WAITING)
        write_certificate(own_server.folder, (DOMAIN,))
        await own_server.start()
        status = await ann.until(State.REFUSED, State.ONLINE)
        assert (status.state, status.field) == (State.REFUSED, "pin")
