"""The "Add calendar" dialog: browse a service, or take an address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.offers import CalendarInfo
from c42desktop.xmpp.address import NodeAddress, parse_jid, parse_successor, parse_uri
from c42desktop.xmpp.refusals import RefusalError


class AddCalendarController:
    """Opens the dialog and answers it through the link of the account that is chosen, if it is online then.

    `on_import` is called where the calendar is in a file.
    """

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        tasks: Tasks,
        find_links: Callable[[], Sequence[Link]],
        on_import: Callable[[], None] = lambda: None,
    ) -> None:
        self._window = window
        self._store = store
        self._tasks = tasks
        self._find_links = find_links
        self._on_import = on_import
        self._dialog: AddCalendarDialog | None = None

    def open(self) -> None:
        """Show the dialog, and look for services."""
        dialog = AddCalendarDialog(self._window)
        self._dialog = dialog
        dialog.set_accounts([link.jid for link in self._find_links()])
        dialog.account_chosen.connect(lambda: self._answer(self._find_services(dialog)))
        dialog.service_chosen.connect(lambda service: self._answer(self._list(dialog, service)))
        dialog.add_requested.connect(lambda service, node: self._answer(self._add(dialog, service, node)))
        dialog.uri_entered.connect(lambda uri: self._answer(self._add_uri(dialog, uri)))
        dialog.import_requested.connect(self._on_import)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._answer(self._find_services(dialog))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _answer(self, work: Awaitable[None]) -> None:
        self._tasks.spawn(self._guarded(work))

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except UserError as error:
            if self._dialog is not None:
                successor = parse_successor(error.moved_to) if isinstance(error, RefusalError) else ""
                if isinstance(successor, NodeAddress):
                    self._dialog.offer(successor.uri)
                self._dialog.show_error(str(error), error.field)

    def _link(self) -> Link:
        chosen = self._dialog.account() if self._dialog is not None else ""
        for link in self._find_links():
            if link.jid == chosen or not chosen:
                return link
        raise UserError(_("You are offline. Calendars can be added once you are connected."))

    async def _find_services(self, dialog: AddCalendarDialog) -> None:
        link = self._link()
        known = [calendar.ref.service for calendar in self._store.calendars(link.jid)]
        services = (await link.pubsub.services()).found
        if self._dialog is dialog and dialog.account() in ("", link.jid):
            dialog.set_services(list(dict.fromkeys([*services, *known])))

    async def _list(self, dialog: AddCalendarDialog, service: str) -> None:
        link = self._link()
        dialog.set_busy(True)
        nodes = await link.pubsub.nodes(parse_jid(service, field="").bare)
        if self._dialog is dialog:
            dialog.set_calendars(service, [self._info(link, node.address, node.title) for node in nodes])

    async def _add(self, dialog: AddCalendarDialog, service: str, node: str) -> None:
        await self._link().sync.subscribe(NodeAddress(service, node))
        await self._list(dialog, service)

    async def _add_uri(self, dialog: AddCalendarDialog, uri: str) -> None:
        await self._link().sync.subscribe(parse_uri(uri))
        if self._dialog is dialog:
            dialog.accept()

    def _info(self, link: Link, address: NodeAddress, title: str) -> CalendarInfo:
        known = {NodeAddress(c.ref.service, c.ref.node) for c in self._store.calendars(link.jid)}
        return CalendarInfo(address.service, address.node, title, subscribed=address in known)
