"""Which actions a daemon is given: what is seen, in which order, and what a click means."""

from __future__ import annotations

import pytest

from c42desktop.notify.notification import Action
from c42desktop.notify.quirks import ORDINARY, Quirks, quirks_of, with_default

OPEN, ACCEPT, DECLINE = Action("open", "Open"), Action("accept", "Accept"), Action("decline", "Decline")
JOIN, SNOOZE, DISMISS = Action("join", "Join"), Action("snooze", "Snooze…"), Action("dismiss", "Dismiss")
MAP, SHOW = Action("map", "Show on map"), Action("show", "Show")


def ids(actions: tuple[Action, ...], daemon: str) -> list[str]:
    """What it gets."""
    return [action.id for action in with_default(actions, quirks_of(daemon))]


def test_a_daemon_nobody_knows_is_believed_to_follow_the_specification() -> None:
    assert quirks_of("somebody's own") == ORDINARY == Quirks()
    assert ids((OPEN, ACCEPT, DECLINE), "somebody's own") == ["open", "accept", "decline", "default"]


def test_the_names_are_those_the_daemons_give_themselves() -> None:
    assert quirks_of("Xfce Notify Daemon").lists_default
    assert quirks_of("gnome-shell").most == 3


def test_the_first_ones_stay_where_there_is_room_for_three() -> None:
    assert ids((JOIN, SNOOZE, DISMISS, MAP), "gnome-shell") == ["join", "snooze", "dismiss", "default"]


@pytest.mark.parametrize("daemon", ["dunst", "mako", "Xfce Notify Daemon", "lxqt-notificationd"])
def test_what_lists_the_default_action_does_not_say_the_same_twice(daemon: str) -> None:
    assert ids((OPEN, ACCEPT, DECLINE), daemon) == ["default", "accept", "decline"]
    assert [each.label for each in with_default((SHOW,), quirks_of(daemon))] == ["Show"]


def test_the_default_action_takes_no_place_of_another() -> None:
    assert ids((JOIN, SNOOZE, DISMISS), "lxqt-notificationd") == ["join", "snooze", "dismiss"]
    assert ids((SNOOZE, DISMISS), "lxqt-notificationd") == ["snooze", "dismiss", "default"]
    assert ids((JOIN, SNOOZE, DISMISS), "dunst") == ["join", "snooze", "dismiss", "default"]
