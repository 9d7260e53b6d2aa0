"""`doctor`: what keeps the program from working here, and what to do about it. Changes nothing, needs no lock."""

from __future__ import annotations

from collections.abc import Sequence

from c42desktop import credentials
from c42desktop.commands.context import Context, checked, password_from_stdin
from c42desktop.commands.output import print_json, say
from c42desktop.doctor import report
from c42desktop.doctor.checks import Check, run
from c42desktop.doctor.finding import Finding
from c42desktop.doctor.means import Means
from c42desktop.proxies import environment, find_proxies
from c42desktop.settings import Account
from c42desktop.xmpp.login import Proof


async def examine(context: Context, *, as_json: bool) -> int:
    """Print the report. Gives the exit code: 1 where something does not work. Raises UserError."""
    context.look()
    given = password_from_stdin() if context.password_stdin else None

    async def secret(account: Account) -> str | None:
        return given if given is not None else await _kept(account)

    means = Means(secret, lambda login: find_proxies(login, environment))
    groups = report.groups(context.profile, means)
    if as_json:
        results = await run(groups, _nothing)
        print_json(report.as_json(results))
    else:
        results = await run(groups, report.Printer(groups, say).take)
        say()
        say(report.summary(results))
    return 1 if report.has_failed(results) else 0


def _nothing(_check: Check, _findings: Sequence[Finding]) -> None:
    """Programs read it whole."""


async def _kept(account: Account) -> str | None:
    """The password from the guarded file or the keyring; nobody is asked. Raises UserError."""
    without = "" if account.login.proof is Proof.CERTIFICATE else None
    if account.ask_password and credentials.from_file() is None:
        return without
    kept = await credentials.load(account.jid)
    return without if kept is None else checked(kept)
