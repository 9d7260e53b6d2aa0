"""What the package is built from: locked for every system, and what pyproject.toml asks for."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import install_locked
import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "packaging/requirements.lock").read_text(encoding="utf-8")
LINES = [Requirement(line.rstrip("\\ ")) for line in LOCK.splitlines() if re.match(r"\w", line)]
SYSTEMS = [
    {"sys_platform": name, "platform_system": system, "os_name": kind, "platform_machine": "x86_64"}
    for name, system, kind in (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def asked_for() -> Iterator[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from map(Requirement, [*project["dependencies"], *project["optional-dependencies"]["package"]])


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def applies(requirement: Requirement, environment: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment)


def pinned(requirement: Requirement) -> Version:
    (only,) = requirement.specifier
    assert only.operator == "=="
    return Version(only.version)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["sys_platform"])
@pytest.mark.parametrize("python", PYTHONS)
def test_everything_that_is_asked_for_is_locked_once_in_a_version_that_will_do(
    system: dict[str, str], python: str
) -> None:
    environment = {**system, "python_version": python, "python_full_version": f"{python}.0", "extra": ""}
    locked: dict[str, list[Version]] = {}
    for line in LINES:
        if applies(line, environment):
            locked.setdefault(plain(line.name), []).append(pinned(line))
    assert {name: versions for name, versions in locked.items() if len(versions) != 1} == {}
    wanted = [each for each in asked_for() if applies(each, environment)]
    missing = [str(each) for each in wanted if not each.specifier.contains(locked.get(plain(each.name), ["0"])[0])]
    assert missing == [], "make lock brings packaging/requirements.lock up to date"


def test_each_has_hashes_and_none_says_where_it_comes_from() -> None:
    blocks = install_locked.blocks(LOCK)
    assert {plain(line.name) for line in LINES} == set(blocks)
    assert len(re.findall(r"^\w", "".join(blocks.values()), re.MULTILINE)) == len(LINES)
    for block in re.split(r"^(?=\w)", "".join(blocks.values()), flags=re.MULTILINE)[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}$", block, re.MULTILINE), block
    assert "://" not in LOCK and "--index" not in LOCK and "--find-links" not in LOCK


def test_what_has_no_wheel_is_built_last_and_with_locked_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, ...]] = []

    def pip(*arguments: str) -> None:
        texts = [Path(each).read_text(encoding="utf-8") for each in arguments if each.endswith("requirements.txt")]
        calls.append((*arguments, *texts))
        if "--report" in arguments:
            Path(arguments[arguments.index("--report") + 1]).write_text('{"install": []}', encoding="utf-8")

    monkeypatch.setattr(install_locked, "_pip", pip)
    monkeypatch.setattr(install_locked, "_keep_hashes", lambda report: None)
    monkeypatch.setattr(install_locked, "WITHOUT_WHEEL", ("slixmpp",))
    install_locked.main()
    wheels, built, ours = calls
    assert "--only-binary" in wheels and "slixmpp==" not in wheels[-1] and "setuptools-rust==" in wheels[-1]
    assert "--no-build-isolation" in built and built[-1].startswith("slixmpp==") and built[-1].count("==") == 1
    assert all("--require-hashes" in call for call in (wheels, built)) and ours[-2:] == ("-e", ".")


def test_the_hash_of_what_was_installed_is_kept_beside_those_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install_locked, "HASHES", tmp_path / "hashes.json")
    for name, digest in (("Foo.Bar", "aa"), ("baz", "bb")):
        archive: dict[str, Any] = {"archive_info": {"hashes": {"sha256": digest}}}
        install_locked._keep_hashes(
            {"install": [{"metadata": {"name": name, "version": "1.0"}, "download_info": archive}]}
        )
    kept = json.loads((tmp_path / "hashes.json").read_text(encoding="utf-8"))
    assert kept == {"foo-bar==1.0": "aa", "baz==1.0": "bb"}
