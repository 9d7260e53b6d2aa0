"""Which changes become a notification, and in which words. Pure: no clock, no desktop.

matters.py    which changes are worth an interruption; merging.py: several of one event as one
bursts.py     what is told by itself, and when many are told as one
offers.py     the buttons; due.py: reminders; summary.py: many in one
scene.py      what all that depends on; shown.py: what is on screen; announcement.py: what comes of it
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from c42desktop.calendar.counted_words import of_item
from c42desktop.calendar.model import Change, ChangeKind, ItemRef, Reminder
from c42desktop.calendar.words import capital, invites
from c42desktop.notify import offers
from c42desktop.notify.actions import Subject
from c42desktop.notify.announcement import Announcement
from c42desktop.notify.bursts import SPAN, Batch
from c42desktop.notify.matters import is_quiet, is_said_softly
from c42desktop.notify.merging import merged
from c42desktop.notify.notification import Notification, Urgency, key_of, key_of_calendar
from c42desktop.notify.scene import Scene
from c42desktop.notify.shown import OnScreen, Shown, Why
from c42desktop.notify.summary import SUMMARY_KEY, of_calendar, summary
from c42desktop.notify.text import PART_LIMIT, joined, one_line, said


def notification_for(changes: Sequence[Change], scene: Scene) -> Notification | None:
    """The notification that tells the changes of one item; None where they are not worth an interruption, or undo each
    other. Several dates of one series: a line each."""
    loud = [change for change in merged(changes) if not is_quiet(change, scene)]
    if not loud:
        return None
    last, calendar = loud[-1], scene.title(loud[-1].calendar)
    told = of_item(loud, scene.now, scene.zone)
    body = joined(said(told), calendar)
    if len(loud) > 1 and told.details:
        body = "\n".join([*(capital(one_line(each, PART_LIMIT)) for each in told.details), calendar])
    softly = all(map(is_said_softly, loud))
    return Notification(
        key=key_of(ItemRef(last.calendar, last.item_id)),
        title=told.title,
        body=body,
        urgency=Urgency.LOW if softly else Urgency.NORMAL,
        sound="" if softly else "invitation" if invites(last) else "change",
        actions=offers.actions(offers.of_change(last)),
    )


def announce(
    batch: Batch, on_screen: OnScreen, at: float, scene: Scene, why: Why = Why.BURST, missed: Sequence[Reminder] = ()
) -> Announcement:
    """How a batch is told, which may be none, beside what is on screen at `at`. `missed` reminders are told with it."""
    scope = batch.scope
    if isinstance(scope, ItemRef):
        return replace(_of_item(scope, batch.changes, batch.changes, on_screen, scene), why=why)
    key = key_of_calendar(scope) if scope is not None else SUMMARY_KEY
    folded = _folded(key, batch, on_screen, at, why)
    before = (change for each in folded for change in on_screen.changes(each))
    changes = _each_once(on_screen.changes(key), before, batch.changes)
    reminders = tuple(dict.fromkeys([*on_screen.reminders(key), *missed]))
    item = _only_item(changes)
    if item is not None and not reminders:
        # One that changed again and again: what it is now says more than how often.
        announcement = _of_item(item, changes, batch.changes, on_screen, scene)
        others = (other for other in (*folded, key) if other != key_of(item))
        return replace(announcement, withdraws=(*announcement.withdraws, *others))
    shown = on_screen.get(key)
    why = why if shown is None or shown.why is why else Why.BURST
    notification = of_calendar(scope, changes, scene) if scope is not None else summary(changes, reminders, scene, why)
    if shown is None:  # what counts on makes no noise
        notification = replace(notification, sound="change")
    subject = Subject(changes=changes, reminders=reminders)
    return Announcement(notification, subject, batch.changes, tuple(missed), bool(missed), folded, why)


def _folded(key: str, batch: Batch, on_screen: OnScreen, at: float, why: Why) -> tuple[str, ...]:
    """The keys of what is on screen and belongs to a burst: what has just been shown, and what it makes outdated."""
    items = {(change.item_id, change.calendar) for change in batch.changes}

    def belongs(shown: Shown) -> bool:
        item = shown.subject.item
        if item is not None and (item.item_id, item.calendar) in items:
            return True
        here = batch.scope is None or all(change.calendar == batch.scope for change in shown.subject.changes)
        return here and shown.at > at - SPAN and shown.why is why

    return tuple(other for other, shown in on_screen.telling_changes() if other != key and belongs(shown))


def _of_item(
    item: ItemRef, changes: Iterable[Change], news: tuple[Change, ...], on_screen: OnScreen, scene: Scene
) -> Announcement:
    """With what is still on screen of the item. Nobody needs to know of what came and went; what is as it was before is
    told all the same, as somebody may have read the other."""
    key = key_of(item)
    told = _each_once(on_screen.changes(key), changes)
    notification = notification_for(told, scene)
    shown = on_screen.get(key)
    if notification is None and not any(change.kind is ChangeKind.ADDED for change in told):
        told = news
        notification = notification_for(told, scene)
    if notification is None:
        return Announcement(None, changes=news, withdraws=(key,) if shown is not None else ())
    if shown is not None and shown.notification == notification:
        return Announcement(None, changes=news)
    return Announcement(notification, Subject(item, merged(told)[-1].event, told), news)


def _only_item(changes: Sequence[Change]) -> ItemRef | None:
    """The item that all of them are of, if they are of one."""
    if not changes:
        return None
    first = changes[0]
    same = all(each.item_id == first.item_id and each.calendar == first.calendar for each in changes)
    return ItemRef(first.calendar, first.item_id) if same else None


def _each_once(*changes: Iterable[Change]) -> tuple[Change, ...]:
    """All of them. One and the same is one, two that look alike are two."""
    return tuple({id(change): change for change in chain(*changes)}.values())
