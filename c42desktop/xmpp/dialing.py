"""How a server is reached: one place after the other, until a connection stands.

With Way.AUTOMATIC: what worked over the web in this network last; TCP, which gets a short first chance for all its
places together; what the domain's host-meta names, which is asked for meanwhile; then TCP again with all the patience
that is left, where it was too slow. Behind a firewall that lets only HTTP through, that is some seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

from c42desktop.errors import UserError
from c42desktop.xmpp import late
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.ending import (
    EndedError,
    Ending,
    SomethingElseError,
    connection_ending,
    no_such_way,
    only_web_pages,
    sign_in_first,
)
from c42desktop.xmpp.endpoints import AnyEndpoint, Endpoint, NotOfferedError, WebEndpoint, addresses
from c42desktop.xmpp.late import is_in_between
from c42desktop.xmpp.login import Login, Way
from c42desktop.xmpp.proxy import Proxy, ProxyError, Trouble
from c42desktop.xmpp.routes import Routes
from c42desktop.xmpp.tls import Tls
from c42desktop.xmpp.tunnel import tunnel

log = logging.getLogger(__name__)

_SURE = 2  # places on the web that are tried however long TCP took
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for what, in seconds: to connect, and then for each next word of the server."""

    first: float = 4.0  # for TCP, all its places together, while there may be something else
    ask_after: float = 1.5  # how long TCP may take until host-meta is asked for
    web: float = 4.0  # for one place over the web
    least: float = 1.0  # for one address; even a slow line answers by then
    most: float = 10.0
    all: float = 24.0  # for everything; Session waits a little longer, and the reason has to be found out as well


@dataclass(frozen=True, slots=True)
class Step:
    """One connection to try, for so many seconds. `address` is of the place's host, "" where others look it up."""

    place: AnyEndpoint
    address: str
    proxy: Proxy | None
    limit: float


@dataclass(frozen=True, slots=True)
class Failure:
    """What came of a step: the ending, and the error where there was no server to speak of (`reached`)."""

    place: AnyEndpoint | None
    ending: Ending
    error: Exception | None
    reached: bool


