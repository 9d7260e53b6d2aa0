"""The pages of the preferences: each shows a part of them, and gives them back with what was chosen there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from c42desktop.calendar.dates import spelled
from c42desktop.i18n import gettext as _
from c42desktop.preference_values import is_address
from c42desktop.preferences import SOUNDS, Preferences
from c42desktop.ui import theme
from c42desktop.ui.fields import Check, Choice, Labelled
from c42desktop.ui.quiet_fields import QuietFields
from c42desktop.ui.reminder_fields import ReminderFields, choose
from c42desktop.ui.reminder_words import defaults_words
from c42desktop.ui.widgets import label, link

GRACE = (5, 15, 30, 60)  # minutes
PATTERN_LINES = 5
_USUAL = Preferences()


class Page(QWidget):
    """What all pages have. `edited` by the person; `fields` are the names of what it shows, in Preferences.

    Each has `show_values(preferences)`, and `chosen(before)`, which gives these with what is chosen on it, as far as
    it can be read.
    """

    edited = Signal()
    title: str
    fields: tuple[str, ...]

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme.px(8), 0, 0)
        self.column.setSpacing(theme.px(12))

    def reset(self, before: Preferences) -> Preferences:
        """`before` with what is usual here."""
        return replace(before, **{name: getattr(_USUAL, name) for name in self.fields})

    def add(self, *widgets: QWidget) -> None:
        """Below what is there."""
        for widget in widgets:
            self.column.addWidget(widget)

    def end(self) -> None:
        """What is below stays empty."""
        self.column.addStretch(1)


class RemindersPage(Page):
    """When to be reminded, and how late."""

    fields = ("reminders", "grace")

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Reminders")
        self._reminders = ReminderFields()
        minutes = [(str(each), spelled(timedelta(minutes=each))) for each in GRACE]
        self._grace = Choice(_("After the start, still remind for"), "grace", [("0", _("No time")), *minutes])
        usual = _("Usual: {defaults}").format(defaults=defaults_words(_USUAL.reminders))
        later = _("Usual: {time}. Older ones come together in one notification.")
        self.add(
            label(_("For events that bring no reminders of their own."), "secondary"),
            self._reminders,
            label(usual, "secondary"),
            self._grace,
            label(later.format(time=spelled(_USUAL.grace)), "secondary"),
        )
        self.end()
        for each in (self._reminders, self._grace):
            each.edited.connect(self.edited)

    def show_values(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._reminders.set_value(preferences.reminders)
        minutes = round(preferences.grace.total_seconds() / 60)
        choose(self._grace, str(minutes), True, spelled(preferences.grace))

    def chosen(self, before: Preferences) -> Preferences:
        """As far as it can be read."""
        minutes = self._grace.value()
        grace = timedelta(minutes=int(minutes)) if minutes.isdigit() else before.grace
        return replace(before, reminders=self._reminders.value() or before.reminders, grace=grace)


class NotificationsPage(Page):
    """When to be quiet, and what is heard. `play_requested(kind)`."""

    play_requested = Signal(str)
    fields = ("follow_desktop", "quiet_hours", "sounds")

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Notifications")
        words = _("Hold back during do not disturb and full screen")
        self._follow = Check(words, "follow-desktop", _("Usual: on, where the desktop tells"))
        self._quiet = QuietFields()
        texts = {"change": _("Changes"), "reminder": _("Reminders"), "invitation": _("Invitations")}
        self._sounds = {kind: QCheckBox(texts[kind]) for kind in SOUNDS}
        self.add(self._follow, label(_("Quiet hours"), "label"), self._quiet)
        self.add(label(_("Usual: none. What happens meanwhile is told in one notification afterwards."), "secondary"))
        self.add(label(_("Sounds"), "label"), *(self._sound_row(kind) for kind in SOUNDS))
        self.add(label(_("Usual: none"), "secondary"))
        self.end()
        self._quiet.edited.connect(self.edited)
        self._follow.edited.connect(self.edited)

    def show_values(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._follow.input.setChecked(preferences.follow_desktop)
        self._quiet.set_value(preferences.quiet_hours)
        for kind, box in self._sounds.items():
            box.setChecked(kind in preferences.sounds)

    def chosen(self, before: Preferences) -> Preferences:
        """As far as it can be read."""
        return replace(
            before,
            follow_desktop=self._follow.input.isChecked(),
            quiet_hours=self._quiet.value(before.quiet_hours),
            sounds=frozenset(kind for kind, box in self._sounds.items() if box.isChecked()),
        )

    def _sound_row(self, kind: str) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        box = self._sounds[kind]
        box.setObjectName(f"sound-{kind}")
        box.clicked.connect(lambda _checked: self.edited.emit())
        row.addWidget(box)
        row.addStretch(1)
        play = link(_("Play"), f"play-{kind}", lambda: self.play_requested.emit(kind), fit="small")
        play.setAccessibleName(_("Play: {kind}").format(kind=box.text()))
        row.addWidget(play)
        return held


class MeetingsPage(Page):
    """Which addresses one can join."""

    fields = ("join_patterns",)

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Meetings")
        self._patterns = _Lines(_("Addresses of your own meeting services"), "join-patterns")
        self.add(
            label(_("Links of the common services get a Join button without this."), "secondary"),
            self._patterns,
            label(_("How such an address begins, one in a line. Usual: none"), "secondary"),
        )
        self.end()
        self._patterns.edited.connect(self.edited)

    def show_values(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._patterns.set_lines(preferences.join_patterns)

    def chosen(self, before: Preferences) -> Preferences:
        """As far as it can be read."""
        lines = self._patterns.lines()
        return replace(before, join_patterns=lines) if all(map(is_address, lines)) else before


class PresencePage(Page):
    """What others see of the calendar."""

    fields = ("publish_presence", "presence_title")

    def __init__(self) -> None:
        super().__init__()
        self.title = _("Presence")
        seen = _("They see “in a meeting until 15:00”. Usual: off")
        self._publish = Check(_("Show my contacts that I am busy during events"), "publish-presence", seen)
        self._title = Check(_("Show them the title as well"), "presence-title", _("Usual: off"))
        self.add(self._publish, self._title)
        self.end()
        self._publish.edited.connect(self._follow)
        for each in (self._publish, self._title):
            each.edited.connect(self.edited)

    def show_values(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._publish.input.setChecked(preferences.publish_presence)
        self._title.input.setChecked(preferences.presence_title)
        self._follow()

    def chosen(self, before: Preferences) -> Preferences:
        """All of it."""
        publish, title = self._publish.input.isChecked(), self._title.input.isChecked()
        return replace(before, publish_presence=publish, presence_title=title)

    def _follow(self) -> None:
        self._title.setEnabled(self._publish.input.isChecked())


class _Lines(Labelled):
    """Several addresses, one in a line."""

    input: QPlainTextEdit

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title, QPlainTextEdit(), name)
        self.input.setPlaceholderText("https://meet.example.org/")
        self.input.setTabChangesFocus(True)
        self.input.setFixedHeight(self.input.fontMetrics().lineSpacing() * PATTERN_LINES + theme.px(20))
        self.input.textChanged.connect(self._on_changed)

    def lines(self) -> tuple[str, ...]:
        """Without what is empty."""
        return tuple(line for each in self.input.toPlainText().split("\n") if (line := each.strip()))

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """Fill in."""
        if lines != self.lines():
            self.input.blockSignals(True)
            self.input.setPlainText("\n".join(lines))
            self.input.blockSignals(False)
        self.show_fault("")

    def _on_changed(self) -> None:
        wrong = [line for line in self.lines() if not is_address(line)]
        sentence = _("“{line}” is not the beginning of an address such as https://meet.example.org/.")
        fault = sentence.format(line=wrong[0]) if wrong else ""
        if fault != self._fault.text():
            self.show_fault(fault)
        self.edited.emit()
