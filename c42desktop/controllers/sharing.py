"""The share dialog: reads who has a part in a calendar, and changes one at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from c42desktop.calendar.model import Calendar, CalendarRef
from c42desktop.controllers.access_requests import AccessRequests
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import FindLinks, Link, link_for
from c42desktop.sync.update import address_of
from c42desktop.tasks import Tasks
from c42desktop.ui.access import Access, Role
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.address import parse_account
from c42desktop.xmpp.pubsub_owner import Part, Subscriber
from c42desktop.xmpp.refusals import RefusalError

if TYPE_CHECKING:
    from c42desktop.ui.share import ShareDialog
    from c42desktop.ui.share_rows import SharedWith

_MAY_SEE = (Role.OWNER, Role.EDIT, Role.SEE)


class SharingController:
    """One dialog at a time. `on_settings` is called for who else may see the calendar."""

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        requests: AccessRequests,
        find_links: FindLinks,
        on_settings: Callable[[Calendar], None],
    ) -> None:
        self._window = window
        self._tasks = tasks
        self._requests = requests
        self._find_links = find_links
        self._on_settings = on_settings
        self._dialog: ShareDialog | None = None
        self._ref: CalendarRef | None = None
        self._names: dict[str, str] = {}
        requests.on_changed = self._requests_changed

    def open(self, calendar: Calendar) -> None:
        """Show it for a calendar of the person's own."""
        from c42desktop.ui.share import ShareDialog

        ref = calendar.ref
        dialog = ShareDialog(calendar.title, address_of(ref).uri, self._window)
        self._dialog, self._ref = dialog, ref
        dialog.role_chosen.connect(lambda jid, role: self._change(dialog, ref, jid, role))
        dialog.request_answered.connect(lambda jid, allow: self._let_in(dialog, ref, jid, allow))
        dialog.settings_requested.connect(lambda: self._on_settings(calendar))
        dialog.finished.connect(self._forget)
        dialog.open()
        self._tasks.spawn(self._begin(dialog, ref))

    def _forget(self, _result: int) -> None:
        dialog, self._dialog, self._ref = self._dialog, None, None
        self._names = {}
        if dialog is not None:
            dialog.deleteLater()

    async def _begin(self, dialog: ShareDialog, ref: CalendarRef) -> None:
        try:
            link = link_for(self._find_links, ref.account)
            await self._show_people(dialog, ref)
        except UserError as error:
            if self._dialog is dialog:
                dialog.show_error(str(error))
            return
        with contextlib.suppress(UserError):  # each of these is an aid, and can be done without
            await self._show_access(dialog, link, ref)
        with contextlib.suppress(UserError):
            contacts = await link.roster.contacts()
            self._names = {each.jid: each.name for each in contacts if each.name}
            if self._dialog is dialog:
                dialog.set_contacts([(each.name, each.jid) for each in contacts])
                await self._show_people(dialog, ref)
        with contextlib.suppress(UserError):
            await link.owner.repeat_requests(address_of(ref))

    async def _show_access(self, dialog: ShareDialog, link: Link, ref: CalendarRef) -> None:
        node = await link.pubsub.metadata(address_of(ref))
        if self._dialog is dialog:
            dialog.set_access(Access(node.access_model))

    async def _show_people(self, dialog: ShareDialog, ref: CalendarRef) -> None:
        """Everybody, as the service says it now."""
        link, address = link_for(self._find_links, ref.account), address_of(ref)
        parts = await link.owner.parts(address)
        subscribers: tuple[Subscriber, ...] = ()
        with contextlib.suppress(RefusalError):  # not every service tells
            subscribers = await link.owner.subscribers(address)
        if self._dialog is dialog:
            dialog.set_people(self._people(ref, parts, subscribers))

    def _people(
        self, ref: CalendarRef, parts: tuple[Part, ...], subscribers: tuple[Subscriber, ...]
    ) -> list[SharedWith]:
        """Those who wait first, then by what they may do, then by name."""
        from c42desktop.ui.share_rows import SharedWith

        owners = [each.jid for each in parts if each.affiliation == "owner"]
        only = _("A calendar keeps at least one owner.") if len(owners) == 1 else ""
        waiting = {*self._requests.waiting(ref), *(each.jid for each in subscribers if each.state == "pending")}
        roles = {each.jid: Role.SEE for each in subscribers if each.state == "subscribed"}
        roles |= {each.jid: Role(each.affiliation) for each in parts}
        roles |= {jid: Role.NONE for jid in waiting if jid not in roles}
        found = [
            SharedWith(
                jid,
                role,
                self._names.get(jid, ""),
                is_me=jid == ref.account,
                waits=jid in waiting and role is Role.NONE,
                fixed=only if jid in owners else "",
            )
            for jid, role in roles.items()
        ]
        order = list(Role)
        return sorted(found, key=lambda p: (not p.waits, order.index(p.role), (p.name or p.address).casefold()))

    # -- changing -----------------------------------------------------------------------------------------------

    def _change(self, dialog: ShareDialog, ref: CalendarRef, jid: str, role: Role) -> None:
        self._tasks.spawn(self._applied(dialog, ref, jid, self._set_role(dialog, ref, jid, role)))

    def _let_in(self, dialog: ShareDialog, ref: CalendarRef, jid: str, allow: bool) -> None:
        self._tasks.spawn(self._applied(dialog, ref, jid, self._requests.answer(ref, jid, allow=allow)))

    async def _applied(self, dialog: ShareDialog, ref: CalendarRef, jid: str, work: Awaitable[None]) -> None:
        """Do it, and show what is so then: what was refused is as it was."""
        sentence = ""
        try:
            await work
        except UserError as error:
            sentence = str(error)
        try:
            await self._show_people(dialog, ref)
        except UserError as error:
            sentence = sentence or str(error)
        if sentence and self._dialog is dialog:
            dialog.show_refused(jid, sentence)

    async def _set_role(self, dialog: ShareDialog, ref: CalendarRef, jid: str, role: Role) -> None:
        address, link, person = address_of(ref), link_for(self._find_links, ref.account), parse_account(jid)
        parts = await link.owner.parts(address)
        owners = [each.jid for each in parts if each.affiliation == "owner"]
        if owners == [person] and role is not Role.OWNER:
            raise UserError(_("A calendar keeps at least one owner."))
        await link.owner.set_part(address, Part(person, role.value))
        # Who is subscribed by the owner finds the calendar among their own; the others need its address.
        state = "subscribed" if role in _MAY_SEE else "none"
        with contextlib.suppress(RefusalError):
            if person != ref.account:
                await link.owner.set_subscription(address, person, state)
        self._requests.settled(ref, person)
        if self._dialog is dialog:
            dialog.added(person)

    def _requests_changed(self, ref: CalendarRef) -> None:
        if self._dialog is not None and self._ref == ref:
            self._tasks.spawn(self._refresh(self._dialog, ref))

    async def _refresh(self, dialog: ShareDialog, ref: CalendarRef) -> None:
        with contextlib.suppress(UserError):
            await self._show_people(dialog, ref)
