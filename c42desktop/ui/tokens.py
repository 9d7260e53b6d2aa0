"""The tokens of the design: every colour of the window, once for light and once for dark."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, replace
from functools import lru_cache

_LIGHTER = {
    "#0e7c86": "#1793a0",
    "#2f7d32": "#43964a",
    "#1d4ed8": "#4f7df0",
    "#a21caf": "#c04bcb",
    "#b4235a": "#d4497e",
}
_ENOUGH_CONTRAST = 3.0
READABLE = 4.5
_TEXT_CONTRAST = 7.0
_STEPS = 40


@dataclass(frozen=True, slots=True)
class Tint:
    """A text colour and the fill it stands on."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. Names are those of the design."""

    dark: bool
    background: str
    sidebar: str
    card: str
    line: str
    hover: str
    selection: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    on_accent: str
    now_line: str
    amber: Tint
    green: Tint
    red: Tint
    blue: Tint
    quiet: Tint
    online: str
    waiting: str
    declined: str

    def calendar_color(self, color: str) -> str:
        """The colour of a calendar's bar, dot or box: lighter or darker where the background would swallow it."""
        known = _LIGHTER.get(color.lower()) if self.dark else None
        return known or standing_out(color, self.dark, (self.background,), _ENOUGH_CONTRAST)

    def tint(self, color: str) -> Tint:
        """A band in a calendar's colour: a pale fill and a text that is readable on it."""
        if self.dark:
            return Tint(_shade(color, 1.4, 0.76), _shade(color, 1.0, 0.15))
        return Tint(_shade(color, 1.3, 0.24), _shade(color, 1.8, 0.93))


LIGHT = Theme(
    dark=False,
    background="#ffffff",
    sidebar="#f6f6f7",
    card="#fafafa",
    line="#e4e4e7",
    hover="#f4f4f5",
    selection="#eaf1ff",
    text="#18181b",
    secondary="#62646c",
    accent="#2563eb",
    accent_hover="#1d4ed8",
    on_accent="#ffffff",
    now_line="#d92d20",
    amber=Tint("#8a4b08", "#fef3c7"),
    green=Tint("#166534", "#dcfce7"),
    red=Tint("#b42318", "#fee4e2"),
    blue=Tint("#1d4ed8", "#e0ecff"),
    quiet=Tint("#56585f", "#ececef"),
    online="#16a34a",
    waiting="#d97706",
    declined="#ef4444",
)

DARK = Theme(
    dark=True,
    background="#1c1c1f",
    sidebar="#161618",
    card="#232327",
    line="#303036",
    hover="#26262a",
    selection="#22304d",
    text="#f4f4f5",
    secondary="#a3a5ae",
    accent="#6ea0ff",
    accent_hover="#8db4ff",
    on_accent="#0b1220",
    now_line="#ff6b60",
    amber=Tint("#fbd38d", "#3d2c0a"),
    green=Tint("#86efac", "#12351f"),
    red=Tint("#fda29b", "#45181a"),
    blue=Tint("#a9c6ff", "#1d2f55"),
    quiet=Tint("#b6b8c1", "#303036"),
    online="#22a559",
    waiting="#f0a020",
    declined="#ef4444",
)


@lru_cache(maxsize=16)
def with_accent(theme: Theme, color: str) -> Theme:
    """The theme with another accent: as near to `color` as links, buttons and selected rows stay readable in it.

    The theme itself where that is its accent, or where `color` is none.
    """
    if not color or color == theme.accent:
        return theme
    grounds = (theme.background, theme.sidebar, theme.card)
    accent = standing_out(color, theme.dark, grounds, READABLE)
    return replace(
        theme,
        accent=accent,
        accent_hover=mixed(accent, "#ffffff" if theme.dark else "#000000", 0.2),
        on_accent=max(theme.on_accent, "#000000", "#ffffff", key=lambda each: _text_contrast(each, accent)),
        selection=_selection(theme, accent),
    )


@lru_cache(maxsize=16)
def with_contrast(theme: Theme) -> Theme:
    """The theme for who asks for more contrast: lines like text, and no pale words."""
    return replace(theme, line=theme.secondary, secondary=mixed(theme.secondary, theme.text, 0.6))


@lru_cache(maxsize=512)
def standing_out(color: str, dark: bool, grounds: tuple[str, ...], ratio: float) -> str:
    """`color`, made lighter on dark grounds and darker on light ones, in small steps until it stands out from all."""
    towards = "#ffffff" if dark else "#000000"
    steps = (mixed(color, towards, step / _STEPS) for step in range(1, _STEPS))
    seen = (each for each in (color, *steps) if all(contrast(each, ground) >= ratio for ground in grounds))
    return next(seen, towards)


def _text_contrast(text: str, fill: str) -> float:
    """Enough is enough: the first that is readable wins over what is more so."""
    return min(contrast(text, fill), READABLE)


def _selection(theme: Theme, accent: str) -> str:
    """The background with as much of the accent as leaves words readable on it."""
    most = 15 if theme.dark else 10
    for percent in range(most, 0, -1):
        mixture = mixed(theme.background, accent, percent / 100)
        enough = contrast(theme.text, mixture) >= _TEXT_CONTRAST and contrast(theme.secondary, mixture) >= READABLE
        if enough and contrast(accent, mixture) >= _ENOUGH_CONTRAST:
            return mixture
    return theme.hover


def mixed(color: str, other: str, share: float) -> str:
    """`color` with `share` of `other` in it (0 to 1)."""
    pairs = zip(_channels(color), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(color: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _shade(color: str, saturate: float, lightness: float) -> str:
    """The same hue, more or less vivid, at another lightness."""
    red, green, blue = (value / 255 for value in _channels(color))
    hue, _light, saturation = rgb_to_hls(red, green, blue)
    shaded = hls_to_rgb(hue, lightness, min(0.85, saturation * saturate))
    return "#" + "".join(f"{round(value * 255):02x}" for value in shaded)


def _channels(color: str) -> tuple[int, int, int]:
    digits = color.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _luminance(color: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
