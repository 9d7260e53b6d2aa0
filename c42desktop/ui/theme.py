"""Colours, sizes and fonts of the window: the tokens of the design, light and dark.

The palette of the application is the one place that knows which theme is on: `apply` sets it, `current` reads it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from c42desktop.ui.stylesheet import stylesheet
from c42desktop.ui.tokens import DARK, LIGHT, Theme

BASE_SIZE = 13
COMFORTABLE_SYSTEM_SIZE = 15
"""System fonts up to this many pixels get the drawn sizes; who set larger text gets everything larger."""

CHOSEN, SYSTEM = "chosen-theme", "system-theme"  # properties of the application
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


def current() -> Theme:
    """The theme that is on."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def preferred() -> Theme:
    """The theme the person chose, else the one the system asks for; where it does not say, the one its palette looks
    like."""
    app = QGuiApplication.instance()
    chosen = {"light": LIGHT, "dark": DARK}.get(app.property(CHOSEN) if app else "")
    return chosen or _of_system()


def _of_system() -> Theme:
    app = QGuiApplication.instance()
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        known = app.property(SYSTEM) if app else None  # the palette may be ours by now
        return current() if known is None else DARK if known else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def apply(app: QApplication, theme: Theme | None = None) -> None:
    """Give the application its style, palette, font and style sheet."""
    chosen = theme or preferred()
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(_base_font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(stylesheet(chosen, px))


def follow(app: QApplication) -> None:
    """Apply the theme of the system, now and whenever it changes."""
    apply(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: apply(app))


def choose(app: QApplication, name: str) -> None:
    """The person wants "light", "dark" or, with any other word, what the system has."""
    before = app.property(CHOSEN)
    if name == before or (before is None and name not in ("light", "dark")):
        return
    if before is None:
        app.setProperty(SYSTEM, _of_system().dark)
    app.setProperty(CHOSEN, name)
    if preferred() is not current():
        apply(app)


def px(size: float) -> int:
    """A length of the drawings in the pixels of this system's text size."""
    return round(size * _scale())


def font(size: float = BASE_SIZE, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The system's font in a size of the drawings; `tabular` gives every digit the same width."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
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
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
    }
    for group in _GROUPS:
        for role, name in roles.items():
            made.setColor(group, role, QColor(name))
    _set_disabled(made, theme)
    return made


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


def _scale() -> float:
    size = QGuiApplication.font().pixelSize()
    return size / BASE_SIZE if size > 0 else 1.0
