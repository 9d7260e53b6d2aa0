"""What goes into the built program, and what is left out of it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import struct
import subprocess
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parent.parent / "packaging"


def script(name: str) -> ModuleType:
    """A module of the folder, which is no package: there is one of that name on PyPI."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


unused, icu, sizes = script("unused"), script("icu"), script("sizes")


@pytest.mark.parametrize(
    "name",
    [
        "c42desktop/resources/translations/nl/LC_MESSAGES/c42desktop.mo",
        "c42desktop/resources/icons/tray-online.svg",
        "PySide6/Qt/translations/qtbase_nl.qm",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "keyring-25.7.0.dist-info/licenses/LICENSE",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/wayland-decoration-client/libadwaita.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    ],
)
def test_what_the_program_needs_stays_in(name: str) -> None:
    assert unused.is_used(name)


@pytest.mark.parametrize(
    "name",
    [
        "c42desktop/resources/translations/c42desktop_nl.ts",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6\\translations\\qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6EglFsKmsSupport.so.6",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\opengl32sw.dll",
        "opengl32sw.dll",
        "libgtk-3.so.0",
        "c42desktop-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_nothing_loads_is_left_out(name: str) -> None:
    assert not unused.is_used(name)


def test_libraries_that_only_served_what_is_left_out_go_too() -> None:
    linked = {
        "libqxcb": ["libxcb-cursor.so.0", "libX11.so.6", "libQt6Gui.so.6"],
        "libxcb-cursor": ["libxcb-util.so.1"],
        "libX11": ["libXdmcp.so.6"],
        "libXdmcp": ["libbsd.so.0"],
    }
    names = ["PySide6/Qt/plugins/platforms/libqxcb.so", "libxcb-cursor.so.0", "libxcb-util.so.1", "libX11.so.6"]
    names += [
        "libXdmcp.so.6",
        "libbsd.so.0",
        "libharfbuzz.so.0",
        "libpython3.11.so.1.0",
        "PySide6/Qt/lib/libQt6Gui.so.6",
    ]
    entries = [(name, Path(name).name, "BINARY") for name in names]
    entries.append(("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"))
    kept = unused.without_orphans(entries, lambda file: linked.get(file.partition(".")[0], []))
    assert {Path(name).name for name, _file, _kind in kept} == {
        "libqxcb.so",
        "libxcb-cursor.so.0",
        "libxcb-util.so.1",
        "libpython3.11.so.1.0",
        "libQt6Gui.so.6",
    }
    assert ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK") in kept


def icu_data(items: dict[str, bytes]) -> bytes:
    head = struct.pack("<HBBHHBBBB4s", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(32, b"\0")
    return bytes(head) + bytes(icu._table(items))


def test_the_data_of_icu_keeps_how_to_put_names_in_order() -> None:
    wanted = {"icudt73l/coll/de.res": b"order", "icudt73l/coll/root.res": b"r" * 70_000, "icudt73l/uemoji.icu": b"x"}
    others = {"icudt73l/coll/zh.res": b"z" * 70_000, "icudt73l/curr/nl.res": b"guilder", "icudt73l/nl.res": b"months"}
    smaller = icu.without_unused(icu_data(dict(sorted((wanted | others).items()))))
    kept = icu._items(smaller[32:])
    assert {name: item.rstrip(b"\0") for name, item in kept.items()} == wanted
    assert list(kept) == sorted(wanted), "ICU looks an item up by halving"


def test_what_is_no_data_of_icu_is_not_made_smaller() -> None:
    with pytest.raises(ValueError, match="not the data of ICU"):
        icu.without_unused(b"\x7fELF".ljust(64, b"\0"))


def test_sizes_are_told_by_what_they_belong_to(tmp_path: Path) -> None:
    for name, size in {
        "c42desktop": 3,
        "_internal/PySide6/Qt/lib/libicudata.so.73": 4,
        "_internal/libz.so.1": 5,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size * 100_000)
    (tmp_path / "_internal/libicudata.so.73").symlink_to("PySide6/Qt/lib/libicudata.so.73")
    after = sizes.built(tmp_path)
    assert after == Counter({"this program": 300_000, "ICU": 400_000, "other libraries": 500_000})
    assert sizes.table(Counter({"ICU": 32_000_000}), after).splitlines()[-1].split() == ["together", "32.0", "1.2"]


@pytest.mark.skipif(not shutil.which("sh"), reason="scripts for a shell")
@pytest.mark.parametrize(
    "file",
    [
        "try_package.sh",
        "try/base.sh",
        "try/machine.sh",
        "try/session.sh",
        "linux/try_install.sh",
        "linux/try_inside.sh",
    ],
)
def test_the_scripts_that_try_it_can_be_read(file: str) -> None:
    subprocess.run(["sh", "-n", str(PACKAGING / file)], check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", "-x", str(PACKAGING / file)], check=True, cwd=PACKAGING.parent)


@pytest.mark.skipif(not shutil.which("sh"), reason="scripts for a shell")
@pytest.mark.parametrize("script", ["try_package.sh", "linux/try_install.sh"])
def test_a_package_that_is_not_there_is_no_silent_pass(script: str) -> None:
    command = ["sh", str(PACKAGING / script), "dist/nothing.deb"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and "There is no dist/nothing.deb" in done.stderr


@pytest.mark.skipif(not shutil.which("sh"), reason="a script for a shell")
def test_where_it_cannot_be_tried_a_sentence_says_why(tmp_path: Path) -> None:
    other_system = tmp_path / "uname"
    other_system.write_text("#!/bin/sh\necho Darwin\n")
    other_system.chmod(0o755)
    command = ["sh", str(PACKAGING / "try_package.sh"), str(PACKAGING)]
    path = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(command, env=path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 77 and done.stderr == "NOT TRIED in a bare system: it takes Linux.\n"
