"""Which proxies lead to a server: what the person entered for an account, else what the system says.

A password comes from the keyring, where neither has it.
"""

from __future__ import annotations

import asyncio
import logging
import urllib.request
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from c42desktop import credentials
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import FindProxies, Proxies, Proxy
from c42desktop.xmpp.transports.urls import is_loopback

log = logging.getLogger(__name__)

DIRECT = "none"
SYSTEM_TIMEOUT = 5.0  # seconds for the system's settings: a script on the network may decide
_SCHEMES = {"http": ("http", 8080), "socks5": ("socks5", 1080), "socks5h": ("socks5", 1080), "socks": ("socks5", 1080)}

SystemProxies = Callable[[str], Awaitable[tuple[str, str]]]
"""The URLs of the system's proxies on the way to a host: for web pages, and for everything else; "" where none is."""


def find_proxies(login: Login, system: SystemProxies) -> FindProxies:
    """How the proxies for one account are found."""
    of_system = system_only(system)

    async def find(host: str) -> Proxies:
        if login.proxy == DIRECT:
            return Proxies()
        if login.proxy:
            entered = await _with_password(parse(login.proxy))
            return Proxies(entered, entered)
        return await of_system(host)

    return find


def system_only(system: SystemProxies) -> FindProxies:
    """How those are found that lead to what belongs to no account."""

    async def find(host: str) -> Proxies:
        if _is_here(host):
            return Proxies()
        web, tcp = await _of_system(system, host)
        return Proxies(await _usable(web), await _usable(tcp))

    return find


def parse(url: str) -> Proxy:
    """A proxy's URL. Raises UserError (field "proxy") where it is none."""
    try:
        parts = urlsplit(url)
        scheme, usual_port = _SCHEMES[parts.scheme]
        host, port = parts.hostname, parts.port or usual_port
    except (ValueError, KeyError):
        host = None
    if not host:
        sentence = _("{url} is no proxy. Enter it as http://host:port or socks5://host:port, or none.")
        raise UserError(sentence.format(url=_harmless(url)), field="proxy")
    return Proxy(scheme, host, port, unquote(parts.username or ""), unquote(parts.password or ""))


def key(proxy: Proxy) -> str:
    """Under which name the keyring has its password."""
    return f"{proxy.user}@{proxy.place}"


def key_in(url: str) -> str:
    """The same of a proxy as Login has it; "" where nobody signs in to it. Raises UserError as `parse` does."""
    proxy = parse(url) if url not in ("", DIRECT) else None
    return key(proxy) if proxy is not None and proxy.user else ""


async def environment(host: str) -> tuple[str, str]:
    """What the environment, or on Windows and macOS the system, says; for programs without Qt."""
    return await asyncio.to_thread(_environment, host)


def _environment(host: str) -> tuple[str, str]:
    if urllib.request.proxy_bypass(host):
        return "", ""
    found = urllib.request.getproxies()
    web = found.get("https") or found.get("all") or ""
    return web, found.get("all") or found.get("socks") or web


async def _of_system(system: SystemProxies, host: str) -> tuple[str, str]:
    try:
        async with asyncio.timeout(SYSTEM_TIMEOUT):
            return await system(host)
    except TimeoutError:
        log.info("The system does not say in time which proxy leads to %s.", host)
        return "", ""


async def _usable(url: str) -> Proxy | None:
    """A proxy of the system's; none of a kind that we do not know: nobody here can correct it."""
    if not url:
        return None
    try:
        proxy = parse(url if "://" in url else f"http://{url}")
    except UserError:
        log.info("The system names a proxy of an unknown kind.")
        return None
    return await _with_password(proxy)


async def _with_password(proxy: Proxy) -> Proxy:
    if not proxy.user or proxy.password:
        return proxy
    try:
        password = await credentials.load_proxy(key(proxy))
    except credentials.NoKeyringError as error:
        raise UserError(str(error), field="proxy") from error
    if password is None:
        sentence = _("There is no password for the proxy {proxy} in the keyring.")
        raise UserError(sentence.format(proxy=proxy.place), field="proxy")
    return replace(proxy, password=password)


def _harmless(url: str) -> str:
    """What may be shown of a URL: without user and password."""
    scheme, found, rest = url.rpartition("://")
    return f"{scheme}{found}{rest.rpartition('@')[2]}"


def _is_here(host: str) -> bool:
    return is_loopback(host.strip("[]")) or host.endswith(".localhost")
