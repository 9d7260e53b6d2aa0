"""Who and what is trusted: senders of events, TLS."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from slixmpp.jid import JID

from c42desktop.errors import UserError
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.trust import accepts_event, tls_context

OWN = JID("ann@example.org/desk")
SERVICE = "pubsub.example.org"
FOLLOWED = {NodeAddress(SERVICE, "team"), NodeAddress("bea@example.org", "team"), NodeAddress(OWN.bare, "mine")}


def accepts(**changes: str) -> bool:
    given = {"sender": SERVICE, "recipient": OWN.bare, "kind": "headline", "node": "team", **changes}
    return accepts_event(**given, own=OWN, followed=FOLLOWED)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["normal", "headline", "chat"])
def test_c_pubsub_15_events_count_in_any_message_but_an_error(kind: str) -> None:
    assert accepts(kind=kind)
    assert not accepts(kind="error")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"recipient": OWN.full},
        {"recipient": ""},
        {"sender": "PubSub.Example.ORG"},
        {"recipient": "Ann@EXAMPLE.org"},
        {"sender": "bea@example.org"},
        {"sender": "Bea@Example.org"},
        {"sender": OWN.bare, "node": "mine"},
        {"sender": "", "node": "mine"},
    ],
)
def test_c_sec_01_events_of_followed_calendars_count(changes: dict[str, str]) -> None:
    assert accepts(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "mallory@evil.example"},
        {"sender": "pubsub.evil.example"},
        {"sender": f"{SERVICE}/resource"},
        {"sender": "bea@example.org/phone"},
        {"sender": "carl@example.org"},
        {"sender": ""},
        {"sender": OWN.bare},
        {"sender": OWN.full, "node": "mine"},
        {"sender": "example.org"},
        {"sender": "not a jid@@"},
        {"recipient": "not a jid@@"},
        {"recipient": "bob@example.org"},
        {"recipient": "ann@example.org/phone"},
        {"node": "other"},
        {"node": "Team"},
        {"node": ""},
        {"sender": "bea@example.org", "node": "mine"},
    ],
)
def test_c_sec_01_anybody_elses_events_do_not(changes: dict[str, str]) -> None:
    assert not accepts(**changes)


def test_tls_checks_certificate_and_name() -> None:
    context = tls_context()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_ca_file_replaces_the_systems_authorities(tmp_path: Path) -> None:
    from c42desktop.demo.prosody import write_certificate

    write_certificate(tmp_path, ("example.org",))
    assert len(tls_context(str(tmp_path / "certificate.pem")).get_ca_certs()) == 1
    with pytest.raises(UserError, match="holds no certificate") as caught:
        tls_context(str(tmp_path / "missing.pem"))
    assert caught.value.field == "ca_file"
