"""Draws each kind of row of the activity list as in the design: dot, bar, title and time, before → after."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from c42desktop.notify.actions import Act
from c42desktop.notify.labels import label_of
from c42desktop.ui import icons, theme
from c42desktop.ui.activity_faces import RowFace, SectionFace
from c42desktop.ui.activity_rows import Kind
from c42desktop.ui.activity_words import Ink, Line
from c42desktop.ui.agenda_pen import Pen, mirrored, text_width

ROW_HEIGHT = 50
PART_HEIGHT = 42
HEADER_HEIGHT = 36
MARGIN = 16
DOT = 8
BAR_LEFT = 36
BAR_WIDTH = 4
TEXT_LEFT = 52
INDENT = 16
GAP = 8
CHEVRON = 12
BUTTON_HEIGHT, BUTTON_PADDING = 26, 11
ROOM_FOR_BUTTONS = 480  # a row that is narrower has its actions in the menu and in the details


class ActivityPainter(Pen):
    """One painter for all kinds of rows. Lengths are those of the drawings, scaled to the system's text size."""

    def ground(self, rect: QRect, state: QStyle.StateFlag) -> None:
        """Selection and hover fill the row from side to side; who goes by Tab sees an edge around the row."""
        if state & QStyle.StateFlag.State_Selected:
            self.painter.fillRect(rect, QColor(self.theme.selection))
            if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
                self.edge(rect, self.theme.accent, 0)
        elif state & QStyle.StateFlag.State_MouseOver:
            self.painter.fillRect(rect, QColor(self.theme.hover))

    def header(self, rect: QRect, face: SectionFace) -> None:
        """ "While you were away  Friday 18:05 – today 08:47"."""
        line = self.box(rect, MARGIN, 9, rect.width() - theme.px(2 * MARGIN), 24)
        title = min(text_width(face.title, theme.font(14, 600)), line.width())
        self.text(self.part(line, 0, title), face.title, theme.font(14, 600), self.theme.text)
        rest = self.part(line, title + theme.px(GAP), line.width() - title - theme.px(GAP))
        self.text(rest, face.note, theme.font(14), self.theme.secondary)

    def row(self, rect: QRect, face: RowFace) -> None:
        """Anything that is not a header."""
        indent = INDENT if face.kind is Kind.PART else 0
        height = rect.height() - theme.px(14)
        if face.unread:
            self.round(
                self.box(rect, MARGIN + indent, 7 + (18 - DOT) / 2, theme.px(DOT), DOT), self.theme.accent, DOT / 2
            )
        bar = self.box(rect, BAR_LEFT + indent, 7, theme.px(BAR_WIDTH), 0)
        bar.setHeight(height)
        self.round(bar, self.theme.calendar_color(face.color), 2)
        width = rect.width() - theme.px(TEXT_LEFT + indent + MARGIN)
        first = self.box(rect, TEXT_LEFT + indent, 7, width, 18)
        second = self.box(rect, TEXT_LEFT + indent, 25, width, 18)
        if face.kind is Kind.PART:
            first.translate(0, -theme.px(3))
            second.translate(0, -theme.px(4))
        buttons = self._buttons(rect, face)
        self._first(first, face, buttons)
        self.line(self.part(second, 0, width - buttons - (time_width(face) if buttons else 0)), face.second)

    def _first(self, rect: QRect, face: RowFace, buttons: int) -> None:
        self.text(rect, face.time, theme.font(12, tabular=True), self.theme.secondary, right=True)
        made = title_font(face)
        room = rect.width() - time_width(face) - theme.px(GAP) - buttons
        chevron = theme.px(CHEVRON + 4) if face.kind is Kind.SEVERAL else 0
        title = min(text_width(face.title, made), room - chevron)
        self.text(self.part(rect, 0, title), face.title, made, self.theme.text)
        if chevron:
            name = "chevron-up" if face.unfolded else "chevron-down"
            self._chevron(self.part(rect, title + theme.px(4), theme.px(CHEVRON)), name)

    def _chevron(self, box: QRect, name: str) -> None:
        side = box.width()
        density = self.painter.device().devicePixelRatioF()
        drawing = icons.pixmap(name, self.theme.secondary, side, density)
        self.painter.drawPixmap(box.left(), box.top() + (box.height() - side) // 2, drawing)

    def line(self, rect: QRect, line: Line) -> None:
        """Pieces one after the other; the one that does not fit ends in "…", and nothing follows it."""
        used = 0
        fonts = {ink: ink_font(ink) for ink in {run.ink for run in line}}
        for run in line:
            room = rect.width() - used
            if room <= 0:
                return
            made = fonts[run.ink]
            color = self.theme.text if run.ink is Ink.AFTER else self.theme.secondary
            width = text_width(run.text, made) - 1
            self._run(self.part(rect, used, min(width + 1, room)), run.text, made, color)
            used += width

    def _run(self, rect: QRect, text: str, made: QFont, color: str) -> None:
        """A piece with the spaces at its ends."""
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        shown = QFontMetrics(made).elidedText(
            _mirrored_run(text) if self._mirrored else text, Qt.TextElideMode.ElideRight, rect.width()
        )
        self.painter.setFont(made)
        self.painter.setPen(QColor(color))
        self.painter.drawText(rect, flags | int(Qt.TextFlag.TextSingleLine), shown)

    def _buttons(self, rect: QRect, face: RowFace) -> int:
        """What can be done about a reminder that waits; what they take of the row."""
        boxes = button_boxes(rect, face, right_to_left=self._mirrored)
        for act, box in boxes.items():
            self.round(box, self.theme.card if self.theme.dark else self.theme.background, 7)
            self.edge(box, self.theme.line, 7)
            self.text(box, label_of(act), theme.font(12, 500), self.theme.text, middle=True)
        return sum(box.width() + theme.px(GAP) for box in boxes.values()) + (theme.px(GAP) if boxes else 0)


def button_boxes(rect: QRect, face: RowFace, *, right_to_left: bool) -> dict[Act, QRect]:
    """Where the buttons of a row are; none where nothing is due, or no room."""
    if not face.waiting or rect.width() < theme.px(ROOM_FOR_BUTTONS):
        return {}
    boxes: dict[Act, QRect] = {}
    right = rect.right() + 1 - theme.px(MARGIN + 2 * GAP) - time_width(face)
    for act in (Act.DISMISS, Act.SNOOZE):
        width = text_width(label_of(act), theme.font(12, 500)) + theme.px(2 * BUTTON_PADDING)
        height = theme.px(BUTTON_HEIGHT)
        box = QRect(right - width, rect.top() + (rect.height() - height) // 2, width, height)
        boxes[act] = mirrored(box, rect) if right_to_left else box
        right -= width + theme.px(GAP)
    return boxes


def time_width(face: RowFace) -> int:
    """The room that its time takes."""
    return text_width(face.time, theme.font(12, tabular=True))


def title_font(face: RowFace) -> QFont:
    """What is a part of something is less loud."""
    return theme.font(13, 500 if face.kind is Kind.PART else 600)


def ink_font(ink: Ink) -> QFont:
    """The old is struck out, the new bold."""
    return theme.font(12, 600 if ink is Ink.AFTER else 400, struck=ink is Ink.BEFORE)


def line_width(line: Line) -> int:
    """The room that all of a line takes."""
    return sum(text_width(run.text, ink_font(run.ink)) - 1 for run in line if run.text)


def _mirrored_run(text: str) -> str:
    """What stands before a piece is at its other end, and arrows point there."""
    core = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if core else ""
    return f"{after}{core.replace('→', '←')}{before}"
