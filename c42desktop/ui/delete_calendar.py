"""Asks before a calendar is deleted for everybody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.plain import one_line
from c42desktop.ui.decision import DecisionDialog
from c42desktop.ui.widgets import label


def delete_dialog(title: str, events: int, others: int | None, parent: QWidget | None = None) -> DecisionDialog:
    """`events` are those in it; `others` are those who see it beside its owner, None where nobody knows."""
    lost = ngettext(
        "The calendar and the {count} event in it are deleted at the server.",
        "The calendar and the {count} events in it are deleted at the server.",
        events,
    ).format(count=events)
    heading = _("Delete “{name}”?").format(name=one_line(title, 80))
    made = DecisionDialog("delete-calendar-dialog", heading, lost, parent)
    made.column.addWidget(label(_others(others), "", "delete-others"))
    made.column.addWidget(label(_("This cannot be undone. To only stop seeing it, hide it."), "secondary"))
    made.add_buttons(_("Delete for everyone"), _("Cancel"))
    return made


def _others(count: int | None) -> str:
    if count is None:
        return _("Everyone who sees it loses it.")
    if not count:
        return _("Nobody else sees it.")
    return ngettext("{count} other person loses it.", "{count} other people lose it.", count).format(count=count)
