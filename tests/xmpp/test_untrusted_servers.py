"""Servers whose certificate proves nothing, over each way that has TLS: refused before a word is said inside."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from c42desktop.demo.prosody import write_certificate
from c42desktop.xmpp import endpoints
from c42desktop.xmpp.certificate import fingerprint_of
from c42desktop.xmpp.ending import connection_ending
from c42desktop.xmpp.login import Login, Proof, State, Status, Way
from c42desktop.xmpp.pin import pin_of
from c42desktop.xmpp.trust import tls_context
from tests.people import witness
from tests.xmpp.scripted import DOMAIN, PASSWORD, SASL_NS, STARTTLS, Peer, ScriptedServer, mechanisms

KINDS = ("starttls", "direct", "wss", "https")
_WAYS = {"wss": Way.WEBSOCKET, "https": Way.BOSH}


def der_of(server: ScriptedServer) -> bytes:
    return ssl.PEM_cert_to_DER_cert(server.ca_file.read_text())


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


def both(tmp_path: Path) -> Path:
    """A certificate of ours with its key."""
    own = folder(tmp_path, "own")
    write_certificate(own, ("ann",))
    file = own / "both.pem"
    file.write_text((own / "certificate.pem").read_text() + (own / "key.pem").read_text())
    return file


def make_old(context: ssl.SSLContext) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")


def shake_hands(ours: ssl.SSLContext, theirs: ssl.SSLContext) -> ssl.SSLError:
    """What TLS says on our side when it does not come about, or ends with the first word of the server."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ours.wrap_bio(to_client, to_server, server_hostname=DOMAIN)
    server = theirs.wrap_bio(to_server, to_client, server_side=True)
    steps = [client.do_handshake, server.do_handshake] * 3 + [lambda: client.read(1)]
    for step in steps:
        try:
            step()
        except (ssl.SSLWantReadError, ssl.SSLSyscallError):
            pass
        except ssl.SSLError as error:
            if step != server.do_handshake:
                return error
    raise AssertionError("TLS came about")


def script_of(kind: str) -> Callable[[Peer], Awaitable[None]]:
    async def starttls(peer: Peer) -> None:
        await peer.greet(STARTTLS)
        await peer.start_tls()
        await peer.until_closed()

    return starttls if kind == "starttls" else Peer.until_closed


def served(tmp_path: Path, kind: str, **certificate: object) -> ScriptedServer:
    return ScriptedServer(tmp_path, script_of(kind), direct_tls=kind != "starttls", **certificate)  # type: ignore[arg-type]


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Login]:
    """How to sign in at a server in the way of this kind."""

    def make(server: ScriptedServer, kind: str, *, host: str = "127.0.0.1", **changes: object) -> Login:
        way = _WAYS.get(kind, Way.TCP)
        if kind == "direct":
            for ports in ("DIRECT_TLS_PORTS", "KNOWN_PORTS"):
                monkeypatch.setattr(endpoints, ports, frozenset({server.port}))
        url = f"{kind}://{host}:{server.port}/x" if kind in _WAYS else ""
        return server.login(way=way, url=url, **changes)

    return make


async def refused(server: ScriptedServer, login: Login) -> Status:
    async with witness(login, PASSWORD) as ann:
        status = await ann.until(State.REFUSED, State.WAITING, State.ONLINE)
    assert status.state is State.REFUSED
    assert status.fingerprint == fingerprint_of(der_of(server))
    assert status.pin == pin_of(der_of(server))
    assert "is valid from " in status.facts
    for peer in server.peers:
        header, _request, inside = peer.received.partition("<starttls")
        assert header.count("<") <= 1, "a stream header, and nothing else"
        assert inside.count("<") == 0
    return status


@pytest.mark.parametrize("kind", KINDS)
async def test_c_sec_04_a_certificate_that_nobody_vouches_for(
    tmp_path: Path, kind: str, login: Callable[..., Login]
) -> None:
    other = folder(tmp_path, "other")
    write_certificate(other, (DOMAIN,))
    async with served(tmp_path, kind) as server:
        status = await refused(server, login(server, kind, ca_file=str(other / "certificate.pem")))
    assert "is not trusted: it is self-signed" in status.reason


