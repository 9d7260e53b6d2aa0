"""`c42desktop doctor`, as a real process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from c42desktop.demo.prosody import DOMAIN, Prosody
from c42desktop.settings import Account, Settings
from c42desktop.xmpp.login import Way
from tests.commands.conftest import Program
from tests.conftest import PASSWORDS
from tests.people import login_at
from tests.servers import url_of

pytestmark = pytest.mark.server
FIELDS = {"check", "account", "outcome", "text", "advice", "milliseconds"}


async def test_without_an_account_this_computer_is_checked(program: Program) -> None:
    done = await program.run("doctor", env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})

    assert done.code == 0
    assert done.out.startswith("This computer\n")
    assert "  skipped  Tray           Not checked: there is no screen.\n" in done.out
    assert "c42desktop account add" in done.out
    assert done.out.splitlines()[-1].startswith("No problems. ")


async def test_a_server_that_works_gives_0_beside_an_application_that_owns_the_profile(
    prosody: Prosody, program: Program
) -> None:
    env = program.sign_up(prosody)
    async with program.started("watch", env=env):
        done = await program.run("doctor", env=env)

    assert (done.code, done.err) == (0, "")
    assert f"\nann@{DOMAIN}\n  ok       Proxy " in done.out
    assert f"ann@{DOMAIN} signed in, over TCP." in done.out


async def test_what_does_not_work_gives_1_and_json_says_what(prosody: Prosody, program: Program) -> None:
    program.sign_up(prosody)
    login = login_at(prosody, "bram", way=Way.BOSH, url=url_of(prosody, Way.BOSH) + "?token=geheim-token")
    settings = Settings(program.profile / "settings.toml")
    settings.put_account(Account(login, ask_password=True))
    settings.put_account(Account(replace(login, jid=f"vera@{DOMAIN}"), enabled=False))

    done = await program.run("doctor", "--json", "-v", "--password-stdin", stdin=PASSWORDS["ann"] + "\n")

    found = done.json()
    assert done.code == 1
    assert all(set(each) == FIELDS for each in found)
    assert [each["account"] for each in found if each["outcome"] == "failure"] == [f"bram@{DOMAIN}"]
    assert {each["check"] for each in found if each["account"] == f"vera@{DOMAIN}"} == {"account"}
    assert {"dns", "tcp", "bosh", "certificate", "mechanisms", "sign-in", "pubsub", "clock"} <= {
        each["check"] for each in found if each["account"] == f"ann@{DOMAIN}"
    }
    assert "geheim" not in done.out + done.err


async def test_the_help_documents_the_json(program: Program) -> None:
    done = await program.run("doctor", "--help", env={"COLUMNS": "200"})
    assert done.code == 0
    assert all(field in done.out for field in FIELDS)
