"""The catalogues: complete, up to date, and with the place markers of their sources."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "packaging" / "translations.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_is_translated_and_the_catalogues_are_made_of_it() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """All that the sources give to `_` and `ngettext`, as Python reads them."""
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "ngettext":
                one, more, _count = node.args
                yield ast.literal_eval(one), ast.literal_eval(more)
            elif node.func.id in ("_", "marked") and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value, ""


def test_the_tool_finds_what_python_finds(tool: ModuleType) -> None:
    """It reads no Python: a text it does not see would stay English."""
    found = {(source, plural) for source, plural, _forms in tool.messages(tool.FOLDER / "c42desktop_nl.ts")}
    assert found == set(texts(ROOT / "c42desktop"))


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ([("Add {name}", "", ["{name} toevoegen"])], []),
        ([("Add {name}", "", ["Toevoegen"])], ["other place markers: 'Add {name}' -> 'Toevoegen'"]),
        ([("Add", "", ["{name} toevoegen"])], ["other place markers: 'Add' -> '{name} toevoegen'"]),
        ([("Add", "", [""])], ["not translated: 'Add'"]),
        ([("{n} day", "{n} days", ["een dag", "{n} dagen"])], []),
        ([("{n} day", "{n} days", ["{n} dag", ""])], ["not translated: '{n} day'"]),
    ],
)
def test_what_a_reader_would_stumble_over_is_named(
    tool: ModuleType, messages: list[tuple[str, str, list[str]]], said: list[str]
) -> None:
    assert list(tool.problems(messages)) == said


def test_a_catalogue_is_one_that_gettext_reads(tool: ModuleType, tmp_path: Path) -> None:
    packed = tool.catalogue(
        "nl", [("Today", "", ["Vandaag"]), ("{n} day", "{n} days", ["{n} dag", "{n} dagen"]), ("Off", "", [""])]
    )
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "x.mo").write_bytes(packed)
    read = gettext.translation("x", tmp_path, ["nl"])
    assert read.gettext("Today") == "Vandaag"
    assert read.gettext("Off") == "Off"
    assert [read.ngettext("{n} day", "{n} days", count) for count in (0, 1, 2)] == ["{n} dagen", "{n} dag", "{n} dagen"]
