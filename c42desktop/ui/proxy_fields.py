"""The way out of a network: the system's proxy, none, or one with an address."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Choice, Field, PasswordField
from c42desktop.ui.sign_in_values import proxy_fault, proxy_parts, proxy_url

SYSTEM, NONE = "", "none"


class ProxyFields(QWidget):
    """The address of a proxy, who one is there, and the password; `choice` stands elsewhere and decides about them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("proxy-page")
        options = [(SYSTEM, _("System")), (NONE, _("None")), ("http", _("HTTP")), ("socks5", _("SOCKS5"))]
        self.choice = Choice(_("Proxy"), "proxy", options)
        self.address = Field(_("Proxy address"), "proxy-address", _("proxy.example.org:8080"))
        self.user = Field(_("Proxy user"), "proxy-user", _("if it wants one"))
        self.password = PasswordField(_("Proxy password"), "proxy-password")
        self.choice.edited.connect(self._follow)
        for field in (self.address, self.user, self.password):
            field.edited.connect(self.edited)
        self.choice.edited.connect(self.edited)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.user, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.password, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.address)
        column.addLayout(row)
        self._follow()

    def set_value(self, proxy: str) -> None:
        """Fill in what Login has."""
        scheme, address, user = proxy_parts(proxy) if "://" in proxy else (proxy, "", "")
        self.choice.set_value(scheme)
        self.address.set_text(address)
        self.user.set_text(user)
        if user:
            self.password.input.setPlaceholderText(_("unchanged"))
        self._follow()

    def value(self) -> str:
        """The proxy as Login has it."""
        chosen = self.choice.value()
        return proxy_url(chosen, self.address.text(), self.user.text()) if self._named() else chosen

    def fault(self) -> str:
        """One sentence on what is wrong, empty where nothing is."""
        return proxy_fault(self.address.text()) if self._named() else ""

    def at_fault(self) -> Field | Choice:
        """Where a sentence about the proxy belongs."""
        return self.address if self._named() else self.choice

    def _named(self) -> bool:
        return self.choice.value() not in (SYSTEM, NONE)

    def _follow(self) -> None:
        self.setVisible(self._named())
