"""The one badge a row may carry: what happened to the event, in a word or two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from c42desktop.calendar.before_after import moved_from
from c42desktop.calendar.field_words import fields_of, is_on_again
from c42desktop.calendar.model import Change, ChangeKind, Event, Moment
from c42desktop.i18n import gettext as _
from c42desktop.ui.tokens import Theme, Tint


class PillKind(StrEnum):
    """What a pill says; its colour follows."""

    UNSENT = "unsent"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    DELAYED = "delayed"
    MOVED = "moved"
    CHANGED = "changed"
    INVITATION = "invitation"
    SUGGESTED = "suggested"
    NEW = "new"
    OVERLAP = "overlap"


_PRECEDENCE = tuple(PillKind)
"""A row has one pill: of several, the first in the order above. What cannot be undone or waited for comes first, then
what changed, then what asks for an answer, then what is new; that something is in the way anybody can see."""


@dataclass(frozen=True, slots=True)
class Pill:
    """A badge. With `recurrence_id` it belongs to that one changed occurrence of a series only."""

    kind: PillKind
    text: str
    recurrence_id: Moment | None = None

    def concerns(self, event: Event | None) -> bool:
        """True where the badge belongs on a row of `event`."""
        return self.recurrence_id is None or (event is not None and event.recurrence_id == self.recurrence_id)

    def tint(self, theme: Theme) -> Tint:
        """Its colours."""
        match self.kind:
            case PillKind.CANCELLED | PillKind.OVERDUE:
                return theme.red
            case PillKind.NEW:
                return theme.green
            case PillKind.INVITATION:
                return theme.blue
            case PillKind.SUGGESTED | PillKind.UNSENT | PillKind.OVERLAP:
                return theme.quiet
        return theme.amber


def foremost(*pills: Pill | None) -> Pill | None:
    """The one to show."""
    return min((pill for pill in pills if pill), key=lambda pill: _PRECEDENCE.index(pill.kind), default=None)


def after(known: Pill | None, told: Pill) -> Pill:
    """The badge once more has been told: a new room does not hide that the event was moved."""
    hides = known is not None and known.kind is PillKind.MOVED and told.kind is PillKind.CHANGED
    return known if known is not None and hides and known.recurrence_id == told.recurrence_id else told


def unsent_pill() -> Pill:
    """The badge of what the person changed, and no server knows yet."""
    return Pill(PillKind.UNSENT, _("Not sent yet"))


def pill_for(change: Change, now: datetime) -> Pill | None:
    """The badge that tells a change; None for one that leaves no row to put it on."""
    which = change.event.recurrence_id if change.event else None
    if change.kind is ChangeKind.ADDED:
        return Pill(PillKind.NEW, _("New"), which)
    if change.kind is ChangeKind.CANCELLED:
        return Pill(PillKind.CANCELLED, _("Cancelled"), which)
    if change.kind is not ChangeKind.CHANGED:
        return None
    if is_on_again(fields_of(change)):
        return Pill(PillKind.CHANGED, _("On again"), which)
    assert now.tzinfo is not None
    moved = moved_from(change, now, now.tzinfo)
    if moved:
        return Pill(PillKind.MOVED, _("Moved from {time}").format(time=moved), which)
    return Pill(PillKind.CHANGED, _("Changed"), which)
