"""JSON from others, read within bounds."""

from __future__ import annotations

import json
from typing import Any

from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.i18n import gettext as _

MAX_PARTS = 300_000  # arrays and objects: a calendar of 10 000 events in jCal


def parse(text: str) -> Any:
    """The value of JSON text. Raises PayloadError with one sentence."""
    if text.count("[") + text.count("{") > MAX_PARTS:
        raise PayloadError(_("This JSON is too large to be read."))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PayloadError(_("This is not JSON.") if text.strip() else _("The JSON is empty.")) from error
