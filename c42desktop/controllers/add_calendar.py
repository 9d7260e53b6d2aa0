"""The "Add calendar" dialog: browse a service, or take an address; look before anything is added."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from c42desktop.calendar.model import CalendarRef, CalendarState
from c42desktop.controllers.looking import preview
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import Link
from c42desktop.store.store import Store
from c42desktop.tasks import Tasks
from c42desktop.ui.access import Access
from c42desktop.ui.add_calendar import AddCalendarDialog
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.offers import CalendarInfo
from c42desktop.xmpp.address import NodeAddress, parse_jid, parse_successor, parse_uri
from c42desktop.xmpp.pubsub import Node
from c42desktop.xmpp.refusals import Cause, RefusalError


class AddCalendarController:
    """Opens the dialog and answers it through the link of the account that is chosen, if it is online then.

    `on_import` is called where the calendar is in a file, `on_create` where there is none yet.
    """

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        tasks: Tasks,
        find_links: Callable[[], Sequence[Link]],
        on_import: Callable[[], None] = lambda: None,
        on_create: Callable[[], None] = lambda: None,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._window = window
        self._store = store
        self._tasks = tasks
        self._find_links = find_links
        self._on_import = on_import
        self._on_create = on_create
        self._now = now
        self._dialog: AddCalendarDialog | None = None
        self._looking: asyncio.Task[None] | None = None
        self._wanted: NodeAddress | None = None  # was opened elsewhere
        self._waits = False  # for the connection

    def open(self) -> None:
        """Show the dialog, and look for services."""
        dialog = AddCalendarDialog(self._window)
        self._dialog = dialog
        dialog.set_accounts([link.jid for link in self._find_links()])
        dialog.account_chosen.connect(lambda: self._answer(self._find_services(dialog)))
        dialog.service_chosen.connect(lambda service: self._answer(self._list(dialog, service)))
        dialog.looked_at.connect(lambda info: self._look(dialog, info))
        dialog.add_requested.connect(lambda service, node: self._answer(self._add(dialog, service, node)))
        dialog.withdraw_requested.connect(lambda service, node: self._answer(self._withdraw(dialog, service, node)))
        dialog.uri_entered.connect(lambda uri: self._answer(self._look_up(dialog, uri)))
        dialog.import_requested.connect(self._on_import)
        dialog.create_requested.connect(self._on_create)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._begin(dialog)

    def open_address(self, address: NodeAddress) -> None:
        """The dialog with a calendar that was opened elsewhere. Nothing is added by that, and no stranger asked."""
        if self._dialog is None:
            self.open()
        assert self._dialog is not None
        self._wanted = address
        self._dialog.offer(address.uri)
        if not self._waits:
            self._show_wanted(self._dialog)

    def is_open(self) -> bool:
        """Whether the dialog is there."""
        return self._dialog is not None

    def online(self) -> None:
        """An account is online: what waited for that can be asked."""
        if self._dialog is not None:
            self._dialog.set_accounts([link.jid for link in self._find_links()])
        if self._dialog is not None and self._waits:
            self._dialog.set_busy(True)
            self._begin(self._dialog)

    def _begin(self, dialog: AddCalendarDialog) -> None:
        """Look for services, and at what is wanted, as soon as somebody can be asked."""
        self._waits = not self._find_links()
        if self._waits:
            dialog.set_waiting(_("You are offline. Calendars are shown once you are connected."))
            return
        self._answer(self._find_services(dialog))
        self._show_wanted(dialog)

    def _show_wanted(self, dialog: AddCalendarDialog) -> None:
        """At once where its service knows us. A stranger would learn our address by the question."""
        wanted = self._wanted
        if wanted is None:
            return
        if self._is_known(wanted.service):
            self._answer(self._look_up(dialog, wanted.uri))
            return
        sentence = _("You have no calendar at {service} yet. “Show” asks it, and it learns your address by that.")
        dialog.set_notice(sentence.format(service=wanted.service))

    def _is_known(self, service: str) -> bool:
        """Whether it is at one of our own servers, or has one of our calendars."""
        domain = service.rpartition("@")[2]
        own = {link.jid.rpartition("@")[2] for link in self._find_links()}
        near = any(domain == each or domain.endswith(f".{each}") for each in own)
        return near or any(each.ref.service == service for each in self._store.calendars())

    def _forget(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        self._wanted, self._waits = None, False
        self._stop_looking()
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
            dialog.set_calendars(service, [self._info(link, node) for node in nodes])

    # -- looking before adding ----------------------------------------------------------------------------------

    async def _look_up(self, dialog: AddCalendarDialog, uri: str) -> None:
        """The calendar of an address, as its service describes it."""
        link, address = self._link(), parse_uri(uri)
        try:
            node = await link.pubsub.metadata(address)
        except RefusalError as error:
            if error.cause in (Cause.GONE, Cause.UNREACHABLE):
                raise
            node = Node(address, address.node)  # it tells nothing to those who may not read it
        if self._dialog is dialog:
            dialog.show_offer(self._info(link, node))

    def _look(self, dialog: AddCalendarDialog, info: CalendarInfo) -> None:
        """What is on next in a calendar; of the one before, nobody wants to know any more."""
        self._stop_looking()
        self._looking = self._tasks.spawn(self._guarded(self._describe(dialog, info)))

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    async def _describe(self, dialog: AddCalendarDialog, info: CalendarInfo) -> None:
        link, address = self._link(), NodeAddress(info.service, info.node)
        try:
            described = self._info(link, await link.pubsub.metadata(address))
        except RefusalError:
            described = info
        if self._dialog is dialog and info.is_same(dialog.pane.info):
            dialog.pane.set(described)
        found = await preview(link.pubsub, address, self._now())
        if self._dialog is dialog:
            dialog.set_preview(info, found)

    # -- adding -------------------------------------------------------------------------------------------------

    async def _add(self, dialog: AddCalendarDialog, service: str, node: str) -> None:
        await self._link().sync.subscribe(NodeAddress(service, node))
        await self._show_again(dialog, NodeAddress(service, node))

    async def _withdraw(self, dialog: AddCalendarDialog, service: str, node: str) -> None:
        link = self._link()
        await link.sync.unsubscribe(CalendarRef(link.jid, service, node))
        await self._show_again(dialog, NodeAddress(service, node))

    async def _show_again(self, dialog: AddCalendarDialog, address: NodeAddress) -> None:
        """How we stand to a calendar is another thing now."""
        if self._dialog is not dialog:
            return
        shown = dialog.pane.info
        if shown is not None and (shown.service, shown.node) == (address.service, address.node):
            dialog.show_offer(self._told(self._link(), shown))
        dialog.mark(self._told(self._link(), each) for each in dialog.offered())

    def _info(self, link: Link, node: Node) -> CalendarInfo:
        address = node.address
        return self._told(
            link,
            CalendarInfo(
                address.service,
                address.node,
                node.title,
                node.description,
                access=Access(node.access_model),
                subscribers=node.subscribers,
                owner=node.owner,
            ),
        )

    def _told(self, link: Link, info: CalendarInfo) -> CalendarInfo:
        """The same, as we stand to it now."""
        calendar = self._store.calendar(CalendarRef(link.jid, info.service, info.node))
        known = calendar is not None and calendar.state is not CalendarState.REMOVED
        pending = calendar is not None and calendar.state is CalendarState.PENDING
        return info.standing(subscribed=known, pending=pending)
