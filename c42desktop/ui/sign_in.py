"""The form to sign in with: address, password, server settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import PALETTE
from c42desktop.i18n import gettext as _
from c42desktop.ui import icons, theme
from c42desktop.ui.fields import Check, Choice, Field, Labelled, PasswordField, bring_into_view
from c42desktop.ui.server_settings import TOKENS, ServerSettings
from c42desktop.ui.sign_in_values import SignIn, jid_fault
from c42desktop.ui.widgets import button, label, link, separator, soft_breaks

DEMO_REST = 10_000
"""Milliseconds for which the demo is not asked for again: it takes a while to appear."""


class Offer(StrEnum):
    """What a person may decide where signing in was refused."""

    CERTIFICATE = "certificate"
    WEAKER = "weaker"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a form is for. `keeps`: the account is known, and an empty password leaves the one it has."""

    action: str
    busy: str
    demo: bool = False
    keeps: bool = False


def first_start() -> Purpose:
    """The page that greets."""
    return Purpose(_("Sign in"), _("Signing in…"), demo=True)


def sign_in() -> Purpose:
    """Another account, or the password of one again."""
    return Purpose(_("Sign in"), _("Signing in…"))


def edit() -> Purpose:
    """The settings of an account."""
    return Purpose(_("Save"), _("Signing in…"), keeps=True)


