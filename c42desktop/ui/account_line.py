"""How the accounts are, at the top of the sidebar: one line for one account, an entry for each of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.ui import theme
from c42desktop.ui.widgets import Dot, ElidedLabel, IconButton, label, style, tip


class AccountState(StrEnum):
    """Where the connection stands; the words beside it say the rest."""

    ONLINE = "online"
    CONNECTING = "connecting"
    OFFLINE = "offline"
    REFUSED = "refused"
    SIGNED_OUT = "signed-out"


class AccountAction(StrEnum):
    """What a person can do with an account."""

    ADD = "add"
    HELP = "help"
    EDIT = "edit"
    SIGN_OUT = "sign-out"
    SIGN_IN = "sign-in"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class AccountShown:
    """One account. `hint` says more than `words`; `color` marks it among several; `remedy` are the words for what
    would help it now."""

    jid: str
    state: AccountState
    words: str
    color: str = ""
    hint: str = ""
    remedy: str = ""


def hint_of(shown: AccountShown) -> str:
    """Whom it is about and what is the matter, for a tooltip."""
    return tip("\n".join(one_line(part) for part in (shown.jid, shown.hint or shown.words) if part))


class Bar(QWidget):
    """A short upright line in the colour of an account."""

    def __init__(self) -> None:
        super().__init__()
        self._color = ""
        self.setFixedWidth(theme.px(3))
        self.setMinimumHeight(theme.px(12))

    def set_color(self, color: str) -> None:
        """Another colour, of the PALETTE; "" for none."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The line, as high as there is room."""
        if not self._color:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().calendar_color(self._color)))
        painter.drawRoundedRect(self.rect(), self.width() / 2, self.width() / 2)
        painter.end()


class AccountTexts(QWidget):
    """A dot, the address and the state in words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._state = AccountState.OFFLINE
        self._dot = Dot()
        self._jid = ElidedLabel("", "strong", f"{name}-jid")
        self._words = ElidedLabel("", "secondary", f"{name}-state")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._jid)
        texts.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._dot)
        row.addLayout(texts, 1)

    def set(self, shown: AccountShown) -> None:
        """Say who it is and how that goes."""
        self._state = shown.state
        self._jid.set_full_text(shown.jid)
        style(self._jid, "faded" if shown.state is AccountState.SIGNED_OUT else "strong")
        self._words.set_full_text(shown.words)
        self.setToolTip(hint_of(shown))
        self._color()

    def _color(self) -> None:
        colors = theme.current()
        tints = {
            AccountState.ONLINE: colors.online,
            AccountState.SIGNED_OUT: colors.secondary,
            AccountState.REFUSED: colors.declined,
        }
        self._dot.set_color(tints.get(self._state, colors.waiting))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The dot follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._color()


class AccountEntry(QAbstractButton):
    """One of several accounts: a click, the keyboard and the right button open its menu."""

    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.shown = AccountShown("", AccountState.OFFLINE, "")
        self._hovered = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar = Bar()
        self._texts = AccountTexts("entry")
        for part in (self._bar, self._texts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(4), theme.px(6), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self._bar)
        row.addWidget(self._texts, 1)
        self.clicked.connect(lambda _checked=False: self._want_menu())

    def set(self, shown: AccountShown) -> None:
        """Say who it is and how that goes."""
        self.shown = shown
        self.setObjectName(f"account-{shown.jid}")
        self.setAccessibleName(f"{one_line(shown.jid)}, {one_line(shown.words)}")
        self.setToolTip(hint_of(shown))
        self._bar.set_color(shown.color)
        self._texts.set(shown)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the two lines."""
        row = self.layout()
        assert row is not None
        return QSize(theme.px(120), row.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The entry lights up under the pointer."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """And no longer when it left."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """What is below the texts."""
        if not self._hovered and not self.hasFocus():
            return
        colors = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line if self._hovered else colors.sidebar))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The right button, and the key for it."""
        self.menu_wanted.emit(self.shown, event.globalPos())

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.shown, self.mapToGlobal(self.rect().bottomLeft()))


class Accounts(QWidget):
    """All of them. `menu_wanted()`: what concerns the whole program; `entry_wanted(AccountShown, QPoint)`: one."""

    menu_wanted = Signal()
    entry_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("account")
        self.shown: list[AccountShown] = []
        self._only = AccountTexts("account")
        self._title = label(_("Accounts"), "section", "accounts-title")
        self._entries: list[AccountEntry] = []
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        head.addWidget(self._only, 1)
        head.addWidget(self._title, 1)
        head.addWidget(IconButton("more", _("Menu"), "account-menu", self.menu_wanted.emit))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), 0)
        self._list.setSpacing(0)
        self._column.addLayout(self._list)
        self.set([])

    def set(self, accounts: Sequence[AccountShown]) -> None:
        """Say how they are, in this order."""
        self.shown = list(accounts)
        several = len(self.shown) > 1
        self._only.setVisible(not several)
        self._title.setVisible(several)
        self._only.set(self.shown[0] if self.shown else AccountShown("", AccountState.SIGNED_OUT, _("No account")))
        while len(self._entries) < len(self.shown) * several:
            self._add_entry()
        while len(self._entries) > len(self.shown) * several:
            gone = self._entries.pop()
            gone.hide()
            gone.deleteLater()
        for entry, shown in zip(self._entries, self.shown, strict=False):
            entry.set(shown)

    def _add_entry(self) -> None:
        entry = AccountEntry()
        entry.menu_wanted.connect(self.entry_wanted)
        self._entries.append(entry)
        self._list.addWidget(entry)
