"""The calendars in the sidebar: below their accounts, dragged into the person's order, and dropped upon."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import Calendar, CalendarRef, ItemRef
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.account_line import AccountShown, AccountState, Bar
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.drags import Dragged, DragSource, dragged_item
from c42desktop.ui.fields import bring_into_view
from c42desktop.ui.widgets import ElidedLabel, style


class GroupTitle(QWidget):
    """Whose calendars follow."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar()
        self._words = ElidedLabel("", "section", "group-title")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self._bar)
        row.addWidget(self._words, 1)

    def set(self, words: str, color: str) -> None:
        """Say it; without a colour, nobody's."""
        self._bar.set_color(color)
        self._bar.setVisible(bool(color))
        self._words.set_full_text(words)


class DropLine(QWidget):
    """Where a calendar would be put."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop-line")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().accent))
        painter.end()


class CalendarList(QWidget):
    """All of them.

    `visibility_changed(CalendarRef, bool)`, `menu_wanted(Calendar, QPoint)`, `order_requested(list of CalendarRef)`,
    `event_dropped(ItemRef, CalendarRef)`. `find_dragged` says what dragging a calendar out of the window gives;
    `may_write` whether events may be put into one.
    """

    visibility_changed = Signal(object, bool)
    menu_wanted = Signal(object, QPoint)
    order_requested = Signal(object)
    event_dropped = Signal(object, object)

    def __init__(self, find_dragged: Callable[[Calendar], Dragged | None]) -> None:
        super().__init__()
        self._find_dragged = find_dragged
        self.may_write: Callable[[CalendarRef], bool] = lambda _ref: True
        self._boxes: dict[CalendarRef, CalendarBox] = {}
        self._unread: dict[CalendarRef, int] = {}
        self._accounts: Sequence[AccountShown] = ()
        self._groups: dict[str, GroupTitle] = {}  # by account; "" for the calendars of none
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._line = DropLine(self)
        self._target: CalendarBox | None = None
        self.setAcceptDrops(True)
        style(self, "clear")

    def box(self, ref: CalendarRef) -> CalendarBox | None:
        """One of them, if it is there."""
        return self._boxes.get(ref)

    def set_accounts(self, accounts: Sequence[AccountShown]) -> None:
        """Whose they are, in this order."""
        before, self._accounts = self._accounts, tuple(accounts)
        if [_grouping(each) for each in before] != [_grouping(each) for each in accounts]:
            self._arrange()

    def set_calendars(self, calendars: Sequence[Calendar]) -> None:
        """In this order, or in this order below each account; boxes that are there already stay."""
        wanted = {calendar.ref for calendar in calendars}
        self._aim_at(None)
        for ref in [ref for ref in self._boxes if ref not in wanted]:
            box = self._boxes.pop(ref)
            self._column.removeWidget(box)
            box.deleteLater()
        self._boxes = {each.ref: self._boxes.get(each.ref) or self._new_box(each) for each in calendars}
        for calendar in calendars:
            self._boxes[calendar.ref].set(calendar)
        self._arrange()

    def set_unread(self, counts: Mapping[CalendarRef, int]) -> None:
        """How much happened in each that nobody has seen yet."""
        self._unread = dict(counts)
        for ref, box in self._boxes.items():
            box.set_unread(counts.get(ref, 0))

    # How they stand

    def _arrange(self) -> None:
        """Put the boxes below their accounts, where there are several."""
        signed_out = {each.jid for each in self._accounts if each.state is AccountState.SIGNED_OUT}
        for ref, box in self._boxes.items():
            box.set_stale(ref.account in signed_out)
        for place, widget in enumerate(self._order()):
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
        order = self._shown()
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _order(self) -> list[QWidget]:
        grouped = self._grouped()
        if len(self._accounts) < 2:
            self._forget_groups(set())
            return [box for boxes in grouped.values() for box in boxes]
        owners = {each.jid: each for each in self._accounts}
        self._forget_groups(set(grouped))
        return [part for jid, boxes in grouped.items() for part in (self._group(owners.get(jid)), *boxes)]

    def _grouped(self) -> dict[str, list[CalendarBox]]:
        """The boxes of each account, those of none last; all together where there are not several."""
        several = len(self._accounts) > 1
        owners = [each.jid for each in self._accounts] if several else []
        grouped: dict[str, list[CalendarBox]] = {jid: [] for jid in (*owners, "")}
        for ref, box in self._boxes.items():
            grouped[ref.account if ref.account in owners else ""].append(box)
        return {jid: boxes for jid, boxes in grouped.items() if boxes}

    def _shown(self) -> list[CalendarBox]:
        return [box for boxes in self._grouped().values() for box in boxes]

    def _group(self, owner: AccountShown | None) -> GroupTitle:
        jid = owner.jid if owner else ""
        title = self._groups.setdefault(jid, GroupTitle())
        words = _("On this computer")
        if owner is not None:
            signed_out = owner.state is AccountState.SIGNED_OUT
            words = _("{jid} · signed out").format(jid=jid) if signed_out else jid
        title.set(words, owner.color if owner else "")
        return title

    def _forget_groups(self, but: set[str]) -> None:
        for jid in [jid for jid in self._groups if jid not in but]:
            title = self._groups.pop(jid)
            self._column.removeWidget(title)
            title.deleteLater()

    def _new_box(self, calendar: Calendar) -> CalendarBox:
        box = CalendarBox(calendar)
        box.set_unread(self._unread.get(calendar.ref, 0))
        box.clicked.connect(lambda checked: self.visibility_changed.emit(box.calendar.ref, checked))
        box.menu_wanted.connect(self.menu_wanted)
        box.move_wanted.connect(lambda by: self.move_by(box.calendar.ref, by))
        DragSource(box, lambda _at: self._find_dragged(box.calendar) or _movable(box.calendar))
        return box

    # Another order

    def can_move(self, ref: CalendarRef, by: int) -> bool:
        """Whether there is a place so much further down, among those of the same account."""
        group = self._group_of(ref)
        place = next((place for place, box in enumerate(group) if box.calendar.ref == ref), -1)
        return place >= 0 and 0 <= place + by < len(group)

    def move_by(self, ref: CalendarRef, by: int) -> None:
        """Ask for the calendar to stand so much further down."""
        if self.can_move(ref, by):
            group = self._group_of(ref)
            place = group.index(self._boxes[ref])
            self._put(ref, place + by + (by > 0))
            bring_into_view(self._boxes[ref])

    def _group_of(self, ref: CalendarRef) -> list[CalendarBox]:
        return next((boxes for boxes in self._grouped().values() if self._boxes.get(ref) in boxes), [])

    def _put(self, ref: CalendarRef, gap: int) -> None:
        """Ask for it to stand in the gap before the one with this number, of those of the same account."""
        moved = self._boxes[ref]
        group = self._group_of(ref)
        ordered = [*(box for box in group[:gap] if box is not moved), moved]
        ordered += [box for box in group[gap:] if box is not moved]
        if ordered != group:
            grouped = [ordered if boxes == group else boxes for boxes in self._grouped().values()]
            self.order_requested.emit([box.calendar.ref for boxes in grouped for box in boxes])

    # What is dragged over them

    def dragEnterEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """A calendar of this list or an event; anything else is the window's business."""
        event.setAccepted(self._own(event) is not None or dragged_item(event.mimeData()) is not None)

    def dragMoveEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Show where it would go."""
        own, at = self._own(event), event.position().toPoint()
        if own is not None:
            self._show_gap(own, at)
            event.setAccepted(not self._line.isHidden())
        else:
            self._aim_at(self._taker(event, at))
            event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        """Nothing goes anywhere."""
        self._line.hide()
        self._aim_at(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Another order, or an event for another calendar."""
        own, at = self._own(event), event.position().toPoint()
        self._line.hide()
        self._aim_at(None)
        item, taker = dragged_item(event.mimeData()), self._taker(event, at)
        if own is not None and self._gap(own, at) is not None:
            event.acceptProposedAction()
            self._put(own.calendar.ref, self._gap(own, at) or 0)
        elif own is None and item is not None and taker is not None:
            event.acceptProposedAction()
            self.event_dropped.emit(item, taker.calendar.ref)

    def _own(self, event: QDropEvent) -> CalendarBox | None:
        source = event.source()
        return source if isinstance(source, CalendarBox) and source in self._boxes.values() else None

    def _taker(self, event: QDropEvent, at: QPoint) -> CalendarBox | None:
        """The calendar below the pointer, if the event may be put into it and is not there already."""
        item: ItemRef | None = dragged_item(event.mimeData())
        box = next((box for box in self._boxes.values() if box.geometry().contains(at)), None)
        if item is None or box is None or box.calendar.ref == item.calendar:
            return None
        return box if self.may_write(box.calendar.ref) else None

    def _gap(self, own: CalendarBox, at: QPoint) -> int | None:
        """Before which of those of the same account the pointer is; None where it is far from them."""
        group = self._group_of(own.calendar.ref)
        slack = own.height() // 2
        if not group[0].y() - slack <= at.y() <= group[-1].geometry().bottom() + slack:
            return None
        return sum(box.geometry().center().y() < at.y() for box in group)

    def _show_gap(self, own: CalendarBox, at: QPoint) -> None:
        gap = self._gap(own, at)
        if gap is None:
            self._line.hide()
            return
        group = self._group_of(own.calendar.ref)
        y = group[gap].y() if gap < len(group) else group[-1].geometry().bottom() + 1
        height = theme.px(2)
        self._line.setGeometry(QRect(theme.px(12), max(0, y - height // 2), self.width() - theme.px(24), height))
        self._line.raise_()
        self._line.show()

    def _aim_at(self, box: CalendarBox | None) -> None:
        if box is not self._target:
            for each, aimed in ((self._target, False), (box, True)):
                if each is not None:
                    each.set_target(aimed)
            self._target = box


def _movable(calendar: Calendar) -> Dragged:
    """An empty calendar gives no file, and has a place in the list all the same."""

    def nothing() -> str:
        raise OSError

    return Dragged(calendar.title, calendar.color, nothing, lambda: Path(nothing()))


def _grouping(shown: AccountShown) -> tuple[str, str, bool]:
    return shown.jid, shown.color, shown.state is AccountState.SIGNED_OUT