class SignInForm(QWidget):
    """Address, password, server settings.

    `submitted(SignIn)` after the local checks; `offered(Offer, SignIn)`: the person takes what an error offers;
    `demo_requested()`; `cancelled()`: on the first start, while the server is asked. `foot` holds what one presses; a
    dialog may put it elsewhere.
    """

    submitted = Signal(object)
    offered = Signal(object, object)
    demo_requested = Signal()
    cancelled = Signal()

    def __init__(self, purpose: Purpose | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign-in")
        self._purpose = purpose or first_start()
        self._busy = False
        self._address = Field(_("Address"), "address", _("ann@example.org"))
        self._password = PasswordField(_("Password"), "password")
        self._colour = _colours()
        self._settings = ServerSettings()
        self._error = label("", "fault", "sign-in-error")
        self._offers = {offer: link(words, f"offer-{offer}", _taking(self, offer)) for offer, words in _offers()}
        self._more = link("", "server-settings", self._toggle_settings, fit="small")
        self._submit = button(self._purpose.action, "sign-in-button", self._on_submit, "primary", "large")
        self._submit.setDefault(True)
        self._cancel = button(_("Cancel"), "cancel-sign-in", self.cancelled.emit, fit="large")
        self.foot = QWidget()
        self._buttons = QHBoxLayout()
        self._focused: QWidget | None = None  # before the server was asked
        self._demo_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._demo = link("", "demo", self._on_demo, fit="small")
        self._rest_demo(False)
        self._demo_rest = QTimer(self)
        self._demo_rest.setSingleShot(True)
        self._demo_rest.timeout.connect(lambda: self._rest_demo(False))
        self._lay_out()
        for field in (self._address, self._password, *self._settings.lines()):
            field.input.returnPressed.connect(self._on_submit)
        for each in (self._address, self._password, self._settings):
            each.edited.connect(self._withdraw)
        self._settings.proof_changed.connect(self._ask_for_secret)
        self._ask_for_secret()

    # What the application sets

    def set_values(self, known: SignIn) -> None:
        """Fill in what is known of the account; settings that differ from the defaults are unfolded."""
        self._address.set_text(known.jid)
        self._password.set_text(known.password)
        self._colour.set_value(known.colour)
        if self._settings.set_values(known):
            self._unfold(True)

    def set_busy(self, busy: bool) -> None:
        """While the server is asked, nothing can be changed."""
        self._busy = busy
        if busy:
            self._focused = self.window().focusWidget()
        for part in (self._address, self._password, self._colour, self._settings, *self._offers.values()):
            part.setEnabled(not busy)
        self._submit.setEnabled(not busy)
        self._submit.setText(self._purpose.busy if busy else self._purpose.action)
        self._cancel.setVisible(busy and self._purpose.demo)  # a dialog has its own, for all of it
        if busy and self._purpose.demo:
            self._cancel.setFocus()
        if not busy and self._focused is not None:
            self._focused.setFocus()
            self._focused = None

    def show_error(self, sentence: str, field: str = "", offers: Sequence[Offer] = ()) -> None:
        """Say what went wrong, beside the field at fault; elsewhere above the button. `offers`: what can be done."""
        self.set_busy(False)
        fields = self._fields()
        at_fault = fields.get(field)
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(at_fault is None and bool(sentence))
        for each in fields.values():
            each.show_fault(sentence if each is at_fault else "")
        for offer, made in self._offers.items():
            made.setVisible(offer in offers and (offer is not Offer.KEEP or self._purpose.keeps))
        if at_fault is None:
            return
        if self._settings.isAncestorOf(at_fault):
            self._settings.reveal(field)
            self._unfold(True)
        at_fault.input.setFocus()
        bring_into_view(at_fault)
        if isinstance(at_fault, Field):
            at_fault.input.selectAll()

    def lock_address(self) -> None:
        """The account is known: only its password is asked for."""
        self._address.input.setReadOnly(True)
        self._address.input.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._password.input.setFocus()

    def add_cancel(self, slot: Callable[[], object]) -> None:
        """A button to leave it as it was, also while the server is asked. Then all are as large as in other dialogs."""
        self._buttons.insertWidget(self._buttons.count() - 1, button(_("Cancel"), "cancel", slot))
        for each in (self._submit, self._cancel, self._more):
            each.setProperty("fit", "")

    def give_up(self) -> None:
        """What Escape does: the person no longer waits for the server."""
        if self._busy:
            self.cancelled.emit()

    def trust(self, pin: str) -> None:
        """The person decided to trust this key."""
        self._settings.trust(pin)

    def forget_password(self) -> None:
        """Clear the passwords once they are no longer needed."""
        for field in (self._password, *self._settings.lines()):
            if isinstance(field, PasswordField):
                field.input.clear()

    def entered(self) -> SignIn:
        """What stands in it now."""
        return self._settings.values(SignIn(self._address.text(), self._password.text(), colour=self._colour.value()))

    # How

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._address, self._password, self._colour, self._settings, self.foot):
            column.addWidget(part)
        self._lay_out_foot()
        for hidden in (self._error, *self._offers.values()):
            hidden.hide()
        self._unfold(False)
        self._colour.setVisible(self._purpose.keeps)
        if self._purpose.demo:
            column.addSpacing(theme.px(16))
            column.addWidget(separator())
            column.addLayout(self._demo_line())

    def _lay_out_foot(self) -> None:
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self._error, *self._offers.values()):
            column.addWidget(part)
        self._buttons.setContentsMargins(0, theme.px(4), 0, 0)
        self._buttons.setSpacing(theme.px(8))
        self._buttons.addWidget(self._more)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._cancel)
        self._cancel.hide()
        self._buttons.addWidget(self._submit)
        column.addLayout(self._buttons)

    def _fields(self) -> dict[str, Labelled | Check]:
        return {"address": self._address, "password": self._password, **self._settings.fields()}

    def _demo_line(self) -> QBoxLayout:
        row = self._demo_row
        row.setSpacing(theme.px(4))
        question = label(_("No account at hand?"), "secondary")
        question.setWordWrap(False)
        row.addWidget(question)
        row.addWidget(self._demo)
        row.addStretch(1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window, or a long language, the demo stands below the question."""
        super().resizeEvent(event)
        parts = [self._demo_row.itemAt(place) for place in range(self._demo_row.count())]
        beside = sum(part.sizeHint().width() for part in parts if part is not None) + theme.px(4) <= self.width()
        directions = QBoxLayout.Direction
        self._demo_row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

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
        self._unfold(self._settings.isHidden())
        if not self._settings.isHidden():
            self._settings.take_focus()

    def _unfold(self, unfolded: bool) -> None:
        self._settings.setVisible(unfolded)
        self._more.setText(_("Hide server settings") if unfolded else _("Server settings…"))

    def _on_submit(self) -> None:
        if not self._busy and self._is_complete():
            self.submitted.emit(self.entered())

    def _take(self, offer: Offer) -> None:
        if not self._busy and self._is_complete():
            self.offered.emit(offer, self.entered())

    def _withdraw(self) -> None:
        """What was said was about what stood here before."""
        self._error.hide()
        for offer in self._offers.values():
            offer.hide()

    def _ask_for_secret(self) -> None:
        """What is asked for beside the address: the password, the token, or what opens the file with the key."""
        proof = self._settings.proof()
        titles = {"certificate": _("Password of the file with your key"), **dict.fromkeys(TOKENS, _("Token"))}
        self._password.set_title(titles.get(proof, _("Password")))
        hint = _("if it has one") if proof == "certificate" else ""
        self._password.input.setPlaceholderText(_("unchanged") if self._purpose.keeps else hint)

    def _missing(self) -> str:
        proof = self._settings.proof()
        if self._password.text() or self._purpose.keeps or proof == "certificate":
            return ""
        return _("Enter the token of this account.") if proof in TOKENS else _("Enter the password of this account.")

    def _is_complete(self) -> bool:
        """Check what can be checked here; the first fault is shown."""
        checks = {
            "address": jid_fault(self._address.text()),
            "password": self._missing(),
            **self._settings.faults(),
        }
        for name, fault in checks.items():
            if fault:
                self.show_error(fault, name)
                return False
        self.show_error("")
        return True


def _offers() -> list[tuple[Offer, str]]:
    return [
        (Offer.CERTIFICATE, _("Show certificate…")),
        (Offer.WEAKER, _("Accept the weaker way…")),
        (Offer.KEEP, _("Save without signing in")),
    ]


def _taking(form: SignInForm, offer: Offer) -> Callable[[], None]:
    return lambda: form._take(offer)


def _colours() -> Choice:
    names = (_("Teal"), _("Violet"), _("Orange"), _("Green"), _("Blue"), _("Purple"), _("Pink"), _("Grey"))
    named = list(zip(PALETTE, names, strict=True))
    choice = Choice(_("Colour"), "colour", [("", _("Automatic")), *named])
    for row, (colour, _name) in enumerate(named, 1):
        choice.input.setItemIcon(row, icons.disc(theme.current().calendar_color(colour)))
    return choice
