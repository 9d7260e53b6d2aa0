"""One public key that is trusted instead of any authority, by a person's decision (RFC 7469 §2.4).

What is compared is the key, not the certificate: a renewed certificate for the same key is still trusted.
"""

from __future__ import annotations

import hashlib
import re
import ssl
from importlib import import_module

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _


class OtherKeyError(ssl.SSLCertVerificationError):
    """The server has proved to own a key, and it is not the one that is trusted."""


def pin_of(der: bytes) -> str:
    """SHA-256 of the SubjectPublicKeyInfo of a DER certificate, as pairs of hexadecimal digits with colons.

    Raises ValueError where it is no certificate, or of no known kind. The first call takes long: see `prepare`.
    """
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        key = x509.load_der_x509_certificate(der).public_key()
    except (UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise ValueError(str(error)) from error
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest().hex(":").upper()


def prepare() -> None:
    """Import what `pin_of` needs: in a thread, for it takes 0.1 s."""
    for name in ("cryptography.x509", "cryptography.hazmat.primitives.serialization"):
        import_module(name)


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
            if _pin(self) != pin:
                raise OtherKeyError(1, "another public key than the trusted one")

    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.sslobject_class = Pinned


def _pin(connection: ssl.SSLObject) -> str:
    try:
        return pin_of(connection.getpeercert(True) or b"")
    except ValueError:
        return ""
