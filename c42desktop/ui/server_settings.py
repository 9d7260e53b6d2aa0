"""The settings that few people need: how the server is reached, what proves who one is, and whom to trust.

Only what matters for what is chosen is shown.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Check, Choice, Field, FileField, Labelled, bring_into_view
from c42desktop.ui.proxy_fields import ProxyFields
from c42desktop.ui.sign_in_values import WEB, SignIn, port_fault, url_fault
from c42desktop.ui.trusted_key import TrustedKey

TOKENS = ("oauthbearer", "x-oauth2")


class ServerSettings(QWidget):
    """Everything of a SignIn but address and password. `edited` by the person; `proof_changed` where what is asked
    for besides the address is another secret."""

    edited = Signal()
    proof_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("server-settings-page")
        self._way = Choice(_("Connection"), "way", _ways())
        self._host = Field(_("Host"), "host", _("found by itself"))
        self._port = Field(_("Port"), "port", _("5222"))
        self._url = Field(_("Address of the connection"), "url", _("found by itself"))
        self._proxy = ProxyFields()
        self._proof = Choice(_("Sign in with"), "proof", _proofs())
        self._resource = Field(_("Resource"), "resource", _("chosen by itself"))
        self._certificate = FileField(_("Your certificate and key"), "certificate", _("a PEM file"))
        words = _("Allow sending the password itself, if the server knows no better way")
        self._allow_plain = Check(words, "allow_plain")
        self._ca_file = FileField(_("Trusted authorities (CA file)"), "ca_file", _("those of this computer"))
        self._key = TrustedKey()
        self._lay_out()
        self._order()
        self._way.edited.connect(self._follow)
        self._proof.edited.connect(self._follow)
        self._proof.edited.connect(self.proof_changed)
        for field in (*self.fields().values(), self._proxy, self._key):
            field.edited.connect(self.edited)
        self._follow()

    def set_values(self, known: SignIn) -> bool:
        """Fill in what is known; True where something is not as usual."""
        self._way.set_value(known.way)
        self._host.set_text(known.host)
        self._port.set_text(str(known.port or ""))
        self._url.set_text(known.url)
        self._proxy.set_value(known.proxy)
        self._proof.set_value(known.proof)
        self._resource.set_text(known.resource)
        self._certificate.set_text(known.certificate)
        self._allow_plain.input.setChecked(known.allow_plain)
        self._ca_file.set_text(known.ca_file)
        self._key.set(known.pin)
        self._follow()
        self.proof_changed.emit()
        usual = SignIn(known.jid, known.password, proxy_password=known.proxy_password, colour=known.colour)
        return known != replace(usual, resource=known.resource)  # every account has got one

    def values(self, entered: SignIn) -> SignIn:
        """`entered` with what stands here; what does not matter for what is chosen is left out."""
        way, proof = self.way(), self.proof()
        return replace(
            entered,
            way=way,
            host=self._host.text() if way not in WEB else "",
            port=int(self._port.text() or 0) if way not in WEB else 0,
            url=self._url.text() if way != "tcp" else "",
            proxy=self._proxy.value(),
            proxy_password=self._proxy.password.text(),
            proof=proof,
            certificate=self._certificate.text() if proof == "certificate" else "",
            allow_plain=proof == "password" and self._allow_plain.input.isChecked(),
            ca_file=self._ca_file.text(),
            pin=self._key.pin,
            resource=self._resource.text(),
        )

    def trust(self, pin: str) -> None:
        """The key of this fingerprint is the one to trust."""
        self._key.set(pin)

    def way(self) -> str:
        """The connection that is chosen."""
        return self._way.value()

    def proof(self) -> str:
        """With what one signs in."""
        return self._proof.value()

    def fields(self) -> dict[str, Labelled | Check]:
        """What a sentence can stand beside, by its name in Login."""
        return {
            "way": self._way,
            "host": self._host,
            "port": self._port,
            "url": self._url,
            "proxy": self._proxy.at_fault(),
            "proof": self._proof,
            "resource": self._resource,
            "certificate": self._certificate,
            "allow_plain": self._allow_plain,
            "ca_file": self._ca_file,
        }

    def faults(self) -> dict[str, str]:
        """What can be seen to be wrong without asking a server."""
        web = self.way() in WEB
        missing = self.proof() == "certificate" and not self._certificate.text()
        return {
            "port": "" if web else port_fault(self._port.text()),
            "url": url_fault(self.way(), self._url.text()),
            "proxy": self._proxy.fault(),
            "certificate": _("Choose the file with your certificate and its key.") if missing else "",
        }

    def take_focus(self) -> None:
        """The keyboard goes on here."""
        self._way.input.setFocus()
        bring_into_view(self)

    def lines(self) -> list[Field]:
        """The inputs in which Return means that all is entered."""
        proxy = [self._proxy.address, self._proxy.user, self._proxy.password]
        return [self._host, self._port, self._url, *proxy, self._certificate, self._ca_file, self._resource]

    def reveal(self, name: str) -> None:
        """Show the input of this name, whatever is chosen."""
        if name in ("url", "certificate", "allow_plain", "host", "port"):
            self.fields()[name].show()

    # How

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(_beside((self._way, 1), (self._proxy.choice, 1)))
        self._tcp = QWidget()
        tcp = _beside((self._host, 3), (self._port, 1))
        tcp.setContentsMargins(0, 0, 0, 0)
        self._tcp.setLayout(tcp)
        for part in (self._tcp, self._url, self._proxy):
            column.addWidget(part)
        column.addLayout(_beside((self._proof, 1), (self._resource, 1)))
        for part in (self._certificate, self._allow_plain, self._ca_file, self._key):
            column.addWidget(part)

    def _order(self) -> None:
        """The keyboard goes as the eye does."""
        proxy = self._proxy
        order: list[QWidget] = [self._way.input, proxy.choice.input, self._host.input, self._port.input]
        order += [self._url.input, proxy.address.input, proxy.user.input, proxy.password.input]
        order += [self._proof.input, self._resource.input, self._certificate.input, self._certificate.browse]
        order += [self._allow_plain.input, self._ca_file.input, self._ca_file.browse, self._key.forget]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        """What depends on what is chosen."""
        way, proof = self.way(), self.proof()
        self._tcp.setVisible(way not in WEB)
        self._url.setVisible(way in WEB or (way == "automatic" and bool(self._url.text())))
        self._certificate.setVisible(proof == "certificate")
        self._allow_plain.setVisible(proof == "password")


def _ways() -> list[tuple[str, str]]:
    return [
        ("automatic", _("Automatic")),
        ("tcp", _("Direct (TCP)")),
        ("websocket", _("WebSocket")),
        ("bosh", _("BOSH")),
    ]


def _proofs() -> list[tuple[str, str]]:
    return [
        ("password", _("Password")),
        ("certificate", _("Certificate")),
        (TOKENS[0], _("Token")),
        (TOKENS[1], _("Token (X-OAUTH2)")),
    ]


def _beside(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for part, share in parts:
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row