class Dialer:
    """One attempt to get online. `make` makes the client for a place; all but the last are closed."""

    def __init__(
        self,
        login: Login,
        routes: Routes,
        tls: Tls,
        make: Callable[[AnyEndpoint], Client],
        patience: Patience | None = None,
    ) -> None:
        self._login = login
        self._routes = routes
        self._tls = tls
        self._make = make
        self._patience = patience or PATIENCE
        self._deadline = asyncio.get_running_loop().time() + self._patience.all
        known = routes.known()
        # Where it has moved away, somebody else may be there by now: that is no reason not to look for it.
        self._known = known if isinstance(known, WebEndpoint) and login.way is Way.AUTOMATIC else None
        self._failures: list[Failure] = []
        self._settled: set[tuple[Endpoint, str, Proxy | None]] = set()  # what more patience changes nothing about
        self._web: list[WebEndpoint] | OSError | None = None  # what the domain offers, or why that is not known

    async def reach(self) -> Client | Ending:
        """The first client that stands, else why there is none."""
        try:
            await self._tls.check()
            return await self._standing() or await self._why()
        except UserError as error:
            return Ending(str(error), final=True, field=error.field)

    async def _standing(self) -> Client | None:
        """The first client that stands."""
        async with aclosing(self._steps()) as steps:
            async for step in steps:
                client = await self._try(step)
                if client.stands.done():
                    return client
                await client.close()
                if self._is_over(step):
                    break
        return None

    def _is_over(self, step: Step) -> bool:
        """Whether what came of this step ends them all: but for a proxy of the system's that TCP may get past."""
        last = self._failures[-1]
        passable = isinstance(last.error, ProxyError) and isinstance(step.place, Endpoint) and not self._login.proxy
        return last.ending.final and step.place != self._known and not passable

    # -- in which order -----------------------------------------------------------------------------------------

    def _steps(self) -> AsyncGenerator[Step, None]:
        match self._login.way:
            case Way.AUTOMATIC:
                return self._automatic()
            case Way.TCP:
                return self._tcp(self._deadline)
        return self._web_only()

    async def _automatic(self) -> AsyncGenerator[Step, None]:
        hurry = asyncio.Event()
        asking = asyncio.ensure_future(self._ask(hurry))
        try:
            if self._known is not None:
                yield await self._web_step(self._known)
            async with aclosing(self._tcp(self._now + self._patience.first)) as first:
                async for step in first:
                    yield step
            hurry.set()
            await asking
            for number, place in enumerate(self._web if isinstance(self._web, list) else ()):
                if number >= _SURE and self._now >= self._deadline:
                    break
                if place != self._known:
                    yield await self._web_step(place)
        finally:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        async with aclosing(self._tcp(self._deadline)) as patient:
            async for step in patient:
                yield step

    async def _web_only(self) -> AsyncGenerator[Step, None]:
        try:
            self._web = await self._routes.web(await self._tls.site())
        except (OSError, ValueError) as error:
            self._fail(None, error)
            return
        for place in self._web:
            yield await self._web_step(place)

    async def _web_step(self, place: WebEndpoint) -> Step:
        limit = self._patience.web if self._login.way is Way.AUTOMATIC else self._patience.most
        [proxy] = await self._routes.proxies(place)
        return Step(place, "", proxy, limit)

    async def _tcp(self, deadline: float) -> AsyncGenerator[Step, None]:
        """Every address that is worth it; each gets its share of the time until `deadline`."""
        try:
            async with asyncio.timeout_at(deadline):
                places = await self._routes.tcp()
        except OSError as error:
            self._fail(None, error)
            return
        for place, share in _shared(places, deadline):
            for proxy, until in _shared(await self._proxies(place, share), share):
                found = [""] if proxy else await self._addresses(place, until)
                for left, address in zip(range(len(found), 0, -1), found, strict=True):
                    if self._now >= deadline:
                        return
                    if (place, address, proxy) not in self._settled:
                        limit = min(max((until - self._now) / left, self._patience.least), self._patience.most)
                        yield Step(place, address, proxy, limit)

    async def _proxies(self, place: Endpoint, until: float) -> list[Proxy | None]:
        try:
            async with asyncio.timeout_at(until):
                return await self._routes.proxies(place)
        except (OSError, ValueError) as error:
            self._fail(place, error)
        return []

    async def _addresses(self, place: Endpoint, until: float) -> list[str]:
        if (place, "", None) in self._settled:
            return []
        try:
            async with asyncio.timeout_at(until):
                return await addresses(place)
        except (OSError, ValueError, OverflowError) as error:
            self._fail(place, error)
            if not isinstance(error, TimeoutError):
                self._settled.add((place, "", None))
        return []

    async def _ask(self, hurry: asyncio.Event) -> None:
        """What the domain offers over the web; asked where TCP fails, or takes a while."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(hurry.wait(), self._patience.ask_after)
        try:
            self._web = await self._routes.web(await self._tls.site())
        except (OSError, ValueError) as error:
            log.info("%s: no host-meta: %s", self._login.domain, error or type(error).__name__)
            self._web = error if isinstance(error, OSError) else OSError(str(error))

    # -- one of them --------------------------------------------------------------------------------------------

    async def _try(self, step: Step) -> Client:
        """A client that stands or has ended."""
        client = self._make(step.place)
        client.open(lambda: connect(client, step, self._login.domain))
        while not client.stands.done() and not client.ended.done():
            left = client.heard + step.limit - self._now
            if left <= 0:
                client.failed(TimeoutError())
                break
            await asyncio.wait((client.stands, client.ended), timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if not client.stands.done():
            self._note(step, client)
        return client

    def _note(self, step: Step, client: Client) -> None:
        ending = client.ended.result()
        log.info("%s %s: %s", step.place.shown, step.address, client.error or ending.reason)
        self._failures.append(
            Failure(step.place, ending, client.error, client.spoken or isinstance(client.error, EndedError))
        )
        if not isinstance(step.place, Endpoint):
            return
        if not isinstance(client.error, TimeoutError):
            self._settled.add((step.place, step.address, step.proxy))
        if client.spoken and not step.place.direct_tls:  # then it does not begin with TLS
            encrypted = Endpoint(step.place.host, step.place.port, direct_tls=True)
            self._settled.add((encrypted, step.address, step.proxy))

    def _fail(self, place: AnyEndpoint | None, error: Exception) -> None:
        ending = connection_ending(error, self._login, place)
        log.info("%s: %s", place.shown if place else self._login.domain, error or type(error).__name__)
        self._failures.append(Failure(place, ending, error, False))

    @property
    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    # -- why there is none --------------------------------------------------------------------------------------

    async def _why(self) -> Ending:
        """The most telling of all reasons."""
        if not self._failures:
            return no_such_way(self._login)
        told = self._most_telling()
        if told.ending.final and told.ending.refused_at is None:
            return told.ending
        direct = not any(isinstance(each.error, ProxyError) for each in self._failures)
        if direct and not told.reached and await is_in_between(self._login.domain):
            return sign_in_first()
        if told.ending.refused_at is None and self._is_walled(told):
            return only_web_pages(self._login)
        return told.ending

    def _most_telling(self) -> Failure:
        """What ended it; else a proxy that wants something, or is not there; else the last server that spoke; else a
        proxy that lets nothing through; else what is wrong with an entered URL; else the last of TCP."""
        last = self._failures[-1]
        if last.ending.final:
            return last
        for each in self._failures:
            if isinstance(each.error, ProxyError) and each.error.trouble is not Trouble.UNWILLING:
                return each
        spoke = [each for each in self._failures if each.reached]
        unwilling = [each for each in self._failures if isinstance(each.error, ProxyError)]
        tcp = [each for each in self._failures if not isinstance(each.place, WebEndpoint)]
        wrong = [each for each in self._failures if self._login.url and isinstance(each.error, SomethingElseError)]
        return (spoke or unwilling or wrong or tcp or [last])[-1]

    def _is_walled(self, told: Failure) -> bool:
        """Whether web pages of the domain come through and nothing else does."""
        if self._login.way is not Way.AUTOMATIC or self._login.url or self._web != [] or told.reached:
            return False
        return not isinstance(told.error, (socket.gaierror, ssl.SSLError, NotOfferedError))


PATIENCE = Patience()


def _shared(each: Sequence[_T], deadline: float) -> Iterator[tuple[_T, float]]:
    """Each of them, and until when it may take: what is left until `deadline` is shared by those that are left."""
    for left, one in zip(range(len(each), 0, -1), each, strict=True):
        now = asyncio.get_running_loop().time()
        yield one, now + (deadline - now) / left


async def connect(client: Client, step: Step, domain: str) -> None:
    """Make one connection and hand it to `client`. Raises OSError, or ValueError where the place is impossible."""
    client.direct = step.proxy is None
    if isinstance(step.place, WebEndpoint):
        await _connect_web(client, step.place, domain, step.proxy)
        return
    tls: dict[str, Any] = {}
    if step.place.direct_tls:
        tls = {"ssl": await client.tls.direct(), "server_hostname": domain}
    else:
        client.ssl_context = await client.tls.usual()
    client.enable_starttls = not step.place.direct_tls  # never inside TLS (XEP-0368 §2)
    loop = asyncio.get_running_loop()
    if step.proxy is None:
        await loop.create_connection(lambda: client, step.address, step.place.port, **tls)
        return
    tunnelled = await tunnel(step.proxy, step.place.host, step.place.port)
    try:
        await loop.create_connection(lambda: client, sock=tunnelled, **tls)
    except BaseException:
        tunnelled.close()
        raise


async def _connect_web(client: Client, place: WebEndpoint, domain: str, proxy: Proxy | None) -> None:
    client.enable_starttls = False  # TLS, if any, is below
    transport = await late.connect(place, domain, client, await client.tls.usual(), proxy)
    transport.start()
