"""A place for a file (XEP-0363): who gives one, how it is asked for, and which answers are good enough to be used."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from slixmpp.jid import JID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.sizes import size_in_words
from c42desktop.xmpp.answers import features, prepared
from c42desktop.xmpp.forms import find_form
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.refusals import refusal, unanswered
from c42desktop.xmpp.request import ask
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.transports.urls import is_protected

NS = "urn:xmpp:http:upload:0"
TIMEOUT = 20.0  # seconds for one answer
MOST_CANDIDATES = 50  # entities of a domain that are asked what they are
_U = f"{{{NS}}}"
_INFO = "{http://jabber.org/protocol/disco#info}query"
_ITEMS = "{http://jabber.org/protocol/disco#items}query"
_HEADERS = {name.lower(): name for name in ("Authorization", "Cookie", "Expires")}  # and no others (§5)
_LONGEST = 8192  # of a header or an address


@dataclass(frozen=True, slots=True)
class UploadService:
    """Who gives places, and for how many bytes at most; 0 where that is not said."""

    jid: str
    most: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a file is put, and where everybody gets it then. Whoever sees the first may put something there."""

    put: str = field(repr=False)
    get: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False, default_factory=dict)

    @property
    def host(self) -> str:
        """Whom the file is sent to."""
        return urlsplit(self.put).hostname or ""


async def find_service(session: Session) -> UploadService | None:
    """The first upload service of our own domain. Raises UserError."""
    domain = session.login.domain
    listed = await _asked(session, domain, ET.Element(_ITEMS))
    found = [prepared(item.get("jid", "")) for item in listed.iter("{http://jabber.org/protocol/disco#items}item")]
    candidates = [jid for jid in dict.fromkeys([domain, *found]) if jid][:MOST_CANDIDATES]
    answers = await asyncio.gather(*(_service_at(session, jid) for jid in candidates))
    return next((service for service in answers if service is not None), None)


async def _service_at(session: Session, jid: str) -> UploadService | None:
    try:
        answer = await _asked(session, jid, ET.Element(_INFO))
    except _SilentError:
        return None
    query = answer.find(_INFO)
    if answer.get("type") == "error" or query is None or NS not in features(query):
        return None
    said = ((find_form(query, NS) or {}).get("max-file-size") or [""])[0]
    return UploadService(jid, int(said) if said.isascii() and said.isdigit() and len(said) < 18 else 0)


async def ask_slot(session: Session, service: UploadService, name: str, size: int, media_type: str) -> Slot:
    """A place for a file. Raises UserError where there is none for it, or none that may be used."""
    if service.most and size > service.most:
        raise _too_large(name, service.jid, service.most)
    request = ET.Element(f"{_U}request", {"filename": name, "size": str(size), "content-type": media_type})
    answer = await _asked(session, service.jid, request)
    if answer.get("type") == "error":
        raise _refused(answer, service.jid, name)
    slot = _slot(answer, session.login)
    if slot is None:
        raise UserError(_("{service} names no safe place for the file.").format(service=service.jid))
    return slot


def _slot(answer: ET.Element, login: Login) -> Slot | None:
    put, get = answer.find(f"{_U}slot/{_U}put"), answer.find(f"{_U}slot/{_U}get")
    if put is None or get is None:
        return None
    to, back = put.get("url", ""), get.get("url", "")
    if not (is_safe(to, login) and is_safe(back, login)):
        return None
    return Slot(to, back, _headers(put))


def is_safe(url: str, login: Login) -> bool:
    """Whether files may go to this address: TLS, unless an account may do without and it is this computer."""
    if not (url.isascii() and url.isprintable() and " " not in url and len(url) <= _LONGEST):
        return False
    return is_protected(url, "https", "http", unencrypted=login.allow_unencrypted)


def _headers(put: ET.Element) -> dict[str, str]:
    """Those that may be sent, each once; without what would begin another line (§5)."""
    found: dict[str, str] = {}
    for each in put.iterfind(f"{_U}header"):
        name = _HEADERS.get(each.get("name", "").strip().lower())
        value = "".join(sign for sign in each.text or "" if sign.isprintable() and sign.isascii()).strip()
        if name and value and len(value) <= _LONGEST:
            found.setdefault(name, value)
    return found


def _refused(answer: ET.Element, service: str, name: str) -> UserError:
    error = answer.find("{jabber:client}error")
    too_large = error.find(f"{_U}file-too-large") if error is not None else None
    retry = error.find(f"{_U}retry") if error is not None else None
    if too_large is not None:
        most = (too_large.findtext(f"{_U}max-file-size") or "").strip()
        return _too_large(name, service, int(most) if most.isascii() and most.isdigit() and len(most) < 18 else 0)
    if retry is not None and (at := _instant(retry.get("stamp", ""))):
        sentence = _("{service} takes more files from {time} on. Try again then.")
        return UserError(sentence.format(service=service, time=f"{at:%a %H:%M}"))
    found = refusal(answer, service)
    said = error.findtext("{urn:ietf:params:xml:ns:xmpp-stanzas}text") if error is not None else None
    why = one_line(said or found.condition, 200).rstrip(".")
    return UserError(_("{service} does not take “{name}”: {why}.").format(service=service, name=name, why=why))


def _too_large(name: str, service: str, most: int) -> UserError:
    if not most:
        return UserError(_("“{name}” is too large for {service}.").format(name=name, service=service))
    sentence = _("“{name}” is too large: {service} takes files of up to {size}.")
    return UserError(sentence.format(name=name, service=service, size=size_in_words(most)))


def _instant(stamp: str) -> datetime | None:
    """In the reader's zone."""
    try:
        return datetime.fromisoformat(stamp.strip()).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


class _SilentError(UserError):
    """No answer came."""


async def _asked(session: Session, service: str, query: ET.Element) -> ET.Element:
    try:
        return await ask(session.client, "get", JID(service), query, TIMEOUT)
    except TimeoutError as error:
        raise _SilentError(str(unanswered(service))) from error
