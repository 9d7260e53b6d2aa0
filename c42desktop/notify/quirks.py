"""What each notification daemon makes of a notification, where that differs from the specification: one table.

Found by the name the daemon gives itself. What its sources or documents say stands beside it; of one that is not named
here, and of all that is not known, the Desktop Notifications specification 1.2 is believed. notify-osd, MATE, Plasma,
SwayNotificationCenter and elementary's need no line: they do as they say in GetCapabilities and in the specification.

Budgie skips what follows the default action (src/daemon/notifications/popup.vala, ActionBox): where that has no button
it comes last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from c42desktop.notify.actions import Act
from c42desktop.notify.labels import label_of
from c42desktop.notify.notification import Action

# "Actions" of the specification: the key that stands for a click on the notification itself.
DEFAULT_ACTION = "default"
# What a click means; the other actions are something else than to look at it.
_CLICKS = (Act.OPEN, Act.SHOW)


@dataclass(frozen=True, slots=True)
class Quirks:
    """The habits of one daemon.

    most               how many actions it shows; it drops the rest, or makes something worse of them
    lists_default      the default action stands beside the others, with its label
    keeps_buttons      an update of what is on screen leaves the buttons of the first in place
    resident           without this hint it takes away everything of ours once our window is in front
    stays_if_critical  it knows no other way to stay until somebody has looked
    """

    most: int = 10
    lists_default: bool = False
    keeps_buttons: bool = False
    resident: bool = False
    stays_if_critical: bool = False


ORDINARY = Quirks()
WINDOWS = Quirks(most=5)  # Toast XML schema, <actions>: action{0,5}; more make the toast invalid
MACOS = Quirks(most=4)  # UNNotificationCategory: more than four are not shown

_DAEMONS = {
    # js/ui/messageTray.js: MAX_NOTIFICATION_BUTTONS = 3, NOTIFICATION_TIMEOUT for all but critical ones; timeout_ is
    # unused in notificationDaemon.js. No resident hint: with it, nothing pops up while our window has the focus.
    "gnome-shell": Quirks(most=3, stays_if_critical=True),
    # js/ui/notificationDaemon.js: _onFocusAppChanged destroys all that is not resident.
    "cinnamon": Quirks(resident=True),
    # xfce-notify-window.c, set_actions: a button for each that has a label, "default" as well; a click only closes.
    "xfce notify daemon": Quirks(lists_default=True),
    # src/notification.cpp, setValues: from four actions on a list to choose from takes the place of the buttons, and
    # actions are set once; notificationwidgets.cpp: a button for "default" too.
    "lxqt-notificationd": Quirks(most=3, lists_default=True, keeps_buttons=True),
    # dunst(5), "context": a menu of all actions; nothing is drawn.
    "dunst": Quirks(lists_default=True),
    # makoctl(1), "menu": as dunst.
    "mako": Quirks(lists_default=True),
}


def quirks_of(daemon: str) -> Quirks:
    """The habits of the daemon of this name (GetServerInformation)."""
    return _DAEMONS.get(daemon.lower(), ORDINARY)


def shown_actions(actions: Sequence[Action], quirks: Quirks) -> tuple[Action, ...]:
    """Those that are seen: the first ones stay."""
    return tuple(actions[: quirks.most])


def with_default(actions: Sequence[Action], quirks: Quirks) -> tuple[Action, ...]:
    """Those that are seen, and the one for a click. Where that has a button of its own, no two say the same."""
    shown = list(shown_actions(actions, quirks))
    if not quirks.lists_default:
        return *shown, Action(DEFAULT_ACTION, label_of(Act.OPEN))
    clicks = [action for action in shown if action.id in _CLICKS]
    if clicks:
        return tuple(Action(DEFAULT_ACTION, each.label) if each is clicks[0] else each for each in shown)
    if len(shown) < quirks.most:
        shown.append(Action(DEFAULT_ACTION, label_of(Act.OPEN)))
    return tuple(shown)
