"""The certificates that a server shows: for whom, by whom, how long, and whether they are trusted."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from datetime import datetime

from c42desktop.doctor.finding import Finding, failed, passed, said, skipped, warned
from c42desktop.doctor.network import PATIENCE, Reached
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.xmpp.certificate import Presented, peek
from c42desktop.xmpp.endpoints import WebEndpoint, server_name
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.pin import OtherKeyError
from c42desktop.xmpp.proxy import Proxies
from c42desktop.xmpp.untrusted import other_key, untrusted

SOON = 14  # days


async def look(tried: Reached, login: Login, proxies: Proxies, now: datetime) -> tuple[str, Finding] | None:
    """The fingerprint of what is shown at one place, and what is to be said of it; None where nothing is shown."""
    refused = tried.error if isinstance(tried.error, ssl.SSLCertVerificationError) else None
    if tried.greeting is None and refused is None:
        return None  # nobody there, or no TLS
    proxy = proxies.web if isinstance(tried.at, WebEndpoint) else proxies.tcp
    seen = await peek(login.domain, tried.at, proxy, timeout=PATIENCE)
    if seen is None:
        return None
    server = server_name(login.domain, tried.at)
    if isinstance(refused, OtherKeyError):
        text = other_key(server)
        return seen.fingerprint, failed("certificate", text, _facts(seen))
    if refused is not None:
        text = untrusted(server, getattr(refused, "verify_code", 0), seen, message=said(str(refused)))
        advice = _("Do not sign in unless its administrator tells you this fingerprint: {fingerprint}")
        return seen.fingerprint, failed("certificate", text, advice.format(fingerprint=seen.fingerprint))
    return seen.fingerprint, _trusted(seen, login, now)


def distinct(found: Sequence[tuple[str, Finding] | None]) -> list[Finding]:
    """One line for each certificate, however many places show it."""
    lines = {each[0]: each[1] for each in reversed(found) if each is not None}
    kept = list(reversed(lines.values()))
    return kept or [skipped("certificate", _("Not checked: no place with encryption answers."))]


def _trusted(seen: Presented, login: Login, now: datetime) -> Finding:
    days = (seen.ends - now).days
    how = _("trusted by its key, as you decided") if login.pin else _("trusted")
    if login.ca_file and not login.pin:
        how = _("trusted by your CA file")
    text = ngettext(
        "{names}, issued by {issuer}, {how}; it expires in {count} day.",
        "{names}, issued by {issuer}, {how}; it expires in {count} days.",
        days,
    )
    text = text.format(names=said(seen.whose), issuer=said(seen.issuer), how=how, count=days)
    if login.pin:
        return passed("certificate", text)  # the date means nothing where a key is trusted
    if days < SOON:
        return warned("certificate", text, _("Ask the server's administrator to renew it in time."))
    return passed("certificate", text)


def _facts(seen: Presented) -> str:
    return said(seen.facts)
