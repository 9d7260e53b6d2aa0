"""A new event in one line: what it says is shown below while it is typed, and Return adds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import Calendar, CalendarRef, Event, Occurrence, as_local
from c42desktop.calendar.persons import address_of
from c42desktop.calendar.quick_add import Quick, quick_add
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import icons, phrases, theme
from c42desktop.ui.inputs import Combo
from c42desktop.ui.quick_line import QuickLine
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import button, label, link, soft_breaks, style

WIDTH = 420
_SHOWN = 80  # characters of a title or a place
_WEEK = 7


class QuickAdd(Dialog):
    """A small frame below a button; Escape and a click beside it close it, and keep what was typed for the next time.

    `added(Event, CalendarRef)`: answered by `taken` or `show_fault`. `more(Event or None, CalendarRef or None)`: all
    fields of what was typed so far are wanted; None: nothing was. The events have no uid. `now` gives the time in the
    reader's zone.
    """

    added = Signal(object, object)
    more = Signal(object, object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("quick-add")
        self.setAccessibleName(_("New event"))
        self._now = now
        self._calendars: tuple[Calendar, ...] = ()
        self._chosen: CalendarRef | None = None
        self._quick: Quick | None = None
        self.line = QuickLine()
        self._title = label("", "strong", "quick-add-title")
        self._when = label("", "", "quick-add-when")
        self._about = label("", "secondary", "quick-add-about")
        self._fault = label("", "fault", "quick-add-fault")
        self._calendar = self._make_calendar()
        self._more = link(_("More options…"), "quick-add-more", self._on_more)
        self._add = button(_("Add"), "quick-add-add", self._on_add, "primary")
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self._read())
        self.line.returnPressed.connect(self._on_add)
        self._read()

    # What the application sets

    def set_calendars(self, calendars: Sequence[Calendar], usual: CalendarRef | None = None) -> None:
        """Those that take new events; `usual` is where the last one went."""
        self._calendars = tuple(calendars)
        self._calendar.clear()
        for calendar in calendars:
            self._calendar.addItem(self._dot(calendar), one_line(calendar.title, 40))
        if self._chosen not in [calendar.ref for calendar in calendars]:
            self._chosen = usual
        self._calendar.setVisible(bool(calendars))
        self._read()

    def open_at(self, anchor: QWidget) -> None:
        """Show it below a widget, or inside one that is a window, within its screen, with the keyboard."""
        self.show_fault("")
        self._read()  # it may be another day by now
        self.move(self._place(anchor))
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def taken(self) -> None:
        """The event is there: the line is free for the next one."""
        self.line.clear()
        self.close()

    def show_fault(self, sentence: str) -> None:
        """Why it could not be added; "" for nothing."""
        self._fault.setText(soft_breaks(sentence))
        self._fault.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence or self._spoken())
        self._fit()

    # How

    def _make_calendar(self) -> Combo:
        made = Combo()
        made.setObjectName("quick-add-calendar")
        made.setAccessibleName(_("Calendar"))
        made.setProperty("fit", "compact")
        made.setIconSize(QSize(theme.px(10), theme.px(10)))
        made.setMinimumContentsLength(8)
        made.activated.connect(self._on_chosen)
        return made

    def _dot(self, calendar: Calendar) -> QIcon:
        color, side = theme.current().calendar_color(calendar.color), theme.px(10)
        made = icons.disc(color, side)
        made.addPixmap(icons.pixmap("disc", color, side, self.devicePixelRatioF()), QIcon.Mode.Disabled)
        return made  # disabled, as the line names it, it is no less that calendar

    def _lay_out(self) -> None:
        frame = QWidget()
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(frame, "popover")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addSpacing(theme.px(8))
        for each, gap in ((self._title, 0), (self._when, 2), (self._about, 2), (self._fault, 6)):
            each.setContentsMargins(theme.px(12), theme.px(gap), theme.px(12), 0)
            column.addWidget(each)
        column.addSpacing(theme.px(12))
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(self._calendar, 1)
        foot.addStretch(0)
        foot.addWidget(self._more)
        foot.addWidget(self._add)
        column.addLayout(foot)
        self.setFixedWidth(theme.px(WIDTH))

    def _place(self, anchor: QWidget) -> QPoint:
        """Below the anchor and within its window, where that is wide enough; on its screen in any case."""
        screen, window = anchor.screen().availableGeometry(), anchor.window().frameGeometry()
        if anchor.isWindow():
            wanted = anchor.mapToGlobal(QPoint((anchor.width() - self.width()) // 2, theme.px(64)))
        else:
            wanted = anchor.mapToGlobal(QPoint(0, anchor.height() + theme.px(4)))
        left = wanted.x()
        if window.width() >= self.width():
            left = max(window.left(), min(left, window.right() + 1 - self.width()))
        left = max(screen.left(), min(left, screen.right() + 1 - self.width()))
        return QPoint(left, max(screen.top(), min(wanted.y(), screen.bottom() + 1 - self.height())))

    def event(self, event: QEvent) -> bool:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange and self._calendars:
            for place, calendar in enumerate(self._calendars):
                self._calendar.setItemIcon(place, self._dot(calendar))
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Only now its words have the size they are drawn in."""
        super().showEvent(event)
        self._fit()

    def _read(self) -> None:
        """Show what the line says."""
        now, text = self._now(), self.line.text()
        assert now.tzinfo is not None
        names = [calendar.title for calendar in self._calendars]
        typed = bool(text.strip())
        month_first = QLocale().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")
        quick = quick_add(text, now, now.tzinfo, calendars=names, month_first=month_first)
        self._quick = quick if typed else None
        self.line.mark(quick.parts)
        self._show_calendar(quick.calendar)
        self._title.setText(soft_breaks(one_line(quick.event.summary, _SHOWN) or _("What is it called?")))
        style(self._title, "strong" if quick.event.summary else "faded")
        self._when.setText(when_of(quick.event, now))
        self._about.setText(soft_breaks(about(quick.event, now) if typed else _hint(bool(self._calendars))))
        for each, shown in ((self._title, typed), (self._when, typed), (self._about, bool(self._about.text()))):
            each.setVisible(shown)
        self._add.setEnabled(bool(quick.event.summary and self._calendars))
        self.show_fault("")

    def _show_calendar(self, named: int | None) -> None:
        """The one that the line names, else the one that was chosen."""
        refs = [calendar.ref for calendar in self._calendars]
        chosen = refs.index(self._chosen) if self._chosen in refs else 0
        self._calendar.setCurrentIndex(chosen if named is None else named)
        self._calendar.setEnabled(named is None)

    def _spoken(self) -> str:
        shown = (self._title, self._when, self._about)
        return ", ".join(each.text() for each in shown if not each.isHidden())

    def _fit(self) -> None:
        """As high as its words are."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _on_chosen(self, place: int) -> None:
        self._chosen = self._calendars[place].ref
        self.line.setFocus()

    def _ref(self) -> CalendarRef | None:
        place = self._calendar.currentIndex()
        return self._calendars[place].ref if 0 <= place < len(self._calendars) else None

    def _on_add(self) -> None:
        if self._quick is not None and self._add.isEnabled():
            self._chosen = self._ref()
            self.added.emit(self._quick.event, self._chosen)

    def _on_more(self) -> None:
        event, ref = self._quick.event if self._quick is not None else None, self._ref()
        self.close()
        self.more.emit(event, ref)


def when_of(event: Event, now: datetime) -> str:
    """ "Thursday 12:30 – 13:30", "Tomorrow, all day"."""
    assert event.start is not None and event.end is not None
    words = phrases.when(Occurrence(event, event.start, event.end), now)
    return _("{days}, all day").format(days=words) if event.all_day else words


def about(event: Event, now: datetime) -> str:
    """The date of a day that goes by its name, how it repeats, the place, and who is asked."""
    assert event.start is not None and now.tzinfo is not None
    day = as_local(event.start, now.tzinfo).date()
    date = phrases.day_title(day, now.date())[1] if abs((day - now.date()).days) < _WEEK else ""
    place, people = one_line(event.location, _SHOWN), map(address_of, event.attendees)
    return " · ".join(filter(None, (date, phrases.repeats(event), place, *people)))


def _hint(writable: bool) -> str:
    if not writable:
        return _("None of your calendars takes new events. Add or create one first.")
    return _("When, where, with whom: “Thu 12:30 1h”, “@Canteen”, “with ann@example.org”, “every week”, “#calendar”.")
