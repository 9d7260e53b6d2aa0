"""What a server's refusal of a request means, in one sentence for a person (XEP-0060 §6.1.3, RFC 6120 §8.3)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from enum import StrEnum

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.address import NodeAddress, parse_successor

_STANZAS_NS = "urn:ietf:params:xml:ns:xmpp-stanzas"
_ERRORS_NS = "http://jabber.org/protocol/pubsub#errors"
_NO_ACCESS = frozenset({"forbidden", "not-authorized", "not-allowed", "registration-required"})


class Cause(StrEnum):
    """What the program may do about a refusal."""

    GONE = "gone"
    NOT_ALLOWED = "not-allowed"
    PENDING = "pending"
    NOT_SUBSCRIBED = "not-subscribed"
    UNSUPPORTED = "unsupported"
    TEMPORARY = "temporary"
    UNREACHABLE = "unreachable"  # the whole service, not only this calendar
    OTHER = "other"


class RefusalError(UserError):
    """A request was refused, or not answered. The message is for a person, `cause` for the program.

    `moved_to` is the URI that the service gives for what was asked about, whatever it is worth.
    """

    def __init__(self, sentence: str, cause: Cause, condition: str = "", moved_to: str = "") -> None:
        super().__init__(sentence, field="uri")
        self.cause = cause
        self.condition = condition
        self.moved_to = moved_to

    @property
    def shuts_out(self) -> bool:
        """Whether it says that we may not read the calendar: not that we have too many, nor that somebody must pay."""
        return self.cause is Cause.NOT_ALLOWED and self.condition not in ("too-many-subscriptions", "payment-required")


def unanswered(service: str) -> RefusalError:
    """No answer came from `service`."""
    return RefusalError(_("{service} does not answer.").format(service=service), Cause.UNREACHABLE, "timeout")


def refusal(answer: ET.Element, service: str) -> RefusalError:
    """The refusal behind an error answer of `service` (RFC 6120 §8.3); unknown conditions fall back on its type."""
    error = answer.find("{jabber:client}error")
    if error is None:
        error = ET.Element("error")
    condition = _named(error, _STANZAS_NS) or "undefined-condition"
    special = _named(error, _ERRORS_NS)
    cause, sentence = _meaning(condition, special)
    if not sentence:
        sentence = _("{service} refused: {why}.")
        cause = Cause.TEMPORARY if error.get("type") == "wait" else Cause.OTHER
    why = " ".join((error.findtext(f"{{{_STANZAS_NS}}}text") or special or condition).split()).rstrip(".")[:200]
    moved_to = _successor(error)
    words = moved(moved_to) or sentence.format(service=service, why=why)
    return RefusalError(words, cause, special or condition, moved_to)


def moved(uri: str) -> str:
    """Where the calendar has moved to, in a sentence; "" where it is no place that anybody should follow."""
    match parse_successor(uri):
        case NodeAddress() as node:
            return _("This calendar has moved to {uri}").format(uri=node.uri)
        case "":
            return ""
        case link:
            return _("This calendar has moved. Read more at {link}").format(link=link)


def when_writing(error: RefusalError) -> RefusalError:
    """The refusal of a publication or a retraction: whoever lacks that right may well have access otherwise."""
    if error.condition not in _NO_ACCESS:
        return error
    return RefusalError(_("You may not write to this calendar. Ask its owner."), error.cause, error.condition)


def _successor(error: ET.Element) -> str:
    """The URI that a refusal gives (RFC 6120 §8.3.3.5, §8.3.3.14)."""
    found = (error.findtext(f"{{{_STANZAS_NS}}}{condition}") for condition in ("gone", "redirect"))
    return next((text.strip() for text in found if text), "")


def _named(error: ET.Element, namespace: str) -> str:
    """The condition of one namespace, if there is one."""
    names = (child.tag.removeprefix(f"{{{namespace}}}") for child in error)
    return next((name for name in names if not name.startswith("{") and name != "text"), "")


def _meaning(condition: str, special: str) -> tuple[Cause, str]:
    match special:
        case "presence-subscription-required":
            return Cause.NOT_ALLOWED, _("Only contacts of the owner of this calendar may see it.")
        case "not-in-roster-group":
            return Cause.NOT_ALLOWED, _("The owner has not shared this calendar with your group.")
        case "closed-node":
            return Cause.NOT_ALLOWED, _("This calendar is by invitation only. Ask its owner.")
        case "pending-subscription":
            return Cause.PENDING, _("The owner of this calendar has not let you in yet.")
        case "not-subscribed":
            return Cause.NOT_SUBSCRIBED, _("You are not subscribed to this calendar.")
        case "too-many-subscriptions":
            return Cause.NOT_ALLOWED, _("{service} allows you no more calendars.")
    match condition:
        case "item-not-found" | "gone" | "redirect":
            return Cause.GONE, _("There is no such calendar at {service}.")
        case _ if condition in _NO_ACCESS:
            return Cause.NOT_ALLOWED, _("You have no access to this calendar. Ask its owner.")
        case "payment-required":
            return Cause.NOT_ALLOWED, _("{service} wants to be paid for this calendar: {why}.")
        case "feature-not-implemented" | "service-unavailable":
            return Cause.UNSUPPORTED, _("{service} is no calendar service, or cannot do this.")
        case "remote-server-not-found":
            return Cause.UNREACHABLE, _("{service} was not found. Check its address.")
        case "remote-server-timeout":
            return Cause.UNREACHABLE, _("{service} cannot be reached right now.")
        case "internal-server-error" | "resource-constraint":
            return Cause.TEMPORARY, _("{service} has a problem right now. It is asked again later.")
    return Cause.OTHER, ""
