"""Which ways to the server there are, and in which order they are tried."""

from __future__ import annotations

from c42desktop.xmpp.endpoints import AnyEndpoint, WebEndpoint, endpoints
from c42desktop.xmpp.login import Login, Way
from c42desktop.xmpp.memory import Memory
from c42desktop.xmpp.proxy import FindProxies


class Routes:
    """The ways to one account's server, over all attempts to reach it."""

    def __init__(self, login: Login, memory: Memory, find_proxies: FindProxies) -> None:
        self._login = login
        self._memory = memory
        self._find_proxies = find_proxies

    async def all(self) -> list[AnyEndpoint]:
        """The places to try, best first. Raises OSError where there are none."""
        if self._login.way in (Way.WEBSOCKET, Way.BOSH):
            return [WebEndpoint(self._login.way, self._login.url)]
        return list(await endpoints(self._login))
