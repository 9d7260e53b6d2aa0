"""A link out of the program: it says where it leads, and leads there by a click only."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent, Qt

from c42desktop.plain import one_line
from c42desktop.ui.links import open_link
from c42desktop.ui.widgets import Link, tip


class OutsideLink(Link):
    """A link with words of ours or of others. It gives way where there is no room for all of them."""

    def __init__(self, text: str, address: str, name: str, spoken: str = "") -> None:
        super().__init__("")
        self._full = one_line(text)
        self._address = address
        self.setObjectName(name)
        self.setProperty("fit", "small")
        self.setAccessibleName(spoken or self._full)
        self.setAccessibleDescription(one_line(address))
        self.setToolTip(tip(one_line(address)))
        self.setText(_shown(self._full))
        self.clicked.connect(lambda _checked=False: open_link(self._address))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all of the text."""
        hint = super().sizeHint()
        metrics = QFontMetrics(self.font())
        missing = metrics.horizontalAdvance(_shown(self._full)) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + missing, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the text into the new width."""
        super().resizeEvent(event)
        room = max(0, self.width())
        self.setText(_shown(QFontMetrics(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, room)))


def leads_to(address: str) -> str:
    """Where an address leads, as short as it can honestly be said: its host, or whom it reaches."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return one_line(host or unquote(parts.path))


def node_address(service: str, node: str, item: str = "") -> str:
    """The xmpp: address of a node or item (XEP-0060 §12.22)."""
    tail = f";item={quote(item, safe='')}" if item else ""
    return f"xmpp:{quote(service, safe='@.-_')}?;node={quote(node, safe='')}{tail}"


def _shown(text: str) -> str:
    return text.replace("&", "&&")
