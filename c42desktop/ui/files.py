"""Files that belong to an event. Nothing is fetched: a click hands the address to the system."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename
from urllib.parse import unquote, urlsplit

from PySide6.QtWidgets import QWidget

from c42desktop.calendar.model import Attachment, Details
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.sizes import size_in_words
from c42desktop.ui.fact import lines, with_icon
from c42desktop.ui.links import is_safe
from c42desktop.ui.outside import OutsideLink, leads_to
from c42desktop.ui.widgets import label

_FEW = 10  # letters of a kind of file


def files(details: Details) -> Iterator[QWidget]:
    """One line for each attachment, and one for the picture."""
    yield from lines(details.attachments, _attachment)
    if details.picture:
        yield _file("picture", _("Picture"), details.picture, "", 0)


def file_name(attachment: Attachment) -> str:
    """Its name, else the last part of its address."""
    return one_line(attachment.name) or _last_part(attachment.url) or _("File")


def _attachment(attachment: Attachment) -> QWidget:
    return _file("clip", file_name(attachment), attachment.url, kind_in_words(attachment.media_type), attachment.size)


def _file(icon: str, name: str, address: str, kind: str, size: int) -> QWidget:
    """What can be opened is a link; of the rest, what it is."""
    safe = is_safe(address)
    about = " · ".join(part for part in (kind, size_in_words(size), leads_to(address) if safe else "") if part)
    first = (
        OutsideLink(name, address, "details-file", _spoken(name, about)) if safe else label(name, "", "details-file")
    )
    below = [label(about, "secondary", "details-file-about")] if about else []
    if not safe:
        below.append(label(_("This file cannot be opened from here."), "secondary", "details-file-closed"))
    return with_icon(icon, first, *below)


def _spoken(name: str, about: str) -> str:
    return ", ".join(part for part in (name, about.replace(" · ", ", ")) if part)


def kind_in_words(media_type: str) -> str:
    """ "PDF", "Image"; the rest by the second half of its type."""
    main, _slash, sub = one_line(media_type).split(";")[0].strip().lower().partition("/")
    words = {"image": _("Image"), "audio": _("Sound"), "video": _("Video"), "text": _("Text")}
    if main in words:
        return words[main]
    if sub in ("", "octet-stream") or len(sub) > _FEW:
        return ""
    return sub.upper()


def _last_part(address: str) -> str:
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return one_line(unquote(basename(path)))
