"""Settings: nothing lost, nothing overwritten that could not be read."""

from __future__ import annotations

import stat
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from c42desktop.calendar.model import PALETTE
from c42desktop.errors import UserError
from c42desktop.settings import Account, Settings, Timing, colour_of
from c42desktop.xmpp.login import Login, Proof, Way

ANN = Account(Login("ann@example.org", "xmpp.example.org", 5223, "/ca.pem", "c42desktop.1"))


PIN = ":".join(["AB"] * 32)
FULL = Account(
    Login(
        "ann@example.org",
        resource="c42desktop.1",
        way=Way.WEBSOCKET,
        url="wss://example.org/xmpp",
        proxy="socks5://ann@proxy.example.org:1080",
        pin=PIN,
        certificate="/ann.pem",
        proof=Proof.X_OAUTH2,
        allow_plain=True,
        allow_unencrypted=True,
    ),
    ask_password=True,
    enabled=False,
    colour=PALETTE[2],
    mechanism="SCRAM-SHA-512-PLUS",
    ways={"home": "tcp example.org 5222", "a b/c": "bosh"},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


def test_an_account_survives_a_restart(path: Path) -> None:
    Settings(path).put_account(ANN)
    assert Settings(path).accounts == [ANN]


def test_everything_that_can_be_chosen_survives_a_restart(path: Path) -> None:
    Settings(path).put_account(FULL)
    assert Settings(path).accounts == [FULL]
    entry = tomllib.loads(path.read_text())["account"][0]
    assert (entry["way"], entry["proof"], entry["enabled"]) == ("websocket", "x-oauth2", False)


def test_what_is_as_usual_is_not_written(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(FULL)
    settings.put_account(Account(Login("ann@example.org", resource="r")))
    assert tomllib.loads(path.read_text())["account"] == [{"jid": "ann@example.org", "resource": "r"}]


def test_what_an_account_learns_is_kept_beside_what_was_changed_meanwhile(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    memory = settings.memory(ANN)
    settings.put_account(Account(ANN.login, colour=PALETTE[1]))
    memory.offered("SCRAM-SHA-256")
    memory.worked("home", "tcp")
    (account,) = Settings(path).accounts
    learnt = Account(ANN.login, colour=PALETTE[1], mechanism="SCRAM-SHA-256", ways={"home": "tcp"})
    assert account == learnt
    again = Settings(path).memory(account)
    assert (again.mechanism, again.ways) == ("SCRAM-SHA-256", {"home": "tcp"})


def test_what_is_known_already_is_not_written_again(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(FULL)
    memory = settings.memory(FULL)
    path.unlink()
    memory.offered("SCRAM-SHA-512-PLUS")
    memory.worked("a b/c", "bosh")
    assert not path.exists()
    memory.worked("a b/c", "websocket")
    assert path.exists()


def test_learning_does_not_bring_a_removed_account_back(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    memory = settings.memory(ANN)
    settings.remove_account(ANN.jid)
    memory.offered("SCRAM-SHA-256")
    assert Settings(path).accounts == []


def test_what_cannot_be_kept_is_no_reason_to_fail(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    path.unlink()
    path.mkdir()
    settings.memory(ANN).offered("SCRAM-SHA-256")
    account = settings.account(ANN.jid)
    assert account is not None and account.mechanism == "SCRAM-SHA-256"


def test_accounts_without_a_colour_of_their_own_differ() -> None:
    logins = [Login(f"{name}@example.org") for name in ("ann", "bram", "vera")]
    accounts = [Account(logins[0]), Account(logins[1], colour=PALETTE[0]), Account(logins[2])]
    assert [colour_of(each, accounts) for each in accounts] == [PALETTE[1], PALETTE[0], PALETTE[2]]


def test_a_new_account_gets_a_resource_that_stays(path: Path) -> None:
    Settings(path).put_account(Account(Login("ann@example.org")))
    (account,) = Settings(path).accounts
    assert account.login.resource.startswith("c42desktop.")
    assert Settings(path).accounts == [account]


def test_putting_an_account_again_replaces_it(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    settings.put_account(Account(Login("ann@example.org", resource="c42desktop.1"), ask_password=True))
    (account,) = Settings(path).accounts
    assert account == Account(Login("ann@example.org", resource="c42desktop.1"), ask_password=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few people make links")
def test_a_link_to_where_somebody_keeps_all_settings_stays_one(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "c42.toml"
    kept.parent.mkdir()
    kept.write_text("")
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(kept)
    Settings(path).put_account(ANN)
    assert path.is_symlink()
    assert Settings(kept).accounts == [ANN]


def test_the_mark_that_some_editors_put_first_is_no_mistake(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text('[look]\ntheme = "dark"\n', encoding="utf-8-sig")
    assert Settings(path).get("look", "theme", "") == "dark"


def test_what_is_nested_too_deeply_is_a_sentence(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"x = {'[' * 5000}{']' * 5000}")
    with pytest.raises(UserError, match="cannot be read: maximum recursion depth"):
        Settings(path)


def test_removing_forgets_one_account_only(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    settings.put_account(Account(Login("bram@example.org", resource="r")))
    settings.remove_account("ann@example.org")
    assert [account.jid for account in Settings(path).accounts] == ["bram@example.org"]
    with pytest.raises(UserError, match="no account ann@"):
        settings.remove_account("ann@example.org")


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[future]\nx = [1, 2]\n[[account]]\njid = "ann@example.org"\nfuture = true\n')
    settings = Settings(path)
    settings.put_account(ANN)
    settings.set("window", "layout", "abc")
    data = tomllib.loads(path.read_text())
    assert data["future"] == {"x": [1, 2]}
    assert data["account"][0]["future"] is True
    assert data["window"] == {"layout": "abc"}


def test_a_value_of_the_wrong_type_counts_as_absent(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[window]\nlayout = 3\n")
    assert Settings(path).get("window", "layout", "default") == "default"


@pytest.mark.parametrize(
    ("text", "timing"),
    [
        ("", Timing(30, 1800)),
        ("[network]\ndead_after = 10\nlook_every = 600", Timing(10, 600)),
        ("[network]\ndead_after = 0\nlook_every = 1", Timing(5, 60)),
        ("[network]\ndead_after = 999999\nlook_every = 99999999", Timing(3600, 7 * 86400)),
        ("[network]\ndead_after = 'soon'", Timing(30, 1800)),
    ],
)
def test_patience_is_kept_within_reason(path: Path, text: str, timing: Timing) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert Settings(path).timing == timing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("account = 3", "needs a jid"),
        ("[[account]]\nhost = 'x'", "needs a jid"),
        ("[[account]]\njid = 'a@b'\nport = 'many'", "port of a@b must be a number"),
        ("[[account]]\njid = 'a@b'\nport = 99999999", "port of a@b must be a number"),
        ("[[account]]\njid = 'a@b'\nca_file = true", "ca_file of a@b must be a text"),
        ("[[account]]\njid = 'a@b'\nway = 'pigeon'", "way of a@b must be one of automatic, tcp, websocket, bosh."),
        ("[[account]]\njid = 'a@b'\nway = ['bosh']", "way of a@b must be one of"),
        (
            "[[account]]\njid = 'a@b'\nproof = 'promise'",
            "proof of a@b must be one of password, certificate, oauthbearer, x-oauth2.",
        ),
        ("[[account]]\njid = 'a@b'\nurl = 5", "url of a@b must be a text"),
        ("[[account]]\njid = 'a@b'\nproxy = true", "proxy of a@b must be a text"),
        ("[[account]]\njid = 'a@b'\npin = 'AB:CD'", "pin of a@b must be 32 hexadecimal pairs"),
        ("[[account]]\njid = 'a@b'\nallow_plain = 'yes'", "allow_plain of a@b must be true or false."),
        ("[[account]]\njid = 'a@b'\nallow_unencrypted = 1", "allow_unencrypted of a@b must be true or false."),
        ("[[account]]\njid = 'a@b'\nenabled = 'no'", "enabled of a@b must be true or false."),
        ("[[account]]\njid = 'a@b'\ncolour = 'pink'", "colour of a@b must be one of #0e7c86"),
        ("[[account]]\njid = 5", "“5” is not an XMPP address"),
        ("[[account]]\njid = 'nonsense'", "“nonsense” is not an XMPP address"),
        ("= nonsense", "cannot be read"),
    ],
)
def test_a_broken_file_is_named_and_left_alone(path: Path, text: str, words: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(UserError, match=words) as raised:
        Settings(path).put_account(ANN)
    assert str(path) in str(raised.value)
    assert path.read_text() == text


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be"):
        Settings(tmp_path / "file" / "settings.toml").put_account(ANN)


def test_a_preference_that_cannot_be_written_holds_until_the_end(path: Path) -> None:
    settings = Settings(path)
    path.mkdir(parents=True)
    settings.set("window", "layout", "wide")
    assert settings.get("window", "layout", "") == "wide"


def test_what_a_person_writes_into_the_file_meanwhile_is_kept(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    memory = settings.memory(ANN)
    edited = path.read_text().replace("port = 5223", "port = 5224") + "\n[network]\nlook_every = 600\n"
    path.write_text(edited)
    memory.offered("SCRAM-SHA-256")
    settings.set("window", "layout", "wide")
    after = Settings(path)
    assert (after.accounts[0].login.port, after.accounts[0].mechanism) == (5224, "SCRAM-SHA-256")
    assert (after.timing.look_every, after.get("window", "layout", "")) == (600, "wide")


def test_a_file_that_a_person_is_in_the_middle_of_is_left_alone(path: Path) -> None:
    settings = Settings(path)
    settings.put_account(ANN)
    memory = settings.memory(ANN)
    half = path.read_text() + "\n[[account]]\n"
    path.write_text(half)
    memory.offered("SCRAM-SHA-256")
    settings.set("window", "layout", "wide")
    with pytest.raises(UserError, match="needs a jid"):
        settings.put_account(FULL)
    assert path.read_text() == half
    (account,) = settings.accounts
    assert (account.login, account.mechanism) == (ANN.login, "SCRAM-SHA-256")
    assert settings.get("window", "layout", "") == "wide"


def test_an_account_is_the_same_however_a_person_wrote_its_address(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[[account]]\njid = 'Ann@Example.ORG'\nport = 5223\n\n[[account]]\njid = 'ann@example.org'\n")
    settings = Settings(path)
    (account,) = settings.accounts
    assert account.login.port == 5223
    settings.memory(account).offered("SCRAM-SHA-256")
    assert [each.mechanism for each in Settings(path).accounts] == ["SCRAM-SHA-256"]
    settings.remove_account("ann@example.org")
    assert Settings(path).accounts == []


def test_the_file_says_its_format_before_all_else_and_one_without_is_the_first(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[look]\ntheme = "dark"\n')
    settings = Settings(path)
    assert settings.get("look", "theme", "") == "dark"
    settings.set("look", "theme", "light")
    assert path.read_text().startswith("format = 1\n")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "words"),
    [("2", "was written by a newer version of c42desktop. Install"), ("0", "whole number"), ('"1"', "whole number")],
)
def test_a_format_that_is_not_known_is_refused_and_left_alone(path: Path, number: str, words: str) -> None:
    text = f"format = {number}\n"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(UserError, match=words):
        Settings(path)
    assert path.read_text() == text


def test_an_older_format_is_kept_beside_the_new_one_once_that_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rename(data: dict[str, Any]) -> None:
        data["look"] = data.pop("looks")

    old = '[looks]\ntheme = "dark"\n'
    path.parent.mkdir()
    path.write_text(old)
    path.with_name("settings.toml.v1-20250101-000000").touch()
    monkeypatch.setattr("c42desktop.settings_format.STEPS", (rename,))
    settings = Settings(path)
    assert settings.get("look", "theme", "") == "dark"
    assert path.read_text() == old
    settings.set("look", "theme", "light")
    settings.set("look", "theme", "system")
    assert path.read_text() == 'format = 2\n\n[look]\ntheme = "system"\n'
    (kept,) = path.parent.glob("settings.toml.v1-*")
    assert kept.read_text() == old
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
