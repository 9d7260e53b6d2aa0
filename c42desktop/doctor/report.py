"""The whole examination: what is checked, and the report of it as text and as JSON."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence

from c42desktop.clock import now
from c42desktop.doctor import account, clock, desktop, log, profile
from c42desktop.doctor.checks import Check, Group, Looked, Result
from c42desktop.doctor.finding import Finding, Outcome, title_of, word_of
from c42desktop.doctor.means import Means
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.profile import Profile
from c42desktop.settings import Account, Settings

LookAtTray = Callable[[], Awaitable[Finding]]


async def tray_unseen() -> Finding:
    """What can be said of the tray without Qt."""
    return await asyncio.to_thread(desktop.tray_unseen)


def groups(where: Profile, means: Means, look_at_tray: LookAtTray = tray_unseen) -> list[Group]:
    """What there is to check: this computer, then each account."""
    return [_general(where, look_at_tray), *(account.group(each, means) for each in _accounts(where))]


def _accounts(where: Profile) -> list[Account]:
    try:
        return Settings(where.settings).accounts
    except UserError:
        return []  # the check of the settings says why


def _general(where: Profile, look_at_tray: LookAtTray) -> Group:
    return Group(
        "",
        [
            _in_thread("settings", lambda: profile.settings(where)),
            _in_thread("store", lambda: profile.store(where)),
            _in_thread("disk", lambda: profile.disk(where)),
            _in_thread("log", lambda: log.look(where, now())),
            _in_thread("zone", clock.zone),
            Check("keyring", desktop.passwords),
            _in_thread("screen", desktop.screen),
            Check("tray", look_at_tray),
            Check("notifications", desktop.notifications),
        ],
    )


def _in_thread(name: str, look: Callable[[], Looked]) -> Check:
    return Check(name, lambda: asyncio.to_thread(look))


# -- the report -------------------------------------------------------------------------------------------------------


def title_of_group(jid: str) -> str:
    """What stands above a group."""
    return jid or _("This computer")


class Layout:
    """The report for people in columns, which are as wide as the longest title that may come."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._words = max(len(word_of(outcome)) for outcome in Outcome)
        self._titles = max(len(title_of(check.name)) for group in groups for check in group.checks)

    def heading(self, group: Group) -> list[str]:
        """What stands above the lines of a group; an empty line before all but the first."""
        return ["", group.account] if group.account else [title_of_group("")]

    def lines(self, findings: Sequence[Finding]) -> Iterator[str]:
        """A line for each finding, and what to do below it."""
        margin = " " * (2 + self._words + 2 + self._titles + 2)
        for each in findings:
            word, title = word_of(each.outcome), title_of(each.check)
            word = word.upper() if each.outcome is Outcome.FAILURE else word  # to be seen among many
            yield f"  {word:{self._words}}  {title:{self._titles}}  {each.text}"
            if each.advice:
                yield margin + each.advice


class Printer:
    """Writes the report while it is made: each line as soon as it and all before it are known."""

    def __init__(self, groups: Sequence[Group], write: Callable[[str], None]) -> None:
        self._layout = Layout(groups)
        self._write = write
        self._found: dict[Check, Sequence[Finding]] = {}
        self._rest = deque((group, check) for group in groups for check in group.checks)

    def take(self, check: Check, findings: Sequence[Finding]) -> None:
        """What one check found."""
        self._found[check] = findings
        while self._rest and self._rest[0][1] in self._found:
            group, first = self._rest.popleft()
            heading = self._layout.heading(group) if first is group.checks[0] else []
            for line in (*heading, *self._layout.lines(self._found[first])):
                self._write(line)


def text(groups: Sequence[Group], results: Sequence[Result]) -> str:
    """The whole report for people."""
    written: list[str] = []
    printer = Printer(groups, written.append)
    for check, result in zip((check for group in groups for check in group.checks), results, strict=True):
        printer.take(check, result.findings)
    return "\n".join([*written, "", summary(results), ""])


def summary(results: Sequence[Result]) -> str:
    """All of it in one sentence."""
    failures, warnings = _named(results, Outcome.FAILURE), _named(results, Outcome.WARNING)
    parts = []
    if failures:
        words = ngettext("{count} problem: {names}", "{count} problems: {names}", len(failures))
        parts.append(words.format(count=len(failures), names=", ".join(failures)))
    if warnings:
        words = ngettext("{count} warning: {names}", "{count} warnings: {names}", len(warnings))
        parts.append(words.format(count=len(warnings), names=", ".join(warnings)))
    if not parts:
        return _("Everything that was checked works.")
    return ". ".join(parts if failures else [_("No problems"), *parts]) + "."


def _named(results: Sequence[Result], outcome: Outcome) -> list[str]:
    several = len({result.account for result in results if result.account}) > 1
    return [
        f"{title_of(each.check)} ({result.account})" if several and result.account else title_of(each.check)
        for result in results
        for each in result.findings
        if each.outcome is outcome
    ]


def has_failed(results: Sequence[Result]) -> bool:
    """Whether anything does not work."""
    return any(each.outcome is Outcome.FAILURE for result in results for each in result.findings)


def as_json(results: Sequence[Result]) -> list[dict[str, object]]:
    """The report for programs."""
    return [
        {
            "check": each.check,
            "account": result.account,
            "outcome": str(each.outcome),
            "text": each.text,
            "advice": each.advice,
            "milliseconds": round((each.seconds or 0.0) * 1000),
        }
        for result in results
        for each in result.findings
    ]
