"""What the one banner of the window says: what is under way first, then how the connection is, then what a person
should know once."""

from __future__ import annotations

from collections.abc import Callable

from c42desktop.i18n import gettext as _
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow


class BannerController:
    """Joins the state of the accounts with notices. `window.connect_requested` is the banner's action."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._state: BannerText | None = None
        self._act: Callable[[], None] = _nothing
        self._notice: BannerText | None = None
        self._work: BannerText | None = None
        self._cancel: Callable[[], None] = _nothing
        window.connect_requested.connect(self._acted)

    def set_state(self, state: BannerText | None, act: Callable[[], None]) -> None:
        """How the accounts are; None where all is well. `act` is what the banner's action does then."""
        self._state, self._act = state, act
        self._show()

    def tell(self, sentence: str, *, error: bool = False) -> None:
        """Something to know once. It stays until it is dismissed, or the next one comes."""
        self._notice = BannerText(BannerKind.ERROR if error else BannerKind.INFO, sentence, _("Dismiss"))
        self._show()

    def set_work(self, sentence: str, cancel: Callable[[], None] = lambda: None) -> None:
        """How far something long is that the person asked for, and how to end it; "" once it is over.

        What was told of the work before it does not come back; an error does.
        """
        if sentence and self._notice is not None and self._notice.kind is BannerKind.INFO:
            self._notice = None
        self._work = BannerText(BannerKind.INFO, sentence, _("Cancel")) if sentence else None
        self._cancel = cancel
        self._show()

    def _acted(self) -> None:
        if self._work is not None:
            self._cancel()
        elif self._state is not None:
            self._act()
        else:
            self._notice = None
            self._show()

    def _show(self) -> None:
        self._window.set_banner(self._work or self._state or self._notice)


def _nothing() -> None:
    """The action of a banner that says nothing."""
