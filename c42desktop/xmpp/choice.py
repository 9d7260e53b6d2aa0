"""Which SASL mechanism is used, among those that a server offers. Pure."""

from __future__ import annotations

from collections.abc import Collection

from c42desktop.i18n import gettext as _
from c42desktop.xmpp.ending import Ending, not_encrypted
from c42desktop.xmpp.login import Login, Proof
from c42desktop.xmpp.scram import HASHES, PLUS

PLAIN = "PLAIN"
_STRONGEST_FIRST = (*HASHES, PLAIN)
# LOGIN, DIGEST-MD5, CRAM-MD5 and ANONYMOUS are never answered, whatever a server offers.
_OF_PROOF = {Proof.CERTIFICATE: "EXTERNAL", Proof.OAUTHBEARER: "OAUTHBEARER", Proof.X_OAUTH2: "X-OAUTH2"}


def choose(offered: Collection[str], login: Login, remembered: str, *, encrypted: bool) -> str | Ending:
    """The mechanism, for SCRAM the family, to sign in with; or why there is none, where {offered} is all there was.

    `remembered` is the strongest that the server ever offered, "" where none is known. Where nothing is
    `encrypted`, nothing is used that gives away what it is given.
    """
    if login.proof is Proof.PASSWORD:
        return _for_password(offered, login, remembered, encrypted=encrypted)
    mechanism = _OF_PROOF[login.proof]
    if not encrypted:
        return not_encrypted()
    if mechanism not in offered:
        reason = _("{domain} does not take what this account signs in with ({mechanism}), only {offered}.")
        return Ending(reason.replace("{mechanism}", mechanism), True, "proof")
    return mechanism


def _for_password(offered: Collection[str], login: Login, remembered: str, *, encrypted: bool) -> str | Ending:
    strongest = next((each for each in _STRONGEST_FIRST if each in offered or each + PLUS in offered), "")
    if _is_weaker(strongest, remembered):
        return _downgraded()
    family = next((each for each in HASHES if each in offered or each + PLUS in offered), "")
    if family:
        return family
    if strongest == PLAIN and encrypted:
        return PLAIN if login.allow_plain else _not_allowed()
    reason = _("{domain} offers no safe way to sign in (only {offered}). Ask its administrator for SCRAM.")
    return Ending(reason, final=True)


def _is_weaker(strongest: str, remembered: str) -> bool:
    if remembered not in _STRONGEST_FIRST:
        return False  # nothing, or what a later version knew
    if not strongest:
        return True
    return _STRONGEST_FIRST.index(strongest) > _STRONGEST_FIRST.index(remembered)


def _downgraded() -> Ending:
    """Whoever is in between can take away the better ones (C-SEC-07)."""
    reason = _(
        "{domain} now offers only a weaker way to sign in than before. Somebody may be in between. "
        "If its administrator changed this, accept it in the account's settings."
    )
    return Ending(reason, True, "mechanism", may_pass=True)


def _not_allowed() -> Ending:
    reason = _(
        "{domain} wants the password itself (PLAIN), and the account does not allow that. Ask its administrator for "
        "SCRAM, or allow it in the account's settings."
    )
    return Ending(reason, True, "allow_plain")
