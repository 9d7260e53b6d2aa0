"""Proxies on the way to a server, as values: who reads them from the system is not the concern of a connection."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Proxy:
    """One proxy. `scheme` is "http" (CONNECT, RFC 9110 §9.3.6) or "socks5" (RFC 1928)."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        """Without the password: this ends up in logs."""
        return f"Proxy({self.scheme}://{self.host}:{self.port})"

    @property
    def url(self) -> str:
        """With user and password, as libraries want it. Never for a log."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        user = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@" if self.user else ""
        return f"{self.scheme}://{user}{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Proxies:
    """What leads out of here: `web` for https and wss, `tcp` for everything else. None is the direct way."""

    web: Proxy | None = None
    tcp: Proxy | None = None


FindProxies = Callable[[str], Awaitable[Proxies]]
"""The proxies on the way to a host, asked anew for each attempt: another network has others. Raises UserError."""


async def no_proxies(_host: str) -> Proxies:
    """The direct way."""
    return Proxies()
