"""What is known after a look, after many, and after a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from c42desktop import i18n
from c42desktop.errors import UserError
from c42desktop.updates.looking import Looking, Offer, fetch_from
from c42desktop.updates.memory import NAME
from c42desktop.xmpp import trust
from c42desktop.xmpp.proxy import Proxies
from tests.updates.signing import NOW, PAGE, Signer
from tests.updates.site import FeedSite, has

ANN, EVE = Signer(), Signer()
DAY = timedelta(days=1)


class Feeds:
    """What is fetched, one after the other; an exception is raised. `now` is a clock."""

    def __init__(self, *answers: tuple[bytes, bytes] | Exception) -> None:
        self.answers = list(answers)
        self.now = NOW

    def clock(self) -> datetime:
        return self.now

    async def __call__(self) -> tuple[bytes, bytes]:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


async def looked(path: Path, feeds: Feeds, own: str = "0.1.0", key: Signer = ANN) -> Looking:
    """All looks, by a program that was just started."""
    made = Looking(feeds, key.key, path, now=feeds.clock, own=own, here=("linux", (2, 36)))
    await made.recall()
    while feeds.answers:
        await made.look()
    return made


async def test_a_newer_version_is_offered_with_what_is_new(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = await looked(path, Feeds(ANN.signed()))
    expected = Offer("0.2.0", datetime(2026, 11, 20).date(), "- Calendars can be shared.", PAGE)
    assert (made.offer(), made.fault, made.answered) == (expected, "", NOW)
    monkeypatch.setattr(i18n, "LANGUAGES", ["nl_BE", "nl"])
    offer = made.offer()
    assert offer is not None and offer.notes == "- Agenda’s kun je delen."


async def test_the_newest_one_has_nothing_to_offer(path: Path) -> None:
    made = await looked(path, Feeds(ANN.signed()), own="0.2.0")
    assert (made.offer(), made.fault, made.answered) == (None, "", NOW)


async def test_what_is_not_believed_changes_nothing_but_that_somebody_was_asked(path: Path) -> None:
    feeds = Feeds(ANN.signed())
    made = await looked(path, feeds)
    feeds.now += DAY
    feeds.answers.append(EVE.signed(version="9.9"))
    await made.look()
    offer = made.offer()
    assert offer is not None and offer.version == "0.2.0"
    assert "not signed" in made.fault
    assert made.answered == NOW + DAY and made.wait(0) == DAY


async def test_where_nobody_answers_it_is_tried_again_sooner(path: Path) -> None:
    made = await looked(path, Feeds(OSError("secret"), TimeoutError()))
    assert made.fault == "The list of versions could not be reached. It is tried again later."
    assert made.answered is None and made.wait(0) == timedelta(hours=2)
    assert not path.exists()


async def test_what_is_not_where_it_should_be_is_asked_for_tomorrow(path: Path) -> None:
    made = await looked(path, Feeds(OSError(), UserError("Gone.")))
    assert (made.fault, made.wait(0)) == ("Gone.", DAY)


async def test_after_a_restart_it_is_known_without_asking_again(path: Path) -> None:
    await looked(path, Feeds(ANN.signed()))
    made = await looked(path, Feeds())
    offer = made.offer()
    assert offer is not None and offer.version == "0.2.0"
    assert made.wait(0) == DAY


async def test_it_is_known_longer_than_it_may_be_believed_of_others(path: Path) -> None:
    await looked(path, Feeds(ANN.signed()))
    feeds = Feeds()
    feeds.now += 1000 * DAY
    assert (await looked(path, feeds)).offer() is not None


async def test_an_answer_that_is_not_believed_makes_nothing_newer_after_a_restart(path: Path) -> None:
    feeds = Feeds(ANN.signed(version="0.1.0"))
    made = await looked(path, feeds)
    feeds.now += DAY
    feeds.answers.append((b"<html>Sign in to this network</html>", b""))
    await made.look()
    made = await looked(path, Feeds())
    assert (made.answered, made.believed) == (NOW + DAY, NOW)


async def test_a_version_that_does_not_run_here_is_known_all_the_same(path: Path) -> None:
    made = await looked(path, Feeds(ANN.signed(downloads={"linux": {"page": PAGE, "needs": "2.99"}})))
    assert (made.offer(), made.elsewhere) == (None, "0.2.0")
    made = await looked(path, Feeds(ANN.signed()))
    assert made.offer() is not None and made.elsewhere == ""


async def test_an_older_feed_is_not_believed_after_a_restart_either(path: Path) -> None:
    await looked(path, Feeds(ANN.signed()))
    older = (NOW - DAY).isoformat()
    made = await looked(path, Feeds(ANN.signed(version="0.1.0", issued=older)))
    assert "older than the one before" in made.fault
    assert made.offer() is not None


async def test_who_writes_the_file_cannot_make_up_a_version(path: Path) -> None:
    await looked(path, Feeds(EVE.signed(version="9.9")), key=EVE)
    assert (await looked(path, Feeds())).offer() is None


async def test_after_the_update_nothing_is_offered(path: Path) -> None:
    await looked(path, Feeds(ANN.signed()))
    assert (await looked(path, Feeds(), own="0.2.0")).offer() is None


async def test_one_version_is_dismissed_and_not_the_next(path: Path) -> None:
    made = await looked(path, Feeds(ANN.signed()))
    first = made.offer()
    assert first is not None and not made.is_dismissed(first)
    made.dismiss(first)
    made = await looked(path, Feeds())
    assert made.is_dismissed(first)
    made = await looked(path, Feeds(ANN.signed(version="0.3.0")))
    second = made.offer()
    assert second is not None and not made.is_dismissed(second)


async def direct(_host: str) -> Proxies:
    return Proxies()


async def test_the_real_way_goes_over_tls_to_the_system_authorities(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = FeedSite(tmp_path, has(*ANN.signed()))
    async with site.open():
        url = f"https://localhost:{site.port}/c42desktop/feed.json"
        made = Looking(fetch_from(url, direct), ANN.key, path, now=lambda: NOW, own="0.1.0", here=("linux", ()))
        await made.look()
        assert "could not be reached" in made.fault and site.requests == []
        monkeypatch.setattr(trust, "tls_context", lambda: site.context)
        await made.look()
        assert (made.fault, made.offer() is not None) == ("", True)
        made = Looking(fetch_from(f"{url}x", direct), ANN.key, path, now=lambda: NOW)
        await made.look()
        assert made.fault == "The list of versions is not where it should be. It is tried again tomorrow."
