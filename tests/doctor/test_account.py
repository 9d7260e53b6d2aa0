"""A whole account examined at real servers, and at such that are broken in one way."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from c42desktop import clock
from c42desktop.demo.prosody import DOMAIN, free_ports
from c42desktop.doctor import network
from c42desktop.doctor.finding import Outcome
from c42desktop.xmpp.login import Way
from c42desktop.xmpp.proxy import Proxies, Proxy
from c42desktop.xmpp.pubsub import NS
from tests.conftest import PASSWORDS
from tests.doctor.examined import examine
from tests.people import login_at, signed_in
from tests.servers import XmppServer, url_of
from tests.xmpp.scripted import DOMAIN as DOMAIN_THERE
from tests.xmpp.scripted import JID, PASSWORD, Peer, Script, ScriptedServer, mechanisms

WORKS = {"proxy", "dns", "mechanisms", "sign-in", "pubsub", "round-trip"}


@pytest.mark.server
@pytest.mark.parametrize("way", [Way.AUTOMATIC, Way.WEBSOCKET, Way.BOSH])
async def test_a_server_that_works_passes_in_each_way(server: XmppServer, way: Way) -> None:
    login = login_at(server, way=way, url=url_of(server, way))

    found = await examine(login, PASSWORDS["ann"])

    reached = "tcp" if way is Way.AUTOMATIC else str(way)
    assert found.with_outcome(Outcome.PASS) >= WORKS | {reached}
    assert found.with_outcome(Outcome.FAILURE) == set()
    assert "speaks XMPP" in found.text(reached)
    assert DOMAIN in found.text("certificate")
    assert "SCRAM-SHA-" in found.text("mechanisms")
    assert "all that calendars need" in found.text("pubsub")


@pytest.mark.server
async def test_a_certificate_is_told_with_its_names_and_when_it_expires(server: XmppServer) -> None:
    soon = await examine(login_at(server), None)

    assert soon.outcome("certificate") is Outcome.WARNING  # it is valid for two days
    assert "it expires in 1 day" in soon.text("certificate")
    assert "trusted by your CA file" in soon.text("certificate")


@pytest.mark.server
async def test_an_application_that_is_online_stays_so(server: XmppServer) -> None:
    async with signed_in(server) as ann:
        found = await examine(ann.session.login, PASSWORDS["ann"])
        await ann.pubsub.services()

    assert found.outcome("sign-in") is Outcome.PASS
    assert len(ann.resumed) == 1


@pytest.mark.server
async def test_a_wrong_password_fails_and_says_where_to_correct_it(server: XmppServer) -> None:
    found = await examine(login_at(server), "falsch")

    assert found.with_outcome(Outcome.FAILURE) == {"sign-in"}
    assert "password for ann@demo.localhost was refused. Enter the password again" in found.text("sign-in")
    assert found.outcome("pubsub") is found.outcome("round-trip") is Outcome.SKIPPED


@pytest.mark.server
async def test_without_a_password_all_else_is_checked(server: XmppServer) -> None:
    found = await examine(login_at(server), None)

    assert found.outcome("sign-in") is Outcome.SKIPPED
    assert found.outcome("tcp") is found.outcome("mechanisms") is Outcome.PASS


@pytest.mark.server
async def test_a_certificate_nobody_vouches_for_fails_with_its_fingerprint(server: XmppServer) -> None:
    found = await examine(login_at(server, ca_file=""), PASSWORDS["ann"])

    assert found.outcome("certificate") is Outcome.FAILURE
    assert "self-signed" in found.text("certificate")
    assert found.text("certificate").count(":") > 31
    assert found.outcome("sign-in") is Outcome.FAILURE


@pytest.mark.server
async def test_a_trusted_key_passes_and_another_one_fails(server: XmppServer) -> None:
    unknown = await examine(login_at(server, ca_file="", pin=":".join(["00"] * 32)), PASSWORDS["ann"])

    assert unknown.outcome("certificate") is Outcome.FAILURE
    assert "not the one you trusted" in unknown.text("certificate")


@pytest.mark.server
async def test_an_account_that_is_signed_out_is_one_line(server: XmppServer) -> None:
    found = await examine(login_at(server), None, account=lambda account: replace(account, enabled=False))

    assert found.with_outcome(Outcome.SKIPPED) == {"account"} == {each.check for each in found.findings}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scripted server keeps quiet where a real one hangs up: soon that is enough."""
    monkeypatch.setattr(network, "PATIENCE", 2.0)


