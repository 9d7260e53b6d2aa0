"""Why a certificate is not trusted, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from c42desktop.xmpp.certificate import Presented
from c42desktop.xmpp.untrusted import untrusted

NOW = datetime.now(UTC)
DAY = timedelta(days=1)


def presented(begins: datetime = NOW - DAY, ends: datetime = NOW + DAY, issuer: str = "Some CA") -> Presented:
    return Presented("", "", ("a.example", "b.example"), issuer, begins, ends)


@pytest.mark.parametrize(
    ("code", "seen", "why"),
    [
        (10, None, "it has expired"),
        (10, presented(ends=NOW - DAY), f"it expired on {(NOW - DAY).date()}"),
        (10, presented(), "one of those that vouch for it has expired"),
        (9, None, "it is not valid yet, by the clock of this computer"),
        (9, presented(begins=NOW + DAY), f"it is not valid before {(NOW + DAY).date()}, by the clock of this computer"),
        (18, presented(), "it is self-signed, so nobody else vouches for it"),
        (19, presented(), "it was issued by Some CA, whom this computer does not know"),
        (20, presented(), "it was issued by Some CA, whom this computer does not know"),
        (20, presented(issuer=""), "nobody whom this computer knows issued it"),
        (21, None, "nobody whom this computer knows issued it"),
        (23, presented(), "Some CA has revoked it"),
        (23, None, "it was revoked"),
        (62, presented(), "it is for a.example, b.example"),
        (64, None, "it is for another name"),
        (66, None, "its key or its signature is too weak to be safe"),
    ],
)
def test_the_common_causes_have_words_of_their_own(code: int, seen: Presented | None, why: str) -> None:
    expected = f"The certificate of example.org is not trusted: {why}."
    assert untrusted("example.org", code, seen, message="gibberish") == expected


def test_of_any_other_cause_openssl_speaks() -> None:
    expected = "The certificate of example.org is not trusted: path length constraint exceeded."
    assert untrusted("example.org", 25, None, message="path length constraint exceeded.") == expected
    assert untrusted("example.org", 25, presented()) == "", "there is nothing better to say"
