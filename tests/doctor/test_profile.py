"""The files of an instance."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from c42desktop.doctor import profile
from c42desktop.doctor.finding import Outcome
from c42desktop.profile import Profile, find_profile
from c42desktop.settings import Account, Settings
from c42desktop.store.schema import MIGRATIONS
from c42desktop.store.store import Store
from c42desktop.xmpp.login import Login
from tests.store.faults import damage


@pytest.fixture
def where(tmp_path: Path) -> Profile:
    return find_profile(str(tmp_path))


def test_a_fresh_profile_says_how_to_begin(where: Profile) -> None:
    assert profile.settings(where).outcome is Outcome.WARNING
    assert "account add" in profile.settings(where).advice
    assert profile.store(where).outcome is Outcome.SKIPPED


def test_settings_that_can_be_read_pass_and_others_fail_with_their_place(where: Profile) -> None:
    Settings(where.settings).put_account(Account(Login("ann@example.org")))
    assert profile.settings(where).text.endswith("has 1 account.")
    where.settings.write_text("[[account]]\nport = 5222\n")
    found = profile.settings(where)
    assert found.outcome is Outcome.FAILURE
    assert str(where.settings) in found.text


def test_a_preference_that_cannot_be_read_is_a_warning_that_names_it(where: Profile) -> None:
    where.settings.write_text('[reminders]\ngrace = "long"\n[sounds]\nchange = 1\n')
    found = profile.settings(where)
    assert found.outcome is Outcome.WARNING
    assert "grace in [reminders] must be a whole number from 0 to 1440." in found.text
    assert "change in [sounds] must be true or false." in found.text


def test_a_store_that_is_sound_passes_and_a_damaged_one_fails(where: Profile) -> None:
    Store(where.store).close()
    assert profile.store(where).outcome is Outcome.PASS
    assert f"format {len(MIGRATIONS)})" in profile.store(where).text
    damage(where.store)
    found = profile.store(where)
    assert found.outcome is Outcome.FAILURE
    assert found.advice


def test_a_store_of_a_newer_version_fails_and_says_what_helps(where: Profile) -> None:
    with closing(sqlite3.connect(where.store)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    found = profile.store(where)
    assert found.outcome is Outcome.FAILURE
    assert "newer version" in found.text
    assert found.advice == "Install that version again."


@pytest.mark.parametrize(
    ("free", "outcome"), [(10**9, Outcome.PASS), (10**8, Outcome.WARNING), (10**7, Outcome.FAILURE)]
)
def test_little_room_warns_and_hardly_any_fails(
    where: Profile, monkeypatch: pytest.MonkeyPatch, free: int, outcome: Outcome
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    assert profile.disk(where).outcome is outcome


def test_the_room_of_a_folder_that_is_not_there_yet_is_known(tmp_path: Path) -> None:
    assert profile.disk(find_profile(str(tmp_path / "not" / "yet"))).outcome is Outcome.PASS
