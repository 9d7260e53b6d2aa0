"""Profiles with something of everything in them, and what is in one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from c42desktop.calendar.answers import Answer
from c42desktop.calendar.edits import Edit
from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, Event, ItemRef, Reminder
from c42desktop.commands import backup
from c42desktop.commands.context import Context
from c42desktop.profile import Profile, find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.activity import Activity
from c42desktop.store.answers import Answers
from c42desktop.store.edits import Edits
from c42desktop.store.reminders import Reminders
from c42desktop.store.store import Store, StoredItem
from c42desktop.xmpp.login import Login

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
ANN = "ann@example.org"
TEAM = CalendarRef(ANN, "pubsub.example.org", "team")
CLUB = CalendarRef("bram@example.net", "pubsub.example.net", "club")
REVIEW = ItemRef(TEAM, "review")


def full(folder: Path) -> Profile:
    """Two accounts, their calendars, and what a person has done with them."""
    profile = find_profile(str(folder))
    settings = Settings(profile.settings)
    settings.put_account(Account(Login(ANN, resource="c42desktop.1234"), colour="#c2410c", mechanism="SCRAM-SHA-256"))
    settings.put_account(Account(Login(CLUB.account, resource="c42desktop.5678"), enabled=False))
    settings.put("look", {"theme": "dark", "language": "nl"})
    with closing(Store(profile.store)) as store:
        fill(store)
    return profile


def fill(store: Store) -> None:
    """Events, changes, reminders, an answer and an edit."""
    for ref, title in ((TEAM, "Product team"), (CLUB, "Chess")):
        store.add_calendar(ref, title)
    store.set_synced(TEAM)
    review = Event("review", "Review of Zanzibar", NOW, NOW + timedelta(hours=1))
    told = put(store, REVIEW, review)
    put(store, ItemRef(CLUB, "evening"), replace(review, uid="evening", summary="Quokka evening"))
    store.mark_told(told, NOW)
    reminders = Reminders(store)
    (first, second) = reminders.add([Reminder(REVIEW, review, NOW - timedelta(minutes=m), f"-{m}m") for m in (5, 60)])
    reminders.mark_told([first.id, second.id], missed=False)
    reminders.dismiss([first.id])
    reminders.snooze([second.id], NOW + timedelta(minutes=5))
    reminders.set_checked(NOW)
    Answers(store.db).put(REVIEW, Answer("review", "", "accepted"), NOW)
    Edits(store.db).put(Edit(REVIEW, (review,), (replace(review, summary="Retro"),)), NOW)
    Activity(store.db).set_online(ANN, NOW)


def put(store: Store, ref: ItemRef, event: Event) -> list[Change]:
    """One item with its change."""
    change = Change(ChangeKind.ADDED, ref.calendar, ref.item_id, event.summary, NOW)
    return store.put_item(StoredItem(ref, f"<x>{event.uid}</x>", event.uid.encode(), (event,)), [change])


def contents(path: Path) -> dict[str, list[Any]]:
    """Every row of every table of a store."""
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(db.execute(f'SELECT * FROM "{name}"'), key=repr) for name in tables}


async def backed_up(profile: Profile, file: Path) -> Path:
    """A backup of it."""
    await backup.backup(Context(profile, "c42desktop backup"), str(file))
    return file


async def restored(file: Path, profile: Profile) -> Profile:
    """The profile, after a backup was restored there."""
    await backup.restore(Context(profile, "c42desktop restore"), str(file))
    return profile


def everything(profile: Profile) -> dict[str, bytes]:
    """All files of a profile, byte for byte, but not who owns it."""
    folder = profile.store.parent
    files = [each for each in folder.rglob("*") if each.is_file() and not each.name.endswith(("-shm", "-wal"))]
    return {str(each.relative_to(folder)): each.read_bytes() for each in files if not each.name.startswith("lock")}
