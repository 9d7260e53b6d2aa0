"""Settings: nothing lost, nothing overwritten that could not be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from c42desktop.errors import UserError
from c42desktop.settings import Account, Settings, Timing
from c42desktop.xmpp.login import Login

ANN = Account(Login("ann@example.org", "xmpp.example.org", 5223, "/ca.pem", "c42desktop.1"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "settings.toml"


def test_an_account_survives_a_restart(path: Path) -> None:
    Settings(path).put_account(ANN)
    assert Settings(path).accounts == [ANN]


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
