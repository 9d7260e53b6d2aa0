"""People of an event: initials, name, answer."""

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


class PersonRow(QWidget):
    """Avatar, name, and at the right what they answered."""

    def __init__(self, person: Person, part: str, color: str, *, me: bool = False) -> None:
        super().__init__()
        name = _("You") if me else display_name(person)
        self.setObjectName("person")
        self.setAccessibleName(f"{name}, {part}")
        self.setToolTip(tip(person.address))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(Avatar(person, color))
        row.addWidget(ElidedLabel(name), 1)
        answer = label(part, "secondary")
        answer.setWordWrap(False)
        row.addWidget(answer)


class Avatar(QWidget):
    """Initials on a colour of their own, with a dot for the answer."""

    def __init__(self, person: Person, color: str) -> None:
        super().__init__()
        self._initials = initials(display_name(person))
        self._answer = person.answer
        self._color = color
        self.setFixedSize(theme.px(AVATAR + 2), theme.px(AVATAR + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """A disc, two letters, a dot with a rim."""
        colors = theme.current()
        side = theme.px(AVATAR)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(0, 0, side, side)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(theme.font(10, 600))
        painter.drawText(QRectF(0, 0, side, side), int(Qt.AlignmentFlag.AlignCenter), self._initials)
        answers = {"accepted": colors.online, "declined": colors.declined, "tentative": colors.waiting}
        if dot := answers.get(self._answer):
            size = theme.px(9)
            painter.setPen(QColor(colors.background))
            painter.setBrush(QColor(dot))
            painter.drawEllipse(self.width() - size - 1, self.height() - size - 1, size, size)
        painter.end()


def _identity(person: Person) -> str:
    return (person.address or person.name).casefold()
