"""The icon in the tray: the state at a glance, the next events, and the way to pause or quit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from c42desktop.calendar.model import ItemRef, Occurrence
from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui import badge, phrases

MOST_EVENTS = 5
LONGEST_TITLE = 40
NO_TIME = "\u2007\u2007\u2008\u2007\u2007"  # as wide as a time
# What a menu draws at its right end stands behind a tab; macOS would take it for a key.
ASIDE = "   " if sys.platform == "darwin" else "\t"


class TrayState(StrEnum):
    """Where the connection stands; each has a drawing of its own."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"


class Pause(StrEnum):
    """How long to keep quiet."""

    ONE_HOUR = "one-hour"
    UNTIL_TOMORROW = "until-tomorrow"
    UNTIL_RESUMED = "until-resumed"


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One of the next events."""

    item: ItemRef
    occurrence: Occurrence


class Tray(QObject):
    """A tray icon and its menu, which is built anew from the state whenever it opens.

    `next_events()` gives what is to come, soonest first; `now()` the aware local time.
    `toggled()`: the icon was clicked. `open_requested()`, `activity_requested()`, `event_opened(Upcoming)`,
    `pause_requested(Pause)`, `resume_requested()`, `new_event_requested()`, `preferences_requested()`,
    `quit_requested()`: from the menu.
    """

    toggled = Signal()
    activity_requested = Signal()
    open_requested = Signal()
    event_opened = Signal(object)
    pause_requested = Signal(object)
    resume_requested = Signal()
    new_event_requested = Signal()
    preferences_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        next_events: Callable[[], Sequence[Upcoming]],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._next_events = next_events
        self._now = now
        self._state = TrayState.OFFLINE
        self._words = ""
        self._paused = ""
        self._unread = 0
        self._counted: QAction | None = None  # what is in the menu about it
        self._resumable = False
        self.menu = QMenu()
        self.menu.setObjectName("tray-menu")
        self._pauses = self._make_pauses()
        self.menu.aboutToShow.connect(self.refresh)
        self._message_clicked: Callable[[], None] = _nothing
        self._icon = self._make_icon()
        self._draw()
        self.refresh()

    @staticmethod
    def available() -> bool:
        """True where the desktop has a tray. It may appear later than this program."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def renew(self) -> None:
        """A tray has appeared. Where an icon goes, Qt decides when it is made: one that was too early is made anew."""
        if self._found or not self.available():
            return
        before, self._icon = self._icon, self._make_icon()
        self._draw()
        self._icon.setVisible(before.isVisible())
        before.hide()
        before.deleteLater()

    def show(self) -> None:
        """Put the icon into the tray."""
        self._icon.show()

    def hide(self) -> None:
        """Take it away."""
        self._icon.hide()

    def set_state(self, state: TrayState, words: str) -> None:
        """The state of the connection, and the words for the tooltip."""
        self._state, self._words = state, words
        self._draw()

    def set_paused(self, words: str, *, resumable: bool = True) -> None:
        """Say that notifications are held back, and until when ("Paused until 15:00"); empty when they are not.

        `resumable` where the person paused them: quiet hours and the desktop end by themselves.
        """
        self._paused, self._resumable = words, resumable
        self._draw()
        self.refresh()

    def set_unread(self, count: int) -> None:
        """How much happened that nobody has seen yet: on the icon, in its words and in the menu."""
        if count == self._unread:
            return
        self._unread = count
        self._draw()
        if count and self._counted is not None:
            self._counted.setText(self._unread_words())  # in a burst, the whole menu would be made again and again
        else:
            self.refresh()

    def show_message(self, title: str, body: str, clicked: Callable[[], None] | None = None) -> bool:
        """A message of the tray's own, for desktops without notifications; False where nobody would see it either.

        `clicked` is called when the person clicks it; there is one message at a time.
        """
        if not self.available() or not QSystemTrayIcon.supportsMessages() or self._needs_service():
            return False
        self._message_clicked = clicked or _nothing
        self._icon.showMessage(title, body, self._icon.icon())
        return True

    def _needs_service(self) -> bool:
        """True for Qt's icon in a tray on D-Bus: it hands its messages to the notification service, which is missing.

        Such an icon does not know where it is; one in a tray of windows does.
        """
        return sys.platform not in ("win32", "darwin") and not self._icon.geometry().isValid()

    def icon_name(self) -> str:
        """Which drawing is shown: being offline matters more than being paused."""
        paused = self._paused and self._state is TrayState.ONLINE
        return "tray-paused" if paused else f"tray-{self._state.value}"

    def tooltip(self) -> str:
        """What the icon says."""
        unread = self._unread_words() if self._unread else ""
        return "\n".join(part for part in ("c42desktop", self._words, unread, self._paused) if part)

    def refresh(self) -> None:
        """Build the menu from the state. Some desktops show it without asking: call this when events change too."""
        self.menu.clear()
        upcoming = list(self._next_events())[:MOST_EVENTS]
        for event in upcoming:
            action = self.menu.addAction(self._event_text(event))
            action.triggered.connect(lambda _checked=False, chosen=event: self.event_opened.emit(chosen))
            if event is upcoming[0]:
                strong = action.font()
                strong.setBold(True)
                action.setFont(strong)
        if not upcoming:
            self.menu.addAction(_("Nothing planned")).setEnabled(False)
        self.menu.addSeparator()
        self._add(_("Open"), self.open_requested)
        self._counted = self._add(self._unread_words(), self.activity_requested) if self._unread else None
        self._add(_("New event…"), self.new_event_requested)
        if self._paused and self._resumable:
            self._add(_("Resume notifications"), self.resume_requested)
        else:
            self.menu.addMenu(self._pauses)
        self._add(_("Preferences…"), self.preferences_requested)
        self.menu.addSeparator()
        self._add(_("Quit"), self.quit_requested)

    def _add(self, text: str, signal: object) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(lambda _checked=False: signal.emit())  # type: ignore[attr-defined]
        return action

    def _make_icon(self) -> QSystemTrayIcon:
        self._found = self.available()
        icon = QSystemTrayIcon(self)
        icon.setObjectName("tray")
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self._on_message_clicked)
        return icon

    def _make_pauses(self) -> QMenu:
        """Made once: clearing a menu does not delete the menus in it."""
        pauses = QMenu(_("Pause notifications"), self.menu)
        texts = {
            Pause.ONE_HOUR: _("For 1 hour"),
            Pause.UNTIL_TOMORROW: _("Until tomorrow"),
            Pause.UNTIL_RESUMED: _("Until I resume them"),
        }
        for pause, text in texts.items():
            action = pauses.addAction(text)
            action.triggered.connect(lambda _checked=False, chosen=pause: self.pause_requested.emit(chosen))
        return pauses

    def _event_text(self, event: Upcoming) -> str:
        time, aside = phrases.tray_times(event.occurrence, self._now())
        title = phrases.title(event.occurrence.event)
        if len(title) > LONGEST_TITLE:
            title = title[: LONGEST_TITLE - 1].rstrip() + "…"
        text = f"{time or NO_TIME}  {title}".replace("&", "&&")
        return f"{text}{ASIDE}{aside}" if aside else text

    def _unread_words(self) -> str:
        return ngettext("{count} new change", "{count} new changes", self._unread).format(count=self._unread)

    def _draw(self) -> None:
        icon = badge.counted(self.icon_name(), self._unread)
        if icon.cacheKey() != self._icon.icon().cacheKey():  # some desktops fetch it anew each time
            self._icon.setIcon(icon)
        self._icon.setToolTip(self.tooltip())

    def _on_message_clicked(self) -> None:
        self._message_clicked()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()


def _nothing() -> None:
    """The click on a message that is about nothing."""
