"""What a server's refusal of a request means, in one sentence for a person (XEP-0060 §6.1.3, RFC 6120 §8.3)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from enum import StrEnum
from gettext import gettext as _

from slixmpp.exceptions import IqError, IqTimeout

from c42desktop.errors import UserError

_ERRORS_NS = "http://jabber.org/protocol/pubsub#errors"


class Cause(StrEnum):
    """What the program may do about a refusal."""

    GONE = "gone"
    NOT_ALLOWED = "not-allowed"
    PENDING = "pending"
    NOT_SUBSCRIBED = "not-subscribed"
    UNSUPPORTED = "unsupported"
    TEMPORARY = "temporary"
    OTHER = "other"


class RefusalError(UserError):
    """A request was refused, or not answered. The message is for a person, `cause` for the program."""

    def __init__(self, sentence: str, cause: Cause, condition: str = "") -> None:
        super().__init__(sentence, field="uri")
        self.cause = cause
        self.condition = condition


def refusal(error: IqError | IqTimeout, service: str) -> RefusalError:
    """The refusal behind an error answer of `service`."""
    if isinstance(error, IqTimeout):
        return RefusalError(_("{service} does not answer.").format(service=service), Cause.TEMPORARY, "timeout")
    special = _special_condition(error.iq.xml)
    condition = error.condition
    cause, sentence = _meaning(condition, special)
    if not sentence:
        sentence = _("{service} refused: {why}.")
        cause = Cause.TEMPORARY if error.etype == "wait" else Cause.OTHER
    why = (error.text or special or condition).strip().rstrip(".")[:200]
    return RefusalError(sentence.format(service=service, why=why), cause, special or condition)


def _special_condition(stanza: ET.Element) -> str:
    """The pubsub condition beside the general one, if there is one."""
    for child in stanza.iterfind("{jabber:client}error/*"):
        if child.tag.startswith(f"{{{_ERRORS_NS}}}"):
            return child.tag.partition("}")[2]
    return ""


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
        case "item-not-found" | "gone":
            return Cause.GONE, _("There is no such calendar at {service}.")
        case "forbidden" | "not-authorized" | "not-allowed" | "registration-required":
            return Cause.NOT_ALLOWED, _("You have no access to this calendar. Ask its owner.")
        case "payment-required":
            return Cause.NOT_ALLOWED, _("{service} wants to be paid for this calendar: {why}.")
        case "feature-not-implemented" | "service-unavailable":
            return Cause.UNSUPPORTED, _("{service} is no calendar service, or cannot do this.")
        case "remote-server-not-found":
            return Cause.TEMPORARY, _("{service} was not found. Check its address.")
        case "remote-server-timeout":
            return Cause.TEMPORARY, _("{service} cannot be reached right now.")
    return Cause.OTHER, ""
