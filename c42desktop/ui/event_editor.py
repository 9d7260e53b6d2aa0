"""The dialog in which an event is made or changed: what most events need first, the rest behind "More"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QWidget

from c42desktop.calendar.model import Calendar, CalendarRef, Defaults, Event
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import icons, theme
from c42desktop.ui.event_draft import Draft, draft_of, event_of, faults, other_rule
from c42desktop.ui.fields import Field, Labelled, bring_into_view
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.inputs import Options
from c42desktop.ui.more_fields import MoreFields
from c42desktop.ui.when_fields import WhenFields
from c42desktop.ui.widgets import button, foot_row, label, link, soft_breaks

_DOT = 10
NO_DEFAULTS = Defaults((), ())


@dataclass(frozen=True, slots=True)
class Editable:
    """What the dialog is opened with. `calendars` are those that take events, `calendar` is the one chosen; `zone` the
    reader's zone by name, `usual` when one is reminded of what says nothing itself."""

    event: Event
    calendars: Sequence[Calendar]
    calendar: CalendarRef
    now: datetime
    zone: str
    new: bool = False
    usual: Defaults = NO_DEFAULTS


@dataclass(frozen=True, slots=True)
class Extra:
    """What others bring to the dialog, at the end of what is behind "More": the files. `put` puts what it holds into
    an event; `busy()`: it is not done yet, and saving has to wait; `follow(calendar)`: the event goes there."""

    widget: QWidget
    put: Callable[[Event], Event] = lambda event: event
    busy: Callable[[], bool] = lambda: False
    follow: Callable[[CalendarRef], None] = lambda _calendar: None


