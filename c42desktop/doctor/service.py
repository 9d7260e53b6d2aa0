"""What the server does for calendars, in plain words, and how quickly it answers."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Collection
from datetime import datetime

from c42desktop.doctor.checks import timed
from c42desktop.doctor.clock import read_utc
from c42desktop.doctor.finding import Finding, passed, said, skipped, warned
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import parse_jid
from c42desktop.xmpp.answers import features
from c42desktop.xmpp.pubsub import NS, PubSub
from c42desktop.xmpp.request import ask
from c42desktop.xmpp.session import Session

SLOW = 2.0  # seconds for one word there and back
PATIENCE = 8.0  # seconds for one answer
_TIME = "{urn:xmpp:time}"
_INFO = "{http://jabber.org/protocol/disco#info}query"
_MOST = 5  # services that are asked


def offline(check: str) -> Finding:
    """Nothing can be asked."""
    return skipped(check, _("Not checked: signing in did not work."))


async def pubsub(session: Session) -> list[Finding]:
    """A line for each pubsub service of the domain, with what it lacks."""
    domain = session.login.domain
    try:
        services = await PubSub(session).services()
    except UserError as error:
        return [warned("pubsub", said(str(error)))]
    if not services.found:
        text = _("{domain} names no service for calendars.").format(domain=domain)
        return [warned("pubsub", text, _("Enter the address of a calendar elsewhere, or ask the administrator."))]
    return [await _service(session, service) for service in services.found[:_MOST]]


async def _service(session: Session, service: str) -> Finding:
    """What one service says it can do."""
    try:
        answer = await ask(session.client, "get", parse_jid(service), ET.Element(_INFO), PATIENCE)
    except (TimeoutError, UserError):
        return warned("pubsub", _("{service} does not answer.").format(service=service))
    told = answer.find(_INFO)
    lacking = missing(features(told) if told is not None else set())
    if lacking:
        text = _("{service} is there, with limits: {lacking}.").format(service=service, lacking="; ".join(lacking))
        return warned("pubsub", text, _("Calendars can be read. Ask its administrator about the rest."))
    return passed("pubsub", _("{service} has all that calendars need.").format(service=service))


def missing(offered: Collection[str]) -> list[str]:
    """What a service does not say it can, in words; RSM has a namespace of its own."""
    wanted = {
        f"{NS}#subscribe": _("one cannot subscribe, so changes are not told"),
        f"{NS}#retrieve-items": _("what is in a calendar cannot be read"),
        f"{NS}#publish": _("one cannot publish events"),
        f"{NS}#retract-items": _("events cannot be taken back"),
        f"{NS}#persistent-items": _("it keeps no events: a change is seen only while one is online"),
        f"{NS}#retrieve-subscriptions": _("it does not list subscriptions, so those of other programs stay unknown"),
        f"{NS}#delete-nodes": _("calendars cannot be deleted"),
    }
    return [words for name, words in wanted.items() if name not in offered]


async def round_trip(session: Session) -> Finding:
    """How long a word takes there and back (XEP-0199)."""
    server = session.login.domain
    try:
        with timed() as watch:
            await ask(session.client, "get", parse_jid(server), ET.Element("{urn:xmpp:ping}ping"), PATIENCE)
    except (TimeoutError, UserError):
        text = _("{server} did not answer within {seconds} seconds.")
        return warned("round-trip", text.format(server=server, seconds=f"{PATIENCE:g}"), _("The network may be slow."))
    text = _("{server} answers within {milliseconds} ms.")
    text = text.format(server=server, milliseconds=round(watch.seconds * 1000))
    if watch.seconds > SLOW:
        return warned("round-trip", text, _("Changes arrive late. The network or the server is slow."))
    return passed("round-trip", text)


async def server_time(session: Session) -> datetime | None:
    """The time on the server's clock (XEP-0202); None where it does not tell."""
    try:
        query = ET.Element(f"{_TIME}time")
        answer = await ask(session.client, "get", parse_jid(session.login.domain), query, PATIENCE)
    except (TimeoutError, UserError):
        return None
    return read_utc(answer.findtext(f"{_TIME}time/{_TIME}utc") or "")
