"""Events made, changed, moved and deleted in the window: opens the dialogs, and hands what comes of them on.

editing.py (in the core) keeps and sends it; disputes.py offers what two have changed to be decided. The dialogs are
loaded when they are first asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from c42desktop.calendar.edits import Span, duplicate, new_uid
from c42desktop.calendar.model import Calendar, CalendarRef, Defaults, Event, EventType, ItemRef
from c42desktop.controllers.banner import BannerController
from c42desktop.editing import Editing
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act, Subject
from c42desktop.plain import one_line
from c42desktop.settings import Settings
from c42desktop.ui import phrases
from c42desktop.ui.agenda_model import ROW
from c42desktop.ui.agenda_rows import Row
from c42desktop.ui.event_menu import Rights
from c42desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from c42desktop.ui.contacts import ContactModel
    from c42desktop.ui.event_editor import EventEditor, Extra

MakeExtra = Callable[[Event, CalendarRef], "Extra | None"]
FindContacts = Callable[[str, "ContactModel"], object]
"""(account, what they are put into): looks for those to be offered; they may come later."""
_SECTION, _LAST = "editing", "calendar"


class EditingController:
    """`now` gives the instant in the reader's zone. `defaults(calendar)`: when one is reminded of its events.

    `find_source(item)`: what the server sent, raises UserError. `export(item, title)` asks for a file.
    `make_extra(event, calendar)`: what stands at the end of the dialog (the files). `find_contacts`: who is offered.
    """

    def __init__(
        self,
        window: MainWindow,
        editing: Editing,
        banner: BannerController,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        defaults: Callable[[Calendar], Defaults],
        find_source: Callable[[ItemRef], str],
        export: Callable[[ItemRef, str], None],
        make_extra: MakeExtra = lambda _event, _calendar: None,
        find_contacts: FindContacts = lambda _account, _contacts: None,
    ) -> None:
        self._window = window
        self._editing = editing
        self._banner = banner
        self._settings = settings
        self._now = now
        self._defaults = defaults
        self._find_source = find_source
        self._export = export
        self._make_extra = make_extra
        self._find_contacts = find_contacts
        self._calendars: tuple[Calendar, ...] = ()
        window.event_dropped.connect(self.move)

    def set_calendars(self, calendars: Iterable[Calendar]) -> None:
        """These are known, in the order of the sidebar."""
        self._calendars = tuple(calendars)

    def targets(self) -> list[Calendar]:
        """The calendars that take events of the person."""
        return [each for each in self._calendars if self._editing.takes_events(each)]

    def rights(self, subject: Subject) -> Rights:
        """What the person may do with an event, and how its changes stand."""
        item, event = subject.item, subject.event
        if item is None or event is None:
            return Rights()
        why = self._why_not(item, event)
        waits, disputed = self._editing.is_waiting(item), self._editing.is_disputed(item)
        return Rights(not why, why, self.targets, waits, disputed)

    def do(self, act: Act, subject: Subject) -> None:
        """What a button, a menu or a key asks for."""
        item, event = subject.item, subject.event
        if item is None or event is None:
            return
        match act:
            case Act.EDIT:
                self._edit(item, event)
            case Act.DUPLICATE:
                copy = replace(event, rrules=(), rdates=(), exdates=())  # of what is seen, which is one occurrence
                self.open_new(duplicate(copy, new_uid()), item.calendar)
            case Act.DELETE:
                self._delete(item, event)
            case Act.EXPORT:
                self._export(item, event.summary)
            case Act.SOURCE:
                self._try(partial(self._show_source, item, event))

    def open_new(self, draft: Event | None = None, calendar: CalendarRef | None = None) -> None:
        """The dialog for a new event: an hour from the next full one on, or what is in the draft."""
        from c42desktop.ui.event_draft import new_event, next_hour

        targets = self.targets()
        if not targets:
            self._banner.reply(_("None of your calendars takes events from you. Add a calendar of your own first."))
            return
        refs = [each.ref for each in targets]
        wanted = next(ref for ref in (calendar, self.last(), refs[0]) if ref in refs)
        now, zone = self._now(), zone_name()
        event = draft or new_event(new_uid(), next_hour(now, self._day(now.date())), zone)
        editor = self._open(event, wanted, targets, new=True)
        editor.saved.connect(partial(self._create, editor))

    def added(self, item: ItemRef) -> None:
        """A new event is there: it is shown, and the next one goes into the same calendar."""
        calendar = item.calendar
        self._settings.set(_SECTION, _LAST, json.dumps([calendar.account, calendar.service, calendar.node]))
        self._window.open_item(item)

    def last(self) -> CalendarRef | None:
        """Where the last new event went."""
        try:
            account, service, node = map(str, json.loads(self._settings.get(_SECTION, _LAST, "")))
        except (ValueError, TypeError):
            return None
        return CalendarRef(account, service, node)

    def move(self, item: ItemRef, to: CalendarRef) -> None:
        """Into another calendar, with the way back."""
        if item.calendar != to:
            self._try(partial(self._move, item, to))

    # -- how ----------------------------------------------------------------------------------------------------

    def _open(self, event: Event, calendar: CalendarRef, targets: Sequence[Calendar], *, new: bool) -> EventEditor:
        from c42desktop.ui.event_editor import Editable, EventEditor

        known = next(each for each in targets if each.ref == calendar)
        editable = Editable(event, targets, calendar, self._now(), zone_name(), new, self._defaults(known))
        editor = EventEditor(editable, self._make_extra(event, calendar), self._window)
        editor.finished.connect(lambda _result: editor.deleteLater())
        editor.open()
        self._find_contacts(calendar.account, editor.contacts)
        return editor

    def _create(self, editor: EventEditor) -> None:
        self._done(editor, lambda: self.added(self._editing.create(editor.calendar(), editor.value())))

    def _edit(self, item: ItemRef, event: Event) -> None:
        why = self._why_not(item, event)
        if why:
            self._banner.reply(why)
            return
        takers = {each.ref for each in self.targets()} | {item.calendar}
        targets = [each for each in self._calendars if each.ref in takers]
        editor = self._open(event, item.calendar, targets, new=False)
        editor.saved.connect(partial(self._ask_span, editor, item, event))

    def _ask_span(self, editor: EventEditor, item: ItemRef, event: Event) -> None:
        """How much of a series is to change; what does not repeat, or is only moved elsewhere, needs no question."""
        from c42desktop.ui.span_question import save_question, spans_for

        spans = spans_for(event, changes_rule=editor.changes_rule())
        if len(spans) == 1 or editor.value() == event:
            self._change(editor, item, event, Span.ALL if event.recurrence_id is None else Span.THIS)
            return
        question = save_question(event, spans, editor)
        question.chosen.connect(partial(self._change, editor, item, event))
        question.finished.connect(lambda _result: question.deleteLater())
        question.open()

    def _change(self, editor: EventEditor, item: ItemRef, event: Event, span: Span) -> None:
        def change() -> None:
            wanted, calendar = editor.value(), editor.calendar()
            if wanted != event:
                self._editing.change(item, event, wanted, span)
            if calendar != item.calendar:
                self._move(item, calendar)

        self._done(editor, change)

    def _delete(self, item: ItemRef, event: Event) -> None:
        why = self._why_not(item, event)
        if why:
            self._banner.reply(why)
            return
        from c42desktop.ui.span_question import delete_question

        question = delete_question(event, item.calendar, self._window)
        question.chosen.connect(lambda span: self._try(lambda: self._editing.delete(item, event, span)))
        question.finished.connect(lambda _result: question.deleteLater())
        question.open()

    def _move(self, item: ItemRef, to: CalendarRef) -> None:
        moved = self._editing.move(item, to)
        title = next((one_line(each.title) for each in self._calendars if each.ref == to), to.node)
        back = partial(self._try, lambda: self._editing.move(moved, item.calendar))
        told = _("Moved to “{calendar}”.").format(calendar=title)
        self._banner.ask(told, [("undo", _("Undo"))], lambda _choice: back(), lambda: None)

    def _show_source(self, item: ItemRef, event: Event) -> None:
        from c42desktop.ui.source_dialog import SourceDialog

        dialog = SourceDialog(phrases.title(event), self._find_source(item), self._window)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def _why_not(self, item: ItemRef, event: Event) -> str:
        """Why the person may not change it; "" where they may."""
        if all(each.ref != item.calendar for each in self._calendars):
            return _("This calendar is not there any more.")
        permission = event.personal.permission
        if permission and not permission.endswith("_write"):
            return _("You may only read this event.")
        if not self._editing.may_write(item.calendar):
            return _("You may only read this calendar.")
        if event.start is None and event.type is not EventType.TODO:
            return _("This event cannot be read, so it cannot be changed.")
        return ""

    def _done(self, editor: EventEditor, what: Callable[[], object]) -> None:
        """Do it and close the dialog, or say there why not."""
        try:
            what()
        except UserError as error:
            editor.show_fault(str(error), error.field)
        else:
            editor.accept()

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except UserError as error:
            self._banner.reply(str(error), error=True)

    def _day(self, today: date) -> date:
        """The day that is looked at, where it is one to come."""
        row = self._window.view.row_at(0).data(ROW)  # also below the heading that stays at the top
        ahead = isinstance(row, Row) and today < row.day and row.day.year < date.max.year
        return row.day if ahead and not self._window.page.shows_activity() else today


def zone_name() -> str:
    """The zone of this machine by its name, which a series needs to stay at its hour all year."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if "/" in name else "Etc/UTC"
