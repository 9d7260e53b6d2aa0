"""Signing in: the page of the first start, and the dialog that asks for a password again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Field, FileField, PasswordField
from c42desktop.ui.widgets import button, label, link, separator, soft_breaks, style

WIDTH = 420
DEMO_REST = 10_000
"""Milliseconds for which the demo is not asked for again: it takes a while to appear."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What was entered. `host`, `ca_file` and `resource` are empty and `port` is 0 where the defaults will do."""

    jid: str
    password: str
    host: str = ""
    port: int = 0
    ca_file: str = ""
    resource: str = ""

    def __repr__(self) -> str:
        """Without the password: this ends up in logs."""
        return f"SignIn(jid={self.jid!r}, host={self.host!r}, port={self.port!r})"


def jid_fault(jid: str) -> str:
    """One sentence on what is wrong with an address, empty where nothing is."""
    local, at, domain = jid.partition("@")
    if not jid:
        return _("Enter your XMPP address, like ann@example.org.")
    if not at or not local or not domain.strip("."):
        return _("An XMPP address looks like ann@example.org.")
    if "/" in jid:
        return _("Leave out what follows the slash; the resource has its place in the server settings.")
    if any(sign.isspace() or sign in "\"&':<>@" for sign in local + domain):
        return _("An XMPP address has no spaces and no special characters.")
    return ""


