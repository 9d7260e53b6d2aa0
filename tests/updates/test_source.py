"""Where new versions are looked for, and that packages decide whether at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from c42desktop.distribution import Distribution, read
from c42desktop.settings import Settings
from c42desktop.updates.source import Source, find_source
from tests.updates.signing import URL, Signer

ANN, EVE = Signer(), Signer()
LOOKS = Distribution("archive", True, URL, ANN.public_text)


def settings(folder: Path, text: str = "") -> Settings:
    (folder / "settings.toml").write_text(text)
    return Settings(folder / "settings.toml")


def test_a_copy_that_looks_itself_has_a_feed_and_who_signs_it(tmp_path: Path) -> None:
    assert find_source(LOOKS, settings(tmp_path)) == Source(URL, ANN.key)


@pytest.mark.parametrize(
    "changes",
    [
        {"updates": False},
        {"feed_url": ""},
        {"feed_key": ""},
        {"feed_key": "secret"},
        {"feed_url": "http://feed.example.org/feed.json"},
        {"feed_url": f"{URL}?who=ann"},
        {"feed_url": f"{URL}#x"},
    ],
)
def test_nobody_is_asked_otherwise(tmp_path: Path, changes: dict[str, object]) -> None:
    assert find_source(replace(LOOKS, **changes), settings(tmp_path)) is None  # type: ignore[arg-type]


def test_an_administrator_may_name_another_feed_but_not_switch_it_on(tmp_path: Path) -> None:
    other = settings(tmp_path, f'[updates]\nfeed = "https://in.example/f.json"\nkey = "{EVE.public_text}"\n')
    assert find_source(LOOKS, other) == Source("https://in.example/f.json", EVE.key)
    assert find_source(replace(LOOKS, updates=False), other) is None


def test_a_checkout_does_not_look_and_knows_no_feed() -> None:
    assert read() == Distribution("source", False, "", "")


def test_a_package_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "distribution.toml"
    path.write_text('[package]\nkind = "archive"\nupdates = true\n[feed]\nurl = "https://a"\nkey = "RW"\n')
    assert read(path) == Distribution("archive", True, "https://a", "RW")
    path.write_text('[package]\nkind = "deb"\nupdates = false\n')
    assert read(path) == Distribution("deb")


@pytest.mark.parametrize("text", ["[package", "package = 3", '[package]\nkind = 3\nupdates = "yes"\n[[feed]]', "\0"])
def test_what_cannot_be_read_looks_for_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "distribution.toml"
    assert read(path) == Distribution()
    path.write_text(text)
    assert read(path) == Distribution()