async def test_a_refused_port_fails_with_what_to_do(tmp_path: Path) -> None:
    (port,) = free_ports(1)
    async with ScriptedServer(tmp_path, lambda peer: peer.until_closed()) as server:
        login = server.login(port=port)

    found = await examine(login, PASSWORD)

    assert {each.outcome for each in found.of("tcp")} == {Outcome.FAILURE}
    assert f"nothing answers at port {port}" in found.of("tcp")[0].text
    assert "firewall" in found.of("tcp")[0].advice
    assert found.outcome("certificate") is found.outcome("mechanisms") is Outcome.SKIPPED


async def test_an_expired_certificate_fails_with_the_day(impatient: None, tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, lambda peer: peer.secure(mechanisms("SCRAM-SHA-256")), days=-3) as server:
        found = await examine(server.login(), None)

    day = (clock.now() - timedelta(days=3)).date()
    assert found.outcome("certificate") is Outcome.FAILURE
    assert f"expired on {day}" in found.text("certificate")
    assert "its certificate is not trusted" in found.of("tcp")[0].text


async def test_no_mechanism_that_is_safe_fails(impatient: None, tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, lambda peer: peer.secure(mechanisms("LOGIN", "DIGEST-MD5"))) as server:
        found = await examine(server.login(), None)

    assert found.outcome("mechanisms") is Outcome.FAILURE
    assert "DIGEST-MD5, LOGIN" in found.text("mechanisms")


@pytest.mark.parametrize(("allowed", "outcome"), [(True, Outcome.WARNING), (False, Outcome.FAILURE)])
async def test_plain_alone_warns_where_it_is_allowed(
    impatient: None, tmp_path: Path, allowed: bool, outcome: Outcome
) -> None:
    async with ScriptedServer(tmp_path, lambda peer: peer.secure(mechanisms("PLAIN"))) as server:
        found = await examine(server.login(allow_plain=allowed), None)

    assert found.outcome("mechanisms") is outcome
    assert "PLAIN" in found.text("mechanisms")


async def test_a_server_without_encryption_fails_and_is_told_nothing(impatient: None, tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, lambda peer: peer.greet(mechanisms("PLAIN"))) as server:
        found = await examine(server.login(), PASSWORD)

    assert any("offers no encryption" in each.text for each in found.of("tcp"))
    assert "<auth" not in server.received
    assert JID not in server.received


async def test_what_is_no_xmpp_server_says_so(impatient: None, tmp_path: Path) -> None:
    async def web_page(peer: Peer) -> None:
        await peer.send("HTTP/1.0 400 Bad Request\r\n\r\n<html><body>Sign in to this hotel</body></html>")

    async with ScriptedServer(tmp_path, web_page) as server:
        found = await examine(server.login(), None)

    assert any("not as an XMPP server" in each.text for each in found.of("tcp"))


async def test_a_server_that_hangs_is_a_line_of_its_own(tmp_path: Path) -> None:
    async with ScriptedServer(tmp_path, lambda peer: peer.until_closed()) as server:
        found = await examine(server.login(), None, limit=0.3)

    assert found.outcome("tcp") is Outcome.FAILURE
    assert "no answer within" in found.text("tcp")
    assert found.outcome("dns") is Outcome.PASS


