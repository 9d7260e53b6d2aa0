"""Choosing when to be reminded again: a menu in the window, a small dialog where a notification asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout

from c42desktop.calendar.words import day_label
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.ui import phrases, theme
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import ElidedLabel, button, label, style

Choice = tuple[str, datetime]
"""What it is called, and until when (aware)."""

WIDTH = 356
_ROW = 32


class SnoozeDialog(Dialog):
    """Small, and not modal: Up, Down and Return choose, Escape leaves it. `chosen(datetime)`: until then (aware).

    `read` makes an instant of what somebody types, or raises UserError.
    """

    chosen = Signal(object)

    def __init__(self, title: str, choices: Sequence[Choice], now: datetime, read: Callable[[str], datetime]) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("snooze-dialog")
        self.setWindowTitle(_("Remind me again"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style(self, "page")
        self._now = now
        self._read = read
        self._taken = False
        self._list = self._make_list(choices)
        self._other = self._make_other()
        self._fault = label("", "fault", "snooze-fault")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(24),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(ElidedLabel(title, "title", "snooze-title"))
        column.addWidget(self._list)
        column.addWidget(label(_("Another time"), "label"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._other, 1)
        row.addWidget(button(_("Snooze"), "snooze-other", self._take_other, fit="field"))
        column.addLayout(row)
        column.addWidget(self._fault)
        self.setFixedWidth(theme.px(WIDTH))
        self._list.setFocus()

    def present(self) -> None:
        """Show it in front, with the keyboard, where the person is looking: beside the pointer."""
        self.adjustSize()
        self.setGeometry(_beside(QCursor.pos(), self.size()))
        self.show()
        self.raise_()
        self.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Who types a number while the choices have the keyboard means another time."""
        pressed = watched is self._list and event.type() == QEvent.Type.KeyPress
        typed = event.text() if pressed and isinstance(event, QKeyEvent) else ""
        if not typed.isdecimal():
            return super().eventFilter(watched, event)
        self._other.setFocus()
        self._other.insert(typed)
        return True

    def _make_list(self, choices: Sequence[Choice]) -> QListWidget:
        made = QListWidget()
        made.setObjectName("snooze-choices")
        made.setAccessibleName(self.windowTitle())
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(made, "boxed")
        for words, until in choices:
            item = QListWidgetItem(choice_words(words, until, self._now), made)
            item.setData(Qt.ItemDataRole.UserRole, until)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
        made.setCurrentRow(0)
        made.setFixedHeight(theme.px(_ROW) * max(1, len(choices)) + 2 * theme.px(4) + 2)
        made.itemClicked.connect(self._take_item)
        made.itemActivated.connect(self._take_item)
        made.installEventFilter(self)
        return made

    def _make_other(self) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("snooze-time")
        made.setAccessibleName(_("Another time"))
        made.setPlaceholderText(_("45 min, 16:30"))
        made.textEdited.connect(lambda _text: self._fault.hide())
        made.returnPressed.connect(self._take_other)
        return made

    def _take_item(self, item: QListWidgetItem) -> None:
        self._take(item.data(Qt.ItemDataRole.UserRole))

    def _take_other(self) -> None:
        try:
            until = self._read(self._other.text())
        except UserError as error:
            self._fault.setText(str(error))
            self._fault.show()
            self.adjustSize()
        else:
            self._take(until)

    def _take(self, until: datetime) -> None:
        """Once: a desktop that opens things by one click tells of it twice."""
        if not self._taken:
            self._taken = True
            self.chosen.emit(until)
            self.accept()


def fill_menu(
    menu: QMenu, choices: Sequence[Choice], now: datetime, take: Callable[[datetime], None], other: Callable[[], None]
) -> None:
    """The same choices as a menu; `other` is for any other time."""
    menu.clear()
    for words, until in choices:
        action = menu.addAction(choice_words(words, until, now).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, chosen=until: take(chosen))
    menu.addSeparator()
    menu.addAction(_("Another time…")).triggered.connect(lambda _checked=False: other())


def choice_words(words: str, until: datetime, now: datetime) -> str:
    """ "15 minutes · 14:05", "Until the start · tomorrow 09:00"."""
    there = until.astimezone(now.tzinfo)
    day = "" if there.date() == now.date() else day_label(there.date(), now.date(), inline=True)
    return f"{words} · {f'{day} {phrases.clock(there)}'.lstrip()}"


def _beside(pointer: QPoint, size: QSize) -> QRect:
    """On the screen of the pointer, as near to it as all of it fits."""
    screen = QGuiApplication.screenAt(pointer) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().adjusted(0, theme.px(_ROW), 0, 0)
    left = min(max(pointer.x() - size.width() // 2, room.left()), room.right() + 1 - size.width())
    top = min(max(pointer.y() - size.height() // 2, room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
