"""Signing in: with what, how it is bound to the channel, and what is remembered of it."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp.login import Proof, State, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.scram import HASHES
from tests.people import Witness, witness
from tests.xmpp.scripted import (
    BIND,
    DOMAIN,
    JID,
    PASSWORD,
    SASL_NS,
    Peer,
    ScramServer,
    ScriptedServer,
    mechanisms,
)

TOKEN = "a.very-secret_token~1+/=="
DOWNGRADED = (
    f"{DOMAIN} now offers only a weaker way to sign in than before. Somebody may be in between. "
    "If its administrator changed this, accept it in the account's settings."
)


def channel_bindings(*kinds: str) -> str:
    told = "".join(f"<channel-binding type='{kind}'/>" for kind in kinds)
    return f"<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>{told}</sasl-channel-binding>"


async def let_in(peer: Peer, offered: Iterable[str], *features: str, already: bool = False) -> tuple[str, ScramServer]:
    """A session by SCRAM, and how it was signed in. With `already`, the features were sent before."""
    if not already:
        await peer.secure(mechanisms(*offered), *features)
    name, first = await peer.auth()
    scram = ScramServer(first, algorithm=HASHES[name.removesuffix("-PLUS")])
    await peer.succeed(scram.last(await peer.challenge(scram.first)))
    await peer.greet(BIND)
    await peer.bind()
    return name, scram


async def status_of(server: ScriptedServer, secret: str = PASSWORD, **login: object) -> Status:
    async with witness(server.login(**login), secret) as ann:
        return await ann.until(State.ONLINE, State.REFUSED, State.WAITING)


# -- channel binding ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offered", "kinds", "name", "flag"),
    [
        (("SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"), (), "SCRAM-SHA-512", "y"),
        (("SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"), (), "SCRAM-SHA-256", "n"),
        (("SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"), ("tls-unique", "made-up"), "SCRAM-SHA-256", "n"),
        (
            ("SCRAM-SHA-256", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"),
            ("tls-server-end-point",),
            "SCRAM-SHA-256-PLUS",
            "p=tls-server-end-point",
        ),
        (
            ("SCRAM-SHA-512", "SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS"),
            ("tls-unique", "tls-server-end-point"),
            "SCRAM-SHA-512-PLUS",
            "p=tls-server-end-point",
        ),
        (("SCRAM-SHA-512", "SCRAM-SHA-256-PLUS"), ("tls-server-end-point",), "SCRAM-SHA-512", "y"),
    ],
)
async def test_a_sign_in_is_bound_where_both_ends_can_and_says_so_where_the_server_offers_none(
    tmp_path: Path, offered: tuple[str, ...], kinds: tuple[str, ...], name: str, flag: str
) -> None:
    """With "y", a server that did offer it knows that somebody took the offer away (RFC 5802 §6)."""
    seen: list[tuple[str, ScramServer]] = []

    async def script(peer: Peer) -> None:
        seen.append(await let_in(peer, offered, channel_bindings(*kinds)))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online():
        der = server.tls_certificate
    ((chosen, scram),) = seen
    assert (chosen, scram.flag) == (name, flag)
    assert scram.bound == (hashlib.sha256(der).digest() if flag.startswith("p=") else b"")


# -- the password itself ------------------------------------------------------------------------------------------


async def test_c_sec_05_the_password_itself_is_not_sent_before_a_person_allows_it(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("PLAIN", "LOGIN"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server, allow_plain=False)
    assert (status.state, status.field) == (State.REFUSED, "allow_plain")
    assert "allow it in the account's settings" in status.reason
    assert "<auth" not in server.received


# -- tokens and certificates --------------------------------------------------------------------------------------


async def test_a_token_signs_in_by_oauthbearer(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256", "PLAIN", "OAUTHBEARER"))
        assert await peer.auth() == ("OAUTHBEARER", f"n,a={JID},\x01auth=Bearer {TOKEN}\x01\x01".encode())
        await peer.succeed()
        await peer.greet(BIND)
        await peer.bind()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        assert (await status_of(server, TOKEN, proof=Proof.OAUTHBEARER)).state is State.ONLINE


async def test_a_token_signs_in_by_x_oauth2(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256", "X-OAUTH2"))
        assert await peer.auth() == ("X-OAUTH2", f"\0ann\0{TOKEN}".encode())
        await peer.succeed()
        await peer.greet(BIND)
        await peer.bind()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        assert (await status_of(server, TOKEN, proof=Proof.X_OAUTH2)).state is State.ONLINE


@pytest.mark.parametrize("says_why", [True, False])
@pytest.mark.parametrize("proof", [Proof.OAUTHBEARER, Proof.X_OAUTH2])
async def test_a_refused_token_is_named(tmp_path: Path, proof: Proof, says_why: bool) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("OAUTHBEARER", "X-OAUTH2"))
        await peer.auth()
        if says_why and proof is Proof.OAUTHBEARER:
            assert await peer.challenge(b'{"status":"invalid_token","scope":"xmpp"}') == b"\x01"
        condition = "credentials-expired" if says_why else "not-authorized"
        await peer.send(f"<failure xmlns='{SASL_NS}'><{condition}/></failure>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server, TOKEN, proof=proof)
    assert status.reason == f"The token for {JID} was refused or has expired."
    assert (status.state, status.field) == (State.REFUSED, "password")


@pytest.mark.parametrize("token", ["", "two words", "a\x01auth=Bearer b", "ä"])
@pytest.mark.parametrize("proof", [Proof.OAUTHBEARER, Proof.X_OAUTH2])
async def test_a_token_that_is_none_is_not_sent(tmp_path: Path, proof: Proof, token: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("OAUTHBEARER", "X-OAUTH2"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server, token, proof=proof)
    assert status.reason == f"The token for {JID} has a character in it that no token can have."
    assert "<auth" not in server.received


@pytest.fixture
def own_certificate(tmp_path: Path) -> str:
    """A person's own certificate with its key, in one file that nothing protects but the disk."""
    folder = tmp_path / "own"
    folder.mkdir()
    write_certificate(folder, ("ann",))
    file = folder / "ann.pem"
    file.write_text((folder / "key.pem").read_text() + (folder / "certificate.pem").read_text())
    return str(file)


