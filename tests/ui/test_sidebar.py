"""The sidebar says who is signed in, and shows and hides calendars."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, FACILITIES, NOW, TEAM

from c42desktop.calendar.model import Calendar, CalendarState, Level
from c42desktop.ui import tokens
from c42desktop.ui.account_line import AccountAction, AccountShown, AccountState
from c42desktop.ui.banner import Banner, BannerKind, BannerText
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.sidebar import Sidebar
from c42desktop.ui.widgets import Dot, ElidedLabel


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(today=NOW.date())
    qtbot.addWidget(made)
    made.resize(232, 600)
    made.set_calendars(CALENDARS)
    made.show()
    return made


def box(sidebar: Sidebar, node: str) -> CalendarBox:
    found = sidebar.findChild(CalendarBox, f"calendar-{node}")
    assert isinstance(found, CalendarBox)
    return found


def order(sidebar: Sidebar) -> list[str]:
    boxes = sorted(sidebar.findChildren(CalendarBox), key=lambda each: each.y())
    return [each.calendar.title for each in boxes]


def test_the_account_line_says_who_and_how(sidebar: Sidebar) -> None:
    sidebar.set_accounts([AccountShown("ann@example.org", AccountState.OFFLINE, "Offline · next try in 40 s")])
    words = sidebar.findChild(ElidedLabel, "account-state")
    assert words.full_text() == "Offline · next try in 40 s"
    dot = sidebar.findChild(Dot)
    assert dot.grab().toImage().pixelColor(4, 4).name() == tokens.LIGHT.waiting


def test_calendars_stand_in_the_given_order_with_their_boxes(sidebar: Sidebar, qtbot: QtBot) -> None:
    qtbot.wait(10)
    assert order(sidebar) == ["Product team", "Ann", "Travel", "Public holidays", "Facilities"]
    assert box(sidebar, "team").isChecked() and not box(sidebar, "facilities").isChecked()
    assert box(sidebar, "team").grab().toImage().pixelColor(10, 14).name() == "#0e7c86"


def test_another_order_and_fewer_calendars(sidebar: Sidebar, qtbot: QtBot) -> None:
    kept = box(sidebar, "travel")
    sidebar.set_calendars([CALENDARS[2], CALENDARS[0]])
    qtbot.wait(10)
    assert order(sidebar) == ["Travel", "Product team"]
    assert box(sidebar, "travel") is kept


def test_a_click_anywhere_in_the_row_toggles(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.visibility_changed) as changed:
        qtbot.mouseClick(
            box(sidebar, "facilities"), Qt.MouseButton.LeftButton, pos=box(sidebar, "facilities").rect().center()
        )
    assert changed.args == [FACILITIES, True]


def test_setting_calendars_tells_nobody(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sidebar.visibility_changed):
        sidebar.set_calendars([replace(CALENDARS[0], visible=False)])
    assert not box(sidebar, "team").isChecked()


def test_the_menu_hides_and_leaves(sidebar: Sidebar, qtbot: QtBot) -> None:
    hide, *_others, leave = sidebar.menu_for(CALENDARS[0]).actions()
    assert (hide.text(), leave.text()) == ("Hide", "Leave calendar…")
    with qtbot.waitSignal(sidebar.visibility_changed) as changed:
        hide.trigger()
    assert changed.args == [TEAM, False]
    with qtbot.waitSignal(sidebar.leave_requested) as left:
        leave.trigger()
    assert left.args == [TEAM]


def test_a_calendar_that_cannot_be_read_says_why(sidebar: Sidebar) -> None:
    sidebar.set_calendars([replace(CALENDARS[0], state=CalendarState.PENDING)])
    assert "Waiting for the owner to approve" in box(sidebar, "team").toolTip()
    sidebar.set_calendars([replace(CALENDARS[0], problem="You are not allowed to read it.")])
    assert box(sidebar, "team").accessibleDescription() == "You are not allowed to read it."


@pytest.mark.parametrize(("level", "words"), [(Level.REMINDERS, "Reminders only"), (Level.NOTHING, "No notifications")])
def test_what_is_not_told_of_a_calendar_is_drawn_and_said(sidebar: Sidebar, level: Level, words: str) -> None:
    team = box(sidebar, "team")
    before = team.grab().toImage()
    sidebar.set_calendars([replace(CALENDARS[0], level=level, problem="You are not allowed to read it.")])
    assert team.accessibleDescription() == f"You are not allowed to read it. · {words}"
    assert team.toolTip() == f"Product team\nYou are not allowed to read it.\n{words}"
    sidebar.set_calendars([replace(CALENDARS[0], level=level, description="")])
    assert team.accessibleDescription() == words
    sign = QRect(team.width() - 24, 0, 24, team.height())
    assert team.grab().toImage().copy(sign) != before.copy(sign)


def test_the_two_signs_differ_and_a_calendar_of_which_all_is_told_has_none(sidebar: Sidebar) -> None:
    team = box(sidebar, "team")
    images = []
    for level in Level:
        sidebar.set_calendars([replace(CALENDARS[0], level=level)])
        images.append(team.grab().toImage())
    assert all(one != other for number, one in enumerate(images) for other in images[:number])
    sidebar.set_calendars([replace(CALENDARS[0], description="")])
    assert team.toolTip() == "Product team" and team.accessibleDescription() == ""


def test_the_menu_chooses_what_is_told(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_calendars([replace(CALENDARS[0], level=Level.REMINDERS)])
    menu = sidebar.menu_for(replace(CALENDARS[0], level=Level.REMINDERS))
    levels = next(each.menu() for each in menu.actions() if each.text() == "Notifications")
    actions = levels.actions()  # type: ignore[attr-defined]
    assert [(each.text(), each.isChecked()) for each in actions] == [
        ("Everything", False),
        ("Reminders only", True),
        ("Nothing", False),
    ]
    with qtbot.waitSignal(sidebar.level_requested) as chosen:
        actions[2].trigger()
    assert chosen.args == [TEAM, Level.NOTHING]


def test_reminders_and_preferences_are_asked_for_from_the_menus(sidebar: Sidebar, qtbot: QtBot) -> None:
    menu = sidebar.menu_for(CALENDARS[0])
    with qtbot.waitSignal(sidebar.reminders_requested) as asked:
        next(each for each in menu.actions() if each.text() == "Reminders…").trigger()
    assert asked.args == [CALENDARS[0]]
    with qtbot.waitSignal(sidebar.preferences_requested):
        next(each for each in sidebar.account_menu().actions() if each.text() == "Preferences…").trigger()


def test_a_calendar_that_is_being_read_says_how_far(sidebar: Sidebar) -> None:
    team = box(sidebar, "team")
    line = team.height() - 2  # pixels: the line is two of them high

    def filled(at: float) -> bool:
        pixel = team.grab().toImage().pixelColor(30 + round(at * (team.width() - 38)), line)
        return pixel.name() == "#0e7c86"

    sidebar.set_progress(TEAM, 1200, 3400)
    assert team.toolTip().endswith("Reading: 1200 of 3400 events")
    assert filled(0.1) and filled(0.33) and not filled(0.5)
    sidebar.set_progress(TEAM, 900, None)
    assert team.accessibleDescription() == "Reading: 900 events so far"
    assert not filled(0.1)
    sidebar.set_progress(TEAM, 3400, 3400)
    assert "Reading" not in team.toolTip()
    assert not filled(0.1)


def test_progress_of_a_calendar_that_is_not_in_the_list_is_nobodys(sidebar: Sidebar) -> None:
    sidebar.set_progress(replace(TEAM, node="elsewhere"), 1, 2)


def test_a_long_name_does_not_widen_the_sidebar(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_calendars([replace(CALENDARS[0], title="n" * 500)])
    sidebar.set_accounts([AccountShown("a" * 200 + "@example.org", AccountState.ONLINE, "o" * 300)])
    qtbot.wait(10)
    assert sidebar.minimumSizeHint().width() <= 232
    assert box(sidebar, "team").width() <= 232


def test_adding_and_quitting_are_one_click_away(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.add_requested):
        sidebar.findChild(QPushButton, "add-calendar").click()
    with qtbot.waitSignal(sidebar.quit_requested):
        sidebar.account_menu().actions()[-1].trigger()


def test_the_banner_is_there_only_with_something_to_say(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.set(BannerText(BannerKind.OFFLINE, "Offline since 13:12 – showing what was known then", "Connect now"))
    assert not banner.isHidden()
    with qtbot.waitSignal(banner.acted):
        banner.findChild(QPushButton, "banner-action").click()
    banner.set(BannerText(BannerKind.INFO, "The calendar was removed by its owner."))
    assert banner.findChild(QPushButton, "banner-action").isHidden()
    banner.set(None)
    assert banner.isHidden()


def words_in_menu(sidebar: Sidebar, calendar: Calendar) -> list[str]:
    return [each.text() for each in sidebar.menu_for(calendar).actions() if each.text()]


def test_what_only_owners_may_do_is_offered_to_owners_only(qtbot: QtBot) -> None:
    sidebar = Sidebar(today=NOW.date())
    qtbot.addWidget(sidebar)
    mine, theirs = CALENDARS[:2]
    sidebar.set_calendars([mine, theirs])
    sidebar.is_owner = lambda ref: ref == mine.ref
    assert {"Share…", "Calendar settings…", "Delete calendar…"} <= set(words_in_menu(sidebar, mine))
    assert not {"Share…", "Calendar settings…", "Delete calendar…"} & set(words_in_menu(sidebar, theirs))


def test_a_calendar_at_ones_own_account_cannot_be_left(qtbot: QtBot) -> None:
    sidebar = Sidebar(today=NOW.date())
    qtbot.addWidget(sidebar)
    calendar = CALENDARS[0]
    own = replace(calendar, ref=replace(calendar.ref, service=calendar.ref.account))
    sidebar.set_calendars([own])
    assert "Leave calendar…" not in words_in_menu(sidebar, own)


def test_a_request_is_withdrawn_not_left(qtbot: QtBot) -> None:
    sidebar = Sidebar(today=NOW.date())
    qtbot.addWidget(sidebar)
    waiting = replace(CALENDARS[0], state=CalendarState.PENDING)
    sidebar.set_calendars([waiting])
    assert "Withdraw request…" in words_in_menu(sidebar, waiting)


@pytest.mark.parametrize(
    ("changes", "reason", "looks"),
    [
        ({"problem": "The server refused to list its events."}, "The server refused to list its events.", True),
        ({"state": CalendarState.PENDING}, "Waiting for the owner to approve", True),
        ({"state": CalendarState.REMOVED}, "Removed by its owner", False),
    ],
)
def test_the_menu_begins_with_what_is_wrong_and_what_may_help(
    sidebar: Sidebar, qtbot: QtBot, changes: dict[str, Any], reason: str, looks: bool
) -> None:
    calendar = replace(CALENDARS[0], **changes)
    sidebar.set_calendars([calendar])
    first, second = sidebar.menu_for(calendar).actions()[:2]
    assert first.text() == reason and not first.isEnabled()
    assert (second.text() == "Look again") is looks
    if looks:
        with qtbot.waitSignal(sidebar.account_requested) as asked:
            second.trigger()
        assert asked.args == [AccountAction.HELP, calendar.ref.account]


def test_what_is_well_has_nothing_to_say_first(sidebar: Sidebar) -> None:
    assert words_in_menu(sidebar, CALENDARS[0])[0] == "Hide"


def test_who_waits_for_the_owner_sees_a_clock_and_no_warning(sidebar: Sidebar) -> None:
    waiting = replace(CALENDARS[0], state=CalendarState.PENDING)
    assert CalendarBox(waiting)._signs() == ["clock"]
    assert CalendarBox(replace(waiting, state=CalendarState.UNREACHABLE))._signs() == ["warning"]


def test_with_one_account_its_menu_offers_what_would_help(sidebar: Sidebar, qtbot: QtBot) -> None:
    shown = AccountShown("ann@example.org", AccountState.OFFLINE, "Offline", remedy="Connect now")
    sidebar.set_accounts([shown])
    remedy = next(each for each in sidebar.account_menu().actions() if each.text() == "Connect now")
    with qtbot.waitSignal(sidebar.account_requested) as asked:
        remedy.trigger()
    assert asked.args == [AccountAction.HELP, "ann@example.org"]
