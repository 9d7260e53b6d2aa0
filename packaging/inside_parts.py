"""What is built into the compiled modules of a distribution: OpenSSL, C libraries, crates of Rust.

Some wheels say so themselves, in a bill of materials of their own (PEP 770). Of others it is known, or seen: a program
written in Rust holds the names of the files it was made of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

KNOWN = {"pycares": ("c-ares", "MIT"), "cffi": ("libffi", "MIT")}
RUST = {"slixmpp"}  # without a bill of its own
CRATES = {
    "jid": "MPL-2.0",
    "icu_collections": "Unicode-3.0",
    "icu_normalizer": "Unicode-3.0",
    "tinyvec": "Zlib OR Apache-2.0 OR MIT",
    "miniz_oxide": "MIT OR Zlib OR Apache-2.0",
}
USUAL = "MIT OR Apache-2.0"  # of all the other crates there
_CRATE = re.compile(rb"[/\\]([a-z][a-z0-9_-]*?)-(\d+\.\d+\.\d+)[/\\]src[/\\]")


@dataclass(frozen=True, order=True)
class Inside:
    """A library within a module. Its version is empty where nothing tells it."""

    name: str
    version: str
    licence: str
    purl: str

    def named(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".rstrip()


def inside(distribution: Distribution) -> tuple[Inside, ...]:
    """What is built into it, by name."""
    name = re.sub(r"[-_.]+", "-", distribution.name).lower()
    found = set(_listed(distribution))
    if name in KNOWN:
        library, licence = KNOWN[name]
        found.add(Inside(library, "", licence, f"pkg:generic/{library}"))
    if name in RUST:
        found |= set(_crates(distribution))
    return tuple(sorted(found))


def _listed(distribution: Distribution) -> Iterator[Inside]:
    """As the wheel's own bill has it, without what only built it."""
    for file in distribution.files or ():
        if "sboms" not in file.parts[:-1] or not file.name.endswith(".json"):
            continue
        bill = json.loads(Path(str(distribution.locate_file(file))).read_text(encoding="utf-8"))
        for each in bill.get("components", ()):
            if each.get("scope") != "excluded" and "purl" in each:
                purl = each["purl"].split("?")[0]
                yield Inside(each["name"], each.get("version", ""), _licence(each), purl)


def _licence(component: dict[str, object]) -> str:
    """Of OpenSSL its own project says it; cryptography's bill leaves it out."""
    listed = component.get("licenses") or []
    assert isinstance(listed, list)
    said = [each.get("expression") or each.get("license", {}).get("id", "") for each in listed]
    return " AND ".join(filter(None, said)) or ("Apache-2.0" if component["name"] == "openssl" else "")


def _crates(distribution: Distribution) -> Iterator[Inside]:
    for file in distribution.files or ():
        if file.suffix in {".so", ".pyd"}:
            for name, version in set(_CRATE.findall(Path(str(distribution.locate_file(file))).read_bytes())):
                crate, number = name.decode(), version.decode()
                yield Inside(crate, number, CRATES.get(crate, USUAL), f"pkg:cargo/{crate}@{number}")
