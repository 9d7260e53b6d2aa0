"""What is told at once, and what is marked once the desktop has accepted it."""

from __future__ import annotations

from dataclasses import dataclass, field

from c42desktop.calendar.model import Change, Reminder
from c42desktop.notify.actions import Subject
from c42desktop.notify.notification import Notification
from c42desktop.notify.shown import Why


@dataclass(frozen=True, slots=True)
class Announcement:
    """`changes` and `reminders` count as told once `notification` is shown, or right away where there is none.

    `subject` is what it is about, with what it told before; `withdraws` are the keys of those that it makes pointless.
    `missed`: the reminders came too late.
    """

    notification: Notification | None
    subject: Subject = field(default_factory=Subject)
    changes: tuple[Change, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    missed: bool = False
    withdraws: tuple[str, ...] = ()
    why: Why = Why.BURST
