"""Two accounts at two real servers that know the same service and node: two calendars, each with its own connection."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from c42desktop.app import Application
from c42desktop.calendar import payloads
from c42desktop.calendar.model import CalendarRef
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.notify.native import RecordingNotifier
from c42desktop.profile import find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.ui.account_line import AccountAction, AccountEntry
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import State
from tests.commands.conftest import review
from tests.conftest import PASSWORDS
from tests.ejabberd import Ejabberd
from tests.people import login_at, new_node, signed_in
from tests.servers import XmppServer
from tests.waiting import until

pytestmark = pytest.mark.server
ANN, VERA = f"ann@{DOMAIN}", f"vera@{DOMAIN}"


async def publish(server: XmppServer, node: NodeAddress, reader: str, *, new: bool = False) -> None:
    """Bram's review in his calendar, which `reader` is subscribed to."""
    async with signed_in(server, "bram") as bram:
        if new:
            options = {"pubsub#title": "Team", "pubsub#max_items": "10", "pubsub#access_model": "open"}
            await bram.pubsub.create(node, options)
            async with signed_in(server, reader) as person:
                await person.pubsub.subscribe(node)
        start = "20261122T140000Z" if new else "20261122T150000Z"
        await bram.pubsub.publish(node, "review", payloads.to_ics_payload(review(start, "20261122T160000Z")))


class Stage:
    """The application with ann at Prosody and vera at ejabberd, and a calendar of one name at both."""

    def __init__(self, folder: Path, servers: dict[str, XmppServer], node: NodeAddress) -> None:
        profile = find_profile(str(folder))
        settings = Settings(profile.settings)
        for name, server in servers.items():
            settings.put_account(Account(login_at(server, name), ask_password=True))
        self.store = Store(profile.store)
        self.application = Application(
            profile,
            self.store,
            notifier=RecordingNotifier(),
            passwords={f"{name}@{DOMAIN}": PASSWORDS[name] for name in servers},
        )
        self.accounts, self.window = self.application.accounts, self.application.window
        self.refs = {jid: CalendarRef(jid, node.service, node.node) for jid in (ANN, VERA)}

    def words(self) -> dict[str, str]:
        found = [each.shown for each in self.window.findChildren(AccountEntry) if not each.isHidden()]
        return {each.jid: each.words for each in found}

    def digest(self, jid: str) -> bytes:
        return self.store.digests(self.refs[jid]).get("review", b"")


@pytest.fixture
async def stage(prosody: Prosody, ejabberd: Ejabberd, tmp_path: Path, qtbot: QtBot) -> AsyncIterator[Stage]:
    node = new_node()
    await publish(prosody, node, "ann", new=True)
    await publish(ejabberd, node, "vera", new=True)
    made = Stage(tmp_path, {"ann": prosody, "vera": ejabberd}, node)
    made.accounts.start()
    await until(lambda: made.words() == {ANN: "Online", VERA: "Online"})
    yield made
    await made.application.tasks.cancel()
    await made.accounts.stop()
    made.window.hide()
    made.application.agenda.close()
    made.store.close()


async def test_the_same_node_at_two_services_is_two_calendars(
    stage: Stage, prosody: Prosody, ejabberd: Ejabberd
) -> None:
    shown = {each.calendar.ref for each in stage.window.findChildren(CalendarBox)}
    assert set(stage.refs.values()) <= shown
    hers, others = stage.digest(ANN), stage.digest(VERA)
    node = NodeAddress(stage.refs[ANN].service, stage.refs[ANN].node)
    await publish(ejabberd, node, "vera")
    await until(lambda: stage.digest(VERA) not in (others, b""))
    assert stage.digest(ANN) == hers != b""


async def test_one_account_is_signed_out_and_in_while_the_other_goes_on(stage: Stage, ejabberd: Ejabberd) -> None:
    stage.window.account_requested.emit(AccountAction.SIGN_OUT, ANN)
    await until(lambda: stage.words()[ANN] == "Signed out")
    assert [link.jid for link in stage.accounts.online()] == [VERA]
    assert stage.digest(ANN)  # as last known
    before = stage.digest(VERA)
    await publish(ejabberd, NodeAddress(stage.refs[VERA].service, stage.refs[VERA].node), "vera")
    await until(lambda: stage.digest(VERA) != before)
    stage.window.account_requested.emit(AccountAction.SIGN_IN, ANN)
    await until(lambda: stage.words()[ANN] == "Online")


async def test_an_account_is_removed_while_both_are_connected(stage: Stage) -> None:
    await stage.accounts.remove(ANN, keep=True)
    assert stage.accounts.link_of(ANN) is None
    assert stage.accounts.status.of(VERA).state is State.ONLINE
    refs = [each.ref for each in stage.store.calendars()]
    assert stage.refs[VERA] in refs and stage.refs[ANN] not in refs
    assert any(ref.account == "" and stage.store.digests(ref).keys() >= {"review"} for ref in refs)
