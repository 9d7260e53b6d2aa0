"""A look at a certificate that was refused, so that a person can see whose it is, and decide.

Nothing but a stream header and `<starttls/>` is sent, and nothing that comes back is trusted.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import ssl
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint, server_name
from c42desktop.xmpp.pin import pin_of
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.tls import ALPN
from c42desktop.xmpp.tunnel import tunnel

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_HEADER = (
    "<stream:stream to='{domain}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
)
_STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
_MAX_GREETING = 65536
_MOST_NAMES = 3  # in a sentence; some certificates have a hundred
_LONGEST_NAME = 80


def fingerprint_of(der: bytes) -> str:
    """SHA-256 of a DER certificate as pairs of hexadecimal digits with colons."""
    return hashlib.sha256(der).digest().hex(":").upper()


@dataclass(frozen=True, slots=True)
class Presented:
    """What a server shows, unchecked: `fingerprint` of the certificate and `pin` of its key, whom it says it is for,
    who is said to have issued it, and when it counts."""

    fingerprint: str
    pin: str
    names: tuple[str, ...]
    issuer: str
    begins: datetime
    ends: datetime

    @property
    def facts(self) -> str:
        """One line for a person."""
        return _("It is for {names}, was issued by {issuer}, and is valid from {begins} to {ends}.").format(
            names=self.whose, issuer=self.issuer or "–", begins=self.begins.date(), ends=self.ends.date()
        )

    @property
    def whose(self) -> str:
        """The first of its names."""
        more = "…" if len(self.names) > _MOST_NAMES else ""
        return ", ".join([*self.names[:_MOST_NAMES], *more]) or "–"


async def peek(domain: str, at: AnyEndpoint, proxy: Proxy | None = None, *, timeout: float = 5.0) -> Presented | None:
    """What is presented for `domain` there; None where that cannot be found out."""
    # ValueError: an impossible host or port, or no certificate that can be read.
    with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        async with asyncio.timeout(timeout):
            der = await _fetch(domain, at, proxy)
            return await asyncio.to_thread(_read, der) if der else None
    return None


async def _fetch(domain: str, at: AnyEndpoint, proxy: Proxy | None) -> bytes | None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    reader, writer = await _dial(at, proxy)
    try:
        if isinstance(at, Endpoint) and at.direct_tls:
            context.set_alpn_protocols([ALPN])
        elif isinstance(at, Endpoint):
            await _ask_for_tls(domain, reader, writer)
        await writer.start_tls(context, server_hostname=server_name(domain, at))
        der: bytes | None = writer.get_extra_info("ssl_object").getpeercert(True)
        return der
    finally:
        writer.transport.abort()  # no farewell: who presents such a certificate need not answer one
        await asyncio.sleep(0)


async def _dial(at: AnyEndpoint, proxy: Proxy | None) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if proxy is None:
        return await asyncio.open_connection(at.host, at.port, limit=_MAX_GREETING)
    tunnelled = await tunnel(proxy, at.host, at.port)
    try:
        return await asyncio.open_connection(sock=tunnelled, limit=_MAX_GREETING)
    except BaseException:
        tunnelled.close()
        raise


async def _ask_for_tls(domain: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(_HEADER.format(domain=domain).encode())
    await reader.readuntil(b"features>")
    writer.write(_STARTTLS.encode())
    await reader.readuntil(b"proceed")
    await reader.readuntil(b">")


def _read(der: bytes) -> Presented:
    """Raises ValueError where it is no certificate. Imported late, and in a thread, for it takes long."""
    from cryptography import x509

    certificate = x509.load_der_x509_certificate(der)
    names = certificate.issuer.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    issuer = str(names[0].value) if names else certificate.issuer.rfc4514_string()
    return Presented(
        fingerprint_of(der),
        pin_of(der),
        tuple(one_line(name, _LONGEST_NAME) for name in _names(certificate)),
        one_line(issuer, _LONGEST_NAME),
        certificate.not_valid_before_utc,
        certificate.not_valid_after_utc,
    )


def _names(certificate: Certificate) -> list[str]:
    """The hosts and addresses it is for; never the common name, which proves nothing (RFC 9525 §2)."""
    from cryptography import x509

    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return []
    addresses = [str(address) for address in found.get_values_for_type(x509.IPAddress)]
    return found.get_values_for_type(x509.DNSName) + addresses
