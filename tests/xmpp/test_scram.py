"""SCRAM (RFC 5802, RFC 7677) with the vectors of the standards."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
import threading

import pytest

from c42desktop.xmpp.mechanisms import UnprovenError, UnsafeError, UnusableError
from c42desktop.xmpp.scram import HASHES, Binding, Scram
from c42desktop.xmpp.secret import Secret

VECTORS = {
    "SCRAM-SHA-1": (  # RFC 5802 §5
        "fyko+d2lbbFgONRv9qkxdawL",
        b"r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
        b"c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
        b"v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
    ),
    "SCRAM-SHA-256": (  # RFC 7677 §3
        "rOprNGfwEbeRWgbNEkqO",
        b"r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        b"c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
        b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
    ),
}


def client(name: str = "SCRAM-SHA-256", user: str = "user", binding: Binding | None = None) -> Scram:
    return Scram(name, user, Secret("pencil"), binding)


def nonce_of(scram: Scram) -> bytes:
    return scram.first().rpartition(b",r=")[2]


@pytest.fixture(params=VECTORS)
def vector(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Scram, bytes, bytes, bytes]:
    """A client with the nonce of a standard, what the server says first, what the client answers, what the server
    says last."""
    nonce, *said = VECTORS[request.param]
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _size: nonce)
    return client(request.param), said[0], said[1], said[2]


async def test_the_vectors_of_the_standards(vector: tuple[Scram, bytes, bytes, bytes]) -> None:
    scram, server_first, client_last, server_last = vector
    assert scram.first() == b"n,,n=user,r=" + nonce_of(scram)
    assert await scram.answer(server_first) == client_last
    scram.succeed(server_last)


async def test_the_servers_proof_in_a_challenge_is_enough(vector: tuple[Scram, bytes, bytes, bytes]) -> None:
    scram, server_first, _client_last, server_last = vector
    await scram.answer(server_first)
    assert await scram.answer(server_last) == b""
    scram.succeed(b"")


async def test_c_sec_06_a_wrong_signature_fails(vector: tuple[Scram, bytes, bytes, bytes]) -> None:
    scram, server_first, _client_last, server_last = vector
    await scram.answer(server_first)
    turned = server_last[:5] + bytes([server_last[5] ^ 1]) + server_last[6:]
    for wrong in (turned, b"", b"v=", b"v=AAAA", b"v=!", b"e=other-error", b"x" + server_last):
        with pytest.raises(UnprovenError):
            scram.succeed(wrong)
    with pytest.raises(UnprovenError):
        await scram.answer(turned)
    with pytest.raises(UnprovenError):
        scram.succeed(b"")  # after a wrong proof, none


async def test_c_sec_06_success_before_the_server_was_asked_is_none(vector: tuple[Scram, bytes, bytes, bytes]) -> None:
    scram, _server_first, _client_last, server_last = vector
    for data in (b"", server_last, b"v="):
        with pytest.raises(UnprovenError):
            scram.succeed(data)


@pytest.mark.parametrize("name", HASHES)
async def test_each_family_is_spoken_and_bound_to_its_channel(name: str) -> None:
    """The server's side, written down once more."""
    scram = client(f"{name}-PLUS", binding=Binding("p=tls-exporter", b"\0channel"))
    assert scram.first().startswith(b"p=tls-exporter,,n=user,r=")
    server_first = b"r=" + nonce_of(scram) + b"more,s=c2FsdA==,i=5000"
    without_proof, _comma, proof = (await scram.answer(server_first)).rpartition(b",p=")
    bound = base64.b64encode(b"p=tls-exporter,," + b"\0channel")
    assert without_proof == b"c=" + bound + b",r=" + nonce_of(scram) + b"more"
    algorithm = HASHES[name]
    salted = hashlib.pbkdf2_hmac(algorithm, b"pencil", b"salt", 5000)
    signed = b",".join((scram.first().partition(b",,")[2], server_first, without_proof))
    stored = hashlib.new(algorithm, hmac.digest(salted, b"Client Key", algorithm)).digest()
    mask = hmac.digest(stored, signed, algorithm)
    key = bytes(a ^ b for a, b in zip(base64.b64decode(proof), mask, strict=True))
    assert hashlib.new(algorithm, key).digest() == stored
    signature = hmac.digest(hmac.digest(salted, b"Server Key", algorithm), signed, algorithm)
    scram.succeed(b"v=" + base64.b64encode(signature))


