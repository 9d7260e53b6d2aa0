"""Whether the other end of a stream is still there: TCP alone may take a quarter of an hour to say so (XEP-0199)."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET

from slixmpp.jid import JID

from c42desktop.i18n import gettext as _
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.request import OfflineError, ask

DEAD_AFTER = 30.0  # seconds
WOKEN_PATIENCE = 2.0  # seconds for an answer once the machine has slept: the other end has most likely given up
_QUIET = 2 / 3  # of the time without a word, until it is asked for one; the rest is for the answer
_EARLY = 1 / 10  # of that: Qt's timers come early by so much, and a rest that small is not worth another wake-up


class Pulse:
    """Watches one stream to `server`. Any word from there will do, and nobody is asked while there are some."""

    def __init__(self, client: Client, server: str, dead_after: float) -> None:
        self._client = client
        self._server = JID(server)
        self._quiet = dead_after * _QUIET
        self._patience = dead_after - self._quiet
        self._doubted = asyncio.Event()

    def doubt(self) -> None:
        """Ask now: the machine has slept, or its network has changed."""
        self._doubted.set()

    async def watch(self) -> bool:
        """Until the stream ends; end it where `dead_after` seconds passed without a word.

        Gives whether a doubt was right: then there is no crowd to wait for, and the next attempt may come at once.
        """
        doubted = False
        while not self._client.ended.done():
            doubted = await self._until_in_doubt()
            patience = min(self._patience, WOKEN_PATIENCE) if doubted else self._patience
            if not self._client.ended.done() and not await self._answers(patience):
                self._client.give_up(Ending(_("{domain} stopped answering.")))
        return doubted

    async def _until_in_doubt(self) -> bool:
        """Until it has been quiet for long, the stream has ended, or somebody doubts it, which gives True."""
        loop = asyncio.get_running_loop()
        doubted = asyncio.ensure_future(self._doubted.wait())
        try:
            while (left := self._client.heard + self._quiet - loop.time()) > self._quiet * _EARLY:
                done, _pending = await asyncio.wait(
                    (doubted, self._client.ended), timeout=left, return_when=asyncio.FIRST_COMPLETED
                )
                if done:
                    break
            return doubted.done()
        finally:
            doubted.cancel()
            self._doubted.clear()

    async def _answers(self, patience: float) -> bool:
        """Whether anything at all came since now."""
        asked = asyncio.get_running_loop().time()
        try:
            await ask(self._client, "get", self._server, ET.Element("{urn:xmpp:ping}ping"), patience)
        except TimeoutError:
            return self._client.heard > asked  # something long is coming in, and the answer waits behind it
        except OfflineError:
            pass  # it has ended anyway
        return True
