"""What the one banner of the window says: what is under way first, then what is asked, then how the connection is, then
what a person should know once, then what can wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from c42desktop.i18n import gettext as _
from c42desktop.i18n import ngettext
from c42desktop.ui.banner import BannerKind, BannerText
from c42desktop.ui.main_window import MainWindow


class BannerController:
    """Joins the state of the accounts with notices. `window.connect_requested` is the banner's action,
    `window.banner_chosen` one of the choices that `ask` gives."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._state: BannerText | None = None
        self._act: Callable[[], None] = _nothing
        self._notice: BannerText | None = None
        self._replies = False  # the notice answers what the person has just done
        self._choose: Callable[[str], None] = _ignore
        self._gone: Callable[[], None] = _nothing
        self._asides: dict[str, tuple[BannerText, Callable[[str], None]]] = {}
        self._work: BannerText | None = None
        self._cancel: Callable[[], None] = _nothing
        self._waiting = 0
        window.connect_requested.connect(self._acted)
        window.banner_chosen.connect(self._chosen)

    def set_state(self, state: BannerText | None, act: Callable[[], None]) -> None:
        """How the accounts are; None where all is well. `act` is what the banner's action does then."""
        self._state, self._act = state, act
        self._show()

    def set_waiting(self, count: int) -> None:
        """So many events were changed and not sent yet: said beside why they are not."""
        if count != self._waiting:
            self._waiting = count
            self._show()

    def tell(self, sentence: str, *, error: bool = False) -> None:
        """Something to know once. It stays until it is dismissed, or the next one comes."""
        self._replace(BannerText(BannerKind.ERROR if error else BannerKind.INFO, sentence, _("Dismiss")))

    def reply(self, sentence: str, *, error: bool = False) -> None:
        """The same in reply to what the person has just done: it does not wait until the connection is back."""
        self.tell(sentence, error=error)
        self._replies = True
        self._show()

    def ask(
        self,
        sentence: str,
        choices: Sequence[tuple[str, str]],
        choose: Callable[[str], None],
        gone: Callable[[], None],
    ) -> None:
        """Something to know now, and what can be done about it: pairs of id and label, of which `choose` gets the id.

        `gone` is called once nobody sees it any more.
        """
        text = BannerText(BannerKind.INFO, sentence, _("Close"), tuple(choices))
        self._replace(text, choose, gone)

    def mention(
        self, sentence: str, choices: Sequence[tuple[str, str]], choose: Callable[[str], None], *, about: str = ""
    ) -> None:
        """Something that can wait: said while there is nothing else to say, until the person has chosen.

        `choose` gets the id, "" where it was dismissed. An empty sentence takes it back. `about` is what replaces what:
        of several that wait, the first is said first.
        """
        if sentence:
            text = BannerText(BannerKind.INFO, sentence, _("Dismiss"), tuple(choices))
            self._asides[about] = text, choose
        else:
            self._asides.pop(about, None)
        self._show()

    def end(self) -> None:
        """Say it no more, whatever is told or asked."""
        self._replace(None)

    def set_work(self, sentence: str, cancel: Callable[[], None] = lambda: None) -> None:
        """How far something long is that the person asked for, and how to end it; "" once it is over.

        What was told of the work before it does not come back; an error does.
        """
        if sentence and self._notice is not None and self._notice.kind is BannerKind.INFO and not self._is_urgent():
            self._notice = None
        self._work = BannerText(BannerKind.INFO, sentence, _("Cancel")) if sentence else None
        self._cancel = cancel
        self._show()

    def _acted(self) -> None:
        if self._work is not None:
            self._cancel()
        elif self._state is not None and not self._is_urgent():
            self._act()
        elif self._notice is not None:
            self._replace(None)
        else:
            self._answer_aside("")

    def _chosen(self, choice: str) -> None:
        notice = self._notice
        if notice is None:
            self._answer_aside(choice)
            return
        self._choose(choice)
        if self._notice is notice:
            self._replace(None)

    def _answer_aside(self, choice: str) -> None:
        about = next(iter(self._asides), None)
        if about is not None:
            _text, choose = self._asides.pop(about)
            self._show()
            choose(choice)

    def _replace(
        self,
        notice: BannerText | None,
        choose: Callable[[str], None] | None = None,
        gone: Callable[[], None] | None = None,
    ) -> None:
        left, self._gone = self._gone, gone or _nothing
        self._notice, self._choose, self._replies = notice, choose or _ignore, False
        self._show()
        left()

    def _is_urgent(self) -> bool:
        """What can be done about something now does not wait until the connection is back."""
        return self._notice is not None and (self._replies or bool(self._notice.choices))

    def _show(self) -> None:
        urgent = self._notice if self._is_urgent() else None
        aside = next((text for text, _choose in self._asides.values()), None)
        self._window.set_banner(self._work or urgent or self._state_shown() or self._notice or aside)

    def _state_shown(self) -> BannerText | None:
        if self._state is None or not self._waiting or self._state.kind is not BannerKind.OFFLINE:
            return self._state
        words = ngettext("{count} change waits to be sent.", "{count} changes wait to be sent.", self._waiting)
        waits = words.format(count=self._waiting)
        return replace(
            self._state, text=_("{state} · {waits}").format(state=self._state.text.removesuffix("."), waits=waits)
        )


def _nothing() -> None:
    """The action of a banner that says nothing."""


def _ignore(choice: str) -> None:
    """A banner without choices."""