@pytest.mark.parametrize("kind", KINDS)
async def test_c_sec_04_a_certificate_for_somebody_else(tmp_path: Path, kind: str, login: Callable[..., Login]) -> None:
    async with served(tmp_path, kind, names=("other.example",)) as server:
        status = await refused(server, login(server, kind, host="localhost"))
    whose = "localhost" if kind in _WAYS else DOMAIN
    assert status.reason == f"The certificate of {whose} is not trusted: it is for other.example, 127.0.0.1."


@pytest.mark.parametrize("kind", ["wss", "https"])
async def test_c_sec_04_over_https_it_is_for_the_url_and_not_for_the_domain(
    tmp_path: Path, kind: str, login: Callable[..., Login]
) -> None:
    async with served(tmp_path, kind) as server:
        status = await refused(server, login(server, kind, host="localhost"))
    assert "localhost is not trusted" in status.reason
    assert status.field == "url"


@pytest.mark.parametrize("kind", KINDS)
async def test_c_sec_04_a_certificate_that_has_expired(tmp_path: Path, kind: str, login: Callable[..., Login]) -> None:
    async with served(tmp_path, kind, days=-1) as server:
        status = await refused(server, login(server, kind))
    assert "is not trusted: it expired on " in status.reason


@pytest.mark.parametrize("kind", KINDS)
async def test_c_sec_04_another_key_than_the_one_a_person_trusted(
    tmp_path: Path, kind: str, login: Callable[..., Login]
) -> None:
    """Whatever any authority says: by its certificate, this server is the right one."""
    other = folder(tmp_path, "other")
    write_certificate(other, (DOMAIN,))
    pin = pin_of(ssl.PEM_cert_to_DER_cert((other / "certificate.pem").read_text()))
    async with served(tmp_path, kind) as server:
        status = await refused(server, login(server, kind, pin=pin))
    whose = "127.0.0.1" if kind in _WAYS else DOMAIN
    assert status.reason.startswith(f"The key of {whose} is not the one you trusted: ")
    assert status.field == "pin"


@pytest.mark.parametrize("kind", ["starttls", "direct"])
async def test_the_key_a_person_trusted_needs_nobody_elses_word(
    tmp_path: Path, kind: str, login: Callable[..., Login]
) -> None:
    async def script(peer: Peer) -> None:
        if kind == "starttls":
            await peer.greet(STARTTLS)
            await peer.start_tls()
        await peer.greet(mechanisms("SCRAM-SHA-256"))
        await peer.auth()
        await peer.send(f"<failure xmlns='{SASL_NS}'><account-disabled/></failure>")
        await peer.until_closed()

    async with ScriptedServer(
        tmp_path, script, direct_tls=kind == "direct", names=("other.example",), days=-1
    ) as server:
        pin = pin_of(der_of(server)).replace(":", "").lower()
        async with witness(login(server, kind, ca_file="", pin=pin), PASSWORD) as ann:
            status = await ann.until(State.REFUSED, State.WAITING)
    assert "is switched off" in status.reason, "it came as far as signing in"


@pytest.mark.parametrize("pin", ["nonsense", "12:34", "G" * 64])
async def test_a_pin_that_is_none_is_named(tmp_path: Path, pin: str) -> None:
    async with served(tmp_path, "direct") as server, witness(server.login(pin=pin), PASSWORD) as ann:
        status = await ann.until(State.REFUSED, State.WAITING)
    assert (status.state, status.field) == (State.REFUSED, "pin")
    assert status.reason == "The trusted key must be a SHA-256: 64 digits from 0 to 9 and A to F."
    assert server.peers == []


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pinned", [False, True])
async def test_c_sec_04_nothing_is_said_inside_tls_before_1_2(
    tmp_path: Path, kind: str, pinned: bool, login: Callable[..., Login]
) -> None:
    server = served(tmp_path, kind)
    make_old(server.tls)
    async with server:
        pin = pin_of(der_of(server)) if pinned else ""
        async with witness(login(server, kind, pin=pin), PASSWORD) as ann:
            assert (await ann.until(State.REFUSED, State.WAITING, State.ONLINE)).state is not State.ONLINE
    assert server.received.partition("<starttls")[2].count("<") == 0


