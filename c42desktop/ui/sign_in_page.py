"""The first start: what this is, and the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.sign_in import SignInForm
from c42desktop.ui.widgets import label, style

WIDTH = 420


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
        self._first = label("", "strong", "sign-in-first")
        self._first.hide()
        column.addWidget(self._first)
        column.addSpacing(theme.px(8))
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

    def set_reason(self, sentence: str) -> None:
        """Why to sign in now, "" where there is no other reason than to begin."""
        self._first.setText(sentence)
        self._first.setVisible(bool(sentence))
