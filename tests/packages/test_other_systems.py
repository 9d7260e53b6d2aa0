"""What builds the packages of Windows, macOS and Flatpak, and the workflows for it: as far as this system can tell."""

from __future__ import annotations

import ast
import plistlib
import re
import shlex
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import kinds
import pytest
import version_resource

from c42desktop.distribution import Distribution, read
from c42desktop.grammar import parser

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
INSTALLER = PACKAGING / "windows/c42desktop.iss"
FLATPAK = PACKAGING / "flatpak/org.calendar42.c42desktop.yml"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def section(name: str) -> list[str]:
    """The lines of a part of the installer's script, without comments and conditions."""
    text = INSTALLER.read_text(encoding="utf-8-sig")
    (body,) = re.findall(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    return [line for line in body.splitlines() if line and line[0] not in ";#"]


def fields(line: str) -> dict[str, str]:
    """Name and value of each; a quote within quotes is doubled."""
    found = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]+)', line)
    return {name: value.strip().removeprefix('"').removesuffix('"').replace('""', '"') for name, value in found}


def test_the_installer_is_read_as_unicode() -> None:
    assert INSTALLER.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_installer_needs_no_administrator_and_touches_only_what_is_the_persons() -> None:
    assert "PrivilegesRequired=lowest" in section("Setup")
    assert {fields(line)["Root"] for line in section("Registry")} == {"HKCU"}


def test_the_installer_writes_nothing_that_it_does_not_take_away() -> None:
    lines = [fields(line) for line in section("Registry")]
    whole = {line["Subkey"] for line in lines if "uninsdeletekey" in line.get("Flags", "")}
    values = {(line["Subkey"], line.get("ValueName")) for line in lines if "uninsdeletevalue" in line.get("Flags", "")}
    for line in lines:
        above = {str(key) for key in whole if line["Subkey"] == key or line["Subkey"].startswith(f"{key}\\")}
        assert above or (line["Subkey"], line.get("ValueName")) in values, line


def test_nobody_starts_it_who_did_not_ask_and_nobodys_choice_is_changed() -> None:
    (task,) = section("Tasks")
    assert fields(task)["Flags"] == "unchecked"
    subkeys = {fields(line)["Subkey"].lower() for line in section("Registry")}
    assert not {key for key in subkeys if re.search(r"classes\\(xmpp|\.ics$)|userchoice", key)}


def test_what_windows_starts_the_program_with_is_what_it_knows() -> None:
    commands = [
        value for line in section("Registry") if 'c42desktop.exe"' in (value := fields(line).get("ValueData", ""))
    ]
    assert len(commands) == 3
    for command in commands:
        _program, *arguments = shlex.split(command.replace("\\", "/"))
        parser().parse_args(arguments)


def test_the_installer_speaks_every_language() -> None:
    languages = {fields(line)["Name"] for line in section("Languages")}
    said: dict[str, set[str]] = {}
    for line in section("CustomMessages"):
        language, name = line.split("=")[0].split(".")
        said.setdefault(name, set()).add(language)
    assert languages == {"en", "nl", "de"} and set(map(frozenset, said.values())) == {frozenset(languages)}


def test_the_version_that_windows_shows_has_four_numbers(tmp_path: Path) -> None:
    text = version_resource.write("1.2.3rc1", tmp_path / "version.txt").read_text(encoding="utf-8")
    assert "filevers=(1, 2, 3, 0)" in text and '"FileVersion", "1.2.3rc1"' in text
    ast.parse(text, mode="eval")


def test_the_entitlements_of_macos_are_a_property_list() -> None:
    read = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert read and all(value is True for value in read.values())


@pytest.mark.skipif(sys.platform != "linux", reason="there it makes one, or there is no shell")
def test_the_disk_image_is_refused_where_it_cannot_be_made() -> None:
    done = subprocess.run(
        ["sh", PACKAGING / "macos/dmg.sh"], capture_output=True, text=True, check=False, cwd=ROOT.parent
    )
    assert (done.returncode, done.stderr) == (1, "Only macOS makes a disk image for macOS.\n")


def test_the_flatpak_may_do_no_more_than_it_needs() -> None:
    (body,) = re.findall(r"^finish-args:\n((?:  .*\n)+)", FLATPAK.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"^  - (\S+)$", body, re.MULTILINE)) == {
        "--share=network",
        "--share=ipc",
        "--socket=wayland",
        "--socket=fallback-x11",
        "--device=dri",
        "--talk-name=org.freedesktop.Notifications",
        "--talk-name=org.kde.StatusNotifierWatcher",
        "--talk-name=org.freedesktop.secrets",
        "--system-talk-name=org.freedesktop.login1",
        "--system-talk-name=org.freedesktop.timedate1",
    }


def test_the_flatpak_is_called_as_its_metainfo_says_and_takes_files_that_exist() -> None:
    text = FLATPAK.read_text(encoding="utf-8")
    metainfo = ET.parse(PACKAGING / "linux/org.calendar42.c42desktop.metainfo.xml").getroot()
    assert f"app-id: {metainfo.findtext('id')}\n" in text
    files = re.findall(r"type: file\n +path: (\S+)", text)
    assert len(files) == 4 and all((FLATPAK.parent / file).exists() for file in files)
    copied = set(re.findall(r"install -Dm644 (\S+) ", text))
    assert copied == {Path(file).name for file in files}


def test_each_package_says_its_kind_and_who_brings_newer_ones(tmp_path: Path) -> None:
    source = ROOT / "resources/distribution.toml"
    told = kinds.say(source, tmp_path / "told.toml", "windows", updates=True)
    assert read(told) == Distribution("windows", updates=True)
    (change,) = re.findall(
        r"sed -i 's/(.*)/(kind.*)/' \S+/_internal/(c42desktop/\S+)", FLATPAK.read_text(encoding="utf-8")
    )
    pattern, line, place = change
    assert place == "c42desktop/resources/distribution.toml"
    told.write_text(re.sub(pattern, line, source.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    assert read(told) == Distribution("flatpak", updates=False)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_only_read_and_names_the_versions_of_what_it_uses(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert re.findall(r"^\s*permissions:\n((?:\s+\S+: \S+\n)+)", text, re.MULTILINE) == ["  contents: read\n"]
    used = re.findall(r"uses: (\S+)", text)
    assert used and all(re.fullmatch(r"actions/[\w-]+@(v\d+|[0-9a-f]{40})", each) for each in used)
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    assert not re.findall(r"^ {0,8}\w+: \$\{\{ secrets", text, re.MULTILINE), "only the step that needs one sees it"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_runs_what_there_is(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"run: make ([\w-]+)", text)) <= targets
    scripts = re.findall(r"packaging[\\/][\w\\/]+\.\w+", text)
    assert scripts and all((ROOT / script.replace("\\", "/")).exists() for script in scripts)


def test_every_supported_python_is_tested() -> None:
    text = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    tested = max((re.findall(r"'(3\.\d+)'", line) for line in re.findall(r"python: (\[.*)", text)), key=len)
    supported = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert tested == supported
