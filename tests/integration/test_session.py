"""A session against a real server: every way in, every refusal, and coming back."""

from __future__ import annotations

import asyncio
import gc
import logging
import warnings
from pathlib import Path

import pytest

from c42desktop.demo.prosody import DOMAIN, Prosody, free_ports, write_certificate
from c42desktop.xmpp.login import State, Way
from c42desktop.xmpp.trial import try_login
from tests.conftest import PASSWORDS
from tests.integration.ways import ONLY_TCP, ways
from tests.people import all_that_is_sent, login_at, signed_in, witness
from tests.servers import Reached, XmppServer

pytestmark = pytest.mark.server


async def test_signs_in_over_starttls(own_server: XmppServer) -> None:
    async with signed_in(own_server) as ann:
        assert ann.session.jid.bare == f"ann@{DOMAIN}"
        assert [s.state for s in ann.statuses] == [State.CONNECTING, State.ONLINE]


async def test_signs_in_over_direct_tls_at_whatever_port_was_entered(own_server: XmppServer) -> None:
    async with witness(login_at(own_server, port=own_server.ports.direct_tls)) as ann:
        assert (await ann.until(State.ONLINE, State.REFUSED, State.WAITING)).state is State.ONLINE


async def test_c_ses_01_sends_presence_of_priority_0_and_never_goes_inactive(
    server: XmppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = all_that_is_sent(monkeypatch)
    async with signed_in(server):
        pass
    (presence,) = (text for text in sent if text.startswith("<presence"))
    assert "<priority>0</priority>" in presence
    assert not any("inactive" in text for text in sent)


async def test_a_wrong_password_is_tried_once_and_named(server: XmppServer) -> None:
    async with witness(login_at(server), "wrong") as ann:
        status = await ann.until(State.REFUSED)
    assert status.reason == f"Could not sign in: the password for ann@{DOMAIN} was refused."
    assert status.field == "password"
    assert [s.state for s in ann.statuses][:2] == [State.CONNECTING, State.REFUSED]


async def test_a_new_password_is_tried_at_once(server: XmppServer) -> None:
    async with witness(login_at(server), "wrong") as ann:
        await ann.until(State.REFUSED)
        ann.session.use_password(PASSWORDS["ann"])
        assert (await ann.until(State.ONLINE)).state is State.ONLINE


@ONLY_TCP
async def test_c_sec_04_an_untrusted_certificate_is_refused_with_its_fingerprint(server: XmppServer) -> None:
    async with witness(login_at(server, ca_file="")) as ann:
        status = await ann.until(State.REFUSED)
    assert (
        status.reason
        == f"The certificate of {DOMAIN} is not trusted: it is self-signed, so nobody else vouches for it."
    )
    assert status.fingerprint == _fingerprint(server.ca_file)


@ONLY_TCP
async def test_c_sec_04_a_certificate_for_another_name_is_refused(server: XmppServer) -> None:
    async with witness(login_at(server, jid="ann@elsewhere.localhost"), "x") as ann:
        status = await ann.until(State.REFUSED)
    # Prosody ends the stream before TLS where it does not know the domain.
    assert status.reason == "The server does not know elsewhere.localhost. Check the address."


async def test_c_sec_04_an_expired_certificate_is_refused(own_server: XmppServer) -> None:
    await own_server.stop()
    write_certificate(own_server.folder, (DOMAIN,), days=-1)
    await own_server.start()
    async with witness(login_at(own_server)) as ann:
        status = await ann.until(State.REFUSED)
    assert "it expired on " in status.reason
    assert status.fingerprint == _fingerprint(own_server.ca_file)


@ONLY_TCP
async def test_a_ca_file_that_holds_no_certificate_is_named(server: XmppServer, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    status = await try_login(login_at(server, ca_file=str(empty)), "x")
    assert status is not None
    assert status.field == "ca_file"
    assert str(empty) in status.reason


@ONLY_TCP
async def test_a_closed_port_is_waited_for(server: XmppServer) -> None:
    (port,) = free_ports(1)
    async with witness(login_at(server, port=port)) as ann:
        status = await ann.until(State.WAITING)
    assert status.reason == f"127.0.0.1 is there, but nothing answers at port {port}."
    assert status.retry_in > 0


@ONLY_TCP
async def test_a_domain_without_a_server_is_named(server: XmppServer) -> None:
    async with witness(login_at(server, jid="ann@nowhere.invalid", host="", port=0), "x") as ann:
        status = await ann.until(State.WAITING, State.REFUSED)
    assert status.reason == "No server was found for nowhere.invalid. Check the address and the network."


@ONLY_TCP
async def test_a_server_that_does_not_know_the_domain_is_named(server: XmppServer) -> None:
    status = await try_login(login_at(server, jid="ann@other.example"), "x")
    assert status is not None
    assert status.reason == "The server does not know other.example. Check the address."
    assert status.state is State.REFUSED


async def test_comes_back_by_itself_when_the_server_does(
    own_server: XmppServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with signed_in(own_server) as ann:
        await own_server.stop()
        waiting = await ann.until(State.WAITING)
        assert waiting.retry_in > 0
        await own_server.start()
        await ann.until(State.ONLINE)
    assert {record.levelno for record in caplog.records} <= {logging.INFO}


@ways(Way.WEBSOCKET, Way.BOSH)
async def test_comes_back_over_http_when_the_server_does(own_prosody: Prosody, way: Way) -> None:
    async with signed_in(Reached(own_prosody, way)) as ann:
        await own_prosody.stop()
        await own_prosody.start()
        async with asyncio.timeout(20):
            while len(ann.resumed) < 2:  # BOSH notices nothing until the server is there again
                await asyncio.sleep(0.02)
        assert ann.resumed == [False, False]


async def test_connect_now_cuts_the_waiting_short(own_server: XmppServer) -> None:
    async with signed_in(own_server) as ann:
        ann.session._wait = lambda _attempt: 3600.0
        await own_server.stop()
        await ann.until(State.WAITING)
        await own_server.start()
        ann.session.connect_now()
        await ann.until(State.ONLINE)


async def test_the_same_resource_elsewhere_ends_the_session_for_good(server: XmppServer) -> None:
    login = login_at(server)
    async with witness(login) as first:
        await first.until(State.ONLINE)
        async with witness(login) as second:
            await second.until(State.ONLINE)
            status = await first.until(State.REFUSED)
    assert status.reason == f"ann@{DOMAIN} signed in from another copy of this program."


async def test_stopping_leaves_no_task_and_no_warning(server: XmppServer) -> None:
    before = asyncio.all_tasks()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with signed_in(server):
            pass
        await asyncio.sleep(0)
        gc.collect()
    assert asyncio.all_tasks() == before


async def test_stopping_while_connecting_is_clean(server: XmppServer) -> None:
    before = asyncio.all_tasks()
    async with witness(login_at(server)):
        await asyncio.sleep(0)
    async with witness(login_at(server)) as ann:
        await ann.until(State.CONNECTING)
        await asyncio.sleep(0.02)  # somewhere in the middle of TLS
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before


def _fingerprint(pem: Path) -> str:
    import hashlib
    import ssl

    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem.read_text())).digest().hex(":").upper()
