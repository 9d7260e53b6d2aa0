"""One answer to an invitation, brought to where its format wants it.

    in the event            rsvp_status of Calendar42, PARTSTAT of the iCalendar family
    beside the event        XEP-0471: attached to it (XEP-0470) where the service has a place for that
    to who published it     XEP-0471 where it has none: a message, as answers that others shall not see

Each is written onto the event as the server has it now: what others changed meanwhile stays, and an answer that has
arrived already, whoever sent it and however that ended, is not sent twice.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import datetime

from c42desktop.calendar import payloads
from c42desktop.calendar.answers import Answer
from c42desktop.calendar.model import ItemRef
from c42desktop.calendar.payloads import rsvp
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.plain import one_line
from c42desktop.sync.items import digest_of
from c42desktop.xmpp import attachments
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.attachments import Found
from c42desktop.xmpp.messages import send_message
from c42desktop.xmpp.refusals import RefusalError

_READ_ONLY = frozenset({"forbidden", "not-authorized", "not-allowed"})


class GoneError(UserError):
    """What was answered to is not there any more, or the reader is not invited to it any more."""


class ReadOnlyError(UserError):
    """The event may not be changed by the reader, and there is no other way to answer."""


async def deliver(link: Link, item: ItemRef, answer: Answer, stored: str, now: datetime) -> bool:
    """Bring an answer to an item to the server; `stored` is its payload as it was last seen here, `now` is aware.

    True where the answer stands beside the event, which then does not show it itself. Raises GoneError, ReadOnlyError,
    PayloadError where the format does not take the answer, RefusalError, OfflineError.
    """
    address = NodeAddress(item.calendar.service, item.calendar.node)
    found = await attachments.find(link.pubsub, address, item.item_id)
    if found is None:
        raise GoneError(_("it is not in the calendar any more"))
    event = found.payload if found.payload is not None else payloads.parse(stored)
    if rsvp.is_beside(event):
        await _beside(link, item, address, event, found, answer.answer, now)
        return True
    await _within(link, item, address, event, answer)
    return False


async def _within(link: Link, item: ItemRef, address: NodeAddress, event: ET.Element, answer: Answer) -> None:
    changed = rsvp.answered(event, item.item_id, answer)
    if digest_of(changed) == digest_of(event):
        return
    try:
        await link.pubsub.publish(address, item.item_id, changed)
    except RefusalError as error:
        if error.condition not in _READ_ONLY:
            raise
        raise ReadOnlyError(_("you may not change this event")) from error


async def _beside(
    link: Link, item: ItemRef, address: NodeAddress, event: ET.Element, found: Found, answer: str, now: datetime
) -> None:
    node = attachments.attachment_node(address, item.item_id)
    if await attachments.takes_attachments(link.pubsub, node):
        before = await attachments.attached(link.pubsub, node, link.jid)
        if before is not None and rsvp.attached_answer(event, before) == answer:
            return
        try:
            await link.pubsub.publish(node, link.jid, rsvp.attachment(event, answer, now, before))
        except RefusalError as error:
            if error.cause not in attachments.LASTING:
                raise
        else:
            return
    await _to_publisher(link, item, address, event, found.publisher, answer)


async def _to_publisher(
    link: Link, item: ItemRef, address: NodeAddress, event: ET.Element, publisher: str, answer: str
) -> None:
    if not publisher or publisher == link.jid:
        raise ReadOnlyError(_("this calendar takes no answers"))
    title = one_line(payloads.decode(event, item.item_id)[0].summary)
    about = rsvp.reference(attachments.item_uri(address, item.item_id))
    try:
        await send_message(
            link.session, publisher, _body(answer, title), [rsvp.form(event, answer), about, rsvp.hint()]
        )
    except RefusalError as error:
        if error.cause not in attachments.LASTING:
            raise
        raise ReadOnlyError(_("no message reaches {jid}").format(jid=publisher)) from error


def _body(answer: str, title: str) -> str:
    """For who reads the message in a program that knows nothing of calendars."""
    words = {
        "accepted": _("Accepted: {title}"),
        "tentative": _("Maybe: {title}"),
        "declined": _("Declined: {title}"),
    }[answer]
    return words.format(title=title)
