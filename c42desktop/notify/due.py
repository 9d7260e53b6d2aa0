"""Reminders: which are shown on their own, which in a list, which only as missed, and which not at all. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from c42desktop.calendar.model import Level, Reminder
from c42desktop.calendar.standing import Standing, standing
from c42desktop.calendar.trip_times import departure
from c42desktop.calendar.words import remind
from c42desktop.i18n import ngettext
from c42desktop.notify import offers
from c42desktop.notify.actions import Subject
from c42desktop.notify.announcement import Announcement
from c42desktop.notify.notification import Notification, Urgency, key_of
from c42desktop.notify.scene import Scene
from c42desktop.notify.shown import OnScreen
from c42desktop.notify.summary import SUMMARY_KEY
from c42desktop.notify.text import joined, said

CATEGORY = "x-c42desktop.calendar.reminder"
LIST_KEY = "reminders"
MOST = 3  # at once, each with a notification of its own
_MOST_LINES = 5
_LEAVE_NOW = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Reminders that are to be told now: `missed` with what else nobody could be told in time."""

    announcements: tuple[Announcement, ...]
    missed: tuple[Reminder, ...] = ()


def sort(
    reminders: Iterable[Reminder], on_screen: OnScreen, scene: Scene, grace: timedelta, *, held: bool = False
) -> Sorted:
    """How reminders are told. `held`: notifications were paused; what has begun meanwhile counts as missed."""
    by_standing: dict[Standing, list[Reminder]] = {each: [] for each in Standing}
    silent: list[Reminder] = []
    for reminder in dict.fromkeys(reminders):
        if scene.level(reminder.item.calendar) is Level.NOTHING:
            silent.append(reminder)
        else:
            by_standing[standing(reminder, scene.now, grace, scene.zone)].append(reminder)
    late, missed = by_standing[Standing.LATE], by_standing[Standing.MISSED]
    if held:
        late, missed = [], [*late, *missed]
    found = list(_shown([*by_standing[Standing.AHEAD], *late], on_screen, scene))
    if silent:
        found.append(Announcement(None, reminders=tuple(silent)))
    if over := by_standing[Standing.OVER]:
        found.append(Announcement(None, reminders=tuple(over), missed=True))
    return Sorted(tuple(found), tuple(missed))


def over(on_screen: OnScreen, scene: Scene, grace: timedelta) -> list[str]:
    """The keys of those on screen that remind of nothing any more. That a reminder was missed stays true."""

    def is_over(reminder: Reminder, key: str) -> bool:
        return key != SUMMARY_KEY and standing(reminder, scene.now, grace, scene.zone) is Standing.OVER

    return on_screen.without(is_over)


def notification_of(reminder: Reminder, scene: Scene) -> Notification:
    """The notification that a reminder becomes, beside what is told of changes of the same item.

    It stays: one that goes after five seconds is a reminder that was missed. It does not break through what keeps the
    screen free, but for a journey that begins now: nothing makes good for a train that has left.
    """
    told = remind(reminder, scene.now, scene.zone)
    return Notification(
        key=key_of(reminder.item, "reminder", reminder.event.uid, reminder.occurrence),
        title=told.title,
        body=joined(said(told), scene.title(reminder.item.calendar)),
        urgency=Urgency.CRITICAL if _leaves_now(reminder, scene) else Urgency.NORMAL,
        actions=offers.actions(offers.of_reminder(reminder, scene)),
        category=CATEGORY,
        stays=True,
        sound="reminder",
    )


def _leaves_now(reminder: Reminder, scene: Scene) -> bool:
    trip = reminder.event.trip
    leave = departure(trip) if trip is not None else None
    return leave is not None and abs(leave - scene.now) <= _LEAVE_NOW


def _shown(reminders: Sequence[Reminder], on_screen: OnScreen, scene: Scene) -> Iterable[Announcement]:
    if len(reminders) > MOST:
        yield _list(reminders, on_screen, scene)
        return
    for reminder in reminders:
        subject = Subject(reminder.item, reminder.event, reminders=(reminder,))
        yield Announcement(notification_of(reminder, scene), subject, reminders=(reminder,))


def _list(reminders: Sequence[Reminder], on_screen: OnScreen, scene: Scene) -> Announcement:
    """Many at once in one, with those that the last one lists."""
    listed = tuple(dict.fromkeys([*on_screen.reminders(LIST_KEY), *reminders]))
    soonest = sorted(listed, key=lambda reminder: reminder.due)
    lines = [remind(each, scene.now, scene.zone).title for each in soonest[:_MOST_LINES]]
    rest = len(listed) - _MOST_LINES
    if rest > 0:
        lines.append(ngettext("and {count} other", "and {count} others", rest).format(count=rest))
    title = ngettext("{count} reminder", "{count} reminders", len(listed)).format(count=len(listed))
    notification = Notification(
        LIST_KEY,
        title,
        "\n".join(map(joined, lines)),
        actions=offers.actions(offers.of_reminders()),
        category=CATEGORY,
        stays=True,
        sound="reminder",
    )
    return Announcement(notification, Subject(reminders=listed), reminders=tuple(reminders))
