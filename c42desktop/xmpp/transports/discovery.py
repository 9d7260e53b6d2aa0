"""The ways over the web that a domain offers: its host-meta (XEP-0156 §2), as XRD and as JRD.

Over https only, and read within bounds: it says where a stream goes, and anybody may have written it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import Callable, Iterable
from typing import NoReturn
from xml.parsers import expat

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from c42desktop.xmpp.endpoints import WebEndpoint
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.urls import is_allowed
from c42desktop.xmpp.transports.web import UselessError, as_os_errors, get, web_session

log = logging.getLogger(__name__)

TIMEOUT = 5.0  # seconds
MAX_BYTES = 64 * 1024
MAX_LINKS = 8  # of one domain: each is tried

_PATH = "/.well-known/host-meta"
_WAYS = {"urn:xmpp:alt-connections:websocket": Way.WEBSOCKET, "urn:xmpp:alt-connections:xbosh": Way.BOSH}
_XRD = "http://docs.oasis-open.org/ns/xri/xrd-1.0"

Link = tuple[object, object]  # rel, href
Reader = Callable[[bytes], Iterable[Link]]


async def discover(
    domain: str, context: ssl.SSLContext, proxy: Proxy | None = None, resolver: AbstractResolver | None = None
) -> list[WebEndpoint]:
    """Where `domain` takes WebSocket and BOSH, in the order they are to be tried; nothing where it does not say so.

    Raises OSError where neither form could be asked for: then it is not known, and https does not work.
    """
    async with web_session(context, proxy, resolver=resolver) as web:
        asked = [
            asyncio.ensure_future(_ask(web, URL(f"https://{domain}{_PATH}{ending}"), read, proxy))
            for ending, read in (("", read_xrd), (".json", read_jrd))
        ]
        try:
            return await _first_found(asked)
        finally:
            for each in asked:
                each.cancel()
            await asyncio.gather(*asked, return_exceptions=True)


async def _first_found(asked: list[asyncio.Task[list[WebEndpoint]]]) -> list[WebEndpoint]:
    """The first answer that names a way; one form is enough, and the other may be slow."""
    answered, failure = False, OSError()
    for each in asyncio.as_completed(asked):
        try:
            if found := await each:
                return found
            answered = True
        except OSError as error:
            failure = error
    if not answered:
        raise failure
    return []


async def _ask(web: aiohttp.ClientSession, url: URL, read: Reader, proxy: Proxy | None) -> list[WebEndpoint]:
    """What one form says. Raises OSError where it could not be asked for."""
    try:
        with as_os_errors(proxy):
            async with asyncio.timeout(TIMEOUT):
                body = await get(web, url, MAX_BYTES)
    except UselessError as error:
        log.info("%s: no host-meta (%s)", url, error)
        return []
    try:
        return usable(read(body))
    except ValueError as error:
        log.info("%s: %s", url, error)
        return []


def usable(links: Iterable[Link]) -> list[WebEndpoint]:
    """The links of ours that may be followed, WebSocket before BOSH."""
    found: dict[WebEndpoint, None] = {}
    for rel, url in links:
        way = _WAYS.get(rel) if isinstance(rel, str) else None
        if way is None or not isinstance(url, str):
            continue
        if url.isascii() and url.isprintable() and " " not in url and is_allowed(way, url, unencrypted=False):
            found[WebEndpoint(way, url)] = None
    return sorted(found, key=lambda each: each.way is not Way.WEBSOCKET)[:MAX_LINKS]


def read_jrd(body: bytes) -> Iterable[Link]:
    """The links of a JRD (RFC 6415, appendix A). Raises ValueError where it is none."""
    try:
        data = json.loads(body)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    links = data.get("links") if isinstance(data, dict) else None
    if not isinstance(links, list):
        raise ValueError("no links")
    return [(each.get("rel"), each.get("href")) for each in links if isinstance(each, dict)]


def read_xrd(body: bytes) -> Iterable[Link]:
    """The links of an XRD. Raises ValueError where it is none, or where it has a document type (RFC 6120 §11.1)."""
    links: list[Link] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == f"{_XRD}}}Link":
            links.append((attributes.get("rel"), attributes.get("href")))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        raise ValueError("no XML") from error
    return links


def _refuse(*_declaration: object) -> NoReturn:
    raise ValueError("a document type")
