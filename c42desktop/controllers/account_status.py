"""Says in the window and the tray how the accounts are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from c42desktop.calendar.names import clock
from c42desktop.controllers.account_words import (
    ATTENTION,
    named,
    reason_for,
    remedy_for,
    state_of,
    tray_state_of,
    words_for,
)
from c42desktop.controllers.banner import BannerController
from c42desktop.controllers.countdown import Countdown
from c42desktop.controllers.reading import ReadingController
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.settings import Account, Settings, colour_of
from c42desktop.sync import Update
from c42desktop.ui.account_line import AccountShown, AccountState
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.tray import Tray, TrayState
from c42desktop.xmpp.login import State, Status

HICCUP = timedelta(seconds=4)  # a line that comes back by then moves nothing in the window
MOST_LINES = 3  # of accounts in the words of the tray


class AccountStatus:
    """Keeps how each account is. `help_with(jid)` is the banner's action."""

    def __init__(
        self,
        settings: Settings,
        window: MainWindow,
        tray: Tray,
        banner: BannerController,
        reading: ReadingController,
        *,
        now: Callable[[], datetime],
        help_with: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._window = window
        self._tray = tray
        self._banner = banner
        self._reading = reading
        self._now = now
        self._help_with = help_with
        self._status: dict[str, Status] = {}
        self._signed_out: set[str] = set()
        self._problem: dict[str, BannerText] = {}
        self._countdown = Countdown(now, self.show)
        self._looking: set[str] = set()  # online, but not everything was looked at yet
        self._offline_since: dict[str, datetime] = {}
        self._why: dict[str, str] = {}  # it is offline, while it is

    def of(self, jid: str) -> Status:
        """How an account is."""
        return self._status.get(jid, Status(State.OFFLINE))

    def is_looking(self, jid: str) -> bool:
        """Whether what comes now may have happened while nobody was connected."""
        return jid in self._looking

    def report(self, jid: str, status: Status) -> None:
        """It is another one."""
        if status.state is State.ONLINE:
            self._looking.add(jid)
            self._offline_since.pop(jid, None)
            self._why.pop(jid, None)
        elif status.state in (State.WAITING, State.REFUSED) and jid not in self._offline_since:
            self._offline_since[jid] = self._now().astimezone(UTC)  # the zone may be another one when it is shown
            asyncio.get_running_loop().call_later(HICCUP.total_seconds() + 0.1, self.show)
        self._countdown.end(jid)
        if status.state is State.WAITING:
            self._why[jid] = status.reason
            self._countdown.begin(jid, status.retry_in)
        self._signed_out.discard(jid)
        self._status[jid] = status
        self.show()

    def updated(self, jid: str, update: Update) -> None:
        """Its calendars were looked at, so far or completely."""
        if update.synced:
            self._looking.discard(jid)
        if update.progress is not None:
            self._reading.update(update.progress)
        if update.synced or update.problem:
            kind = BannerKind.INFO if update.synced else BannerKind.ERROR  # the store did not take it
            self._problem[jid] = BannerText(kind, update.problem, _("Look again"))
        if update.progress is not None or update.synced or update.problem:
            self.show()

    def sign_out(self, jid: str) -> None:
        """The person does not want it to be online."""
        self._forget(jid)
        self._status[jid] = Status(State.OFFLINE)
        self._signed_out.add(jid)
        self.show()

    def remove(self, jid: str) -> None:
        """There is no such account any more."""
        self._forget(jid)
        self._status.pop(jid, None)
        self.show()

    def _forget(self, jid: str) -> None:
        self._signed_out.discard(jid)
        self._looking.discard(jid)
        self._problem.pop(jid, None)
        self._offline_since.pop(jid, None)
        self._why.pop(jid, None)
        self._countdown.end(jid)

    def show(self) -> None:
        """Say it all anew."""
        accounts = self._settings.accounts
        self._window.set_accounts([self._shown(jid, accounts) for jid in self._status])
        if self._window.isVisible():
            self._countdown.go_on()
        wanted = {jid: status for jid, status in self._status.items() if jid not in self._signed_out}
        self._window.set_looking(any(self._is_reading(jid) for jid in wanted))
        if not wanted:
            self._tray.set_state(TrayState.OFFLINE, _("Signed out") if self._status else _("No account"))
            self._banner.set_state(None, lambda: None)
            return
        first, *others = sorted(wanted, key=lambda each: ATTENTION.index(wanted[each].state))
        self._tray.set_state(tray_state_of(wanted[first]), self._tray_words([first, *others]))
        jid, text = self._banner_text(wanted)
        self._banner.set_state(text, lambda: self._help_with(jid))

    def _shown(self, jid: str, accounts: list[Account]) -> AccountShown:
        account = next((each for each in accounts if each.jid == jid), None)
        colour = colour_of(account, accounts) if account else ""
        if jid in self._signed_out:
            return AccountShown(jid, AccountState.SIGNED_OUT, _("Signed out"), colour)
        status = self._status[jid]
        short, long = self._words(jid)
        hint = reason_for(status) or long
        return AccountShown(jid, state_of(status), short, colour, hint, remedy_for(status))

    def _is_reading(self, jid: str) -> bool:
        """It is online, or about to be for the first time: a line that is down is tried again and again."""
        state = self.of(jid).state
        if state is State.CONNECTING:
            return jid not in self._offline_since
        return state is State.ONLINE and jid in self._looking

    def _words(self, jid: str) -> tuple[str, str]:
        """The state of an account in few words, and in more."""
        status = self._status[jid]
        if status.state is State.WAITING:
            status = replace(status, retry_in=self._countdown.left(jid))
        words = words_for(status)
        if status.state is not State.ONLINE:
            return words, words
        if jid in self._looking:
            words = _("Reading calendars…")  # until then, an empty agenda does not mean that nothing is planned
        short, long = self._reading.words(jid)
        return short or words, long or words

    def _tray_words(self, jids: list[str]) -> str:
        """A line for each account, the one that needs attention first; of many only the first."""
        lines = [f"{jid}: {self._words(jid)[1]}" for jid in jids]
        rest = len(lines) - MOST_LINES
        if rest > 1:
            more = ngettext("and {count} more account", "and {count} more accounts", rest).format(count=rest)
            lines[MOST_LINES:] = [more]
        return "\n".join(lines)

    def _banner_text(self, wanted: dict[str, Status]) -> tuple[str, BannerText | None]:
        """Which account is spoken of, and what is said."""
        several = len(self._status) > 1
        for jid, status in wanted.items():
            if status.state is State.REFUSED:
                text = named(jid, reason_for(status), several=several)
                return jid, BannerText(BannerKind.ERROR, text, remedy_for(status))
        long = [jid for jid in wanted if self._is_long_offline(jid)]
        if long:
            return ("" if len(long) == len(wanted) else long[0]), self._offline_text(long, wanted)
        for jid, problem in self._problem.items():
            if problem.text and jid in wanted:
                return jid, replace(problem, text=named(jid, problem.text, several=several))
        return "", None

    def _is_long_offline(self, jid: str) -> bool:
        since = self._offline_since.get(jid)
        return since is not None and self._now() - since >= HICCUP

    def _offline_text(self, long: list[str], wanted: dict[str, Status]) -> BannerText:
        since = min(self._offline_since[jid] for jid in long).astimezone(self._now().tzinfo)
        sentence = _("Offline since {time} – showing what was known then")
        if len(long) < len(wanted):
            sentence = _("{accounts}: offline since {time} – showing what was known then")
        text = sentence.format(time=clock(since), accounts=", ".join(long))
        if len(long) == 1 and (why := self._why.get(long[0])):
            text = f"{text}. {why}"
        return BannerText(BannerKind.OFFLINE, text, _("Connect now"))
