"""Since when an account was not connected, also where the program was not running meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from c42desktop.store.activity import Activity
from c42desktop.store.faults import StoreError

SHORT = timedelta(minutes=15)  # nobody was away who comes back by then: the line was


class Absence:
    """Keeps in the store when each account was online for the last time. `now` gives the instant (aware)."""

    def __init__(self, activity: Activity, now: Callable[[], datetime]) -> None:
        self._activity = activity
        self._now = now
        self._seen: dict[str, datetime] = {}  # the accounts that are online, and when they were so for certain
        self._doubted: set[str] = set()
        self._since: dict[str, datetime] = {}

    def since(self, account: str) -> datetime | None:
        """Since when it was away before it came online; None where it was not, or never before."""
        return self._since.get(account)

    def set_online(self, account: str, online: bool) -> None:
        """It is connected, or no longer."""
        if online and account not in self._seen:
            self._come(account)
        elif online:
            self.note(account)
        elif account in self._seen:
            seen = self._seen.pop(account)
            self._keep(account, seen if account in self._doubted else self._now())

    def note(self, account: str) -> None:
        """Its server has said something."""
        if account in self._seen:
            self._seen[account] = self._now()
            self._doubted.discard(account)

    def woke(self) -> None:
        """The machine has slept: whether an account was online meanwhile, its server has to say first."""
        self._doubted.update(self._seen)

    def keep(self) -> None:
        """Write down how it is now: nobody is asked where the program is killed."""
        for account, seen in self._seen.items():
            self._keep(account, seen if account in self._doubted else self._now())

    def _come(self, account: str) -> None:
        now = self._now()
        last = None
        with contextlib.suppress(StoreError):
            last = self._activity.last_online(account)
        self._since.pop(account, None)
        if last is not None and now - last >= SHORT:
            self._since[account] = last
        self._seen[account] = now

    def _keep(self, account: str, seen: datetime) -> None:
        with contextlib.suppress(StoreError):  # then the one before counts: it was away for longer, at worst
            self._activity.set_online(account, seen)
