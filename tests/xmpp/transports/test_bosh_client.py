"""A whole session over BOSH, with a connection manager that follows a script."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp.login import State, Status
from c42desktop.xmpp.transports.bosh import BoshTransport
from tests.people import witness
from tests.xmpp.scripted import DOMAIN, JID, PASSWORD, SASL_NS, STARTTLS, event, mechanisms
from tests.xmpp.test_log_secrets import Logged
from tests.xmpp.test_log_secrets import logged as logged
from tests.xmpp.transports.scripted_cm import SID, TERMS, Peer, ScriptedManager

DEAD_AFTER = 0.6  # seconds
PURGE = event("<purge node='n'/>")


@pytest_asyncio.fixture
async def manager(tmp_path: Path) -> AsyncIterator[ScriptedManager]:
    """On loopback, with TLS."""
    async with ScriptedManager(tmp_path, secure=True) as running:
        yield running


@pytest.fixture
def peer(manager: ScriptedManager) -> Iterator[Peer]:
    """The server behind it."""
    yield Peer(manager)


async def test_c_bosh_04_signs_in_and_gets_pushes(manager: ScriptedManager, peer: Peer) -> None:
    async with witness(manager.login(), PASSWORD) as ann:
        await peer.sign_in()
        assert (await ann.until(State.ONLINE)).via == "BOSH"
        await peer.send(PURGE.replace("<message ", "<message xmlns='http://jabber.org/protocol/httpbind' "))
        assert (await asyncio.wait_for(ann.messages.get(), 10)).tag == "{jabber:client}message"
        leaving = asyncio.ensure_future(ann.session.stop())
        farewell = await peer.expect("presence")
        assert farewell.get("type") == "unavailable"
        await peer.send("", type_="terminate")
        await leaving
    assert manager.most <= 2


async def test_what_belongs_below_http_is_not_used_above_it(manager: ScriptedManager, peer: Peer) -> None:
    compression = "<compression xmlns='http://jabber.org/features/compress'><method>zlib</method></compression>"
    offered = mechanisms("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256")
    async with witness(manager.login(), PASSWORD):
        await peer.greet(STARTTLS, compression, offered, **TERMS)
        auth = await peer.expect("auth")
        assert auth.tag == f"{{{SASL_NS}}}auth"
        assert auth.get("mechanism") == "SCRAM-SHA-256"
    sent = b"".join(call.data for call in manager.seen)
    assert b"starttls" not in sent and b"compress" not in sent


async def test_c_bosh_10_a_conflict_is_told_and_not_fought_over(manager: ScriptedManager, peer: Peer) -> None:
    conflict = "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
    async with witness(manager.login(), PASSWORD) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        await peer.send(PURGE + conflict, type_="terminate", condition="remote-stream-error")
        status = await ann.until(State.REFUSED)
        assert status.reason == f"{JID} signed in from another copy of this program."
        assert ann.messages.qsize() == 1


async def test_c_bosh_09_a_forgotten_session_is_made_anew(manager: ScriptedManager, peer: Peer) -> None:
    async with witness(manager.login(), PASSWORD) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        await peer.send("", type_="terminate", condition="item-not-found")
        await Peer(manager).sign_in()
        await ann.until(State.ONLINE)
        assert ann.resumed == [False, False]


async def refused_at(manager: ScriptedManager) -> Status:
    async with witness(manager.login(), PASSWORD) as ann:
        return await ann.until(State.REFUSED, State.WAITING)


async def test_c_bosh_09_an_unknown_domain_is_a_wrong_address(manager: ScriptedManager, peer: Peer) -> None:
    trying = asyncio.ensure_future(refused_at(manager))
    await peer.send("", type_="terminate", condition="improper-addressing")
    status = await trying
    assert (status.state, status.field) == (State.REFUSED, "address")
    assert status.reason == f"The server does not know {DOMAIN}. Check the address."


async def test_c_bosh_14_an_untrusted_certificate_gets_nothing(manager: ScriptedManager) -> None:
    async with witness(manager.login(ca_file=""), PASSWORD) as ann:
        status = await ann.until(State.REFUSED)
        assert status.reason.startswith("The certificate of 127.0.0.1 is not trusted: it is self-signed")
    assert manager.seen == []


async def test_c_bosh_14_another_certificate_later_gets_nothing_either(
    manager: ScriptedManager, peer: Peer, tmp_path: Path
) -> None:
    trusted = tmp_path / "trusted.pem"
    trusted.write_bytes(manager.ca_file.read_bytes())
    async with witness(manager.login(ca_file=str(trusted)), PASSWORD) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        seen = len(manager.seen)
        await manager.stop()
        write_certificate(tmp_path, (DOMAIN,))
        await manager.start()
        status = await ann.until(State.REFUSED)
        assert "is not trusted" in status.reason
        assert len(manager.seen) <= seen + 1  # what was on its way before
    assert all(TERMS["sid"].encode() not in call.data for call in manager.seen[seen + 1 :])


async def test_pulse_asks_a_quiet_server_and_leaves_one_that_answers_in_peace(
    manager: ScriptedManager, peer: Peer
) -> None:
    async with witness(manager.login(), PASSWORD, DEAD_AFTER) as ann:
        await peer.sign_in()
        for _time in range(3):
            request = await peer.expect("iq")
            assert request[0].tag == "{urn:xmpp:ping}ping"
            await peer.send(f"<iq type='result' id='{request.get('id')}' from='{DOMAIN}'/>")
        assert [status.state for status in ann.statuses] == [State.CONNECTING, State.ONLINE]


async def test_pulse_leaves_a_server_that_went_silent(manager: ScriptedManager, peer: Peer) -> None:
    async with witness(manager.login(), PASSWORD, DEAD_AFTER) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        status = await ann.until(State.WAITING)
        assert status.reason == f"{DOMAIN} stopped answering."


async def test_c_sec_10_nothing_that_can_stand_for_a_session_is_logged(
    manager: ScriptedManager, peer: Peer, logged: Logged
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 60.0
    async with witness(manager.login(), PASSWORD) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        held = manager.seen[-1]
        held.garble(f"{SID} broken")
        again = await manager.call()
        assert again.data == held.data
        again.answer(PURGE, sid=SID)
        await asyncio.wait_for(ann.messages.get(), 10)
        (await manager.call()).respond("no", status=503)
        (await manager.call()).answer(SID, type_="terminate", condition="item-not-found", sid=SID)
        await ann.until(State.WAITING, State.CONNECTING)
    text = logged.file.read_text()
    assert JID in text and "A request failed" in text, "the log works"
    for secret in (SID, PASSWORD, *(str(call.rid) for call in manager.seen)):
        assert secret not in text


async def test_stopping_while_a_session_is_being_made_leaves_nothing_running(manager: ScriptedManager) -> None:
    before = asyncio.all_tasks()
    async with witness(manager.login(), PASSWORD):
        await manager.call()
    await asyncio.sleep(0.05)
    left = {str(task.get_coro()) for task in asyncio.all_tasks() - before}
    assert not {each for each in left if "RequestHandler" not in each}  # the script's own


async def test_while_nothing_happens_no_timer_runs_but_that_of_the_waiting_request(
    manager: ScriptedManager, peer: Peer
) -> None:
    async with witness(manager.login(), PASSWORD) as ann:
        await peer.sign_in()
        await ann.until(State.ONLINE)
        await manager.quiet(0.1)
        transport = ann.session.client.transport
        assert isinstance(transport, BoshTransport)
        assert transport._session.due is None
        assert transport._timer is None or transport._timer.cancelled()
