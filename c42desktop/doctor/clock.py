"""The clock of this computer beside another one, and its time zone."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from c42desktop import clock
from c42desktop.calendar import names
from c42desktop.doctor.finding import Finding, failed, passed, skipped, warned
from c42desktop.i18n import gettext as _

NOTICEABLE, WRONG = 30.0, 300.0  # seconds; from the second on, certificates and tokens may be refused
_LOCALTIME = Path("/etc/localtime")


def zone(variables: Mapping[str, str] = os.environ, localtime: Path = _LOCALTIME) -> Finding:
    """Whether the system knows which zone it is in."""
    named = variables.get("TZ", "")
    advice = _("Times are shown in UTC. Set the time zone in the system's settings.")
    if named and not _is_zone(named):
        text = _("The variable TZ names a zone that this computer does not know: {name}.").format(name=named)
        return warned("zone", text, advice)
    if not named and sys.platform != "win32" and not localtime.exists():
        return warned("zone", _("This computer does not say in which time zone it is."), advice)
    here = clock.now().astimezone(clock.LOCAL)
    told = f"{here:%Z}, UTC{here:%z}" if here.utcoffset() else "UTC"
    return passed("zone", _("It is {time} here ({zone}).").format(time=names.clock(here), zone=told))


def _is_zone(named: str) -> bool:
    """Whether TZ can be understood: a file's name, the name of a zone, or a rule such as CET-1CEST."""
    if any(sign.isdigit() for sign in named) or Path(named.lstrip(":")).is_absolute():
        return True
    try:
        ZoneInfo(named.lstrip(":"))
    except (OSError, ValueError):  # ZoneInfoNotFoundError is a KeyError
        return False
    except KeyError:
        return named in ("UTC", "GMT")
    return True


def skew(source: str, told: datetime | None, before: datetime, after: datetime) -> Finding:
    """How far our clock is from that of `source`, which `told` the time between the two instants of ours."""
    if told is None:
        return skipped("clock", _("Not checked: neither the server nor its web pages tell the time."))
    seconds = (told - (before + (after - before) / 2)).total_seconds()
    words = _("behind") if seconds > 0 else _("ahead of")
    text = _("The clock is {seconds} s {words} that of {source}.")
    text = text.format(seconds=f"{abs(seconds):.0f}", words=words, source=source)
    advice = _("Have the system set its clock by the network.")
    if abs(seconds) > WRONG:
        return failed("clock", text, advice)
    if abs(seconds) > NOTICEABLE:
        return warned("clock", text, advice)
    return passed("clock", _("The clock agrees with that of {source}.").format(source=source))


def read_utc(text: str) -> datetime | None:
    """The time in an XEP-0202 answer (XEP-0082 §3.2), aware; None where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def read_date(text: str) -> datetime | None:
    """The time in an HTTP header (RFC 9110 §5.6.7), aware; None where it is none."""
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
