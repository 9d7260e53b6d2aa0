"""The window in sixteen states, light and dark, in English and Dutch: python -m tests.screenshots [FOLDER]

Clock, data and zone are fixed: two runs on one machine give the same pictures, STATE-THEME-LANGUAGE.png. They go to
artefacts/screenshots where no folder is named, and those of the README are copied to packaging/screenshots.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.desktop.harness import Desktop

ROOT = Path(__file__).parents[1]
STATES = {
    "agenda": "agenda",
    "agenda-kinds": "kinds",
    "activity": "activity",
    "search": "search",
    "details": "details_trip",
    "event-editor": "editor_recurring",
    "conflict": "conflict",
    "quick-add": "quick_add_shown",
    "add-calendar": "add_calendar_preview",
    "share": "share",
    "first-start": "first_start",
    "no-calendars": "first_calendar",
    "offline": "offline",
    "error": "certificate",
    "preferences": "preferences_notifications",
    "phone": "phone",
}
"""The name of each picture, and its scene in tests/ui/gallery.py."""
THEMES = ("light", "dark")
LANGUAGES = ("en", "nl")
README = {
    "agenda-light-en": "agenda-light",
    "agenda-dark-en": "agenda-dark",
    "activity-light-en": "activity",
    "conflict-light-en": "conflict",
}
SIZE = (1600, 1600)  # room for the highest scene


def take(
    folder: Path,
    states: Mapping[str, str] = STATES,
    themes: Sequence[str] = THEMES,
    languages: Sequence[str] = LANGUAGES,
) -> list[Path]:
    """Render these states into a folder. Gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    with Desktop(size=SIZE, tray=None, notifications=False, keyring=False) as desktop:
        return [
            file
            for language in languages
            for theme in themes
            for file in _take(desktop, folder, states, theme, language)
        ]


def _take(desktop: Desktop, folder: Path, states: Mapping[str, str], theme: str, language: str) -> list[Path]:
    env = {"LANGUAGE": language, "LC_ALL": "C.UTF-8", "TZ": "Europe/Amsterdam", "QT_SCALE_FACTOR": "1"}
    with tempfile.TemporaryDirectory() as scratch:
        desktop.run([sys.executable, "-m", "tests.ui.gallery", scratch, theme, *states.values()], env=env, timeout=180)
        return [
            Path(shutil.copyfile(Path(scratch, f"{scene}-{theme}.png"), folder / f"{state}-{theme}-{language}.png"))
            for state, scene in states.items()
        ]


def main() -> None:
    """All of them, and those of the README to where it shows them."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "artefacts" / "screenshots"
    for file in take(folder):
        print(file)
    shown = ROOT / "packaging" / "screenshots"
    shown.mkdir(exist_ok=True)
    for name, kept in README.items():
        shutil.copyfile(folder / f"{name}.png", shown / f"{kept}.png")


if __name__ == "__main__":
    main()
