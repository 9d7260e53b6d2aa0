"""What commands ask of the application: it waits for the connection as they would, and tells what they would print."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from c42desktop.calendar.changes import compare
from c42desktop.calendar.model import SERVICE_ALARM, CalendarRef, Event, ItemRef, Reminder
from c42desktop.commands.news import change_in, change_message, reminder_in, reminder_message
from c42desktop.controllers import commanded
from c42desktop.controllers.accounts import AccountsController
from c42desktop.controllers.commanded import Commanded
from c42desktop.controllers.files import FilesController
from c42desktop.controllers.watching import Watching
from c42desktop.controllers.work import Work
from c42desktop.errors import UserError
from c42desktop.instance.protocol import Request, decoded, encoded
from c42desktop.settings import Account, Settings
from c42desktop.store.store import Store
from c42desktop.sync import Update
from c42desktop.tasks import Tasks
from c42desktop.xmpp.login import Login, State, Status
from tests.waiting import until

ANN, BRAM = "ann@example.org", "bram@example.org"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOON = 5.0


class Link:
    """A link that can be told to connect."""

    def __init__(self, jid: str) -> None:
        self.jid = jid
        self.session = self
        self.hurried = 0

    def connect_now(self) -> None:
        self.hurried += 1


class Accounts:
    """Accounts in any state."""

    def __init__(self) -> None:
        self.status = self
        self.states = {ANN: Status(State.ONLINE), BRAM: Status(State.ONLINE)}
        self.links = {jid: Link(jid) for jid in self.states}
        self.looking: set[str] = set()

    def of(self, jid: str) -> Status:
        return self.states[jid]

    def is_looking(self, jid: str) -> bool:
        return jid in self.looking

    def link_of(self, jid: str) -> Link:
        return self.links[jid]


class Stage:
    """Two accounts, and what commands ask."""

    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "calendars.sqlite")
        settings = Settings(folder / "settings.toml")
        for jid in (ANN, BRAM):
            settings.put_account(Account(Login(jid)))
        self.accounts = Accounts()
        accounts = cast(AccountsController, self.accounts)
        self.commanded = Commanded(settings, self.store, accounts, cast(FilesController, None))
        self.watching = Watching(settings, self.store, accounts)
        self.said: list[Any] = []

    def become(self, jid: str, status: Status) -> None:
        self.accounts.states[jid] = status
        self.commanded.status_changed()
        self.watching.status_changed(jid)

    def watch(self, account: str = "") -> asyncio.Task[None]:
        request = Request("watch", {"account": account})
        return asyncio.ensure_future(
            self.watching.watch(request, lambda each: self.said.append(decoded(encoded(each))))
        )


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.store.close()


async def ended(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def update(account: str) -> Update:
    """Somebody added an event."""
    ref = CalendarRef(account, "pubsub.example.org", "team")
    event = Event("retro", "Retro", NOW.replace(hour=14), NOW.replace(hour=15), location="Room 12")
    return Update(changes=tuple(compare(ref, "retro", (), (event,), NOW)))


async def test_one_that_is_connecting_is_waited_for(stage: Stage) -> None:
    stage.become(ANN, Status(State.CONNECTING))
    waiting = asyncio.ensure_future(stage.commanded.online(ANN))
    await asyncio.sleep(0)
    assert not waiting.done()
    stage.become(ANN, Status(State.ONLINE))
    assert (await asyncio.wait_for(waiting, SOON)).jid == ANN


async def test_one_that_waits_is_tried_at_once_and_the_next_failure_is_the_answer(stage: Stage) -> None:
    stage.become(ANN, Status(State.WAITING, "Long ago.", retry_in=300))
    waiting = asyncio.ensure_future(stage.commanded.online(ANN))
    await asyncio.sleep(0)
    stage.become(ANN, Status(State.CONNECTING))
    await asyncio.sleep(0)
    assert (stage.accounts.links[ANN].hurried, waiting.done()) == (1, False)
    stage.become(ANN, Status(State.WAITING, "The server is down.", retry_in=300))
    with pytest.raises(UserError, match="The server is down"):
        await asyncio.wait_for(waiting, SOON)


async def test_a_refusal_is_the_answer_with_its_field(stage: Stage) -> None:
    stage.become(ANN, Status(State.REFUSED, "The password was refused.", field="password"))
    with pytest.raises(UserError, match="password was refused") as refused:
        await stage.commanded.online(ANN)
    assert refused.value.field == "password"


async def test_patience_has_an_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commanded, "ONLINE_TIMEOUT", 0.05)
    stage.become(ANN, Status(State.CONNECTING))
    with pytest.raises(UserError, match="did not answer in time"):
        await stage.commanded.online(ANN)


async def test_who_has_several_accounts_is_asked_to_choose(stage: Stage) -> None:
    subscribe = stage.commanded.handlers["subscribe"]
    values = {"uri": "xmpp:pubsub.example.org?;node=team", "account": ""}
    with pytest.raises(UserError, match="Choose one with --account"):
        await subscribe(Request("subscribe", values), stage.said.append)
    with pytest.raises(UserError, match="There is no account nobody"):
        await subscribe(Request("subscribe", {**values, "account": "nobody"}), stage.said.append)


async def test_a_watch_hears_of_the_changes_of_its_accounts_only(stage: Stage) -> None:
    all_of_them, anns = stage.watch(), stage.watch(ANN)
    await until(lambda: len(stage.said) == 2)
    assert stage.said == [{"ready": 0}, {"ready": 0}]
    stage.watching.updated(update(BRAM))
    await until(lambda: len(stage.said) == 3)
    stage.watching.updated(update(ANN))
    await until(lambda: len(stage.said) == 5)
    heard = [change_in(each["change"]) for each in stage.said[2:]]
    assert [each.calendar.account for each in heard] == [BRAM, ANN, ANN]
    assert heard[0] == update(BRAM).changes[0]
    await ended(all_of_them)
    await ended(anns)
    stage.watching.updated(update(ANN))
    assert len(stage.said) == 5


async def test_a_watch_is_ready_once_everything_was_looked_at(stage: Stage) -> None:
    stage.accounts.looking.add(ANN)
    watching = stage.watch()
    await asyncio.sleep(0)
    stage.watching.updated(update(ANN))
    await until(lambda: len(stage.said) == 1)
    assert "change" in stage.said[0]
    stage.accounts.looking.clear()
    stage.watching.updated(Update(synced=True))
    await until(lambda: {"ready": 0} in stage.said)
    await ended(watching)


async def test_a_watch_says_when_an_account_goes_and_comes_and_ends_when_it_is_refused(stage: Stage) -> None:
    watching = stage.watch(ANN)
    await until(lambda: len(stage.said) == 1)
    stage.become(ANN, Status(State.WAITING, "The server is down.", retry_in=2))
    stage.become(BRAM, Status(State.WAITING, "Not watched.", retry_in=2))
    stage.become(ANN, Status(State.ONLINE))
    await until(lambda: len(stage.said) == 3)
    assert stage.said[1:] == [
        {"complain": "The server is down. Next try in 2 s."},
        {"complain": f"{ANN} is connected."},
    ]
    stage.become(ANN, Status(State.REFUSED, "The password was refused."))
    with pytest.raises(UserError, match="password was refused"):
        await asyncio.wait_for(watching, SOON)


def test_what_is_sent_on_is_the_same_at_the_other_end() -> None:
    (change,) = update(ANN).changes
    assert change_in(decoded(encoded(change_message(change)))["change"]) == change
    reminder = Reminder(ItemRef(change.calendar, "retro"), cast(Event, change.event), NOW, SERVICE_ALARM, "2026-11-22")
    assert reminder_in(decoded(encoded(reminder_message(reminder)))["reminder"]) == reminder


class Banner:
    """A banner whose button can be pressed."""

    def __init__(self) -> None:
        self.cancel: Callable[[], None] = lambda: None
        self.text = ""
        self.told: list[str] = []

    def set_work(self, text: str, cancel: Callable[[], None] = lambda: None) -> None:
        self.text, self.cancel = text, cancel

    def tell(self, sentence: str, *, error: bool = False) -> None:
        self.told.append(sentence)


@pytest.mark.parametrize("by", ["the window", "the terminal"])
async def test_shared_work_can_be_ended_from_both_sides(by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c42desktop.controllers.work.PATIENCE", 0)
    banner, swept, is_under_way = Banner(), asyncio.Event(), asyncio.Event()
    work = Work(cast(Any, banner), Tasks())

    async def job(tell: Callable[[int, int], None]) -> str:
        tell(1, 2)
        is_under_way.set()
        await asyncio.Event().wait()
        return "never"

    async def sweep() -> None:
        swept.set()

    sharing = asyncio.ensure_future(work.shared("Importing {done} of {total}…", job, sweep))
    await asyncio.wait_for(is_under_way.wait(), SOON)
    assert banner.text == "Importing 1 of 2…"
    if by == "the window":
        banner.cancel()
        with pytest.raises(UserError, match="stopped in the window"):
            await sharing
    else:
        sharing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sharing
    await asyncio.wait_for(swept.wait(), SOON)
    assert (banner.text, banner.told) == ("", [])
