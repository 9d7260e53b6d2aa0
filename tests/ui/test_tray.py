"""The tray shows the state without colour, and its menu is built from what is true now."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot
from ui_fakes import NOW, at, entries, entry

from c42desktop.ui import icons, theme
from c42desktop.ui.tray import Pause, Tray, TrayState, Upcoming


def upcoming() -> list[Upcoming]:
    return [Upcoming(each.item, each.occurrences[0]) for each in entries()[3:]]


@pytest.fixture
def tray() -> Tray:
    return Tray(upcoming, lambda: NOW)


def texts(tray: Tray) -> list[str]:
    tray.menu.aboutToShow.emit()
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def action(tray: Tray, text: str) -> QAction:
    return next(each for each in tray.menu.actions() if each.text() == text)


def test_the_menu_of_the_drawing(tray: Tray) -> None:
    assert texts(tray) == [
        "14:00  Call with Vera\t25 min",
        "15:00  Design review",
        "17:12  Train to Utrecht",
        "09:00  Stand-up\tTomorrow",
        "10:30  Budget 2027\tTomorrow",
        "Open",
        "New event…",
        "Pause notifications",
        "Preferences…",
        "Quit",
    ]


def test_the_next_event_is_what_the_eye_finds_first(tray: Tray) -> None:
    assert [each.font().bold() for each in tray.menu.actions()] == [True] + [False] * (len(tray.menu.actions()) - 1)


def test_a_whole_day_keeps_the_titles_below_each_other() -> None:
    whole = entry("ann", "Release freeze", date(2026, 11, 23), date(2026, 11, 25))
    tray = Tray(lambda: [Upcoming(whole.item, whole.occurrences[0])], lambda: NOW)
    (text, day) = texts(tray)[0].split("\t")
    assert (text.strip(), day) == ("Release freeze", "Tomorrow")
    metrics = QFontMetrics(theme.font(tabular=True))
    assert abs(metrics.horizontalAdvance(text[:5]) - metrics.horizontalAdvance("09:00")) <= 2


def test_an_event_in_the_menu_opens_it(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.event_opened) as opened:
        tray.menu.actions()[1].trigger()
    assert opened.args[0].item.item_id == "design"


def test_the_menu_is_built_anew_when_it_opens(qtbot: QtBot) -> None:
    events = upcoming()
    tray = Tray(lambda: events, lambda: NOW)
    events.clear()
    assert texts(tray)[0] == "Nothing planned"
    assert not tray.menu.actions()[0].isEnabled()


def test_titles_are_text_and_not_too_long() -> None:
    wild = entry("ann", "Fish & chips\n" + "x" * 100, at(22, 15), at(22, 16))
    tray = Tray(lambda: [Upcoming(wild.item, wild.occurrences[0])], lambda: NOW)
    assert texts(tray)[0].startswith("15:00  Fish && chips xxx")
    assert texts(tray)[0].endswith("x…")


@pytest.mark.parametrize(("place", "pause"), [(0, Pause.ONE_HOUR), (1, Pause.UNTIL_TOMORROW), (2, Pause.UNTIL_RESUMED)])
def test_notifications_are_paused_for_a_while(tray: Tray, qtbot: QtBot, place: int, pause: Pause) -> None:
    pauses = action(tray, "Pause notifications").menu()
    with qtbot.waitSignal(tray.pause_requested) as paused:
        pauses.actions()[place].trigger()  # type: ignore[attr-defined]
    assert paused.args == [pause]


def test_while_paused_they_can_be_resumed(tray: Tray, qtbot: QtBot) -> None:
    tray.set_state(TrayState.ONLINE, "Online")
    tray.set_paused("Notifications paused until 15:00")
    assert "Pause notifications" not in texts(tray)
    assert tray.icon_name() == "tray-paused"
    assert tray.tooltip() == "c42desktop\nOnline\nNotifications paused until 15:00"
    with qtbot.waitSignal(tray.resume_requested):
        action(tray, "Resume notifications").trigger()


def test_what_ends_by_itself_is_not_resumed(tray: Tray) -> None:
    tray.set_state(TrayState.ONLINE, "Online")
    tray.set_paused("Quiet hours until 07:00", resumable=False)
    assert "Pause notifications" in texts(tray) and "Resume notifications" not in texts(tray)
    assert tray.icon_name() == "tray-paused"


def test_preferences_are_one_click_away(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.preferences_requested):
        action(tray, "Preferences…").trigger()


def test_being_offline_matters_more_than_being_paused(tray: Tray) -> None:
    tray.set_paused("Notifications paused")
    tray.set_state(TrayState.OFFLINE, "Offline since 13:12")
    assert tray.icon_name() == "tray-offline"


def test_a_click_toggles_the_window_and_quit_quits(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.toggled):
        tray.findChild(QSystemTrayIcon, "tray").activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.quit_requested):
        action(tray, "Quit").trigger()
    with qtbot.waitSignal(tray.open_requested):
        action(tray, "Open").trigger()


def test_every_state_has_a_drawing_that_differs_without_colour(qapp: object) -> None:
    shapes = set()
    for state in ("online", "connecting", "offline", "paused"):
        image = icons.app_icon(f"tray-{state}").pixmap(22, 22).toImage()
        lit = (image.pixelColor(x, y) for y in range(22) for x in range(22))
        shapes.add(tuple(color.alpha() > 127 and (color.lightness() > 200, True) for color in lit))
    assert len(shapes) == 4


def test_a_menu_that_is_built_again_and_again_does_not_grow(tray: Tray) -> None:
    tray.refresh()
    before = len(tray.menu.children())
    for _time in range(20):
        tray.refresh()
    assert len(tray.menu.children()) == before


def test_while_more_and_more_is_unread_only_the_number_in_the_menu_is_written_anew(qapp: object) -> None:
    asked: list[bool] = []

    def next_events() -> list[Upcoming]:
        asked.append(True)
        return upcoming()

    tray = Tray(next_events, lambda: NOW)
    tray.set_unread(1)
    asked.clear()
    for count in range(2, 10):
        tray.set_unread(count)
    assert not asked
    assert "9 new changes" in [each.text() for each in tray.menu.actions()]
    tray.set_unread(0)
    assert not any("new change" in text for text in texts(tray))
