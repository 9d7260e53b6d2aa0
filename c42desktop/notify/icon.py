"""The picture beside a notification."""

from pathlib import Path

from c42desktop import assets

# A drawing is sharp at any size. A daemon without an SVG loader shows no picture, and nothing worse.
_CANDIDATES = ("icons/c42desktop.svg", "icons/c42desktop.png")


def icon_file() -> Path | None:
    """The application's icon, or None where it was left out."""
    return next((file for name in _CANDIDATES if (file := assets.path(name)).is_file()), None)
