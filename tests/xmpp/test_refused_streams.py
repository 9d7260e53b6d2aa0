"""What a server may do wrong, and what a person reads then. Each against a scripted server."""

from __future__ import annotations

import asyncio
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import slixmpp

from c42desktop.xmpp import session as session_module
from c42desktop.xmpp import trust
from c42desktop.xmpp.login import State, Status
from c42desktop.xmpp.request import ask
from tests.people import Witness, witness
from tests.xmpp.scripted import (
    BIND,
    DOMAIN,
    HEADER,
    JID,
    PASSWORD,
    SASL_NS,
    SERVICE,
    STARTTLS,
    Peer,
    ScramServer,
    ScriptedServer,
    event,
    mechanisms,
    stream_error,
)

UNPROVEN = f"The server could not prove that it is {DOMAIN}: somebody may be in between."
UNSAFE = f"{DOMAIN} asked for an unsafe way to sign in. The password was not sent."

Script = Callable[[Peer], Awaitable[None]]


async def outcome(server: ScriptedServer, *states: State) -> Status:
    """The first status that is REFUSED or WAITING (or one of `states`) when signing in at `server`."""
    async with witness(server.login(), PASSWORD) as ann:
        return await ann.until(*(states or (State.REFUSED, State.WAITING)))


@pytest.mark.parametrize("offered", [("PLAIN",), ("LOGIN",), ("SCRAM-SHA-1", "SCRAM-SHA-256"), ("ANONYMOUS",)])
async def test_c_sec_05_nothing_is_sent_in_clear(tmp_path: Path, offered: tuple[str, ...]) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(mechanisms(*offered))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.state is State.REFUSED
    assert status.reason == f"{DOMAIN} does not offer an encrypted connection. Nothing was sent."
    assert server.received.count("<") == 1, "one stream header, and nothing else"


