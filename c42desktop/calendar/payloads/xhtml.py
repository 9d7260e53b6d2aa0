"""XHTML and HTML as plain text: nothing in them is fetched, followed or run."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from c42desktop.calendar.payloads.common import MAX_TEXT, clean_text

_BLOCKS = frozenset(("p", "div", "li", "ul", "ol", "blockquote", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "object", "iframe"))
_UNSEEN_TAGS = re.compile(
    r"<(script|style|head|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_BREAK_TAGS = re.compile(r"</?(?:br|p|div|li|ul|ol|blockquote|pre|tr|h[1-6])\b[^<>]*>", re.IGNORECASE)
# Never beyond the next "<": else tags without an end take the square of their number.
_TAGS = re.compile(r"<[/!?a-zA-Z][^<>]*>")


def plain(element: Element) -> str:
    """XHTML as text: blocks and breaks become lines, links keep their words, pictures and scripts go."""
    return _lines("".join(_words(element)))


def plain_html(text: str) -> str:
    """HTML, which need not be well-formed, in the same way."""
    seen = _UNSEEN_TAGS.sub("", text[: 4 * MAX_TEXT])
    return _lines(html.unescape(_TAGS.sub("", _BREAK_TAGS.sub("\n", " ".join(seen.split())))))


def _lines(text: str) -> str:
    joined = "\n".join(" ".join(line.split()) for line in text[: 4 * MAX_TEXT].split("\n"))
    while "\n\n\n" in joined:
        joined = joined.replace("\n\n\n", "\n\n")
    return clean_text(joined)


def _words(root: Element) -> Iterator[str]:
    """The text in document order. Walked with a stack of its own: payloads may be nested deeper than Python is."""
    stack: list[Element | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        name = node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else "script"
        if name in _UNSEEN and node is not root:
            continue
        edge = "\n" if name in _BLOCKS else ""
        stack.append(edge)
        for each in reversed(node):
            stack.extend((" ".join((each.tail or "").split("\n")), each))
        stack.append(edge + " ".join((node.text or "").split("\n")))
        if name == "br":
            stack.append("\n")
