"""Dialogs that ask for a decision with consequences: what it is about, and "Cancel" where one only presses Return."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from c42desktop.calendar.words import never_sent
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.trusted_key import fingerprint_label, in_groups
from c42desktop.ui.widgets import button, label, style


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate that was not trusted; `facts` is what it says of itself, "" where that is not known. `changed`
    where another key was trusted before."""

    account: str
    reason: str
    fingerprint: str
    pin: str
    facts: str = ""
    changed: bool = False


class DecisionDialog(FittingDialog):
    """`taken()`: the person decided for it."""

    taken = Signal()

    def __init__(self, name: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.column.addWidget(label(title, "title"))
        self.text = label(text, "", "decision-text")
        self.column.addWidget(self.text)

    def add_buttons(self, action: str, refuse: str, other: QWidget | None = None) -> None:
        """The last line: `refuse` is what Return and Escape do."""
        cancel = button(refuse, "decision-cancel", self.reject, "primary")
        cancel.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        if other is not None:
            foot.addWidget(other)
        foot.addStretch(1)
        foot.addWidget(button(action, "decision-take", self._take))
        foot.addWidget(cancel)
        self.column.addStretch(1)
        self.foot.addLayout(foot)
        cancel.setFocus()

    def _take(self) -> None:
        self.taken.emit()
        self.accept()


class RemoveAccountDialog(DecisionDialog):
    """Asks what becomes of the calendars. `sign_out_requested()`: signing out will do. `unsent`: how much of what the
    person did is lost with the account."""

    sign_out_requested = Signal()

    def __init__(self, jid: str, *, enabled: bool, unsent: int = 0, parent: QWidget | None = None) -> None:
        title = _("Remove account")
        text = _(
            "{jid} disappears from this program, and its password from your keyring. Nothing changes on the server."
        )
        super().__init__("remove-account-dialog", title, text.format(jid=one_line(jid)), parent)
        if unsent:
            self.column.addWidget(label(never_sent(unsent), "alarm", "remove-account-unsent"))
        self._group = QButtonGroup(self)
        self._add_option("calendars-remove", _("Remove its calendars from this computer"))
        self._add_option("calendars-keep", _("Keep them to look at, as they are now"))
        self._group.buttons()[0].setChecked(True)
        instead = button(_("Sign out instead"), "sign-out-instead", self._sign_out) if enabled else None
        self.add_buttons(_("Remove"), _("Cancel"), instead)

    def keeps(self) -> bool:
        """Whether the calendars stay."""
        return self._group.buttons()[1].isChecked()

    def _add_option(self, name: str, words: str) -> None:
        option = QRadioButton(words)
        option.setObjectName(name)
        self._group.addButton(option)
        self.column.addWidget(option)

    def _sign_out(self) -> None:
        self.sign_out_requested.emit()
        self.accept()


class CertificateDialog(DecisionDialog):
    """Shows the certificate that was refused; `taken()`: trust its key from now on."""

    def __init__(self, shown: Certificate, parent: QWidget | None = None) -> None:
        title = _("The server’s key is another one") if shown.changed else _("Trust this server?")
        super().__init__("certificate-dialog", title, shown.reason, parent)
        if shown.changed:
            style(self.text, "alarm")
        self.column.addWidget(_facts(shown))
        self.column.addWidget(label(_advice(shown), "secondary"))
        trust = _("Trust the new key") if shown.changed else _("Trust this key")
        self.add_buttons(trust, _("Keep refusing") if shown.changed else _("Cancel"))


def weaker_dialog(jid: str, reason: str, parent: QWidget | None = None) -> DecisionDialog:
    """Asks whether a weaker way to sign in will do from now on."""
    made = DecisionDialog("weaker-dialog", _("Sign in less safely?"), reason, parent)
    words = _("Accept it only if the people who run the server say that they changed it.")
    made.column.addWidget(label(words, "secondary"))
    made.add_buttons(_("Accept the weaker way"), _("Cancel"))
    return made


def _facts(shown: Certificate) -> QFrame:
    card = QFrame()
    style(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
    column.setSpacing(theme.px(2))
    for title, text in ((_("Account"), shown.account), (_("What it says"), shown.facts)):
        if text:
            column.addWidget(label(title, "section"))
            column.addWidget(label(one_line(text)))
            column.addSpacing(theme.px(8))
    for title, name, text in (
        (_("Fingerprint of the certificate (SHA-256)"), "certificate-fingerprint", shown.fingerprint),
        (_("Fingerprint of its key (SHA-256)"), "certificate-pin", shown.pin),
    ):
        if text:
            column.addWidget(label(title, "section"))
            digits = fingerprint_label(name)
            digits.setText(in_groups(text))
            column.addWidget(digits)
            column.addSpacing(theme.px(8))
    return card


def _advice(shown: Certificate) -> str:
    if shown.changed:
        return _("Trust the new key only if the people who run the server tell you this fingerprint.")
    return _(
        "Compare the fingerprint with the one that the people who run the server give you. Whoever has this key can "
        "read everything of this account."
    )