async def test_c_sec_05_no_session_is_bound_without_tls_and_sasl(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(BIND)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.state is State.REFUSED
    assert "<iq" not in server.received


async def test_c_sec_05_no_session_is_bound_inside_tls_without_sasl(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(BIND)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.reason == f"{DOMAIN} does not let anyone sign in right now."
    assert "<iq" not in server.received


async def test_c_sec_05_features_slipped_in_behind_proceed_do_not_count(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.expect("<starttls")
        await peer.send(
            "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
            f"<stream:features>{mechanisms('PLAIN')}</stream:features>"
        )
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.state in (State.REFUSED, State.WAITING)
    assert "<auth" not in server.received


async def test_c_sec_01_an_event_before_signing_in_is_nobodys(tmp_path: Path) -> None:
    purge = event("<purge node='team'/>")

    async def script(peer: Peer) -> None:
        await peer.expect("<stream:stream [^>]*>")
        await peer.send(f"{HEADER.format(domain=DOMAIN)}{purge}<stream:features>{STARTTLS}</stream:features>")
        await peer.start_tls()
        await peer.expect("<stream:stream [^>]*>")
        await peer.send(f"{HEADER.format(domain=DOMAIN)}{purge}<stream:features/>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.WAITING, State.REFUSED)
        assert ann.messages.empty()


@pytest.mark.parametrize("offered", [("LOGIN",), ("DIGEST-MD5",), ("ANONYMOUS", "CRAM-MD5"), ()])
async def test_c_sec_05_a_server_with_unsafe_mechanisms_only_is_refused(
    tmp_path: Path, offered: tuple[str, ...]
) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms(*offered))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    names = ", ".join(sorted(offered)) or "–"
    assert status.reason == f"{DOMAIN} offers no safe way to sign in (only {names}). Ask its administrator for SCRAM."
    assert status.state is State.REFUSED
    assert "<auth" not in server.received


async def test_channel_binding_only_is_refused_instead_of_tried_for_ever(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256-PLUS"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.state is State.REFUSED
    assert "offers no safe way to sign in" in status.reason


async def test_a_password_that_xmpp_cannot_have_is_named(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), "a\u0007b") as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
    assert status.reason == f"The password for {JID} has a character in it that passwords on XMPP cannot have."
    assert status.field == "password"


async def test_the_strongest_mechanism_is_chosen_and_the_server_proves_itself(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256"))
        name, first = await peer.auth()
        assert name == "SCRAM-SHA-256"
        scram = ScramServer(first)
        await peer.succeed(scram.last(await peer.challenge(scram.first)))
        await peer.greet(BIND)
        await peer.expect("<bind")

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.reason == f"The connection to {DOMAIN} was lost.", "it came as far as binding"
    assert PASSWORD not in server.received


async def test_the_servers_proof_may_come_in_a_challenge(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        scram = ScramServer((await peer.auth())[1])
        assert await peer.challenge(scram.last(await peer.challenge(scram.first))) == b""
        await peer.succeed()
        await peer.greet(BIND)
        await peer.expect("<bind")

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.reason == f"The connection to {DOMAIN} was lost."


@pytest.mark.parametrize("last", [b"v=AAAA", b"v=!", b"", b"nonsense", b"e=other-error"])
async def test_c_sec_06_a_wrong_server_signature_is_refused(tmp_path: Path, last: bytes) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        scram = ScramServer((await peer.auth())[1])
        await peer.challenge(scram.first)
        await peer.succeed(last)
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert (status.state, status.reason, status.field) == (State.REFUSED, UNPROVEN, "")
    assert server.received.count("<stream:stream") == 2, "no new stream for an impostor"


async def test_c_sec_06_success_without_any_challenge_is_refused(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        await peer.auth()
        await peer.succeed()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        assert (await outcome(server)).reason == UNPROVEN


@pytest.mark.parametrize(
    "first",
    [
        b"r=%s-,s=c2FsdA==,i=1",
        b"r=%s-,s=c2FsdA==,i=1000000000",
        b"r=%s-,s=c2FsdA==,i=many",
        b"r=%s-,s=c2FsdA==",
        b"r=other,s=c2FsdA==,i=4096",
        b"m=ext,r=%s-,s=c2FsdA==,i=4096",
        b"",
    ],
)
async def test_c_sec_06_an_unreasonable_challenge_is_refused(tmp_path: Path, first: bytes) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        scram = ScramServer((await peer.auth())[1])
        await peer.challenge(first.replace(b"%s", scram.client_nonce))

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert (status.state, status.reason) == (State.REFUSED, UNSAFE)
    assert "<response" not in server.received


@pytest.mark.parametrize(
    ("condition", "state", "words"),
    [
        ("not-authorized", State.REFUSED, f"the password for {JID} was refused"),
        ("account-disabled", State.REFUSED, "is switched off"),
        ("credentials-expired", State.REFUSED, "has expired"),
        ("temporary-auth-failure", State.WAITING, "cannot check passwords right now"),
        ("mechanism-too-weak", State.REFUSED, "wants another way to sign in"),
        ("made-up", State.REFUSED, "was refused"),
    ],
)
async def test_a_refused_sign_in_is_explained_and_not_tried_weaker(
    tmp_path: Path, condition: str, state: State, words: str
) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"))
        await peer.auth()
        await peer.send(f"<failure xmlns='{SASL_NS}'><{condition}/></failure>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
        attempts = server.peers[0].received.count("<auth")
    assert status.state is state
    assert words in status.reason
    assert attempts == 1


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE x [<!ENTITY a 'lol'>]>",
        "<?xml version='1.0'?><?pi <stream:stream ?><!DOCTYPE x [<!ENTITY a 'lol'>]>",
        "<?xml version='1.0'?><!-- <stream:stream -->",
        "HTTP/1.1 400 Bad Request\r\n\r\n",
        " " * 10_000,
    ],
)
async def test_c_sec_08_restricted_xml_ends_the_stream(tmp_path: Path, prolog: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.expect("<stream:stream [^>]*>")
        for character in prolog[:3]:
            await peer.send(character)
        await peer.send(prolog[3:])
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.reason == f"{DOMAIN} sent something that no XMPP server may send."


async def test_a_server_that_says_nothing_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "CONNECT_TIMEOUT", 0.2)
    async with ScriptedServer(tmp_path, Peer.until_closed) as server:
        status = await outcome(server)
    assert (status.state, status.reason) == (State.WAITING, f"{DOMAIN} did not answer in time.")


async def test_a_server_that_never_binds_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_module, "CONNECT_TIMEOUT", 1.0)

    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN"))
        await peer.auth()
        await peer.succeed()
        await peer.greet(BIND)
        await peer.until_closed()

    before = asyncio.all_tasks()
    async with ScriptedServer(tmp_path, script) as server:
        assert (await outcome(server)).reason == f"{DOMAIN} did not answer in time."
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before


async def test_a_refused_resource_is_waited_for(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN"))
        await peer.auth()
        await peer.succeed()
        await peer.greet(BIND)
        request = await peer.request("<bind")
        await peer.send(
            f"<iq type='error' id='{request}'><error type='wait'>"
            "<resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"
        )
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert (status.state, status.reason) == (State.WAITING, f"{DOMAIN} opens no session right now.")


async def close_at_once(peer: Peer) -> None:
    await peer.expect("<stream:stream")


async def close_after_features(peer: Peer) -> None:
    await peer.greet(STARTTLS)
    await peer.expect("<starttls")


async def close_inside_tls(peer: Peer) -> None:
    await peer.greet(STARTTLS)
    await peer.start_tls()


async def close_after_auth(peer: Peer) -> None:
    await peer.secure(mechanisms("PLAIN"))
    await peer.auth()


async def garbage_instead_of_tls(peer: Peer) -> None:
    await peer.greet(STARTTLS)
    await peer.expect("<starttls[^>]*/>")
    await peer.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
    await peer.send("this is no TLS record, and it is long enough to tell")
    await peer.until_closed()


async def broken_xml(peer: Peer) -> None:
    await peer.greet("<a></b>")
    await peer.until_closed()


@pytest.mark.parametrize(
    "script",
    [close_at_once, close_after_features, close_inside_tls, close_after_auth, garbage_instead_of_tls, broken_xml],
)
async def test_a_connection_that_breaks_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: Script
) -> None:
    monkeypatch.setattr(session_module, "CONNECT_TIMEOUT", 2.0)  # for garbage: TLS waits for a better record
    before = asyncio.all_tasks()
    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert status.state is State.WAITING
    assert DOMAIN in status.reason or "127.0.0.1" in status.reason
    assert status.retry_in > 0
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("conflict", "signed in from another copy"),
        ("host-unknown", "does not know"),
        ("host-gone", "does not know"),
        ("not-authorized", "may not sign in"),
        ("policy-violation", "rules of use"),
        ("see-other-host", "asks to connect to another host"),
    ],
)
async def test_c_ses_03_a_stream_error_that_stays_never_loops(tmp_path: Path, condition: str, words: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(stream_error(condition))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
        assert status.state is State.REFUSED
        assert words in status.reason
        assert await server.stays_alone()


@pytest.mark.parametrize(
    ("condition", "passes"),
    [
        ("conflict", False),
        ("host-unknown", False),
        ("host-gone", False),
        ("not-authorized", False),
        ("policy-violation", False),
        ("see-other-host", True),
    ],
)
async def test_c_ses_03_what_a_server_may_mend_is_tried_again_after_a_long_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, condition: str, passes: bool
) -> None:
    """Nobody may look at the window for weeks."""
    monkeypatch.setattr("c42desktop.xmpp.session.REFUSED_WAIT", 0.2)
    refusals = iter([stream_error(condition)])

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(next(refusals, ""))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.REFUSED)
        if passes:
            await ann.until(State.ONLINE)
        else:
            assert await server.stays_alone()
            assert ann.session.status.state is State.REFUSED


async def test_c_ses_03_another_network_may_have_nobody_in_between(tmp_path: Path) -> None:
    """Before TLS, anyone may be speaking."""
    speakers = iter([True])

    async def script(peer: Peer) -> None:
        if next(speakers, False):
            await peer.greet(mechanisms("PLAIN"))
        else:
            await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        await ann.until(State.REFUSED)
        ann.session.check()
        await ann.until(State.ONLINE)


async def test_c_sec_04_a_certificate_that_was_renewed_is_found_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("c42desktop.xmpp.session.REFUSED_WAIT", 0.2)
    other = tmp_path / "other"
    other.mkdir()

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, ScriptedServer(other, script) as stranger:
        context = ssl.create_default_context(cafile=stranger.login().ca_file)
        contexts = iter([context])
        trusted = trust.tls_context
        monkeypatch.setattr(trust, "tls_context", lambda ca_file, **_: next(contexts, None) or trusted(ca_file))
        async with witness(server.login(), PASSWORD) as ann:
            assert (await ann.until(State.REFUSED)).fingerprint
            await ann.until(State.ONLINE)


async def test_c_ses_03_a_redirect_before_tls_is_not_followed(tmp_path: Path) -> None:
    """The library would connect again and check the certificate for the host that an attacker named."""

    async def script(peer: Peer) -> None:
        await peer.expect("<stream:stream [^>]*>")
        await peer.send(HEADER.format(domain=DOMAIN) + stream_error("see-other-host", "evil.example:5222"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
        assert status.state is State.REFUSED
        assert await server.stays_alone()


@pytest.mark.parametrize("condition", ["system-shutdown", "reset", "internal-server-error", "made-up"])
async def test_c_ses_03_other_stream_errors_are_waited_for(tmp_path: Path, condition: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.send(stream_error(condition))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await outcome(server)
    assert (status.state, status.field) == (State.WAITING, "")


@pytest.mark.expects_warnings
async def test_a_defect_in_who_is_told_costs_one_stream_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Else the program would stay offline until it is started again."""

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        ann = Witness(server.login(), PASSWORD)
        defects = iter([RuntimeError("a defect")])

        def told(resumed: bool) -> None:
            for defect in defects:
                raise defect
            ann.resumed.append(resumed)

        ann.session._on_online = told
        ann.session.start()
        await ann.until(State.WAITING)
        await ann.until(State.ONLINE)
        assert ann.resumed == [False]
        assert "a defect" in caplog.text
        await ann.session.stop()


@pytest.mark.parametrize("name", ["~nobody here/ca.pem", "ca\0.pem"])
async def test_a_ca_file_that_no_file_can_be_is_named(tmp_path: Path, name: str) -> None:
    async with (
        ScriptedServer(tmp_path, Peer.until_closed) as server,
        witness(server.login(ca_file=name), PASSWORD) as ann,
    ):
        status = await ann.until(State.REFUSED)
    assert status.field == "ca_file"


async def test_tls_is_not_asked_for_inside_direct_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def script(peer: Peer) -> None:
        await peer.greet(STARTTLS, mechanisms("PLAIN"))
        await peer.auth()

    async with ScriptedServer(tmp_path, script, direct_tls=True) as server:
        monkeypatch.setattr("c42desktop.xmpp.endpoints.DIRECT_TLS_PORTS", frozenset({server.port}))
        await outcome(server)
    assert "<auth" in server.received
    assert "<starttls" not in server.received


async def test_an_impossible_host_is_named_and_not_forgotten(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed) as server:
        for host, port in (("a..b", 5222), ("x" * 70 + ".example", 5222), ("127.0.0.1", 70_000)):
            async with witness(server.login(host=host, port=port), PASSWORD) as ann:
                status = await ann.until(State.WAITING, State.REFUSED)
            assert status.reason == f"No server was found for {host}. Check the address and the network."
            assert status.field == "host"


async def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, Peer.until_closed) as server:
        login = server.login(jid="a b@c d")
    async with witness(login, PASSWORD) as ann:
        status = await ann.until(State.REFUSED)
    assert (status.reason, status.field) == ("“a b@c d” is not an XMPP address.", "address")


async def test_c_sec_02_an_answer_from_somebody_else_is_ignored(tmp_path: Path) -> None:
    def answer(request: str, sender: str, node: str) -> str:
        return (
            f"<iq type='result' id='{request}' from='{sender}' to='{JID}/test'>"
            "<query xmlns='http://jabber.org/protocol/disco#items'>"
            f"<item jid='{SERVICE}' node='{node}'/></query></iq>"
        )

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        request = await peer.request("disco#items")
        await peer.send(answer(request, "mallory@evil.example", "wrong"))
        await peer.send(answer(request, f"{SERVICE}/other", "wrong"))
        await peer.send(answer(request, SERVICE, "right"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        assert await ann.pubsub.names(SERVICE) == {"right"}


@pytest.mark.parametrize("sender", ["mallory@evil.example", f"bob@{DOMAIN}", SERVICE, "evil.example"])
async def test_c_sec_02_only_the_server_binds_a_resource(tmp_path: Path, sender: str) -> None:
    """The library takes the answer of whoever knows the number, and then takes that address for its own."""

    def bound(request: str, jid: str, attributes: str = "") -> str:
        return (
            f"<iq type='result' id='{request}'{attributes}><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
            f"<jid>{jid}</jid></bind></iq>"
        )

    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN"))
        await peer.auth()
        await peer.succeed()
        await peer.greet(BIND)
        request = await peer.request("<bind")
        await peer.send(bound(request, "mallory@evil.example/x", f" from='{sender}'"))
        await peer.send(bound(request, f"{JID}/test"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        assert ann.session.jid.full == f"{JID}/test"


async def test_c_sec_02_only_the_server_answers_a_ping(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        request = await peer.request("urn:xmpp:ping")
        await peer.send(f"<iq type='error' id='{request}' from='mallory@evil.example' to='{JID}/test'/>")
        await peer.send(f"<iq type='result' id='{request}' from='{DOMAIN}' to='{JID}/test'/>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        answer = await ask(ann.session.client, "get", slixmpp.JID(DOMAIN), ET.Element("{urn:xmpp:ping}ping"), 10)
    assert (answer.get("type"), answer.get("from")) == ("result", DOMAIN)


async def test_c_sec_02_stream_management_is_nobody_elses_to_speak(tmp_path: Path) -> None:
    """Inside a stanza, somebody else may have written it."""
    inside = (
        "<enabled xmlns='urn:xmpp:sm:3' id='evil' resume='true'/><r xmlns='urn:xmpp:sm:3'/>"
        "<resumed xmlns='urn:xmpp:sm:3' previd='evil' h='0'/>"
    )
    over = asyncio.Event()

    async def script(peer: Peer) -> None:
        await peer.sign_in("<sm xmlns='urn:xmpp:sm:3'/>")
        await peer.expect("<enable [^>]*/>")
        await peer.send(f"<message from='mallory@evil.example' to='{JID}'>{inside}</message>")
        await peer.send(f"<iq type='get' id='last' from='{DOMAIN}' to='{JID}/test'><ping xmlns='urn:xmpp:ping'/></iq>")
        await peer.expect("id=.last")
        over.set()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        await over.wait()
        assert ann.session.client.resumption is None
    assert "<a " not in server.received
