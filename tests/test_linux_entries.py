"""What the desktop is told about the program: valid, and true."""

from __future__ import annotations

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from c42desktop.grammar import parser

LINUX = Path(__file__).parent.parent / "packaging/linux"
ENTRY = LINUX / "c42desktop.desktop"
METAINFO = LINUX / "org.calendar42.c42desktop.metainfo.xml"


def entry() -> dict[str, str]:
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(ENTRY.read_text(encoding="utf-8"))
    return dict(read["Desktop Entry"])


def test_the_command_is_one_that_the_program_knows() -> None:
    program, *arguments = entry()["Exec"].split()
    assert program == "c42desktop" and arguments[-1] == "%U"
    assert parser().parse_args([*arguments[:-1], "a.ics"]).targets == ["a.ics"]


def test_both_name_the_same_kinds_of_files_and_links() -> None:
    component = ET.parse(METAINFO).getroot()
    provided = {each.text for each in component.iterfind("provides/mediatype")}
    assert provided == set(filter(None, entry()["MimeType"].split(";")))
    assert component.findtext("launchable") == ENTRY.name


def test_both_say_what_it_is_in_every_language() -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    said = {each.get(lang, ""): each.text for each in ET.parse(METAINFO).getroot().iterfind("summary")}
    named = {name.removeprefix("Comment").strip("[]"): text for name, text in entry().items() if "Comment" in name}
    assert said == named and set(said) == {"", "nl", "de"}


def packed_metainfo(monkeypatch: pytest.MonkeyPatch) -> str:
    """As it is in a package made on 23 November 2026, of a version that is out and one that is not."""
    monkeypatch.syspath_prepend(str(LINUX))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795433486")
    import tree  # type: ignore[import-not-found]

    text: str = tree.with_releases(
        METAINFO.read_text(encoding="utf-8"), "## 0.2.0 – unreleased\n\n## 0.1.0 – 2026-11-01\n"
    )
    return text


def test_the_packages_say_which_versions_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    releases = ET.fromstring(packed_metainfo(monkeypatch)).iterfind("releases/release")
    assert [dict(each.attrib) for each in releases] == [
        {"version": "0.2.0", "type": "development", "date": "2026-11-23"},
        {"version": "0.1.0", "date": "2026-11-01"},
    ]


@pytest.mark.parametrize(
    "command",
    [("desktop-file-validate", str(ENTRY)), ("appstreamcli", "validate", "--no-net", str(METAINFO))],
    ids=lambda command: command[0],
)
def test_the_tools_of_the_desktops_find_no_fault(command: tuple[str, ...]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
