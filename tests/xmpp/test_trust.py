"""Who and what is trusted: senders of events, TLS."""

from __future__ import annotations

import asyncio
import ssl
import sys
from pathlib import Path

import pytest
from slixmpp.jid import JID

from c42desktop.demo.prosody import write_certificate
from c42desktop.errors import UserError
from c42desktop.xmpp import trust
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login, Proof
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.trust import accepts_event, tls_context

OWN = JID("ann@example.org/desk")
SERVICE = "pubsub.example.org"
FOLLOWED = {NodeAddress(SERVICE, "team"), NodeAddress("bea@example.org", "team"), NodeAddress(OWN.bare, "mine")}


def accepts(**changes: str) -> bool:
    given = {"sender": SERVICE, "recipient": OWN.bare, "kind": "headline", "node": "team", **changes}
    return accepts_event(**given, own=OWN, followed=FOLLOWED)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["normal", "headline", "chat"])
def test_c_pubsub_15_events_count_in_any_message_but_an_error(kind: str) -> None:
    assert accepts(kind=kind)
    assert not accepts(kind="error")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"recipient": OWN.full},
        {"recipient": ""},
        {"sender": "PubSub.Example.ORG"},
        {"recipient": "Ann@EXAMPLE.org"},
        {"sender": "bea@example.org"},
        {"sender": "Bea@Example.org"},
        {"sender": OWN.bare, "node": "mine"},
        {"sender": "", "node": "mine"},
    ],
)
def test_c_sec_01_events_of_followed_calendars_count(changes: dict[str, str]) -> None:
    assert accepts(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "mallory@evil.example"},
        {"sender": "pubsub.evil.example"},
        {"sender": f"{SERVICE}/resource"},
        {"sender": "bea@example.org/phone"},
        {"sender": "carl@example.org"},
        {"sender": ""},
        {"sender": OWN.bare},
        {"sender": OWN.full, "node": "mine"},
        {"sender": "example.org"},
        {"sender": "not a jid@@"},
        {"recipient": "not a jid@@"},
        {"recipient": "bob@example.org"},
        {"recipient": "ann@example.org/phone"},
        {"node": "other"},
        {"node": "Team"},
        {"node": ""},
        {"sender": "bea@example.org", "node": "mine"},
    ],
)
def test_c_sec_01_anybody_elses_events_do_not(changes: dict[str, str]) -> None:
    assert not accepts(**changes)


def test_tls_checks_certificate_and_name() -> None:
    context = tls_context()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_ca_file_replaces_the_systems_authorities(tmp_path: Path) -> None:
    write_certificate(tmp_path, ("example.org",))
    assert len(tls_context(str(tmp_path / "certificate.pem")).get_ca_certs()) == 1
    with pytest.raises(UserError, match="holds no certificate") as caught:
        tls_context(str(tmp_path / "missing.pem"))
    assert caught.value.field == "ca_file"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its authorities in no file")
def test_authorities_are_found_where_openssl_was_built_for_another_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_certificate(tmp_path, ("example.org",))
    monkeypatch.setenv(ssl.get_default_verify_paths().openssl_cafile_env, str(tmp_path / "missing.pem"))
    monkeypatch.setenv(ssl.get_default_verify_paths().openssl_capath_env, str(tmp_path / "missing"))
    monkeypatch.setattr(trust, "_AUTHORITIES", (str(tmp_path / "missing.pem"), str(tmp_path / "certificate.pem")))
    assert len(tls_context().get_ca_certs()) == 1


def own_files(folder: Path, secret: bytes = b"") -> dict[str, Path]:
    """Files that may be chosen as one's own certificate, right and wrong."""
    from cryptography.hazmat.primitives import serialization

    write_certificate(folder, ("ann",))
    certificate, key = (folder / "certificate.pem").read_bytes(), (folder / "key.pem").read_bytes()
    locked = serialization.load_pem_private_key(key, None).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(secret or b"secret"),
    )
    (folder / "other").mkdir()
    write_certificate(folder / "other", ("bea",))
    contents = {
        "open": certificate + key,
        "locked": certificate + locked,
        "certificate": certificate,
        "key": key,
        "mixed": certificate + (folder / "other" / "key.pem").read_bytes(),
        "text": b"nothing",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in (*contents, "missing")} | {"folder": folder}


def test_ones_own_certificate_is_one_file_with_its_key(tmp_path: Path) -> None:
    files = own_files(tmp_path)
    tls_context(certificate=str(files["open"]))
    tls_context(certificate=str(files["open"]), secret="not needed")
    tls_context(certificate=str(files["locked"]), secret="secret")


@pytest.mark.parametrize("name", ["certificate", "key", "mixed", "text", "missing", "folder", "locked", "\0"])
@pytest.mark.parametrize("secret", ["", "wrong", "x" * 5000])
def test_a_file_that_is_no_certificate_of_ones_own_is_named(tmp_path: Path, name: str, secret: str) -> None:
    file = own_files(tmp_path).get(name, name)
    with pytest.raises(UserError, match="cannot be used to sign in") as caught:
        tls_context(certificate=str(file), secret=secret)
    assert caught.value.field == "certificate"
    assert secret not in str(caught.value) or not secret


@pytest.mark.parametrize("pin", ["", "AB" * 32])
def test_tls_is_never_negotiated_anew(tmp_path: Path, pin: str) -> None:
    """Else the certificate could be another one afterwards."""
    assert tls_context(pin=pin).options & ssl.OP_NO_RENEGOTIATION
    assert tls_context(pin=pin).minimum_version >= ssl.TLSVersion.TLSv1_2


async def test_the_loop_goes_on_while_files_are_read(tmp_path: Path) -> None:
    tls = Tls(Login("ann@example.org"), "")
    reading = asyncio.ensure_future(tls.direct())
    turns = 0
    while not reading.done():
        turns += 1
        await asyncio.sleep(0)
    assert turns > 2
    assert await tls.direct() is reading.result(), "once is enough"
    assert await tls.usual() is not reading.result()


async def test_only_the_secret_of_the_key_opens_the_key(tmp_path: Path) -> None:
    """A password that signs in is for the server, and shown to no file."""
    locked = str(own_files(tmp_path)["locked"])
    await Tls(Login("ann@example.org", certificate=locked, proof=Proof.CERTIFICATE), "secret").check()
    with pytest.raises(UserError):
        await Tls(Login("ann@example.org", certificate=locked), "secret").check()
