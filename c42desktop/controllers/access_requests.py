"""Who asks to be let into the person's calendars: said in the banner one after the other, and in the share dialog."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from c42desktop.calendar.model import CalendarRef
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.owned import Owned
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.link import FindLinks, link_for
from c42desktop.plain import one_line
from c42desktop.store.faults import StoreError
from c42desktop.store.store import Store
from c42desktop.sync.update import address_of
from c42desktop.tasks import Tasks
from c42desktop.xmpp.approvals import AccessRequest
from c42desktop.xmpp.pubsub import NS

log = logging.getLogger(__name__)

MOST_WAITING = 100
MOST_ASKED = 50  # calendars about which a service is asked at each session
_ALLOW = "allow-access"
_DENY = "deny-access"


class AccessRequests:
    """Keeps them in memory only: the service says them again. `on_changed(ref)` is called when others wait."""

    def __init__(
        self, store: Store, banner: BannerController, tasks: Tasks, owned: Owned, find_links: FindLinks
    ) -> None:
        self._store = store
        self._banner = banner
        self._tasks = tasks
        self._owned = owned
        self._find_links = find_links
        self.on_changed: Callable[[CalendarRef], None] = lambda _ref: None
        self._waiting: dict[tuple[CalendarRef, str], bool] = {}  # whether the banner has said it
        self._shown: tuple[CalendarRef, str] | None = None

    def received(self, account: str, request: AccessRequest) -> None:
        """A service says that somebody asks; whether the calendar is ours, may turn out later."""
        ref = CalendarRef(account, request.source.service, request.source.node)
        if request.jid == account:
            self._tasks.spawn(self._let_in_ourselves(ref))
        elif (ref, request.jid) not in self._waiting and self._is_room():
            self._waiting[ref, request.jid] = False
            self.on_changed(ref)
            self._show_next()

    def waiting(self, ref: CalendarRef) -> list[str]:
        """The addresses of those who ask to see a calendar."""
        return [jid for each, jid in self._waiting if each == ref]

    def known(self, account: str) -> None:
        """It is known which calendars are ours: ask their services who waits since before this session."""
        for ref, jid in [each for each in self._waiting if each[0].account == account]:
            if not self._owned.is_owner(ref):
                del self._waiting[ref, jid]
        self._show_next()
        self._tasks.spawn(self._ask_again(account))

    async def answer(self, ref: CalendarRef, jid: str, *, allow: bool) -> None:
        """Let somebody in, or not. Raises UserError."""
        await link_for(self._find_links, ref.account).owner.answer_request(address_of(ref), jid, allow=allow)
        self.settled(ref, jid)

    def settled(self, ref: CalendarRef, jid: str) -> None:
        """Somebody does not wait any more."""
        if self._waiting.pop((ref, jid), None) is not None:
            if self._shown == (ref, jid):
                self._shown = None
                self._banner.end()
            self.on_changed(ref)

    def _is_room(self) -> bool:
        """What strangers say of calendars that are not ours makes way."""
        if len(self._waiting) < MOST_WAITING:
            return True
        foreign = next((each for each in self._waiting if not self._owned.is_owner(each[0])), None)
        return foreign is not None and self._waiting.pop(foreign) is not None

    async def _let_in_ourselves(self, ref: CalendarRef) -> None:
        """ejabberd asks owners about themselves."""
        if self._owned.is_owner(ref):
            with contextlib.suppress(UserError):
                await self.answer(ref, ref.account, allow=True)

    async def _ask_again(self, account: str) -> None:
        features: dict[str, set[str]] = {}
        with contextlib.suppress(UserError):
            link = link_for(self._find_links, account)
            for ref in self._owned.all(account)[:MOST_ASKED]:
                if ref.service not in features:
                    features[ref.service] = await link.pubsub.features(ref.service)
                if f"{NS}#get-pending" in features[ref.service]:
                    with contextlib.suppress(UserError):
                        await link.owner.repeat_requests(address_of(ref))

    # -- the banner ---------------------------------------------------------------------------------------------

    def _show_next(self) -> None:
        following = (each for each, said in self._waiting.items() if not said and self._owned.is_owner(each[0]))
        if self._shown is None and (found := next(following, None)) is not None:
            self._shown = found
            self._waiting[found] = True
            self._tasks.spawn(self._show(*found))

    async def _show(self, ref: CalendarRef, jid: str) -> None:
        name = await self._name(ref.account, jid)
        if self._shown != (ref, jid):
            return
        sentence = _("{name} asks to see “{calendar}”.").format(name=name, calendar=self._title(ref))
        choices = [(_ALLOW, _("Allow")), (_DENY, _("Deny"))]
        self._banner.ask(sentence, choices, lambda choice: self._chosen(ref, jid, choice), lambda: self._gone(ref, jid))

    def _chosen(self, ref: CalendarRef, jid: str, choice: str) -> None:
        self._tasks.spawn(self._answer_shown(ref, jid, allow=choice == _ALLOW))

    async def _answer_shown(self, ref: CalendarRef, jid: str, *, allow: bool) -> None:
        try:
            await self.answer(ref, jid, allow=allow)
        except UserError as error:
            self._banner.tell(str(error), error=True)

    def _gone(self, ref: CalendarRef, jid: str) -> None:
        """Nobody sees it any more; it waits in the share dialog where nothing was decided."""
        if self._shown == (ref, jid):
            self._shown = None
        asyncio.get_running_loop().call_soon(self._show_next)

    async def _name(self, account: str, jid: str) -> str:
        """What the person calls somebody; their address where that is nothing, for a name of their own may mislead."""
        with contextlib.suppress(UserError):
            contacts = await link_for(self._find_links, account).roster.contacts()
            name = next((one_line(each.name, 60) for each in contacts if each.jid == jid), "")
            return f"{name} ({jid})" if name else jid
        return jid

    def _title(self, ref: CalendarRef) -> str:
        with contextlib.suppress(StoreError):
            calendar = self._store.calendar(ref)
            return one_line(calendar.title, 60) if calendar else ref.node
        return ref.node
