"""The pictures of the README, taken from the real demo: python -m tests.desktop.screenshots

With a FOLDER as argument, all states of the window to be looked at, light and dark, for plain and for dense screens.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.desktop.harness import Desktop
from tests.desktop.inspected import Inspected

FOLDER = Path(__file__).parents[2] / "packaging" / "screenshots"
SIZE = (1500, 800)
LARGE = (2560, 2560)  # room for a window at twice its size


async def take() -> None:
    """The agenda with a change just told, and the first start."""
    FOLDER.mkdir(exist_ok=True)
    with Desktop(size=SIZE, tray="tint2", compositor=True) as desktop:
        async with Inspected(desktop, "demo", "--every", "4") as app:
            await app.until(["rows"], lambda rows: any("Design review" in row for row in rows))
            await app.click_row("agenda", "Design review")
            await desktop.notifications.shown(lambda shown: shown.title == "Design review moved", timeout=20)
            await app.until(["rows"], lambda rows: any("Moved from" in row for row in rows))
            await asyncio.sleep(0.5)  # a picture, not a test: let the popup fade in
            desktop.screenshot(FOLDER / "agenda.png")
            await app.terminate()
        desktop.notifications.clear()
        async with Inspected(desktop, "--profile", str(desktop.home / "profile")) as app:
            await app.until(["where", "sign-in-button"], bool)
            await asyncio.sleep(0.5)
            desktop.screenshot(FOLDER / "first-start.png")
            await app.terminate()
    print("\n".join(str(path.relative_to(Path.cwd())) for path in sorted(FOLDER.glob("*.png"))))


def take_states(folder: Path) -> None:
    """Every scene of the gallery, in each theme and density."""
    with Desktop(size=LARGE, tray=None, notifications=False, keyring=False) as desktop:
        for theme in ("light", "dark"):
            for scale in ("1", "2"):
                argv = [sys.executable, "-m", "tests.ui.gallery", str(folder.absolute()), theme]
                desktop.run(argv, env={"QT_SCALE_FACTOR": scale}, timeout=120)
    print("\n".join(str(path) for path in sorted(folder.glob("*.png"))))


if __name__ == "__main__":
    if sys.argv[1:]:
        take_states(Path(sys.argv[1]))
    else:
        asyncio.run(take())
