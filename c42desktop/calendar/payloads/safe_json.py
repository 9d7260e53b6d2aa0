"""JSON from others, read within bounds."""

from __future__ import annotations

import json
import math
from typing import Any

from c42desktop.calendar.payloads.common import PayloadError
from c42desktop.i18n import gettext as _

NAMESPACE = "urn:xmpp:json:0"  # of a JSON container (XEP-0335)
MOST_DIGITS = 4_000  # Python refuses to read or write longer numbers
MAX_PARTS = 300_000  # arrays and objects, or names: a calendar of 10 000 events in jCal


def parse(text: str) -> Any:
    """The value of JSON text; None for a number that is none, or too long. Raises PayloadError with one sentence."""
    if text.count("[") + text.count("{") > MAX_PARTS or text.count('":') > MAX_PARTS:
        raise PayloadError(_("This JSON is too large to be read."))
    try:
        return json.loads(text, parse_constant=_no_number, parse_int=_integer, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise PayloadError(_("This is not JSON.") if text.strip() else _("The JSON is empty.")) from error


def _no_number(_text: str) -> None:
    """NaN and the infinities, which are not JSON."""


def _integer(text: str) -> int | None:
    return int(text) if len(text) < MOST_DIGITS else None


def _finite(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None
