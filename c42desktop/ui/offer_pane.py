"""One calendar before it is added: what is told of it, and what is on next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.access import Access, subscribers_words
from c42desktop.ui.offers import CalendarInfo
from c42desktop.ui.widgets import Icon, button, label, link, style


@dataclass(frozen=True, slots=True)
class Upcoming:
    """An event of a calendar that is looked at."""

    when: str
    title: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The next events of a calendar, or the sentence that is said instead."""

    events: tuple[Upcoming, ...] = ()
    note: str = ""


class OfferPane(QFrame):
    """`add_requested()`, `withdraw_requested()`; `back_requested()` where there is no room for the list beside it."""

    add_requested = Signal()
    withdraw_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer-pane")
        style(self, "card")
        self._info: CalendarInfo | None = None
        self._busy = False
        self._back = link(_("All calendars"), "offer-back", self.back_requested.emit, icon="back")
        self._hint = label(_("Select a calendar to see what is in it."), "quiet", "offer-hint")
        self._title = label("", "title", "offer-title")
        self._description = label("", "", "offer-description")
        self._facts = QVBoxLayout()
        self._next = label(_("Next events"), "section")
        self._events = QVBoxLayout()
        self._note = label("", "quiet", "offer-note")
        self._address = label("", "secondary", "offer-address")
        self._error = label("", "fault", "offer-error")
        self._add = button(_("Add"), "add", self.add_requested.emit, "primary")
        self._withdraw = button(_("Withdraw request"), "withdraw", self.withdraw_requested.emit)
        self._parts = (self._title, self._description, self._next, self._note, self._address)
        self._lay_out()
        self.set(None)

    # What the dialog sets

    @property
    def info(self) -> CalendarInfo | None:
        """What is shown."""
        return self._info

    def set(self, info: CalendarInfo | None) -> None:
        """Show this calendar; its events come later."""
        other = info is None or not info.is_same(self._info)
        self._info = info
        self._hint.setVisible(info is None)
        for part in self._parts:
            part.setVisible(info is not None)
        if info is not None:
            self._title.setText(one_line(info.name, 120))
            self._description.setText(info.description[:1000].strip())
            self._description.setVisible(bool(info.description.strip()))
            self._address.setText(one_line(info.node if "@" in info.service else f"{info.node} · {info.service}", 200))
        self._set_facts(info)
        if other:
            self.show_error("")
            self.set_preview(Preview(note=_("Looking at its events…") if info is not None else ""))
        self._update_buttons()

    def set_preview(self, preview: Preview) -> None:
        """What is on next in it."""
        _clear(self._events)
        for each in preview.events:
            self._events.addWidget(_line(each))
        self._note.setText(preview.note)
        self._note.setVisible(bool(preview.note) and self._info is not None)

    def show_error(self, sentence: str) -> None:
        """Why it was not added."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def set_busy(self, busy: bool) -> None:
        """While something is asked of its service."""
        self._busy = busy
        self._update_buttons()

    def set_alone(self, alone: bool) -> None:
        """There is no room for the list beside it."""
        self._back.setVisible(alone)

    # How

    def _lay_out(self) -> None:
        inside = QWidget()
        style(inside, "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        column.addWidget(self._back)
        for part in (self._hint, self._title, self._description):
            column.addWidget(part)
        self._facts.setSpacing(theme.px(4))
        column.addLayout(self._facts)
        column.addSpacing(theme.px(6))
        column.addWidget(self._next)
        self._events.setSpacing(theme.px(8))
        column.addLayout(self._events)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(self._address)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(14))
        foot.addStretch(1)
        foot.addWidget(self._withdraw)
        foot.addWidget(self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        self._error.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(6))
        whole.addWidget(self._error)
        whole.addLayout(foot)

    def _set_facts(self, info: CalendarInfo | None) -> None:
        _clear(self._facts)
        if info is None:
            return
        owner = _("Owned by {owner}").format(owner=info.owner) if info.owner else ""
        readers = subscribers_words(info.subscribers) if info.subscribers is not None else ""
        access = "eye" if info.access is Access.OPEN else "lock"
        for icon, words in ((access, info.access.words), ("people", readers), ("person", owner)):
            if words:
                self._facts.addWidget(_fact(icon, words))

    def _update_buttons(self) -> None:
        info = self._info
        pending = info is not None and info.pending
        added = info is not None and info.subscribed and not pending
        asks = info is not None and info.access is Access.ASK
        self._add.setText(_("Added") if added else _("Ask to be let in") if asks else _("Add"))
        self._add.setVisible(info is not None and not pending)
        self._add.setEnabled(info is not None and not info.subscribed and not self._busy)
        self._withdraw.setVisible(pending)
        self._withdraw.setEnabled(not self._busy)
        if pending:
            self._next.hide()
            self.set_preview(Preview(note=_("The owner has not let you in yet.")))


def _fact(icon: str, words: str) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words), 1)
    return held


def _line(event: Upcoming) -> QWidget:
    held = QWidget()
    held.setObjectName("offer-event")
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(one_line(event.title, 120), "strong"))
    column.addWidget(label(one_line(event.when), "secondary"))
    held.setAccessibleName(f"{event.title}, {event.when}")
    return held


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
