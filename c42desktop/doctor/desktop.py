"""What the desktop gives: a screen, a keyring, notifications. The tray is seen with Qt only, by the window."""

from __future__ import annotations

import logging
import sys

from c42desktop import credentials
from c42desktop.doctor.finding import Finding, passed, said, skipped, warned
from c42desktop.errors import UserError
from c42desktop.i18n import gettext as _
from c42desktop.notify.native import APP_NAME
from c42desktop.notify.notifier import NotifyError
from c42desktop.screen import has_screen

log = logging.getLogger(__name__)

PROBE = "c42desktop doctor"  # what is put into the keyring, and taken out again


def screen() -> Finding:
    """Whether a window can be opened."""
    if has_screen():
        return passed("screen", _("There is a screen."))
    advice = _("Start the window in a desktop session. The commands work without one.")
    return warned("screen", _("There is no screen here, so there is no window and no tray."), advice)


async def keyring() -> Finding:
    """Whether a text can be put into the keyring, and comes back."""
    try:
        name = await credentials.probe(PROBE)
    except credentials.NoKeyringError as error:
        advice = _(
            "Install or unlock a keyring such as GNOME Keyring or KWallet. Until then the password is asked for at "
            "each start, or read from the file that {variable} names."
        )
        return warned("keyring", str(error), advice.format(variable=credentials.FILE_VARIABLE))
    return passed("keyring", _("{name} keeps passwords and gives them back.").format(name=said(name)))


def _password_file() -> Finding | None:
    """The file with a password that takes the keyring's place, where one is named."""
    try:
        if credentials.from_file() is None:
            return None
    except UserError as error:
        return warned("keyring", str(error))
    text = _("The password comes from the file that {variable} names; the keyring is not asked.")
    return passed("keyring", text.format(variable=credentials.FILE_VARIABLE))


async def passwords() -> Finding:
    """Where passwords come from."""
    return _password_file() or await keyring()


async def notifications(bus_address: str | None = None) -> Finding:
    """Which program shows notifications, and what it can do. `bus_address` is for tests."""
    if sys.platform in ("win32", "darwin"):
        return passed("notifications", _("The system has notifications of its own."))
    from c42desktop.notify.freedesktop import FreedesktopNotifier

    notifier = FreedesktopNotifier(APP_NAME, bus_address)
    try:
        name, capabilities = await notifier.service()
    except NotifyError as error:
        advice = _("Start a notification service. Until then changes are told by the tray, or in the window.")
        log.info("%s", error)
        return warned("notifications", _("No notification service answers here."), advice)
    finally:
        await notifier.close()
    return _about(said(name), capabilities)


def _about(name: str, capabilities: frozenset[str]) -> Finding:
    if "actions" in capabilities:
        return passed("notifications", _("{name} shows notifications, and clicks on them work.").format(name=name))
    text = _("{name} shows notifications, but they cannot be clicked.").format(name=name)
    return warned("notifications", text, _("Open the window to see what changed, or use another notification service."))


def tray_unseen() -> Finding:
    """What a command can say of the tray."""
    if has_screen():
        return skipped("tray", _("Not checked: only the window sees the tray. Use Help › Diagnose there."))
    return skipped("tray", _("Not checked: there is no screen."))


def tray_seen(*, available: bool) -> Finding:
    """What the window sees of the tray."""
    if available:
        return passed("tray", _("The desktop has a tray."))
    advice = _("Closing the window minimises it. On GNOME, the extension AppIndicator brings a tray.")
    return warned("tray", _("This desktop has no tray."), advice)
