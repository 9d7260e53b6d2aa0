"""Files that are somewhere else (XEP-0447, with the metadata of XEP-0446)."""

from __future__ import annotations

from itertools import islice
from xml.etree.ElementTree import Element

from c42desktop.calendar.model import Attachment
from c42desktop.calendar.payloads.common import MAX_VALUES, clean_id, clean_line
from c42desktop.calendar.payloads.elements import child, put, set_text

SHARING = "{urn:xmpp:sfs:0}file-sharing"
URL_DATA = "{http://jabber.org/protocol/url-data}url-data"

_SOURCES = "{urn:xmpp:sfs:0}sources"
_METADATA = "{urn:xmpp:file:metadata:0}"
_FILE = f"{_METADATA}file"
_SCHEMES = ("https:", "http:", "")


def attachment(sharing: Element) -> Attachment | None:
    """The file, by the address to fetch it from; one that has neither address nor name is None.

    Of several addresses the first with TLS counts. Sources of other kinds need more than a browser.
    """
    name = clean_line(sharing.findtext(f"{_FILE}/{_METADATA}name")) or clean_line(
        sharing.findtext(f"{_FILE}/{_METADATA}desc")
    )
    found = Attachment(
        url=_url(sharing),
        name=name,
        media_type=clean_line(sharing.findtext(f"{_FILE}/{_METADATA}media-type"), 100),
        size=_size(sharing.findtext(f"{_FILE}/{_METADATA}size")),
    )
    return found if found.url or found.name else None


def new_sharing(file: Attachment, disposition: str) -> Element:
    """An element for a file; `disposition` is inline for a picture, else attachment (§3.1)."""
    sharing = Element(SHARING, {"disposition": disposition})
    write_attachment(sharing, file)
    return sharing


def write_attachment(sharing: Element, file: Attachment) -> None:
    """Make `attachment` give this file. From another address comes another file: nothing of the old one stays."""
    if _url(sharing) != file.url:
        put(sharing, list(sharing), ())
        _set_url(sharing, file.url)
    now = attachment(sharing) or Attachment("")
    for name, was, wanted in (
        ("media-type", now.media_type, file.media_type),
        ("name", now.name, file.name),
        ("size", str(now.size or ""), str(file.size or "")),
    ):
        if was != wanted:
            set_text(child(sharing, _FILE), f"{_METADATA}{name}", wanted)


def _url(sharing: Element) -> str:
    links = islice(sharing.iterfind(f"{_SOURCES}/{URL_DATA}"), MAX_VALUES)
    targets = [target for target in (clean_id(link.get("target")) for link in links) if target]
    return next((target for scheme in _SCHEMES for target in targets if target.lower().startswith(scheme)), "")


def _set_url(sharing: Element, url: str) -> None:
    child(sharing, _FILE)
    if url:
        child(child(sharing, _SOURCES), URL_DATA).set("target", url)


def _size(text: str | None) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 18 else 0
