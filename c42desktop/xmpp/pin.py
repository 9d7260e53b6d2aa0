"""One public key that is trusted instead of any authority, by a person's decision (RFC 7469 §2.4).

What is compared is the key, not the certificate: a renewed certificate for the same key is still trusted.
"""

from __future__ import annotations

import hashlib
import re
import ssl

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _

_VERSION = 0xA0  # the tag of a field that may be missing
_BEFORE_KEY = 5  # serial number, algorithm, issuer, validity, subject
_LONG = 0x80  # the length is in the bytes that follow


class OtherKeyError(ssl.SSLCertVerificationError):
    """The server has proved to own a key, and it is not the one that is trusted."""


def pin_of(der: bytes) -> str:
    """SHA-256 of the SubjectPublicKeyInfo of a DER certificate, as pairs of hexadecimal digits with colons.

    Raises ValueError where it is no certificate.
    """
    return hashlib.sha256(_public_key(der)).digest().hex(":").upper()


def normal_pin(text: str) -> str:
    """A pin as `pin_of` gives it, from how a person writes it. Raises UserError (field "pin")."""
    digits = re.sub(r"[\s:]", "", text).upper()
    if not re.fullmatch("[0-9A-F]{64}", digits):
        raise UserError(_("The trusted key must be a SHA-256: 64 digits from 0 to 9 and A to F."), field="pin")
    return bytes.fromhex(digits).hex(":").upper()


def trust_only(context: ssl.SSLContext, pin: str) -> None:
    """From now on, `context` trusts the key of `pin` (in its normal form) and no other, whoever vouches for it.

    The handshake itself fails else, so nothing is ever sent or read inside TLS, whichever library uses it: with
    asyncio, the last message of the client stays unsent, too.
    """

    class Pinned(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            der = self.getpeercert(True)
            if der is None or pin_of(der) != pin:
                raise OtherKeyError(1, "another public key than the trusted one")

    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.sslobject_class = Pinned


def _public_key(der: bytes) -> bytes:
    """The SubjectPublicKeyInfo (RFC 5280 §4.1), itself DER. No library: the usual one takes 0.1 s to import."""
    _tag, at, _end = _element(der, 0)
    _tag, at, _end = _element(der, at)
    tag, _start, end = _element(der, at)
    if tag == _VERSION:
        at = end
    for _field in range(_BEFORE_KEY):
        _tag, _start, at = _element(der, at)
    _tag, _start, end = _element(der, at)
    return der[at:end]


def _element(der: bytes, at: int) -> tuple[int, int, int]:
    """The tag of the element at `at`, where its content starts, and where it ends. Raises ValueError."""
    if at + 2 > len(der):
        raise ValueError("no certificate")
    length, start = der[at + 1], at + 2
    if length & _LONG:
        more = length & ~_LONG
        length, start = int.from_bytes(der[start : start + more], "big"), start + more
    if start + length > len(der):
        raise ValueError("no certificate")
    return der[at], start, start + length
