"""Dialogs around the sign-in form: another account, its settings, its password again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import sign_in
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.sign_in import Purpose, SignInForm
from c42desktop.ui.sign_in_values import SignIn
from c42desktop.ui.widgets import label


class AccountDialog(FittingDialog):
    """`form.submitted(SignIn)`; the application calls `accept()` once all is well."""

    def __init__(self, name: str, title: str, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.form = SignInForm(purpose)
        self.column.addWidget(label(title, "title"))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.form.add_cancel(self.reject)
        self.foot.addWidget(self.form.foot)
        self.finished.connect(lambda _result: self.form.forget_password())


def add_dialog(parent: QWidget | None = None) -> AccountDialog:
    """Asks for another account."""
    return AccountDialog("add-account-dialog", _("Add account"), sign_in.sign_in(), parent)


def edit_dialog(known: SignIn, parent: QWidget | None = None) -> AccountDialog:
    """Shows all settings of an account."""
    made = AccountDialog("edit-account-dialog", _("Edit account"), sign_in.edit(), parent)
    made.form.set_values(known)
    made.form.lock_address()
    return made


def password_dialog(known: SignIn, parent: QWidget | None = None) -> AccountDialog:
    """Asks for the password of a known account again."""
    made = AccountDialog("sign-in-dialog", _("Enter the password again"), sign_in.sign_in(), parent)
    made.setWindowTitle(_("Sign in"))
    made.form.set_values(known)
    made.form.lock_address()
    return made
