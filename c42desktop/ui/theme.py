"""Colours, sizes and fonts of the window: the tokens of the design, light and dark.

The palette of the application is the one place that knows which theme is on: `apply` sets it, `current` reads it.
The accent that the desktop names is a property of the application; Windows and macOS have it in their palette.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from c42desktop.ui.stylesheet import stylesheet
from c42desktop.ui.tokens import DARK, LIGHT, Theme, with_accent, with_contrast

BASE_SIZE = 13
COMFORTABLE_SYSTEM_SIZE = 15
"""System fonts up to this many pixels get the drawn sizes; who set larger text gets everything larger."""

_PALETTE_HAS_ACCENT = sys.platform in ("win32", "darwin")
"""Ours leaves the accent out there, so that the system's stays to be read, and what changes it is heard."""

CHOSEN, SYSTEM = "chosen-theme", "system-theme"  # properties of the application
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


def current() -> Theme:
    """The theme that is on."""
    return _of_palette(QGuiApplication.palette().cacheKey())


@lru_cache(maxsize=2)
def _of_palette(_key: int) -> Theme:
    """Asked for by each row that is drawn."""
    shown = QGuiApplication.palette()
    base = DARK if shown.window().color().lightness() < 128 else LIGHT
    if not shown.isBrushSet(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight):
        return base  # nothing was applied yet
    made = with_accent(base, shown.highlight().color().name())
    return made if shown.mid().color().name() == base.line else with_contrast(made)


def preferred() -> Theme:
    """The theme the person chose, else the one the system asks for, with the accent of the system."""
    app = QGuiApplication.instance()
    chosen = {"light": LIGHT, "dark": DARK}.get(app.property(CHOSEN) if app else "")
    made = with_accent(chosen or _light_or_dark(), _accent())
    return with_contrast(made) if _wants_contrast() else made


def apply(app: QApplication, theme: Theme | None = None) -> None:
    """Give the application its style, palette, font and style sheet."""
    chosen = theme or preferred()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    set_font(app, _base_font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(stylesheet(chosen, px))


def follow(app: QApplication) -> None:
    """Apply the theme of the system, now and whenever it changes."""
    apply(app)
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: apply(app))
    if _PALETTE_HAS_ACCENT:
        app.paletteChanged.connect(lambda _palette: _apply_changed(app))
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: _apply_changed(app))


def set_accent(color: str) -> None:
    """The accent that the desktop names, "#rrggbb"; "" where it has none."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setProperty("accent", color)
        _apply_changed(app)


def choose(app: QApplication, name: str) -> None:
    """The person wants "light", "dark" or, with any other word, what the system has."""
    before = app.property(CHOSEN)
    if name == before or (before is None and name not in ("light", "dark")):
        return
    if before is None:
        app.setProperty(SYSTEM, _light_or_dark().dark)
    app.setProperty(CHOSEN, name)
    _apply_changed(app)


def set_font(app: QApplication, made: QFont) -> None:
    """The application's font, on whose size every length depends."""
    app.setFont(made)
    for known in (_scale, px, font):
        known.cache_clear()


@cache
def px(size: float) -> int:
    """A length of the drawings in the pixels of this system's text size."""
    return round(size * _scale())


@cache
def font(size: float = BASE_SIZE, weight: int = 400, *, tabular: bool = False, struck: bool = False) -> QFont:
    """The system's font in a size of the drawings; `tabular` gives every digit the same width. It is made once: whoever
    changes it has to copy it."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    made.setStrikeOut(struck)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def palette(theme: Theme) -> QPalette:
    """The tokens as a palette, for everything the style sheet does not draw."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.background,
        QPalette.ColorRole.Base: theme.background,
        QPalette.ColorRole.AlternateBase: theme.card,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.PlaceholderText: theme.secondary,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
    }
    if not _PALETTE_HAS_ACCENT:
        roles[QPalette.ColorRole.Accent] = theme.accent
    for group in _GROUPS:
        for role, name in roles.items():
            made.setColor(group, role, QColor(name))
    _set_disabled(made, theme)
    return made


def _apply_changed(app: QApplication) -> None:
    if preferred() != current():
        apply(app)


def _light_or_dark() -> Theme:
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        app = QGuiApplication.instance()
        known = app.property(SYSTEM) if app else None  # the palette may be ours by now
        if known is not None:
            return DARK if known else LIGHT
        return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def _accent() -> str:
    app = QGuiApplication.instance()
    if _PALETTE_HAS_ACCENT or app is None:
        return QGuiApplication.palette().accent().color().name()
    return str(app.property("accent") or "")


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # has to live as long as what is asked of it
    if not hasattr(hints, "accessibility"):
        return False  # before Qt 6.10
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _set_disabled(made: QPalette, theme: Theme) -> None:
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.secondary))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.background))


def _base_font() -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    scale = max(1.0, QFontInfo(system).pixelSize() / COMFORTABLE_SYSTEM_SIZE)
    system.setPixelSize(round(BASE_SIZE * scale))
    return system


@cache
def _scale() -> float:
    size = QGuiApplication.font().pixelSize()
    return size / BASE_SIZE if size > 0 else 1.0
