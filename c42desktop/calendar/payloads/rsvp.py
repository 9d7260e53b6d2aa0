"""What is published or sent for an answer to an invitation.

Calendar42 and the iCalendar family have it in the event itself: rsvp_status, or PARTSTAT of who answers. XEP-0471 has
it beside the event (§6.5), attached to it (XEP-0470) or, in private, in a message to its publisher.
"""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from c42desktop.calendar.answers import ATTENDING, FORM_VALUES, Answer, offered, with_answer
from c42desktop.calendar.payloads import decode, encode, xep0471
from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.calendar.payloads.elements import copied, name_of, put, space_of
from c42desktop.calendar.payloads.forms import new_form, set_values, values
from c42desktop.calendar.payloads.xep0082 import write_moment
from c42desktop.i18n import gettext as _

ATTACHMENTS = "urn:xmpp:pubsub-attachments:1"

_A = f"{{{ATTACHMENTS}}}"


def is_beside(payload: Element) -> bool:
    """Whether the answer to such an event stands beside it, and not in it."""
    return name_of(payload) in {(namespace, "event") for namespace in xep0471.NAMESPACES}


def answered(payload: Element, item_id: str, answer: Answer) -> Element:
    """The payload with the answer in it and nothing else changed. Raises PayloadError, one sentence."""
    events = decode(payload, item_id)
    after = with_answer(events, answer)
    if after is None:
        raise PayloadError(_("you are not invited to it any more"))
    if any(event.uid == answer.uid and answer.answer not in offered(event) for event in after):
        raise PayloadError(_("this calendar takes no such answer"))
    return encode(after, payload, item_id)


def attachment(event: Element, answer: str, at: datetime, before: Element | None = None) -> Element:
    """What is published beside an event: the answer given at an instant (aware), and all else that the reader has
    attached to that event `before`."""
    whole = Element(f"{_A}attachments")
    if before is not None and name_of(before)[1] == "attachments":
        whole = copied(before)
    made = form(event, answer)
    made.set("timestamp", write_moment(at.replace(microsecond=0)))
    put(whole, whole.findall(made.tag), [made])
    return whole


def attached_answer(event: Element, attachments: Element) -> str:
    """What the reader has said in what they attached to an event, as PARTSTAT in lower case; "" for nothing."""
    said = values(attachments.find(f"{space_of(event)}rsvp/{{jabber:x:data}}x"), ATTENDING)
    return next((answer for answer, value in FORM_VALUES.items() if value in said), "")


def form(event: Element, answer: str) -> Element:
    """The form of the event, filled in: whether the reader comes."""
    namespace = name_of(event)[0]
    asked = xep0471.rsvp(event, ())
    made = Element(f"{space_of(event)}rsvp")
    purpose = next(iter(values(asked, "FORM_TYPE")), f"{namespace.removesuffix(':0')}:rsvp:0")
    set_values(new_form(made, "submit", purpose), ATTENDING, [FORM_VALUES[answer]])
    return made


def hint() -> Element:
    """Asks servers to keep a message for who is not there (XEP-0334 §4.3)."""
    return Element("{urn:xmpp:hints}store")


def reference(uri: str) -> Element:
    """Which event a message is about (XEP-0372)."""
    return Element("{urn:xmpp:reference:0}reference", {"type": "data", "uri": uri})
