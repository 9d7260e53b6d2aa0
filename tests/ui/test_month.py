"""The month in the sidebar: which days it shows, what one hears of them, and how one gets to another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from c42desktop.ui import tokens
from c42desktop.ui.month import Month
from c42desktop.ui.month_days import WEEK, WEEKS, days_shown, further, month_of, same_day
from c42desktop.ui.month_model import DAY, Look, MonthModel, title_of
from c42desktop.ui.month_view import MonthView

TODAY = date(2026, 11, 22)
KEY = Qt.Key


@given(st.dates(), st.integers(0, 6))
def test_all_days_of_a_month_are_among_six_weeks_that_begin_on_the_day_asked_for(day: date, start: int) -> None:
    month = month_of(day)
    days = days_shown(month, start)
    assert len(days) == WEEKS * WEEK and days[0].weekday() == start
    assert days == [days[0] + timedelta(days=place) for place in range(len(days))]
    assert month in days[:WEEK]
    assert further(month, 1) == month or further(month, 1) - timedelta(days=1) in days


@given(st.dates(date(2, 1, 1), date(9998, 12, 1)), st.integers(-24, 24))
def test_the_same_day_of_another_month_is_in_that_month(day: date, by: int) -> None:
    there = same_day(day, by)
    assert month_of(there) == further(month_of(day), by)
    assert there.day == day.day or (there + timedelta(days=1)).day == 1


def test_a_month_that_is_shorter_ends_sooner() -> None:
    assert same_day(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert same_day(date(2028, 3, 31), -1) == date(2028, 2, 29)


@pytest.mark.parametrize(("start", "first"), [(0, date(2026, 10, 26)), (6, date(2026, 11, 1)), (5, date(2026, 10, 31))])
def test_the_drawing_and_other_weeks(start: int, first: date) -> None:
    assert days_shown(date(2026, 11, 1), start)[0] == first


def test_the_model_keeps_the_contract_of_models(qtmodeltester: ModelTester) -> None:
    model = MonthModel(TODAY)
    qtmodeltester.check(model)
    model.set_month(date(2026, 12, 5))
    model.set_week_start(6)
    model.set_busy({TODAY})


@pytest.fixture
def month(qtbot: QtBot) -> Month:
    made = Month(TODAY)
    made.set_week_start(0)
    made.setAutoFillBackground(True)
    qtbot.addWidget(made)
    made.resize(232, made.sizeHint().height())
    made.show()
    return made


def view(month: Month) -> MonthView:
    return month.findChild(MonthView)


def title(month: Month) -> str:
    return month.findChild(QToolButton, "month-title").text()


def field(month: Month, day: date) -> QPoint:
    model = view(month).model()
    assert isinstance(model, MonthModel)
    index = model.index_of(day)
    assert index.isValid() and index.data(DAY) == day
    return view(month).visualRect(index).center()


def picture(month: Month) -> QImage:
    return month.grab().toImage()


def pixel(month: Month, image: QImage, day: date, x: int, y: int = 0) -> QColor:
    at = view(month).viewport().mapTo(month, field(month, day))
    return image.pixelColor(at + QPoint(x, y))


def click(month: Month, day: date) -> None:
    QTest.mouseClick(view(month).viewport(), Qt.MouseButton.LeftButton, pos=field(month, day))


def test_a_click_asks_for_that_day(month: Month, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.day_requested) as asked:
        click(month, date(2026, 11, 9))
    assert asked.args == [date(2026, 11, 9)]
    with qtbot.waitSignal(month.day_requested) as asked:
        click(month, date(2026, 12, 3))
    assert asked.args == [date(2026, 12, 3)] and title(month) == "December 2026"


def test_the_right_button_asks_for_nothing(month: Month, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(month.day_requested):
        QTest.mouseClick(view(month).viewport(), Qt.MouseButton.RightButton, pos=field(month, TODAY))


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([KEY.Key_Right], date(2026, 11, 23)),
        ([KEY.Key_Down, KEY.Key_Down], date(2026, 12, 6)),
        ([KEY.Key_Up], date(2026, 11, 15)),
        ([KEY.Key_Left] * 3, date(2026, 11, 19)),
        ([KEY.Key_PageDown], date(2026, 12, 22)),
        ([KEY.Key_PageUp] * 11, date(2025, 12, 22)),
        ([KEY.Key_PageUp, KEY.Key_Down, KEY.Key_Home], TODAY),
    ],
)
def test_the_keyboard_goes_by_days_weeks_and_months(month: Month, qtbot: QtBot, keys: list[Qt.Key], day: date) -> None:
    with qtbot.assertNotEmitted(month.day_requested):
        for key in keys:
            QTest.keyClick(view(month), key)
    assert view(month).currentIndex().data(DAY) == day
    assert title(month) == title_of(day)
    with qtbot.waitSignal(month.day_requested) as asked:
        QTest.keyClick(view(month), KEY.Key_Return)
    assert asked.args == [day]


def test_where_one_reads_from_the_right_the_arrows_go_as_they_point(month: Month) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(view(month), KEY.Key_Left)
    assert view(month).day == date(2026, 11, 23)


def test_the_arrows_turn_the_month_and_ask_for_its_days(month: Month, qtbot: QtBot) -> None:
    month.set_busy({TODAY})
    with qtbot.waitSignal(month.span_wanted) as wanted:
        month.findChild(QToolButton, "month-on").click()
    assert wanted.args == [date(2026, 11, 30), date(2027, 1, 10)] and title(month) == "December 2026"
    assert not any(index.data(Look.BUSY) for index in indexes(month)), "what is not known yet has no dots"
    month.findChild(QToolButton, "month-back").click()
    month.findChild(QToolButton, "month-back").click()
    assert title(month) == "October 2026" and view(month).day == date(2026, 10, 22)


def indexes(month: Month) -> list[object]:
    model = view(month).model()
    return [model.index(row, column) for row in range(WEEKS) for column in range(WEEK)]


def test_a_month_at_the_end_of_time_stays() -> None:
    model = MonthModel(date(9999, 12, 31))
    assert model.shown_days[1] < date.max
    assert MonthModel(date.min).shown_days[0] > date.min


def spoken(month: Month, day: date) -> QAccessibleInterface:
    """The field of a day, below the letters of the week; the first of each line is its header."""
    table = QAccessible.queryAccessibleInterface(view(month))
    place = (day - view(month).model().shown_days[0]).days  # type: ignore[attr-defined]
    return table.child((place // WEEK + 1) * (WEEK + 1) + place % WEEK + 1)


def test_every_day_is_said_with_its_name_and_whether_something_is_on(month: Month) -> None:
    month.set_busy({date(2026, 11, 24)})
    name = QAccessible.Text.Name
    assert spoken(month, date(2026, 11, 24)).text(name) == "Tuesday 24 November, has events"
    assert spoken(month, date(2026, 11, 25)).text(name) == "Wednesday 25 November"
    assert spoken(month, TODAY).text(name) == "Today Sunday 22 November"
    assert spoken(month, TODAY).role() == QAccessible.Role.Cell
    assert view(month).accessibleName() == "November 2026"


def test_today_is_filled_and_busy_days_have_a_dot(month: Month) -> None:
    busy, free = date(2026, 11, 10), date(2026, 11, 12)
    month.set_busy({busy})
    image = picture(month)

    def dark(day: date) -> int:
        below = [pixel(month, image, day, x, y).lightness() for x in range(-2, 3) for y in range(6, 11)]
        return sum(each < 150 for each in below)

    assert dark(busy) > 3 and dark(free) == 0
    assert pixel(month, image, TODAY, -11).name() == tokens.LIGHT.accent


def test_the_agendas_place_is_marked_and_followed(month: Month, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(month.day_requested):
        month.show_day(date(2027, 2, 3))
    assert title(month) == "February 2027"
    assert pixel(month, picture(month), date(2027, 2, 3), -11).name() == tokens.LIGHT.selection


def test_the_day_with_the_keyboard_has_a_ring(month: Month, qtbot: QtBot) -> None:
    without = picture(month)
    month.activateWindow()
    view(month).setFocus()
    qtbot.waitUntil(view(month).hasFocus)
    assert picture(month) != without


def test_a_new_day_is_today(month: Month) -> None:
    month.set_today(date(2026, 12, 1))
    assert title(month) == "December 2026"
    QTest.keyClick(view(month), KEY.Key_PageUp)
    month.set_today(date(2026, 12, 2))
    assert title(month) == "November 2026", "whoever looks elsewhere stays there"


def test_folded_it_asks_for_nothing_and_unfolded_again(month: Month, qtbot: QtBot) -> None:
    high = month.sizeHint().height()
    with qtbot.assertNotEmitted(month.span_wanted):
        month.findChild(QToolButton, "month-title").click()
    assert not month.is_open() and month.span is None
    qtbot.waitUntil(lambda: month.sizeHint().height() < high / 2)
    with qtbot.waitSignal(month.span_wanted):
        month.set_open(True)
    month.hide()
    assert month.span is None


def test_the_week_begins_where_the_person_wants_it(month: Month) -> None:
    def letters() -> str:
        model = view(month).model()
        return "".join(model.headerData(place, Qt.Orientation.Horizontal) for place in range(WEEK))

    before = QLocale()
    QLocale.setDefault(QLocale("nl_NL"))
    try:
        assert letters() == "MDWDVZZ"
        month.set_week_start(6)
        assert letters() == "ZMDWDVZ"
        month.set_week_start(None)
        assert letters() == "MDWDVZZ" and title_of(TODAY) == "November 2026"
    finally:
        QLocale.setDefault(before)