@pytest.mark.parametrize("kind", KINDS)
async def test_that_xmpp_follows_is_said_on_direct_tls_only(
    tmp_path: Path, kind: str, login: Callable[..., Login]
) -> None:
    """ALPN (XEP-0368): for a port that serves several protocols."""
    seen: list[str | None] = []

    async def script(peer: Peer) -> None:
        if kind == "starttls":
            await peer.greet(STARTTLS)
            await peer.start_tls()
        seen.append(peer.protocol)
        await peer.until_closed()

    server = ScriptedServer(tmp_path, script, direct_tls=kind != "starttls")
    server.tls.set_alpn_protocols(["xmpp-client"])
    async with server, witness(login(server, kind), PASSWORD):
        await server.until_seen(seen)
    assert seen[0] == ("xmpp-client" if kind == "direct" else None)


@pytest.mark.parametrize("kind", ["starttls", "direct"])
async def test_our_own_certificate_is_shown(tmp_path: Path, kind: str, login: Callable[..., Login]) -> None:
    own = both(tmp_path)
    shown: list[bytes | None] = []

    async def script(peer: Peer) -> None:
        if kind == "starttls":
            await peer.greet(STARTTLS)
            await peer.start_tls()
        shown.append(peer.shown)
        await peer.until_closed()

    server = ScriptedServer(tmp_path, script, direct_tls=kind == "direct")
    server.tls.verify_mode = ssl.CERT_REQUIRED
    server.tls.load_verify_locations(own)
    async with server, witness(login(server, kind, certificate=str(own)), PASSWORD):
        await server.until_seen(shown)
    assert shown[0] == ssl.PEM_cert_to_DER_cert(own.with_name("certificate.pem").read_text())


@pytest.mark.parametrize("own", [True, False])
async def test_a_server_that_wants_another_certificate_of_ours_gets_nothing_else(
    tmp_path: Path, own: bool, login: Callable[..., Login]
) -> None:
    server = served(tmp_path, "starttls")
    server.tls.verify_mode = ssl.CERT_REQUIRED
    async with server:
        certificate = str(both(tmp_path)) if own else ""
        async with witness(login(server, "starttls", certificate=certificate), PASSWORD) as ann:
            await ann.until(State.REFUSED, State.WAITING)
    assert "<auth" not in server.received


@pytest.mark.parametrize(
    ("version", "own"),
    [(ssl.TLSVersion.TLSv1_2, True), (ssl.TLSVersion.TLSv1_3, True), (ssl.TLSVersion.TLSv1_3, False)],
)
def test_what_a_server_says_to_our_certificate_is_said_to_the_person(
    tmp_path: Path, version: ssl.TLSVersion, own: bool
) -> None:
    """Not every server says it: some just close."""
    server = ScriptedServer(tmp_path, Peer.until_closed)
    server.tls.verify_mode, server.tls.maximum_version = ssl.CERT_REQUIRED, version
    certificate = str(both(tmp_path)) if own else ""
    error = shake_hands(tls_context(str(server.ca_file), certificate=certificate), server.tls)
    ending = connection_ending(error, server.login(certificate=certificate), None)
    assert (ending.final, ending.field) == (True, "certificate")
    words = "does not accept your certificate." if own else "wants a certificate of yours."
    assert ending.reason.startswith(f"{{domain}} {words}")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
def test_a_server_that_knows_old_encryption_only_is_named(tmp_path: Path) -> None:
    server = ScriptedServer(tmp_path, Peer.until_closed)
    make_old(server.tls)
    ending = connection_ending(shake_hands(tls_context(str(server.ca_file)), server.tls), server.login(), None)
    assert ending.reason == "{domain} knows only encryption that is no longer safe. Your password was not sent."
    assert ending.final
    assert ending.may_pass


async def test_who_signs_in_with_a_certificate_and_has_chosen_none_is_told(tmp_path: Path) -> None:
    async with (
        served(tmp_path, "direct") as server,
        witness(server.login(proof=Proof.CERTIFICATE), PASSWORD) as ann,
    ):
        status = await ann.until(State.REFUSED, State.WAITING)
    assert (status.reason, status.field) == ("Choose the file with your certificate and its key.", "certificate")
    assert server.peers == []


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    code = "import sys, c42desktop.xmpp.session; assert 'cryptography.x509' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
