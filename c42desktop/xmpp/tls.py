"""The TLS of one attempt to connect: what it needs from files is read once, when it is needed, and in a thread."""

from __future__ import annotations

import asyncio
import ssl

from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.xmpp import trust
from c42desktop.xmpp.login import Login, Proof

ALPN = "xmpp-client"  # XEP-0368 §3


class Tls:
    """TLS as `login` has it. `secret` opens the person's own key, where the key is what they sign in with.

    There are two contexts, since all who use one announce the same protocol.
    """

    def __init__(self, login: Login, secret: str) -> None:
        self._login = login
        self._secret = secret if login.proof is Proof.CERTIFICATE else ""
        self._usual: ssl.SSLContext | None = None
        self._direct: ssl.SSLContext | None = None

    async def check(self) -> None:
        """Read what the person has chosen, before anything is sent. Raises UserError as trust.tls_context does."""
        login = self._login
        if login.ca_file or login.pin or login.certificate or login.proof is Proof.CERTIFICATE:
            await self.usual()

    async def usual(self) -> ssl.SSLContext:
        """For STARTTLS and HTTP."""
        if self._usual is None:
            self._usual = await self._read()
        return self._usual

    async def direct(self) -> ssl.SSLContext:
        """Where TLS comes first, for ports that serve several protocols."""
        if self._direct is None:
            context = await self._read()
            context.set_alpn_protocols([ALPN])
            self._direct = context
        return self._direct

    async def site(self) -> ssl.SSLContext:
        """For the web site of the domain, which has a key of its own and is told nothing of the person's."""
        return await asyncio.to_thread(trust.tls_context, self._login.ca_file)

    async def _read(self) -> ssl.SSLContext:
        login = self._login
        if login.proof is Proof.CERTIFICATE and not login.certificate:
            raise UserError(_("Choose the file with your certificate and its key."), field="certificate")
        return await asyncio.to_thread(
            trust.tls_context, login.ca_file, pin=login.pin, certificate=login.certificate, secret=self._secret
        )
