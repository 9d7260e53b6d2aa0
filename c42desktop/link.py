"""One account, online: session, requests, sync and store joined. Shared by the application and the commands."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from datetime import datetime

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.presence import Presence
from c42desktop.settings import Timing
from c42desktop.store.store import Store
from c42desktop.sync import Sync, Update
from c42desktop.xmpp import approvals, trust
from c42desktop.xmpp.answers import prepared
from c42desktop.xmpp.approvals import AccessRequest
from c42desktop.xmpp.login import Login, State, Status
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies, no_proxies
from c42desktop.xmpp.pubsub import PubSub
from c42desktop.xmpp.pubsub_owner import Owner
from c42desktop.xmpp.roster import Roster
from c42desktop.xmpp.session import Session


def _nobody(_address: str) -> None:
    """Until somebody looks who is there."""


def _ignore(_request: AccessRequest) -> None:
    """Until somebody decides."""


class Link:
    """Starts and stops the parts of one account in the right order.

    `on_request` gets who asks to be let into a calendar, as a service says; whether it is ours is to be checked yet.
    """

    def __init__(
        self,
        login: Login,
        password: str,
        store: Store,
        *,
        now: Callable[[], datetime],
        on_status: Callable[[Status], None],
        on_update: Callable[[Update], None],
        timing: Timing,
        memory: Memory | None = None,
        find_proxies: FindProxies = no_proxies,
        presence: Callable[[], Presence] = Presence,
        on_presence: Callable[[str], None] = _nobody,
    ) -> None:
        self.session = Session(
            login,
            password,
            on_status=on_status,
            on_event=self._event,
            on_online=self._online,
            dead_after=timing.dead_after,
            memory=memory,
            find_proxies=find_proxies,
            presence=presence,
        )
        self.session.presences.on_changed = on_presence
        self.pubsub = PubSub(self.session)
        self.owner = Owner(self.session)
        self.roster = Roster(self.session)
        self.on_request: Callable[[AccessRequest], None] = _ignore
        self.sync = Sync(self.session, self.pubsub, store, now=now, on_update=on_update, every=timing.look_every)

    @property
    def jid(self) -> str:
        """The account's bare JID."""
        return self.session.login.jid

    def start(self) -> None:
        """Connect, and stay connected."""
        self.sync.start()
        self.session.start()

    def woke(self) -> None:
        """The machine has slept: see at once whether the server is still there, and what happened meanwhile."""
        self.session.check()
        if self.session.status.state is State.ONLINE:
            self.sync.catch_up()

    def network_changed(self, reachable: bool) -> None:
        """The machine has another network, or none any more."""
        if reachable or self.session.status.state is State.ONLINE:
            self.session.check()

    async def stop(self) -> None:
        """Leave: first the stream, so that nothing new begins, then what is still being written."""
        await self.session.stop()
        await self.sync.stop()

    def _online(self, resumed: bool) -> None:
        if resumed:
            self.sync.resumed()
        else:
            self.sync.catch_up()

    def _event(self, message: ET.Element) -> None:
        service = prepared(message.get("from", "")) or self.jid
        request = approvals.parse(message, service)
        if request is None:
            self.sync.push(message)
        elif trust.accepts_event(
            sender=message.get("from", ""),
            recipient=message.get("to", ""),
            kind=message.get("type", "normal"),
            node=request.source.node,
            own=self.session.jid,
            followed={request.source},
        ):
            self.on_request(request)


FindLinks = Callable[[], Sequence[Link]]
"""The links of all accounts that are online."""


def find_link(find_links: FindLinks, account: str) -> Link | None:
    """The link of an account, None while it is offline."""
    return next((link for link in find_links() if link.jid == account), None)


def link_for(find_links: FindLinks, account: str) -> Link:
    """The same. Raises UserError where it is offline."""
    link = find_link(find_links, account)
    if link is None:
        raise UserError(_("You are offline. This can be done once you are connected."))
    return link
