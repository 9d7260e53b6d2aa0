"""The bill of materials of an artifact, by the schema. Skipped where the library for it is not installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from parts import Part

pytest.importorskip("cyclonedx")
pytest.importorskip("jsonschema")

import sbom

PARTS = [
    Part("slixmpp", "1.17.0", "MIT", "pkg:pypi/slixmpp@1.17.0", (), digest="ab" * 32),
    Part("libx", "1-2", "some words of Debian", "pkg:deb/debian/libx@1-2", (), files=("libx.so",), source="x 1-2"),
    Part("c42desktop", "0", "MIT", "pkg:pypi/c42desktop@0", ()),
]


@pytest.fixture
def artifact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal/libx.so").write_bytes(b"x")
    made = tmp_path / "c42desktop.deb"
    made.write_bytes(b"deb")
    return made


def test_each_part_is_listed_with_version_licence_and_hash(artifact: Path) -> None:
    bill = json.loads(sbom.bill(artifact, PARTS, artifact.parent))
    library, slixmpp = sorted(bill["components"], key=lambda each: each["name"])
    assert slixmpp["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert slixmpp["licenses"] == [{"license": {"id": "MIT"}}] and slixmpp["version"] == "1.17.0"
    assert library["components"][0]["hashes"] == [
        {"alg": "SHA-256", "content": sbom.sha256(artifact.parent / "_internal/libx.so")}
    ]
    program = bill["metadata"]["component"]
    assert program["hashes"][0]["content"] == sbom.sha256(artifact)


def test_it_can_be_made_again_to_the_letter(artifact: Path) -> None:
    assert sbom.bill(artifact, PARTS, artifact.parent) == sbom.bill(artifact, PARTS, artifact.parent)


def test_checksums_are_as_the_tools_read_them(artifact: Path) -> None:
    assert sbom.checksums([artifact]) == f"{sbom.sha256(artifact)}  c42desktop.deb\n"
