"""The agenda of a person who has no calendar yet: the way to the first one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.widgets import button, label, link, style

WIDTH = 380


class FirstCalendar(QScrollArea):
    """Lies over `covered` while there is no calendar, and has its keyboard: see `set_wanted`.

    `add_requested()`: one of a service, or by its address. `import_requested()`: one of a file.
    """

    add_requested = Signal()
    import_requested = Signal()

    def __init__(self, covered: QWidget) -> None:
        super().__init__(covered)
        self.setObjectName("first-calendar")
        self._covered = covered
        self._looking = label(_("Looking for your calendars…"), "quiet", "looking")
        self._looking.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = button(_("Add calendar…"), "first-add", self.add_requested.emit, "primary", "large")
        self._ways = self._make_ways()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._make_page())
        covered.installEventFilter(self)
        self.set_looking(False)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        """Whether there is no calendar."""
        had = self._has_keyboard()
        self.setGeometry(self._covered.rect())
        self.setVisible(wanted)
        self._pass_keyboard(had)

    def set_looking(self, looking: bool) -> None:
        """Whether the account is still asked which calendars it has."""
        had = self._has_keyboard()
        self._looking.setVisible(looking)
        self._ways.setVisible(not looking)
        self._pass_keyboard(had)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as what it covers."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def _has_keyboard(self) -> bool:
        return self.window().focusWidget() in (self._covered, self._add)  # also before the window is in front

    def _pass_keyboard(self, had: bool) -> None:
        """Whoever gives the keyboard to the agenda gives it to the button: one press of Space is the next step."""
        ready = not self.isHidden() and not self._ways.isHidden()
        self._covered.setFocusProxy(self._add if ready else None)  # type: ignore[arg-type]  # that is: no proxy
        if had:
            self._covered.setFocus()

    def _make_ways(self) -> QWidget:
        made = QWidget()
        made.setMaximumWidth(theme.px(WIDTH))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(_("No calendars yet"), "title", "first-title"))
        words = _("Add one that your organisation offers or whose address you have, or open a calendar file.")
        column.addWidget(label(words, "quiet"))
        column.addSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self._add)
        row.addWidget(link(_("Open file…"), "first-import", self.import_requested.emit))
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _make_page(self) -> QWidget:
        page = QWidget()
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        style(page, "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.addStretch(2)
        column.addWidget(self._looking)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addStretch(1)
        row.addWidget(self._ways, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        return page
