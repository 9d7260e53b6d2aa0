"""Whether a release feed may be believed (pure)."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.updates import feed as feeds
from c42desktop.updates import minisign
from c42desktop.updates.feed import Feed
from c42desktop.updates.minisign import PublicKey

log = logging.getLogger(__name__)

AHEAD = timedelta(days=1)  # by so much may the clock of who signs be ahead of ours


def believed(data: bytes, signature: bytes, key: PublicKey, now: datetime, last: Feed | None) -> Feed:
    """The feed that `data` is, if it may be believed at `now`; `last` is the one that was believed before.

    Raises UserError with one sentence. Nothing is read before its signature is known to be true.
    """
    found = authentic(data, signature, key)
    if now < found.issued - AHEAD:
        raise UserError(_("The list of versions is from the future. Is the clock of this computer right?"))
    if now >= found.expires:
        raise UserError(_("The list of versions is out of date. Is the clock of this computer right?"))
    if last is not None and found.issued < last.issued:
        raise UserError(_("The list of versions is older than the one before, so it was not used."))
    return found


def authentic(data: bytes, signature: bytes, key: PublicKey) -> Feed:
    """The same, whenever it is from: what was believed once stays true. Raises UserError."""
    try:
        minisign.verify(key, data, signature)
    except minisign.ForgedError as error:
        log.info("A release feed was not used: %s", error)
        sentence = _("The list of versions is not signed by who makes this program, so it was not used.")
        raise UserError(sentence) from error
    try:
        return feeds.read(data)
    except ValueError as error:
        log.info("A release feed cannot be read: %s", error)
        raise UserError(_("This version cannot read the list of versions. There may be a newer one.")) from error
