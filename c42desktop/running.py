"""The tray application as a process: with the log, the loop and the store it needs, on a profile that it owns."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING

from c42desktop import log
from c42desktop.app import Application
from c42desktop.crashes.recording import recorded
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile
from c42desktop.qt_loop import run_in_qt
from c42desktop.screen import has_screen
from c42desktop.startup import Startup
from c42desktop.store.store import HURRY, Store

if TYPE_CHECKING:
    from c42desktop.demo.run import Stage


def run_app(profile: Profile, startup: Startup) -> int:
    """The tray application on a profile that this process owns, until it is quit. Gives the exit code.

    Raises UserError.
    """
    _require_screen()
    with recorded(profile):
        log.to_file(profile.log, startup.log_level)
        log.introduce(profile.name)
        run_in_qt(lambda: _with_store(profile, {}, startup))
    return 0


def run_demo_app(stage: Callable[[], AbstractAsyncContextManager[Stage]]) -> int:
    """The tray application on the demo's profile, until it is quit. Gives the exit code. Raises UserError."""
    run_in_qt(lambda: _with_stage(stage))
    return 0


@asynccontextmanager
async def _with_store(
    profile: Profile,
    passwords: Mapping[str, str],
    startup: Startup = Startup(),  # noqa: B008
) -> AsyncIterator[Application]:
    store = Store(profile.store, patience=HURRY)
    try:
        yield Application(profile, store, passwords=passwords, startup=startup)
    finally:
        store.close()


@asynccontextmanager
async def _with_stage(stage: Callable[[], AbstractAsyncContextManager[Stage]]) -> AsyncIterator[Application]:
    print(_("Starting a private XMPP server …"), flush=True)
    async with stage() as prepared:
        passwords = {prepared.account.jid: prepared.password}
        async with _with_store(prepared.profile, passwords) as application:
            print(_("The demo is running. Quit it from its tray icon, or with Ctrl-C here."), flush=True)
            prepared.begin()
            yield application
    print(_("The demo is over, and nothing of it is left."), flush=True)


def _require_screen() -> None:
    if not has_screen():
        raise UserError(
            _("There is no screen here. Use a command instead: c42desktop watch, c42desktop agenda, c42desktop --help")
        )
