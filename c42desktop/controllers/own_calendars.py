"""Calendars of the person's own: made, set up, deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from c42desktop.calendar.model import PALETTE, Calendar, CalendarRef
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.owned import Owned
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import FindLinks, Link, link_for
from c42desktop.plain import one_line
from c42desktop.store.store import Store
from c42desktop.sync.update import address_of
from c42desktop.tasks import Tasks
from c42desktop.ui.access import Access
from c42desktop.ui.main_window import MainWindow
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.introduction import PERSONAL_NODES
from c42desktop.xmpp.pubsub import NS
from c42desktop.xmpp.refusals import Cause, RefusalError

if TYPE_CHECKING:
    from c42desktop.ui.calendar_form import CalendarDraft, CalendarForm, Place

AT_ACCOUNT = (Access.INVITED, Access.CONTACTS, Access.OPEN)
_UNLIMITED = f"{NS}#config-node-max"
_MANY = "1000"  # items, where a service does not know what "as many as possible" is
KEEPING = {
    "pubsub#type": PERSONAL_NODES[0],
    "pubsub#persist_items": "1",
    "pubsub#deliver_payloads": "1",
    "pubsub#notify_retract": "1",
    "pubsub#notify_delete": "1",
    "pubsub#notify_config": "1",
    "pubsub#publish_model": "publishers",
    "pubsub#send_last_published_item": "never",
}
"""What a calendar needs so that nothing in it is lost, and whoever reads it is told of everything: neither is usual."""


class OwnCalendars:
    """Opens the dialogs and answers them. `on_changed()` is called when the list of calendars is another."""

    def __init__(
        self,
        window: MainWindow,
        store: Store,
        tasks: Tasks,
        banner: BannerController,
        owned: Owned,
        find_links: FindLinks,
        on_changed: Callable[[], None],
    ) -> None:
        self._window = window
        self._store = store
        self._tasks = tasks
        self._banner = banner
        self._owned = owned
        self._find_links = find_links
        self._on_changed = on_changed
        self._form: CalendarForm | None = None
        window.create_requested.connect(self.create)
        window.settings_requested.connect(self.set_up)
        window.delete_requested.connect(self.delete)

    # -- a new one ----------------------------------------------------------------------------------------------

    def create(self) -> None:
        """Ask what it is to be."""
        from c42desktop.ui.calendar_form import new_calendar_form

        form = new_calendar_form(self._next_color(), self._window)
        form.set_places([self._at_account(link) for link in self._find_links()])
        self._show(form, self._create)
        self._tasks.spawn(self._guarded(form, self._find_places(form)))

    async def _find_places(self, form: CalendarForm) -> None:
        """Where it can be: where the person has calendars already, then at the account, which always takes one."""
        proven: list[Place] = []
        accounts: list[Place] = []
        others: list[Place] = []
        for link in self._find_links():
            own = {ref.service for ref in self._owned.all(link.jid)}
            accounts.append(self._at_account(link))
            with contextlib.suppress(RefusalError):
                for service in (await link.pubsub.services()).found:
                    place = await self._at_service(link, service)
                    if place is not None:
                        (proven if service in own else others).append(place)
        if self._form is form:
            form.set_places([*proven, *accounts, *others])

    def _at_account(self, link: Link) -> Place:
        from c42desktop.ui.calendar_form import Place

        return Place(link.jid, link.jid, AT_ACCOUNT, _("At my account, {account}").format(account=link.jid))

    async def _at_service(self, link: Link, service: str) -> Place | None:
        from c42desktop.ui.calendar_form import Place

        features = await link.pubsub.features(service)
        if f"{NS}#create-nodes" not in features:
            return None
        words = _("{service} (as {account})").format(service=service, account=link.jid)
        return Place(link.jid, service, _accesses(features), words if len(self._find_links()) > 1 else service)

    async def _create(self, form: CalendarForm, draft: CalendarDraft) -> None:
        if draft.place is None:
            raise UserError(_("You are offline. A calendar can be made once you are connected."))
        link, service = link_for(self._find_links, draft.place.account), draft.place.service
        address = NodeAddress(service, f"{PERSONAL_NODES[0]}/{uuid4()}")
        many = "max" if _UNLIMITED in await link.pubsub.features(service) else _MANY
        fields = {**KEEPING, "pubsub#max_items": many, **_fields(draft)}
        try:
            await link.pubsub.create(address, fields)
        except RefusalError as error:
            raise _why_not_made(error, service) from error
        ref = CalendarRef(link.jid, address.service, address.node)
        self._owned.add(ref)
        self._close(form)
        await link.sync.subscribe(address)
        if draft.access is Access.ASK:  # ejabberd has its owner wait, too
            await link.owner.answer_request(address, link.jid, allow=True)
        calendar = self._store.calendar(ref)
        if calendar is not None:
            self._store.update_calendar(replace(calendar, title=draft.title, color=draft.color or calendar.color))
        self._on_changed()

    def _next_color(self) -> str:
        with contextlib.suppress(UserError):
            used = [each.color for each in self._store.calendars()]
            return min(PALETTE, key=used.count)
        return PALETTE[0]

    # -- settings -----------------------------------------------------------------------------------------------

    def set_up(self, calendar: Calendar) -> None:
        """What others see of it."""
        self._tasks.spawn(self._guarded(None, self._open_settings(calendar)))

    async def _open_settings(self, calendar: Calendar) -> None:
        from c42desktop.ui.calendar_form import CalendarDraft, settings_form

        ref, address = calendar.ref, address_of(calendar.ref)
        link = link_for(self._find_links, ref.account)
        known = {name: "\n".join(values) for name, values in (await link.owner.configuration(address)).items()}
        accesses = AT_ACCOUNT if "@" in ref.service else _accesses(await link.pubsub.features(ref.service))
        access = Access(known.get("pubsub#access_model", ""))
        title = known.get("pubsub#title", "") or calendar.title
        draft = CalendarDraft(title, known.get("pubsub#description", ""), access)
        form = settings_form(draft, accesses, self._window)
        self._show(form, lambda form, draft: self._set_up(form, ref, draft))

    async def _set_up(self, form: CalendarForm, ref: CalendarRef, draft: CalendarDraft) -> None:
        link = link_for(self._find_links, ref.account)
        try:
            await link.owner.configure(address_of(ref), _fields(draft))
        except RefusalError as error:
            raise _why_not_set(error, ref.service) from error
        calendar = self._store.calendar(ref)
        if calendar is not None:
            self._store.update_calendar(replace(calendar, title=draft.title, description=draft.description))
        self._on_changed()
        self._close(form)

    # -- the end ------------------------------------------------------------------------------------------------

    def delete(self, calendar: Calendar) -> None:
        """Ask before it is deleted for everybody."""
        self._tasks.spawn(self._guarded(None, self._ask_delete(calendar)))

    async def _ask_delete(self, calendar: Calendar) -> None:
        from c42desktop.ui.delete_calendar import delete_dialog

        link, ref = link_for(self._find_links, calendar.ref.account), calendar.ref
        others: int | None = None
        with contextlib.suppress(RefusalError):
            people = await link.owner.subscribers(address_of(ref))
            others = len([each for each in people if each.jid != ref.account])
        dialog = delete_dialog(calendar.title, len(self._store.digests(ref)), others, self._window)
        dialog.taken.connect(lambda: self._tasks.spawn(self._guarded(None, self._delete(calendar))))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    async def _delete(self, calendar: Calendar) -> None:
        await link_for(self._find_links, calendar.ref.account).sync.delete(calendar.ref)
        self._banner.tell(_("“{name}” was deleted.").format(name=one_line(calendar.title, 80)))

    def _show(self, form: CalendarForm, submit: Callable[[CalendarForm, CalendarDraft], Awaitable[None]]) -> None:
        self._form = form
        form.submitted.connect(lambda draft: self._tasks.spawn(self._guarded(form, submit(form, draft))))
        form.finished.connect(lambda _result: self._forget(form))
        form.open()

    def _close(self, form: CalendarForm) -> None:
        if self._form is form:
            form.accept()

    def _forget(self, form: CalendarForm) -> None:
        self._form = None
        form.deleteLater()

    async def _guarded(self, form: CalendarForm | None, work: Awaitable[None]) -> None:
        try:
            await work
        except UserError as error:
            if form is not None and self._form is form:
                form.show_error(str(error), error.field)
            else:
                self._banner.tell(str(error), error=True)


def _accesses(features: set[str]) -> tuple[Access, ...]:
    """Who may be let in at a service. Many say nothing of whitelists, and have them."""
    asks = (Access.ASK,) if f"{NS}#access-authorize" in features else ()
    return (Access.INVITED, *asks, Access.OPEN)


def _fields(draft: CalendarDraft) -> dict[str, str]:
    """What was entered, as fields of the configuration."""
    fields = {"pubsub#title": draft.title, "pubsub#description": draft.description}
    return fields | ({"pubsub#access_model": draft.access.value} if draft.access is not Access.UNKNOWN else {})


def _why_not_made(error: RefusalError, service: str) -> UserError:
    """The refusal of a new calendar, beside the field that is at fault."""
    if error.cause is Cause.NOT_ALLOWED:
        sentence = _("You may not make calendars at {service}. Choose another place.").format(service=service)
        return UserError(sentence, field="place")
    return _why_not_set(error, service)


def _why_not_set(error: RefusalError, service: str) -> UserError:
    """The refusal of settings, likewise."""
    if error.condition in ("not-acceptable", "unsupported-access-model"):
        sentence = _("{service} does not offer this. Choose something else.").format(service=service)
        return UserError(sentence, field="access")
    return UserError(str(error))
