"""Channel binding (RFC 5056): a sign-in that holds for this TLS connection only, so that nobody can pass it on."""

from __future__ import annotations

import asyncio
import ssl
import xml.etree.ElementTree as ET
from collections.abc import Collection

from c42desktop.xmpp.scram import Binding

EXPORTER, UNIQUE, END_POINT = "tls-exporter", "tls-unique", "tls-server-end-point"
_NS = "urn:xmpp:sasl-cb:0"

Channel = ssl.SSLObject | ssl.SSLSocket


def advertised(features: ET.Element) -> frozenset[str]:
    """The kinds that a server knows (XEP-0440); none where it does not say."""
    found = features.iter(f"{{{_NS}}}channel-binding")
    return frozenset(kind for each in found if (kind := each.get("type")))


async def find(kinds: Collection[str], tls: Channel) -> Binding | None:
    """What binds a sign-in to this connection where the server knows these kinds of it; None where nothing does."""
    for kind in (EXPORTER, UNIQUE, END_POINT):
        if kind in (kinds or _taken_for_granted(tls)) and (data := await _data(kind, tls)):
            return Binding(f"p={kind}", data)
    return None


def _taken_for_granted(tls: Channel) -> Collection[str]:
    """The kind that every server knows that binds at all (RFC 5802 §6.1, RFC 9266 §3)."""
    return (EXPORTER,) if tls.version() == "TLSv1.3" else (UNIQUE,)


async def _data(kind: str, tls: Channel) -> bytes | None:
    if kind == END_POINT:
        certificate = tls.getpeercert(True)
        return await asyncio.to_thread(end_point, certificate) if certificate else None
    fits = EXPORTER if tls.version() == "TLSv1.3" else UNIQUE  # each is unsafe in the other's TLS (RFC 9266 §4.2)
    if kind != fits or kind not in ssl.CHANNEL_BINDING_TYPES:  # Python up to 3.14 has no exporter
        return None
    return tls.get_channel_binding(kind)


def end_point(certificate: bytes) -> bytes | None:
    """The digest of a DER certificate that RFC 5929 §4.1 asks for; None where it leaves that open. Takes a while the
    first time."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes

    try:
        read = x509.load_der_x509_certificate(certificate)
        algorithm = read.signature_hash_algorithm
    except (ValueError, UnsupportedAlgorithm):
        return None
    if algorithm is None:  # Ed25519 has no hash of its own
        return None
    return read.fingerprint(hashes.SHA256() if isinstance(algorithm, hashes.MD5 | hashes.SHA1) else algorithm)
