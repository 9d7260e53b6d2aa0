"""People of an event: initials, name, answer, and whether they are there."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from c42desktop.calendar.model import PALETTE, Event, Person
from c42desktop.calendar.persons import address_of
from c42desktop.i18n import gettext as _
from c42desktop.plain import one_line
from c42desktop.presence import Presence, Show
from c42desktop.ui import theme
from c42desktop.ui.widgets import ElidedLabel, label, tip

AVATAR = 24


def answer_text(answer: str) -> str:
    """PARTSTAT in words; nothing known is no answer."""
    return {
        "accepted": _("Accepted"),
        "declined": _("Declined"),
        "tentative": _("Maybe"),
        "delegated": _("Delegated"),
    }.get(answer, _("No answer"))


def colors_of(people: Sequence[Person]) -> list[str]:
    """A colour for each: the same person has mostly the same one, and neighbours differ while there are enough."""
    taken: list[str] = []
    for person in people:
        first = crc32(_identity(person).encode()) % len(PALETTE)
        turned = PALETTE[first:] + PALETTE[:first]
        taken.append(next((color for color in turned if color not in taken), turned[0]))
    return taken


def people_of(event: Event) -> list[tuple[Person, str]]:
    """The organiser first, then everybody else once, each with a word on their part."""
    people = [(event.organizer, _("Organiser"))] if event.organizer else []
    seen = {_identity(event.organizer)} if event.organizer else set()
    for person in event.attendees:
        if _identity(person) not in seen:
            seen.add(_identity(person))
            people.append((person, answer_text(person.answer)))
    return people


def display_name(person: Person) -> str:
    """The name, else the address without its scheme."""
    return one_line(person.name) or one_line(address_of(person)) or _("Somebody")


def initials(name: str) -> str:
    """ "Bram de Vries" is BV."""
    words = [word for word in name.replace("@", " ").replace(".", " ").split() if word[0].isalnum()]
    capital = [word for word in words if word[0].isupper()] or words
    if not capital:
        return "?"
    picked = capital[0][0] + (capital[-1][0] if len(capital) > 1 else "")
    return picked.upper()


def presence_words(presence: Presence) -> str:
    """ "online", "busy – In a meeting until 15:00": how they are, and what they say of it."""
    words = {
        Show.ONLINE: _("online"),
        Show.CHAT: _("online"),
        Show.AWAY: _("away"),
        Show.XA: _("away for longer"),
        Show.DND: _("busy"),
    }[presence.show]
    status = one_line(presence.status)
    return f"{words} – {status}" if status else words


class PersonRow(QWidget):
    """Avatar, name, and at the right what they answered. Whether they are there is a dot, and in words the tooltip."""

    def __init__(
        self, person: Person, part: str, color: str, *, me: bool = False, presence: Presence | None = None
    ) -> None:
        super().__init__()
        name = _("You") if me else display_name(person)
        self.setObjectName("person")
        self.address = address_of(person)
        self._said = f"{name}, {part}"
        self._tip = person.address
        self._avatar = Avatar(person, color)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._avatar)
        row.addWidget(ElidedLabel(name), 1)
        answer = label(part, "secondary")
        answer.setWordWrap(False)
        row.addWidget(answer)
        self.set_presence(presence)

    def set_presence(self, presence: Presence | None) -> None:
        """They are there, in another way, or nothing is known of that."""
        words = presence_words(presence) if presence else ""
        self.setAccessibleName(f"{self._said}, {words}" if words else self._said)
        self.setToolTip(tip("\n".join(line for line in (self._tip, words) if line)))
        self._avatar.set_presence(presence)


class Avatar(QWidget):
    """Initials on a colour of their own, with a dot where somebody is there."""

    def __init__(self, person: Person, color: str) -> None:
        super().__init__()
        self._initials = initials(display_name(person))
        self._show: Show | None = None
        self._color = color
        self.setFixedSize(theme.px(AVATAR + 2), theme.px(AVATAR + 2))

    def set_presence(self, presence: Presence | None) -> None:
        """How they are there, None where they are not or nothing is known."""
        show = presence.show if presence else None
        if show != self._show:
            self._show = show
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A disc, two letters, a dot with a rim."""
        side = theme.px(AVATAR)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(0, 0, side, side)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(theme.font(10, 600))
        painter.drawText(QRectF(0, 0, side, side), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        if self._show is not None:
            self._draw_dot(painter, self._show)
        painter.end()

    def _draw_dot(self, painter: QPainter, show: Show) -> None:
        """Green, amber, or red with a bar: not told apart by colour alone."""
        colors, size = theme.current(), theme.px(9)
        color = {Show.DND: colors.declined, Show.AWAY: colors.waiting, Show.XA: colors.waiting}.get(show, colors.online)
        dot = QRectF(self.width() - size - 1, self.height() - size - 1, size, size)
        painter.setPen(QColor(colors.background))
        painter.setBrush(QColor(color))
        painter.drawEllipse(dot)
        if show is Show.DND:
            bar = QRectF(0, 0, size * 0.5, max(1.5, size * 0.17))
            bar.moveCenter(dot.center())
            painter.fillRect(bar, QColor(colors.background))


def _identity(person: Person) -> str:
    return (person.address or person.name).casefold()
