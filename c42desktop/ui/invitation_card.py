"""Who invites the reader, with which words, and the buttons to answer, in a card."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout

from c42desktop.calendar.model import Event
from c42desktop.i18n import gettext as _
from c42desktop.ui import entry_words, phrases, theme
from c42desktop.ui.answer_bar import AnswerBar, answer_state
from c42desktop.ui.long_text import LongText
from c42desktop.ui.people import display_name
from c42desktop.ui.widgets import label, style


class InvitationCard(QFrame):
    """ "Bram de Vries invites you", the message, when that was, and what may be answered."""

    def __init__(self, event: Event, now: datetime, bar: AnswerBar) -> None:
        super().__init__()
        self.setObjectName("invitation-card")
        style(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(4))
        column.addWidget(label(invitation_words(event), "strong", "invitation-who"))
        invitation = event.personal.invitation
        if invitation is not None and invitation.message.strip():
            column.addWidget(LongText(invitation.message.strip(), "invitation-message"))
        column.addWidget(label(_state(event, now), "secondary", "invitation-when"))
        column.addWidget(bar)


def invitation_words(event: Event) -> str:
    """Who invites, in full."""
    person = entry_words.inviter(event)
    return _("{name} invites you").format(name=display_name(person)) if person else _("You are invited")


def _state(event: Event, now: datetime) -> str:
    """ "2 h ago · You have not answered"."""
    created = event.personal.invitation.created if event.personal.invitation else None
    when = phrases.ago(created, now) if created is not None else ""
    return " · ".join(part for part in (when, answer_state("", "")) if part)
