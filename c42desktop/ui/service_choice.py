"""Whose calendars: the account that reads them, and the service that has them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Choice
from c42desktop.ui.inputs import Combo
from c42desktop.ui.widgets import label


class ServiceChoice(QWidget):
    """`account_chosen()`: another one; `service_chosen(str)`: picked, or typed where it is not listed."""

    account_chosen = Signal()
    service_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._account = Choice(_("Account"), "add-calendar-account", [])
        self._account.hide()
        self._services = Combo()
        self._services.setObjectName("services")
        self._services.setAccessibleName(_("Calendar service"))
        self._services.setEditable(True)
        self._services.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._account)
        column.addWidget(label(_("Calendar service"), "label"))
        column.addWidget(self._services)
        self._account.edited.connect(self._on_account)
        self._services.activated.connect(lambda _index: self._on_service())
        editor = self._services.lineEdit()
        assert editor is not None
        editor.returnPressed.connect(self._on_service)

    def set_accounts(self, jids: Sequence[str]) -> None:
        """Those that a calendar can be added to; where there are several, the person chooses."""
        for jid in jids:
            if self._account.input.findData(jid) < 0:
                self._account.input.addItem(jid, jid)
        self._account.setVisible(len(jids) > 1)

    def account(self) -> str:
        """The one that is chosen, "" where there is none."""
        return self._account.value() if self._account.input.count() else ""

    def set_services(self, services: Sequence[str]) -> None:
        """The services found; the first is chosen."""
        self._services.clear()
        self._services.addItems(list(services))
        if services:
            self._on_service()

    def service(self) -> str:
        """The one that is chosen or typed."""
        return self._services.currentText().strip()

    def _on_account(self) -> None:
        self._services.clear()
        self.account_chosen.emit()

    def _on_service(self) -> None:
        if self.service():
            self.service_chosen.emit(self.service())
