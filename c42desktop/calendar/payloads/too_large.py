"""What stands in the place of a payload that was too large to be taken from the network (`xmpp.stream_parser`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn
from xml.etree.ElementTree import Element

from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.i18n import gettext as _

NAMESPACE = "urn:c42desktop:stream"


def decode_too_large(_payload: Element, _item_id: str, _languages: Sequence[str] = ()) -> NoReturn:
    """Nothing of it is left. Raises PayloadError."""
    raise PayloadError(_("This event is too large to be read."))
