"""What is new in a version that is out, and the way to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from c42desktop import __version__
from c42desktop.calendar.names import short_date
from c42desktop.i18n import gettext as _
from c42desktop.ui import theme
from c42desktop.ui.fitting import FittingDialog
from c42desktop.ui.links import open_link
from c42desktop.ui.outside import leads_to
from c42desktop.ui.prose import Prose
from c42desktop.ui.widgets import button, foot_row, label, tip


class NewVersionDialog(FittingDialog):
    """`notes` are what the makers say of it, plain text; `page` is opened by the system, nothing is installed here."""

    def __init__(self, version: str, released: date, notes: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(_("New version"), parent)
        self.setObjectName("new-version-dialog")
        self._page = page
        since = _("Released on {date}. This is version {own}.")
        since = since.format(date=short_date(released, year=True), own=__version__)
        leads = _("The download is at {host}. It opens in your browser; nothing is installed by itself.")
        self.column.addWidget(label(_("Version {version} is out").format(version=version), "title"))
        self.column.addWidget(label(since, "secondary"))
        if notes:
            self.column.addWidget(Prose(notes, "new-version-notes", "link"))
        self.column.addStretch(1)
        self.foot.setSpacing(theme.px(12))
        self.foot.addWidget(label(leads.format(host=leads_to(page)), "secondary"))
        download = button(_("Download"), "new-version-download", self._on_download, "primary")
        download.setToolTip(tip(page))
        download.setDefault(True)
        self.foot.addLayout(foot_row(button(_("Close"), "new-version-close", self.reject), download))
        download.setFocus()  # the notes would be shown as chosen

    def _on_download(self) -> None:
        open_link(self._page)
        self.accept()
