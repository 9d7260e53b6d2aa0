"""Long answers, page by page (XEP-0059)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from c42desktop.xmpp.refusals import Cause, RefusalError

_RSM = "{http://jabber.org/protocol/rsm}"
MAX_PAGES = 1000  # a service that hands out pages for ever is broken
RESTARTS = 3  # from the first page, where the entry after which to go on was taken back meanwhile


@dataclass(frozen=True, slots=True)
class Page:
    """A part of an answer. `total`, where the service tells it, is how many entries all pages have. `complete` tells
    that nothing comes after this one; where no page says so, there may be more."""

    entries: tuple[ET.Element, ...]
    last: str = ""
    total: int | None = None
    complete: bool = True


async def paged(
    ask: Callable[[ET.Element], Awaitable[ET.Element]],
    request: Callable[[], ET.Element],
    path: str,
    size: int = 0,
) -> AsyncIterator[Page]:
    """Ask for page after page of the entries at `path` of an answer, known by their attributes.

    Pages of `size` are asked for; without one, it is for the service to begin with pages.
    """
    seen: set[tuple[tuple[str, str], ...]] = set()
    after, restarts, most = "", 0, 0
    for _number in range(MAX_PAGES):
        query = request()
        if after or size:
            query.append(_page_request(after, size))
        try:
            page = _page_of(await ask(query), path, len(seen), most)
        except RefusalError as error:
            if not after or error.cause is not Cause.GONE:
                raise
            if restarts == RESTARTS:
                return
            after, restarts, seen, most = "", restarts + 1, set(), 0
            continue
        names = {tuple(sorted(entry.items())) for entry in page.entries}
        stuck = names <= seen or page.last == after
        seen |= names
        most = max(most, page.total or 0)
        yield page
        if page.complete or stuck:
            return
        after = page.last


def _page_of(answer: ET.Element, path: str, before: int, most: int) -> Page:
    """The page in an answer, after `before` entries of others, where there were `most` at any time."""
    entries = tuple(answer.findall(path))
    # Beside what was asked for only: in a payload, anybody could write that there is nothing more.
    end = answer.find(f"*/{_RSM}set")
    if end is None or not entries:
        return Page(entries)
    last = end.findtext(f"{_RSM}last") or ""
    index = _number(end.find(f"{_RSM}first"), "index")
    total = _number(end.find(f"{_RSM}count"))
    if total is None:
        return Page(entries, last, complete=not last)
    # Without an index, those that we have seen count, and some of them may be gone: the total is smaller by them then.
    complete = len(entries) + before >= max(total, most) if index is None else len(entries) + index >= total
    return Page(entries, last, total, complete)


def _page_request(after: str, size: int) -> ET.Element:
    page = ET.Element(f"{_RSM}set")
    if after:
        ET.SubElement(page, f"{_RSM}after").text = after
    if size:
        ET.SubElement(page, f"{_RSM}max").text = str(size)
    return page


def _number(element: ET.Element | None, attribute: str = "") -> int | None:
    text = "" if element is None else (element.get(attribute, "") if attribute else element.text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None
