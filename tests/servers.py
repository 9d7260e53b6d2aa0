"""What the tests need of an XMPP server, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from c42desktop.demo.prosody import Endpoints
from c42desktop.xmpp.login import Way

SERVERS = ("prosody", "ejabberd")
WAYS = (Way.TCP, Way.WEBSOCKET, Way.BOSH)

BOSH_PATH, WEBSOCKET_PATH = "/http-bind", "/xmpp-websocket"
_URLS = {Way.WEBSOCKET: f"wss://127.0.0.1:{{port}}{WEBSOCKET_PATH}", Way.BOSH: f"https://127.0.0.1:{{port}}{BOSH_PATH}"}


class XmppServer(Protocol):
    """A private server that runs: c42desktop.demo.prosody.Prosody or tests.ejabberd.Ejabberd."""

    @property
    def folder(self) -> Path:
        """Where it keeps everything."""

    @property
    def ports(self) -> Endpoints:
        """Where it listens."""

    @property
    def ca_file(self) -> Path:
        """The certificate to trust."""

    async def start(self) -> None:
        """Start it again, and return when people can sign in."""

    async def stop(self) -> None:
        """Stop it, and return when it is gone; what it keeps stays."""


@dataclass(frozen=True)
class Reached:
    """A server as it is reached in one way: who signs in there does it so."""

    server: XmppServer
    way: Way

    @property
    def folder(self) -> Path:
        """Its own."""
        return self.server.folder

    @property
    def ports(self) -> Endpoints:
        """Its own."""
        return self.server.ports

    @property
    def ca_file(self) -> Path:
        """Its own."""
        return self.server.ca_file

    async def start(self) -> None:
        """Start the server."""
        await self.server.start()

    async def stop(self) -> None:
        """Stop the server."""
        await self.server.stop()


def url_of(server: XmppServer, way: Way) -> str:
    """Where a server is reached in this way; "" for TCP."""
    return _URLS.get(way, "").format(port=server.ports.https)
