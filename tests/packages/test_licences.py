"""What the bundle consists of, each part with its licence, and nothing that nobody knows."""

from __future__ import annotations

import json
import re
import shutil
import sys
from importlib.metadata import Distribution
from pathlib import Path

import licences
import parts
import pytest
import rpm_parts
import system_parts
from parts import File, Part

SITE = Path(Distribution.from_name("slixmpp").locate_file("").__fspath__())  # type: ignore[union-attr]


def found(*files: File) -> dict[str, Part]:
    return {part.name: part for part in parts.parts(files)}


@pytest.fixture(autouse=True)
def bundler(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests do without PyInstaller."""
    real = Distribution.from_name
    monkeypatch.setattr(Distribution, "from_name", lambda name: real("pytest" if name == "pyinstaller" else name))


def test_a_module_brings_the_licence_of_the_distribution_it_is_from() -> None:
    part = found(File("", SITE / "slixmpp/jid.py"))["slixmpp"]
    assert (part.licence, part.purl) == ("MIT", f"pkg:pypi/slixmpp@{part.version}")
    assert any("Permission is hereby granted" in text.read_text(encoding="utf-8") for text in part.texts)


def test_pyside_brings_qt_and_icu_with_the_text_of_the_lgpl() -> None:
    library = File("PySide6/Qt/lib/libicudata.so.73", SITE / "PySide6/Qt/lib/libicudata.so.73")
    listed = found(File("PySide6/QtCore.abi3.so", SITE / "PySide6/__init__.py"), library)
    assert listed["Qt"].licence == listed["PySide6_Essentials"].licence == "LGPL-3.0-only"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in listed["Qt"].texts[0].read_text(encoding="utf-8")
    assert (listed["ICU"].version, listed["ICU"].files) == ("73", (library.place,))


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="nobody knows here which file is of which package")
def test_a_file_of_unknown_origin_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="libmystery"):
        found(File("libmystery.so.1", tmp_path / "libmystery.so.1"))


def test_what_only_the_tests_need_does_not_get_into_the_bundle() -> None:
    hypothesis = File("", Path(str(Distribution.from_name("hypothesis").locate_file("hypothesis/__init__.py"))))
    with pytest.raises(SystemExit, match="hypothesis"):
        found(hypothesis)


COPYRIGHT = """Format: somewhere
Files: *
Copyright: 2020 Ann
License: LGPL-2.1+
 See /usr/share/common-licenses/GPL-3.

Files: debian/*
License: GPL-2
"""


def test_a_copyright_file_for_machines_names_the_licence_of_most_of_it(tmp_path: Path) -> None:
    text = tmp_path / "copyright"
    assert system_parts.licence_named(text) == ""
    text.write_text("This is Ann's.\nLicense: none\n", encoding="utf-8")
    assert system_parts.licence_named(text) == ""
    text.write_text(COPYRIGHT, encoding="utf-8")
    assert system_parts.licence_named(text) == "LGPL-2.1+"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no shell")
def test_rpm_says_what_a_library_is_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, program = tmp_path / "LICENSE", tmp_path / "rpm"
    text.write_text("all of it", encoding="utf-8")
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        f"    *--licensefiles*) echo {text} ;;\n"
        "    *libx.so.1) printf 'x\\n1-2\\nx-1-2.src.rpm\\nMIT\\n' ;;\n"
        "    *) exit 1 ;;\n"
        "esac\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(rpm_parts, "RPM", str(program))
    known, unknown = Path("/usr/lib64/libx.so.1"), Path("/usr/lib64/liby.so.1")
    assert rpm_parts.owners([known, unknown]) == {
        known: system_parts.Package("rpm", "x", "1-2", "x-1-2.src.rpm", "MIT", (text,))
    }


def test_every_part_has_a_folder_and_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    common = tmp_path / "usr/share/common-licenses"
    common.mkdir(parents=True)
    (common / "GPL-3").write_text("all of it", encoding="utf-8")
    monkeypatch.setattr(licences, "COMMON", common)
    text = tmp_path / "copyright"
    text.write_text(COPYRIGHT.replace("/usr/share/common-licenses", str(common)), encoding="utf-8")
    folder = tmp_path / "licenses"
    part = Part("libx", "1-2", "LGPL-2.1+", "pkg:deb/debian/libx@1-2", (text,), source="x 1-2")
    licences.write(folder, [part])
    assert (folder / "libx/copyright").exists() and (folder / "common-licenses/GPL-3").read_text() == "all of it"
    notice = (folder / "NOTICE.txt").read_text(encoding="utf-8")
    assert notice.endswith("libx 1-2: LGPL-2.1+; source package x 1-2\n") and "You may replace them." in notice
    listed = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
    assert listed == [{"name": "libx", "version": "1-2", "licence": "LGPL-2.1+"}]


def test_what_is_built_into_a_module_is_listed_with_it(tmp_path: Path) -> None:
    listed = found(File("", SITE / "slixmpp/jid.py"), File("", SITE / "cryptography/x509/__init__.py"))
    licences.write(tmp_path / "licenses", [listed["slixmpp"], listed["cryptography"]])
    notice = (tmp_path / "licenses/NOTICE.txt").read_text(encoding="utf-8")
    assert re.search(r"^    with jid [\d.]+: MPL-2.0$", notice, re.MULTILINE)
    assert re.search(r"^    with openssl [\d.]+: Apache-2.0$", notice, re.MULTILINE)
    assert "with pkg-config" not in notice, "what only built it is not in it"
    assert (tmp_path / "licenses/built-into-other-parts/MPL-2.0.txt").exists()


def test_a_part_without_the_text_of_its_licence_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="missing of: libx"):
        licences.write(tmp_path, [Part("libx", "1", "MIT", "pkg:generic/libx@1", (tmp_path / "nowhere",))])
