"""Proxies on the way to a server, as values: who reads them from the system is not the concern of a connection."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
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
        return f"Proxy({self.scheme}://{self.place})"

    @property
    def place(self) -> str:
        """Where it is, for a person."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """With user and password, as libraries want it. Never for a log."""
        user = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@" if self.user else ""
        return f"{self.scheme}://{user}{self.place}"


@dataclass(frozen=True, slots=True)
class Proxies:
    """What leads out of here: `web` for https and wss, `tcp` for everything else. None is the direct way."""

    web: Proxy | None = None
    tcp: Proxy | None = None


class Trouble(Enum):
    """What is the matter with a proxy."""

    AWAY = auto()  # it does not answer
    STRANGER = auto()  # it wants another user or password
    UNWILLING = auto()  # it does not pass this on


class ProxyError(OSError):
    """A proxy does not lead to where it was to lead."""

    def __init__(self, proxy: Proxy, trouble: Trouble, why: str) -> None:
        super().__init__(f"{proxy!r}: {why}")
        self.proxy = proxy
        self.trouble = trouble


FindProxies = Callable[[str], Awaitable[Proxies]]
"""The proxies on the way to a host, asked anew for each attempt: another network has others. Raises UserError."""


async def no_proxies(_host: str) -> Proxies:
    """The direct way."""
    return Proxies()
