"""The accent of the system is taken over in both themes, and everything stays readable whatever it is."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from c42desktop.ui import theme
from c42desktop.ui.tokens import DARK, LIGHT, Theme, contrast, with_accent, with_contrast

BOTH = pytest.mark.parametrize("base", [LIGHT, DARK], ids=["light", "dark"])
KNOWN = ["#3584e4", "#2190a4", "#3a944a", "#c88800", "#ed5b00", "#e62d42", "#d56199", "#9141ac", "#6f8396"]  # GNOME's
RANDOM = random.Random(7)
COLORS = [*KNOWN, "#000000", "#ffffff", "#ffff00", *(f"#{RANDOM.randrange(1 << 24):06x}" for _ in range(200))]


@pytest.fixture(autouse=True)
def no_accent(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.setProperty("accent", None)
    theme.apply(qapp, LIGHT)


@BOTH
def test_every_accent_is_readable_on_its_grounds_and_under_its_text(base: Theme) -> None:
    for color in COLORS:
        made = with_accent(base, color)
        for ground in (made.background, made.sidebar, made.card):
            assert contrast(made.accent, ground) >= 4.5, color
        assert contrast(made.on_accent, made.accent) >= 4.5, color
        assert contrast(made.on_accent, made.accent_hover) >= 4.5, color
        assert contrast(made.text, made.selection) >= 7, color
        assert contrast(made.secondary, made.selection) >= 4.5, color
        assert with_accent(base, made.accent).accent == made.accent, color


@BOTH
def test_a_readable_accent_stays_as_it_is(base: Theme) -> None:
    color = "#a0408c" if not base.dark else "#e5a5d0"
    assert with_accent(base, color).accent == color


@BOTH
def test_more_contrast_draws_lines_that_can_be_seen(base: Theme) -> None:
    strong = with_contrast(base)
    assert contrast(strong.line, strong.background) >= 4.5
    assert contrast(strong.secondary, strong.background) >= 7


def test_an_accent_of_the_desktop_is_applied_at_once_and_withdrawn(qapp: QApplication) -> None:
    button = QPushButton()
    theme.set_accent("#9141ac")
    assert theme.current().accent == "#9141ac"
    assert qapp.palette().highlight().color().name() == "#9141ac"
    assert "#9141ac" in qapp.styleSheet()
    assert button.palette().color(QPalette.ColorRole.Highlight).name() == "#9141ac"
    theme.set_accent("")
    assert theme.current() is LIGHT


def test_the_accent_stays_when_dark_comes(qapp: QApplication) -> None:
    theme.set_accent("#9141ac")
    theme.apply(qapp, with_accent(DARK, "#9141ac"))
    assert theme.current() == with_accent(DARK, "#9141ac")
    assert theme.preferred() == theme.current()


def test_the_same_accent_again_changes_nothing(qapp: QApplication) -> None:
    theme.set_accent("#9141ac")
    changed: list[object] = []
    qapp.paletteChanged.connect(changed.append)
    theme.set_accent("#9141ac")
    assert changed == []
    qapp.paletteChanged.disconnect()


def test_more_contrast_is_known_by_the_palette(qapp: QApplication) -> None:
    wanted = with_contrast(with_accent(LIGHT, "#9141ac"))
    theme.apply(qapp, wanted)
    assert theme.current() == wanted