@pytest.mark.server
@pytest.mark.parametrize(
    ("ahead", "outcome"), [(0, Outcome.PASS), (90, Outcome.WARNING), (-90, Outcome.WARNING), (900, Outcome.FAILURE)]
)
async def test_a_clock_that_is_wrong_is_noticed_beside_the_web_server(
    prosody: XmppServer, ahead: int, outcome: Outcome
) -> None:
    def now() -> datetime:
        return clock.now() + timedelta(seconds=ahead)

    login = login_at(prosody, way=Way.BOSH, url=url_of(prosody, Way.BOSH))
    found = await examine(login, None, now=now)

    assert found.outcome("clock") is outcome
    if ahead:
        assert ("ahead of" if ahead > 0 else "behind") in found.text("clock")


@pytest.mark.server
async def test_no_secret_is_in_the_findings_or_the_log(prosody: XmppServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "c42desktop")

    async def proxies(_host: str) -> Proxies:
        (port,) = free_ports(1)
        proxy = Proxy("http", "127.0.0.1", port, "ann", "proxy-geheim")
        return Proxies(proxy, proxy)

    url = url_of(prosody, Way.WEBSOCKET) + "?token=token-geheim"
    direct = await examine(login_at(prosody, way=Way.WEBSOCKET, url=url), PASSWORDS["ann"])
    behind = await examine(login_at(prosody, way=Way.WEBSOCKET, url=url), PASSWORDS["ann"], proxies=proxies)
    refused = await examine(login_at(prosody), "falsch-geheim")

    told = repr((direct, behind, refused)) + caplog.text
    assert "leads through http://127.0.0.1:" in behind.text("proxy")
    assert "does not answer" in behind.text("websocket")
    assert behind.outcome("websocket") is Outcome.FAILURE
    assert direct.outcome("sign-in") is Outcome.PASS
    assert "geheim" not in told


def scripted_service(time: str, features: str) -> Script:
    """Lets Ann in, and is a server with a pubsub service at its own address."""
    info = "http://jabber.org/protocol/disco#info"
    identity = f"<query xmlns='{info}'><identity category='pubsub' type='service'/>{features}</query>"
    answers = {
        "urn:xmpp:time": f"<time xmlns='urn:xmpp:time'><tzo>+00:00</tzo><utc>{time}</utc></time>",
        "urn:xmpp:ping": "",
        "disco#items": "<query xmlns='http://jabber.org/protocol/disco#items'/>",
        "disco#info": identity,
    }

    async def script(peer: Peer) -> None:
        await peer.sign_in()
        while True:
            asked = await peer.expect(
                r"<iq (?:(?!</iq>).)*?id=['\"]([^'\"]*)['\"](?:(?!</iq>).)*</iq>|</stream:stream>"
            )
            if not asked[1]:
                return
            content = next(answer for name, answer in answers.items() if name in asked[0])
            await peer.send(f"<iq type='result' id='{asked[1]}' from='{DOMAIN_THERE}'>{content}</iq>")

    return script


async def test_the_clock_of_the_server_itself_counts_where_it_tells_the_time(tmp_path: Path, impatient: None) -> None:
    told = clock.now() - timedelta(minutes=10)
    async with ScriptedServer(tmp_path, scripted_service(f"{told:%Y-%m-%dT%H:%M:%SZ}", "")) as server:
        found = await examine(server.login(), PASSWORD)

    assert found.outcome("clock") is Outcome.FAILURE
    assert "ahead of that of scripted.localhost" in found.text("clock")


async def test_what_a_service_cannot_do_is_said_in_plain_words(tmp_path: Path, impatient: None) -> None:
    able = "".join(f"<feature var='{NS}#{each}'/>" for each in ("subscribe", "retrieve-items", "publish"))
    async with ScriptedServer(tmp_path, scripted_service("", able)) as server:
        found = await examine(server.login(), PASSWORD)

    assert found.outcome("pubsub") is Outcome.WARNING
    assert "events cannot be taken back" in found.text("pubsub")
    assert "cannot subscribe" not in found.text("pubsub")
    assert found.outcome("round-trip") is Outcome.PASS
    assert found.outcome("clock") is Outcome.SKIPPED
