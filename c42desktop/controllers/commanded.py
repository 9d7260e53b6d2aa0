"""What commands in a terminal ask of the application, as it owns the profile and is connected already.

Each does what it does alone, by the same functions, and says it in the language of the terminal.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from c42desktop.commands import calendars, choosing, publish
from c42desktop.commands.import_ import Imported
from c42desktop.commands.online import ONLINE_TIMEOUT, sentence_of
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.files import FilesController, taken_apart
from c42desktop.controllers.serving import Handler, Reply
from c42desktop.errors import UserError
from c42desktop.files import disk, publishing
from c42desktop.i18n import gettext as _
from c42desktop.instance.protocol import Request
from c42desktop.link import Link
from c42desktop.settings import Settings
from c42desktop.store.store import Store
from c42desktop.xmpp.address import NodeAddress, parse_uri
from c42desktop.xmpp.login import State


class Commanded:
    """`handlers` are what can be asked for."""

    def __init__(self, settings: Settings, store: Store, accounts: AccountsController, files: FilesController) -> None:
        self._settings = settings
        self._store = store
        self._accounts = accounts
        self._files = files
        self._changed = asyncio.Event()
        self.handlers: dict[str, Handler] = {
            "subscribe": self._subscribe,
            "unsubscribe": self._unsubscribe,
            "publish": self._publish,
            "retract": self._retract,
            "import": self._import,
        }

    def status_changed(self) -> None:
        """An account is online, or no longer: whoever waits for it looks again."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def _subscribe(self, request: Request, reply: Reply) -> str:
        link, address = await self._place(request, reply)
        return await calendars.subscribed(self._store, link, address)

    async def _unsubscribe(self, request: Request, reply: Reply) -> str:
        uri = request.text("uri")
        if calendars.is_of_file(uri):
            calendar = calendars.local_at(self._store, uri)
            self._files.forget(calendar.ref)
            return calendars.removed_words(calendar)
        link, address = await self._place(request, reply)
        return await calendars.unsubscribed(self._store, link, address)

    async def _publish(self, request: Request, reply: Reply) -> str:
        payload = await asyncio.to_thread(publish.parsed, request.text("payload"))  # a large one takes 0.1 s
        link, address = await self._place(request, reply)
        return await publish.published(link.pubsub, address, request.text("id"), payload)

    async def _retract(self, request: Request, reply: Reply) -> str:
        link, address = await self._place(request, reply)
        return await publish.retracted(link.pubsub, address, request.text("id"))

    async def _import(self, request: Request, reply: Reply) -> Any:
        path, into = Path(request.text("path")), request.text("into")
        link, address = await self._place_at(into, request, reply) if into else (None, None)
        document = await taken_apart(await asyncio.to_thread(disk.read, path), request.text("title"))
        tell = _progress(reply)
        if link is None or address is None:
            return (await self._files.keep(document, path, request.text("name"), tell)).said()
        outcome = await publishing.publish(link.pubsub, address, document.pieces, tell)
        return Imported(outcome, address.uri, address.node).said()

    # -- the account ---------------------------------------------------------------------------------------------

    async def _place(self, request: Request, reply: Reply) -> tuple[Link, NodeAddress]:
        """Where the request is about. Raises UserError."""
        return await self._place_at(request.text("uri"), request, reply)

    async def _place_at(self, uri: str, request: Request, reply: Reply) -> tuple[Link, NodeAddress]:
        address = parse_uri(uri)
        account = choosing.one(self._settings.accounts, request.text("account"), _complaint(reply))
        return await self.online(account.jid), address

    async def online(self, jid: str) -> Link:
        """The account, once it is online: as long as a command alone would wait. Raises UserError."""
        try:
            async with asyncio.timeout(ONLINE_TIMEOUT):
                return await self._come_online(jid)
        except TimeoutError:
            raise UserError(_("The server did not answer in time.")) from None

    async def _come_online(self, jid: str) -> Link:
        is_new = True
        while True:
            status, link = self._accounts.status.of(jid), self._accounts.link_of(jid)
            if status.state is State.ONLINE and link is not None:
                return link
            if status.state is State.REFUSED or (status.state is State.WAITING and not is_new):
                raise UserError(sentence_of(status), field=status.field)
            if status.state is State.WAITING and link is not None:
                link.session.connect_now()  # whoever asks does not wait for minutes to be told that it failed before
            is_new = False
            await self._changed.wait()


def _complaint(reply: Reply) -> Callable[[str], None]:
    return lambda sentence: reply({"complain": sentence})


def _progress(reply: Reply) -> Callable[[int, int], None]:
    return lambda done, total: reply({"progress": [done, total]})
