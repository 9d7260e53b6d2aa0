"""What the tests need of an XMPP server, whichever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from c42desktop.demo.prosody import Endpoints

SERVERS = ("prosody", "ejabberd")


BOSH_PATH, WEBSOCKET_PATH = "/http-bind", "/xmpp-websocket"


class XmppServer(Protocol):
    """A private server that runs: c42desktop.demo.prosody.Prosody or tests.ejabberd.Ejabberd."""

    folder: Path
    ports: Endpoints

    @property
    def ca_file(self) -> Path:
        """The certificate to trust."""

    async def start(self) -> None:
        """Start it again, and return when people can sign in."""

    async def stop(self) -> None:
        """Stop it, and return when it is gone; what it keeps stays."""
