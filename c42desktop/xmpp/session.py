"""One account's session: connect, sign in, stay, come back by itself.

    OFFLINE --start--> CONNECTING --> ONLINE --lost--> WAITING --> CONNECTING …
                           |                              ^
                           +--- no server, no network ----+
                           +--- refused --> REFUSED (until `connect_now`, or for long where the server may mend it)

Each attempt gets a new Client: the library's stream keeps state across logins that does not belong there. What takes up
a stream that broke (XEP-0198) is handed from one to the next.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import partial

from slixmpp.jid import JID, InvalidJID

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.presence import Presence
from c42desktop.tasks import Tasks
from c42desktop.xmpp.certificate import Presented, peek
from c42desktop.xmpp.client import Client, wanted_jid
from c42desktop.xmpp.dialing import Dialer
from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.endpoints import AnyEndpoint, server_name
from c42desktop.xmpp.login import Login, State, Status, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.presence import Presences
from c42desktop.xmpp.proxy import FindProxies, Proxy, no_proxies
from c42desktop.xmpp.pulse import DEAD_AFTER, Pulse
from c42desktop.xmpp.request import OfflineError
from c42desktop.xmpp.routes import Routes
from c42desktop.xmpp.secret import Secret
from c42desktop.xmpp.stream_management import Resumption
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.untrusted import untrusted

log = logging.getLogger(__name__)

CONNECT_TIMEOUT = 30.0  # seconds from the first packet to a usable session
FRESH = 2.0  # seconds; an attempt that began longer ago may have begun before the machine slept
STABLE_AFTER = 20.0  # seconds online after which the next loss starts with a short wait again
FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
_VIA = {Way.WEBSOCKET: "WebSocket", Way.BOSH: "BOSH"}
REFUSED_WAIT = 900.0  # seconds until the next try where a server refused what it may not refuse for ever


def backoff(attempt: int, chance: Callable[[], float] = random.random) -> float:
    """Seconds to wait before try number `attempt` (from 0): exponential, with jitter so that a crowd spreads out."""
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempt, 16))
    return ceiling * (0.5 + chance() / 2)


class Session:
    """Keeps one account online. Callbacks run on the event loop:

    `on_status(Status)` on each change of state; `on_event(message)` for each raw message with a pubsub event or a form,
    before its sender is checked; `on_online(resumed)` once per new stream, when requests can be made: one that was
    resumed brings all that was sent while it was broken. `dead_after` seconds without a word from the server, even
    when asked, end a stream. `memory` is what was learnt before, and learns more; `find_proxies` is asked before each
    attempt, `presence` for what is to be told of ourselves; `presences` are those of others.
    """

    def __init__(
        self,
        login: Login,
        password: str,
        *,
        on_status: Callable[[Status], None],
        on_event: Callable[[ET.Element], None],
        on_online: Callable[[bool], None],
        wait: Callable[[int], float] = backoff,
        dead_after: float = DEAD_AFTER,
        memory: Memory | None = None,
        find_proxies: FindProxies = no_proxies,
        presence: Callable[[], Presence] = Presence,
    ) -> None:
        self.login = login
        self.presences = Presences(login.jid, presence)
        self._memory = memory or Memory()
        self._routes = Routes(login, self._memory, find_proxies)
        self.status = Status(State.OFFLINE)
        self._secret = Secret(password)
        self._on_status = on_status
        self._on_event = on_event
        self._on_online = on_online
        self._wait = wait
        self._dead_after = dead_after
        self._client: Client | None = None
        self._reaching: asyncio.Future[Client | Ending] | None = None  # of the present attempt
        self._began = 0.0  # when the present attempt did, by the loop's clock
        self._pulse: Pulse | None = None
        self._resumption: Resumption | None = None
        self._tasks = Tasks()
        self._started = False
        self._may_pass = False  # the present refusal
        self._doubted = False  # the present attempt: it may be over for a reason that is none any more
        self._now = asyncio.Event()

    @property
    def client(self) -> Client:
        """The stream that is online. Raises OfflineError where there is none."""
        if self._client is None or self.status.state is not State.ONLINE:
            raise OfflineError(_("{jid} is not connected.").format(jid=self.login.jid))
        return self._client

    @property
    def jid(self) -> JID:
        """Our full JID where the server has bound one, the bare one before."""
        return self._client.boundjid if self._client else JID(self.login.jid)

    @property
    def resumed(self) -> bool:
        """Whether the stream goes on where an earlier one broke: then what was kept for us comes in its order."""
        opened = self._client.opened if self._client else None
        return opened is not None and opened.done() and opened.result()

    async def proxy_to(self, host: str) -> Proxy | None:
        """The proxy on the way to a web site, None where there is none. Raises UserError."""
        return await self._routes.to_site(host)

    def start(self) -> None:
        """Begin to connect and go on for ever."""
        if not self._started:
            self._started = True
            self._tasks.spawn(self._run())

    def connect_now(self) -> None:
        """Cut the waiting short; also the way out of REFUSED."""
        self._now.set()

    def tell_presence(self) -> None:
        """What there is to tell of ourselves may be something else now. A session that comes tells it by itself."""
        if self.status.state is State.ONLINE:
            self._say(self.presences.news())

    def presence_of(self, address: str) -> Presence | None:
        """The presence of a bare address; None where nobody is there, or nothing is known of them now."""
        return self.presences.of(address) if self.status.state is State.ONLINE else None

    def check(self) -> None:
        """The machine has slept or its network has changed: find out at once what is still true.

        A refusal that may pass is tried again: another network may have nobody in between.
        """
        state = self.status.state
        if state is State.ONLINE and self._pulse is not None:
            self._pulse.doubt()
        elif state is State.CONNECTING and self._reaching is not None:
            if asyncio.get_running_loop().time() - self._began > FRESH:
                self._doubted = True
                self._reaching.cancel()
                if self._client is not None:
                    self._client.give_up(Ending(""))
        elif state in (State.CONNECTING, State.ONLINE):
            self._doubted = True  # it has just ended, and what for is being found out
        elif state is State.WAITING or (state is State.REFUSED and self._may_pass):
            self.connect_now()

    def use_password(self, password: str) -> None:
        """Take another password and try it at once."""
        self._secret = Secret(password)
        self.connect_now()

    async def stop(self) -> None:
        """Leave, and leave nothing running."""
        await self._tasks.cancel()
        self._started = False
        self._resumption = None
        self._report(Status(State.OFFLINE))

    def _report(self, status: Status) -> None:
        if status != self.status:
            log.info("%s: %s%s", self.login.jid, status.state, f" ({status.reason})" if status.reason else "")
            before, self.status = self.status.state, status
            self._on_status(status)
            if State.ONLINE in (before, status.state):
                self.presences.on_changed("")

    def _say(self, ours: Presence | None) -> None:
        if ours is not None and self._client is not None:
            self._client.say(ours)

    async def _run(self) -> None:
        attempt = 0
        while True:
            self._now.clear()
            self._doubted = False
            self._report(Status(State.CONNECTING))
            ending, lasted = await self._connect_spared()
            attempt = 0 if lasted >= STABLE_AFTER else attempt
            if ending.final:
                self._may_pass = ending.may_pass
                status = await self._refused(ending)
                if not (self._doubted and ending.may_pass):
                    self._report(status)
                    await self._until_now(REFUSED_WAIT if ending.may_pass else None)
                attempt = 0
                continue
            if self._doubted or self._now.is_set():
                continue
            seconds = self._wait(attempt)
            attempt += 1
            self._report(Status(State.WAITING, ending.reason, retry_in=seconds, field=ending.field))
            await self._until_now(seconds)

    async def _until_now(self, seconds: float | None) -> None:
        """Wait so long, or without an end, or until somebody wants to connect now."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._now.wait(), seconds)

    async def _connect_spared(self) -> tuple[Ending, float]:
        try:
            return await self._connect_once()
        except Exception:
            # A defect, here or in who is called back. It costs this stream, not those that come after it.
            log.exception("Unexpected error in a session")
            return Ending(_("The connection to {domain} was lost.").format(domain=self.login.domain)), 0.0

    async def _connect_once(self) -> tuple[Ending, float]:
        """One stream from beginning to end. Gives why it ended and for how many seconds it was online."""
        try:
            JID(wanted_jid(self.login))
        except InvalidJID:
            reason = _("“{jid}” is not an XMPP address.").format(jid=self.login.jid)
            return Ending(reason, final=True, field="address"), 0.0
        tls = Tls(self.login, self._secret.text)
        dialer = Dialer(self.login, self._routes, tls, partial(self._new_client, tls))
        self._began = asyncio.get_running_loop().time()
        self._reaching = asyncio.ensure_future(dialer.reach())
        try:
            opened = await self._opened()
            return (opened, 0.0) if isinstance(opened, Ending) else await self._stay_online(opened)
        finally:
            await self._leave()

    def _new_client(self, tls: Tls, place: AnyEndpoint) -> Client:
        """A client for the next connection of this attempt."""
        self._client = Client(
            self.login, self._secret, tls, place, self._memory, self._on_event, self.presences, self._resumption
        )
        return self._client

    async def _opened(self) -> Client | Ending:
        """The client that is online, else why there is none."""
        assert self._reaching is not None
        try:
            async with asyncio.timeout_at(self._began + CONNECT_TIMEOUT):
                await asyncio.wait((self._reaching,))
                if self._reaching.cancelled():
                    return Ending("")  # see `check`
                client = self._reaching.result()
                if isinstance(client, Ending):
                    return client
                await asyncio.wait((client.opened, client.ended), return_when=asyncio.FIRST_COMPLETED)
        except TimeoutError:
            return Ending(_("{domain} did not answer in time.").format(domain=self.login.domain))
        return client if client.opened.done() else client.ended.result()

    async def _leave(self) -> None:
        """Leave the server, and leave nothing of the attempt running."""
        if self._reaching is not None:
            self._reaching.cancel()
            await asyncio.wait((self._reaching,))
            self._reaching = None
        if self._client is not None:
            self._resumption = self._client.resumption
            await asyncio.shield(self._client.close())
            self._client = None

    async def _stay_online(self, client: Client) -> tuple[Ending, float]:
        resumed = client.opened.result()
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._pulse = Pulse(client, self.login.domain, self._dead_after)
        try:
            log.info("%s: %s", self.login.jid, "stream resumed" if resumed else "new stream")
            self._report(Status(State.ONLINE, via=_VIA.get(client.way, "")))
            self._routes.worked(client.place)
            self._say(self.presences.resumed() if resumed else self.presences.news())
            self._on_online(resumed)
            if await self._pulse.watch():
                self._doubted = True
        finally:
            self._pulse = None
        return client.ended.result(), loop.time() - began

    async def _refused(self, ending: Ending) -> Status:
        """The status for it; where a certificate was not trusted, with what that says about itself."""
        at = ending.refused_at
        seen = await self._peek(at) if at else None
        if at is None or seen is None:
            return Status(State.REFUSED, ending.reason, field=ending.field)
        reason = untrusted(server_name(self.login.domain, at), ending.verify_code, seen) or ending.reason
        return Status(
            State.REFUSED, reason, field=ending.field, fingerprint=seen.fingerprint, pin=seen.pin, facts=seen.facts
        )

    async def _peek(self, at: AnyEndpoint) -> Presented | None:
        with contextlib.suppress(UserError):
            for proxy in await self._routes.proxies(at):
                if seen := await peek(self.login.domain, at, proxy):
                    return seen
        return None