def port_fault(text: str) -> str:
    """One sentence on what is wrong with a port, empty where nothing is."""
    if not text or (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        return ""
    return _("A port is a number from 1 to 65535.")


class SignInForm(QWidget):
    """Address, password, server settings.

    `submitted(SignIn)` after the local checks; `demo_requested()`.
    """

    submitted = Signal(object)
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, demo: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("sign-in")
        self._busy = False
        self._address = Field(_("Address"), "address", _("ann@example.org"))
        self._password = PasswordField(_("Password"), "password")
        self._host = Field(_("Host"), "host", _("found by itself"))
        self._port = Field(_("Port"), "port", _("5222"))
        self._ca_file = FileField(_("Certificate file (CA)"), "ca_file", _("the system's certificates"))
        self._resource = Field(_("Resource"), "resource", _("chosen by the server"))
        self._fields = {
            "address": self._address,
            "password": self._password,
            "host": self._host,
            "port": self._port,
            "ca_file": self._ca_file,
            "resource": self._resource,
        }
        self._error = label("", "fault", "sign-in-error")
        self._notice = label("", "secondary", "sign-in-notice")
        self._settings = self._server_settings()
        self._more = link(_("Server settings…"), "server-settings", self._toggle_settings, fit="small")
        self._submit = button(_("Sign in"), "sign-in-button", self._on_submit, "primary", "large")
        self._submit.setDefault(True)
        self._demo = link("", "demo", self._on_demo, fit="small")
        self._rest_demo(False)
        self._demo_rest = QTimer(self)
        self._demo_rest.setSingleShot(True)
        self._demo_rest.timeout.connect(lambda: self._rest_demo(False))
        self._lay_out(demo)
        for field in self._fields.values():
            field.input.returnPressed.connect(self._on_submit)
            field.edited.connect(self._error.hide)

    # What the application sets

    def set_values(self, known: SignIn) -> None:
        """Fill in what is known of the account; settings that differ from the defaults are unfolded."""
        self._address.set_text(known.jid)
        self._password.set_text(known.password)
        self._host.set_text(known.host)
        self._port.set_text(str(known.port or ""))
        self._ca_file.set_text(known.ca_file)
        self._resource.set_text(known.resource)
        if known.host or known.port or known.ca_file or known.resource:
            self._settings.show()

    def set_busy(self, busy: bool) -> None:
        """While the server is asked, nothing can be changed."""
        self._busy = busy
        for field in self._fields.values():
            field.setEnabled(not busy)
        self._submit.setEnabled(not busy)
        self._submit.setText(_("Signing in…") if busy else _("Sign in"))

    def show_error(self, sentence: str, field: str = "") -> None:
        """Say what went wrong, beside the field at fault; elsewhere above the button."""
        self.set_busy(False)
        at_fault = self._fields.get(field)
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(at_fault is None and bool(sentence))
        for name, each in self._fields.items():
            each.show_fault(sentence if name == field else "")
        if at_fault is None:
            return
        if self._settings.isAncestorOf(at_fault):
            self._settings.show()
        at_fault.input.setFocus()
        at_fault.input.selectAll()

    def set_notice(self, text: str) -> None:
        """A line under the fields, for example why the password cannot be kept."""
        self._notice.setText(soft_breaks(text))
        self._notice.setVisible(bool(text))

    def lock_address(self) -> None:
        """The account is known: only its password is asked for."""
        self._address.input.setReadOnly(True)
        self._address.input.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._password.input.setFocus()

    def forget_password(self) -> None:
        """Clear the password once it is no longer needed."""
        self._password.input.clear()

    # How

    def _lay_out(self, demo: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._address, self._password, self._notice, self._settings, self._error):
            column.addWidget(part)
        for hidden in (self._notice, self._settings, self._error):
            hidden.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(0, theme.px(6), 0, 0)
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._submit)
        column.addLayout(foot)
        if demo:
            column.addSpacing(theme.px(16))
            column.addWidget(separator())
            column.addLayout(self._demo_line())

    def _server_settings(self) -> QWidget:
        page = QWidget()
        page.setObjectName("server-settings-page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._host, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._port, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._ca_file)
        column.addWidget(self._resource)
        return page

    def _demo_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        question = label(_("No account at hand?"), "secondary")
        question.setWordWrap(False)
        row.addWidget(question)
        row.addWidget(self._demo)
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return was taken by the field it was pressed in: a dialog's default button must not take it again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_demo(self) -> None:
        self._rest_demo(True)
        self._demo_rest.start(DEMO_REST)
        self.demo_requested.emit()

    def _rest_demo(self, resting: bool) -> None:
        self._demo.setEnabled(not resting)
        self._demo.setText(_("Starting the demo…") if resting else _("Try it with a demo server on this computer"))

    def _toggle_settings(self) -> None:
        self._settings.setVisible(self._settings.isHidden())

    def _on_submit(self) -> None:
        if self._busy or not self._is_complete():
            return
        self.submitted.emit(
            SignIn(
                jid=self._address.text(),
                password=self._password.text(),
                host=self._host.text(),
                port=int(self._port.text() or 0),
                ca_file=self._ca_file.text(),
                resource=self._resource.text(),
            )
        )

    def _is_complete(self) -> bool:
        """Check what can be checked here; the first fault is shown."""
        missing = "" if self._password.text() else _("Enter the password of this account.")
        checks = {
            "address": jid_fault(self._address.text()),
            "password": missing,
            "port": port_fault(self._port.text()),
        }
        for name, fault in checks.items():
            if fault:
                self.show_error(fault, name)
                return False
        self.show_error("")
        return True


class SignInPage(QWidget):
    """The first start: what this is, and the form."""

    def __init__(self, form: SignInForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign-in-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(self, "page")
        inside = QWidget()
        inside.setMaximumWidth(theme.px(WIDTH))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(_("Calendars that tell you when they change"), "hero"))
        intro = _(
            "Sign in with the XMPP address your organisation gave you. The password goes into your system keyring."
        )
        column.addWidget(label(intro, "quiet"))
        column.addSpacing(theme.px(10))
        column.addWidget(form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        middle = QWidget()
        style(middle, "clear")
        page = QVBoxLayout(middle)
        page.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        page.addStretch(1)
        page.addLayout(row)
        page.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


class SignInDialog(QDialog):
    """Asks for the password of a known account again. Show it with `open()`.

    `form.submitted(SignIn)`; the application calls `accept()` once the server took it. An answer may come after the
    person closed the dialog, so it stays until its parent goes; `finished` is said once.
    """

    def __init__(self, known: SignIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign-in-dialog")
        self.setWindowTitle(_("Sign in"))
        self.form = SignInForm(demo=False)
        self.form.set_values(known)
        self.form.lock_address()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(label(_("Enter the password again"), "title"))
        column.addWidget(self.form)
        self.setMinimumWidth(theme.px(WIDTH))
        self.finished.connect(lambda _result: self.form.forget_password())

    def done(self, result: int) -> None:
        """Close, unless it is closed."""
        if not self.isHidden():
            super().done(result)

    def event(self, event: QEvent) -> bool:
        """Whenever a part became higher or the dialog narrower, everything still has to fit."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Resize):
            self._grow()
        return handled

    def _grow(self) -> None:
        column = self.layout()
        if column is None:
            return
        needed = min(column.totalHeightForWidth(self.width()), self.screen().availableGeometry().height())
        if self.minimumHeight() != needed:
            self.setMinimumHeight(needed)
