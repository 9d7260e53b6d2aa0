"""Many changes, and reminders that came too late, in one notification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from c42desktop.calendar.counted_words import Meanwhile, summed
from c42desktop.calendar.counted_words import of_calendar as told_of_calendar
from c42desktop.calendar.model import CalendarRef, Change, Reminder
from c42desktop.calendar.words import title_of
from c42desktop.i18n import ngettext
from c42desktop.notify import offers
from c42desktop.notify.actions import Act
from c42desktop.notify.notification import Notification, key_of_calendar
from c42desktop.notify.scene import Scene
from c42desktop.notify.shown import Why
from c42desktop.notify.text import one_line, said

SUMMARY_KEY = "summary"
SUMMARY_CATEGORY = "x-c42desktop.calendar.summary"
_TITLE_LIMIT = 40
_MOST_NAMED = 4
_MEANWHILE = {Why.AWAY: Meanwhile.AWAY, Why.HELD: Meanwhile.PAUSED}


def summary(changes: Sequence[Change], missed: Sequence[Reminder], scene: Scene, why: Why) -> Notification:
    """How many, and in which calendars; reminders alone by what they are of."""
    counts: Counter[str] = Counter()
    for calendar, count in Counter(change.calendar for change in changes).items():
        counts[one_line(scene.title(calendar), _TITLE_LIMIT)] += count
    told = summed(counts, missed, scene.now, scene.zone, meanwhile=_MEANWHILE.get(why, Meanwhile.NOTHING))
    return _many(SUMMARY_KEY, told.title, said(told))


def of_calendar(calendar: CalendarRef, changes: Sequence[Change], scene: Scene) -> Notification:
    """How many in one calendar, and some of them by name."""
    told = told_of_calendar(changes, one_line(scene.title(calendar), _TITLE_LIMIT), scene.now, scene.zone)
    names = dict.fromkeys(title_of(each.event) if each.event is not None else each.summary for each in changes)
    named = [one_line(name, _TITLE_LIMIT) for name in list(names)[:_MOST_NAMED]]
    return _many(key_of_calendar(calendar), told.title, ", ".join([*named, *_and_others(len(names) - _MOST_NAMED)]))


def _many(key: str, title: str, body: str) -> Notification:
    return Notification(key, title, body, actions=offers.actions([Act.SHOW]), category=SUMMARY_CATEGORY)


def _and_others(count: int) -> list[str]:
    return [ngettext("and {count} other", "and {count} others", count).format(count=count)] if count > 0 else []