@pytest.mark.parametrize("iterations", ["0", "-1", "1", "4095", "1000001", "1000000000", "x", "", "4096.0", "04096"])
async def test_c_sec_06_iterations_have_bounds(iterations: str) -> None:
    scram = client()
    with pytest.raises(UnsafeError):
        await scram.answer(b"r=" + nonce_of(scram) + b"x,s=c2FsdA==,i=" + iterations.encode())


@pytest.mark.parametrize(
    "challenge",
    [
        b"",
        b"nonsense",
        b"r=%s1,i=4096",
        b"s=c2FsdA==,i=4096",
        b"r=other,s=c2FsdA==,i=4096",
        b"r=%s,s=c2FsdA==,i=4096",
        b"r=%s1,s=,i=4096",
        b"r=%s1,s=c2F,i=4096",
        b"m=ext,r=%s1,s=c2FsdA==,i=4096",
        b"s=c2FsdA==,r=%s1,i=4096",
    ],
)
async def test_c_sec_06_a_malformed_challenge_is_not_answered(challenge: bytes) -> None:
    scram = client()
    with pytest.raises(UnsafeError):
        await scram.answer(challenge.replace(b"%s", nonce_of(scram)))


async def test_what_a_later_standard_may_add_is_let_be() -> None:
    scram = client()
    assert await scram.answer(b"r=" + nonce_of(scram) + b"1,s=c2FsdA==,i=4096,h=bW9yZQ==")


def test_c_sec_06_nonces_come_from_secrets_and_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = secrets.token_urlsafe

    def token(size: int) -> str:
        asked.append(size)
        return real(size)

    monkeypatch.setattr(secrets, "token_urlsafe", token)
    nonces = {nonce_of(client()) for _number in range(200)}
    assert len(nonces) == 200
    assert not any(b"," in each for each in nonces)
    assert min(asked) >= 18, "at least 144 bits"


@pytest.mark.parametrize("name", ["a,b=c", "a,r=b", "r=1", "ü"])
def test_names_with_signs_of_the_protocol_are_escaped(name: str) -> None:
    scram = client(user=name)
    escaped = name.replace("=", "=3D").replace(",", "=2C").encode()
    assert scram.first() == b"n,,n=" + escaped + b",r=" + nonce_of(scram)


@pytest.mark.parametrize("password", ["a\u0007b", "\ud800", "\u0627a"])
def test_a_password_that_no_mechanism_can_carry_is_refused(password: str) -> None:
    with pytest.raises(UnusableError):
        Scram("SCRAM-SHA-256", "user", Secret(password))


async def test_the_password_is_prepared_as_the_standard_has_it() -> None:
    """A password typed on another keyboard is the same (RFC 4013 §3)."""
    results = set()
    for text in ("IX\u00aa", "I\u00adX\u00aa", "IXa"):
        scram = Scram("SCRAM-SHA-256", "user", Secret(text))
        scram._nonce, scram._bare = b"n", b"n=user,r=n"
        results.add(await scram.answer(b"r=nx,s=c2FsdA==,i=4096"))
    assert len(results) == 1


async def test_keys_are_derived_beside_the_event_loop_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    derived: list[tuple[str, threading.Thread]] = []
    real = hashlib.pbkdf2_hmac

    def derive(algorithm: str, password: bytes, salt: bytes, iterations: int) -> bytes:
        derived.append((algorithm, threading.current_thread()))
        return real(algorithm, password, salt, iterations)

    monkeypatch.setattr(hashlib, "pbkdf2_hmac", derive)
    secret = Secret("pencil")
    terms = [b"s=c2FsdA==,i=4096", b"s=c2FsdA==,i=4096", b"s=c2FsdA==,i=4097", b"s=bW9yZQ==,i=4097"]
    for each in terms:
        scram = Scram("SCRAM-SHA-256", "user", secret)
        await scram.answer(b"r=" + nonce_of(scram) + b"x," + each)
    assert [algorithm for algorithm, _thread in derived] == ["sha256"] * 3
    assert threading.main_thread() not in {thread for _algorithm, thread in derived}


async def test_the_loop_turns_while_a_server_wants_as_many_iterations_as_it_may() -> None:
    scram = client("SCRAM-SHA-512")
    work = asyncio.ensure_future(scram.answer(b"r=" + nonce_of(scram) + b"x,s=c2FsdA==,i=400000"))
    turns = 0
    while not work.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert turns > 5
