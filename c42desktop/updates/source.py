"""Where to look for new versions, if at all."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from c42desktop.distribution import Distribution
from c42desktop.settings import Settings
from c42desktop.updates.feed import is_page
from c42desktop.updates.minisign import PublicKey, read_key

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, and who signs it."""

    url: str
    key: PublicKey


def find_source(distribution: Distribution, settings: Settings) -> Source | None:
    """Where this copy looks; None where others bring new versions, or where nothing is announced.

    [updates] feed and key in settings.toml name another feed, such as one within a company, and who signs that. They
    change nothing for a copy that does not look itself.
    """
    url = settings.get("updates", "feed", distribution.feed_url)
    key = settings.get("updates", "key", distribution.feed_key)
    if not distribution.updates or not url or not key:
        return None
    if not is_page(url) or "?" in url or "#" in url:
        log.info("The address of the release feed is none that can be used.")
        return None
    try:
        return Source(url, read_key(key))
    except ValueError as error:
        log.info("The key of the release feed is none: %s", error)
        return None
