"""Which mechanism is chosen, and what a person reads where there is none."""

from __future__ import annotations

import pytest

from c42desktop.xmpp.choice import choose
from c42desktop.xmpp.ending import Ending
from c42desktop.xmpp.login import Login, Proof

ALL = {"SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN"}
UNSAFE = {"LOGIN", "DIGEST-MD5", "CRAM-MD5", "ANONYMOUS", "X-MESSENGER-OAUTH2"}
ANN = "ann@example.org"


def chosen(offered: set[str], remembered: str = "", *, encrypted: bool = True, **login: object) -> str | Ending:
    return choose(offered, Login(ANN, **login), remembered, encrypted=encrypted)  # type: ignore[arg-type]


def ending(offered: set[str], remembered: str = "", *, encrypted: bool = True, **login: object) -> Ending:
    found = chosen(offered, remembered, encrypted=encrypted, **login)
    assert isinstance(found, Ending)
    assert found.final
    return found


@pytest.mark.parametrize(
    ("offered", "family"),
    [
        (ALL, "SCRAM-SHA-512"),
        (ALL - {"SCRAM-SHA-512"}, "SCRAM-SHA-256"),
        ({"SCRAM-SHA-1", "PLAIN"}, "SCRAM-SHA-1"),
        ({"SCRAM-SHA-256-PLUS", "SCRAM-SHA-1"}, "SCRAM-SHA-256"),
        ({"PLAIN"} | UNSAFE, "PLAIN"),
    ],
)
def test_the_strongest_is_chosen(offered: set[str], family: str) -> None:
    assert chosen(offered, allow_plain=True) == family


@pytest.mark.parametrize("encrypted", [True, False])
@pytest.mark.parametrize("proof", Proof)
def test_c_sec_05_unsafe_mechanisms_are_never_chosen(proof: Proof, encrypted: bool) -> None:
    ending(UNSAFE, encrypted=encrypted, proof=proof, allow_plain=True, allow_unencrypted=True)


def test_c_sec_05_the_password_itself_is_sent_only_where_that_is_allowed() -> None:
    found = ending({"PLAIN"})
    assert found.field == "allow_plain"
    assert "allow it in the account's settings" in found.reason
    assert not found.may_pass


def test_c_sec_05_on_a_clear_stream_only_scram_will_do() -> None:
    assert chosen(ALL, encrypted=False) == "SCRAM-SHA-512"
    assert "offers no safe way" in ending({"PLAIN"}, encrypted=False, allow_plain=True).reason
    for proof, name in (
        (Proof.CERTIFICATE, "EXTERNAL"),
        (Proof.OAUTHBEARER, "OAUTHBEARER"),
        (Proof.X_OAUTH2, "X-OAUTH2"),
    ):
        assert "does not offer an encrypted connection" in ending(ALL | {name}, encrypted=False, proof=proof).reason


@pytest.mark.parametrize(
    ("remembered", "offered", "fine"),
    [
        ("SCRAM-SHA-256", ALL, True),
        ("SCRAM-SHA-256", {"SCRAM-SHA-256"}, True),
        ("SCRAM-SHA-256", {"SCRAM-SHA-256-PLUS"}, True),
        ("SCRAM-SHA-256", {"SCRAM-SHA-1", "PLAIN"}, False),
        ("SCRAM-SHA-512", ALL - {"SCRAM-SHA-512"}, False),
        ("SCRAM-SHA-1", {"PLAIN"}, False),
        ("SCRAM-SHA-1", UNSAFE, False),
        ("SCRAM-SHA-1", set(), False),
        ("PLAIN", {"PLAIN"}, True),
        ("PLAIN", set(), False),
        ("", {"PLAIN"}, True),
        ("SCRAM-SHA3-512", {"SCRAM-SHA-256"}, True),
    ],
)
def test_c_sec_07_less_than_was_offered_before_is_refused(remembered: str, offered: set[str], fine: bool) -> None:
    found = chosen(offered, remembered, allow_plain=True)
    if fine:
        assert isinstance(found, str)
        return
    assert isinstance(found, Ending)
    assert found.reason.startswith("{domain} now offers only a weaker way to sign in than before.")
    assert (found.final, found.may_pass, found.field) == (True, True, "mechanism")


@pytest.mark.parametrize(
    ("proof", "name"),
    [
        (Proof.CERTIFICATE, "EXTERNAL"),
        (Proof.OAUTHBEARER, "OAUTHBEARER"),
        (Proof.X_OAUTH2, "X-OAUTH2"),
    ],
)
def test_what_the_person_chose_is_used_and_nothing_else(proof: Proof, name: str) -> None:
    assert chosen(ALL | {name}, "SCRAM-SHA-512", proof=proof) == name
    found = ending(ALL, proof=proof, allow_plain=True)
    assert found.field == "proof"
    assert name in found.reason
    assert chosen(ALL | {name}) == "SCRAM-SHA-512", "a password is no token"
