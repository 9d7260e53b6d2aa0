"""Channel binding: what ties a sign-in to one TLS connection."""

from __future__ import annotations

import datetime
import hashlib
import ssl
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from c42desktop.xmpp.channel_binding import advertised, end_point, find


def certificate(algorithm: Any) -> bytes:
    key: Any = ed25519.Ed25519PrivateKey.generate() if algorithm is None else ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "example.org")])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    return builder.sign(key, algorithm).public_bytes(serialization.Encoding.DER)


class FakeTls:
    """A TLS connection of some version, for what two ends in one process would not do."""

    def __init__(self, version: str, der: bytes = b"") -> None:
        self._version = version
        self._der = der

    def version(self) -> str:
        return self._version

    def getpeercert(self, binary: bool) -> bytes:
        assert binary
        return self._der

    def get_channel_binding(self, kind: str) -> bytes:
        return kind.upper().encode()


@pytest.mark.parametrize(
    ("algorithm", "name"),
    [(hashes.SHA256(), "sha256"), (hashes.SHA384(), "sha384"), (hashes.SHA512(), "sha512")],
)
def test_the_end_point_is_the_digest_by_the_certificates_own_hash(algorithm: Any, name: str) -> None:
    der = certificate(algorithm)
    assert end_point(der) == hashlib.new(name, der).digest()


def test_a_weak_hash_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    der = certificate(hashes.SHA256())

    class Signed:
        signature_hash_algorithm = hashes.SHA1()

        def fingerprint(self, algorithm: hashes.HashAlgorithm) -> bytes:
            return algorithm.name.encode()

    monkeypatch.setattr(x509, "load_der_x509_certificate", lambda _der: Signed())
    assert end_point(der) == b"sha256"


def test_where_there_is_no_such_digest_there_is_no_binding() -> None:
    assert end_point(certificate(None)) is None
    assert end_point(b"no certificate") is None


def test_what_a_server_knows_is_read_from_its_features() -> None:
    told = (
        "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
        "<channel-binding type='tls-exporter'/><channel-binding type='tls-server-end-point'/><channel-binding/>"
        "</sasl-channel-binding>"
    )
    assert advertised(ET.fromstring(f"<features>{told}</features>")) == {"tls-exporter", "tls-server-end-point"}
    assert advertised(ET.fromstring("<features/>")) == frozenset()


ALL = ("tls-unique", "tls-server-end-point", "tls-exporter")


@pytest.mark.parametrize(
    ("version", "python", "kinds", "flag"),
    [
        ("TLSv1.3", "tls-unique", ALL, "p=tls-server-end-point"),
        ("TLSv1.3", "tls-unique", ("tls-unique",), ""),  # it is not unique there
        ("TLSv1.3", "tls-unique", ("tls-exporter",), ""),
        ("TLSv1.3", "tls-unique", (), ""),
        ("TLSv1.3", "tls-unique tls-exporter", ALL, "p=tls-exporter"),
        ("TLSv1.3", "tls-unique tls-exporter", (), "p=tls-exporter"),
        ("TLSv1.2", "tls-unique tls-exporter", ALL, "p=tls-unique"),
        ("TLSv1.2", "tls-unique", (), "p=tls-unique"),
        ("TLSv1.2", "tls-unique", ("tls-server-end-point",), "p=tls-server-end-point"),
        ("TLSv1.2", "tls-unique", ("made-up",), ""),
        ("TLSv1.2", "", ALL, "p=tls-server-end-point"),
    ],
)
async def test_the_best_kind_that_both_ends_have_is_used(
    monkeypatch: pytest.MonkeyPatch, version: str, python: str, kinds: tuple[str, ...], flag: str
) -> None:
    monkeypatch.setattr(ssl, "CHANNEL_BINDING_TYPES", python.split())
    tls: Any = FakeTls(version, certificate(hashes.SHA256()))
    found = await find(kinds, tls)
    assert (found.flag if found else "") == flag
    assert found is None or found.data
