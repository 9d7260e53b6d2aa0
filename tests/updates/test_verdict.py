"""What is signed is not believed for that reason alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from c42desktop.errors import UserError
from c42desktop.updates.feed import read
from c42desktop.updates.verdict import authentic, believed
from tests.updates.signing import NOW, Signer, feed

ANN, EVE = Signer(), Signer()
DAY = timedelta(days=1)


def test_what_is_signed_and_of_now_is_believed() -> None:
    data, signature = ANN.signed()
    assert believed(data, signature, ANN.key, NOW + DAY, None) == read(data)


def test_a_clock_that_is_a_little_behind_is_no_reason_to_doubt() -> None:
    assert believed(*ANN.signed(), ANN.key, NOW - DAY / 2, None)


def test_nothing_is_believed_of_who_has_another_key() -> None:
    with pytest.raises(UserError, match="not signed by who makes this program"):
        believed(*EVE.signed(), ANN.key, NOW, None)


def test_a_feed_and_the_signature_of_another_one_are_not_believed() -> None:
    """As while somebody puts new ones in their place."""
    with pytest.raises(UserError, match="not signed"):
        believed(feed(), ANN.signed(version="0.1.9")[1], ANN.key, NOW, None)


@pytest.mark.parametrize(
    ("now", "why"),
    [(NOW - 2 * DAY, "from the future"), (NOW + 120 * DAY, "out of date"), (NOW + 4000 * DAY, "out of date")],
)
def test_outside_its_time_a_feed_is_not_believed(now: object, why: str) -> None:
    with pytest.raises(UserError, match=f"{why}. Is the clock of this computer right"):
        believed(*ANN.signed(), ANN.key, now, None)  # type: ignore[arg-type]


def test_an_older_feed_than_the_last_one_is_not_believed() -> None:
    last = read(feed(issued=(NOW + timedelta(seconds=1)).isoformat()))
    with pytest.raises(UserError, match="older than the one before"):
        believed(*ANN.signed(), ANN.key, NOW, last)
    assert believed(*ANN.signed(), ANN.key, NOW, read(feed()))


def test_a_version_that_was_taken_back_is_told_no_more() -> None:
    """A newer feed may name an older version."""
    found = believed(*ANN.signed(version="0.1.1"), ANN.key, NOW, read(feed()))
    assert found.version == "0.1.1"


def test_what_is_signed_and_cannot_be_read_may_be_for_a_newer_program() -> None:
    with pytest.raises(UserError, match=r"cannot read the list of versions\. There may be a newer one"):
        believed(*ANN.signed(format=2), ANN.key, NOW, None)


def test_what_is_not_signed_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.updates.feed.read", lambda _data: pytest.fail("it was read"))
    with pytest.raises(UserError, match="not signed"):
        authentic(*EVE.signed(), ANN.key)
