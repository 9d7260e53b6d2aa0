"""Whether the program starts when the person signs in to this computer: the switch of each system.

own_command.py   with which command
xdg.py           Linux and its relatives: an entry in ~/.config/autostart
windows.py       the Run key of the person's registry
macos.py         a LaunchAgent

What the system has is the truth: a person may switch it there as well, so nothing of it is in the settings.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from c42desktop.autostart.own_command import own_command
from c42desktop.autostart.switch import Autostart, Unavailable
from c42desktop.i18n import gettext as _
from c42desktop.profile import Profile

FLATPAK = Path("/.flatpak-info")


def find_autostart(profile: Profile) -> Autostart:
    """The switch of this system. It is the person's own profile that starts, no other one."""
    if profile.name:
        return Unavailable(_("Only your own profile can start with your session. This is another one."))
    if sys.platform == "win32":
        from c42desktop.autostart.windows import RunKey

        return RunKey(own_command())
    if sys.platform == "darwin":
        from c42desktop.autostart.macos import LaunchAgent

        return LaunchAgent(Path.home() / "Library/LaunchAgents", own_command())
    if FLATPAK.exists():
        sentence = _("A Flatpak cannot switch this. Add c42desktop in the settings of your desktop instead.")
        return Unavailable(sentence)
    from c42desktop.autostart.xdg import AutostartEntry

    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    home = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".config"
    return AutostartEntry(home / "autostart", own_command())
