"""Colours are readable, icons are sharp, sizes follow the system's text."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from c42desktop import assets
from c42desktop.calendar.model import PALETTE
from c42desktop.ui import icons, theme, tokens
from c42desktop.ui.inputs import Options
from c42desktop.ui.tokens import DARK, LIGHT, Theme, contrast

BOTH = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_text_is_readable_on_everything_it_stands_on(colors: Theme) -> None:
    for ground in (colors.background, colors.sidebar, colors.card, colors.selection):
        assert contrast(colors.text, ground) >= 7
        assert contrast(colors.secondary, ground) >= 4.5
    for tint in (colors.amber, colors.green, colors.red, colors.blue, colors.quiet):
        assert contrast(tint.text, tint.fill) >= 4.5
    assert contrast(colors.on_accent, colors.accent) >= 4.5


@BOTH
@pytest.mark.parametrize("color", [*PALETTE, "#000000", "#000080"])
def test_calendar_colours_stand_out_and_bands_are_readable(colors: Theme, color: str) -> None:
    assert contrast(colors.calendar_color(color), colors.background) >= 3
    tint = colors.tint(color)
    assert contrast(tint.text, tint.fill) >= 4.5


@BOTH
def test_bands_are_readable_whatever_colour_a_calendar_was_given(colors: Theme) -> None:
    chance = random.Random(42)
    for color in (f"#{chance.randrange(1 << 24):06x}" for _turn in range(500)):
        tint = colors.tint(color)
        assert contrast(tint.text, tint.fill) >= 4.5, color
        assert contrast(colors.calendar_color(color), colors.background) >= 3, color


@pytest.mark.parametrize("color", PALETTE)
def test_white_is_readable_on_the_calendar_palette(color: str) -> None:
    assert contrast("#ffffff", color) >= 4.5


def test_the_theme_that_is_on_is_known_by_the_palette(qapp: QApplication) -> None:
    assert theme.current() is LIGHT
    theme.apply(qapp, DARK)
    assert theme.current() is DARK
    assert qapp.palette().window().color().name() == DARK.background


def test_where_the_system_does_not_say_the_theme_stays(qapp: QApplication) -> None:
    theme.apply(qapp, DARK)
    assert theme.preferred() is DARK


def test_larger_system_text_makes_everything_larger(qapp: QApplication) -> None:
    assert theme.px(50) == 50
    larger = QFont(QGuiApplication.font())
    larger.setPixelSize(26)
    theme.set_font(qapp, larger)
    assert theme.px(50) == 100


def test_times_have_digits_of_one_width() -> None:
    metrics = QFontMetrics(theme.font(13, tabular=True))
    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", sorted(each.stem for each in assets.path("icons").glob("*.svg")))
def test_every_icon_is_drawn_at_every_density(qapp: QApplication, name: str) -> None:
    for density in (1.0, 2.0):
        drawn = icons.pixmap(name, "#ff0000", 16, density)
        assert drawn.width() == 16 * density and drawn.devicePixelRatio() == density
        image = drawn.toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_has_the_colour_it_was_asked_for(qapp: QApplication) -> None:
    image = icons.pixmap("close", "#ff0000", 16, 2.0).toImage()
    assert image.pixelColor(16, 16).name() == "#ff0000"
    assert tokens.LIGHT.accent not in {image.pixelColor(x, x).name() for x in range(32)}


@pytest.mark.parametrize("shown", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_what_is_chosen_in_a_list_of_options_has_the_colour_of_the_selection(
    qapp: QApplication, qtbot: QtBot, shown: tokens.Theme
) -> None:
    theme.apply(qapp, shown)
    try:
        options = Options("options", "Options")
        options.addItems(["One", "Two", "Three"])
        options.setCurrentIndex(1)
        qtbot.addWidget(options, before_close_func=lambda closing: closing.hidePopup())
        options.show()
        options.showPopup()
        view = options.view()
        qtbot.waitUntil(view.isVisible)
        row = view.visualRect(view.model().index(1, 0))
        assert row.height() >= theme.px(28)
        at = view.viewport().grab().toImage().pixelColor(row.right() - 4, row.center().y())
        assert at.name() == shown.selection
    finally:
        theme.apply(qapp, tokens.LIGHT)
