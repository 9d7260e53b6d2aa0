"""What a package says of itself in resources/distribution.toml: its kind, and whether it looks for newer ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w


def say(source: Path, target: Path, kind: str, *, updates: bool) -> Path:
    """Write `target`: what `source` says, as of this kind of package."""
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    told["package"] = {**told.get("package", {}), "kind": kind, "updates": updates}
    target.write_text(tomli_w.dumps(told), encoding="utf-8")
    return target
