"""SCRAM (RFC 5802, RFC 7677) with the vectors of the standards."""

from __future__ import annotations

import secrets

import pytest
from slixmpp.util.sasl import choose
from slixmpp.util.sasl.client import SASLCancelled, SASLMutualAuthFailed

from c42desktop.xmpp import scram

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


def mechanism(name: str, **credentials: str) -> scram.Scram:
    """The library's choice where a server offers `name`, inside TLS, with nothing known of channel binding."""

    def give(required: set[str], optional: set[str]) -> dict[str, str]:
        known = {"username": "user", "password": "pencil", **credentials}
        return {key: value for key, value in known.items() if key in required | optional}

    def security(names: set[str]) -> dict[str, object]:
        # "Proposed" keeps the flag at "n", as in the vectors.
        known = {"encrypted": True, "tls_version": "TLSv1.3", "binding_proposed": True}
        return {key: known.get(key, False) for key in names}

    chosen = choose({name}, give, security)  # type: ignore[arg-type]
    assert isinstance(chosen, scram.Scram), "the library's own SCRAM is still in use"
    return chosen


@pytest.mark.parametrize("name", VECTORS)
def test_the_vectors_of_the_standards(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nonce, server_first, client_last, server_last = VECTORS[name]
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _size: nonce)
    client = mechanism(name)
    assert client.process() == b"n,,n=user,r=" + nonce.encode()
    assert client.process(server_first) == client_last
    assert client.process(server_last) == b""
    assert client.process() == b"", "a success that says nothing more"


def test_c_sec_06_a_wrong_signature_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    nonce, server_first, _client_last, server_last = VECTORS["SCRAM-SHA-256"]
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _size: nonce)
    client = mechanism("SCRAM-SHA-256")
    client.process()
    client.process(server_first)
    with pytest.raises(SASLMutualAuthFailed):
        client.process(server_last.replace(b"6rri", b"7rri"))
    with pytest.raises(ValueError, match="unpack"):
        client.process()  # a success after that says nothing either


@pytest.mark.parametrize("iterations", ["0", "-1", "1", "4095", "1000001", "1000000000", "x", "", "4096.0"])
def test_c_sec_06_iterations_have_bounds(iterations: str) -> None:
    client = mechanism("SCRAM-SHA-256")
    client.process()
    with pytest.raises(SASLCancelled):
        client.process(b"r=" + client.cnonce + b"x,s=c2FsdA==,i=" + iterations.encode())


@pytest.mark.parametrize(
    "challenge",
    [b"", b"nonsense", b"r=%s1,i=4096", b"s=c2FsdA==,i=4096", b"r=other,s=c2FsdA==,i=4096"],
)
def test_c_sec_06_a_malformed_challenge_is_cancelled(challenge: bytes) -> None:
    client = mechanism("SCRAM-SHA-256")
    client.process()
    with pytest.raises(SASLCancelled):
        client.process(challenge.replace(b"%s", client.cnonce))


def test_c_sec_06_nonces_come_from_secrets_and_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = secrets.token_urlsafe

    def token(size: int) -> str:
        asked.append(size)
        return real(size)

    monkeypatch.setattr(secrets, "token_urlsafe", token)
    nonces = set()
    for _number in range(200):
        client = mechanism("SCRAM-SHA-256")
        first = client.process()
        nonces.add(client.cnonce)
        assert first.endswith(b",r=" + client.cnonce)
        assert b"," not in client.cnonce
    assert len(nonces) == 200
    assert min(asked) >= 18, "at least 144 bits"


@pytest.mark.parametrize("name", ["a,b=c", "a,r=b", "r=1", "ü"])
def test_names_with_signs_of_the_protocol_are_escaped(name: str) -> None:
    client = mechanism("SCRAM-SHA-256", username=name)
    escaped = name.replace("=", "=3D").replace(",", "=2C").encode()
    assert client.process() == b"n,,n=" + escaped + b",r=" + client.cnonce
