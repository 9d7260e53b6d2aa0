"""Importing a file: what is in it, and into which calendar. Nothing happens before the person agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from c42desktop.calendar.model import CalendarRef
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import icons, theme
from c42desktop.ui.fields import Field
from c42desktop.ui.fitting import once_placed
from c42desktop.ui.tabbing import Dialog
from c42desktop.ui.widgets import Icon, button, foot_row, label, soft_breaks, style

WIDTH = 460


class TargetKind(StrEnum):
    """What an import does with a calendar."""

    NEW = "new"
    UPDATE = "update"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file can go. `calendar` is None for a new one; `sure` is False where only trying tells."""

    kind: TargetKind
    calendar: CalendarRef | None = None
    title: str = ""
    color: str = ""
    sure: bool = True

    @property
    def words(self) -> str:
        """The line in the list."""
        match self.kind:
            case TargetKind.NEW:
                return _("A new calendar on this computer")
            case TargetKind.UPDATE:
                return _("{title} – imported before").format(title=one_line(self.title))
        return one_line(self.title)

    @property
    def consequence(self) -> str:
        """What a person should know before."""
        match self.kind:
            case TargetKind.NEW:
                return _("It is kept on this computer only, and can be looked at but not changed.")
            case TargetKind.UPDATE:
                return _("It becomes as the file is: what is not in the file any more disappears from it.")
        told = _("Everyone who reads this calendar gets these events, and may be told of each of them.")
        return told if self.sure else told + " " + _("Whether you may write to it, its server does not say.")


class ImportDialog(Dialog):
    """One file. Show it with `open()`, then `set_content` and `set_targets`, or `show_error`.

    `import_requested(Target, str)`: into this one; the text is the name of a new calendar.
    """

    import_requested = Signal(object, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import-dialog")
        self.setWindowTitle(_("Import"))
        self._targets: list[Target] = []
        self._chosen_by_hand = False
        self._readable = False
        self._file = label(one_line(name), "strong", "import-file")
        self._content = label(_("Reading…"), "secondary", "import-content")
        self._into_label = label(_("Into"), "label")
        self._into = QComboBox()
        self._into.setObjectName("import-into")
        self._into.setAccessibleName(self._into_label.text())
        self._into.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._name = Field(_("Name"), "import-name")
        self._consequence = label("", "secondary", "import-consequence")
        self._error = label("", "fault", "import-error")
        self._import = button(_("Import"), "import", self._on_import, "primary")
        self._cancel = button(_("Cancel"), "cancel", self.reject)
        self._lay_out()
        self._into.activated.connect(self._on_chosen)
        self._into.currentIndexChanged.connect(lambda _index: self._follow())
        self._name.edited.connect(self._update_button)
        self._import.setDefault(True)
        self._follow()

    # What the application sets

    def set_content(self, title: str, words: str) -> None:
        """What the file has: a name for a new calendar, and how much there is."""
        self._readable = True
        self._content.setText(soft_breaks(words))
        if not self._name.text():
            self._name.set_text(one_line(title))
        self._update_button()
        self._fit()

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Where it can go; the first is chosen unless the person has chosen another one."""
        kept = self._target() if self._chosen_by_hand else None
        self._targets = list(targets)
        self._into.clear()
        for target in targets:
            color = theme.current().calendar_color(target.color) if target.color else theme.current().secondary
            self._into.addItem(icons.icon("calendar" if target.color else "plus", color), target.words)
        if kept is not None and kept in self._targets:
            self._into.setCurrentIndex(self._targets.index(kept))
        self._follow()

    def show_error(self, sentence: str) -> None:
        """Nothing can be imported, and why."""
        self._readable = False
        self._error.setText(soft_breaks(sentence))
        self._error.setVisible(bool(sentence))
        for part in (self._content, self._into_label, self._into, self._name, self._consequence, self._import):
            part.hide()
        self._cancel.setText(_("Close"))
        self._fit(shrink=True)

    # How

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addWidget(self._card())
        column.addSpacing(theme.px(8))
        column.addWidget(self._into_label)
        column.addWidget(self._into)
        column.addWidget(self._name)
        column.addWidget(self._consequence)
        self._error.hide()
        column.addWidget(self._error)
        column.addSpacing(theme.px(8))
        column.addStretch(1)
        column.addLayout(foot_row(self._cancel, self._import))
        self.setMinimumWidth(theme.px(WIDTH))

    def _card(self) -> QFrame:
        card = QFrame()
        style(card, "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(Icon("calendar", 20), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(self._file)
        texts.addWidget(self._content)
        row.addLayout(texts, 1)
        return card

    def _on_chosen(self, _index: int) -> None:
        self._chosen_by_hand = True

    def _target(self) -> Target | None:
        index = self._into.currentIndex()
        return self._targets[index] if 0 <= index < len(self._targets) else None

    def _follow(self) -> None:
        """What depends on the calendar that is chosen."""
        target = self._target()
        self._name.setVisible(target is not None and target.kind is TargetKind.NEW)
        self._consequence.setText(target.consequence if target else "")
        self._update_button()
        self._fit()

    def _fit(self, *, shrink: bool = False) -> None:
        once_placed(self, lambda: self._resize(shrink=shrink))

    def _resize(self, *, shrink: bool) -> None:
        """As high as what is in it, and no lower than it was: no button moves away under the pointer.

        Texts that wrap have no height before their width is known.
        """
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = max(self.width() if self.isVisible() else 0, theme.px(WIDTH))
        height = layout.totalHeightForWidth(width)
        self.resize(width, max(height, self.height()) if self.isVisible() and not shrink else height)

    def _update_button(self) -> None:
        target = self._target()
        named = target is not None and (target.kind is not TargetKind.NEW or bool(self._name.text()))
        self._import.setEnabled(self._readable and named)

    def _on_import(self) -> None:
        target = self._target()
        if target is not None and self._import.isEnabled():
            self.import_requested.emit(target, self._name.text())
