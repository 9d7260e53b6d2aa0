"""Why a certificate was not trusted, in words for a person instead of OpenSSL's."""

from __future__ import annotations

from datetime import UTC, datetime

from c42desktop.i18n import gettext as _
from c42desktop.xmpp.certificate import Presented

# X509_verify_cert(3)
_NOT_YET, _EXPIRED, _SELF_SIGNED, _REVOKED = 9, 10, 18, 23
_UNKNOWN_ISSUER = (2, 19, 20, 21)
_OTHER_NAME = (62, 64)
_WEAK = (66, 67, 68)


def untrusted(server: str, code: int, seen: Presented | None = None, message: str = "") -> str:
    """The sentence for the certificate of `server`; `code` and `message` are OpenSSL's, `seen` is what it shows, where
    that was looked at. "" where there is nothing to say."""
    why = _why(code, seen, datetime.now(UTC)) or message.rstrip(".")
    return _("The certificate of {server} is not trusted: {why}.").format(server=server, why=why) if why else ""


def other_key(server: str) -> str:
    """The sentence for a key that is not the pinned one."""
    words = _(
        "The key of {server} is not the one you trusted: somebody may be in between, or it has a new one. Ask its "
        "administrator before you trust another. Your password was not sent."
    )
    return words.format(server=server)


def _why(code: int, seen: Presented | None, now: datetime) -> str:
    if code == _EXPIRED:
        return _expired(seen, now)
    if code == _NOT_YET:
        return _not_yet(seen, now)
    if code == _SELF_SIGNED:
        return _("it is self-signed, so nobody else vouches for it")
    if code in _UNKNOWN_ISSUER:
        known = _("it was issued by {issuer}, whom this computer does not know")
        return _issued(seen, known, _("nobody whom this computer knows issued it"))
    if code == _REVOKED:
        return _issued(seen, _("{issuer} has revoked it"), _("it was revoked"))
    if code in _OTHER_NAME:
        return _("it is for {names}").format(names=seen.whose) if seen else _("it is for another name")
    if code in _WEAK:
        return _("its key or its signature is too weak to be safe")
    return ""


def _expired(seen: Presented | None, now: datetime) -> str:
    if seen is None:
        return _("it has expired")
    if seen.ends > now:
        return _("one of those that vouch for it has expired")
    return _("it expired on {date}").format(date=seen.ends.date())


def _not_yet(seen: Presented | None, now: datetime) -> str:
    if seen is None or seen.begins <= now:
        return _("it is not valid yet, by the clock of this computer")
    return _("it is not valid before {date}, by the clock of this computer").format(date=seen.begins.date())


def _issued(seen: Presented | None, known: str, unknown: str) -> str:
    return known.format(issuer=seen.issuer) if seen and seen.issuer else unknown
