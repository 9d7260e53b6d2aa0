"""Adding a calendar: pick one of a service, or paste its address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Choice, Field
from c42desktop.ui.offers import INFO, CalendarInfo, OfferDelegate, OfferModel
from c42desktop.ui.widgets import button, label, link, separator, soft_breaks, style


class AddCalendarDialog(QDialog):
    """Pick a service and one of its calendars, or paste an `xmpp:…?;node=…` address. Show it with `open()`.

    `service_chosen(str)`: list the calendars of this service, answered by `set_calendars` or `show_error`.
    `account_chosen()`: list the services of another account, answered by `set_services` or `show_error`.
    `add_requested(service, node)`, `uri_entered(str)`: answered by `set_calendars`, `accept` or `show_error`.
    `import_requested()`: the calendar is in a file; the dialog is closed.
    """

    account_chosen = Signal()
    service_chosen = Signal(str)
    add_requested = Signal(str, str)
    uri_entered = Signal(str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add-calendar-dialog")
        self.setWindowTitle(_("Add calendar"))
        self._account = Choice(_("Account"), "add-calendar-account", [])
        self._account.hide()
        self._services = QComboBox()
        self._services.setObjectName("services")
        self._services.setAccessibleName(_("Calendar service"))
        self._services.setEditable(True)
        self._services.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._filter = QLineEdit()
        self._filter.setObjectName("filter")
        self._filter.setPlaceholderText(_("Filter by name"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._offers = OfferModel()
        self._list = QListView()
        self._state = label("", "quiet", "offers-state")
        self._add = button(_("Add"), "add", self._on_add, "primary")
        self._uri = Field(_("Or paste the address of a calendar"), "uri", "xmpp:calendars.example.org?;node=team")
        self._add_uri = button(_("Add"), "add-uri", self._on_uri, fit="field")
        self._error = label("", "fault", "add-error")
        self._busy = False
        self._set_up_list()
        self._lay_out()
        self._connect()
        self.set_busy(True)
        self._filter.setFocus()
        self.resize(theme.px(520), theme.px(560))

    # What the application sets

    def set_accounts(self, jids: Sequence[str]) -> None:
        """Those that a calendar can be added to; where there are several, the person chooses."""
        for jid in jids:
            self._account.input.addItem(jid, jid)
        self._account.setVisible(len(jids) > 1)

    def account(self) -> str:
        """The one that is chosen, "" where there is none."""
        return self._account.value() if self._account.input.count() else ""

    def set_services(self, services: Sequence[str]) -> None:
        """The services found; the first is chosen, and one that is not listed can be typed."""
        self._services.clear()
        self._services.addItems(list(services))
        if services:
            self._on_service()
        else:
            self._say(_("No calendar service was found. Enter its address above, or paste a calendar below."))

    def set_calendars(self, service: str, infos: Sequence[CalendarInfo]) -> None:
        """What a service offers; ignored where another one was chosen since."""
        if service != self._services.currentText().strip():
            return
        selected = self._selected()
        self._offers.set(infos)
        self._select(selected)
        self._say("" if infos else _("This service offers no calendars you can see."))
        self._error.hide()

    def show_error(self, sentence: str, field: str = "") -> None:
        """What went wrong, beside the address where that is at fault."""
        self._say("")
        self._uri.show_fault(sentence if field == "uri" else "")
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(field != "uri" and bool(sentence))

    def offer(self, uri: str) -> None:
        """The address that was meant, ready to be added."""
        self._uri.set_text(uri)

    def set_busy(self, busy: bool) -> None:
        """While the service is asked."""
        self._say(_("Looking for calendars…") if busy else "", busy=busy)

    # How

    def _set_up_list(self) -> None:
        self._list.setObjectName("offers")
        self._list.setAccessibleName(_("Calendars"))
        self._list.setModel(self._offers)
        self._list.setItemDelegate(OfferDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(self._list, "boxed")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(10))
        column.addWidget(self._account)
        column.addWidget(label(_("Calendar service"), "label"))
        column.addWidget(self._services)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        self._error.hide()
        column.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._state, 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(separator())
        self._uri.row.addWidget(self._add_uri)
        column.addWidget(self._uri)
        foot = QHBoxLayout()
        foot.addWidget(link(_("Import file…"), "import-file-instead", self._on_import))
        foot.addStretch(1)
        foot.addWidget(button(_("Close"), "close", self.reject))
        column.addLayout(foot)

    def _connect(self) -> None:
        self._account.edited.connect(self._on_account)
        self._services.activated.connect(lambda _index: self._on_service())
        editor = self._services.lineEdit()
        assert editor is not None
        editor.returnPressed.connect(self._on_service)
        self._filter.textChanged.connect(self._on_filter)
        self._list.selectionModel().currentChanged.connect(lambda *_args: self._update_buttons())
        self._list.doubleClicked.connect(lambda _index: self._on_add())
        self._list.activated.connect(lambda _index: self._on_add())
        self._uri.edited.connect(self._update_buttons)
        self._uri.input.returnPressed.connect(self._on_uri)
        self._offers.modelReset.connect(self._update_buttons)

    def _on_account(self) -> None:
        self._services.clear()
        self._offers.set(())
        self._error.hide()
        self.set_busy(True)
        self.account_chosen.emit()

    def _on_service(self) -> None:
        service = self._services.currentText().strip()
        if not service:
            return
        self._offers.set(())
        self._error.hide()
        self.set_busy(True)
        self.service_chosen.emit(service)

    def _on_filter(self, text: str) -> None:
        selected = self._selected()
        self._offers.set_filter(text)
        self._select(selected)

    def _on_add(self) -> None:
        info = self._selected()
        if info is not None and not info.subscribed and self._add.isEnabled():
            self._error.hide()
            self._say(_("Adding {name}…").format(name=info.name), busy=True)
            self.add_requested.emit(info.service, info.node)

    def _on_uri(self) -> None:
        uri = self._uri.text()
        if not uri:
            return
        if not uri.lower().startswith("xmpp:") or "node=" not in uri:
            self._uri.show_fault(_("The address of a calendar looks like xmpp:calendars.example.org?;node=team."))
            return
        self._say(_("Adding {name}…").format(name=uri), busy=True)
        self.uri_entered.emit(uri)

    def _on_import(self) -> None:
        self.reject()
        self.import_requested.emit()

    def _selected(self) -> CalendarInfo | None:
        found = self._list.currentIndex().data(INFO)
        return found if isinstance(found, CalendarInfo) else None

    def _select(self, info: CalendarInfo | None) -> None:
        for row in range(self._offers.rowCount()):
            index = self._offers.index(row)
            shown = index.data(INFO)
            if info is not None and (shown.service, shown.node) == (info.service, info.node):
                self._list.setCurrentIndex(index)
                return

    def _say(self, text: str, *, busy: bool = False) -> None:
        self._state.setText(soft_breaks(text))
        self._busy = busy
        self._update_buttons()

    def _update_buttons(self) -> None:
        info = self._selected()
        self._add.setEnabled(info is not None and not info.subscribed and not self._busy)
        self._add_uri.setEnabled(bool(self._uri.text()) and not self._busy)
