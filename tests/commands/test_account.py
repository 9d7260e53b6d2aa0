"""Accounts from the command line: changed, signed out and in, kept and removed; refusals name what helps."""

from __future__ import annotations

import shlex
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop.commands.account_options import described, with_options
from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.errors import UserError
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.address import NodeAddress
from c42desktop.xmpp.login import Login, Proof, Way
from tests.backup.profiles import ANN as ANN_AWAY
from tests.backup.profiles import contents, full
from tests.commands.conftest import Program
from tests.conftest import PASSWORDS
from tests.servers import WEBSOCKET_PATH

ANN = f"ann@{DOMAIN}"
PIN = ":".join(["AB"] * 32)
MakeCalendar = Callable[[], Awaitable[NodeAddress]]


def account_in(program: Program, jid: str = ANN) -> Account | None:
    return Settings(program.profile / "settings.toml").account(jid)


def put(program: Program, *accounts: Account) -> None:
    settings = Settings(program.profile / "settings.toml")
    for account in accounts:
        settings.put_account(account)


def test_what_differs_is_printed_as_it_would_be_typed() -> None:
    login = Login("a@b", "h", 5, resource="r", way=Way.BOSH, url="https://h/a b", pin=PIN, allow_plain=True)
    assert shlex.split(described(login)) == [
        *("--way", "bosh", "--url", "https://h/a b"),
        *("--pin", PIN, "--allow-plain"),
    ]
    assert described(Login("a@b", "h", 5, resource="r")) == ""


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        ({"proof": Proof.CERTIFICATE}, "certificate", "with --certificate"),
        ({"proxy": "ftp://proxy:21"}, "proxy", "http://host:port"),
        ({"proxy": "http://ann:geheim@proxy:8080"}, "proxy", "Leave the password out"),
        ({"pin": "AB:CD"}, "pin", "SHA-256"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_asked(given: dict[str, object], field: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as refused:
        with_options(Login("a@b"), given)
    assert refused.value.field == field
    assert "geheim" not in str(refused.value)


def test_a_pin_may_be_typed_in_any_form() -> None:
    assert with_options(Login("a@b"), {"pin": "ab" * 32}).pin == PIN
    assert with_options(Login("a@b", pin=PIN), {"pin": ""}).pin == ""


async def test_only_what_is_given_changes(program: Program) -> None:
    put(program, Account(Login(ANN, "h", 5223, resource="r", allow_plain=True), colour="#c2410c"))
    changed = await program.run(
        *("account", "edit", ANN, "--untried", "--way", "websocket", "--url", "wss://h/x", "--no-allow-plain")
    )
    assert (changed.code, changed.out, changed.err) == (0, f"Changed {ANN}.\n", "")
    wanted = Login(ANN, "h", 5223, resource="r", way=Way.WEBSOCKET, url="wss://h/x")
    assert account_in(program) == Account(wanted, colour="#c2410c")


@pytest.mark.parametrize("action", ["edit", "enable", "disable", "remove"])
async def test_an_unknown_account_is_named_before_anything_happens(program: Program, action: str) -> None:
    put(program, Account(Login(ANN, resource="r")))
    before = (program.profile / "settings.toml").read_text()
    refused = await program.run("account", action, "nobody@example.org")
    assert (refused.code, refused.err) == (1, "c42desktop: There is no account nobody@example.org here.\n")
    assert (program.profile / "settings.toml").read_text() == before


async def test_a_signed_out_account_is_listed_and_left_out(program: Program) -> None:
    put(program, Account(Login(ANN, resource="r")))
    disabled = await program.run("account", "disable", ANN)
    listed = await program.run("account", "list")
    watched = await program.run("watch")
    published = await program.run("retract", "xmpp:pubsub.example.org?;node=team", "x", "--account", ANN)
    enabled = await program.run("account", "enable", ANN)
    again = await program.run("account", "list")
    assert disabled.out == f"{ANN} is signed out.\n"
    assert listed.out == f"{ANN}  signed out\n"
    hint = f"c42desktop: Signed out: {ANN}. Sign in again with: c42desktop account enable {ANN}\n"
    assert (watched.code, watched.err) == (published.code, published.err) == (1, hint)
    assert enabled.out == f"{ANN} is signed in at the next start.\n"
    assert again.out == f"{ANN}\n"


@pytest.mark.server
async def test_an_account_is_edited_with_a_sign_in_and_refused_without_change(
    prosody: Prosody, program: Program
) -> None:
    env = program.sign_up(prosody)
    before = account_in(program)
    refused = await program.run("account", "edit", ANN, "--port", "1", env=env)
    assert refused.code == 1
    assert account_in(program) == before
    url = f"https://127.0.0.1:{prosody.ports.https}{WEBSOCKET_PATH}".replace("https", "wss")
    changed = await program.run("account", "edit", ANN, "--way", "websocket", "--url", url, env=env)
    assert (changed.code, changed.out, changed.err) == (0, f"Changed {ANN}.\n", "")
    account = account_in(program)
    assert account is not None and (account.login.way, account.login.url) == (Way.WEBSOCKET, url)


@pytest.mark.server
async def test_an_untrusted_server_says_how_to_trust_its_key(prosody: Prosody, program: Program) -> None:
    add = ("account", "add", ANN, "--host", "127.0.0.1", "--port", prosody.ports.starttls, "--password-stdin")
    refused = await program.run(*add, stdin=PASSWORDS["ann"])
    assert refused.code == 1
    *_reason, last = refused.err.splitlines()
    pin = last.rpartition("--pin ")[2]
    assert "is valid from" in refused.err
    assert refused.err.count(pin) == 1 and len(refused.err) < 500, "no more than can be read and compared"
    added = await program.run(*add, "--pin", pin, stdin=PASSWORDS["ann"])
    assert added.code == 0
    assert f"--pin {pin}" in (await program.run("account", "list")).out


@pytest.mark.server
async def test_a_weaker_way_to_sign_in_is_accepted_only_when_it_is_said(prosody: Prosody, program: Program) -> None:
    env = program.sign_up(prosody)
    known = account_in(program)
    assert known is not None
    put(program, replace(known, mechanism="SCRAM-SHA-512"))
    refused = await program.run("account", "edit", ANN, env=env)
    accepted = await program.run("account", "edit", ANN, "--accept-weaker", env=env)
    assert (refused.code, accepted.code) == (1, 0)
    assert refused.err.endswith("To accept it: c42desktop account edit, with --accept-weaker\n")
    account = account_in(program)
    assert account is not None and account.mechanism not in ("", "SCRAM-SHA-512")


@pytest.mark.parametrize("kept", [(), ("--keep-calendars",)])
async def test_what_was_never_sent_is_not_lost_without_a_word(program: Program, kept: tuple[str, ...]) -> None:
    profile = full(program.profile)
    before = contents(profile.store)
    refused = await program.run("account", "remove", ANN_AWAY, *kept)
    assert contents(profile.store) == before
    agreed = await program.run("account", "remove", ANN_AWAY, "--yes")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "c42desktop: 2 changes of yours are not sent yet and will be lost. "
        f"Sign in once to have it sent, or remove {ANN_AWAY} all the same with --yes.\n"
    )
    assert (agreed.code, f"Removed {ANN_AWAY}" in agreed.out) == (0, True)


@pytest.mark.server
async def test_kept_calendars_stay_where_the_account_is_removed(
    prosody: Prosody, program: Program, calendar: MakeCalendar, tmp_path: Path
) -> None:
    node = await calendar()
    file = program.password_file(PASSWORDS["ann"])
    options = ("--host", "127.0.0.1", "--port", prosody.ports.starttls, "--ca-file", prosody.ca_file)
    env = {"C42DESKTOP_PASSWORD_FILE": str(file)}
    assert (await program.run("account", "add", ANN, *options, env=env)).code == 0
    removed = await program.run("account", "remove", ANN, "--keep-calendars")
    kept = (await program.run("calendars", "--json")).json()
    agenda = await program.run("agenda", "--from", "2026-11-22", "--to", "2026-11-22", env={"TZ": "UTC"})
    assert removed.out == f"Removed {ANN} from this computer. Its calendars stay, as they were last known.\n"
    assert kept and all(each["calendar"].startswith("local:") and each["account"] == "" for each in kept)
    assert node.uri not in [each["calendar"] for each in kept]
    assert "Design review" in agenda.out
