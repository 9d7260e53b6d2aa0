"""What a person does about an event, a change or a reminder: done here, wherever it was asked for.

A button of the desktop's notification, of the banner, of a row and of the details all end in `do`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from c42desktop.answering import Answering
from c42desktop.calendar.maps import map_link
from c42desktop.calendar.meetings import join_link
from c42desktop.calendar.model import CalendarRef, Event, ItemRef, Reminder
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import ANSWERS, Act, Subject
from c42desktop.notify.notification import item_of, key_of
from c42desktop.reminding import Reminding
from c42desktop.ui import phrases
from c42desktop.ui.links import open_link
from c42desktop.ui.main_window import MainWindow
from c42desktop.ui.snooze import Choice, SnoozeDialog

_SEVERAL = Event("")  # what holds for any event


class Acting:
    """Does what is asked for, takes its notification off the screen and counts what it was about as read.

    `now` gives the instant in the reader's zone. `subject(key)`: what a notification is about. `withdraw(key)` takes
    one away, `withdraw_reminders` those about these. `find_choices(event)`: until when one may snooze;
    `read_until(text)`: until when somebody wants to. `tell(sentence)`: why something was not done.
    `show_activity(calendar)`: the list of all changes, or of those of one calendar.
    """

    def __init__(
        self,
        window: MainWindow,
        reminding: Reminding,
        answering: Answering,
        *,
        now: Callable[[], datetime],
        subject: Callable[[str], Subject | None],
        withdraw: Callable[[str], None],
        withdraw_reminders: Callable[[Iterable[Reminder]], None],
        mark_read: Callable[[Subject], None],
        find_choices: Callable[[Event], Sequence[Choice]],
        read_until: Callable[[str], datetime],
        join_patterns: Callable[[], Sequence[str]],
        tell: Callable[[str], None],
        show_activity: Callable[[CalendarRef | None], None],
    ) -> None:
        self._window = window
        self._reminding = reminding
        self._answering = answering
        self._now = now
        self._subject = subject
        self._withdraw = withdraw
        self._withdraw_reminders = withdraw_reminders
        self._mark_read = mark_read
        self._find_choices = find_choices
        self._read_until = read_until
        self._join_patterns = join_patterns
        self._tell = tell
        self._show_activity = show_activity
        self._dialog: SnoozeDialog | None = None
        self.on_edit: Callable[[Act, Subject], None] = _nothing  # to change it, copy it, delete it, look inside

    def clicked(self, key: str) -> None:
        """A notification was clicked: what it is about is looked at."""
        subject = self._about(key)
        self._press(key, Act.SHOW if subject.item is None else Act.OPEN, subject)

    def pressed(self, key: str, action: str) -> None:
        """A button of a notification was pressed."""
        subject = self._about(key)
        if action in set(Act):
            self._press(key, Act(action), subject)
        else:
            self.clicked(key)

    def do(self, act: Act, subject: Subject) -> None:
        """Do it, from a row, the details or a list."""
        self._do(act, subject, lambda: None)

    def snooze(self, subject: Subject, until: datetime) -> None:
        """Remind again at an instant (aware)."""
        self._try(partial(self._reminding.snooze, subject.reminders, until), subject)

    def waiting(self, item: ItemRef) -> list[Reminder]:
        """The reminders of an item that wait for an answer; none while the store cannot be read."""
        try:
            return self._reminding.waiting(item)
        except UserError:
            return []

    def close(self) -> None:
        """Nothing is asked any more."""
        if self._dialog is not None:
            self._dialog.close()

    def _about(self, key: str) -> Subject:
        """A notification of which nothing is known any more still names its item."""
        return self._subject(key) or Subject(item_of(key))

    def _press(self, key: str, act: Act, subject: Subject) -> None:
        """The desktop takes away what was pressed, most of the time; who then leaves the choice gets it back."""
        self._do(act, subject, partial(self._remind_again, subject))
        self._withdraw(key)

    def _do(self, act: Act, subject: Subject, left: Callable[[], None]) -> None:
        match act:
            case Act.OPEN | Act.SHOW:
                self._look(act, subject)
            case Act.JOIN:
                self._join(subject)
            case Act.MAP:
                self._go(map_link(subject.event) if subject.event else "", _("Nobody said where on the map this is."))
            case Act.SNOOZE | Act.SNOOZE_ALL:
                self._ask_until(subject, left)
            case Act.DISMISS | Act.DISMISS_ALL:
                self._try(partial(self._reminding.dismiss, subject.reminders), subject)
            case Act.ACCEPT | Act.MAYBE | Act.DECLINE:
                self._answer(subject, ANSWERS[act])
            case _:
                self.on_edit(act, subject)
        if subject.item is not None:
            self._withdraw(key_of(subject.item))
        with contextlib.suppress(UserError):  # it stays unread
            self._mark_read(subject)

    def _look(self, act: Act, subject: Subject) -> None:
        """What is gone, or too far away for the agenda, is in the list of changes."""
        if act is Act.SHOW or subject.item is None or not self._window.open_item(subject.item):
            self._window.present()
            self._show_activity(_only_calendar(subject))

    def _join(self, subject: Subject) -> None:
        """Who joins needs no reminder of it, from wherever that is."""
        link = join_link(subject.event, self._join_patterns()) if subject.event else ""
        if not self._go(link, _("This event names no meeting to join.")):
            return
        waiting = subject.reminders or (tuple(self.waiting(subject.item)) if subject.item else ())
        if waiting:
            self._try(partial(self._reminding.dismiss, waiting), replace(subject, reminders=waiting))

    def _go(self, link: str, otherwise: str) -> bool:
        if not link:
            self._refuse(otherwise)
        elif not open_link(link):
            self._refuse(_("This desktop opens no such addresses: {address}").format(address=link))
        else:
            return True
        return False

    def _answer(self, subject: Subject, answer: str) -> None:
        item, event = subject.item, subject.event
        if item is None or event is None or not self._answering.can_answer(item, event):
            title = phrases.title(event) if event is not None else _("This event")
            self._refuse(_("“{title}” asks for no answer any more.").format(title=title))
            return
        self._try(partial(self._answering.answer, item, event, answer), subject)

    def _ask_until(self, subject: Subject, left: Callable[[], None]) -> None:
        if not subject.reminders:
            self._refuse(_("This reminder is over."))
            return
        self.close()
        one = subject.reminders[0].event if len({each.event for each in subject.reminders}) == 1 else None
        title = _("{count} reminders").format(count=len(subject.reminders)) if one is None else phrases.title(one)
        dialog = SnoozeDialog(title, self._find_choices(one or _SEVERAL), self._now(), self._read_until)
        dialog.chosen.connect(partial(self.snooze, subject))
        dialog.rejected.connect(left)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.present()

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _remind_again(self, subject: Subject) -> None:
        self.snooze(subject, self._now())

    def _try(self, what: Callable[[], None], subject: Subject) -> None:
        """Do it, or say why not. What reminds of it elsewhere goes too."""
        try:
            what()
        except UserError as error:
            self._refuse(str(error))
            return
        self._withdraw_reminders(subject.reminders)
        self._window.refresh_details()

    def _refuse(self, sentence: str) -> None:
        """Somebody pressed something, so the answer may come to the front."""
        self._tell(sentence)
        self._window.present()


def _nothing(_act: Act, _subject: Subject) -> None:
    """Until somebody listens."""


def _only_calendar(subject: Subject) -> CalendarRef | None:
    """The calendar that several changes are of, where they are of one."""
    calendars = {change.calendar for change in subject.changes}
    return calendars.pop() if len(calendars) == 1 and subject.item is None and not subject.reminders else None