class EventEditor(FittingDialog):
    """`saved()`: the person is done; whoever listens takes `value` and either accepts or shows what is wrong.

    `contacts`: who is offered for the list of people.
    """

    saved = Signal()

    def __init__(self, editable: Editable, extra: Extra | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("New event") if editable.new else _("Edit event"), parent)
        self.setObjectName("event-editor")
        self._editable, self._extra = editable, extra
        self._before = self._draft = draft_of(editable.event, editable.zone)
        self._title = Field(_("Title"), "event-title")
        self._calendar = self._make_calendar()
        self._when = WhenFields(editable.zone)
        self._place = Field(_("Place"), "event-place")
        self._more_link = link(_("More…"), "event-more", self._open_more)
        self._more = MoreFields(editable.event, editable.now, editable.usual, extra.widget if extra else None)
        self.contacts = self._more.people.contacts
        self._fault = label("", "fault", "event-fault")
        self._fault.hide()
        for part in (self._title, self._when, self._calendar, self._place, self._more_link, self._more):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._add_foot()
        self._show(self._draft)
        self._title.set_text(self._draft.title)
        self._place.set_text(self._draft.place)
        self._connect()
        self._more.setVisible(_needs_more(self._draft) or editable.event.recurring)
        self._more_link.setHidden(not self._more.isHidden())
        self._title.input.setFocus()

    def value(self) -> Event:
        """The event as the person wants it."""
        event = event_of(self._editable.event, self._before, self._draft, new=self._editable.new)
        return self._extra.put(event) if self._extra is not None else event

    def calendar(self) -> CalendarRef:
        """The calendar that is chosen."""
        return self._editable.calendars[self._chosen.currentIndex()].ref

    def changed(self) -> bool:
        """Whether anything differs from what was shown first."""
        added = self._extra is not None and self._extra.put(self._editable.event) != self._editable.event
        return added or self._draft != self._before or self.calendar() != self._editable.calendar

    def changes_rule(self) -> bool:
        """Whether it repeats in another way, which one occurrence cannot."""
        return other_rule(self._before, self._draft)

    def show_fault(self, sentence: str, field: str = "") -> None:
        """Why it cannot be saved, beside the field it is about, else at the end."""
        shows = {
            "title": self._title.show_fault,
            "start": self._when.show_fault,
            "end": self._when.show_fault,
            "repeat": self._more.repeat.show_fault,
            "recurrence": self._more.repeat.show_fault,
            "link": self._more.link.show_fault,
            "calendar": self._calendar.show_fault,
        }
        if field in ("repeat", "recurrence", "link"):
            self._open_more()
        show = shows.get(field)
        if show is not None:
            show(sentence)
        else:
            self._fault.setText(soft_breaks(sentence))
            self._fault.setVisible(bool(sentence))

    def reject(self) -> None:
        """Asks first, if anything would be lost."""
        if self.changed():
            self._ask_to_discard()
        else:
            super().reject()

    # How

    def _connect(self) -> None:
        self._title.edited.connect(lambda: self._take(replace(self._draft, title=self._title.text())))
        self._place.edited.connect(lambda: self._take(replace(self._draft, place=self._place.text())))
        self._when.edited.connect(self._take)
        if self._extra is not None:
            follow = self._extra.follow
            self._chosen.currentIndexChanged.connect(lambda _place: follow(self.calendar()))
        self._more.edited.connect(self._take)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    def _take(self, draft: Draft) -> None:
        """A field has another value; the others go on from there."""
        self._fault.hide()
        self._show(draft)

    def _show(self, draft: Draft) -> None:
        self._draft = draft
        self._when.setVisible(draft.dated)
        self._when.set_draft(draft)
        self._more.set_draft(draft)

    def _on_save(self) -> None:
        for field in ("title", "end", "repeat", "link", "calendar", ""):
            self.show_fault("", field)
        if not self._more.people.add():
            self._open_more()
            return
        found = faults(self._before, self._draft, new=self._editable.new)
        for field, sentence in found.items():
            self.show_fault(sentence, field)
        if found:
            self._go_to(next(iter(found)))
        elif self._extra is not None and self._extra.busy():
            self.show_fault(_("Files are still on their way. Wait for them, or cancel them."))
        else:
            self.saved.emit()

    def _go_to(self, field: str) -> None:
        if field == "end":
            self._when.focus_fault()
            return
        asked = {"title": self._title, "link": self._more.link}.get(field)
        target = asked.input if asked is not None else self._more.repeat
        target.setFocus()
        bring_into_view(target)

    def _open_more(self) -> None:
        if self._more.isHidden():
            self._more.show()
            self._more_link.hide()
            self._more.repeat.setFocus()

    def _make_calendar(self) -> Labelled:
        """Those that take events, each with its colour."""
        self._chosen = Options("event-calendar", _("Calendar"))
        self._chosen.setIconSize(QSize(theme.px(_DOT), theme.px(_DOT)))
        for calendar in self._editable.calendars:
            dot = icons.disc(theme.current().calendar_color(calendar.color), theme.px(_DOT))
            self._chosen.addItem(dot, one_line(calendar.title))
        refs = [calendar.ref for calendar in self._editable.calendars]
        self._chosen.setCurrentIndex(refs.index(self._editable.calendar) if self._editable.calendar in refs else 0)
        return Labelled(_("Calendar"), self._chosen, "event-calendar")

    def _add_foot(self) -> None:
        save = button(_("Add") if self._editable.new else _("Save"), "event-save", self._on_save, "primary")
        save.setDefault(True)
        save.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self.foot.addWidget(self._fault)
        self.foot.addLayout(foot_row(button(_("Cancel"), "event-cancel", self.reject), save))

    def _ask_to_discard(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("event-discard")
        box.setWindowTitle(self.windowTitle())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(_("Throw away what you changed?"))
        discard = box.addButton(_("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(_("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        discard.clicked.connect(lambda: super(EventEditor, self).reject())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _needs_more(draft: Draft) -> bool:
    """Whether anything is in the fields that are not shown at first."""
    usual = Draft(dated=draft.dated)
    hidden = ("repeat", "link", "description", "people", "alarms", "busy", "status")
    return any(getattr(draft, name) != getattr(usual, name) for name in hidden)