async def test_a_certificate_signs_in_by_external(tmp_path: Path, own_certificate: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256", "EXTERNAL"))
        assert await peer.auth() == ("EXTERNAL", JID.encode())
        await peer.succeed()
        await peer.greet(BIND)
        await peer.bind()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        assert (await status_of(server, "", proof=Proof.CERTIFICATE, certificate=own_certificate)).state is State.ONLINE


async def test_a_refused_certificate_is_named(tmp_path: Path, own_certificate: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("EXTERNAL"))
        await peer.auth()
        await peer.send(f"<failure xmlns='{SASL_NS}'><not-authorized/></failure>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server, "", proof=Proof.CERTIFICATE, certificate=own_certificate)
    assert status.reason == f"Could not sign in: {DOMAIN} does not take your certificate."
    assert (status.state, status.field) == (State.REFUSED, "certificate")


@pytest.mark.parametrize("proof", [Proof.CERTIFICATE, Proof.OAUTHBEARER, Proof.X_OAUTH2])
async def test_what_a_server_does_not_take_is_named_and_nothing_else_is_tried(
    tmp_path: Path, proof: Proof, own_certificate: str
) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256", "PLAIN"))
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server, TOKEN, proof=proof, certificate=own_certificate)
    assert (status.state, status.field) == (State.REFUSED, "proof")
    assert status.reason.endswith("only PLAIN, SCRAM-SHA-256.")
    assert "<auth" not in server.received


# -- what is remembered -------------------------------------------------------------------------------------------


async def test_c_sec_07_a_server_that_offers_less_than_before_is_refused_until_a_person_accepts_it(
    tmp_path: Path,
) -> None:
    offers = iter([("SCRAM-SHA-256", "SCRAM-SHA-1"), ("PLAIN", "SCRAM-SHA-1"), ("PLAIN", "SCRAM-SHA-1")])
    kept: list[str] = []

    def keep(memory: Memory) -> None:
        if memory.mechanism not in kept[-1:]:
            kept.append(memory.mechanism)

    memory = Memory(on_change=keep)

    async def script(peer: Peer) -> None:
        offered = next(offers)
        await peer.secure(mechanisms(*offered))
        if len(server.peers) == 2:
            await peer.until_closed()
        else:
            await let_in(peer, offered, already=True)

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, memory=memory) as ann:
        await ann.until(State.ONLINE)
        status = await ann.until(State.REFUSED)
        assert (status.reason, status.field) == (DOWNGRADED, "mechanism")
        assert "<auth" not in server.peers[1].received
        assert kept == ["SCRAM-SHA-256"]
        memory.forget_mechanism()
        ann.session.connect_now()
        await ann.until(State.ONLINE)
        assert kept == ["SCRAM-SHA-256", "", "SCRAM-SHA-1"]


