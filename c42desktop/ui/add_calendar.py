"""Adding a calendar: pick one of a service, or paste its address; it is looked at before it is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fields import Field
from c42desktop.ui.offer_pane import OfferPane, Preview
from c42desktop.ui.offers import CalendarInfo, OfferList
from c42desktop.ui.service_choice import ServiceChoice
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import button, label, link, separator, soft_breaks

SIZE = (820, 600)
BESIDE = 640
"""From this width on, the list and what is selected in it stand beside each other."""
SETTLES = 150  # milliseconds; who runs through the list with the arrow keys asks nothing of its service


class AddCalendarDialog(Dialog):
    """Pick a service and one of its calendars, or paste an `xmpp:…?;node=…` address. Show it with `open()`.

    `service_chosen(str)`: list the calendars of this service, answered by `set_calendars` or `show_error`.
    `account_chosen()`: list the services of another account, answered by `set_services` or `show_error`.
    `looked_at(CalendarInfo)`: this one is shown, answered by `set_preview`.
    `uri_entered(str)`: a calendar by its address, answered by `show_offer` or `show_error`.
    `add_requested(service, node)`, `withdraw_requested(service, node)`: answered by `set_calendars`, `show_offer`,
    `accept` or `show_error`.
    `import_requested()`: the calendar is in a file, `create_requested()`: there is none yet; the dialog is closed.
    """

    account_chosen = Signal()
    service_chosen = Signal(str)
    looked_at = Signal(object)
    add_requested = Signal(str, str)
    withdraw_requested = Signal(str, str)
    uri_entered = Signal(str)
    import_requested = Signal()
    create_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("add-calendar-dialog")
        self.setWindowTitle(_("Add calendar"))
        self._source = ServiceChoice()
        self._filter = QLineEdit()
        self._filter.setObjectName("filter")
        self._filter.setPlaceholderText(_("Filter by name"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._list = OfferList()
        self._offers = self._list.offers
        self._state = label("", "quiet", "offers-state")
        self._uri = Field(_("Or paste the address of a calendar"), "uri", "xmpp:calendars.example.org?;node=team")
        self._show_uri = button(_("Show"), "show-uri", self._on_uri, fit="field")
        self._notice = label("", "secondary", "uri-notice")
        self._error = label("", "fault", "add-error")
        self._left = QWidget()
        self.pane = OfferPane()
        self._looks = False  # what is selected is looked at, where there is no room for both
        self._about_offer = False  # what is asked for just now
        self._busy = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLES)
        self._lay_out()
        self._connect()
        self.set_busy(True)
        self._filter.setFocus()
        self.resize(min(theme.px(SIZE[0]), self.screen().availableGeometry().width()), theme.px(SIZE[1]))

    # What the application sets

    def set_accounts(self, jids: Sequence[str]) -> None:
        """Those that a calendar can be added to; where there are several, the person chooses."""
        self._source.set_accounts(jids)

    def account(self) -> str:
        """The one that is chosen, "" where there is none."""
        return self._source.account()

    def set_services(self, services: Sequence[str]) -> None:
        """The services found; the first is chosen, and one that is not listed can be typed."""
        self._source.set_services(services)
        if not services:
            self._say(_("No calendar service was found. Enter its address above, or paste a calendar below."))

    def set_calendars(self, service: str, infos: Sequence[CalendarInfo]) -> None:
        """What a service offers; ignored where another one was chosen since."""
        if service != self._source.service():
            return
        selected = self._list.selected()
        self._offers.set(infos)
        self._list.select(selected)
        self._say("" if infos else _("This service offers no calendars you can see."))
        self._error.hide()
        shown = next((each for each in infos if each.is_same(self.pane.info)), None)
        if shown is not None:
            self.pane.set(shown)

    def offered(self) -> Sequence[CalendarInfo]:
        """What the service offers."""
        return self._offers.all()

    def mark(self, infos: Iterable[CalendarInfo]) -> None:
        """The same calendars, as the person stands to them now."""
        selected = self._list.selected()
        self._offers.set(tuple(infos))
        self._list.select(selected)
        self._say("")

    def show_offer(self, info: CalendarInfo) -> None:
        """A calendar that need not be in the list."""
        self._say("")
        self._error.hide()
        self._settled.stop()
        if not info.is_same(self._list.selected()):
            self._list.select(None)
            self._settled.stop()
        self._look(info)

    def set_preview(self, info: CalendarInfo, preview: Preview) -> None:
        """What is on next in a calendar; ignored where another one is shown since."""
        if info.is_same(self.pane.info) and self.pane.info is not None and not self.pane.info.pending:
            self.pane.set_preview(preview)

    def show_error(self, sentence: str, field: str = "") -> None:
        """What went wrong, beside the address where that is at fault."""
        self._say("")
        self._uri.show_fault(sentence if field == "uri" and not self._about_offer else "")
        self.pane.show_error(soft_breaks(sentence) if self._about_offer else "")
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(field != "uri" and not self._about_offer and bool(sentence))

    def offer(self, uri: str) -> None:
        """The address that was meant, ready to be looked at."""
        self._uri.set_text(uri)
        self._uri.input.setCursorPosition(0)  # whose it is matters more than its name
        self._update_buttons()

    def set_notice(self, sentence: str) -> None:
        """What to know before the address is looked at; "" once it was."""
        self._notice.setText(soft_breaks(sentence))
        self._notice.setVisible(bool(sentence))
        if sentence:
            self._uri.input.setFocus()

    def set_waiting(self, sentence: str) -> None:
        """Why nobody can be asked just now."""
        self._say(sentence, busy=True)

    def set_busy(self, busy: bool) -> None:
        """While the service is asked."""
        self._say(_("Looking for calendars…") if busy else "", busy=busy)

    # How

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._source)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        self._error.hide()
        column.addWidget(self._error)
        column.addWidget(self._state)
        column.addWidget(separator())
        self._uri.row.addWidget(self._show_uri)
        column.addWidget(self._uri)
        self._notice.hide()
        column.addWidget(self._notice)
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        body.addWidget(self._left, 5)
        body.addWidget(self.pane, 4)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(16))
        foot.addWidget(link(_("New calendar…"), "new-calendar-instead", self._on_create))
        foot.addWidget(link(_("Import file…"), "import-file-instead", self._on_import))
        foot.addStretch(1)
        foot.addWidget(button(_("Close"), "close", self.reject))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(theme.px(24),) * 4)
        whole.setSpacing(theme.px(12))
        whole.addLayout(body, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._source.account_chosen.connect(self._on_account)
        self._source.service_chosen.connect(self._on_service)
        self._filter.textChanged.connect(self._on_filter)
        self._list.selectionModel().currentChanged.connect(lambda *_args: self._settled.start())
        self._list.doubleClicked.connect(lambda _index: self._on_add())
        self._list.activated.connect(lambda _index: self._on_activated())
        self._list.clicked.connect(lambda _index: self._on_clicked())
        self._settled.timeout.connect(self._look_at_selected)
        self._uri.edited.connect(self._update_buttons)
        self._uri.input.returnPressed.connect(self._on_uri)
        self.pane.add_requested.connect(self._on_add)
        self.pane.withdraw_requested.connect(self._on_withdraw)
        self.pane.back_requested.connect(self._on_back)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Side by side, or one at a time."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= theme.px(BESIDE)
        self.pane.set_alone(not beside)
        self._left.setVisible(beside or not self._looks)
        self.pane.setVisible(beside or self._looks)

    def _on_account(self) -> None:
        self._ask_anew()
        self.pane.set(None)
        self.account_chosen.emit()

    def _on_service(self, service: str) -> None:
        self._ask_anew()
        self.service_chosen.emit(service)

    def _ask_anew(self) -> None:
        self._offers.set(())
        self._error.hide()
        self._about_offer = False
        self.set_busy(True)

    def _on_filter(self, text: str) -> None:
        selected = self._list.selected()
        self._offers.set_filter(text)
        self._list.select(selected)

    def _on_clicked(self) -> None:
        self._looks = True
        self._look_at_selected()

    def _on_activated(self) -> None:
        """Return: look at it, and then add it."""
        if self.pane.isVisible() and self.pane.info is not None and self.pane.info.is_same(self._list.selected()):
            self._on_add()
        else:
            self._on_clicked()

    def _look_at_selected(self) -> None:
        self._settled.stop()
        info = self._list.selected()
        if info is not None and not info.is_same(self.pane.info):
            self._look(info, alone=self._looks)
        self._arrange()

    def _look(self, info: CalendarInfo, *, alone: bool = True) -> None:
        self._looks = alone
        self.pane.set(info)
        self._arrange()
        self.looked_at.emit(info)

    def _on_back(self) -> None:
        self._looks = False
        self._arrange()
        self._list.setFocus()

    def _on_add(self) -> None:
        self._look_at_selected()
        info = self.pane.info
        if info is not None and not info.subscribed and not self._busy:
            self._about_offer = True
            self.pane.show_error("")
            self._say(_("Adding {name}…").format(name=info.name), busy=True)
            self.add_requested.emit(info.service, info.node)

    def _on_withdraw(self) -> None:
        info = self.pane.info
        if info is not None and not self._busy:
            self._about_offer = True
            self._say(_("Withdrawing your request…"), busy=True)
            self.withdraw_requested.emit(info.service, info.node)

    def _on_uri(self) -> None:
        uri = self._uri.text()
        if not uri:
            return
        if not uri.lower().startswith("xmpp:") or "node=" not in uri:
            self._uri.show_fault(_("The address of a calendar looks like xmpp:calendars.example.org?;node=team."))
            return
        self._about_offer = False
        self.set_notice("")
        self._say(_("Looking for it…"), busy=True)
        self.uri_entered.emit(uri)

    def _on_import(self) -> None:
        self.reject()
        self.import_requested.emit()

    def _on_create(self) -> None:
        self.reject()
        self.create_requested.emit()

    def _say(self, text: str, *, busy: bool = False) -> None:
        self._state.setText(soft_breaks(text))
        self._state.setVisible(bool(text))
        self._busy = busy
        self._update_buttons()

    def _update_buttons(self) -> None:
        self.pane.set_busy(self._busy)
        self._show_uri.setEnabled(bool(self._uri.text()) and not self._busy)
