"""Listens for other processes of this person: a second start, and commands in a terminal.

One that sends nothing, too much or nonsense, or does not read what it asked for, is left, and costs nothing more.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from c42desktop import i18n
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.instance import place, protocol
from c42desktop.instance.protocol import Message, Request
from c42desktop.profile import Profile, tell_address
from c42desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST = 20  # lines at once
MOST_LANGUAGES = 10
PATIENCE = 10.0  # seconds until somebody must have said what they want, and have read the last answer
UNREAD = 4 * protocol.LONGEST_REQUEST  # bytes that somebody may leave unread

Reply = Callable[[Message], None]
Handler = Callable[[Request, Reply], Awaitable[Any]]
"""Does what is asked for, and gives what came of it, as JSON. Raises UserError."""


class Serving:
    """`handlers` do what is asked for, by its name."""

    def __init__(self, profile: Profile, handlers: Mapping[str, Handler]) -> None:
        self._profile = profile
        self._handlers = handlers
        self._tasks = Tasks()
        self._open: set[_Conversation] = set()
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(MOST)
        self._server.newConnection.connect(self._take)

    def start(self) -> None:
        """Listen, and say where. Where that cannot be, the application goes on without."""
        try:
            where = place.find_place(self._profile)
            if place.is_listened_at(where):
                raise OSError(_("another program listens there"))
            if not self._server.listen(where):
                raise OSError(self._server.errorString())
        except OSError as error:
            log.warning("Commands cannot reach this application: %s", error)
            return
        tell_address(self._profile, self._server.fullServerName())

    async def close(self) -> None:
        """Listen no more, and end what is being done."""
        self._server.close()
        await self._tasks.cancel()
        for each in list(self._open):
            each.leave()

    def _take(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            if len(self._open) >= MOST or not _is_ours(line):
                line.abort()
                line.deleteLater()
                continue
            conversation = _Conversation(line, self._handlers, self._tasks, self._open.discard)
            self._open.add(conversation)
            conversation.start()


class _Conversation:
    """One request and its answers. `on_end` is called once nobody is there any more."""

    def __init__(
        self,
        line: QLocalSocket,
        handlers: Mapping[str, Handler],
        tasks: Tasks,
        on_end: Callable[[_Conversation], None],
    ) -> None:
        self._line = line
        self._handlers = handlers
        self._tasks = tasks
        self._on_end = on_end
        self._doing: asyncio.Task[None] | None = None
        self._is_over = False
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)

    def start(self) -> None:
        """Wait for the request."""
        self._line.setReadBufferSize(protocol.LONGEST_REQUEST + 1)
        self._line.readyRead.connect(self._read)
        self._line.disconnected.connect(self._ended)
        self._timer.start(round(PATIENCE * 1000))
        self._read()

    def leave(self) -> None:
        """Whoever is there has to learn that we are not."""
        if not self._is_over:
            self._line.abort()

    def _read(self) -> None:
        if self._doing is not None:
            return  # whatever else is sent stays unread, and the sender waits
        if self._line.canReadLine():
            self._timer.stop()
            self._doing = self._tasks.spawn(self._answer(bytes(self._line.readLine().data())))
        elif self._line.bytesAvailable() > protocol.LONGEST_REQUEST:
            self._line.abort()

    def _say(self, message: Message) -> None:
        if self._is_over:
            return
        self._line.write(protocol.encoded(message))
        if self._line.bytesToWrite() > UNREAD:
            log.info("A command does not read what it asked for, and is left")
            self._line.abort()

    async def _answer(self, line: bytes) -> None:
        try:
            i18n.speak_here(_languages(Request("", protocol.decoded(line))))
            request = protocol.parsed_request(line)
            handler = self._handlers.get(request.do)
            if handler is None:
                raise protocol.unknown()
            self._say({"taken": True})
            self._say({"done": await handler(request, self._say)})
        except UserError as error:
            self._say({"error": str(error), "field": error.field})
        except Exception:  # whoever asked is told, and others are served on
            log.exception("Unexpected error in what a command asked for")
            self._say({"error": _("This failed for a reason that nobody foresaw. It is in the log of c42desktop.")})
        finally:
            self._hang_up()

    def _hang_up(self) -> None:
        """Once what was said has been read, or the patience is over."""
        if not self._is_over:
            self._timer.start(round(PATIENCE * 1000))
            self._line.disconnectFromServer()

    def _ended(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._timer.stop()
        if self._doing is not None:
            self._doing.cancel()
        self._on_end(self)
        self._line.deleteLater()


def _languages(request: Request) -> tuple[str, ...]:
    with contextlib.suppress(protocol.ProtocolError):
        return request.texts("languages")[:MOST_LANGUAGES]
    return ()


def _is_ours(line: QLocalSocket) -> bool:
    """Whether a process of this person is at the other end; Windows lets no other one in."""
    if sys.platform == "win32":
        return True
    try:
        with socket.socket(fileno=os.dup(int(line.socketDescriptor()))) as known:
            return place.is_ours(known)
    except OSError:  # whoever it was has left already
        return False