async def test_c_sec_07_a_stripped_offer_is_looked_at_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever was in between may be gone."""
    monkeypatch.setattr("c42desktop.xmpp.session.REFUSED_WAIT", 0.2)
    offers = iter(["PLAIN"])

    async def script(peer: Peer) -> None:
        for offer in offers:
            await peer.secure(mechanisms(offer))
            await peer.until_closed()
            return
        await let_in(peer, ("SCRAM-SHA-256",))
        await peer.until_closed()

    async with (
        ScriptedServer(tmp_path, script) as server,
        witness(server.login(), PASSWORD, memory=Memory("SCRAM-SHA-256")) as ann,
    ):
        await ann.until(State.REFUSED)
        await ann.until(State.ONLINE)
    assert PASSWORD not in server.received


async def test_c_sec_07_what_was_not_proven_is_not_remembered(tmp_path: Path) -> None:
    """Else an impostor could lock us out of the real server."""

    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-512"))
        scram = ScramServer((await peer.auth())[1], algorithm="sha512")
        await peer.challenge(scram.first)
        await peer.succeed(b"v=AAAA")
        await peer.until_closed()

    memory = Memory()
    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD, memory=memory) as ann:
        await ann.until(State.REFUSED)
    assert memory.mechanism == ""


# -- the negotiation ----------------------------------------------------------------------------------------------


async def test_a_stream_that_comes_back_derives_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    derived: list[int] = []
    real = hashlib.pbkdf2_hmac

    def derive(algorithm: str, password: bytes, salt: bytes, iterations: int) -> bytes:
        derived.append(iterations)
        return real(algorithm, password, salt, iterations)

    monkeypatch.setattr("c42desktop.xmpp.secret.hashlib.pbkdf2_hmac", derive)

    async def script(peer: Peer) -> None:
        await let_in(peer, ("SCRAM-SHA-256",))
        if len(server.peers) == 3:
            await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD) as ann:
        for _number in range(3):
            await ann.until(State.ONLINE)
            if len(server.peers) < 3:
                await ann.until(State.WAITING)
    assert len(server.peers) == 3
    assert len(derived) == 3 + 1, "three by the server, one by us"


async def test_a_stream_that_ends_while_keys_are_derived_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()

    async def derive(*_terms: object) -> bytes:
        began.set()
        await go_on.wait()
        return b""

    monkeypatch.setattr("c42desktop.xmpp.secret.Secret.salted", derive)

    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        await peer.challenge(ScramServer((await peer.auth())[1]).first)

    before = asyncio.all_tasks()
    async with ScriptedServer(tmp_path, script) as server, witness(server.login(), PASSWORD):
        await began.wait()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    assert "<response" not in server.received


async def test_c_sec_06_a_success_while_the_answer_is_made_is_none(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        await peer.auth()
        await peer.send(f"<challenge xmlns='{SASL_NS}'/><success xmlns='{SASL_NS}'/>")
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server:
        status = await status_of(server)
    assert status.reason == f"The server could not prove that it is {DOMAIN}: somebody may be in between."


async def test_a_second_offer_is_not_answered(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.secure(mechanisms("SCRAM-SHA-256"))
        _name, first = await peer.auth()
        await peer.send(f"<stream:features>{mechanisms('PLAIN')}{BIND}</stream:features>")
        scram = ScramServer(first)
        await peer.succeed(scram.last(await peer.challenge(scram.first)))
        await peer.greet(BIND)
        await peer.bind()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online():
        pass
    assert server.received.count("<auth") == 1


async def test_the_library_never_gets_the_password(tmp_path: Path) -> None:
    async def script(peer: Peer) -> None:
        await peer.sign_in()
        await peer.until_closed()

    async with ScriptedServer(tmp_path, script) as server, server.online() as ann:
        assert isinstance(ann, Witness)
        assert PASSWORD not in ann.session.client.credentials.values()
