"""One connection manager over HTTP: a <body/> there, a <body/> back (XEP-0124 §5)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable

import aiohttp
from aiohttp_socks import ProxyError

from c42desktop.xmpp.proxy import Proxy
from c42desktop.xmpp.transports.bosh_body import PIECE, Body, BodyReader, NoBodyError
from c42desktop.xmpp.transports.web import web_session

KEEP = 90.0  # seconds; two connections take turns, and a quiet session says something each 20 seconds
# Uncompressed: what strangers send is in the same answers as what is meant for us only, and sizes tell (BREACH).
_HEADERS = {"Content-Type": "text/xml; charset=utf-8", "Accept-Encoding": "identity"}


class StatusError(NoBodyError):
    """The answer has another HTTP status than 200."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP status {status}")
        self.status = status


class Manager:
    """What answers at `url`."""

    def __init__(self, url: str, context: ssl.SSLContext, proxy: Proxy | None) -> None:
        self._url = url
        self._web = web_session(context, proxy, KEEP)

    async def post(self, data: bytes, time_limit: float, heard: Callable[[], None]) -> Body:
        """Send `data`, and give the answer; `heard` is called whenever some of it came.

        No redirect is followed: it would carry the session elsewhere. Raises ssl.SSLCertVerificationError, any other
        OSError where no answer came, and RefusedError.
        """
        try:
            async with asyncio.timeout(time_limit):
                return await self._exchange(data, heard)
        except aiohttp.ClientConnectorCertificateError as error:
            raise _certificate_error(error) from None
        except aiohttp.ClientConnectorError as error:
            raise error.os_error from None
        except TimeoutError:
            raise TimeoutError("no answer in time") from None
        except (aiohttp.ClientError, ProxyError) as error:
            # Its own words may hold what was answered, and with that a secret.
            raise ConnectionError(type(error).__name__) from None

    async def _exchange(self, data: bytes, heard: Callable[[], None]) -> Body:
        timeout = aiohttp.ClientTimeout(total=None)
        async with self._web.post(
            self._url, data=data, headers=_HEADERS, allow_redirects=False, timeout=timeout
        ) as answer:
            if answer.status != 200:
                raise StatusError(answer.status)
            return await _read(answer, heard)

    async def close(self) -> None:
        """Close all connections."""
        await self._web.close()


async def _read(answer: aiohttp.ClientResponse, heard: Callable[[], None]) -> Body:
    reader = BodyReader()
    async for chunk in answer.content.iter_any():
        heard()
        for begin in range(0, len(chunk), PIECE):
            if begin:
                await asyncio.sleep(0)
            reader.feed(chunk[begin : begin + PIECE])
    return reader.finish()


def _certificate_error(error: aiohttp.ClientConnectorCertificateError) -> ssl.SSLCertVerificationError:
    found = error.certificate_error
    return found if isinstance(found, ssl.SSLCertVerificationError) else ssl.SSLCertVerificationError(str(found))
