"""Signing in at real servers: bound to the channel, and with a token."""

from __future__ import annotations

import re
import ssl

import pytest

from c42desktop.demo.prosody import DOMAIN
from c42desktop.xmpp import trust
from c42desktop.xmpp.client import Client
from c42desktop.xmpp.login import Proof, State
from c42desktop.xmpp.memory import Memory
from tests.ejabberd import Ejabberd
from tests.integration.ways import ONLY_TCP
from tests.people import login_at, witness
from tests.servers import XmppServer

pytestmark = pytest.mark.server


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The mechanisms that are tried."""
    tried: list[str] = []
    send = Client.send_raw

    def record(client: Client, data: str | bytes) -> None:
        tried.extend(re.findall("<auth [^>]*mechanism=.([^\"']+)", str(data)))
        send(client, data)

    monkeypatch.setattr(Client, "send_raw", record)
    return tried


@pytest.fixture
def older_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    """TLS 1.2, of which both servers and Python have a binding in common."""
    context = trust.tls_context

    def old(*args: str, **more: str) -> ssl.SSLContext:
        made = context(*args, **more)
        made.maximum_version = ssl.TLSVersion.TLSv1_2
        return made

    monkeypatch.setattr(trust, "tls_context", old)


async def test_signs_in_with_the_strongest_and_remembers_it(server: XmppServer, chosen: list[str]) -> None:
    memory = Memory()
    async with witness(login_at(server), memory=memory) as ann:
        await ann.until(State.ONLINE)
    (name,) = chosen
    assert name in ("SCRAM-SHA-256", "SCRAM-SHA-512")
    assert memory.mechanism == name


@ONLY_TCP
@pytest.mark.usefixtures("older_tls")
async def test_a_sign_in_is_bound_to_its_channel(server: XmppServer, chosen: list[str]) -> None:
    async with witness(login_at(server)) as ann:
        await ann.until(State.ONLINE)
    (name,) = chosen
    assert name in ("SCRAM-SHA-256-PLUS", "SCRAM-SHA-512-PLUS")


def token_of(name: str, ejabberd: Ejabberd) -> str:
    file = ejabberd.token_file(name)
    if not file.exists():
        pytest.skip("this ejabberd issues no tokens: erlang-p1-oauth2 is not installed")
    return file.read_text()


async def test_a_token_signs_in(ejabberd: Ejabberd, chosen: list[str]) -> None:
    token = token_of("ann", ejabberd)
    async with witness(login_at(ejabberd, proof=Proof.X_OAUTH2), token) as ann:
        await ann.until(State.ONLINE)
        assert ann.session.jid.bare == f"ann@{DOMAIN}"
    assert chosen == ["X-OAUTH2"]


async def test_a_token_of_somebody_else_is_refused(ejabberd: Ejabberd) -> None:
    token = token_of("bram", ejabberd)
    async with witness(login_at(ejabberd, proof=Proof.X_OAUTH2), token) as ann:
        status = await ann.until(State.REFUSED, State.ONLINE, State.WAITING)
    assert status.reason == f"The token for ann@{DOMAIN} was refused or has expired."
