"""One account examined, as the command and the window do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from c42desktop import clock
from c42desktop.doctor import account as examined
from c42desktop.doctor.checks import Check, run
from c42desktop.doctor.finding import Finding, Outcome
from c42desktop.doctor.means import Means
from c42desktop.settings import Account
from c42desktop.xmpp.login import Login
from c42desktop.xmpp.proxy import FindProxies, no_proxies

LIMIT = 30.0  # seconds for one check on a loaded machine


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of one account."""

    findings: tuple[Finding, ...]

    def of(self, check: str) -> list[Finding]:
        """Those of one check."""
        return [each for each in self.findings if each.check == check]

    def outcome(self, check: str) -> Outcome:
        """How the only line of a check is marked."""
        (only,) = self.of(check)
        return only.outcome

    def text(self, check: str) -> str:
        """What the only line of a check says, with its advice."""
        (only,) = self.of(check)
        return f"{only.text} {only.advice}".strip()

    def with_outcome(self, outcome: Outcome) -> set[str]:
        """The checks that are marked so."""
        return {each.check for each in self.findings if each.outcome is outcome}


async def examine(
    login: Login,
    password: str | None,
    *,
    account: Callable[[Account], Account] = lambda account: account,
    proxies: FindProxies = no_proxies,
    now: Callable[[], datetime] = clock.now,
    limit: float = LIMIT,
) -> Found:
    """Run all checks of an account."""

    async def secret(_account: Account) -> str | None:
        return password

    heard: list[Check] = []

    def hear(check: Check, _findings: Sequence[Finding]) -> None:
        heard.append(check)

    group = examined.group(account(Account(login)), Means(secret, lambda _login: proxies, now=now))
    results = await run([group], hear, limit)
    assert sorted(each.name for each in heard) == sorted(check.name for check in group.checks)
    return Found(tuple(replace(each, seconds=None) for result in results for each in result.findings))
