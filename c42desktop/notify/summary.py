"""Many changes, and reminders that came too late, in one notification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from c42desktop.calendar.model import CalendarRef, Change, Reminder
from c42desktop.calendar.words import remind, title_of
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.notify import offers
from c42desktop.notify.actions import Act
from c42desktop.notify.notification import Notification, key_of_calendar
from c42desktop.notify.scene import Scene
from c42desktop.notify.shown import Why
from c42desktop.notify.text import one_line

SUMMARY_KEY = "summary"
SUMMARY_CATEGORY = "x-c42desktop.calendar.summary"
_TITLE_LIMIT = 40
_MOST_NAMED = 4


def summary(changes: Sequence[Change], missed: Sequence[Reminder], scene: Scene, why: Why) -> Notification:
    """How many, and in which calendars; reminders alone by what they are of."""
    count = ", ".join(filter(None, [counted(len(changes)), "" if changes else _reminders(len(missed))]))
    words = {
        Why.AWAY: _("While you were away: {changes}"),
        Why.HELD: _("While notifications were paused: {changes}"),
        Why.BURST: "{changes}",
    }[why]
    if changes:
        body = "; ".join(filter(None, [_by_calendar(changes, scene), _reminders(len(missed))]))
    else:
        told = (remind(each, scene.now, scene.zone).title for each in missed[:_MOST_NAMED])
        body = "\n".join([*map(one_line, told), *_and_others(len(missed) - _MOST_NAMED)])
    return _many(SUMMARY_KEY, words.format(changes=count), body)


def of_calendar(calendar: CalendarRef, changes: Sequence[Change], scene: Scene) -> Notification:
    """How many in one calendar, and some of them by name."""
    names = dict.fromkeys(title_of(each.event) if each.event is not None else each.summary for each in changes)
    named = [one_line(name, _TITLE_LIMIT) for name in list(names)[:_MOST_NAMED]]
    title = one_line(scene.title(calendar), _TITLE_LIMIT)
    words = _("{changes} in {calendar}") if title else "{changes}"
    body = ", ".join([*named, *_and_others(len(names) - _MOST_NAMED)])
    return _many(key_of_calendar(calendar), words.format(changes=counted(len(changes)), calendar=title), body)


def counted(changes: int) -> str:
    """ "7 changes"; nothing for none."""
    words = ngettext("{count} change", "{count} changes", changes)
    return words.format(count=changes) if changes else ""


def _many(key: str, title: str, body: str) -> Notification:
    return Notification(key, title, body, actions=offers.actions([Act.SHOW]), category=SUMMARY_CATEGORY)


def _by_calendar(changes: Iterable[Change], scene: Scene) -> str:
    """ "5 in Product team, 2 in Travel"."""
    counts = Counter(change.calendar for change in changes)
    titled = [(one_line(scene.title(ref), _TITLE_LIMIT), count) for ref, count in counts.most_common()]
    shown = [(title, count) for title, count in titled if title][:_MOST_NAMED]
    parts = [_("{count} in {calendar}").format(count=count, calendar=title) for title, count in shown]
    rest = counts.total() - sum(count for _title, count in shown)
    if parts and rest:
        parts.append(_("{count} elsewhere").format(count=rest))
    return ", ".join(parts)


def _reminders(missed: int) -> str:
    words = ngettext("{count} reminder missed", "{count} reminders missed", missed)
    return words.format(count=missed) if missed else ""


def _and_others(count: int) -> list[str]:
    return [ngettext("and {count} other", "and {count} others", count).format(count=count)] if count > 0 else []
