"""One account examined: all its checks, and what they have in common, which is found out once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from c42desktop.doctor import certificate, clock, network, service, sign_in
from c42desktop.doctor.checks import Check, Group, Looked, Once
from c42desktop.doctor.finding import Finding, failed, skipped
from c42desktop.doctor.means import Means
from c42desktop.doctor.network import Reached
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.settings import Account
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxies
from c42desktop.xmpp.session import Session
from c42desktop.xmpp.tls import Tls

log = logging.getLogger(__name__)


def group(account: Account, means: Means) -> Group:
    """The checks of one account; one line where it is signed out."""
    if not account.enabled:
        return Group(account.jid, [Check("account", _signed_out)])
    examination = Examination(account, means)
    return Group(account.jid, examination.checks(), examination.close)


async def _signed_out() -> Finding:
    return skipped("account", _("Not checked: it is signed out."))


class Examination:
    """The checks of an account that is signed in. Each waits for no more than it needs."""

    def __init__(self, account: Account, means: Means) -> None:
        self._account = account
        self._login = account.login
        self._means = means
        self._tls = Tls(account.login, "")
        self._proxy = Once(self._find_proxies)
        self._name = Once(self._find_name)
        self._tcp = Once(self._reach_tcp)
        self._web = Once(self._reach_web)
        self._trial = Once(self._try)
        self._trying: asyncio.Task[None] | None = None

    def checks(self) -> list[Check]:
        """In the order in which they are read."""
        looks: list[tuple[str, Callable[[], Awaitable[Looked]]]] = [
            ("proxy", self._look_at_proxy),
            ("dns", self._look_at_name),
            ("tcp", lambda: self._look_at_way(Way.TCP)),
            ("websocket", lambda: self._look_at_way(Way.WEBSOCKET)),
            ("bosh", lambda: self._look_at_way(Way.BOSH)),
            ("certificate", self._look_at_certificates),
            ("mechanisms", self._look_at_mechanisms),
            ("sign-in", self._look_at_sign_in),
            ("pubsub", lambda: self._online("pubsub", service.pubsub)),
            ("round-trip", lambda: self._online("round-trip", service.round_trip)),
            ("clock", self._look_at_clock),
        ]
        return [Check(name, look) for name, look in looks]

    async def close(self) -> None:
        """Leave the server, and end what still runs."""
        for each in (self._proxy, self._name, self._tcp, self._web, self._trial):
            await each.cancel()
        if self._trying is not None:
            self._trying.cancel()
            await asyncio.gather(self._trying, return_exceptions=True)

    # -- found out once -----------------------------------------------------------------------------------------

    async def _find_proxies(self) -> tuple[Proxies, Finding]:
        return await network.proxy(self._login, self._means.find_proxies(self._login))

    async def _proxies(self) -> Proxies:
        return (await self._proxy.get())[0]

    async def _find_name(self) -> tuple[list[Endpoint], Finding]:
        return await network.name(self._login, await self._proxies(), self._means.lookup)

    async def _reach_tcp(self) -> list[Reached]:
        places, _found = await self._name.get() if self._login.way in (Way.AUTOMATIC, Way.TCP) else ([], None)
        return await self._reach_all(places)

    async def _reach_web(self) -> list[Reached]:
        if self._login.way is Way.TCP:
            return []
        try:
            places = await network.web_places(self._login, self._tls, await self._proxies())
        except (OSError, UserError) as error:
            log.info("No host-meta: %s", type(error).__name__)
            return []
        return await self._reach_all([each for each in places if self._login.way in (Way.AUTOMATIC, each.way)])

    async def _reach_all(self, places: Sequence[AnyEndpoint]) -> list[Reached]:
        proxies = await self._proxies()
        return list(await asyncio.gather(*(self._reach(place, proxies) for place in places)))

    async def _reach(self, place: AnyEndpoint, proxies: Proxies) -> Reached:
        return await network.reach(place, self._login, self._tls, proxies)

    async def _reached(self) -> list[Reached]:
        tcp, web = await asyncio.gather(self._tcp.get(), self._web.get())
        return [*tcp, *web]

    async def _try(self) -> sign_in.Trial | None:
        """The attempt to sign in, which stays online until all is over; None without a password. Raises UserError."""
        secret = await self._means.secret(self._account)
        if secret is None:
            return None
        ready: asyncio.Future[sign_in.Trial] = asyncio.get_running_loop().create_future()
        self._trying = asyncio.ensure_future(self._stay(secret, ready))
        return await ready

    async def _stay(self, secret: str, ready: asyncio.Future[sign_in.Trial]) -> None:
        async with sign_in.trial(self._account, secret, self._means.find_proxies(self._login)) as tried:
            ready.set_result(tried)
            await asyncio.Event().wait()  # until it is cancelled, and leaves in good order

    # -- said ---------------------------------------------------------------------------------------------------

    async def _look_at_proxy(self) -> Finding:
        return (await self._proxy.get())[1]

    async def _look_at_name(self) -> Finding:
        return (await self._name.get())[1]

    async def _look_at_way(self, way: Way) -> list[Finding]:
        own = await (self._tcp if way is Way.TCP else self._web).get()
        works = any(each.greeting for each in own)
        return network.transports(way, self._login, own if works else await self._reached())

    async def _look_at_certificates(self) -> list[Finding]:
        tried, proxies = await self._reached(), await self._proxies()
        looks = (certificate.look(each, self._login, proxies, self._means.now()) for each in tried)
        return certificate.distinct(await asyncio.gather(*looks))

    async def _look_at_mechanisms(self) -> Finding:
        return sign_in.mechanisms(self._account, await self._reached())

    async def _look_at_sign_in(self) -> Finding:
        try:
            return sign_in.sign_in(self._login, await self._trial.get())
        except UserError as error:
            return failed("sign-in", str(error), _("Enter the password again in the account's settings."))

    async def _session(self) -> Session | None:
        try:
            tried = await self._trial.get()
        except UserError:
            return None
        return tried.session if tried else None

    async def _online(self, check: str, ask: Callable[[Session], Awaitable[Looked]]) -> Looked:
        session = await self._session()
        return await ask(session) if session is not None else service.offline(check)

    async def _look_at_clock(self) -> Finding:
        session = await self._session()
        began = self._means.now()
        told = await service.server_time(session) if session is not None else None
        if told is not None:
            return clock.skew(self._login.domain, told, began, self._means.now())
        reached, proxies, began = await self._reached(), await self._proxies(), self._means.now()
        try:
            source, told = await network.web_time(self._login, reached, self._tls, proxies)
        except (OSError, UserError):
            source = ""
        return clock.skew(source, told, began, self._means.now())
