"""For which platform and which version of a system a download must be, to be of use here."""

from __future__ import annotations

import platform
import sys

from c42desktop.updates.feed import Feed, Version, parts


def here() -> tuple[str, Version]:
    """The platform as a feed names it, "" where it names none, and the version of the system, () where it is not known.

    On Linux it is that of glibc, which is what programs are built against.
    """
    match sys.platform:
        case "linux":
            kind, version = platform.libc_ver()
            return "linux", parts(version) if kind == "glibc" else ()
        case "win32":
            return "windows", parts(platform.version())
        case "darwin":
            return "macos", parts(platform.mac_ver()[0])
    return "", ()


def page_for(feed: Feed, own: str, name: str, system: Version) -> str:
    """The page with what is newer than our `own` version and runs here; "" where there is none."""
    download = feed.downloads.get(name)
    if download is None or parts(feed.version) <= parts(own):
        return ""
    return download.page if not system or system >= download.needs else ""
