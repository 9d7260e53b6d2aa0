"""The report, as people and as programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from c42desktop.doctor import report
from c42desktop.doctor.checks import Check, Group, Result
from c42desktop.doctor.finding import Finding, Outcome, failed, passed, skipped, title_of, warned
from c42desktop.doctor.means import Means
from c42desktop.doctor.service import missing
from c42desktop.profile import find_profile
from c42desktop.settings import Account
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import FindProxies, no_proxies
from c42desktop.xmpp.pubsub import NS


async def _never() -> Finding:
    raise AssertionError


GROUPS = [
    Group("", [Check("disk", _never), Check("tray", _never)]),
    Group("ann@example.org", [Check("round-trip", _never)]),
]
RESULTS = [
    Result("", (passed("disk", "Room enough."),)),
    Result("", (warned("tray", "No tray.", "Use another desktop."),)),
    Result("ann@example.org", (failed("round-trip", "Silence.", "Wait."), skipped("round-trip", "Not tried."))),
]
TEXT = """\
This computer
  ok       Disk        Room enough.
  warning  Tray        No tray.
                       Use another desktop.

ann@example.org
  FAILURE  Round trip  Silence.
                       Wait.
  skipped  Round trip  Not tried.

1 problem: Round trip. 1 warning: Tray.
"""


def test_lines_stand_in_columns_with_a_word_for_each_mark() -> None:
    assert report.text(GROUPS, RESULTS) == TEXT


def test_lines_are_written_as_soon_as_all_before_them_are_known() -> None:
    written: list[str] = []
    printer = report.Printer(GROUPS, written.append)
    (disk, tray), (trip,) = GROUPS[0].checks, GROUPS[1].checks

    printer.take(tray, RESULTS[1].findings)
    assert written == []
    printer.take(disk, RESULTS[0].findings)
    assert written == TEXT.splitlines()[:4]
    printer.take(trip, RESULTS[2].findings)
    assert written == TEXT.splitlines()[:-2]


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ([Outcome.PASS, Outcome.SKIPPED], "Everything that was checked works."),
        ([Outcome.WARNING, Outcome.PASS], "No problems. 1 warning: Clock."),
        ([Outcome.FAILURE, Outcome.FAILURE], "2 problems: Clock, Clock."),
    ],
)
def test_all_of_it_is_one_sentence(outcomes: list[Outcome], sentence: str) -> None:
    results = [Result("ann@example.org", (Finding("clock", outcome, ""),)) for outcome in outcomes]
    assert report.summary(results) == sentence
    assert report.has_failed(results) == (Outcome.FAILURE in outcomes)


def test_of_several_accounts_the_one_at_fault_is_named() -> None:
    results = [Result("ann@a.org", (failed("dns", ""),)), Result("bo@b.org", (passed("dns", ""),))]
    assert report.summary(results) == "1 problem: DNS (ann@a.org)."


def test_programs_read_a_list_of_objects() -> None:
    result = Result("ann@example.org", (Finding("dns", Outcome.FAILURE, "None.", "Wait.", 0.0234),))
    assert json.loads(json.dumps(report.as_json([result]))) == [
        {
            "check": "dns",
            "account": "ann@example.org",
            "outcome": "failure",
            "text": "None.",
            "advice": "Wait.",
            "milliseconds": 23,
        }
    ]


def test_every_check_has_a_title(tmp_path: Path) -> None:
    from c42desktop.settings import Settings

    where = find_profile(str(tmp_path))
    Settings(where.settings).put_account(Account(Login("ann@example.org")))
    Settings(where.settings).put_account(Account(Login("bo@example.org"), enabled=False))

    groups = report.groups(where, Means(_no_secret, _direct))

    assert [group.account for group in groups] == ["", "ann@example.org", "bo@example.org"]
    assert all(title_of(check.name) for group in groups for check in group.checks)


def test_settings_that_cannot_be_read_leave_the_checks_of_this_computer(tmp_path: Path) -> None:
    where = find_profile(str(tmp_path))
    where.settings.write_text("no toml")
    assert [group.account for group in report.groups(where, Means(_no_secret, _direct))] == [""]


async def _no_secret(_account: Account) -> str | None:
    return None


def _direct(_login: Login) -> FindProxies:
    return no_proxies


def test_what_a_service_lacks_is_said_in_words() -> None:
    assert missing({f"{NS}#{each}" for each in ("subscribe", "retrieve-items", "publish")}) == [
        "events cannot be taken back",
        "it keeps no events: a change is seen only while one is online",
        "it does not list subscriptions, so those of other programs stay unknown",
        "calendars cannot be deleted",
    ]
