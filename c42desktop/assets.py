"""Where the icons, translations and other files of resources/ are: in the wheel, the bundle or the checkout."""

from pathlib import Path


def path(name: str) -> Path:
    """The file `name` of resources/, for example "icons/tray-online.svg"."""
    package = Path(__file__).parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root / name
