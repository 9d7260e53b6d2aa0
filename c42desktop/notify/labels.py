"""What each action is called, on every button and in every menu."""

from __future__ import annotations

from c42desktop.i18n import gettext as _
from c42desktop.notify.actions import Act


def label_of(act: Act) -> str:
    """The words on its button."""
    return {
        Act.OPEN: _("Open"),
        Act.SHOW: _("Show"),
        Act.JOIN: _("Join"),
        Act.MAP: _("Show on map"),
        Act.SNOOZE: _("Snooze…"),
        Act.DISMISS: _("Dismiss"),
        Act.ACCEPT: _("Accept"),
        Act.MAYBE: _("Maybe"),
        Act.DECLINE: _("Decline"),
        Act.SNOOZE_ALL: _("Snooze all"),
        Act.DISMISS_ALL: _("Dismiss all"),
        Act.EDIT: _("Edit"),
        Act.DUPLICATE: _("Duplicate"),
        Act.DELETE: _("Delete…"),
        Act.EXPORT: _("Export…"),
        Act.SOURCE: _("Show source…"),
    }[act]
