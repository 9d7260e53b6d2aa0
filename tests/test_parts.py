"""What the program says it is made of."""

from __future__ import annotations

import json
import sys
from email.message import Message
from importlib.metadata import distribution
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from c42desktop.parts import Part, licence_of, needed, parts, texts


def test_what_is_installed_is_listed_with_its_licences() -> None:
    listed = {part.name: part for part in parts(None)}
    assert listed["slixmpp"].licence == listed["c42desktop"].licence == "MIT"
    assert listed["PySide6_Essentials"].licence == "LGPL-3.0-only" and "Python" in listed
    assert "pytest" not in listed and "mypy" not in listed, "what an extra asks for is not part of the program"


def test_what_a_part_needs_is_a_part_too() -> None:
    assert {"slixmpp", "pyasn1"} <= {each.name for each in needed(distribution("c42desktop"))}


def test_what_was_packed_is_listed_as_the_package_says(tmp_path: Path) -> None:
    listed = [{"name": "libx", "version": "1-2", "licence": ""}]
    (tmp_path / "parts.json").write_text(json.dumps(listed), encoding="utf-8")
    assert parts(tmp_path) == [Part("libx", "1-2", "")]


@pytest.mark.parametrize("place", ["licenses", "../Resources/licenses"])
def test_the_texts_are_beside_the_program_and_on_macos_in_its_resources(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert texts() is None
    program = tmp_path / "MacOS/c42desktop"
    program.parent.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert texts() is None
    (program.parent / place).mkdir(parents=True)
    assert texts() == (tmp_path / "MacOS/licenses" if place == "licenses" else tmp_path / "Resources/licenses")


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License-Expression": "MIT", "License": "something else"}, "MIT"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "long " * 100, "Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: Some New License"}, "Some New License"),
        ({}, ""),
    ],
    ids=["expression", "short text", "classifier", "unknown name", "nothing"],
)
def test_the_newest_kind_of_metadata_names_the_licence(fields: dict[str, str], licence: str) -> None:
    metadata = Message()
    for name, value in fields.items():
        metadata[name] = value
    each: Any = SimpleNamespace(metadata=metadata)
    assert licence_of(each) == licence
