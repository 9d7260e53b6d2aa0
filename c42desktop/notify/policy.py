"""Which changes become a notification, and in which words. Pure: no clock, no desktop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from c42desktop.calendar.model import CalendarRef, Change, ChangeKind, ItemRef, Reminder, as_local
from c42desktop.calendar.words import Told, remind, tell, title_of
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.notify.notification import Action, Notification, Urgency, key_of
from c42desktop.notify.text import one_line, sentence

# From one catch-up, more than this many are told as one: a screen full of popups is read by nobody.
BURST = 5
SUMMARY_KEY = "summary"
SUMMARY_CATEGORY = "x-c42desktop.calendar.summary"
REMINDER_CATEGORY = "x-c42desktop.calendar.reminder"
OPEN = "open"
SHOW = "show"

# Edited all day long in shared documents, or done by the reader elsewhere: nothing a person would get up for.
_QUIET_FIELDS = frozenset({"description", "answer", "progress"})
_PART_LIMIT = 160
_TITLE_IN_SUMMARY_LIMIT = 40
_CALENDARS_IN_SUMMARY = 4


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is told at once. `changes` are marked as told after it was shown; quiet ones (None) right away."""

    notification: Notification | None
    changes: tuple[Change, ...]


def notification_for(change: Change, calendar_title: str, now: datetime, zone: tzinfo) -> Notification | None:
    """The notification that tells `change`, or None where it is not worth an interruption."""
    if _is_quiet(change) or _is_over(change, now, zone):
        return None
    told = tell(change, now, zone)
    return _about(change, told.title, _joined(*_details(told), calendar_title))


def notification_of(reminder: Reminder, calendar_title: str, now: datetime, zone: tzinfo) -> Notification:
    """The notification that a reminder becomes, beside what is told of changes of the same item."""
    told = remind(reminder, now, zone)
    body = _joined(*_details(told), calendar_title)
    key = key_of(reminder.item, "reminder")
    actions = (Action(OPEN, _("Open")),)
    return Notification(key, told.title, body, actions=actions, category=REMINDER_CATEGORY, sound="reminder")


def announcements_for(
    changes: Iterable[Change],
    titles: Mapping[CalendarRef, str],
    now: datetime,
    zone: tzinfo,
    *,
    before: Sequence[Change] = (),
    away: bool = False,
    limit: int = BURST,
) -> list[Announcement]:
    """How the changes of one push or one catch-up are told.

    One notification an item, as the next with its key would replace it; beyond `limit` items, one summary. What comes
    soon after a summary of `before` is added to it. `away`: these happened while nobody was connected.
    """
    quiet: list[Change] = []
    loud: dict[ItemRef, list[Change]] = {}
    for change in changes:
        if _is_quiet(change) or _is_over(change, now, zone):
            quiet.append(change)
        else:
            loud.setdefault(_item(change), []).append(change)
    announcements = [Announcement(None, tuple(quiet))] if quiet else []
    if len(loud) > limit or (before and loud):
        told = tuple(change for group in loud.values() for change in group)
        return [*announcements, Announcement(summary_for([*before, *told], titles, away=away), told)]
    for group in loud.values():
        title = titles.get(group[0].calendar, "")
        announcements.append(Announcement(_of_one_item(group, title, now, zone), tuple(group)))
    return announcements


def summary_for(
    changes: Sequence[Change], titles: Mapping[CalendarRef, str], missed_reminders: int = 0, *, away: bool = True
) -> Notification:
    """One notification for many changes: how many, and in which calendars."""
    counts = Counter(one_line(titles.get(change.calendar, ""), _TITLE_IN_SUMMARY_LIMIT) for change in changes)
    shown = [(title, count) for title, count in counts.most_common() if title][:_CALENDARS_IN_SUMMARY]
    parts = [_("{count} in {calendar}").format(count=count, calendar=title) for title, count in shown]
    rest = len(changes) - sum(count for title, count in shown)
    if parts and rest:
        parts.append(_("{count} elsewhere").format(count=rest))
    reminders = ngettext("{count} reminder missed", "{count} reminders missed", missed_reminders)
    missed = reminders.format(count=missed_reminders) if missed_reminders else ""
    return Notification(
        key=SUMMARY_KEY,
        title=(_("While you were away: {changes}") if away else "{changes}").format(changes=_counted(len(changes))),
        body="; ".join(part for part in (", ".join(parts), missed) if part),
        urgency=Urgency.NORMAL,
        actions=(Action(SHOW, _("Show")),),
        category=SUMMARY_CATEGORY,
    )


def _of_one_item(changes: Sequence[Change], calendar_title: str, now: datetime, zone: tzinfo) -> Notification | None:
    """Several dates of one series changed at once: a line each."""
    last = changes[-1]
    if len(changes) == 1:
        return notification_for(last, calendar_title, now, zone)
    told = [tell(change, now, zone) for change in changes]
    body = [_joined(each.title, *_details(each)) for each in told]
    title = title_of(last.event) if last.event is not None else last.summary
    return _about(last, f"{_counted(len(changes))}: {title}", "\n".join([*body, calendar_title]))


def _about(change: Change, title: str, body: str) -> Notification:
    actions = (Action(OPEN, _("Open")),)
    return Notification(key=key_of(_item(change)), title=title, body=body, actions=actions, sound="change")


def _item(change: Change) -> ItemRef:
    return ItemRef(change.calendar, change.item_id)


def _details(told: Told) -> list[str]:
    return [sentence(detail) for detail in told.details]


def _joined(*parts: str) -> str:
    """One line: what was a line end in a part cannot look like one of ours."""
    cleaned = (one_line(part, _PART_LIMIT) for part in parts)
    return " · ".join(part for part in cleaned if part)


def _is_quiet(change: Change) -> bool:
    return change.kind is ChangeKind.CHANGED and {each.name for each in change.fields} <= _QUIET_FIELDS


def _is_over(change: Change, now: datetime, zone: tzinfo) -> bool:
    """True where an event that was over is gone: tidied up or evicted, called off by nobody. A trip that is over is
    late for nobody."""
    event = change.event
    if event is None or event.start is None or event.recurring or event.and_future:
        return False
    if change.kind is not ChangeKind.REMOVED and (change.kind is not ChangeKind.CHANGED or event.trip is None):
        return False
    end = as_local(event.end or event.start, zone)
    if event.all_day and event.end is None:
        end += timedelta(days=1)
    return end <= now


def _counted(changes: int) -> str:
    return ngettext("{count} change", "{count} changes", changes).format(count=changes)
