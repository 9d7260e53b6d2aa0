"""Several accounts in the sidebar: each says how it is, and whose a calendar is can be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui_fakes import CALENDARS, NOW, TEAM

from c42desktop.calendar.local import local_ref
from c42desktop.ui import tokens
from c42desktop.ui.account_line import AccountAction, AccountEntry, AccountShown, AccountState
from c42desktop.ui.calendar_box import CalendarBox
from c42desktop.ui.calendar_list import GroupTitle
from c42desktop.ui.sidebar import Sidebar
from c42desktop.ui.widgets import Dot, ElidedLabel

ANN = AccountShown("ann@example.org", AccountState.ONLINE, "Online", "#0e7c86")
BRAM = AccountShown("bram@club.example", AccountState.ONLINE, "Online over BOSH", "#c2410c")
HERS, HIS = CALENDARS[0], replace(CALENDARS[0], ref=replace(TEAM, account=BRAM.jid))
FILE = replace(CALENDARS[1], ref=local_ref("file"))


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(today=NOW.date())
    qtbot.addWidget(made)
    made.resize(232, 600)
    made.set_calendars([HERS, HIS, FILE])
    made.set_accounts([ANN, BRAM])
    made.show()
    return made


def entry(sidebar: Sidebar, jid: str) -> AccountEntry:
    return sidebar.findChild(AccountEntry, f"account-{jid}")


def list_of(sidebar: Sidebar) -> list[str]:
    """Titles and calendars from top to bottom."""
    shown = [each for kind in (GroupTitle, CalendarBox) for each in sidebar.findChildren(kind) if each.isVisible()]
    return [_words(each) for each in sorted(shown, key=QWidget.y)]


def _words(shown: QWidget) -> str:
    if isinstance(shown, CalendarBox):
        return shown.calendar.title
    return shown.findChild(ElidedLabel).full_text()


def test_each_account_says_how_it_is(sidebar: Sidebar) -> None:
    texts = [each.full_text() for each in entry(sidebar, BRAM.jid).findChildren(ElidedLabel)]
    assert texts == ["bram@club.example", "Online over BOSH"]
    assert entry(sidebar, ANN.jid).accessibleName() == "ann@example.org, Online"
    sidebar.set_accounts([ANN, replace(BRAM, state=AccountState.REFUSED, words="Not signed in", hint="Refused.")])
    dot = entry(sidebar, BRAM.jid).findChild(Dot)
    assert dot.grab().toImage().pixelColor(4, 4).name() == tokens.LIGHT.declined
    assert entry(sidebar, BRAM.jid).toolTip() == "bram@club.example\nRefused."


def test_calendars_stand_below_their_accounts(sidebar: Sidebar, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: sidebar.findChild(CalendarBox).y() > 0)
    team = HERS.title
    assert list_of(sidebar) == [ANN.jid, team, BRAM.jid, team, "On this computer", FILE.title]


def test_the_same_calendar_in_two_accounts_is_two(sidebar: Sidebar, qtbot: QtBot) -> None:
    boxes = {each.calendar.ref: each for each in sidebar.findChildren(CalendarBox)}
    assert {HERS.ref, HIS.ref} < set(boxes)
    with qtbot.waitSignal(sidebar.visibility_changed) as changed:
        boxes[HIS.ref].click()
    assert changed.args == [HIS.ref, False]
    assert boxes[HERS.ref].isChecked()


def test_with_one_account_all_is_as_before(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_accounts([ANN])
    qtbot.wait(10)
    assert not [each for each in sidebar.findChildren(GroupTitle) if each.isVisible()]
    assert sidebar.findChild(ElidedLabel, "account-jid").full_text() == ANN.jid
    assert not sidebar.findChild(QLabel, "accounts-title").isVisible()
    texts = [each.text() for each in sidebar.account_menu().actions() if each.text()]
    assert texts[2:] == ["Add account…", "Edit account…", "Sign out", "Remove account…", "Preferences…", "Help", "Quit"]


def test_calendars_of_a_signed_out_account_are_marked(sidebar: Sidebar) -> None:
    sidebar.set_accounts([ANN, replace(BRAM, state=AccountState.SIGNED_OUT, words="Signed out")])
    boxes = {each.calendar.ref: each for each in sidebar.findChildren(CalendarBox)}
    assert boxes[HIS.ref].accessibleDescription() == "Signed out – as last known"
    assert boxes[HERS.ref].accessibleDescription() == HERS.description
    assert "bram@club.example · signed out" in list_of(sidebar)
    sidebar.set_accounts([ANN, BRAM])
    assert boxes[HIS.ref].accessibleDescription() == HERS.description


def test_a_click_on_an_account_opens_what_can_be_done_with_it(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(entry(sidebar, BRAM.jid).menu_wanted) as wanted:
        qtbot.mouseClick(entry(sidebar, BRAM.jid), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert wanted.args[0] == BRAM
    with qtbot.waitSignal(entry(sidebar, BRAM.jid).menu_wanted):
        qtbot.keyClick(entry(sidebar, BRAM.jid), Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("shown", "words", "actions"),
    [
        (BRAM, ["Edit account…", "Sign out", "Remove account…"], [AccountAction.EDIT, AccountAction.SIGN_OUT]),
        (
            replace(BRAM, state=AccountState.REFUSED, remedy="Enter password…"),
            ["Enter password…", "Edit account…", "Sign out", "Remove account…"],
            [AccountAction.HELP, AccountAction.EDIT],
        ),
        (
            replace(BRAM, state=AccountState.SIGNED_OUT),
            ["Edit account…", "Sign in", "Remove account…"],
            [AccountAction.EDIT, AccountAction.SIGN_IN],
        ),
    ],
)
def test_the_menu_of_an_account_fits_its_state(
    sidebar: Sidebar, qtbot: QtBot, shown: AccountShown, words: list[str], actions: list[AccountAction]
) -> None:
    offered = [each for each in sidebar.entry_menu(shown).actions() if each.text()]
    assert [each.text() for each in offered] == words
    for each, action in zip(offered, actions, strict=False):
        with qtbot.waitSignal(sidebar.account_requested) as requested:
            each.trigger()
        assert requested.args == [action, BRAM.jid]


def test_another_account_is_added_from_the_menu(sidebar: Sidebar, qtbot: QtBot) -> None:
    add = next(each for each in sidebar.account_menu().actions() if each.text() == "Add account…")
    with qtbot.waitSignal(sidebar.account_requested) as requested:
        add.trigger()
    assert requested.args == [AccountAction.ADD, ""]


def test_long_addresses_do_not_widen_the_sidebar(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.set_accounts([ANN, replace(BRAM, jid="b" * 300 + "@club.example", words="o" * 300)])
    qtbot.wait(10)
    assert sidebar.minimumSizeHint().width() <= 232
